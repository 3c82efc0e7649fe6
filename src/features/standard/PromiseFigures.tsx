import { useNow } from '#clock'
import type { Measure } from '#contract/publication'
import { leastTold, type StandardFigures } from '#contract/standard'
import { standardText as words } from '#text/standard/standard'
import { Box } from '#ui/show/Box'

export interface PromiseFiguresProps {
  measure: Measure
  figures: StandardFigures
}

/** How a promise was kept: the last whole month at once, the months before it in a small list. */
export function PromiseFigures({ measure, figures }: PromiseFiguresProps) {
  const now = useNow()
  const lines = [...figures.measures[measure]].reverse()
  const [last, ...earlier] = lines
  if (!last) return null
  // the last month says that it had too few; a list of such months would say nothing
  const before = earlier.filter(({ of }) => of >= leastTold)
  return (
    <Box className='stack-tight'>
      <Box className='strong'>{words.line(measure, last, now)}</Box>
      {before.length > 0 && <Box className='soft'>{words.months}</Box>}
      {before.map((figure) => (
        <Box key={figure.month} className='soft'>
          {words.line(measure, figure, now)}
        </Box>
      ))}
    </Box>
  )
}
