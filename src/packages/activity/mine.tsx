import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { minuteMs } from '#contract/shared/time'
import { MySignupCard } from '#features/activity/session/MySignupCard'
import { offersFirst } from '#features/activity/session/offersFirst'
import { routes } from '#routes'
import { mySignupsText as words } from '#text/session/signup'
import { titles } from '#text/shared/titles'
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
const whens = (['upcoming', 'past'] as const).map((value) => ({ value, title: words[value] }))

/** The viewer's sign-ups. Offers that wait for an answer stand first. */
export default function MySignups() {
  const [when, setWhen] = useState<When>('upcoming')
  return (
    <Screen title={titles.mySignups}>
      <Choice label={words.which} options={whens} chosen={when} onChoose={setWhen} />
      <Signups key={when} when={when} />
    </Screen>
  )
}

/** Fewer than in other lists, since a sign-up with its steps is large. */
const signupsAtOnce = 8

function Signups({ when }: { when: When }) {
  const now = useNow()
  const { paging, older, newer } = usePages(signupsAtOnce)
  const [read, refresh] = useRead('session.mine', { when, ...paging })
  const [community] = useRead('community.get', {})
  const [news, setNews] = useState<News>()
  const { doorOpensMinutes } = community.state === 'ready' ? community.data.limits : defaultLimits
  const { title, text } = when === 'past' ? words.emptyPast : words.empty
  const tell = (next: News | undefined) => {
    setNews(next)
    if (next) void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })
  }
  return (
    <Box className='stack'>
      <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
      <StateView
        of={read}
        onRetry={refresh}
        empty={
          <Empty title={title} text={text} drawing='lantern'>
            <Button to={routes.activities}>{words.empty.action}</Button>
          </Empty>
        }
      >
        {({ items, nextCursor }) => (
          <Box className='stack'>
            {offersFirst(items).map((signup) => (
              <MySignupCard
                key={signup.sessionId}
                signup={signup}
                doorOpensAt={signup.from - doorOpensMinutes * minuteMs}
                course={{ refresh, tell }}
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
