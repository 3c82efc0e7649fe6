import { strangersAreKnown } from '#cloud/call/session'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import { ClosingCard } from '#features/account/ClosingCard'
import { NextSignup } from '#features/activity/session/NextSignup'
import { MineInProgress } from '#features/booking/list/MineInProgress'
import { NextClaim } from '#features/booking/list/NextClaim'
import { CallRow } from '#features/community/CallRow'
import { Greeting } from '#features/community/Greeting'
import { RequestTile, ServiceTile } from '#features/community/ServiceTile'
import { StandingCard } from '#features/member/own/StandingCard'
import { serves, standingOf } from '#features/member/own/standing'
import { UnreadRow } from '#features/notice/UnreadRow'
import { routes } from '#routes'
import { closingText } from '#text/account/closing'
import { privacyText } from '#text/account/privacy'
import { homeText } from '#text/community/home'
import { titles } from '#text/shared/titles'
import { LineButton } from '#ui/button/LineButton'
import { ElderButton } from '#ui/choice/ElderSwitch'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Place } from '#ui/show/Place'

/** What a person can do now: book, follow what is under way, take up work, or call. */
export default function Home() {
  const now = Date.now()
  const signedIn = useSignedIn()
  const [community, refresh] = useRead('community.get', {}, { visitor: true })
  const [me, refreshMe] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const known = signedIn && me.state === 'ready' ? me.data : undefined
  const standing = signedIn && !known ? undefined : standingOf(known, strangersAreKnown)
  const closesAt = known?.member?.closesAt
  const retry = () => {
    void refresh()
    void refreshMe()
  }
  const place = community.state === 'ready' ? community.data.name : ''

  return (
    <Screen
      title={titles.home}
      tab='home'
      masthead={
        <Greeting name={known?.member?.name} place={place} now={now}>
          <ElderButton />
        </Greeting>
      }
    >
      {standing === undefined && community.state !== 'failed' && (
        <StateView of={me} onRetry={refreshMe}>
          {() => null}
        </StateView>
      )}
      {(standing === 'verified' || standing === 'moving') && <NextSignup now={now} />}
      {known?.member && <UnreadRow />}
      <Place>
        {closesAt !== undefined && (
          <ClosingCard
            closesAt={closesAt}
            onKept={refreshMe}
            more={{ words: closingText.more, to: routes.account }}
          />
        )}
      </Place>
      {standing !== undefined && standing !== 'verified' && <StandingCard standing={standing} />}
      <StateView of={community} onRetry={retry}>
        {({ services, requestCategories, phone }) => (
          <Box className='stack'>
            <Place>
              {closesAt === undefined && (standing === 'verified' || standing === 'visitor') && (
                <Box tag='section' className='stack-tight'>
                  <Heading>{homeText.servicesTitle}</Heading>
                  {services.length === 0 && <Empty title={homeText.noServices} />}
                  <Box className='pair'>
                    {services.map((service) => (
                      <ServiceTile key={service.service} service={service} />
                    ))}
                    {requestCategories.length > 0 && <RequestTile categories={requestCategories} />}
                  </Box>
                </Box>
              )}
            </Place>
            {(standing === 'verified' || standing === 'moving') && <MineInProgress now={now} />}
            {serves(known) && <NextClaim now={now} />}
            <CallRow phone={phone} />
            <LineButton to={routes.privacy}>{privacyText.entry}</LineButton>
          </Box>
        )}
      </StateView>
    </Screen>
  )
}
