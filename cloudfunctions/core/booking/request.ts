import type { Limits, ServiceKind } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { type Command, type Decision, record } from '#core/change/aggregate'
import { leastAge } from '#core/member/volunteering'
import type { Booking } from './booking'
import { bookingOwing } from './wakes'

/** How long a request may be under way: what left the phone as the future is not yet the past. */
const underWayMs = 5_000

/** What a booking asks for, and for whom. */
export interface Asking
  extends Pick<
    Booking,
    | '_id'
    | 'communityId'
    | 'requesterId'
    | 'requesterName'
    | 'dependentId'
    | 'forName'
    | 'estateId'
    | 'gridId'
    | 'place'
    | 'description'
    | 'textChecked'
    | 'risks'
    | 'contact'
  > {
  /** The service and the kind of it, as the community offers them. */
  service: Pick<Booking, 'service' | 'teamId'> & { title: string; projectId?: string | undefined }
  kind: ServiceKind
  window: { from: Instant; to: Instant }
  fileIds: readonly string[]
}

/** Whether a window is over, or has begun before the request for it left the phone. */
export const isWindowPast = ({ from, to }: Asking['window'], { at }: Command): boolean =>
  from <= at - underWayMs || to <= at

/** Before its first event; `decideRequest` says it was requested. */
export function newBooking({ service, kind, window, fileIds, ...asked }: Asking, { at }: Command): Booking {
  return {
    ...asked,
    rev: 0,
    events: [],
    pending: [],
    wakesAt: null,
    dueAt: null,
    state: 'open',
    service: service.service,
    serviceTitle: service.title,
    kind: kind.kind,
    kindTitle: kind.title,
    teamId: service.teamId,
    ...(service.projectId === undefined ? {} : { projectId: service.projectId }),
    needsLicence: kind.needsLicence ?? null,
    minAge: leastAge(kind),
    ...(kind.experienced && { experienced: true as const }),
    windowFrom: window.from,
    windowTo: window.to,
    ...(fileIds.length > 0 && { photoIds: [...fileIds] }),
    createdAt: at,
    claimerId: null,
    claimerName: null,
    claims: 0,
    checkedIn: null,
    checkedOut: null,
    codeMisses: null,
    minutes: null,
    stars: null,
    comment: null,
  }
}

/** It stands in the hall from now on; the leaders hear of it when nobody claims it. */
export function decideRequest(start: Booking, command: Command, limits: Limits): Decision<Booking> {
  if (isWindowPast({ from: start.windowFrom, to: start.windowTo }, command)) return { refusal: 'window_past' }
  return bookingOwing(record(start, command, 'requested'), command, limits, [])
}
