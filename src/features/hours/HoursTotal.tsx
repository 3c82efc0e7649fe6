import type { Statement } from '#contract/hours'
import { hoursText as words } from '#text/hours/hours'
import { durationWords } from '#text/shared/time'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Words } from '#ui/show/Words'
import './HoursTotal.scss'

/** Shows the total hours, and of how many recorded and honour hours it consists. `other`: they are another member's. */
export function HoursTotal({ statement, other }: { statement: Statement; other: boolean }) {
  const { totalMinutes, recordedMinutes, honourMinutes, volunteerNo, name } = statement
  const hours = Math.floor(totalMinutes / 60)
  const minutes = totalMinutes % 60
  return (
    <Card title={other ? words.of(name) : words.total} edge='pine'>
      <Box className='total' role='img' label={words.spoken(hours, minutes)}>
        <TotalPart number={hours} unit={words.hourUnit} />
        <TotalPart number={minutes} unit={words.minuteUnit} />
      </Box>
      {volunteerNo && <Box className='soft'>{words.volunteerNo(volunteerNo)}</Box>}
      {honourMinutes !== 0 && (
        <Box className='soft'>
          {words.split(durationWords(recordedMinutes), durationWords(honourMinutes))}
        </Box>
      )}
    </Card>
  )
}

function TotalPart({ number, unit }: { number: number; unit: string }) {
  return (
    <Box className='total-part' silent>
      <Words className='total-number'>{number}</Words>
      <Words className='total-unit'>{unit}</Words>
    </Box>
  )
}
