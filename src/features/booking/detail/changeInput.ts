import * as v from 'valibot'
import type { Checked } from '#cloud/call/checked'
import { type BookingDetail, bookingChange } from '#contract/booking'
import type { InputOf } from '#contract/operations'
import type { Instant } from '#contract/shared/scalars'
import { type BookingDraft, emptyBooking, windowDraftOf } from '#features/booking/form/bookingDraft'
import { bookingFormText } from '#text/booking/bookingForm'
import { changeText } from '#text/booking/change'
import { draftOfWindow, readWindow } from '#ui/field/windowDraft'

type Change = InputOf<'booking.change'>

/** The draft of a booking as it is. Its own words say what there is to mind; its door is not shown. */
export function draftOfBooking(booking: BookingDetail, now: Instant): BookingDraft {
  return {
    ...emptyBooking(now),
    kind: booking.kind,
    description: booking.description ?? '',
    when: 'own',
    ownWindow: draftOfWindow(booking.window),
    place: booking.place,
    destination: booking.destination ?? '',
    meet: 'household',
    noRisk: false,
    riskWords: booking.risks ?? '',
  }
}

/** Another window for a booking, or what is wrong with it. */
export function checkMove(
  { bookingId, window: before }: BookingDetail,
  draft: BookingDraft,
  now: Instant,
): Checked<Change, 'window'> {
  const { faults } = bookingFormText
  const window = readWindow(windowDraftOf(draft, now))
  if (!window) return { faults: { window: faults.window } }
  const parsed = v.safeParse(bookingChange, { bookingId, window })
  if (!parsed.success) return { faults: { window: faults.windowLong } }
  if (window.from <= now) return { faults: { window: faults.windowPast } }
  const isSame = window.from === before.from && window.to === before.to
  return isSame ? { faults: { window: changeText.move.same } } : { input: parsed.output }
}

/** Other texts and another place for a booking, or what is wrong with them. Without `where` the place stays. */
export function checkWords(
  { bookingId, place: before }: BookingDetail,
  { description, riskWords, place, meet, address, destination = '' }: BookingDraft,
  where: boolean,
): Checked<Change, 'description' | 'address' | 'destination'> {
  const { faults, noRiskWritten } = bookingFormText
  const elsewhere = where && meet === 'elsewhere'
  const goes = where && place === 'accompany'
  const wrong = {
    ...(description.trim() === '' && { description: faults.description }),
    ...(elsewhere && address.trim() === '' && { address: faults.address }),
    // who acts as staff is not shown where it went, and leaves it as it is
    ...(goes && before === 'home' && destination.trim() === '' && { destination: faults.destination }),
  }
  if (Object.keys(wrong).length > 0) return { faults: wrong }
  const parsed = v.safeParse(bookingChange, {
    bookingId,
    description,
    risks: riskWords.trim() || noRiskWritten,
    ...(where && { place }),
    ...(elsewhere && { address }),
    ...(goes && destination.trim() !== '' && { destination }),
  })
  return parsed.success ? { input: parsed.output } : { faults: { description: faults.description } }
}
