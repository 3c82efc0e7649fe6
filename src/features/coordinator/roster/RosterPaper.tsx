import type { Instant } from '#contract/shared/scalars'
import type { DoorRow } from '#features/coordinator/door/doorBook'

export interface RosterPaperProps {
  title: string
  place: string
  session: { from: Instant; to: Instant }
  rows: readonly DoorRow[]
  /** Telephone numbers by member. Absent unless they were opened for a reason. */
  phones?: ReadonlyMap<string, string> | undefined
}

/** WeChat cannot print. The page says to open it on a computer. */
export function RosterPaper(_props: RosterPaperProps) {
  return null
}
