import type { MatchReason } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { weekNumberOf } from '#contract/shared/wallClock'
import { clockWords, durationWords, momentWords } from '#text/shared/time'

/** Words that a skill begins with where it says what one does: 「会修水管」. */
const doing = /^[修换装做教陪理打剪搬洗疏调照看缝读写画唱跳种开买代跑推]/

/** Whose match it is: the reader's own, or that of a volunteer a leader looks at. */
type Whose = 'mine' | 'theirs'

interface Of {
  whose: Whose
  /** The booking's week, as one says it. */
  week: string
}

const reasonWriters: {
  [Reason in MatchReason['reason']]: (reason: Extract<MatchReason, { reason: Reason }>, of: Of) => string
} = {
  invited: () => '队长想请您去',
  same_estate: () => '同一小区',
  skill: ({ skill }) => (doing.test(skill) ? `会${skill}` : `懂${skill}`),
  licence: ({ licence }) => `有${licence}`,
  week_free: (_, { week }) => `${week}还没排班`,
  week_load: ({ count }, { week }) => `${week}已有 ${count} 件事`,
  at_risk: () => '一直没人认领',
  clash: (_, { whose }) => (whose === 'mine' ? '那个时间您有别的安排' : '那个时间有别的安排'),
  gave_back: (_, { whose }) => (whose === 'mine' ? '您说过来不了' : '说过来不了'),
  too_young: () => '年龄还不到',
  licence_missing: ({ licence }) => `没有登记${licence}`,
}

const weeks: Record<number, string> = { 0: '本周', 1: '下周' }

/** The week of an instant, seen from now. */
const weekWords = (at: Instant, now: Instant): string =>
  weeks[weekNumberOf(at) - weekNumberOf(now)] ?? '那一周'

/** What is true of the booking and not of the volunteer; a leader who compares volunteers knows it. */
const ofTheBooking: ReadonlySet<MatchReason['reason']> = new Set(['invited', 'at_risk'])

/** 「同一小区 · 会修水管 · 本周还没排班」; `from`: when the booking begins. */
export function matchWords(
  reasons: readonly MatchReason[],
  whose: Whose,
  from: Instant,
  now: Instant,
): string {
  const of: Of = { whose, week: weekWords(from, now) }
  return reasons
    .filter(({ reason }) => whose === 'mine' || !ofTheBooking.has(reason))
    .map((reason) => (reasonWriters[reason.reason] as (reason: MatchReason, of: Of) => string)(reason, of))
    .join(' · ')
}

/** The hall's filters. */
export const hallFilterText = {
  open: '筛选',
  title: '只看哪些',
  day: '哪一天',
  anyDay: '哪天都行',
  kind: '做什么',
  anyKind: '什么都行',
  estate: '哪个小区',
  anyEstate: '哪里都行',
  team: '哪个队',
  anyTeam: '我的每个队',
  and: '、',
  show: '就看这些',
  only: (what: readonly string[]) => `现在只看：${what.join('、')}`,
  all: '看全部',
  none: { title: '没有符合的', text: '换个条件，或者看看全部。' },
} as const

/** What waits for a leader, or the worker of a grid. */
export const leadText = {
  entry: '等您安排',
  entryDetail: '没人认领的预约，忘了签退的服务',
  notLeading: {
    title: '这里是给队长和网格员用的',
    text: '没有人认领的预约会在这里。您要是志愿者，请去任务大厅看看。',
    action: '去任务大厅',
  },
  atRisk: '没人认领的',
  atRiskEmpty: '现在没有。预约过了一段时间还没人认领，会出现在这里，也会通知您。',
  told: { leader: '没人认领', grid: '更急了' },
  requested: (at: Instant, now: Instant) => `${momentWords(at, now)} 约的`,
  invited: (count: number) => (count > 0 ? `已经请了 ${count} 位志愿者` : '还没有请过人'),
  findHands: '去找人',
  seeBooking: '打开预约，和居民商量',
  forgotten: '忘了签退的',
  forgottenEmpty: '现在没有。有人忘了签退，会出现在这里，等您核定时长。',
  waitsForYou: '待核定',
  served: (who: string, at: Instant, now: Instant, minutes: number) =>
    `${who} ${momentWords(at, now)} 签到，按约好的结束时间是 ${durationWords(minutes)}`,
} as const

/** Asking or sending volunteers. */
export const dispatchText = {
  way: '请人帮忙，或者派一位去',
  lead: '越合适的排在越前面。请他帮忙：他收到通知，愿意就认领。派他去：直接替他认领，他来不了可以交还。',
  licence: (licence: string) => `要有证件：${licence}`,
  list: '本队的志愿者',
  emptyTitle: '队里还没有别的志愿者',
  emptyText: '先请人加入服务队，通过以后就能请他帮忙。',
  ask: (name: string) => `请${name}帮忙`,
  asked: '请过了',
  askAction: (count: number) => (count > 0 ? `请这 ${count} 位帮忙` : '请选中的人帮忙'),
  askNone: '先选上面的一位或几位。',
  askDone: (count: number) => `已经通知 ${count} 位志愿者。`,
  send: '派他去',
  sendOf: (name: string) => `派他去：${name}`,
  sendTitle: (name: string) => `派${name}去？`,
  sendText: '会替他认领，并通知他和居民。最好先和他说好；他来不了，可以交还。',
  sendAction: '派他去',
  sendKeep: '先不派',
  sent: (name: string) => `已经派${name}去，通知他和居民了。`,
  noId: {
    title: '没有找到这个预约',
    text: '链接可能不完整。请从「等您安排」里打开。',
    action: '看等您安排的',
  },
  over: '已经有人认领了，不用再找。',
} as const

/** A leader's word on a forgotten check-out. */
export const settleText = {
  open: '核定时长',
  lead: (minutes: number) =>
    `没有签退，先按约好的结束时间算 ${durationWords(minutes)}。请问问居民和志愿者，再核定。`,
  title: '核定这次服务的时长',
  text: (from: Instant, minutes: number) =>
    `${clockWords(from)} 签到。最多 ${minutes} 分钟，只能少不能多。原因志愿者和居民都会看到。`,
  minutes: '实际服务了多少分钟',
  minutesWrong: (most: number) => `请写 0 到 ${most} 的整数。`,
  reason: '为什么这样定',
  reasons: ['问过居民，做到了约好的时间', '问过居民，提前做完了', '问过居民，没有做'],
  action: '核定',
  done: (minutes: number | undefined) =>
    minutes
      ? `核定为 ${durationWords(minutes)}，已经记进志愿者的时长账，并通知两边。`
      : '核定为没有时长，已经通知两边。',
} as const
