import * as v from 'valibot'
import { type Audience, activityKinds, audience } from '#contract/activity'
import { id, line, paragraph } from './scalars'

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))

/**
 * On which day an activity falls, year after year. `lunar` means the ordinary month of that number, never the
 * leap month; day 30 of a shorter month is its last day. `term` counts the solar terms from the winter
 * solstice, which is 0.
 */
export const falls = v.variant('on', [
  v.object({ on: v.literal('lunar'), month: whole(1, 12), day: whole(1, 30) }),
  v.object({ on: v.literal('solar'), month: whole(1, 12), day: whole(1, 31) }),
  v.object({ on: v.literal('term'), term: whole(0, 23) }),
  /** 0 is Sunday. */
  v.object({ on: v.literal('weekday'), weekday: whole(0, 6) }),
  v.object({ on: v.literal('monthDay'), day: whole(1, 31) }),
])
export type Falls = v.InferOutput<typeof falls>

/** A template for activities, as an administrator edits it. */
export const activityTemplate = v.object({
  template: id,
  kind: v.picklist(activityKinds),
  title: line(1, 40),
  summary: paragraph(1, 1000),
  place: line(1, 60),
  falls,
  /** `HH:mm` on the wall clock. */
  begins: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  durationMinutes: whole(15, 24 * 60),
  capacity: whole(1, 500),
  shifts: v.pipe(v.array(v.object({ name: line(1, 20), capacity: whole(1, 100) })), v.maxLength(10)),
  audience: v.optional(audience),
})
export interface ActivityTemplate extends Omit<v.InferOutput<typeof activityTemplate>, 'audience'> {
  audience?: Audience | undefined
}
