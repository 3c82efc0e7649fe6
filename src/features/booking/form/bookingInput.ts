import * as v from 'valibot'
import type { Checked, Faults } from '#cloud/call/checked'
import type { NotDone } from '#cloud/call/useCommand'
import { bookingRequest, type SeriesDay } from '#contract/booking'
import type { InputOf } from '#contract/operations'
import type { Instant } from '#contract/shared/scalars'
import { bookingFormText } from '#text/booking/bookingForm'
import { readWindow } from '#ui/field/windowDraft'
import { type BookingDraft, isTicked, windowDraftOf } from './bookingDraft'

const fields = [
  'service',
  'forDependentId',
  'kind',
  'description',
  'window',
  'place',
  'destination',
  'address',
  'risks',
  'weeks',
] as const
type BookingField = (typeof fields)[number]
/** What is wrong with a field and how to mend it. */
export type BookingFaults = Faults<BookingField>

interface BookingSurroundings {
  now: Instant
  /** The service for which the page was opened. */
  service: string | undefined
  /** Whether a door is known, so that none must be typed. */
  hasHousehold: boolean
  /** The days of the series, where it is one and they are known. */
  days?: readonly SeriesDay[]
}

/** The input for `booking.request`, or the faults. */
export function checkBooking(
  draft: BookingDraft,
  { now, service, hasHousehold, days = [] }: BookingSurroundings,
): Checked<InputOf<'booking.request'>, BookingField> {
  const window = readWindow(windowDraftOf(draft, now))
  const ownDoor = hasHousehold && draft.meet === 'household'
  const without = days.filter((one) => !isTicked(draft, one)).map(({ day }) => day)
  const parsed = v.safeParse(bookingRequest, {
    service: service ?? draft.service,
    kind: draft.kind,
    description: draft.description,
    window,
    place: draft.place,
    ...(draft.place === 'accompany' && { destination: draft.destination ?? '' }),
    ...(!ownDoor && { address: draft.address }),
    ...(draft.forDependentId !== undefined && { forDependentId: draft.forDependentId }),
    risks: risksWritten(draft),
    ...(draft.hands && { hands: draft.hands }),
    ...(draft.weeks && { weeks: draft.weeks, without }),
  })
  const faults: { [Field in BookingField]?: string } = {}
  for (const issue of parsed.issues ?? []) {
    const field = fieldOf(v.getDotPath(issue) ?? '')
    if (field) faults[field] ??= bookingFormText.faults[field]
  }
  if (faults.window && window) faults.window = bookingFormText.faults.windowLong
  if (window && window.from <= now) faults.window = bookingFormText.faults.windowPast
  // a holiday that nobody has seen would be booked
  if (draft.weeks && days.length === 0) faults.weeks = bookingFormText.faults.weeksUnread
  else if (draft.weeks && without.length === days.length) faults.weeks = bookingFormText.faults.weeks
  return parsed.success && !faults.window && !faults.weeks ? { input: parsed.output } : { faults }
}

function risksWritten({ risks, riskWords }: BookingDraft): string {
  const said = [...risks, riskWords.trim()].filter(Boolean).join(bookingFormText.riskSeparator)
  return said || bookingFormText.noRiskWritten
}

/** The faults that the cloud found, by field. A refusal about one field stands at that field too. */
export function refusedBooking(notDone: NotDone): BookingFaults {
  if (notDone.code === 'window_past') return { window: bookingFormText.faults.windowPast }
  if (notDone.code === 'no_household') return { address: bookingFormText.faults.address }
  if (notDone.code === 'text_risky') return { description: notDone.message }
  const faults: { [Field in BookingField]?: string } = {}
  for (const { path } of notDone.issues ?? []) {
    const field = fieldOf(path)
    if (field) faults[field] ??= bookingFormText.faults[field]
  }
  return faults
}

function fieldOf(path: string): BookingField | undefined {
  return fields.find((field) => path === field || path.startsWith(`${field}.`))
}

/** The labels of the fields at fault, in the order of the page. */
export function labelsOf(faults: BookingFaults, place: BookingDraft['place']): string[] {
  const labels: Record<BookingField, string> = {
    service: bookingFormText.service,
    forDependentId: bookingFormText.who,
    kind: bookingFormText.kind,
    description: bookingFormText.description,
    window: bookingFormText.when,
    place: bookingFormText.place,
    destination: bookingFormText.destination,
    address: place === 'home' ? bookingFormText.door : bookingFormText.meetingPoint,
    risks: bookingFormText.risks,
    weeks: bookingFormText.dates,
  }
  return fields.filter((field) => faults[field]).map((field) => labels[field])
}
