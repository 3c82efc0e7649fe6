import { strangersAreKnown } from '../../cloud/session'
import { useRead } from '../../cloud/useRead'
import { useSignedIn } from '../../cloud/useSignedIn'
import { ClosingCard } from '../../features/account/ClosingCard'
import { NextSignup } from '../../features/activity/NextSignup'
import { MineInProgress } from '../../features/booking/MineInProgress'
import { NextClaim } from '../../features/booking/NextClaim'
import { CallRow } from '../../features/community/CallRow'
import { Greeting } from '../../features/community/Greeting'
import { RequestTile, ServiceTile } from '../../features/community/ServiceTile'
import { StandingCard } from '../../features/member/StandingCard'
import { serves, standingOf } from '../../features/member/standing'
import { UnreadRow } from '../../features/notice/UnreadRow'
import { routes } from '../../routes'
import { closingText } from '../../text/closing'
import { homeText } from '../../text/home'
import { privacyText } from '../../text/privacy'
import { titles } from '../../text/titles'
import { Box } from '../../ui/Box'
import { ElderButton } from '../../ui/ElderSwitch'
import { Heading } from '../../ui/Heading'
import { LineButton } from '../../ui/LineButton'
import { Place } from '../../ui/Place'
import { Screen } from '../../ui/Screen'
import { Empty, StateView } from '../../ui/StateView'

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
