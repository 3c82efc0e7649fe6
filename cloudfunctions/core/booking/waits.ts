import type { BookingWait } from '#contract/booking'
import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import type { Booking } from './booking'

/** Why silence does not credit the service; undefined where it does, and where nothing is done. */
export function bookingWaitOf({
  state,
  related,
  resumed,
  overrun,
  checkedOut,
  word,
}: Pick<Booking, 'state' | 'related' | 'resumed' | 'overrun' | 'checkedOut' | 'word'>):
  | BookingWait
  | undefined {
  if (state !== 'done') return undefined
  if (word?.objected) return 'objected'
  if (related) return 'related'
  if (checkedOut?.how === 'planned_end') return 'forgotten'
  if (resumed) return 'resumed'
  return overrun ? 'overrun' : undefined
}

/** Whether the requester's confirmation credits the service as well as a leader's word does. */
export const requesterCredits = (wait: BookingWait | undefined): boolean =>
  wait === undefined || wait === 'overrun' || wait === 'resumed'

/** Whether a service ended so long after its planned end that somebody must say so. */
export const isOverrun = (end: Instant, planned: Instant, { overrunMinutes }: Limits): boolean =>
  end > planned + overrunMinutes * minuteMs
