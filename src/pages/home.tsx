import { useEffect } from 'react'
import { useNow } from '#clock'
import { strangersAreKnown } from '#cloud/call/session'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import type { HomeShown } from '#contract/home'
import type { Instant } from '#contract/shared/scalars'
import { ClosingCard } from '#features/account/ClosingCard'
import { BookingsInProgress } from '#features/booking/list/BookingsInProgress'
import { CallBlock, CallRow } from '#features/community/CallRow'
import { Greeting } from '#features/community/Greeting'
import { Offered } from '#features/community/Offered'
import { isSettingUp, SettingUp } from '#features/community/SettingUp'
import { useKeptPhone } from '#features/community/useKeptPhone'
import { NewsBlock } from '#features/home/NewsBlock'
import { WaitingBlock } from '#features/home/WaitingBlock'
import { WorkBlock } from '#features/home/WorkBlock'
import { RegistrationStateCard } from '#features/member/own/RegistrationStateCard'
import { registrationStateOf } from '#features/member/own/registrationState'
import { isVolunteer } from '#features/member/own/rolesHeld'
import { routes } from '#routes'
import { closingText } from '#text/account/closing'
import { privacyText } from '#text/account/privacy'
import { homeText } from '#text/community/home'
import { titles } from '#text/shared/titles'
import { LineButton } from '#ui/button/LineButton'
import { ElderButton } from '#ui/choice/ElderSwitch'
import { noteVolunteer } from '#ui/elder/bookingsTab'
import { useElder } from '#ui/elder/elder'
import { noteCommunity } from '#ui/page/communityName'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/**
 * The home page: what waits for the viewer, in the order of its hour; what their office has to do; what one can ask
 * for. All of it comes with one answer, so that nothing moves what already stands there.
 */
export default function HomePage() {
  const now = useNow()
  const signedIn = useSignedIn()
  const [home, refresh] = useRead('home.get', {}, { visitor: true })
  const shown = home.state === 'ready' ? home.data : undefined
  const phone = useKeptPhone(shown?.community.phone)
  const name = shown?.community.name
  useEffect(() => {
    if (name) noteCommunity(name)
  }, [name])

  return (
    <Screen
      title={titles.home}
      tab='home'
      masthead={
        <Greeting name={signedIn ? shown?.me.member?.name : undefined} community={name ?? ''} now={now}>
          <ElderButton />
        </Greeting>
      }
    >
      {isSettingUp(home) ? (
        <SettingUp of={home} />
      ) : (
        <StateView of={home} onRetry={refresh}>
          {(read) => <HomeBlocks home={read} signedIn={signedIn} now={now} onKept={refresh} />}
        </StateView>
      )}
      <Maybe>{home.state === 'failed' && phone && <CallRow phone={phone} />}</Maybe>
    </Screen>
  )
}

interface HomeBlocksProps {
  home: HomeShown
  signedIn: boolean
  now: Instant
  onKept: () => void
}

/**
 * What is urgent stands above all else. In elder mode the telephone and what can be asked for stand above what waits: they are what is looked
 * for.
 */
function HomeBlocks({ home, signedIn, now, onKept }: HomeBlocksProps) {
  const elder = useElder()
  const { community, waiting, counts, bookings, unread, publications } = home
  const me = signedIn ? home.me : undefined
  const volunteers = isVolunteer(me)
  useEffect(() => noteVolunteer(volunteers), [volunteers])
  const registration = registrationStateOf(me, strangersAreKnown())
  const confirmed = registration === 'verified' || registration === 'moving'
  const closesAt = me?.member?.closesAt
  const mayAsk = closesAt === undefined && (registration === 'verified' || registration === 'visitor')
  const offered = <Maybe>{mayAsk && <Offered community={community} />}</Maybe>
  const news = <NewsBlock publications={publications} />
  const newsFirst = publications.some(({ urgent }) => urgent)
  return (
    <Box className='stack'>
      {newsFirst && news}
      {elder && <CallBlock phone={community.phone} />}
      {elder && offered}
      <Maybe>
        {confirmed && <WaitingBlock waiting={waiting} now={now} />}
        {me && !elder && <WorkBlock counts={counts} roles={me.roles} />}
        {closesAt !== undefined && (
          <ClosingCard
            closesAt={closesAt}
            onKept={onKept}
            more={{ words: closingText.more, to: routes.account }}
          />
        )}
        {registration !== 'verified' && <RegistrationStateCard registration={registration} />}
      </Maybe>
      {!elder && offered}
      {!newsFirst && news}
      <Maybe>
        {confirmed && <BookingsInProgress bookings={bookings} now={now} />}
        {me && elder && <WorkBlock counts={counts} roles={me.roles} />}
      </Maybe>
      {me?.member && <MoreRows unread={unread} volunteers={volunteers} />}
      {!elder && <CallRow phone={community.phone} />}
      <LineButton to={routes.privacy}>{privacyText.entry}</LineButton>
    </Box>
  )
}

/** The notices that are unread, and the hall for whoever volunteers. */
function MoreRows({ unread, volunteers }: { unread: number; volunteers: boolean }) {
  if (unread === 0 && !volunteers) return null
  return (
    <ListRows>
      {volunteers && (
        <ListRow icon='hall' title={homeText.toHall} detail={homeText.toHallDetail} to={routes.hall} />
      )}
      {unread > 0 && <ListRow icon='bell' title={homeText.unread(unread)} to={routes.inbox} />}
    </ListRows>
  )
}
