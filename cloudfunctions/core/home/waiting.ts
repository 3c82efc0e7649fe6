import type { Waiting } from '#contract/home'
import type { SignupCard } from '#contract/session'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Booking } from '#core/booking/booking'
import { grouped } from '#core/booking/together/series'
import { bookingWaitOf } from '#core/booking/waits'
import { hasResolved, type ServiceRequest } from '#core/request/request'
import { ownTitleOf } from '#core/request/view'

/** The fields of a booking that say what it waits for. */
export const bookingFields = [
  'state',
  'kindTitle',
  'windowFrom',
  'windowTo',
  'claimerName',
  'wakesAt',
  'stars',
  'related',
  'resumed',
  'overrun',
  'checkedOut',
  'series',
  'hand',
  'word',
] as const
/** The fields of a request that say what it waits for. */
export const requestFields = [
  'state',
  'categoryTitle',
  'description',
  'waiting',
  'wakesAt',
  'events',
] as const

type OwnBooking = Pick<Booking, '_id' | (typeof bookingFields)[number]>
type OwnRequest = Pick<ServiceRequest, '_id' | (typeof requestFields)[number]>

/** Where the pages of the client stand. */
const pageOf = {
  booking: (id: string) => `/packages/booking/detail?id=${id}`,
  request: (id: string) => `/packages/request/detail?id=${id}`,
  activity: (id: string) => `/packages/activity/detail?id=${id}`,
} as const

/** What a member's own booking asks of them; one that nobody has claimed asks once its hour has come. */
export function ofOwnBooking(booking: OwnBooking, now: Instant): Waiting[] {
  const { state, checkedOut, wakesAt, windowFrom } = booking
  const { endsAt, ...about } = ahead(booking, 'requester')
  if (state === 'open') return windowFrom <= now ? [{ kind: 'unclaimed', ...about, endsAt }] : []
  if (state === 'claimed') return [{ kind: 'visit', ...about, endsAt }]
  if (state === 'in_service') return [{ kind: 'service', ...about, endsAt }]
  if (state !== 'done' || booking.stars !== null) return []
  const until = bookingWaitOf(booking) ? null : wakesAt
  return [{ kind: 'confirm', ...about, at: checkedOut?.at ?? windowFrom, ...(until !== null && { until }) }]
}

/**
 * What several bookings ask, each thing once for those that belong together: of a series the soonest, of two places one.
 */
export function onceForAll<One extends OwnBooking>(
  bookings: readonly One[],
  ask: (booking: One) => Waiting[],
): Waiting[] {
  return grouped(bookings).flatMap((group) => {
    const kinds = new Map<Waiting['kind'], Waiting>()
    for (const booking of [...group].sort((a, b) => a.windowFrom - b.windowFrom))
      for (const asked of ask(booking)) if (!kinds.has(asked.kind)) kinds.set(asked.kind, asked)
    return [...kinds.values()]
  })
}

/** What a booking asks of the member who has claimed it. */
export function ofClaim(booking: OwnBooking): Waiting[] {
  if (booking.state === 'in_service') return [{ kind: 'service', ...ahead(booking, 'claimer') }]
  return booking.state === 'claimed' ? [{ kind: 'claim', ...ahead(booking, 'claimer') }] : []
}

const ahead = (
  { _id, kindTitle: title, windowFrom: at, windowTo: endsAt, claimerName }: OwnBooking,
  part: NonNullable<Waiting['part']>,
) => ({
  ...{ title, at, endsAt, part, to: pageOf.booking(_id) },
  ...(part === 'requester' && claimerName !== null && { who: claimerName }),
})

/** What a sign-up asks of its member while its session is not over: a place, and nothing while they wait for one. */
export function ofSignup(
  { activityId, title, from: at, to: endsAt, mine: { state, offerUntil: until } }: SignupCard,
  now: Instant,
): Waiting[] {
  const about = { title, at, endsAt, to: pageOf.activity(activityId) }
  if (endsAt <= now) return []
  if (state === 'confirmed') return [{ kind: 'signup', ...about }]
  return state === 'offered' ? [{ kind: 'offer', ...about, ...(until !== undefined && { until }) }] : []
}

/** What a request asks of the member who filed it; nobody rates what they have resolved themselves. */
export function ofRequest(request: OwnRequest, memberId: MemberId): Waiting[] {
  const { _id, state, waiting, wakesAt } = request
  const about = { title: ownTitleOf(request), to: pageOf.request(_id) }
  if (waiting) return [{ kind: 'question', ...about, until: waiting.resumesAt }]
  if (state !== 'resolved' || hasResolved(request, memberId)) return []
  return [{ kind: 'rate', ...about, ...(wakesAt !== null && { until: wakesAt }) }]
}

/** People whom it is somebody's office to telephone. */
export const ofCalls = (people: number): Waiting[] =>
  people > 0 ? [{ kind: 'calls', title: '', people, to: '/packages/staff/calls' }] : []

/** In the order of the hour by which something is to be done: its end where it has one, else its beginning. */
export function byHour(waiting: readonly Waiting[]): Waiting[] {
  const hour = ({ at, until }: Waiting) => until ?? at ?? Number.POSITIVE_INFINITY
  return [...waiting].sort((a, b) => hour(a) - hour(b) || (a.to < b.to ? -1 : 1))
}
