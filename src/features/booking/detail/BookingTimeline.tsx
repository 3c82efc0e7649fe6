import type { BookingEvent } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { bookingEventWords, particularsText } from '#text/booking/booking'
import { Timeline } from '#ui/show/Timeline'

/** What has happened to the booking, in order. */
export function BookingTimeline({ events, now }: { events: readonly BookingEvent[]; now: Instant }) {
  return (
    <Timeline
      title={particularsText.history}
      now={now}
      lines={events.map((event) => ({
        key: `${event.at}${event.event}`,
        at: event.at,
        what: bookingEventWords(event),
        note: event.note && particularsText.note(event.note),
      }))}
    />
  )
}
