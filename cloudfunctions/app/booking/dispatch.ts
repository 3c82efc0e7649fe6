import {
  type Context,
  isAdmin,
  isRegistered,
  leadsTeam,
  type MemberContext,
  no,
  volunteerTeams,
  yes,
} from '#app/call/context'
import { viewerOf } from '#app/call/viewer'
import { relationBetween } from '#app/member/relations'
import type {
  BookingAtRisk,
  BookingCandidate,
  BookingCandidates,
  BookingForgotten,
  BookingMinutes,
  BookingMoved,
  bookingAtRisk,
  bookingCandidates,
  bookingDispatch,
  bookingForgotten,
  bookingInvite,
  bookingSettle,
  Relation,
} from '#contract/booking'
import type { Grant } from '#contract/member'
import { gridsOf, teamsOf } from '#contract/shared/grants'
import type { Input } from '#contract/shared/operation'
import { type Answer, type Refusal, type RefusalCode, refuseOfAnother } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import { isClosing } from '#core/account/closing'
import type { Booking } from '#core/booking/booking'
import { decideSettle } from '#core/booking/confirm'
import { decideClaim } from '#core/booking/decide'
import { decideDispatch, decideInvite } from '#core/booking/dispatch'
import { grouped } from '#core/booking/together/series'
import { bookingCardOf, bookingPartOf } from '#core/booking/view'
import { bookingWaitOf } from '#core/booking/waits'
import type { Member } from '#core/member/member'
import { bookings, members } from '#store/collections'
import type { Inquiry } from '#store/engine/documents'
import { checkText } from '#store/platform/wechat'
import { above, oneOf, type Where } from '#store/words/conditions'
import { claim, takeOn, volunteerOf } from './claim'
import { rankedFor } from './offering'

/** The configured first admin may not have registered, and then holds no role. */
const rolesHeld = ({ member }: Context): readonly Grant[] => member?.roles ?? []

/** What finds the bookings that `atRisk` lists; undefined for somebody who answers for none. */
function unclaimedFor(context: Context) {
  const { community, command } = context
  const led = teamsOf(rolesHeld(context), 'team_leader')
  const grids = gridsOf(rolesHeld(context))
  const anyOf: Where<Booking>[] = [
    ...(isAdmin(context) ? [{}] : []),
    ...(led.length > 0 ? [{ teamId: oneOf(led) }] : []),
    ...(grids.length > 0 ? [{ gridId: oneOf(grids), atRisk: 'grid' as const }] : []),
  ]
  if (anyOf.length === 0) return undefined
  return {
    communityId: community._id,
    state: 'open' as const,
    atRisk: oneOf<NonNullable<Booking['atRisk']>>(['leader', 'grid']),
    windowTo: above(command.at),
    anyOf,
  }
}

/** Counts the bookings that `atRisk` lists; undefined for somebody who answers for none. */
export function countingUnclaimed(context: Context): Inquiry<number> | undefined {
  const unclaimed = unclaimedFor(context)
  return unclaimed && bookings.counting('atRisk', unclaimed)
}

/**
 * Lists bookings that nobody has claimed for too long: of teams the caller leads, and of grids whose workers
 * were told.
 */
export async function atRisk(
  context: Context,
  { teamId, cursor, limit = 20 }: Input<typeof bookingAtRisk>,
): Promise<Answer<Page<BookingAtRisk>>> {
  const grids = gridsOf(rolesHeld(context))
  if (teamId !== undefined && !leadsTeam(context, teamId) && grids.length === 0) return no('forbidden')
  const unclaimed = unclaimedFor(context)
  if (!unclaimed) return yes({ items: [] })
  const page = await bookings.page(
    'atRisk',
    { ...unclaimed, ...(teamId === undefined ? {} : { teamId }) },
    { cursor, limit },
  )
  const items = grouped(page.items).flatMap((group) => atRiskOf(group))
  return yes({ ...page, items })
}

