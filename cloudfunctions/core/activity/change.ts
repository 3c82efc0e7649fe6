import type { Audience } from '#contract/activity'
import type { Instant, TeamId } from '#contract/shared/scalars'

/** One thing that an edit changed; `app/activity/words` has the words. */
export type PlannedChange =
  | { what: 'title' | 'place'; from: string; to: string }
  /** Sentences that stand there no more, and new ones; neither where only the way of writing changed. */
  | { what: 'summary'; gone?: string; added?: string }
  /** Without `from` and `to` in documents of earlier editions; null is everybody. */
  | { what: 'audience'; from?: Audience | null; to?: Audience | null }
  | { what: 'kind' | 'rule' | 'shifts' | 'team' }
  /** `draws`: the lots are drawn then. */
  | { what: 'opensAt' | 'closesAt'; from: Instant; to: Instant; draws?: true }
  | { what: 'partyMax' | 'subsidyFen'; from: number; to: number }
  | { what: 'window'; sessionId: string; from: Span; to: Span }
  | { what: 'capacity'; sessionId: string; at: Instant; from: number; to: number }
  | { what: 'sessionAdded' | 'sessionCancelled'; sessionId: string; at: Instant }
  | { what: 'lessonMoved'; sessionId: string; lessonId: string; from: Span; to: Span }
  | { what: 'lessonPlace'; sessionId: string; lessonId: string; at: Instant; from: string; to: string }
  /** `makesUp`: when the lesson that it makes up for was to be. */
  | { what: 'lessonAdded'; sessionId: string; lessonId: string; at: Span; place: string; makesUp?: Instant }
  | { what: 'lessonCancelled'; sessionId: string; lessonId: string; at: Span }
  | { what: 'trainer' | 'gain' | 'leastPercent' }
  | { what: 'shiftName'; sessionId: string; shiftId: string; from: string; to: string }
  | { what: 'shiftTeam'; sessionId: string; shiftId: string; name: string; from: TeamId; to: TeamId }
export interface Span {
  from: Instant
  to: Instant
}
