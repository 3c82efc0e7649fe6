import { useState } from 'react'
import { cloudNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { dayOf } from '#contract/shared/wallClock'
import { teamHoursText as words } from '#text/hours/hours'
import { durationWords } from '#text/shared/time'
import { Choice } from '#ui/choice/Choice'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

type Span = keyof typeof words.spans
const spans = (Object.keys(words.spans) as Span[]).map((value) => ({ value, title: words.spans[value] }))

/** The hours of a team in a span. They are the sum of its members' lines. */
export function TeamTotal({ teamId }: { teamId: string }) {
  const [span, setSpan] = useState<Span>('month')
  const to = dayOf(cloudNow())
  const from = `${to.slice(0, span === 'month' ? 7 : 4)}${span === 'month' ? '-01' : '-01-01'}`
  const [read, refresh] = useRead('report.overview', { from, to })
  return (
    <Card title={words.total} edge='pine'>
      <Choice label={words.span} options={spans} chosen={span} onChoose={setSpan} />
      <StateView of={read} onRetry={refresh}>
        {({ hours }) => {
          const sum = hours.byTeam.find((team) => team.teamId === teamId)
          return (
            <Box>
              <Cell name={words.recorded}>{durationWords(sum?.recordedMinutes ?? 0)}</Cell>
              <Cell name={words.honour}>{durationWords(sum?.honourMinutes ?? 0)}</Cell>
            </Box>
          )
        }}
      </StateView>
      <Box className='soft small'>{words.equals}</Box>
    </Card>
  )
}
