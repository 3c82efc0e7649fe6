import { useNow } from '#clock'
import type { Measure } from '#contract/publication'
import type { StandardFigures } from '#contract/standard'
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
  const [last, ...before] = lines
  if (!last) return null
  return (
    <Box className='stack-tight'>
      <Box className='strong'>{words.line(measure, last, now)}</Box>
      <Box className='soft'>{words.months}</Box>
      {before.map((figure) => (
        <Box key={figure.month} className='soft'>
          {words.line(measure, figure, now)}
        </Box>
      ))}
    </Box>
  )
}
