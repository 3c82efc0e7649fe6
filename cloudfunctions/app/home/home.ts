import { type Context, grantsShown, isRegistered, type MemberContext, yes } from '#app/call/context'
import { countingCalls } from '#app/callList/callList'
import { countingUnread } from '#app/notice/inbox'
import { findingNews } from '#app/publication/news'
import { next as nextSignupsOf } from '#app/session/mySignups'
import type { HomePerson, HomeShown } from '#contract/home'
import { hasRole } from '#contract/shared/grants'
import type { Answer } from '#contract/shared/refusal'
import { hourMs } from '#contract/shared/time'
import { isClosing } from '#core/account/closing'
import type { Booking } from '#core/booking/booking'
import { groupCardOf } from '#core/booking/together/cards'
import { grouped } from '#core/booking/together/series'
import {
  bookingFields,
  byHour,
  ofCalls,
  ofClaim,
  ofOwnBooking,
  ofRequest,
  ofSignup,
  onceForAll,
  requestFields,
} from '#core/home/waiting'
import type { Member } from '#core/member/member'
import { isMoving } from '#core/member/moving'
import { newsOf } from '#core/publication/news'
import { bookings, requests } from '#store/collections'
import { type Answers, together } from '#store/together'
import { above, not, oneOf } from '#store/words/conditions'
import { countingFor, officeCountsOf } from './counts'

/** So many of each kind are looked at, so that the page costs the same however long somebody has been here. */
const latestBookings = 20
/** A household has some series at most, and few of one person wait at a time. */
const mostBehind = 60
const latestRequests = 10
const nextSignups = 10

/** What a card shows, and what says what it waits for. */
const shown = [
  ...bookingFields,
  'service',
  'kind',
  'serviceTitle',
  'teamId',
  'place',
  'estateId',
  'gridId',
  'needsLicence',
  'minAge',
  'experienced',
  'forName',
  'claimerId',
] as const

/** Answers everything that the first page shows. What is read for it is read by one call. */
export async function get(context: Context): Promise<Answer<HomeShown>> {
  const { _id, name, phone, services, requestCategories } = context.community
  const found = await together(_id, {
    ...askingOwn(context),
    ...countingFor(context),
    ...findingNews(context),
  })
  const counts = officeCountsOf(found)
  return yes({
    ...ownOf(found, context),
    ...(counts && { counts }),
    me: personOf(context),
    publications: newsOf(found, context.member, context.command.at),
    community: {
      name,
      phone,
      services: services.map(({ service, title, kinds }) => ({
        service,
        title,
        kinds: kinds.map((kind) => ({ title: kind.title })),
      })),
      requestCategories: requestCategories.map(({ category, title }) => ({ category, title })),
    },
  })
}

/** Whether the member was confirmed once: nobody else has bookings, sign-ups or requests. */
const wasConfirmed = (member: Member): boolean => member.state === 'verified' || isMoving(member)

/** Whether the member volunteers, or did: their number stays, and what has begun is theirs to end. */
const everVolunteered = ({ roles, volunteerNo }: Member): boolean =>
  volunteerNo !== null || hasRole(roles, 'volunteer')

/** What is read of the caller themselves. */
function askingOwn(context: Context): Partial<ReturnType<typeof askingAll>> {
  if (!isRegistered(context)) return {}
  return wasConfirmed(context.member) ? askingAll(context) : { unread: countingUnread(context.member._id) }
}

function askingAll(context: MemberContext) {
  const { member, command } = context
  const { _id: memberId } = member
  return {
    unread: countingUnread(memberId),
    booked: bookings.finding(
      'mine',
      { requesterId: memberId, behind: not(true) },
      { limit: latestBookings, fields: shown },
    ),
    // those of a series that come later, and second places
    behind: bookings.finding(
      'mine',
      { requesterId: memberId, behind: true, state: oneOf(['open', 'claimed', 'in_service', 'done']) },
      { limit: mostBehind, fields: shown },
    ),
    // the next ones: a whole series may lie ahead
    claimed: everVolunteered(member)
      ? bookings.finding(
          'claimed',
          { claimerId: memberId, windowFrom: above(command.at - longestService(context)) },
          { limit: latestBookings, fields: bookingFields, backwards: true },
        )
      : undefined,
    filed: requests.finding(
      'mine',
      { requesterId: memberId },
      { limit: latestRequests, fields: requestFields },
    ),
    signups: nextSignupsOf(context, nextSignups),
    calls: countingCalls(context),
  }
}

/** A claim that began longer ago is over: a check-out is reported by then. */
const longestService = ({ community: { limits } }: Context): number =>
  12 * hourMs + limits.lateReportHours * hourMs

type Own = Pick<HomeShown, 'waiting' | 'unread' | 'bookings'>

function ownOf(found: Answers<ReturnType<typeof askingOwn>>, { member, command }: Context): Own {
  const {
    unread = 0,
    booked: heads = [],
    behind = [],
    claimed = [],
    filed = [],
    signups = [],
    calls = 0,
  } = found
  const booked = [...heads, ...behind]
  const waiting = [
    ...onceForAll(booked, (booking) => ofOwnBooking(booking, command.at)),
    ...onceForAll(claimed, ofClaim),
    ...filed.flatMap((request) => (member ? ofRequest(request, member._id) : [])),
    ...signups.flatMap((signup) => ofSignup(signup, command.at)),
    ...ofCalls(calls),
  ]
  return {
    waiting: byHour(waiting),
    unread,
    bookings: grouped(booked)
      .flatMap((group) => unclaimedOf(group))
      .map((group) => groupCardOf(group, 'requester', command.at)),
  }
}

/** What of a series nobody has claimed; both places of a booking where one is still open. */
function unclaimedOf<One extends Pick<Booking, 'state' | 'hand'>>(group: readonly One[]): [One, ...One[]][] {
  const open = group.filter(({ state }) => state === 'open')
  const [first, ...rest] = open.some(({ hand }) => hand) ? group : open
  return first ? [[first, ...rest]] : []
}

/** The caller as `member.me` shows them, without what costs a read. */
function personOf({ identity, settings }: Context): HomePerson {
  const { member } = identity
  const roles = grantsShown(identity, settings)
  if (!member) return { roles }
  const { name, state, volunteerNo } = member
  return {
    member: {
      name,
      state,
      ...(volunteerNo && { volunteerNo }),
      ...(isClosing(member) && { closesAt: member.closesAt }),
      ...(isMoving(member) && { movedFrom: {} }),
    },
    roles,
  }
}
