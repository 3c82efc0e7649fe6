import { Box } from '#ui/show/Box'
import './Band.scss'

export type BandName =
  | 'lantern'
  | 'dragon_boat'
  | 'mid_autumn'
  | 'double_ninth'
  | 'winter_solstice'
  | 'new_year_feast'
  | 'childrens_day'
  | 'birthday'
  | 'training'
  | 'lecture'
  | 'other'

/** A strip with the picture of a festival, or of a kind of activity, repeated like a paper cut. The words beside it say which. */
export function Band({ name }: { name: BandName }) {
  return <Box className={`band band-${name}`} silent />
}
