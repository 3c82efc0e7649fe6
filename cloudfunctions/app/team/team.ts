import { type Context, leadsTeam, type MemberContext, no, yes } from '#app/call/context'
import { pageOf } from '#app/call/shortList'
import { ageWordsOf, guardianConsents, standingOf } from '#app/guardian/guardians'
import { ageOf, type BirthWords, birthSpot, openBirth, readBirth, sealBirth } from '#app/member/birth'
import { hasRole } from '#contract/shared/grants'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type {
  Applied,
  Team,
  TeamMember,
  TeamMemberState,
  teamApply,
  teamDecide,
  teamGet,
  teamLeave,
  teamList,
  teamRoster,
} from '#contract/team'
import { missedIn } from '#core/booking/noShow'
import { repeatOf } from '#core/change/aggregate'
import { solarDayOf, volunteerAge } from '#core/member/age'
import { birthMonthKey } from '#core/member/birthday'
import { decideBirth, decideRevoke } from '#core/member/member'
import { isMinor } from '#core/member/volunteering'
import {
  decideApplication,
  decideApply,
  decideWithdraw,
  membershipId,
  newMembership,
} from '#core/team/membership'
import type { ShownLicence } from '#core/team/shownLicence'
import { members, memberships, noShows } from '#store/collections'
import { hasId } from './byId'
import { attachPhotos, licenceViewOf, probationViews, releaseUnused } from './licences'
import { sizesOf } from './sizes'

export async function list(
  { community, identity }: Context,
  paging: Input<typeof teamList>,
): Promise<Answer<Page<Team>>> {
  const { _id: communityId, teams } = community
  const ids = teams.map(({ teamId }) => teamId)
  const [sizes, own] = await Promise.all([
    sizesOf(communityId, ids),
    identity.member
      ? memberships.find('byMember', { memberId: identity.member._id }, { limit: teams.length + 1 })
      : [],
  ])
  const items = teams.map((team) =>
    teamView(community, team, sizes, own.find(({ teamId }) => teamId === team.teamId)?.state),
  )
  return yes(pageOf(items, ({ teamId }) => teamId, paging))
}

/** Shows one team, as everybody may see it; its id may be as the scene of a code holds it. */
export async function get(
  { community, identity }: Context,
  { teamId }: Input<typeof teamGet>,
): Promise<Answer<Team>> {
  const team = community.teams.find(hasId(teamId))
  if (!team) return no('not_found')
  const { member } = identity
  const [sizes, own] = await Promise.all([
    sizesOf(
      community._id,
      community.teams.map((each) => each.teamId),
    ),
    member ? memberships.get(membershipId(member._id, team.teamId)) : undefined,
  ])
  return yes(teamView(community, team, sizes, own?.state))
}

function teamView(
  { womensTeamId }: Context['community'],
  { teamId, name, purpose, sample }: Context['community']['teams'][number],
  sizes: ReadonlyMap<string, number>,
  mine: TeamMemberState | undefined,
): Team {
  const memberCount = sizes.get(teamId) ?? 0
  const womens = teamId === womensTeamId ? { womens: true as const } : {}
  return { teamId, name, purpose, sample, memberCount, ...womens, ...(mine === undefined ? {} : { mine }) }
}

/** Applies for a team. Applying again while applied or accepted changes nothing. */
export async function apply(
  context: MemberContext,
  { teamId, skills, licences = [], ...words }: Input<typeof teamApply>,
): Promise<Answer<Applied>> {
  const { member, command, community } = context
  if (!community.teams.some((team) => team.teamId === teamId)) return no('not_found')
  const known = await learnAge(context, words)
  if (typeof known === 'object') return known
  if (known !== undefined && known < volunteerAge) return no('too_young_to_volunteer')
  if (licences.some(({ validUntil }) => validUntil < dayOf(command.at))) return no('licence_past')
  const before = await memberships.get(membershipId(member._id, teamId))
  const again = before && repeatOf(before, command)
  if (!again && !(await attachPhotos(context, teamId, licences))) return no('picture_gone')
  const leaders = await memberships.find('leaders', { teamId, leads: true }, { limit: 20 })
  const applied = await context.change(
    memberships,
    membershipId(member._id, teamId),
    command,
    (membership) =>
      decideApply(
        membership,
        command,
        { skills, licences },
        leaders.map(({ memberId }) => memberId),
      ),
    newMembership(member, teamId),
  )
  await releaseUnused(licences, applied.state, command.at)
  if (applied.refusal) return applied.refusal
  const needed = isMinor(known) && !(await guardianConsents(member._id))
  return yes({ state: applied.state.state, ...(needed ? { guardianNeeded: true as const } : {}) })
}

