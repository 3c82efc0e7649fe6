import { isFirstAdmin, type MemberContext, no, yes } from '#app/call/context'
import { letOutgrownGo } from '#app/guardian/guardians'
import { actsFor, proxiesOf } from '#app/proxy/proxies'
import type { memberClose, Unfinished } from '#contract/account'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { teamsOf } from '#contract/shared/grants'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { decideCloseAccount, decideKeep, type Hindrance, isClosing } from '#core/account/closing'
import {
  bookings,
  dependents,
  guardianships,
  members,
  memberships,
  shiftPlaces,
  signups,
} from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'
import { above, not, oneOf } from '#store/words/conditions'

/** A community that was written before there was such a limit has the usual one. */
export const closeDaysOf = ({ limits }: CommunityDocument): number =>
  limits.closeDays ?? defaultLimits.closeDays

/** What keeps the caller from leaving now. */
export async function hindranceOf({ member, identity, settings }: MemberContext): Promise<Hindrance> {
  const [asRequester, asClaimer, atShifts] = await Promise.all([
    bookings.count('mine', { requesterId: member._id, state: 'in_service' }),
    bookings.count('claimed', { claimerId: member._id, state: 'in_service' }),
    shiftPlaces.count('byMemberState', { memberId: member._id, state: 'in_service' }),
  ])
  return { firstAdmin: isFirstAdmin(identity, settings), underWay: asRequester + asClaimer + atShifts > 0 }
}

/** What closing would end; the person reads it before they decide. */
export async function unfinished(context: MemberContext): Promise<Answer<Unfinished>> {
  const { member, community, command } = context
  const { _id: memberId } = member
  const [
    hindrance,
    booked,
    claimed,
    toConfirm,
    signedUp,
    shifts,
    wards,
    own,
    proxies,
    principals,
    leaderless,
  ] = await Promise.all([
    hindranceOf(context),
    bookings.count('mine', {
      requesterId: memberId,
      state: oneOf(['open', 'claimed']),
      'hand.number': not(2),
    }),
    bookings.count('claimed', { claimerId: memberId, state: 'claimed' }),
    bookings.count('mine', { requesterId: memberId, state: 'done', stars: null }),
    signups.count('mine', { memberId, over: false }),
    shiftPlaces.count('byMemberState', { memberId, state: 'confirmed', from: above(command.at) }),
    guardianships.count('byGuardian', { guardianId: memberId, state: 'given' }),
    dependents.count('byMember', { memberId, removed: false }),
    proxiesOf(memberId, command.at),
    actsFor(memberId, command.at),
    leaderlessWithout(context),
  ])
  return yes({
    booked,
    claimed,
    toConfirm,
    signups: signedUp,
    shifts,
    wards,
    ...hindrance,
    dependents: own,
    proxies: proxies.length,
    actsFor: principals.actsFor.length,
    leaderless,
    closeDays: closeDaysOf(community),
  })
}

/** Names of the teams that nobody else leads. */
async function leaderlessWithout({ member, identity, community }: MemberContext): Promise<string[]> {
  const led = teamsOf(identity.resting ?? member.roles, 'team_leader')
  const alone = await Promise.all(
    led.map(async (teamId) => {
      const leaders = await memberships.find('leaders', { teamId, leads: true }, { limit: 2 })
      return leaders.some(({ memberId }) => memberId !== member._id) ? [] : [teamId]
    }),
  )
  return alone.flat().map((id) => community.teams.find(({ teamId }) => teamId === id)?.name ?? id)
}

export async function close(
  context: MemberContext,
  { word }: Input<typeof memberClose>,
): Promise<Answer<{ closesAt: number }>> {
  const { member, command, community } = context
  const hindrance = await hindranceOf(context)
  await letOutgrownGo(context)
  const changed = await context.change(members, member._id, command, (state) =>
    decideCloseAccount(state, command, hindrance, closeDaysOf(community), word),
  )
  if (changed.refusal) return changed.refusal
  // a late repeat of a closing that was taken back since is not answered as a closing
  return isClosing(changed.state) ? yes({ closesAt: changed.state.closesAt }) : no('conflict')
}

export async function keepAccount({
  member,
  command,
  change,
}: MemberContext): Promise<Answer<{ kept: true }>> {
  const changed = await change(members, member._id, command, (state) => decideKeep(state, command))
  return changed.refusal ?? yes({ kept: true })
}
