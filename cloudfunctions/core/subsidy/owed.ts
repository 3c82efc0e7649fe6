import type { SubsidyRate } from '#contract/activity'
import type { Instant } from '#contract/shared/scalars'
import type { Activity } from '#core/activity/activity'
import { attendedOf, type Course, leastOf, liveLessons, spanOfCourse } from '#core/training/course'
import { type Subsidy, storiesOf, subsidySums } from './subsidy'

/** The public rate, for one person. */
export interface Rate {
  fen: number
  per: SubsidyRate
}

/** The rate that an activity promises; without one it is nothing. */
export const rateOf = ({ subsidyFen, subsidyPer }: Pick<Activity, 'subsidyFen' | 'subsidyPer'>): Rate => ({
  fen: subsidyFen ?? 0,
  per: subsidyPer ?? 'course',
})

/**
 * What somebody is owed by where they were: for each lesson that counts; or once for the whole course, when it is over
 * and they have completed it.
 */
export function entitledFen(
  { fen, per }: Rate,
  course: Course,
  present: ReadonlySet<string>,
  now: Instant,
): number {
  const attended = attendedOf(course, present)
  if (per === 'lesson') return attended * fen
  const over = liveLessons(course).length > 0 && spanOfCourse(course).to <= now
  return over && attended >= leastOf(course) ? fen : 0
}

/** What should stand for somebody: who has withdrawn the claim is owed no more than was paid. */
export const targetFen = ({ claim, lines }: Pick<Subsidy, 'claim' | 'lines'>, entitled: number): number =>
  claim && claim.withdrawnAt === undefined ? entitled : subsidySums(storiesOf({ lines })).paidFen

/** Whether a draw would change something. */
export const isToDraw = (subsidy: Pick<Subsidy, 'claim' | 'lines'>, entitled: number): boolean =>
  subsidy.claim !== null && targetFen(subsidy, entitled) !== subsidySums(storiesOf(subsidy)).owedFen
