import { type Change, causedBy, insist } from '#app/change/change'
import { loadCommunity } from '#app/community/community'
import { closingNote, leftTeamNote, licenceGoneNote, pausedNote, withdrawnNote } from '#app/notice/noticeText'
import { leaveSessions } from '#app/session/offers'
import type { Limits } from '#contract/community'
import { teamsOf } from '#contract/shared/grants'
import type { Instant } from '#contract/shared/scalars'
import { isClosing } from '#core/account/closing'
import type { Booking } from '#core/booking/booking'
import { decideCancel, decideForgetContact, decideRelease } from '#core/booking/decide'
import type { Command, Decision } from '#core/change/aggregate'
import type { CallOffEffect, GiveBackEffect, SeatEffect, TakeLicenceEffect } from '#core/change/effect'
import { decideGuardianAnswer, type Guardianship } from '#core/guardian/guardianship'
import { decideTakeLicence, type Member } from '#core/member/member'
import { decidePersonLeaves } from '#core/placement/decide'
import { decideDismiss, decideStepDown, type Proxyship } from '#core/proxy/proxyship'
import { decideWithdrawShift } from '#core/shift/shiftPlace'
import { decideDropLicence } from '#core/team/licences'
import type { Membership } from '#core/team/membership'
import {
  bookings,
  dependents,
  guardianships,
  members,
  memberships,
  placements,
  proxyships,
  shiftPlaces,
} from '#store/collections'
import { above, not, oneOf, type Where } from '#store/words/conditions'

/** No member has more bookings ahead. */
const manyClaims = 200

/**
 * When a volunteer has left a team, what they had claimed there returns to the hall. When it was their last,
 * their shifts ahead are free as well: any team's volunteers take shifts, but nobody else does.
 */
export async function leaveTeam(
  { memberId, teamId }: SeatEffect,
  command: Command,
  change: Change,
): Promise<void> {
  const member = await members.get(memberId)
  const teams = member ? teamsOf(member.roles, 'volunteer') : []
  // this repeat is late, and they have come back
  if (teams.includes(teamId)) return
  await releaseAll(memberId, command, leftTeamNote, change, { teamId })
  if (teams.length === 0) await leaveShifts(memberId, command, change)
}

/** Gives back what a minor has claimed or signed up for, unless the guardian's consent holds again. */
export async function giveBackClaims(
  { memberId, cause }: GiveBackEffect,
  now: Instant,
  change: Change,
): Promise<void> {
  if ((await guardianships.get(memberId))?.state === 'given') return
  const paused = causedBy(cause, now)
  await releaseAll(memberId, paused, pausedNote, change)
  await leaveShifts(memberId, paused, change)
}

/** Takes a licence that a leader took back from its holder, in every team, and gives back what was claimed on it. */
export async function takeLicence(
  { cause, memberId, licence }: TakeLicenceEffect,
  now: Instant,
  change: Change,
): Promise<void> {
  const command = causedBy(cause, now)
  insist(await change(members, memberId, command, (member) => decideTakeLicence(member, command, licence)))
  for (const { _id, communityId } of await memberships.find(
    'byMember',
    { memberId, state: 'accepted' },
    { limit: manyTies },
  )) {
    const limits = (await loadCommunity(communityId))?.limits
    if (!limits) return
    const rule = (one: Membership) => decideDropLicence(one, command, licence, limits)
    insist(await change(memberships, _id, command, rule))
  }
  await releaseAll(memberId, command, licenceGoneNote, change, { needsLicence: licence })
}

/** Returns a volunteer's claims that have not begun to the hall. The requesters hear why. */
function releaseAll(
  memberId: string,
  command: Command,
  note: string,
  change: Change,
  only: { teamId?: string; needsLicence?: string } = {},
): Promise<void> {
  const claimed = bookings.find(
    'claimed',
    { claimerId: memberId, state: 'claimed', ...only, windowTo: above(command.at) },
    { limit: manyClaims },
  )
  return moveAll(claimed, command, change, (booking, limits) =>
    decideRelease(booking, command, memberId, note, limits),
  )
}

/** Moves all of these bookings by one rule. A conflict counts as a lost race only where the state is still the same. */
async function moveAll(
  found: Promise<Booking[]>,
  command: Command,
  change: Change,
  rule: (booking: Booking, limits: Limits) => Decision<Booking>,
): Promise<void> {
  for (const { _id, communityId, state } of await found) {
    const community = await loadCommunity(communityId)
    if (!community) return
    const { limits } = community
    const moved = await change(bookings, _id, command, (booking) => rule(booking, limits))
    if (moved.refusal?.code === 'conflict' && (await bookings.get(_id))?.state === state) insist(moved)
  }
}

