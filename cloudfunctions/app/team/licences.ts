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
import type { LedgerLine } from '#core/hours/ledger'
import { decideLicence, decideRevokeLicence, decideShowLicence } from '#core/team/licences'
import { type Membership, membershipId } from '#core/team/membership'
import {
  decideEndProbation,
  type Probationer,
  probationEnds,
  probationOf,
  servedIn,
} from '#core/team/probation'
import { photosOf, type ShownLicence } from '#core/team/shownLicence'
import { entries, memberships } from '#store/collections'
import { atLeast, oneOf } from '#store/words/conditions'

/** A community has fewer teams, and a team fewer leaders. */
const manyTeams = 100
const manyLeaders = 20
/** The database answers so many documents at once. */
const manyLines = 1000

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
  const probations = await probationViews(own, context)
  const items = own.map((membership): MyTeam => {
    const { _id, teamId, state, leads, since, skills, licences, shown = [] } = membership
    const probation = probations.get(_id)
    const view = (licence: ShownLicence) => licenceViewOf(licence, context)
    return {
      ...{ teamId, state, leads, since, skills },
      licences: licences.map(view),
      shown: shown.map(view),
      ...(probation && { probation }),
    }
  })
  return yes(pageOf(items, ({ teamId }) => teamId, paging))
}

const creditedFields = ['memberId', 'teamId', 'kind', 'reversedKind', 'creditedAt'] as const
type Credited = Pick<LedgerLine, '_id' | (typeof creditedFields)[number]>

/** What was credited to these members since the first of their probations began. */
async function creditedTo(seats: readonly Probationer[]): Promise<Credited[]> {
  const ids = [...new Set(seats.map(({ memberId }) => memberId))]
  const [only] = ids
  const creditedAt = atLeast(Math.min(...seats.map(({ probationFrom }) => probationFrom ?? 0)))
  const credited: Credited[] = []
  for (;;) {
    const next = await entries.find(
      'since',
      { memberId: ids.length === 1 && only !== undefined ? only : oneOf(ids), creditedAt },
      { limit: manyLines, fields: creditedFields, after: credited.at(-1) },
    )
    credited.push(...next)
    if (next.length < manyLines) return credited
  }
}

/**
 * Shows what is left of the probations among these memberships, by their ids. The ledger is read, once for all,
 * only where the time of one is not over.
 */
export async function probationViews(
  seats: readonly (Probationer & { _id: string })[],
  { command, community }: Pick<Context, 'command' | 'community'>,
): Promise<Map<string, ProbationView>> {
  const { limits } = community
  const trying = seats.filter((seat) => (probationEnds(seat, limits) ?? 0) > command.at)
  const credited = trying.length === 0 ? [] : await creditedTo(trying)
  return new Map(
    trying.flatMap((seat) => {
      const view = probationOf(seat, servedIn(seat, credited), command.at, limits)
      return view ? [[seat._id, view] as const] : []
    }),
  )
}

/** Lists the teams in which a member is on probation. */
export async function probationTeams(
  memberId: string,
  context: Pick<Context, 'command' | 'community'>,
): Promise<string[]> {
  const own = await memberships.find('byMember', { memberId, state: 'accepted' }, { limit: manyTeams })
  const trying = await probationViews(own, context)
  return own.filter(({ _id }) => trying.has(_id)).map(({ teamId }) => teamId)
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
  const leaders = await memberships.find('leaders', { teamId, leads: true }, { limit: manyLeaders })
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
