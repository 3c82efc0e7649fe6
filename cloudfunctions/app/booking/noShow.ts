import { type Context, isStaffFor, leadsTeam, type MemberContext, no, yes } from '#app/call/context'
import { isOwnClaim, viewerOf } from '#app/call/viewer'
import type {
  BookingMoved,
  bookingDecideNoShow,
  bookingNoShow,
  bookingNoShows,
  NoShowCard,
  NoShowState,
  NoShowView,
} from '#contract/booking'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import type { Booking } from '#core/booking/booking'
import {
  claimerOf,
  decideAppeal,
  decideNoShow,
  decideNoShowWord,
  type NoShow,
  noShowId,
  noShowViewOf,
  takesOneByOne,
} from '#core/booking/noShow'
import { bookingPartOf } from '#core/booking/view'
import { bookings, noShows } from '#store/collections'
import { checkText } from '#store/platform/wechat'

/** No booking, and no member within the days that count, has more no-shows. */
const manyNoShows = 50

/** A party of the booking says that the other did not come. */
export async function sayNoShow(
  context: MemberContext,
  { bookingId, note }: Input<typeof bookingNoShow>,
): Promise<Answer<BookingMoved>> {
  const { command, community, member } = context
  if ((await checkText(context.writer, note)) === 'risky') return no('text_risky')
  const viewer = viewerOf(context)
  const by = { memberId: member._id, name: member.name }
  const said = await context.change(bookings, bookingId, command, (booking) => {
    if (!bookingPartOf(booking, viewer(booking))) return { refusal: 'not_found' }
    // a proxy who has claimed the booking cannot accuse themselves in the requester's name
    if (isOwnClaim(context, booking) && booking.requesterId === member._id) return { refusal: 'own_claim' }
    return decideNoShow(booking, command, by, note, community.limits)
  })
  return said.refusal ?? yes({ state: said.state.state })
}

/** The accused answers. Where several no-shows name them, the latest is meant. */
export async function appeal(
  { command, community, member, writer, change }: MemberContext,
  { bookingId, note }: Input<typeof bookingNoShow>,
): Promise<Answer<{ state: NoShowState }>> {
  if ((await checkText(writer, note)) === 'risky') return no('text_risky')
  const said = await ofBooking(bookingId)
  const own = said.filter(({ accusedId }) => accusedId === member._id).at(-1)
  // who said it and acts for the accused cannot answer themselves
  if (own && own.saidById === command.whoId) return no('own_claim')
  if (!own) {
    const concerned = said.some(({ saidById }) => saidById === member._id)
    return no(concerned ? 'not_accused' : 'not_found')
  }
  const appealed = await change(noShows, own._id, command, (noShow) =>
    decideAppeal(noShow, command, member._id, note, community.limits),
  )
  return appealed.refusal ?? yes({ state: appealed.state.state })
}

/** A leader of the booking's team, or an admin, decides whether a no-show stands. */
export async function decide(
  context: MemberContext,
  { bookingId, claim, stands, reason }: Input<typeof bookingDecideNoShow>,
): Promise<Answer<{ state: NoShowState }>> {
  const { command, member } = context
  const decided = await context.change(noShows, noShowId(bookingId, claim), command, (noShow) =>
    leadsTeam(context, noShow.teamId)
      ? decideNoShowWord(noShow, command, member._id, { stands, reason })
      : { refusal: 'not_found' },
  )
  return decided.refusal ?? yes({ state: decided.state.state })
}

/** Lists a team's no-shows for its leader, the latest first. */
export async function list(
  context: Context,
  { teamId, cursor, limit = 20 }: Input<typeof bookingNoShows>,
): Promise<Answer<Page<NoShowCard>>> {
  if (!leadsTeam(context, teamId)) return no('forbidden')
  const page = await noShows.page('team', { teamId }, { cursor, limit })
  const { command, community, member } = context
  const viewer = { memberId: member?._id, staff: true, leads: true }
  return yes({
    ...page,
    items: page.items.flatMap((noShow) =>
      cardOf(noShow, noShowViewOf(noShow, viewer, command.at, community.limits)),
    ),
  })
}

const cardOf = ({ bookingId, kindTitle, windowFrom }: NoShow, view: NoShowView | undefined): NoShowCard[] =>
  view ? [{ ...view, bookingId, kindTitle, windowFrom }] : []

/** Lists what the caller is said to have missed, and what they have said of others. */
export async function ownNoShows({ member, command, community }: MemberContext): Promise<NoShowCard[]> {
  const viewer = { memberId: member._id, staff: false, leads: false }
  const found = [
    ...(await latestOf(member._id)),
    ...(await noShows.find('sayer', { saidById: member._id }, { limit: manyNoShows })),
  ]
  return found.flatMap((noShow) => cardOf(noShow, noShowViewOf(noShow, viewer, command.at, community.limits)))
}

const ofBooking = (bookingId: string): Promise<NoShow[]> =>
  noShows.find('booking', { bookingId }, { limit: manyNoShows })

/** The latest no-show about a claim of this volunteer. Most bookings have none, and then nothing is read. */
export async function noShowOfClaimer(booking: Booking, memberId: string): Promise<NoShow | undefined> {
  if (!booking.events.some(({ event }) => event.startsWith('no_show_'))) return undefined
  return (await ofBooking(booking._id)).filter((noShow) => claimerOf(noShow) === memberId).at(-1)
}

/** Reads what the caller may know of a booking's no-shows. Most bookings have none, and then nothing is read. */
export async function noShowsOf(context: MemberContext, booking: Booking): Promise<NoShowView[]> {
  if (!booking.events.some(({ event }) => event.startsWith('no_show_'))) return []
  const { command, community, member } = context
  const viewer = {
    memberId: member._id,
    staff: isStaffFor(context, booking),
    leads: leadsTeam(context, booking.teamId),
  }
  return (await ofBooking(booking._id)).flatMap(
    (noShow) => noShowViewOf(noShow, viewer, command.at, community.limits) ?? [],
  )
}

const latestOf = (memberId: string): Promise<NoShow[]> =>
  noShows.find('accused', { accusedId: memberId }, { limit: manyNoShows })

/** Whether the volunteer, after several no-shows, may hold only one booking at a time. */
export async function goesOneByOne({ member, command, community }: MemberContext): Promise<boolean> {
  return takesOneByOne(await latestOf(member._id), command.at, community.limits)
}