/** Nobody has more proxies, principals or wards. */
const manyTies = 200

/**
 * Ends what is under way between a member and others, who are told of it. Own bookings that have not begun
 * are cancelled. A member who leaves also gives back claims and places, and is no longer proxy, principal or
 * guardian.
 */
export async function callOff(
  { cause, memberId, what }: CallOffEffect,
  now: Instant,
  change: Change,
): Promise<void> {
  const command = causedBy(cause, now)
  const leaving = what === 'everything'
  const member = await members.get(memberId)
  // this repeat is late: they have kept their account, and what they began since stands
  if (!member || (leaving && stays(member))) return
  const note = leaving ? closingNote : withdrawnNote
  const open = ownBookings(memberId, { state: oneOf(['open', 'claimed']) })
  await moveAll(open, command, change, (booking, limits) => decideCancel(booking, command, note, limits))
  if (!leaving) return forgetSensitive(memberId, causedBy(`${cause}:door`, now), change)
  await releaseAll(memberId, command, note, change)
  await leaveShifts(memberId, command, change)
  const community = await loadCommunity(member.communityId)
  if (community) await leaveSessions(memberId, command, community.limits)
  if (community) await leavePlacements(memberId, command, community.limits, change)
  const standing = { anyOf: [{ active: true }, { asksUntil: above(now) }] }
  const ties = [
    ...(await proxyships.find('byMember', { memberId, ...standing }, { limit: manyTies })),
    ...(await proxyships.find('byProxy', { proxyId: memberId, ...standing }, { limit: manyTies })),
  ]
  for (const { _id } of ties) {
    const rule = (tie: Proxyship) =>
      tie.memberId === memberId ? decideDismiss(tie, command) : decideStepDown(tie, command)
    insist(await change(proxyships, _id, command, rule))
  }
  for (const { _id } of await guardianships.find(
    'byGuardian',
    { guardianId: memberId },
    { limit: manyTies },
  )) {
    const takeBack = (ward: Guardianship) =>
      decideGuardianAnswer(ward, command, memberId, { given: false, version: ward.version ?? '' })
    insist(await change(guardianships, _id, command, takeBack))
  }
}

/** Ends what is on its way to work, and what is asked after it. */
async function leavePlacements(
  memberId: string,
  command: Command,
  limits: Limits,
  change: Change,
): Promise<void> {
  const state = oneOf(['interested', 'invited', 'placed'] as const)
  const ways = await placements.find(
    'byMember',
    { memberId, state },
    { limit: manyTies, fields: ['memberId'] },
  )
  for (const { _id } of ways)
    insist(await change(placements, _id, command, (way) => decidePersonLeaves(way, command, limits)))
}

const ownBookings = (requesterId: string, more: Where<Booking>): Promise<Booking[]> =>
  bookings.find('mine', { ...more, requesterId }, { limit: manyClaims })

const stays = (member: Member): boolean => member.state !== 'closed' && !isClosing(member)

/** Gives back a volunteer's slots at shifts that have not begun. Whoever runs the activity hears of it. */
async function leaveShifts(memberId: string, command: Command, change: Change): Promise<void> {
  const promised = await shiftPlaces.find(
    'byMemberState',
    { memberId, state: 'confirmed', from: above(command.at) },
    { limit: manyClaims },
  )
  for (const { _id, communityId } of promised) {
    const community = await loadCommunity(communityId)
    if (!community) return
    const left = await change(shiftPlaces, _id, command, (place) =>
      decideWithdrawShift(place, command, community.limits),
    )
    if ((await shiftPlaces.get(_id))?.state === 'confirmed') insist(left)
  }
}

/** Removes what needed the consent to sensitive data: relatives' needs and birthdays, and the doors of bookings. */
async function forgetSensitive(memberId: string, command: Command, change: Change): Promise<void> {
  await dependents.updateAll('byMember', { memberId }, { needs: null, birthDay: null, birthMonthKey: null })
  const withDoor = ownBookings(memberId, { contact: not(null) })
  await moveAll(withDoor, command, change, (booking) => decideForgetContact(booking))
}
