import { hoursText } from '#text/hours/hours'
import { durationWords } from '#text/shared/time'
import { Box } from '#ui/show/Box'
import { Cell } from '#ui/show/Row'
import type { MonthColumn } from './monthColumns'

const words = hoursText.months

/** The months with minutes, in words. */
export function MonthsTable({ columns }: { columns: readonly MonthColumn[] }) {
  const held = columns.filter(({ recordedMinutes, honourMinutes }) => recordedMinutes + honourMinutes > 0)
  if (held.length === 0) return <Box className='soft'>{words.none}</Box>
  return (
    <Box>
      {held.map(({ month, recordedMinutes, honourMinutes }) => (
        <Cell key={month} name={words.monthOf(month)}>
          {words.split(durationWords(recordedMinutes), honourMinutes > 0 && durationWords(honourMinutes))}
        </Cell>
      ))}
    </Box>
  )
}