/** Of two places that are both at risk one card is enough; each of a series has its own day. */
function atRiskOf(group: readonly Booking[]): BookingAtRisk[] {
  const shown = group.some(({ hand }) => hand) ? group.slice(0, 1) : group
  return shown.map(
    (booking): BookingAtRisk => ({
      ...bookingCardOf(booking, 'staff'),
      ...(booking.hand && { hands: { number: booking.hand.number, claimed: group.length > 1 ? 0 : 1 } }),
      requestedAt: booking.createdAt,
      told: booking.atRisk ?? 'leader',
      invited: booking.invitedIds?.length ?? 0,
    }),
  )
}

/**
 * Reads a booking of a team that the caller leads. Whoever else may see it is `forbidden`; a stranger gets
 * `not_found`.
 */
async function ledBooking(context: Context, bookingId: string): Promise<Booking | Refusal> {
  const booking = await bookings.get(bookingId)
  if (!booking) return no('not_found')
  return notLed(context, booking) ?? booking
}

function notLed(context: Context, booking: Booking): Refusal | undefined {
  if (leadsTeam(context, booking.teamId)) return undefined
  return no(bookingPartOf(booking, viewerOf(context)(booking)) ? 'forbidden' : 'not_found')
}

const isRefusal = (found: Booking | Refusal): found is Refusal => 'ok' in found

/** So many are shown; the others are found in the team's roster. */
const manyCandidates = 20

/** Lists who could be asked or sent, the best match first. Those who cannot go come last, with the reason. */
export async function candidates(
  context: Context,
  { bookingId }: Input<typeof bookingCandidates>,
): Promise<Answer<BookingCandidates>> {
  const booking = await ledBooking(context, bookingId)
  if (isRefusal(booking)) return booking
  const { command, community, settings } = context
  const ranked = await rankedFor(booking, community, command, settings.sealing)
  const items = ranked.slice(0, manyCandidates).map(({ volunteer, match, fault }): BookingCandidate => {
    const { memberId, name } = volunteer
    const said = fault && { fault: { code: fault, message: refuseOfAnother(fault).message } }
    const asked = booking.invitedIds?.includes(memberId) && { invited: true as const }
    return { memberId, name, match: match.reasons, ...asked, ...said }
  })
  return yes({ booking: bookingCardOf(booking, 'staff'), items })
}

/** Reads a member who volunteers in the team now. Of anybody else the refusal tells a leader nothing. */
async function presentVolunteer(memberId: string, { teamId }: Booking): Promise<Member | Refusal> {
  const member = await members.get(memberId)
  if (member?.state !== 'verified' || !volunteerTeams(member).includes(teamId))
    return refuseOfAnother('not_in_team')
  return isClosing(member) ? refuseOfAnother('closing') : member
}

/** Sends one volunteer, by the rules of a claim. */
export async function dispatch(
  context: Context,
  { bookingId, memberId }: Input<typeof bookingDispatch>,
): Promise<Answer<BookingMoved>> {
  const { command, community } = context
  const booking = await ledBooking(context, bookingId)
  if (isRefusal(booking)) return booking
  // who sends themselves claims it: what a leader may overlook for others, nobody overlooks for themselves
  if (isRegistered(context) && memberId === context.member._id) return claim(context, { bookingId })
  const member = await presentVolunteer(memberId, booking)
  if ('ok' in member) return member
  const sent = await takeOn(context, member, bookingId, (state, volunteer) =>
    decideDispatch(state, command, volunteer, dayOf(command.at), community.limits),
  )
  return sent.ok ? sent : refuseOfAnother(sent.code)
}

/** Asks named volunteers to claim a booking. If one of them could not claim it, nobody is asked. */
export async function invite(
  context: Context,
  { bookingId, memberIds }: Input<typeof bookingInvite>,
): Promise<Answer<BookingMoved>> {
  const { command, community } = context
  const booking = await ledBooking(context, bookingId)
  if (isRefusal(booking)) return booking
  const fault = await faultAmong(context, booking, memberIds)
  if (fault) return fault
  const invited = await context.change(bookings, bookingId, command, (state) =>
    decideInvite(state, command, memberIds, community.limits),
  )
  return invited.refusal ?? yes({ state: invited.state.state })
}

