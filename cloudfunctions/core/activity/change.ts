import type { Instant } from '#contract/shared/scalars'

/** One thing that an edit changed; `app/activity/activityWords` has the words. */
export type PlannedChange =
  | { what: 'title' | 'place'; from: string; to: string }
  | { what: 'summary' | 'kind' | 'audience' | 'rule' | 'shifts' | 'team' }
  | { what: 'opensAt' | 'closesAt'; from: Instant; to: Instant }
  | { what: 'partyMax' | 'subsidyFen'; from: number; to: number }
  | { what: 'window'; sessionId: string; from: Span; to: Span }
  | { what: 'capacity'; sessionId: string; at: Instant; from: number; to: number }
  | { what: 'sessionAdded' | 'sessionCancelled'; sessionId: string; at: Instant }
export interface Span {
  from: Instant
  to: Instant
}
