import type { ActivityKind, SubsidyRate } from '#contract/activity'
import type { SignupRule } from '#contract/session'
import type { Day } from '#contract/shared/scalars'
import type { WindowDraft } from '#ui/field/windowDraft'

export interface ShiftForm {
  shiftId?: string | undefined
  name: string
  capacity: string
}
/** A session; or a lesson of a course, whose places are those of the course. */
export interface SessionForm {
  /** The session's id, or the lesson's. */
  sessionId?: string | undefined
  window: WindowDraft
  capacity: string
  shifts: readonly ShiftForm[]
  /** Of a lesson: where, if elsewhere, and who gives it. */
  place?: string | undefined
  trainer?: string | undefined
  /** The lesson that it makes up for. */
  makesUp?: string | undefined
}
/** A lesson that was called off, and that another may make up for. */
export interface CalledOff {
  lessonId: string
  from: number
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
  /** A training is one course, and `sessions` are its lessons; trainings of before may be several sessions. */
  course: boolean
  /** Places of a course. */
  places: string
  /** Lessons that were called off and not made up for. */
  calledOff: readonly CalledOff[]
  /** Per cent of the lessons that complete it. */
  leastPercent: string
  gain: string
  subsidyPer: SubsidyRate
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

/** Whether what is written is one course, with lessons for sessions. */
export const isCourseForm = ({ kind, course }: Pick<ActivityForm, 'kind' | 'course'>): boolean =>
  kind === 'training' && course
