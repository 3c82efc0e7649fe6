import type { SubsidyPaper } from '#contract/subsidy'

export interface SubsidySheetPaperProps {
  paper: SubsidyPaper
  now: number
}

/** WeChat cannot print. The page says to open it on a computer. */
export function SubsidySheetPaper(_props: SubsidySheetPaperProps) {
  return null
}
