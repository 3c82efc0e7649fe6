import type { ActivityKind } from '#contract/activity'
import type { SignupRule } from '#contract/session'
import type { Day } from '#contract/shared/scalars'
import type { WindowDraft } from '#ui/field/windowDraft'

export interface ShiftForm {
  shiftId?: string | undefined
  name: string
  capacity: string
}
export interface SessionForm {
  sessionId?: string | undefined
  window: WindowDraft
  capacity: string
  shifts: readonly ShiftForm[]
}
export interface Moment {
  day: Day
  time: string
}
export type Invited = 'all' | 'elders' | 'children' | 'ages'

/** An activity that is being written. Typed text stays as it was typed. */
export interface ActivityForm {
  /** The team whose activity it is; empty for the community's own. */
  teamId: string
  kind: ActivityKind
  title: string
  summary: string
  place: string
  sessions: readonly SessionForm[]
  opens: Moment
  closes: Moment
  rule: SignupRule
  partyMax: string
  invited: Invited
  /** In years, for `ages` and for the children who come along. Empty for no limit. */
  minAge: string
  maxAge: string
  gridIds: readonly string[]
  estateIds: readonly string[]
  /** In yuan. Empty for no subsidy. */
  subsidy: string
  festival?: string | undefined
  /** The day of that festival. */
  festivalDay?: Day | undefined
}
