import type { TeamMember, TeamMemberState } from '#contract/team'
import { guardianPaperText } from '#text/guardian/guardian'

/** The service teams, their roster, and applying for one. */
export const teamText = {
  ahead: {
    shifts: '要人帮忙的岗位',
    activities: '队里办的活动',
    noShifts: '近期没有岗位。',
    noActivities: '近期没有活动。',
    run: '发布岗位或活动',
  },
  lead: '志愿者加入服务队后，就能在任务大厅认领这个队的任务。申请由队长来看，通过后通知您。',
  emptyTitle: '还没有服务队',
  members: (count: number) => (count === 0 ? '正在招人' : `${count} 名队员`),
  sample: '示例',
  sampleNote: '标「示例」的队，介绍是示范写法，等社区改成自己的。',
  state: { applied: '等队长看', accepted: '队员', declined: '未通过', left: '已退出' } satisfies Record<
    TeamMemberState,
    string
  >,
  leads: '队长',
  apply: '申请加入',
  applyOf: (team: string) => `申请加入${team}`,
  applyText: '写一写您会做什么，队长好安排合适的任务。不会什么手艺也欢迎，可以不填。',
  skills: '我会做的事',
  skillsHint: '几样之间用顿号或逗号隔开，比如「水电、木工、陪诊」。',
  skillsTooMany: '最多写十样，每样不超过二十个字。',
  birthday: '生日',
  birthdayHint:
    '只用来算年龄，加密保存，队长看不到。比如 1968-03-15。不填的话，队长会当面核对您已满 18 周岁。',
  birthdayWrong: '这个生日不对。请按「1968-03-15」这样写，再看看年、月、日。',
  calendar: '生日按',
  calendars: { solar: '公历', lunar: '农历' },
  appliedMinor: (team: string) =>
    `已经向${team}提交申请。您未满 18 周岁，还要监护人同意：请打开「我的」里的「监护人同意」。`,
  age: {
    unknown: '未填生日，请当面核对已满 18 周岁。点「同意加入」就表示您核对过了。',
    minor: '未满 18 周岁，监护人还没有同意，暂时不能通过。',
    child: '未满 14 周岁，不能当志愿者。',
  },
  guardian: ({ name, relation, recordedBy }: NonNullable<TeamMember['guardian']>) =>
    `未满 18 周岁，监护人${name}（${relation}）已经同意。${recordedBy ? guardianPaperText.recordedShort(recordedBy) : ''}`,
  applySubmit: '提交申请',
  applied: (team: string) => `已经向${team}提交申请，队长看过后会通知您。`,
  leave: '退出这个队',
  leaveOf: (team: string) => `退出这个队：${team}`,
  leaveTitle: (team: string) => `退出${team}？`,
  leaveText:
    '退出后不能再认领这个队的任务，认领了还没做的会放回大厅；这是您最后一个队的话，没开始的岗位也会空出来。已经记入的服务时长都还在。',
  leaveKeep: '先不退出',
  left: (team: string) => `已经退出${team}。`,
  rosterWay: '看名册、处理申请',
  rosterOf: (team: string) => `看名册、处理申请：${team}`,
  rosterEmptyTitle: '名册还是空的',
  rosterEmptyText: '有人申请加入，会出现在这里，也会通知您。',
  waiting: '等您处理的申请',
  others: '名册',
  since: (day: string) => `${day}起`,
  signIn: '登录以后申请加入',
  appliedOn: (day: string) => `${day}申请`,
  skillsList: (skills: readonly string[]) => `会：${skills.join('、')}`,
  accept: '同意加入',
  acceptOf: (name: string) => `同意加入：${name}`,
  decline: '不同意',
  declineOf: (name: string) => `不同意：${name}`,
  declineTitle: (name: string) => `不同意${name}加入？`,
  declineText: '原因会告诉他本人，请写得客气、明白。',
  declineLabel: '原因',
  declineReasons: [
    '队里暂时不缺人，以后再请您来。',
    '这个队需要相应的技能或证件。',
    '想先和您当面聊一聊，请联系队长。',
  ],
  accepted: (name: string) => `${name}已经是队员了。`,
  declined: (name: string) => `已经答复${name}。`,
} as const

/** The page of one team. */
export const teamPageText = {
  how: '想加入：先登记为社区居民，再申请，队长看过就通知您。不会用手机的，打社区电话。',
  all: '看看所有服务队',
  open: '岗位、活动、海报',
  openOf: (name: string) => `岗位、活动、海报：${name}`,
  none: { title: '没有找到这个服务队', text: '链接可能不完整，也可能这个队已经合并。别的服务队都在下面。' },
  wanted: '招募志愿者',
  forward: (name: string) => `${name}招募志愿者，欢迎您来`,
} as const
