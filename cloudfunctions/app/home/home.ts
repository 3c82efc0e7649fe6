import { type Context, grantsShown, isRegistered, type MemberContext, yes } from '#app/call/context'
import { countingUnread } from '#app/notice/inbox'
import { next as nextSignupsOf } from '#app/session/mySignups'
import type { HomePerson, HomeShown } from '#contract/home'
import { hasRole } from '#contract/shared/grants'
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
import type { Member } from '#core/member/member'
import { isMoving } from '#core/member/moving'
import { bookings, requests } from '#store/collections'
import { type Answers, together } from '#store/together'
import { countingFor, officeCountsOf } from './counts'

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

/** Answers everything that the first page shows. What is read for it is read by one call. */
export async function get(context: Context): Promise<Answer<HomeShown>> {
  const { _id, name, phone, services, requestCategories } = context.community
  const found = await together(_id, { ...askingOwn(context), ...countingFor(context) })
  const counts = officeCountsOf(found)
  return yes({
    ...ownOf(found, context),
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
  const { member } = context
  const { _id: memberId } = member
  return {
    unread: countingUnread(memberId),
    booked: bookings.finding('mine', { requesterId: memberId }, { limit: latestBookings, fields: shown }),
    claimed: everVolunteered(member)
      ? bookings.finding('claimed', { claimerId: memberId }, { limit: latestBookings, fields: bookingFields })
      : undefined,
    filed: requests.finding(
      'mine',
      { requesterId: memberId },
      { limit: latestRequests, fields: requestFields },
    ),
    signups: nextSignupsOf(context, nextSignups),
  }
}

type Own = Pick<HomeShown, 'waiting' | 'unread' | 'bookings'>

function ownOf(
  { unread = 0, booked = [], claimed = [], filed = [], signups = [] }: Answers<ReturnType<typeof askingOwn>>,
  { member, command }: Context,
): Own {
  const waiting = [
    ...booked.flatMap((booking) => ofOwnBooking(booking, command.at)),
    ...claimed.flatMap(ofClaim),
    ...filed.flatMap((request) => (member ? ofRequest(request, member._id) : [])),
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
