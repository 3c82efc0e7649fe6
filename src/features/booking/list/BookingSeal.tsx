import type { BookingState } from '#contract/booking'
import { bookingStateText } from '#text/booking/bookingState'
import { SealChip, type SealChipProps } from '#ui/show/SealChip'

const tones: Record<BookingState, SealChipProps['tone']> = {
  open: 'asks',
  claimed: 'going',
  in_service: 'going',
  done: 'waits',
  confirmed: 'done',
  cancelled: 'over',
  expired: 'over',
}

/** A booking's state as a stamp. */
export function BookingSeal({ state }: { state: BookingState }) {
  return <SealChip tone={tones[state]}>{bookingStateText[state]}</SealChip>
}
