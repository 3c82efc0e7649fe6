import type { MatchReason } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { weekNumberOf } from '#contract/shared/wallClock'

/** The first characters of a skill that names an act, as in 「会修水管」. */
const doing = /^[修换装做教陪理打剪搬洗疏调照看缝读写画唱跳种开买代跑推]/

/** Whose match it is: the reader's own, or that of a volunteer whom a leader looks at. */
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

/** Reasons that come from the booking and not from the volunteer. A leader who compares volunteers knows them. */
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
