import { useState } from 'react'
import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { minuteMs } from '#contract/shared/time'
import { MySignupCard } from '#features/activity/session/MySignupCard'
import { offersFirst } from '#features/activity/session/offersFirst'
import { ForWhom, type Principal } from '#features/member/proxy/ForWhom'
import { behalfAt, routes } from '#routes'
import { mySignupsText as words } from '#text/session/signup'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useNews } from '#ui/page/useNews'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

type When = 'upcoming' | 'past'
const whens = (['upcoming', 'past'] as const).map((value) => ({ value, title: words[value] }))

/** The sign-ups of the viewer, or of a member for whom they act. Offers that wait for an answer stand first. */
export default function MySignups() {
  const [when, setWhen] = useState<When>('upcoming')
  return (
    <Screen title={titles.mySignups}>
      <ForWhom>
        {(principal) => (
          <>
            <Choice label={words.which} options={whens} chosen={when} onChoose={setWhen} />
            <Signups key={when} when={when} principal={principal} />
          </>
        )}
      </ForWhom>
    </Screen>
  )
}

/** Fewer than in other lists, since a sign-up with its steps is large. */
const signupsAtOnce = 8

function Signups({ when, principal }: { when: When; principal: Principal | undefined }) {
  const actingFor = principal?.memberId
  const now = useNow()
  const { paging, older, newer } = usePages(signupsAtOnce)
  const [read, refresh] = useRead('session.mine', { when, ...paging }, { actingFor })
  const [community] = useRead('community.get', {})
  const [news, tell] = useNews()
  const { doorOpensMinutes } = community.state === 'ready' ? community.data.limits : defaultLimits
  const { title, text } = when === 'past' ? words.emptyPast : words.empty
  return (
    <Box className='stack'>
      <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
      <StateView
        of={read}
        onRetry={refresh}
        empty={
          <Empty title={title} text={text} drawing='lantern'>
            <Button to={actingFor ? behalfAt(routes.activityChoice, actingFor) : routes.activities}>
              {words.empty.action}
            </Button>
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
                course={{ actingFor, refresh, tell }}
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
