import type { PaperConsent, Unfinished } from '#contract/account'
import type { ConsentKind } from '#contract/member'

/** The page 「账号」. */
export const accountText = {
  entryDetail: '导出、同意、注销',
  lead: '您的信息是您的：可以看、可以带走、可以删。',
  exported: '导出我的信息',
  exportedDetail: '社区存了我的什么，全部拿走一份',
  consents: '我的同意',
  consentsDetail: '同意过什么，可以撤回',
  privacy: '隐私指引',
  privacyDetail: '收集什么、给谁看、存多久',
  access: '谁看过我的信息',
  browsers: '登录过的电脑',
  close: '注销账号',
  closeDetail: '不再使用，删除个人信息',
} as const

/** The page 「我的同意」. */
export const consentsText = {
  lead: '您同意过的事都在这里。随时可以撤回，撤回前请看清楚会有什么变化。',
  names: {
    service: '用我的信息办理邻里守望的服务',
    sensitive: '保存我的门牌号等敏感信息',
    leaderboard: '在光荣榜上写我的名字',
  } satisfies Record<ConsentKind, string>,
  given: '同意中',
  withdrawn: '已撤回',
  never: '还没有同意',
  since: (day: string, version: string) =>
    version === 'paper' ? `${day}，纸面同意书` : `${day}，隐私指引 ${version} 版`,
  means: {
    service: '有了这项同意，我们才能登记您、安排志愿者、通知您进度。',
    sensitive: '有了这项同意，志愿者认领后才知道您的门牌号，您也能写家人的特殊需要。',
    leaderboard: '这一项可有可无：同意了，邻居能在光荣榜上看到您的名字和时长；不同意，什么都不影响。',
  } satisfies Record<ConsentKind, string>,
  older: '隐私指引改过了，或者保管您信息的单位换了。请先看看下面的「隐私指引」，愿意的话再同意一次。',
  agree: '同意',
  agreeTo: (name: string) => `同意：${name}`,
  withdraw: '撤回同意',
  withdrawOf: (name: string) => `撤回同意：${name}`,
  give: '重新同意',
  giveOf: (name: string) => `重新同意：${name}`,
  sensitiveTitle: '撤回保存敏感信息的同意？',
  sensitiveText:
    '撤回后：还没开始的预约会取消，并告诉志愿者；家人的特殊需要和生日马上删除；预约里的门牌号和电话马上删除。您的门牌号锁起来，谁也打不开，随账号注销一起删除。以后不能预约服务，重新同意后才可以。',
  leaderboardTitle: '不再写在光荣榜上？',
  leaderboardText: '撤回后，光荣榜上马上不再有您的名字，时长账不受影响。',
  serviceTitle: '撤回使用服务的同意？',
  serviceText: '没有这项同意，就不能再为您服务，所以撤回就是申请注销账号。下一步会告诉您注销有什么影响。',
  serviceNext: '看看注销的影响',
  keep: '先不撤回',
  withdrawnNow: '已经撤回，刚才说的都办好了。',
  givenNow: '已经记下您的同意。',
  word: '他是怎么说的，纸放在哪里',
  wordHint: '例如：念给他听，他签了字，纸放在社区档案柜。',
  wordMissing: '请先写明他是怎么说的、纸放在哪里。',
  closeAtCounter: '看看怎么替他注销',
  history: '以前说过的',
  historyLine: (given: boolean, name: string) => `${given ? '同意' : '撤回'}：${name}`,
} as const

/** The paper on which somebody without WeChat agreed. */
export const paperWords = ({ note, signedBy, signedOn, keptAt }: PaperConsent): string =>
  [
    note.replace(/。$/, ''),
    signedBy && `签字：${signedBy}`,
    signedOn && `日期：${signedOn}`,
    keptAt && `纸放在${keptAt}`,
  ]
    .filter(Boolean)
    .join('；')

/** The page 「注销账号」. */
export const closeText = {
  lead: (days: number) => `注销后，社区不再保存您的个人信息。从申请到注销有 ${days} 天，这期间随时可以反悔。`,
  now: '现在就会发生的',
  later: (days: number) => `${days} 天后发生的`,
  laterLines: [
    '姓名、电话、门牌号、生日、家人、同意记录全部删除，不能恢复。',
    '别人的预约和通知里，您的名字换成「已注销的居民」。',
    '登录过的电脑全部退出。',
  ],
  staysTitle: '会留下的',
  staysVolunteer: '服务时长留在志愿者编号下，没有姓名；服务证明上的编号仍然查得到。',
  stays: '服务做过什么、什么时候、多少分钟，是志愿者的记录，留下来，但不再有您的名字和写过的话。',
  back: '以后想回来，可以重新登记，从头开始，以前的时长不会跟过来。',
  nothing: '您没有正在办的事。',
  exportFirst: '先导出一份我的信息',
  hindered: {
    underWay: '有一次服务正在进行，等签退以后才能注销。',
    firstAdmin: '您是系统设定的首位管理员，没有人能接替，所以不能注销。请先让维护系统的人换一位。',
  },
  ask: '申请注销',
  askTitle: '申请注销账号？',
  askText: (days: number) => `${days} 天内可以撤销。正在办的预约、认领和报名马上取消，撤销注销也不会恢复。`,
  keep: '先不注销',
  done: (day: string) => `已经申请注销，${day}生效。改了主意，请在「账号」里撤销。`,
} as const

/** What closing an account ends at once, one sentence for each. It leaves out what there is none of. */
export function endedNow(unfinished: Unfinished): string[] {
  const { booked, claimed, signups, shifts, wards, toConfirm, proxies, actsFor, dependents, leaderless } =
    unfinished
  const lines: [number, string][] = [
    [booked, `${booked} 个预约取消，认领的志愿者会收到通知。`],
    [claimed, `认领的 ${claimed} 单交还给大厅，居民会收到通知。`],
    [signups, `报名的 ${signups} 场活动退掉，名额给排在后面的人。`],
    [shifts, `报的 ${shifts} 个志愿岗位退掉，负责人会收到通知。`],
    [wards, `您同意做志愿者的 ${wards} 个孩子，要先停下来，请别的监护人再同意。`],
    [proxies, `${proxies} 位代办人不再替您代办。`],
    [actsFor, `您不再替 ${actsFor} 位居民代办，他们会收到通知。`],
    [dependents, `您登记的 ${dependents} 位家人，您不能再替他们预约。`],
    [toConfirm, `有 ${toConfirm} 次服务还等您确认，请先确认，好让志愿者记上时长。`],
    [leaderless.length, `${leaderless.join('、')}没有别的队长了，请先告诉社区。`],
  ]
  return lines.filter(([count]) => count > 0).map(([, line]) => line)
}
