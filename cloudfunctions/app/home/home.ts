import { type Context, grantsShown, isRegistered, type MemberContext, yes } from '#app/call/context'
import { unreadOf } from '#app/notice/inbox'
import { next as nextSignupsOf } from '#app/session/mySignups'
import type { HomePerson, HomeShown } from '#contract/home'
import type { Answer } from '#contract/shared/refusal'
import { isClosing } from '#core/account/closing'
import { bookingCardOf } from '#core/booking/view'
import {
  bookingFields,
  byHour,
  ofClaim,
  ofOwnBooking,
  ofRequest,
  ofSignup,
  requestFields,
} from '#core/home/waiting'
import { hasRole, type Member } from '#core/member/member'
import { isMoving } from '#core/member/moving'
import { bookings, requests } from '#store/collections'
import { countsFor } from './counts'

/** So many of each kind are looked at, so that the page costs the same however long somebody has been here. */
const latestBookings = 20
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
] as const

/** Answers everything that the first page shows. What is read of the caller is read at once. */
export async function get(context: Context): Promise<Answer<HomeShown>> {
  const { name, phone, services, requestCategories } = context.community
  const [own, counts] = await Promise.all([
    isRegistered(context) ? ownOf(context) : nothing,
    countsFor(context),
  ])
  return yes({
    ...own,
    ...(counts && { counts }),
    me: personOf(context),
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

type Own = Pick<HomeShown, 'waiting' | 'unread' | 'bookings'>
const nothing: Own = { waiting: [], unread: 0, bookings: [] }

/** Whether the member was confirmed once: nobody else has bookings, sign-ups or requests. */
const wasConfirmed = (member: Member): boolean => member.state === 'verified' || isMoving(member)

/** Whether the member volunteers, or did: their number stays, and what has begun is theirs to end. */
const everVolunteered = ({ roles, volunteerNo }: Member): boolean =>
  volunteerNo !== null || hasRole(roles, 'volunteer')

async function ownOf(context: MemberContext): Promise<Own> {
  const { member, command } = context
  if (!wasConfirmed(member)) return { ...nothing, unread: await unreadOf(member._id) }
  const [unread, booked, claimed, filed, signups] = await Promise.all([
    unreadOf(member._id),
    bookings.find('mine', { requesterId: member._id }, { limit: latestBookings, fields: shown }),
    everVolunteered(member)
      ? bookings.find('claimed', { claimerId: member._id }, { limit: latestBookings, fields: bookingFields })
      : [],
    requests.find('mine', { requesterId: member._id }, { limit: latestRequests, fields: requestFields }),
    nextSignupsOf(context, nextSignups),
  ])
  const waiting = [
    ...booked.flatMap((booking) => ofOwnBooking(booking, command.at)),
    ...claimed.flatMap(ofClaim),
    ...filed.flatMap((request) => ofRequest(request, member._id)),
    ...signups.flatMap((signup) => ofSignup(signup, command.at)),
  ]
  return {
    waiting: byHour(waiting),
    unread,
    bookings: booked
      .filter(({ state }) => state === 'open')
      .map((booking) => bookingCardOf(booking, 'requester')),
  }
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
