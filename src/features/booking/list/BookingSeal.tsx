import type { BookingCard, BookingState } from '#contract/booking'
import { bookingStateText, ownBookingStateText } from '#text/booking/bookingState'
import { SealChip, type StateTone } from '#ui/show/SealChip'

const tones: Record<BookingState, StateTone> = {
  open: 'waits',
  claimed: 'going',
  in_service: 'going',
  done: 'waits',
  confirmed: 'done',
  cancelled: 'off',
  expired: 'off',
}

/** A booking's state as a stamp, in the words of who reads it. What is done needs the word of whoever booked it. */
export function BookingSeal({ of: { state, part } }: { of: Pick<BookingCard, 'state' | 'part'> }) {
  const own = part === 'requester'
  const tone = own && state === 'done' ? 'needs' : tones[state]
  return <SealChip tone={tone}>{(own ? ownBookingStateText : bookingStateText)[state]}</SealChip>
}
