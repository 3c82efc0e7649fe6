import { type Context, type MemberContext, no, volunteerTeams, yes } from '#app/call/context'
import { viewerOf } from '#app/call/viewer'
import { holdAllInDiary, holdDiary, isTheirs } from '#app/diary/diary'
import { freeLostClaims } from '#app/diary/release'
import { guardianConsents, standingOf } from '#app/guardian/guardians'
import { relationBetween } from '#app/member/relations'
import { pausedNote } from '#app/notice/noticeText'
import { probationTeams } from '#app/team/licences'
import type { BookingClaimed, BookingMoved, bookingClaim } from '#contract/booking'
import type { Input } from '#contract/shared/operation'
import type { Answer, RefusalCode } from '#contract/shared/refusal'
import { dayOf } from '#contract/shared/wallClock'
import { type Booking, isHeldBy } from '#core/booking/booking'
import { decideClaim, decideRelease, type Volunteer } from '#core/booking/decide'
import { knownRelation } from '#core/booking/related'
import { asOneOfRest, idsOfSeries, restFrom } from '#core/booking/together/series'
import { bookingPartOf } from '#core/booking/view'
import type { Decision } from '#core/change/aggregate'
import type { CountedClaim } from '#core/diary/diary'
import type { Member } from '#core/member/member'
import { bookings } from '#store/collections'
import { otherPlaceOf } from './hands'
import { goesOneByOne } from './noShow'

/** Claims one booking, or, where two volunteers are wanted, the place of the two that is still free and fits. */
export async function claim(
  context: MemberContext,
  { bookingId, restOfSeries }: Input<typeof bookingClaim>,
): Promise<Answer<BookingClaimed>> {
  if (restOfSeries) return claimRest(context, bookingId)
  const asked = await claimOne(context, bookingId)
  if (asked.ok || !perhapsOther.has(asked.code)) return asked
  const otherId = (await bookings.get(bookingId))?.hand?.otherId
  if (otherId === undefined) return asked
  const other = await claimOne(context, otherId)
  // whoever lacks a licence for the first place and finds the second taken reads of the licence
  if (!other.ok) return other.code === 'already_claimed' ? asked : other
  return yes({ ...other.data, bookingId: otherId })
}

/** Refusals of one place that need not hold for the other. */
const perhapsOther: ReadonlySet<RefusalCode> = new Set([
  'already_claimed',
  'licence_required',
  'on_probation',
])

function claimOne(context: MemberContext, bookingId: string): Promise<Answer<BookingMoved>> {
  const { member, command, community } = context
  const rule = (booking: Booking, volunteer: Volunteer) =>
    decideClaim(booking, command, volunteer, dayOf(command.at), community.limits)
  return takeOn(context, member, bookingId, rule, {
    alone: () => goesOneByOne(context),
    claim: countedOf(context),
  })
}

const countedOf = ({ command: { key, at }, community }: Context): CountedClaim => ({
  key,
  day: dayOf(at),
  claimsPerDay: community.limits.claimsPerDay,
})

/**
 * Claims one of a series and all after it that are still open and fit the volunteer's diary, which is written once
 * for all. Those that do not fit are named and left.
 */
async function claimRest(context: MemberContext, bookingId: string): Promise<Answer<BookingClaimed>> {
  const { member, command, community } = context
  const { limits } = community
  const asked = await bookings.get(bookingId)
  if (!asked || !bookingPartOf(asked, viewerOf(context)(asked))) return no('not_found')
  if (!asked.series) return claimOne(context, bookingId)
  const rest = restFrom(asked, await bookings.getMany(idsOfSeries(asked.series)))
  const volunteer = await volunteerOf(member, context, asked)
  const rule = (booking: Booking) => decideClaim(booking, command, volunteer, dayOf(command.at), limits)
  const open = rest.filter((booking) => (rule(booking).next ?? booking) !== booking)
  const held = await holdAllInDiary(
    member,
    open.map(({ _id, windowFrom, windowTo }) => ({
      heldFor: _id,
      from: windowFrom,
      to: windowTo,
      at: command.at,
    })),
    { alone: () => goesOneByOne(context), claim: countedOf(context) },
  )
  if (typeof held === 'string') return no(held)
  const fit = open.filter(({ _id }) => held.some(({ heldFor }) => heldFor === _id))
  const [first] = fit
  const related = first ? await relationBetween(member._id, asked.requesterId) : undefined
  const claimed = await context.changeAll(bookings, fit, command, (booking) => {
    const window = held.find(({ heldFor }) => heldFor === booking._id)
    // it was moved meanwhile: its new window is not in the diary
    if (window?.from !== booking.windowFrom || window.to !== booking.windowTo) return { refusal: 'conflict' }
    return knownRelation(asOneOfRest(rule(booking), booking, first ?? asked, command), related)
  })
  const won = claimed.flatMap(({ state }) => state ?? [])
  const lost = fit.filter(({ _id }) => !won.some((state) => state._id === _id)).map(({ _id }) => _id)
  if (lost.length > 0) await freeLostClaims(member._id, lost, command, { counts: won.length > 0 })
  if (volunteer.guardianConsents && won.length > 0 && !(await guardianConsents(member._id))) {
    await giveBackRest(context, won)
    return no('guardian_needed')
  }
  const mine = rest.filter(
    (one) =>
      isHeldBy(one, member._id) ||
      won.some(({ _id, claimerId }) => _id === one._id && claimerId === member._id),
  )
  const [earliest] = mine
  if (!earliest) {
    const refused = rule(asked).refusal
    return no(
      refused ?? (held.length < open.length && (await goesOneByOne(context)) ? 'one_by_one' : 'clash'),
    )
  }
  const left = rest.filter((one) => !mine.includes(one) && isClaimable(one, command.at))
  const takenIds = new Set([...rest.filter(({ state }) => state !== 'open').map(({ _id }) => _id), ...lost])
  return yes({
    ...(!mine.some(({ _id }) => _id === bookingId) && { bookingId: earliest._id }),
    state: 'claimed',
    series: {
      claimed: mine.length,
      left: left.map(({ _id, series, windowFrom }) => ({
        number: series?.number ?? 1,
        from: windowFrom,
        why: takenIds.has(_id) ? 'taken' : 'clash',
      })),
    },
  })
}

