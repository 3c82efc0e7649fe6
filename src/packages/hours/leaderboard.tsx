import { useState } from 'react'
import { cloudNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import type { Leaderboard } from '#contract/hours'
import { dayOf } from '#contract/shared/wallClock'
import { routes } from '#routes'
import { leaderboardText as words } from '#text/hours/hours'
import { durationWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { Choice } from '#ui/choice/Choice'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'

type Span = keyof typeof words.spans
const spans = (Object.keys(words.spans) as Span[]).map((value) => ({ value, title: words.spans[value] }))

/** The leaderboard: who served most, of those who agreed to be named, and whether the viewer has agreed. */
export default function LeaderboardPage() {
  const [span, setSpan] = useState<Span>('month')
  const month = dayOf(cloudNow()).slice(0, 7)
  const [read, refresh] = useRead('hours.leaderboard', span === 'month' ? { month } : {}, { visitor: true })
  return (
    <Screen title={titles.leaderboard}>
      <Box className='stack'>
        <Box>{words.lead}</Box>
        <Choice label={words.span} options={spans} chosen={span} onChoose={setSpan} />
        <StateView of={read} onRetry={refresh}>
          {(board) => <Board board={board} span={span} />}
        </StateView>
      </Box>
    </Screen>
  )
}

function Board({ board: { places, agreed }, span }: { board: Leaderboard; span: Span }) {
  return (
    <Box className='stack'>
      {places.length === 0 && <Box className='soft'>{words.empty[span]}</Box>}
      {places.length > 0 && (
        <ListRows>
          {places.map(({ place, name, minutes, mine }) => (
            <ListRow
              key={place}
              title={name}
              detail={mine ? `${words.place(place)} · ${words.mine}` : words.place(place)}
              end={durationWords(minutes)}
            />
          ))}
        </ListRows>
      )}
      {agreed !== undefined && (
        <ListRows>
          <ListRow
            title={agreed ? words.agreed : words.notAgreed}
            detail={words.consents}
            to={routes.consents}
          />
        </ListRows>
      )}
    </Box>
  )
}
