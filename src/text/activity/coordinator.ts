import type { ActivityCard, ActivityKind, ActivityState } from '#contract/activity'
import type { RosterHead, RosterParty, SignupState } from '#contract/session'
import type { ShiftPlaceState, ShiftWait } from '#contract/shift'
import { clockSpanWords, dateWords } from '#text/shared/time'

/** What whoever runs an activity reads, a coordinator or a team's leader: lists, the editor, the door. */
export const coordinatorText = {
  begin: '新建活动',
  beginTeam: '发布岗位或活动',
  teamLead: (names: readonly string[]) =>
    `${names.join('、')}的志愿岗位和小活动，由您来发布。志愿者的时长记在队里。`,
  whichTeam: '哪一个队',
  womensTitle: '妇女之家的活动由协调员来办',
  womensText: '要办活动，请和妇女之家的协调员说。',
  emptyTeamText: '点「发布岗位或活动」，写上时间和要几个人就行。',
  host: '主办',
  view: '看哪些',
  views: { upcoming: '要办的', drafts: '草稿', past: '办过的' },
  notCoordinator: {
    title: '这里是给协调员和队长用的',
    text: '您想参加的活动，在「活动」里报名。',
    action: '看活动',
  },
  emptyTitle: '这里还没有活动',
  emptyText: '点「新建活动」，从模板开始最快。',
  state: {
    draft: '草稿',
    published: '报名中',
    closed: '报名截止',
    finished: '办完了',
    cancelled: '已取消',
  } satisfies Record<ActivityState, string>,
  kind: {
    festival: '节日',
    training: '培训',
    birthday: '生日',
    lecture: '讲座',
    other: '其他',
  } satisfies Record<ActivityKind, string>,

  beginLead: '选一个开始，日子按农历、节气算好了，都能改。',
  blank: '空白活动',
  blankDetail: '自己从头写',
  again: '复制，再办一次',
  againLastYear: '照去年办',

  edit: '改这个活动',
  continueDraft: '接着写',
  publish: '发布',
  publishTitle: (title: string) => `发布「${title}」？`,
  publishText: '发布后所有居民马上看得到，到了报名时间就能报名。发布以后还能改，改了什么会告诉相关的人。',
  publishKeep: '再看看',
  published: '已经发布。',
  cancel: '取消活动',
  cancelTitle: (title: string) => `取消「${title}」？`,
  cancelText: '报上的和在候补的人都会收到通知，原因他们看得到。这一步收不回来。',
  discardText: '这是草稿，没有人看得到。丢掉以后找不回来。',
  cancelLabel: '为什么取消',
  cancelReasons: ['天气不好，为了大家的安全。', '场地临时用不了。', '报名的人太少，以后再办。'],
  discardReasons: ['写错了，不办了。', '和别的活动重复了。'],
  discard: '丢掉草稿',
  cancelled: '已经取消，报上的和在候补的人都会收到通知。',
  cancelledFor: (reason: string) => `取消的原因：${reason}`,
  changes: '发布以后的变动',

  door: '现场签到',
  roster: '名单',
  capacity: '名额',
  confirmed: '报上了',
  waiting: '候补',
  inDraw: '等抽签',
  attended: '到了',
  people: (count: number) => `${count} 人`,
  parties: (count: number) => `${count} 家`,
  shifts: '志愿岗位',
  shiftSeats: (name: string, taken: number, capacity: number) => `${name} ${taken}/${capacity}`,

  doorViews: { code: '签到码', list: '名单', shifts: '志愿者' },
  doorView: '现场签到看什么',
  doorAsk: '请来的人用微信扫这个码，或者输入这六个数字。没有网也能用。',
  doorCodeMissing: '还没有取到签到码。连上网打开一次这一页，以后没有网也能显示。',
  doorListMissing:
    '还没有取到名单。连上网打开一次这一页，以后没有网也能看。来了人，可以先记成「现场来的人」。',
  offline: (words: number) =>
    words > 0
      ? `现在没有网。记在这台电脑（手机）上的 ${words} 条，有网以后打开这一页就会上传，每条只算一次。`
      : '现在没有网。照样能记谁来了，先存在这台电脑（手机）上，有网以后再上传。',
  unsent: (words: number) => `${words} 条待上传。`,
  sendNow: '现在上传',
  counts: ({ expected, came, walkedIn }: { expected: number; came: number; walkedIn: number }) =>
    `到了 ${came}/${expected} 人${walkedIn > 0 ? `，现场来的 ${walkedIn} 人` : ''}`,
  search: '找名字',
  searchHint: '同行的人也找得到。',
  show: '看哪些人',
  shows: { absent: '还没到', present: '到了', all: '全部' },
  noneFound: '没有这样的人。',
  allCame: '名单上的人都到了。',
  seeAll: '看全部的人',
  rosterEmpty: {
    title: '还没有人报名',
    door: '来了人，点上面的「现场来的人」记下来。',
    roster: '有人报名以后，这里就有名字。',
    activity: '看这个活动',
  },
  doorFailed: '名单没有打开',
  /** Which activity and session a page is about, in its title and in a line below. */
  titleOf: (page: string, activity: string | undefined) => (activity ? `${page} · ${activity}` : page),
  sessionLine: (session: RosterHead) => `${session.title} · ${coordinatorText.sessionWhen(session)}`,
  sessionWhen: ({ from, to, place }: Pick<RosterHead, 'from' | 'to' | 'place'>): string =>
    `${dateWords(from)} ${clockSpanWords({ from, to })} · ${place}`,
  codeFull: '全屏显示',
  codeFullOf: (activity: string | undefined) => (activity ? `签到：${activity}` : '签到'),
  codeFullLeave: '退出全屏',
  present: '到了',
  presentOf: (name: string) => `到了：${name}`,
  undo: '撤销',
  undoOf: (name: string) => `撤销：${name}`,
  pendingUpload: '待上传',
  came: (clock: string) => `已到${clock && ` ${clock}`}`,
  marked: (name: string) => `${name}，已到`,
  unmarked: (name: string) => `${name}，撤销了`,
  missed: '没有到',
  walkIn: '现场来的人',
  walkInSeal: '现场来的',
  walkInText: '没有报名、直接来的。',
  walkInName: '姓名',
  walkInSize: '几个人',
  walkInAdd: '记下来',
  walkInAdded: (name: string, size: number, count: number) =>
    `加上了：${name}${size > 1 ? ` ${size} 人` : ''}（今天第 ${count} 位）`,
  walkInMissing: '请写姓名。',
  walkInSizeWrong: '请写 1 到 10 之间的人数。',
  signup: {
    confirmed: '报上了',
    waitlisted: '候补',
    offered: '给他留了名额',
    in_draw: '等抽签',
    withdrawn: '已退出',
    lapsed: '名额过期',
    cancelled: '场次取消',
  } satisfies Record<SignupState, string>,
  appeal: (note: string) => `他说：「${note}」`,
  proved: (at: string) => `有签到码为证：${at} 到了，当时没有网络，后来才送到。`,
  correct: '补上签到',
  correctOf: (name: string) => `补上签到：${name}`,

  export: '导出名单（Excel）',
  exportTitle: '导出名单',
  exportText: '要不要带电话？带电话要写原因，名单上每个人在「谁看过我的信息」里都看得到。',
  exportPhones: '带不带电话',
  exportWithout: '不带电话',
  exportWith: '带电话',
  exportReason: '为什么要电话',
  exportReasonHint: '比如「通知改了集合地点」。',
  exportReasonMissing: '请写清楚原因，至少两个字。',
  exportAction: '导出',
  exported: '名单已经导出。',
  exportedWithPhones: '名单已经导出。现在点「打印名单」，纸上也有电话；离开这一页就没有了。',
  exportFailed: '名单做好了，但是没有存下来。请用电脑打开再试。',
  print: '打印名单',
  printHint: '用 A4 纸。名单前面留了打勾的格子，没有网、没有电的时候也能打勾。',
  printOnComputer: '要打印名单，请在电脑上打开这一页。',
  paper: {
    seat: '序号',
    name: '姓名',
    size: '人数',
    party: '同行',
    state: '状态',
    phone: '电话',
    tick: '签到',
  },

  noShifts: '这一场没有您能确认的志愿岗位。',
  shiftState: {
    confirmed: '报了名',
    withdrawn: '已退出',
    in_service: '正在服务',
    done: '等您确认',
    credited: '已记时长',
    absent: '没有来',
    cancelled: '已取消',
  } satisfies Record<ShiftPlaceState, string>,
  minutes: (minutes: number) => `${minutes} 分钟`,
  late: '事后补报的，请看一看。',
  waits: {
    forgotten: '忘了签退，先按岗位结束的时间算，请核对。',
    overrun: '比岗位的时间长得多，请核对。',
    own: '他自己也看得到签到码，请问清楚再确认。',
    resumed: '取消以前已经签到，后来才送到，请核对。',
  } satisfies Record<ShiftWait, string>,
  ownWaits: '等别人确认',
  ownNote: '这是您自己的时长，要请另一位协调员或队长来确认。',
  confirmMinutes: '确认时长',
  confirmMinutesOf: (name: string) => `确认时长：${name}`,
  minutesConfirmed: '时长已经确认。',
  noVolunteers: '还没有志愿者报名。',
} as const

