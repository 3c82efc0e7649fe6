import { type Context, leadsTeam, type MemberContext, no, yes } from '#app/call/context'
import { pageOf } from '#app/call/shortList'
import { attach, releaseFiles } from '#app/file/files'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import type {
  LicenceView,
  MyTeam,
  ProbationView,
  TeamMemberState,
  teamDecideLicence,
  teamEndProbation,
  teamMine,
  teamRevokeLicence,
  teamShowLicence,
} from '#contract/team'
import { repeatOf } from '#core/change/aggregate'
import { decideLicence, decideRevokeLicence, decideShowLicence } from '#core/team/licences'
import { type Membership, membershipId } from '#core/team/membership'
import { decideEndProbation, probationEnds, probationOf } from '#core/team/probation'
import { photosOf, type ShownLicence } from '#core/team/shownLicence'
import { entries, memberships } from '#store/collections'
import { atLeast } from '#store/words/conditions'

/** A community has fewer teams, and a team fewer leaders. */
const manyTeams = 100
const manyLeaders = 20

/** Shows a licence as its holder and their leader see it. */
export function licenceViewOf(
  { licence, validUntil, photoId }: ShownLicence,
  { command, community }: Pick<Context, 'command' | 'community'>,
): LicenceView {
  const today = dayOf(command.at)
  const soon = dayOf(command.at + community.limits.licenceWarnDays * dayMs)
  const state = validUntil < today ? 'ended' : validUntil <= soon ? 'ending' : 'valid'
  return { licence, validUntil, state, ...(photoId && { photoId }) }
}

/** Attaches pictures of licences to the membership; false where one is not the member's or not whole. */
export function attachPhotos(
  context: MemberContext,
  teamId: string,
  licences: readonly ShownLicence[],
): Promise<boolean> {
  const { member } = context
  const here = { collection: 'memberships', id: membershipId(member._id, teamId) } as const
  return attach(context, member._id, photosOf(licences), 'licence_photo', here)
}

/** Releases pictures that were attached and are not used by the stored membership. */
export async function releaseUnused(
  licences: readonly ShownLicence[],
  stored: Membership | undefined,
  now: number,
): Promise<void> {
  const wanted = photosOf([...(stored?.licences ?? []), ...(stored?.shown ?? [])])
  await releaseFiles(
    photosOf(licences).filter((fileId) => !wanted.includes(fileId)),
    now,
  )
}

/** Lists the caller's memberships, the latest first. */
export async function mine(
  context: MemberContext,
  paging: Input<typeof teamMine>,
): Promise<Answer<Page<MyTeam>>> {
  const own = await memberships.find('byMember', { memberId: context.member._id }, { limit: manyTeams })
  const items = await Promise.all(
    own.map(async (membership): Promise<MyTeam> => {
      const { teamId, state, leads, since, skills, licences, shown = [] } = membership
      const probation = await probationView(membership, context)
      const view = (licence: ShownLicence) => licenceViewOf(licence, context)
      return {
        ...{ teamId, state, leads, since, skills },
        licences: licences.map(view),
        shown: shown.map(view),
        ...(probation && { probation }),
      }
    }),
  )
  return yes(pageOf(items, ({ teamId }) => teamId, paging))
}

/** Counts, from the ledger, services credited in a team since the probation began, without lines that were reversed. */
async function servedSince({ memberId, teamId }: Membership, from: number): Promise<number> {
  const since = { memberId, teamId, creditedAt: atLeast(from) }
  const [recorded, takenBack] = await Promise.all([
    entries.count('bySeq', { ...since, kind: 'recorded' }),
    entries.count('bySeq', { ...since, kind: 'reversal', reversedKind: 'recorded' }),
  ])
  return recorded - takenBack
}

/** Shows what is left of a probation. The ledger is read only where its time is not over. */
export async function probationView(
  membership: Membership,
  { command, community }: Pick<Context, 'command' | 'community'>,
): Promise<ProbationView | undefined> {
  const { limits } = community
  const until = probationEnds(membership, limits)
  if (until === undefined || until <= command.at) return undefined
  const served = await servedSince(membership, membership.probationFrom ?? 0)
  return probationOf(membership, served, command.at, limits)
}

/** Lists the teams in which a member is on probation. */
export async function probationTeams(
  memberId: string,
  context: Pick<Context, 'command' | 'community'>,
): Promise<string[]> {
  const own = await memberships.find('byMember', { memberId, state: 'accepted' }, { limit: manyTeams })
  const teams = await Promise.all(
    own.map(async (membership) => ((await probationView(membership, context)) ? [membership.teamId] : [])),
  )
  return teams.flat()
}

export async function show(
  context: MemberContext,
  { teamId, ...licence }: Input<typeof teamShowLicence>,
): Promise<Answer<{ shown: LicenceView[] }>> {
  const { member, command } = context
  const id = membershipId(member._id, teamId)
  const before = await memberships.get(id)
  const again = before && repeatOf(before, command)
  if (!again) {
    if (before?.state !== 'accepted') return no('not_in_team')
    if (!(await attachPhotos(context, teamId, [licence]))) return no('picture_gone')
  }
  const leaders = await memberships.find('byTeam', { teamId, leads: true }, { limit: manyLeaders })
  const others = leaders.map(({ memberId }) => memberId).filter((leader) => leader !== member._id)
  const shown = await context.change(memberships, id, command, (membership) =>
    decideShowLicence(membership, command, licence, others),
  )
  if (shown.refusal) {
    await releaseUnused([licence], await memberships.get(id), command.at)
    return shown.refusal
  }
  return yes({ shown: (shown.state.shown ?? []).map((one) => licenceViewOf(one, context)) })
}

export async function decide(
  context: MemberContext,
  { teamId, memberId, ...word }: Input<typeof teamDecideLicence>,
): Promise<Answer<{ licences: LicenceView[] }>> {
  if (!leadsTeam(context, teamId)) return no('forbidden')
  const { command, community, member } = context
  const decided = await context.change(memberships, membershipId(memberId, teamId), command, (membership) =>
    decideLicence(membership, command, { ...word, by: member._id }, community.limits),
  )
  return (
    decided.refusal ?? yes({ licences: decided.state.licences.map((one) => licenceViewOf(one, context)) })
  )
}

/** A leader takes back a licence that was accepted in the team, with a reason that its holder reads. */
export async function revoke(
  context: MemberContext,
  { teamId, memberId, ...word }: Input<typeof teamRevokeLicence>,
): Promise<Answer<{ licences: LicenceView[] }>> {
  if (!leadsTeam(context, teamId)) return no('forbidden')
  const { command, community, member } = context
  const revoked = await context.change(memberships, membershipId(memberId, teamId), command, (membership) =>
    decideRevokeLicence(membership, command, { ...word, by: member._id }, community.limits),
  )
  return (
    revoked.refusal ?? yes({ licences: revoked.state.licences.map((one) => licenceViewOf(one, context)) })
  )
}

export async function endProbation(
  context: MemberContext,
  { teamId, memberId }: Input<typeof teamEndProbation>,
): Promise<Answer<{ state: TeamMemberState }>> {
  if (!leadsTeam(context, teamId)) return no('forbidden')
  const { command, member } = context
  const ended = await context.change(memberships, membershipId(memberId, teamId), command, (membership) =>
    decideEndProbation(membership, command, member._id),
  )
  return ended.refusal ?? yes({ state: ended.state.state })
}
