import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { useRead } from '../../../cloud/useRead'
import { discardSecret, keptSecret } from '../../../features/booking/attendanceSecret'
import { BookingParticulars } from '../../../features/booking/BookingParticulars'
import { BookingStanding } from '../../../features/booking/BookingStanding'
import { BookingSteps, isWayOut } from '../../../features/booking/BookingSteps'
import { BookingTimeline } from '../../../features/booking/BookingTimeline'
import type { Course, News } from '../../../features/booking/bookingCourse'
import { CodeOffline } from '../../../features/booking/CodeOffline'
import { ContactCard } from '../../../features/booking/ContactCard'
import { Place } from '../../../features/booking/Place'
import { bookingRequest, routes } from '../../../routes'
import { particularsText, stepText } from '../../../text/booking'
import { titles } from '../../../text/titles'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Screen } from '../../../ui/Screen'
import { Empty, StateView } from '../../../ui/StateView'

/** One booking, for everybody who may see it: where it stands, the next step, what it is about, what happened. */
export default function BookingPage() {
  const { id } = useRouter().params
  return <Screen title={titles.bookingDetail}>{id ? <OpenBooking bookingId={id} /> : <NoBooking />}</Screen>
}

function OpenBooking({ bookingId }: { bookingId: string }) {
  const now = Date.now()
  const [read, refresh] = useRead('booking.get', { bookingId })
  const [community] = useRead('community.get', {})
  const [news, setNews] = useState<News>()
  const booking = read.state === 'ready' ? read.data : undefined
  const codeIsOver = booking !== undefined && !booking.steps.includes('showCode')

  useEffect(() => {
    if (codeIsOver) discardSecret(bookingId)
  }, [bookingId, codeIsOver])

  const tell = useCallback((next: News | undefined) => {
    setNews(next)
    if (next) void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })
  }, [])
  const course: Course = { bookingId, refresh, tell }

  const secret = read.state === 'failed' && read.code === 'unreachable' ? keptSecret(bookingId) : undefined
  if (secret) return <CodeOffline secret={secret} onRetry={refresh} />
  return (
    <StateView of={read} onRetry={refresh}>
      {(open) => {
        const estates = community.state === 'ready' ? community.data.estates : []
        const estate = estates.find(({ estateId }) => estateId === open.estateId)?.name
        const mayBookAgain =
          open.part === 'requester' && (open.state === 'cancelled' || open.state === 'expired')
        const tooLate = open.part === 'team' && open.steps.length === 0
        // Whoever considers a claim reads first what it is about.
        const choosing = open.steps.includes('claim')
        const forward = open.steps.filter((step) => !isWayOut(step))
        const out = open.steps.filter(isWayOut)
        const stepsForward = forward.length > 0 && (
          <BookingSteps offered={forward} booking={open} course={course} />
        )
        return (
          <Box>
            <Place>
              <BookingStanding booking={open} now={now} news={news} />
            </Place>
            <Place>{open.contact && <ContactCard contact={open.contact} />}</Place>
            <Place>{!choosing && stepsForward}</Place>
            <Place>
              {mayBookAgain && <Button to={bookingRequest(open.service)}>{particularsText.again}</Button>}
            </Place>
            <Place>
              <BookingParticulars booking={open} estate={estate} now={now} />
            </Place>
            <Place>{choosing && stepsForward}</Place>
            <Place>
              {tooLate && (
                <Button look='quiet' to={routes.hall}>
                  {stepText.elsewhere}
                </Button>
              )}
            </Place>
            <Place>{open.timeline.length > 0 && <BookingTimeline events={open.timeline} now={now} />}</Place>
            <Place>{out.length > 0 && <BookingSteps offered={out} booking={open} course={course} />}</Place>
          </Box>
        )
      }}
    </StateView>
  )
}

function NoBooking() {
  const { title, text, action } = stepText.noId
  return (
    <Empty title={title} text={text}>
      <Button to={routes.myBookings}>{action}</Button>
    </Empty>
  )
}
