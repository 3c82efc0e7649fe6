import type {
  BookingCard,
  BookingDetail,
  BookingEvent,
  BookingPart,
  BookingStep,
  OtherHand,
  SeriesEntry,
} from '#contract/booking'
import type { Limits } from '#contract/community'
import type { Instant, MemberId, TeamId } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import { volunteerAge } from '#core/member/age'
import type { Booking, SealedContact } from './booking'
import { noShowFrom } from './noShow'
import { bookingWaitOf } from './waits'
import { takesWord } from './word'

export interface BookingViewer {
  /** Absent for somebody who is not registered. */
  memberId: MemberId | undefined
  /** Teams in which the viewer volunteers. */
  teamIds: TeamId[]
  /** The viewer is staff for this booking: leader of its team, worker of its grid, or admin. */
  staff: boolean
  /** The viewer is leader of its team, or admin. */
  leads?: boolean
}

/** What the viewer is to the booking; undefined for anybody else, who must not learn that it exists. */
export function bookingPartOf(booking: Booking, viewer: BookingViewer): BookingPart | undefined {
  if (booking.requesterId === viewer.memberId) return 'requester'
  if (booking.claimerId === viewer.memberId) return 'claimer'
  if (viewer.staff) return 'staff'
  if (viewer.teamIds.includes(booking.teamId)) return 'team'
  return undefined
}

/** What the viewer may do next, in the order it should be offered. */
export function bookingStepsFor(
  booking: Booking,
  part: BookingPart,
  viewer: BookingViewer,
  now: Instant,
  limits: Limits,
): BookingStep[] {
  const { state } = booking
  const missed: BookingStep[] = now >= noShowFrom(booking, limits) ? ['noShow'] : []
  if (part === 'requester') {
    const changes: BookingStep[] = booking.windowTo > now ? ['change'] : []
    if (state === 'open') return [...changes, 'cancel']
    if (state === 'claimed') return ['showCode', ...missed, ...changes, 'cancel']
    if (state === 'in_service') return ['showCode']
    // where only a leader can end it, the requester confirms once at most
    if (state !== 'done') return []
    const objects: BookingStep[] = booking.word && !booking.word.objected ? ['object'] : []
    return booking.stars === null ? ['confirm', ...objects] : objects
  }
  if (part === 'claimer') {
    if (state === 'claimed') return ['checkIn', ...missed, 'release']
    if (state === 'in_service') return ['checkOut']
    return []
  }
  if (part === 'staff' && viewer.leads && bookingWaitOf(booking)) return ['settle']
  const words: BookingStep[] =
    part === 'staff' && viewer.leads && mayWord(booking, now, limits) ? ['word'] : []
  if (state !== 'open' || booking.windowTo <= now) return words
  const steps: BookingStep[] = viewer.teamIds.includes(booking.teamId) ? ['claim'] : []
  return part === 'staff' && viewer.leads ? [...steps, 'dispatch', ...words] : steps
}

/** Whether a leader may propose to credit somebody's service by word. */
const mayWord = (booking: Booking, now: Instant, { wordDays }: Limits): boolean =>
  takesWord(booking, booking.claimerId ?? '', now) && now <= booking.windowTo + wordDays * dayMs

/** Whether the viewer may open door and number: the claimer while the claim is current, staff always. */
export function mayOpenContact(booking: Booking, part: BookingPart): boolean {
  if (part === 'staff') return true
  return part === 'claimer' && (booking.state === 'claimed' || booking.state === 'in_service')
}

export type Shown = Pick<
  Booking,
  | '_id'
  | 'state'
  | 'service'
  | 'kind'
  | 'serviceTitle'
  | 'kindTitle'
  | 'teamId'
  | 'windowFrom'
  | 'windowTo'
  | 'place'
  | 'estateId'
  | 'gridId'
  | 'needsLicence'
  | 'minAge'
  | 'experienced'
  | 'forName'
  | 'series'
  | 'hand'
>

export function bookingCardOf(booking: Shown, part: BookingPart): BookingCard {
  return {
    bookingId: booking._id,
    state: booking.state,
    service: booking.service,
    kind: booking.kind,
    serviceTitle: booking.serviceTitle,
    kindTitle: booking.kindTitle,
    teamId: booking.teamId,
    window: { from: booking.windowFrom, to: booking.windowTo },
    place: booking.place,
    estateId: booking.estateId,
    gridId: booking.gridId,
    ...(booking.needsLicence === null ? {} : { needsLicence: booking.needsLicence }),
    ...(booking.minAge > volunteerAge ? { minAge: booking.minAge } : {}),
    ...(booking.experienced && { experienced: true as const }),
    part,
    ...(part === 'team' || booking.forName === null ? {} : { forName: booking.forName }),
    ...(booking.series && { series: { number: booking.series.number, of: booking.series.of } }),
    ...(booking.hand && { hands: { number: booking.hand.number } }),
  }
}

/** What of the sealed contact one viewer is shown. */
export type OpenedContact = Pick<BookingDetail, 'contact' | 'destination'>

/** Door and number apart from where an escort goes: the requester is shown that alone. */
export function openedContact({ destination, ...contact }: SealedContact, part: BookingPart): OpenedContact {
  return { ...(part !== 'requester' && { contact }), ...(destination !== undefined && { destination }) }
}

