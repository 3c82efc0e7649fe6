import type { ActivityCard } from '#contract/activity'
import type { BandName } from '#ui/drawing/Band'

const festivals: readonly BandName[] = [
  'lantern',
  'dragon_boat',
  'mid_autumn',
  'double_ninth',
  'winter_solstice',
  'new_year_feast',
  'childrens_day',
]

/** The drawing of an activity: its festival's, else that of its kind. A festival we have not drawn has the knot. */
export function bandOf({ festival, kind }: Pick<ActivityCard, 'festival' | 'kind'>): BandName {
  return festivals.find((name) => name === festival) ?? (kind === 'festival' ? 'other' : kind)
}
