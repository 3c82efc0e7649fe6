import { strangersAreKnown } from '#cloud/call/session'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import { ClosingCard } from '#features/account/ClosingCard'
import { NextSignup } from '#features/activity/session/NextSignup'
import { BookingsInProgress } from '#features/booking/list/BookingsInProgress'
import { NextClaim } from '#features/booking/list/NextClaim'
import { CallRow } from '#features/community/CallRow'
import { Greeting } from '#features/community/Greeting'
import { RequestTile, ServiceTile } from '#features/community/ServiceTile'
import { RegistrationStateCard } from '#features/member/own/RegistrationStateCard'
import { registrationStateOf } from '#features/member/own/registrationState'
import { everVolunteered, isVolunteer } from '#features/member/own/rolesHeld'
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
import { Maybe } from '#ui/show/Maybe'

/** The home page: links to book help, the viewer's next sign-up, bookings and claim, and the telephone number. */
export default function Home() {
  const now = Date.now()
  const signedIn = useSignedIn()
  const [community, refresh] = useRead('community.get', {}, { visitor: true })
  const [me, refreshMe] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const known = signedIn && me.state === 'ready' ? me.data : undefined
  const registration = signedIn && !known ? undefined : registrationStateOf(known, strangersAreKnown)
  const closesAt = known?.member?.closesAt
  const retry = () => {
    void refresh()
    void refreshMe()
  }
  const communityName = community.state === 'ready' ? community.data.name : ''

  return (
    <Screen
      title={titles.home}
      tab='home'
      masthead={
        <Greeting name={known?.member?.name} community={communityName} now={now}>
          <ElderButton />
        </Greeting>
      }
    >
      {registration === undefined && community.state !== 'failed' && (
        <StateView of={me} onRetry={refreshMe}>
          {() => null}
        </StateView>
      )}
      {(registration === 'verified' || registration === 'moving') && <NextSignup now={now} />}
      {known?.member && <UnreadRow />}
      <Maybe>
        {closesAt !== undefined && (
          <ClosingCard
            closesAt={closesAt}
            onKept={refreshMe}
            more={{ words: closingText.more, to: routes.account }}
          />
        )}
      </Maybe>
      {registration !== undefined && registration !== 'verified' && (
        <RegistrationStateCard registration={registration} />
      )}
      <StateView of={community} onRetry={retry}>
        {({ services, requestCategories, phone }) => (
          <Box className='stack'>
            <Maybe>
              {closesAt === undefined && (registration === 'verified' || registration === 'visitor') && (
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
            </Maybe>
            {(registration === 'verified' || registration === 'moving') && <BookingsInProgress now={now} />}
            {everVolunteered(known) && <NextClaim volunteers={isVolunteer(known)} now={now} />}
            <CallRow phone={phone} />
            <LineButton to={routes.privacy}>{privacyText.entry}</LineButton>
          </Box>
        )}
      </StateView>
    </Screen>
  )
}
