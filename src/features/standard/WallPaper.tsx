import type { StandardPromise } from '#contract/publication'
import type { StandardFigures } from '#contract/standard'

export interface WallPaperProps {
  title: string
  promises: readonly StandardPromise[]
  figures: StandardFigures
  now: number
}

/** WeChat cannot print. The page says to open it on a computer. */
export function WallPaper(_props: WallPaperProps) {
  return null
}
