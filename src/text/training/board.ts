import type { Instant } from '#contract/shared/scalars'
import type { CannotComplete, CourseBoard } from '#contract/training'
import { dateWords } from '#text/shared/time'
import { yuanWords } from '#text/subsidy/subsidy'

/** The coordinator's view back on a course: who was where, and who completes it. */
export const boardText = {
  entry: '签到表、结业',
  entryDetail: '谁来了几课，发结业证，导出、打印',
  figures: {
    signedUp: '报上了',
    waiting: '排队',
    enough: '上满了课',
    completed: '有结业证',
  },
  people: (count: number) => `${count} 人`,
  least: (least: number, of: number) => `一共 ${of} 课，上满 ${least} 课结业。`,
  untakenTitle: '还没点名的课',
  untaken: (count: number) => `有 ${count} 课上完了，还没有点名。先补点名，再发结业证。`,
  takeNow: (lesson: string) => `${lesson}：去补点名`,
  grid: '谁上了哪几课',
  gridHint: '实心打勾是来了，打叉是没来，空着是还没点。格子里的数字是第几课。',
  nobody: '还没有人报上名',
  nobodyText: '有人报上名，或者来上过课，这里就有名字。',
  count: (count: number, of: number) => `${count}/${of}`,
  standing: { completed: '有结业证', revoked: '结业证作废了', enough: '够结业了', left: '已退出' },
  spoken: (name: string, count: number, of: number, absent: readonly number[]) =>
    `${name}，一共 ${of} 课，上了 ${count} 课${absent.length > 0 ? `，第 ${absent.join('、')} 课没来` : ''}`,
  beside: '材料、补贴、上岗',
  stock: '培训材料',
  stockDetail: ({ count, handedOut }: CourseBoard['materials']) =>
    count === 0 ? '还没有登记材料' : `一共 ${count} 件，发出 ${handedOut} 件`,
  subsidy: '交通补贴',
  subsidyDetail: (sums: CourseBoard['subsidy']) =>
    sums ? `该补 ${yuanWords(sums.owedFen)}，付了 ${yuanWords(sums.paidFen)}` : '还没有人申请',
  placed: '招工、上岗',
  placedDetail: (count: number) => (count === 0 ? '还没有人从这一期上岗' : `从这一期上岗 ${count} 人次`),
  lessons: '一课一课看',
  lessonDetail: (came: number, taken: boolean, closed: boolean, over: boolean) =>
    taken ? `来了 ${came} 人${closed ? '，名单已经定了' : ''}` : over ? '没有人点名' : '还没上',
  walkIns: '现场来的，还不是学员',
  walkInsText: '把他的电话和姓名对上，就能收为学员：名额算他一个，这一课算他来了。',
  walkIn: (name: string, lesson: string, size: number) =>
    `${name}${size > 1 ? ` 等 ${size} 人` : ''} · ${lesson}`,
  admit: '收为学员',
  admitOf: (name: string) => `收为学员：${name}`,
  admitTitle: (name: string) => `收${name}为学员`,
  admitText: '要他本人的电话，和登记的姓名对上才行。没有登记的，请他先登记，或者请网格员帮他登记。',
  admitPhone: '他的电话',
  admitPhoneWrong: '请填 11 位的手机号。',
  admitAction: '对上就收',
  admitted: (name: string) => `${name}是学员了，这一课算他来了。`,
  cannotAdmit: '名额满了、有人在排队，或者剩下的课不够结业，这时候不能再收。',
  complete: '发结业证',
  completeTitle: (enough: number) => `给 ${enough} 个人发结业证？`,
  completeText: (least: number, rest: number) =>
    `上满 ${least} 课的，一人一张，马上就有，会通知他。${rest > 0 ? `另外 ${rest} 人没有上满，这次没有。` : ''}每一课的名单就此定下；以后改了签到，证会跟着换、补或者作废。`,
  completeNone: '现在没有人上满。名单照样会定下，以后补签到，够了的人就有证。',
  anyway: (count: number) => `有 ${count} 课没有人点名。照样发，这几课就算大家都没到。`,
  completeAction: '发证',
  completeAnyway: '照样发',
  completeKeep: '再看看',
  completed: (count: number) => `发好了：${count} 个人有结业证。`,
  completedAt: (at: Instant) => `${dateWords(at)} 发过结业证。以后改了签到，证会自己跟着变。`,
  cannot: {
    cancelled: '这一期取消了，没有结业证。',
    lesson_ahead: '还有课没上完。最后一课结束以后，这里就能发结业证。',
    lesson_untaken: '有的课还没点名，先补点名。',
  } satisfies Record<CannotComplete, string>,
  print: '打印签到表',
  export: '导出签到表（Excel）',
  exported: '签到表导出了。',
  none: {
    title: '没有找到这一期培训',
    text: '可能不是分课的培训，或者不归您办。请从「我办的活动」里打开。',
    action: '看我办的活动',
  },
  paper: { name: '姓名', count: '上了几课', done: '结业' },
} as const

/** What a cell says: came, did not, or nothing was said. */
export const cellText = { there: '✓', absent: '✗', unsaid: '' } as const