/** How full it is, in a list: `3/10 人，候补 2 家`, `2 家等抽签`; nothing of what was called off. */
export function seatsWords({
  state,
  signup,
  capacity,
  free,
  waiting,
  freeSlots,
}: ActivityCard): string | undefined {
  if (state === 'cancelled') return undefined
  if (capacity === 0) return freeSlots === undefined ? '志愿岗位' : `还缺 ${freeSlots} 名志愿者`
  const taken = capacity - free
  // before the draw everybody waits, and nobody has a place
  if (signup.rule === 'draw' && taken === 0)
    return waiting > 0 ? `${waiting} 家等抽签` : `${capacity} 个名额，抽签`
  return `${taken}/${capacity} 人${waiting > 0 ? `，候补 ${waiting} 家` : ''}`
}

/** `报上了`, `候补第 2 位`, `现场来的`. */
export function partyStateWords({ state, position, walkIn }: RosterParty): string {
  if (walkIn) return coordinatorText.walkInSeal
  const words = coordinatorText.signup[state]
  return position === undefined ? words : `${words}第 ${position} 位`
}

/** `3 人：王奶奶、小明`; one person alone needs no list. */
export const partyWords = ({ size, names }: RosterParty): string | undefined =>
  size > 1 ? `${size} 人：${names.join('、')}` : undefined
