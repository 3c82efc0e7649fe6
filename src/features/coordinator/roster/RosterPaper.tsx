import type { SessionView } from '#contract/session'
import type { DoorRow } from '#features/coordinator/door/doorBook'

export interface RosterPaperProps {
  title: string
  place: string
  session: SessionView
  rows: readonly DoorRow[]
  /** By member, where they were opened for a reason. */
  phones?: ReadonlyMap<string, string> | undefined
}

/** WeChat prints nothing; the page says to open it on a computer. */
export function RosterPaper(_props: RosterPaperProps) {
  return null
}
