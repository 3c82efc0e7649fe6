import type { RefusalCode } from '#contract/shared/refusal'
import { type Command, type Decision, withEvent } from '#core/change/aggregate'
import type { Booking } from './booking'

const slipDigits = 8

/** Whether a code is a slip's: it has eight digits, the code on a screen has six. */
export const isSlipCode = (code: string): boolean => new RegExp(`^\\d{${slipDigits}}$`).test(code)

/** Eight digits of derived bytes; at least six bytes, so that all digits are almost equally likely. */
export function slipCode(bytes: Uint8Array): string {
  const number = bytes.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
  return String(number % 10 ** slipDigits).padStart(slipDigits, '0')
}

export type SlipStep = 'checkIn' | 'checkOut'

/**
 * The name from which a slip's code derives; undefined where no slip of the present claim has been printed.
 */
export function slipName(
  booking: Pick<Booking, '_id' | 'claims' | 'slip'>,
  step: SlipStep,
): string | undefined {
  const { _id, claims, slip } = booking
  return slip?.claim === claims ? `slip:${_id}:${claims}:${slip.serial}:${step}` : undefined
}

/** The codes a slip printed now has: none before a claim, no check-in code after the check-in. */
export function stepsOnSlip({ state }: Pick<Booking, 'state'>): SlipStep[] {
  if (state === 'claimed') return ['checkIn', 'checkOut']
  return state === 'in_service' ? ['checkOut'] : []
}

/** What a slip says there is to mind: what the booking says, never what its kind of help usually asks to mind. */
export const preparedOnSlip = ({ risks }: Pick<Booking, 'risks'>): string[] => (risks === '' ? [] : [risks])

const tooLate: Partial<Record<Booking['state'], RefusalCode>> = {
  done: 'slip_over',
  confirmed: 'slip_over',
  cancelled: 'cancelled',
  expired: 'expired',
}

/** Prints a slip. It records who printed it, and makes the codes of the slip before void. */
export function decideSlip(booking: Booking, command: Command): Decision<Booking> {
  const refusal = tooLate[booking.state]
  if (refusal) return { refusal }
  const slip = { claim: booking.claims, serial: (booking.slip?.serial ?? 0) + 1 }
  return { next: { ...withEvent(booking, command, 'slip_printed'), slip } }
}
