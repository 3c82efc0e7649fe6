import { useNow } from '#clock'
import { strangersAreKnown } from '#cloud/call/session'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import type { HomeShown } from '#contract/home'
import type { Instant } from '#contract/shared/scalars'
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

/**
 * The home page: links to book help, the viewer's next sign-up, bookings and claim, and the telephone number. All of
 * it comes with one answer, so that nothing moves what already stands there.
 */
export default function HomePage() {
  const now = useNow()
  const signedIn = useSignedIn()
  const [home, refresh] = useRead('home.get', {}, { visitor: true })
  const shown = home.state === 'ready' ? home.data : undefined

  return (
    <Screen
      title={titles.home}
      tab='home'
      masthead={
        <Greeting
          name={signedIn ? shown?.me.member?.name : undefined}
          community={shown?.community.name ?? ''}
          now={now}
        >
          <ElderButton />
        </Greeting>
      }
    >
      <StateView of={home} onRetry={refresh}>
        {(read) => <HomeBlocks home={read} signedIn={signedIn} now={now} onKept={refresh} />}
      </StateView>
    </Screen>
  )
}

interface HomeBlocksProps {
  home: HomeShown
  signedIn: boolean
  now: Instant
  onKept: () => void
}

function HomeBlocks({ home, signedIn, now, onKept }: HomeBlocksProps) {
  const { community, signups, bookings, claims, unread } = home
  const me = signedIn ? home.me : undefined
  const registration = registrationStateOf(me, strangersAreKnown)
  const confirmed = registration === 'verified' || registration === 'moving'
  const closesAt = me?.member?.closesAt
  return (
    <Box className='stack'>
      {confirmed && <NextSignup signups={signups} now={now} />}
      {me?.member && <UnreadRow unread={unread} />}
      <Maybe>
        {closesAt !== undefined && (
          <ClosingCard
            closesAt={closesAt}
            onKept={onKept}
            more={{ words: closingText.more, to: routes.account }}
          />
        )}
      </Maybe>
      {registration !== 'verified' && <RegistrationStateCard registration={registration} />}
      <Maybe>
        {closesAt === undefined && (registration === 'verified' || registration === 'visitor') && (
          <Offered community={community} />
        )}
      </Maybe>
      {confirmed && <BookingsInProgress bookings={bookings} now={now} />}
      {everVolunteered(me) && <NextClaim claims={claims} volunteers={isVolunteer(me)} now={now} />}
      <CallRow phone={community.phone} />
      <LineButton to={routes.privacy}>{privacyText.entry}</LineButton>
    </Box>
  )
}

/** What can be asked for, each as a large link. */
function Offered({ community: { services, requestCategories } }: Pick<HomeShown, 'community'>) {
  return (
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
  )
}
