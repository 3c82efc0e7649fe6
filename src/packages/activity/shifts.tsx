import { useState } from 'react'
import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { MyShiftCard } from '#features/activity/shift/MyShiftCard'
import { routes } from '#routes'
import { mySignupsText } from '#text/session/signup'
import { titles } from '#text/shared/titles'
import { shiftText } from '#text/shift/shift'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import type { News } from '#ui/show/news'

type When = 'upcoming' | 'past'
const whens = (['upcoming', 'past'] as const).map((value) => ({ value, title: mySignupsText[value] }))

/** The viewer's shifts, to come and past. */
export default function MyShifts() {
  const [when, setWhen] = useState<When>('upcoming')
  return (
    <Screen title={titles.myShifts}>
      <Choice label={mySignupsText.which} options={whens} chosen={when} onChoose={setWhen} />
      <Shifts key={when} when={when} />
    </Screen>
  )
}

/** Fewer than in other lists, since a shift with its step is large. */
const shiftsAtOnce = 8

function Shifts({ when }: { when: When }) {
  const now = useNow()
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
      <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
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
