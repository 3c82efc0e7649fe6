import type { BookingDetail, BookingEvent } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { bookingEventWords } from '#text/booking/booking'
import { particularsText } from '#text/booking/particulars'
import { Timeline } from '#ui/show/Timeline'

/** Whether a check-in or check-out was reported later than it happened. */
function cameLate({ event, at }: BookingEvent, booking: BookingDetail): boolean {
  const { checkedInAt, checkedOutAt, reportedLate } = booking
  const happened = { checked_in: checkedInAt, checked_out: checkedOutAt }[event as string]
  return reportedLate === true && happened !== undefined && at - happened > minuteMs
}

/** What has happened to the booking, in order. */
export function BookingTimeline({ booking, now }: { booking: BookingDetail; now: Instant }) {
  return (
    <Timeline
      title={particularsText.history}
      now={now}
      lines={booking.timeline.map((event) => ({
        key: `${event.at}${event.event}`,
        at: event.at,
        what: `${bookingEventWords(event)}${cameLate(event, booking) ? particularsText.lateMark : ''}`,
        note: event.note && particularsText.note(event.note),
      }))}
    />
  )
}
