import * as v from 'valibot'
import type { Failure } from '#cloud/call/useCommand'
import { bookingRequest } from '#contract/booking'
import type { InputOf } from '#contract/operations'
import type { Instant } from '#contract/shared/scalars'
import { bookingFormText } from '#text/booking/bookingForm'
import { readWindow } from '#ui/field/windowDraft'
import { type RequestDraft, windowDraftOf } from './bookingDraft'

const fields = [
  'service',
  'forDependentId',
  'kind',
  'description',
  'window',
  'place',
  'address',
  'risks',
] as const
export type RequestField = (typeof fields)[number]
/** What is wrong in a field and how to mend it. */
export type RequestFaults = Partial<Record<RequestField, string>>

export interface RequestSurroundings {
  now: Instant
  /** The service the page was opened for. */
  service: string | undefined
  /** Whether the person's own door is known, so that none need be written. */
  hasHousehold: boolean
}

/** The draft as `booking.request` takes it, or what is still wrong with it. */
export function checkRequest(
  draft: RequestDraft,
  { now, service, hasHousehold }: RequestSurroundings,
): { input: InputOf<'booking.request'>; faults?: undefined } | { input?: undefined; faults: RequestFaults } {
  const window = readWindow(windowDraftOf(draft, now))
  const ownDoor = hasHousehold && draft.meet === 'household'
  const parsed = v.safeParse(bookingRequest, {
    service: service ?? draft.service,
    kind: draft.kind,
    description: draft.description,
    window,
    place: draft.place,
    ...(!ownDoor && { address: draft.address }),
    ...(draft.forDependentId !== undefined && { forDependentId: draft.forDependentId }),
    risks: risksWritten(draft),
  })
  const faults: RequestFaults = {}
  for (const issue of parsed.issues ?? []) {
    const field = fieldOf(v.getDotPath(issue) ?? '')
    if (field) faults[field] ??= bookingFormText.faults[field]
  }
  if (faults.window && window) faults.window = bookingFormText.faults.windowLong
  if (window && window.from <= now) faults.window = bookingFormText.faults.windowPast
  return parsed.success && !faults.window ? { input: parsed.output } : { faults }
}

function risksWritten({ risks, noRisk, riskWords }: RequestDraft): string {
  const said = [...risks, riskWords.trim()].filter(Boolean).join(bookingFormText.riskSeparator)
  return said || (noRisk ? bookingFormText.noRiskWritten : '')
}

/** What the cloud found wrong, by field; a refusal that concerns one field stands there too. */
export function faultsOf(failure: Failure): RequestFaults {
  if (failure.code === 'window_past') return { window: bookingFormText.faults.windowPast }
  if (failure.code === 'no_household') return { address: bookingFormText.faults.address }
  if (failure.code === 'text_risky') return { description: failure.message }
  const faults: RequestFaults = {}
  for (const { path } of failure.issues ?? []) {
    const field = fieldOf(path)
    if (field) faults[field] ??= bookingFormText.faults[field]
  }
  return faults
}

function fieldOf(path: string): RequestField | undefined {
  return fields.find((field) => path === field || path.startsWith(`${field}.`))
}

/** The faults of `before` that `now` still has; `before` itself where none is gone. */
export function remaining(before: RequestFaults, now: RequestFaults): RequestFaults {
  const gone = fields.filter((field) => before[field] && !now[field])
  if (gone.length === 0) return before
  return Object.fromEntries(Object.entries(before).filter(([field]) => now[field as RequestField]))
}

/** The labels of the fields at fault, in the order of the page. */
export function labelsOf(faults: RequestFaults, place: RequestDraft['place']): string[] {
  const labels: Record<RequestField, string> = {
    service: bookingFormText.service,
    forDependentId: bookingFormText.who,
    kind: bookingFormText.kind,
    description: bookingFormText.description,
    window: bookingFormText.when,
    place: bookingFormText.place,
    address: place === 'home' ? bookingFormText.door : bookingFormText.meetingPoint,
    risks: bookingFormText.risks,
  }
  return fields.filter((field) => faults[field]).map((field) => labels[field])
}
