import { type MemberContext, volunteerTeams, yes } from '#app/call/context'
import { standingOf } from '#app/guardian/guardians'
import type { BookingCard, bookingList, MatchReason } from '#contract/booking'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { instantOf } from '#contract/shared/wallClock'
import type { Booking } from '#core/booking/booking'
import { type Candidate, type HallEntry, hallOrder, matchOf } from '#core/booking/match'
import { grouped } from '#core/booking/together/series'
import { bookingCardOf } from '#core/booking/view'
import { bookings, diaries, memberships } from '#store/collections'
import { BadCursor } from '#store/engine/cursor'
import { above, atLeast, below, between, not, oneOf, type Where } from '#store/words/conditions'
import { claimsOf, promiseOf, validLicences, wantedOf } from './candidates'

/** So many of the next bookings are ranked; later ones follow as time passes. */
const ranked = 200
/** The fields that a card and its match need. */
const shown = [
  '_id',
  'state',
  'service',
  'kind',
  'serviceTitle',
  'kindTitle',
  'teamId',
  'needsLicence',
  'minAge',
  'experienced',
  'forName',
  'estateId',
  'gridId',
  'windowFrom',
  'windowTo',
  'place',
  'atRisk',
  'invitedIds',
  'givenBackIds',
  'series',
  'hand',
] as const

/** 任务大厅: lists the open bookings of the caller's teams, the best match first, each with its reasons. */
export async function hall(
  context: MemberContext,
  { cursor, limit = 20, ...filter }: Input<typeof bookingList>,
): Promise<Answer<Page<BookingCard>>> {
  const { member, command } = context
  const teams = volunteerTeams(member).filter(
    (teamId) => filter.teamId === undefined || teamId === filter.teamId,
  )
  if (teams.length === 0) return yes({ items: [] })
  const { communityId } = member
  const open: Where<Booking> = {
    requesterId: not(member._id),
    windowTo: above(command.at),
    ...filterOf(filter),
  }
  const [next, seen] = await Promise.all([
    bookings.find(
      'byTeam',
      { ...open, communityId, state: 'open', teamId: oneOf(teams) },
      { limit: ranked, fields: shown },
    ),
    seenAs(context),
  ])
  const placed = next.map((booking) => {
    const wanted = wantedOf(booking, context.community)
    const { points, reasons } = matchOf(wanted, seen(booking), command.at)
    return { _id: booking._id, windowFrom: booking.windowFrom, points, booking, reasons }
  })
  const listed = grouped(placed.map((each) => ({ ...each, ...each.booking })))
    .map((group) => shownOf(group))
    .sort(hallOrder)
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const rest = after ? listed.filter((each) => hallOrder(after, each) < 0) : listed
  const items = rest.slice(0, limit).map(({ booking, reasons, others }): BookingCard => {
    const { series, hands, ...card } = bookingCardOf(booking, 'team')
    return {
      ...card,
      match: reasons,
      ...(series && { series: { ...series, ahead: others + 1 } }),
      ...(hands && { hands: { ...hands, claimed: others > 0 ? 0 : 1 } }),
    }
  })
  const last = rest[limit - 1]
  return yes(rest.length > limit && last ? { items, nextCursor: writeCursor(last) } : { items })
}

/**
 * What stands for a series, or for two places, in the hall: of a series the next that is open, unless somebody asked
 * for another one; of two places the one that fits the reader.
 */
function shownOf<One extends HallEntry & Pick<Booking, 'series'> & { reasons: MatchReason[] }>(
  group: [One, ...One[]],
): One & { others: number } {
  const [soonest] = group
  const asked = group.find(({ reasons }) => reasons.some(({ reason }) => reason === 'invited'))
  const [best = soonest] = soonest.series ? [asked ?? soonest] : [...group].sort(hallOrder)
  return { ...best, others: group.length - 1 }
}

/** Makes the caller a candidate for a booking; the skills are those the caller has in its team. */
async function seenAs({
  member,
  command,
  settings,
}: MemberContext): Promise<(booking: Pick<Booking, 'teamId'>) => Candidate> {
  const [seats, diary, claims, { age }] = await Promise.all([
    memberships.find('byMember', { memberId: member._id }, { limit: 50 }),
    diaries.get(member._id),
    claimsOf([member._id], command.at),
    standingOf(member, command.at, settings.sealing),
  ])
  const own = {
    memberId: member._id,
    estateId: member.estateId,
    age,
    licences: validLicences(member, command.at),
    holds: diary?.holds ?? [],
    claims: claims.map(promiseOf),
  }
  return ({ teamId }) => ({ ...own, skills: seats.find((seat) => seat.teamId === teamId)?.skills ?? [] })
}

function filterOf({ estateId, kind, day }: Omit<Input<typeof bookingList>, 'scope'>): Where<Booking> {
  const from = day === undefined ? undefined : instantOf(day, '00:00')
  return {
    ...(estateId === undefined ? {} : { estateId }),
    ...(kind === undefined ? {} : { kind }),
    ...(from === undefined ? {} : { windowFrom: between(atLeast(from), below(from + dayMs)) }),
  }
}

const writeCursor = ({ points, windowFrom, _id }: HallEntry): string =>
  Buffer.from(JSON.stringify([points, windowFrom, _id])).toString('base64url')

function readCursor(cursor: string): HallEntry {
  const read = parsed(cursor)
  if (Array.isArray(read) && read.length === 3) {
    const [points, windowFrom, _id] = read
    if (typeof points === 'number' && typeof windowFrom === 'number' && typeof _id === 'string')
      return { points, windowFrom, _id }
  }
  throw new BadCursor('the cursor was not made by this list')
}

/** Undefined where the text is not JSON, so that every unreadable cursor gets the same refusal. */
function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