/**
 * Says why one of these could not claim the booking. Diaries are not asked: a volunteer may still change
 * their plans.
 */
async function faultAmong(
  context: Context,
  booking: Booking,
  memberIds: readonly string[],
): Promise<Refusal | undefined> {
  const { command, community } = context
  for (const memberId of memberIds) {
    const member = await presentVolunteer(memberId, booking)
    if ('ok' in member) return member
    const volunteer = await volunteerOf(member, context, booking)
    const asked: RefusalCode | undefined = decideClaim(
      booking,
      command,
      volunteer,
      dayOf(command.at),
      community.limits,
    ).refusal
    // whether the booking is taken or over is decided by the write, on the state of that moment
    if (asked && !takenOrOver.has(asked)) return refuseOfAnother(asked)
  }
  return undefined
}
const takenOrOver: ReadonlySet<RefusalCode> = new Set(['already_claimed', 'cancelled', 'expired'])

/** What silence does not credit; the others confirm themselves in time. */
const silent: Where<Booking> = {
  anyOf: [
    { 'checkedOut.how': 'planned_end' },
    { overrun: true },
    { resumed: true },
    { 'word.objected': true },
    { related: oneOf<Relation>(['dwelling', 'proxy']) },
  ],
}

/** Lists the services in teams the caller leads that silence does not credit. */
export async function forgotten(
  context: Context,
  { teamId, cursor, limit = 20 }: Input<typeof bookingForgotten>,
): Promise<Answer<Page<BookingForgotten>>> {
  if (teamId !== undefined && !leadsTeam(context, teamId)) return no('forbidden')
  const led = teamsOf(rolesHeld(context), 'team_leader')
  const everywhere = isAdmin(context)
  if (teamId === undefined && !everywhere && led.length === 0) return yes({ items: [] })
  const ofTeams = teamId ?? (everywhere ? undefined : oneOf(led))
  const done = { ...silent, communityId: context.community._id, state: 'done' as const }
  const listing = { cursor, limit }
  const page = ofTeams
    ? await bookings.page('byTeam', { ...done, teamId: ofTeams }, listing)
    : await bookings.page('open', done, listing)
  const items = page.items.map(
    (booking): BookingForgotten => ({
      ...bookingCardOf(booking, 'staff'),
      claimer: { memberId: booking.claimerId ?? '', name: booking.claimerName ?? '' },
      checkedInAt: booking.checkedIn?.at ?? booking.windowFrom,
      minutes: booking.minutes ?? 0,
      waits: bookingWaitOf(booking) ?? 'forgotten',
    }),
  )
  return yes({ ...page, items })
}

/** A leader decides on a service that silence does not credit. Whoever is related to one of the two does not. */
export async function settle(
  context: MemberContext,
  { bookingId, minutes, reason }: Input<typeof bookingSettle>,
): Promise<Answer<BookingMinutes>> {
  const { command, community, member } = context
  if ((await checkText(context.writer, reason)) === 'risky') return no('text_risky')
  const settled = await context.change(bookings, bookingId, command, async (booking) => {
    const refusal = notLed(context, booking)
    if (refusal) return { refusal: refusal.code }
    const sides = [booking.requesterId, booking.claimerId ?? member._id]
    const relations = await Promise.all(sides.map((side) => relationBetween(member._id, side)))
    const settler = { memberId: member._id, related: relations.some(Boolean) }
    return decideSettle(booking, command, settler, { minutes, reason }, community.limits)
  })
  if (settled.refusal) return settled.refusal
  const { state, minutes: counted } = settled.state
  return yes({ state, ...(counted === null ? {} : { minutes: counted }) })
}
