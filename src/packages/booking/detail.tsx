import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { useNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import type { BookingDetail, BookingStep } from '#contract/booking'
import { AttendanceOffline } from '#features/booking/attendance/AttendanceOffline'
import { discardSecret, keptSecret } from '#features/booking/attendance/attendanceSecret'
import { CodeOffline } from '#features/booking/attendance/CodeOffline'
import { EndedClaimProofs } from '#features/booking/attendance/EndedClaimProofs'
import { keepClaim, keptClaim } from '#features/booking/attendance/keptClaim'
import { BookingHeadline } from '#features/booking/detail/BookingHeadline'
import { BookingParticulars } from '#features/booking/detail/BookingParticulars'
import { BookingSteps, isWayOut } from '#features/booking/detail/BookingSteps'
import { BookingTimeline } from '#features/booking/detail/BookingTimeline'
import type { BookingCourse } from '#features/booking/detail/bookingCourse'
import { ContactCard } from '#features/booking/detail/ContactCard'
import { OtherHandCard } from '#features/booking/detail/OtherHandCard'
import { SeriesList } from '#features/booking/detail/SeriesList'
import { takeBooked } from '#features/booking/form/justBooked'
import { NoShowCards } from '#features/booking/noShow/NoShowCards'
import { CallRow } from '#features/community/CallRow'
import { WordStep } from '#features/hours/word/WordStep'
import { useMatterRead } from '#features/notice/useMatterRead'
import { bookingDetail, bookingRequestAt, bookingSlipAt, callsOf, routes } from '#routes'
import { bookingStepText } from '#text/booking/booking'
import { unclaimedStanding } from '#text/booking/bookingState'
import { particularsText } from '#text/booking/particulars'
import { slipText } from '#text/booking/slip'
import { dateWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { goInstead } from '#ui/go/go'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, type Loadable, StateView } from '#ui/page/StateView'
import { useNews } from '#ui/page/useNews'
import { useWindowName } from '#ui/page/windowName'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/** The page of one booking, for everybody who may see it: its state, the next step, particulars and timeline. */
export default function BookingPage() {
  const { id, for: actingFor } = useRouter().params
  return (
    <Screen title={titles.bookingDetail}>
      {id ? <OpenBooking bookingId={id} actingFor={actingFor || undefined} /> : <NoBooking />}
    </Screen>
  )
}

interface OpenBookingProps {
  bookingId: string
  /** The member whose booking it is, when the reader acts for somebody. */
  actingFor: string | undefined
}

function OpenBooking({ bookingId, actingFor }: OpenBookingProps) {
  const now = useNow()
  const [read, refresh] = useRead('booking.get', { bookingId }, { actingFor })
  const [community] = useRead('community.get', {})
  const [news, tell] = useNews(() =>
    takeBooked(bookingId) ? { tone: 'good', text: bookingStepText.booked } : undefined,
  )
  const booking = read.state === 'ready' ? read.data : undefined
  useMatterRead({ bookingId }, booking !== undefined && !actingFor)
  useWindowName(booking && uiText.about.booking(booking.kindTitle, dateWords(booking.window.from)))
  useKeptForNoNetwork(bookingId, booking)

  const steps = { refresh, tell }
  const wordStep = (booking: BookingDetail) => <WordStep booking={booking} course={steps} />
  const course: BookingCourse = { bookingId, actingFor, ...steps, wordStep }

  const secret = read.state === 'failed' && read.code === 'unreachable' ? keptSecret(bookingId) : undefined
  const claim = read.state === 'failed' && read.code === 'unreachable' ? keptClaim(bookingId) : undefined
  if (claim) return <AttendanceOffline bookingId={bookingId} claim={claim} onRetry={refresh} />
  if (secret) return <CodeOffline secret={secret} onRetry={refresh} />
  if (read.state === 'failed' && read.code === 'not_found' && !actingFor) {
    return <ChoosePrincipal bookingId={bookingId} onRetry={refresh} of={read} />
  }
  return (
    <StateView of={read} onRetry={refresh}>
      {(open) => {
        const shared = community.state === 'ready' ? community.data : undefined
        const estate = shared?.estates.find(({ estateId }) => estateId === open.estateId)?.name
        const mayBookAgain =
          open.part === 'requester' && (open.state === 'cancelled' || open.state === 'expired')
        const nobodyCame = open.state === 'open' && unclaimedStanding(open.window, now) === 'begun'
        const mayCall =
          open.part === 'requester' && (nobodyCame || open.waits === 'overrun' || open.waits === 'resumed')
        const tooLate = open.part === 'team' && open.steps.length === 0
        // A volunteer who considers a claim reads the particulars before the steps.
        const choosing = open.steps.includes('claim')
        const isBelow = (step: BookingStep) => isWayOut(step) && !(nobodyCame && step === 'change')
        const forward = open.steps.filter((step) => !isBelow(step))
        const out = open.steps.filter(isBelow)
        const stepsForward = forward.length > 0 && (
          <BookingSteps offered={forward} booking={open} course={course} />
        )
        return (
          <>
            <Maybe>
              {actingFor && open.requesterName && (
                <Banner tone='plain'>{bookingStepText.acting(open.requesterName)}</Banner>
              )}
            </Maybe>
            <Maybe>
              <BookingHeadline booking={open} now={now} news={news} told={actingFor && open.requesterName} />
            </Maybe>
            <Maybe>{open.noShows && <NoShowCards booking={open} course={course} now={now} />}</Maybe>
            <Maybe>{open.proofs && <EndedClaimProofs proofs={open.proofs} now={now} />}</Maybe>
            <Maybe>{open.otherHand && <OtherHandCard booking={open} course={course} now={now} />}</Maybe>
            <Maybe>{open.contact && <ContactCard contact={open.contact} />}</Maybe>
            <Maybe>{open.lookupsSpent && <Banner tone='plain'>{bookingStepText.lookupsSpent}</Banner>}</Maybe>
            <Maybe>{!choosing && stepsForward}</Maybe>
            <Maybe>{mayCall && shared && <CallRow phone={shared.phone} />}</Maybe>
            <Maybe>
              {mayBookAgain && (
                <Button to={bookingRequestAt(open.service, actingFor)}>{particularsText.again}</Button>
              )}
            </Maybe>
            <Maybe>
              <BookingParticulars booking={open} estate={estate} now={now} />
            </Maybe>
            <Maybe>{open.series && <SeriesList booking={open} now={now} actingFor={actingFor} />}</Maybe>
            <Maybe>{choosing && stepsForward}</Maybe>
            <Maybe>
              {wantsSlip(open, actingFor) && (
                <ListRows>
                  <ListRow
                    title={slipText.open}
                    detail={slipText.openDetail}
                    to={bookingSlipAt(bookingId, actingFor)}
                  />
                </ListRows>
              )}
            </Maybe>
            <Maybe>{open.part === 'staff' && <ToCall bookingId={bookingId} />}</Maybe>
            <Maybe>
              {tooLate && (
                <Button look='quiet' to={routes.hall}>
                  {bookingStepText.elsewhere}
                </Button>
              )}
            </Maybe>
            <Maybe>{open.timeline.length > 0 && <BookingTimeline booking={open} now={now} />}</Maybe>
            <Maybe>{out.length > 0 && <BookingSteps offered={out} booking={open} course={course} />}</Maybe>
          </>
        )
      }}
    </StateView>
  )
}

/** Whom to telephone because of it, for staff. */
const ToCall = ({ bookingId }: { bookingId: string }) => (
  <ListRows>
    <ListRow icon='phone' title={titles.calls} to={callsOf('booking', bookingId)} />
  </ListRows>
)

/** Keeps a volunteer's claim for where there is no network, and no code longer than it counts. */
function useKeptForNoNetwork(bookingId: string, booking: BookingDetail | undefined): void {
  const codeIsOver = booking !== undefined && !booking.steps.includes('showCode')
  useEffect(() => {
    if (codeIsOver) discardSecret(bookingId)
  }, [bookingId, codeIsOver])
  useEffect(() => {
    if (booking?.part === 'claimer') keepClaim(booking)
  }, [booking])
}

/** Whether to offer a slip: to staff, and to whoever booked for somebody else, who may have no phone. */
function wantsSlip({ part, state, forName }: BookingDetail, actingFor: string | undefined): boolean {
  const ahead = state === 'open' || state === 'claimed' || state === 'in_service'
  return ahead && (part === 'staff' || (part === 'requester' && Boolean(actingFor || forName)))
}

/** A notice about what a proxy did leads here without saying for whom. So the viewer chooses a principal. */
function ChoosePrincipal({ bookingId, onRetry, of }: ChoosePrincipalProps) {
  const [me] = useRead('member.me', {})
  const actsFor = me.state === 'ready' ? (me.data.member?.actsFor ?? []) : []
  return (
    <Box className='stack'>
      <StateView of={of} onRetry={onRetry}>
        {() => null}
      </StateView>
      <Maybe>
        {actsFor.length > 0 && (
          <Box className='stack-tight'>
            <Box>{bookingStepText.perhapsTheirs}</Box>
            <ListRows>
              {actsFor.map(({ memberId, name }) => (
                <ListRow
                  key={memberId}
                  title={bookingStepText.openFor(name)}
                  onPress={() => goInstead(bookingDetail(bookingId, memberId))}
                />
              ))}
            </ListRows>
          </Box>
        )}
      </Maybe>
    </Box>
  )
}

interface ChoosePrincipalProps {
  bookingId: string
  of: Loadable<never>
  onRetry: () => void
}

function NoBooking() {
  const { title, text, action } = bookingStepText.noId
  return (
    <Empty title={title} text={text}>
      <Button to={routes.myBookings}>{action}</Button>
    </Empty>
  )
}
