import type { BookingCard, BookingState } from '#contract/booking'
import { bookingStateText } from '#text/booking/bookingState'
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

/** A booking's state as a stamp. What is done needs the word of whoever booked it. */
export function BookingSeal({ of: { state, part } }: { of: Pick<BookingCard, 'state' | 'part'> }) {
  const asked = state === 'done' && part === 'requester'
  return <SealChip tone={asked ? 'needs' : tones[state]}>{bookingStateText[state]}</SealChip>
}
