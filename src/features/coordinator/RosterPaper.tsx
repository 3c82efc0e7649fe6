import type { SessionView } from '#contract/activity'
import type { DoorRow } from './doorBook'

export interface RosterPaperProps {
  title: string
  place: string
  session: SessionView
  rows: readonly DoorRow[]
}

/** WeChat prints nothing; the page says to open it on a computer. */
export function RosterPaper(_props: RosterPaperProps) {
  return null
}