/** Finds the applicant's age from the birthday they give now or gave before; undefined where there is none. */
async function learnAge(
  { member, command, settings, change }: MemberContext,
  words: BirthWords,
): Promise<number | undefined | Refusal> {
  const { sealing } = settings
  const given = readBirth(words, command.at)
  if (given && 'ok' in given) return given
  if (given === undefined) return ageOf(member, command.at, sealing)
  if (given.age < volunteerAge) return given.age
  const spot = birthSpot(member._id)
  const learning = { ...command, key: `${command.key}:birth` }
  const sealed = sealBirth(given.birth, spot, sealing)
  const learnt = await change(members, member._id, learning, (state) =>
    decideBirth(state, learning, sealed, birthMonthKey(given.birth)),
  )
  if (learnt.refusal) return learnt.refusal
  const { birth } = learnt.state
  const same = birth !== null && solarDayOf(openBirth(birth, spot, sealing)) === solarDayOf(given.birth)
  return same ? given.age : no('birth_differs')
}

export async function decide(
  context: Context,
  { memberId, teamId, accept, reason }: Input<typeof teamDecide>,
): Promise<Answer<{ state: TeamMemberState }>> {
  if (!leadsTeam(context, teamId)) return no('forbidden')
  const { command, community, settings } = context
  const subject = accept ? await members.get(memberId) : undefined
  const standing = subject ? await standingOf(subject, command.at, settings.sealing) : {}
  const decided = await context.change(memberships, membershipId(memberId, teamId), command, (membership) =>
    decideApplication(membership, command, { accept, reason, standing }, community.limits),
  )
  return decided.refusal ?? yes({ state: decided.state.state })
}

/**
 * Takes an open application back, or gives the role back, and the roster follows. Leaving again changes
 * nothing. Somebody who was never in the team gets `not_found`.
 */
export async function leave(
  { member, command, change, payOff }: MemberContext,
  { teamId }: Input<typeof teamLeave>,
): Promise<Answer<{ state: TeamMemberState }>> {
  const id = membershipId(member._id, teamId)
  const seat = await memberships.get(id)
  if (!seat && !hasRole(member.roles, 'volunteer', { teamId })) return no('not_found')
  // the role of an acceptance may still be owed; paid off later, it would be given after it was taken back
  if (seat) await payOff(memberships, seat)
  if (seat && (seat.state === 'applied' || repeatOf(seat, command))) {
    const withdrawn = await change(memberships, id, command, (state) => decideWithdraw(state, command))
    if (withdrawn.state) return yes({ state: withdrawn.state.state })
    if (withdrawn.refusal.code !== 'already_decided') return withdrawn.refusal
  }
  const left = await change(members, member._id, command, (state) =>
    decideRevoke(state, command, { role: 'volunteer', scope: { teamId } }),
  )
  return left.refusal ?? yes({ state: (await memberships.get(id))?.state ?? 'left' })
}

const rosterFields = [
  ...(['memberId', 'memberName', 'teamId', 'state', 'leads'] as const),
  ...(['skills', 'licences', 'shown', 'probationFrom', 'since'] as const),
] as const
/** Who holds each place, and who said that they did not come. */
const others = {
  people: members.naming('_id', 'memberId', ['birth']),
  said: noShows.naming('accusedId', 'memberId', ['side', 'saidAt', 'state']),
}

export async function roster(
  context: Context,
  { teamId, cursor, limit = 20 }: Input<typeof teamRoster>,
): Promise<Answer<Page<TeamMember>>> {
  if (!leadsTeam(context, teamId)) return no('forbidden')
  const page = await memberships.pageNamed(
    'byTeam',
    { teamId },
    { cursor, limit, fields: rosterFields },
    others,
  )
  const seated = page.items.filter(({ state }) => state === 'applied' || state === 'accepted')
  const [ages, probations] = await Promise.all([
    ageWordsOf(
      seated.flatMap(({ people }) => people),
      context,
    ),
    probationViews(page.items, context),
  ])
  const { community, command } = context
  const items = page.items.map((membership): TeamMember => {
    const { _id, memberId, memberName, state, leads, skills, licences, shown = [], since } = membership
    const probation = probations.get(_id)
    const view = (licence: ShownLicence) => licenceViewOf(licence, context)
    const missed = seated.includes(membership) ? missedIn(membership.said, command.at, community.limits) : 0
    return {
      ...{ memberId, name: memberName, state, skills, since },
      licences: licences.map(view),
      shown: shown.map(view),
      ...(leads && { leads }),
      ...(probation && { probation }),
      ...(missed > 0 && { missed }),
      ...ages.get(memberId),
    }
  })
  return yes({ ...page, items })
}
