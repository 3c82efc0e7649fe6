import type { Limits, ServiceKind } from '#contract/community'
import type { BookingId, Instant } from '#contract/shared/scalars'
import { type Command, type Decision, unwritten, withEvent } from '#core/change/aggregate'
import { leastAge } from '#core/member/volunteering'
import type { Booking } from './booking'
import { secondHandId } from './together/hands'
import { idInSeries } from './together/series'
import { bookingWithEffects } from './wakes'

/**
 * How long a request may take to arrive: a window that was in the future when the phone sent it is accepted.
 */
const underWayMs = 5_000

/** What is booked, for whom and when. */
export interface NewBooking
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
  /** The service and its kind, as the community offers them. */
  service: Pick<Booking, 'service' | 'teamId'> & { title: string; projectId?: string | undefined }
  kind: ServiceKind
  window: { from: Instant; to: Instant }
  fileIds: readonly string[]
  series?: Booking['series']
  hand?: Booking['hand']
}

/** Whether a window is over, or began before the phone sent the request. */
export const isWindowPast = ({ from, to }: NewBooking['window'], { at }: Command): boolean =>
  from <= at - underWayMs || to <= at

/** A booking before its first event, which `decideBook` adds. */
export function newBooking(
  { service, kind, window, fileIds, series, hand, ...asked }: NewBooking,
  { at }: Command,
): Booking {
  const isSecond = hand?.number === 2
  return {
    ...asked,
    ...(series && { series }),
    ...(hand && { hand }),
    ...((isSecond || (series && series.number > 1)) && { behind: true as const }),
    ...unwritten(),
    state: 'open',
    service: service.service,
    serviceTitle: service.title,
    kind: kind.kind,
    kindTitle: kind.title,
    teamId: service.teamId,
    ...(service.projectId === undefined ? {} : { projectId: service.projectId }),
    // beside somebody who may do the work, anybody may lend a hand
    needsLicence: isSecond ? null : (kind.needsLicence ?? null),
    minAge: leastAge(kind),
    ...(kind.experienced && !isSecond && { experienced: true as const }),
    windowFrom: window.from,
    windowTo: window.to,
    ...(fileIds.length > 0 && { photoIds: [...fileIds] }),
    createdAt: at,
    claimerId: null,
    claimerName: null,
    claims: 0,
    checkedIn: null,
    checkedOut: null,
    minutes: null,
    stars: null,
    comment: null,
  }
}

/** Opens the booking: it is in the hall from now on, and the leaders are told later if nobody claims it. */
export function decideBook(start: Booking, command: Command, limits: Limits): Decision<Booking> {
  if (isWindowPast({ from: start.windowFrom, to: start.windowTo }, command)) return { refusal: 'window_past' }
  return bookingWithEffects(withEvent(start, command, 'requested'), command, limits, [])
}

/** Where one booking of a request stands among those that are made with it. */
export interface PlannedBooking extends Pick<NewBooking, 'window' | 'series' | 'hand'> {
  id: BookingId
}

/** The bookings that one request makes: one, one for each week, or one for each of two volunteers. */
export function plannedBookings(
  id: BookingId,
  windows: readonly NewBooking['window'][],
  hands: 1 | 2,
): PlannedBooking[] {
  const of = windows.length
  if (of > 1)
    return windows.map((window, index) => ({
      id: idInSeries(id, index + 1),
      window,
      series: { id, number: index + 1, of },
    }))
  const secondId = secondHandId(id)
  return windows.flatMap((window): PlannedBooking[] =>
    hands === 1
      ? [{ id, window }]
      : [
          { id, window, hand: { number: 1, otherId: secondId } },
          { id: secondId, window, hand: { number: 2, otherId: id } },
        ],
  )
}
