import { useState } from 'react'
import { defaultLimits } from '#contract/community'
import { usePages } from '../../../cloud/usePages'
import { useRead } from '../../../cloud/useRead'
import { MyShiftCard } from '../../../features/activity/MyShiftCard'
import { routes } from '../../../routes'
import { mySignupsText } from '../../../text/activity'
import { shiftText } from '../../../text/shift'
import { titles } from '../../../text/titles'
import { Banner } from '../../../ui/Banner'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Choice } from '../../../ui/Choice'
import { Pager } from '../../../ui/Pager'
import { Place } from '../../../ui/Place'
import { Screen } from '../../../ui/Screen'
import type { News } from '../../../ui/Standing'
import { Empty, StateView } from '../../../ui/StateView'

type When = 'upcoming' | 'past'
const whens = (['upcoming', 'past'] as const).map((value) => ({ value, title: mySignupsText[value] }))

/** Where I help at activities, and where I have helped. */
export default function MyShifts() {
  const [when, setWhen] = useState<When>('upcoming')
  return (
    <Screen title={titles.myShifts}>
      <Choice label={mySignupsText.which} options={whens} chosen={when} onChoose={setWhen} />
      <Shifts key={when} when={when} />
    </Screen>
  )
}

/** A shift with its step is drawn large. */
const shiftsAtOnce = 8

function Shifts({ when }: { when: When }) {
  const now = Date.now()
  const { paging, older, newer } = usePages(shiftsAtOnce)
  const [read, refresh] = useRead('shift.mine', { when, ...paging })
  const [community] = useRead('community.get', {})
  const [news, setNews] = useState<News>()
  const limits = community.state === 'ready' ? community.data.limits : defaultLimits
  const { title, text } = when === 'past' ? shiftText.emptyPast : shiftText.empty
  const empty = (
    <Empty title={title} text={text}>
      <Button look='pine' to={routes.activities}>
        {shiftText.empty.action}
      </Button>
    </Empty>
  )
  return (
    <Box className='stack'>
      <Place>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Place>
      <StateView of={read} onRetry={refresh} empty={empty}>
        {({ items, nextCursor }) => (
          <Box className='stack'>
            {items.map((shift) => (
              <MyShiftCard
                key={shift.shiftId}
                shift={shift}
                limits={limits}
                course={{ refresh, tell: setNews }}
                now={now}
              />
            ))}
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
    </Box>
  )
}