/** The booking as one viewer may see it. The caller adds the contact once the opening is on record. */
export function bookingDetailOf(
  booking: Booking,
  part: BookingPart,
  viewer: BookingViewer,
  now: Instant,
  limits: Limits,
  opened: OpenedContact = {},
): BookingDetail {
  const close = part !== 'team'
  const detail: BookingDetail = {
    ...bookingCardOf(booking, part),
    timeline: close ? eventsFor(booking, part).map(eventOf) : [],
    steps: bookingStepsFor(booking, part, viewer, now, limits),
    checkInOpensAt: booking.windowFrom - limits.checkInOpensMinutes * minuteMs,
  }
  if (close || booking.textChecked) {
    detail.description = booking.description
    detail.risks = booking.risks
  }
  if (booking.photoIds) detail.photoIds = booking.photoIds
  if (close) detail.requesterName = booking.requesterName
  if (close && booking.claimerId !== null)
    detail.claimer = { memberId: booking.claimerId, name: booking.claimerName ?? '' }
  if (close && booking.checkedIn) detail.checkedInAt = booking.checkedIn.at
  if (close && booking.checkedOut) detail.checkedOutAt = booking.checkedOut.at
  if (close && booking.minutes !== null) detail.minutes = booking.minutes
  if (close && booking.overlap)
    detail.overlap = part === 'requester' ? { ...booking.overlap, titles: [] } : booking.overlap
  if (close && booking.stars !== null) detail.stars = booking.stars
  if (close && booking.comment !== null) detail.comment = booking.comment
  const late = booking.checkedIn?.late || booking.checkedOut?.late
  if (close && late && !booking.word) detail.reportedLate = true
  if (close && (booking.checkedIn?.how === 'slip' || booking.checkedOut?.how === 'slip')) detail.bySlip = true
  if (close && booking.word) detail.byWord = true
  const wait = bookingWaitOf(booking)
  if (close && wait) detail.waits = wait
  if (part === 'staff' && booking.claimerId !== null && booking.related) detail.related = booking.related
  const confirmsItself = booking.state === 'done' && !wait
  if (close && confirmsItself && booking.wakesAt !== null) detail.confirmsItselfAt = booking.wakesAt
  const proofs = (booking.endedClaims ?? []).flatMap((ended) => ended.proofs ?? [])
  if (part === 'staff' && proofs.length > 0) detail.proofs = proofs
  if (opened.contact) detail.contact = opened.contact
  if (opened.destination !== undefined) detail.destination = opened.destination
  return detail
}

/** A later claimer does not see who claimed it before, and whether they came. */
function eventsFor({ events }: Booking, part: BookingPart): Booking['events'] {
  if (part !== 'claimer') return events
  const names = events.map(({ event }) => event)
  const since = Math.max(names.lastIndexOf('claimed'), names.lastIndexOf('dispatched'))
  const isOfOthers = (event: BookingEvent['event'], index: number) =>
    event === 'proved' || (index <= since && event.startsWith('no_show_'))
  return events.filter(({ event }, index) => !isOfOthers(event, index))
}

function eventOf(line: Booking['events'][number]): BookingEvent {
  return {
    at: line.at,
    event: line.event,
    ...(line.who === undefined ? {} : { who: line.who }),
    ...(line.onBehalf ? { onBehalf: true as const } : {}),
    ...(line.note === undefined ? {} : { note: line.note }),
  }
}

/** Those of a series as one viewer may see them: everybody who sees one reads when the others are. */
export const seriesEntriesOf = (
  all: readonly Booking[],
  part: BookingPart,
  viewer: BookingViewer,
): SeriesEntry[] =>
  [...all]
    .sort((a, b) => a.windowFrom - b.windowFrom)
    .map(({ _id, series, windowFrom, windowTo, state, claimerId, claimerName }) => {
      const mine = claimerId !== null && claimerId === viewer.memberId
      const who = part === 'requester' || part === 'staff' ? claimerName : null
      return {
        bookingId: _id,
        number: series?.number ?? 1,
        window: { from: windowFrom, to: windowTo },
        state,
        ...(who !== null && { who }),
        ...(mine && { mine: true as const }),
      }
    })

/** The other place of a booking as one viewer may see it: whoever goes there too is known by name. */
export function otherHandOf(
  other: Booking,
  { part, viewer }: { part: BookingPart; viewer: BookingViewer },
  now: Instant,
  limits: Limits,
): OtherHand {
  const mine = other.claimerId !== null && other.claimerId === viewer.memberId
  const close = part !== 'team'
  const steps = part === 'requester' ? bookingStepsFor(other, part, viewer, now, limits) : []
  return {
    bookingId: other._id,
    state: other.state,
    ...(close && other.claimerName !== null && { name: other.claimerName }),
    ...(mine && { mine: true as const }),
    ...(close && other.checkedIn && { checkedInAt: other.checkedIn.at }),
    ...(close && other.checkedOut && { checkedOutAt: other.checkedOut.at }),
    ...(close && other.minutes !== null && { minutes: other.minutes }),
    steps,
  }
}

/** How many of two places are claimed: by somebody who may still come, or has come. */
export const claimedHands = (both: readonly Pick<Booking, 'state' | 'claimerId'>[]): 0 | 1 | 2 => {
  const claimed = both.filter(
    ({ state, claimerId }) => claimerId !== null && state !== 'cancelled' && state !== 'expired',
  ).length
  return claimed === 0 ? 0 : claimed === 1 ? 1 : 2
}