/** Somebody may still come to it. */
const isClaimable = ({ state, windowTo }: Booking, now: number): boolean =>
  (state === 'open' || state === 'claimed') && windowTo > now

async function giveBackRest(context: MemberContext, won: readonly Booking[]): Promise<void> {
  const { member, command, community } = context
  const back = { ...command, key: `${command.key}:guardian` }
  const [first] = won
  await context.changeAll(bookings, won, back, (booking) =>
    asOneOfRest(
      decideRelease(booking, back, member._id, pausedNote, community.limits),
      booking,
      first ?? booking,
      back,
    ),
  )
}

/** What decides whether a member may take this booking. The probation is read where the booking asks for it. */
export async function volunteerOf(
  member: Member,
  context: Context,
  { experienced }: Pick<Booking, 'experienced'>,
): Promise<Volunteer> {
  const { command, settings } = context
  return {
    memberId: member._id,
    name: member.name,
    teamIds: volunteerTeams(member),
    licences: member.licences,
    ...(experienced && { probationIn: await probationTeams(member._id, context) }),
    ...(await standingOf(member, command.at, settings.sealing)),
  }
}

/**
 * A volunteer takes an open booking, of their own accord or sent by a leader. Two conditional writes decide
 * it: one on the volunteer's diary, so that two claims of one person never overlap, and one on the booking,
 * so that exactly one volunteer wins.
 *
 * @param how where the claim is the volunteer's own, it counts to their day's claims.
 */
export async function takeOn(
  context: Context,
  member: Member,
  bookingId: string,
  decide: (booking: Booking, volunteer: Volunteer) => Decision<Booking>,
  how: Parameters<typeof holdDiary>[2] = {},
): Promise<Answer<BookingMoved>> {
  const { command, community } = context
  let held: { from: number; to: number } | undefined
  let consented = false
  const moved = await context.change(bookings, bookingId, command, async (booking) => {
    const other = await otherPlaceOf(booking)
    if (other && isHeldBy(other, member._id) && !isHeldBy(booking, member._id))
      return { refusal: 'other_hand_yours' }
    const volunteer = await volunteerOf(member, context, booking)
    consented = volunteer.guardianConsents === true
    const decision = decide(booking, volunteer)
    if (!decision.next || decision.next === booking) return decision
    const window = { heldFor: bookingId, from: booking.windowFrom, to: booking.windowTo, at: command.at }
    // whoever was faster may have moved it to another window, which is held in place of the first
    if (held?.from === window.from && held.to === window.to) return decision
    const refusal = await holdDiary(member, window, how)
    if (!refusal) held = window
    return refusal ? { refusal } : decision
  })
  if (moved.state) {
    // the guardian may have withdrawn meanwhile; whichever of the two writes comes second sees the other
    if (consented && !(await guardianConsents(member._id))) {
      const back = { ...command, key: `${command.key}:guardian` }
      await context.change(bookings, bookingId, back, (booking) =>
        decideRelease(booking, back, member._id, pausedNote, community.limits),
      )
      return no('guardian_needed')
    }
    return yes({ state: moved.state.state })
  }
  // where another tap of the same person was faster, the booking is theirs and its window stays
  if (held && !(await isTheirs(bookingId, member._id))) await freeLostClaims(member._id, [bookingId], command)
  return moved.refusal
}
