import { hoursText } from '#text/hours/hours'
import { durationWords } from '#text/shared/time'
import { Box } from '#ui/show/Box'
import type { MonthColumn } from './monthColumns'

const words = hoursText.months

/** The months with minutes as a table, which a screen reader reads by row and column. */
export function MonthsTable({ columns }: { columns: readonly MonthColumn[] }) {
  const held = columns.filter(({ recordedMinutes, honourMinutes }) => recordedMinutes + honourMinutes > 0)
  if (held.length === 0) return <Box className='soft'>{words.none}</Box>
  return (
    <table className='months-table'>
      <thead>
        <tr>
          <th scope='col'>{words.month}</th>
          <th scope='col'>{words.recorded}</th>
          <th scope='col'>{words.honour}</th>
        </tr>
      </thead>
      <tbody>
        {held.map(({ month, recordedMinutes, honourMinutes }) => (
          <tr key={month}>
            <th scope='row'>{words.monthOf(month)}</th>
            <td>{durationWords(recordedMinutes)}</td>
            <td>{durationWords(honourMinutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
