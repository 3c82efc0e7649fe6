import { type Context, isAdmin, leadsTeam, type MemberContext, no, rolesOf, yes } from '#app/call/context'
import { derivedId, memberIdOf } from '#app/call/ids'
import { relationBetween } from '#app/member/relations'
import type {
  Honours,
  HonourView,
  hoursApproveHonour,
  hoursHonour,
  hoursHonours,
  hoursReverse,
} from '#contract/hours'
import { hasRole, teamsOf } from '#contract/shared/grants'
import type { Input } from '#contract/shared/operation'
import type { Answer, RefusalCode } from '#contract/shared/refusal'
import { bookingSource } from '#core/booking/booking'
import { isRefused } from '#core/change/aggregate'
import {
  decideHonour,
  decideOverCap,
  decidePropose,
  decideReverse,
  type Honour,
  honourSource,
  newHonour,
  newReversal,
  reversalSource,
} from '#core/hours/honour'
import { shiftSource } from '#core/shift/shiftPlace'
import { entries, honours, members, memberships, reversals } from '#store/collections'
import type { Inquiry } from '#store/engine/documents'
import { checkText } from '#store/platform/wechat'
import { not, oneOf, type Where } from '#store/words/conditions'
import { standingLine } from './carry'
import { holdHonour } from './honourMonths'
import { speaksFor, wordFault, wordsLeft } from './words'

const defaultLimit = 20

/**
 * A leader proposes honour minutes for somebody of their team; they count with a second leader's or an
 * admin's word.
 */
export async function propose(
  context: MemberContext,
  { memberId, teamId, minutes, reason }: Input<typeof hoursHonour>,
): Promise<Answer<{ entryId: string }>> {
  const { member, command } = context
  const [first] = teamsOf(member.roles, 'team_leader')
  const team = teamId ?? first
  if (team === undefined || !hasRole(member.roles, 'team_leader', { teamId: team })) return no('not_found')
  const [subject, membership] = await Promise.all([
    members.get(memberId),
    memberships.get(`${memberId}_${team}`),
  ])
  if (!subject || membership?.state !== 'accepted') return no('not_found')
  if ((await checkText(context.writer, reason)) === 'risky') return no('text_risky')
  const _id = derivedId('ho', command.key)
  const proposal = { _id, communityId: member.communityId, memberId, memberName: subject.name, teamId: team }
  const start = newHonour({ ...proposal, minutes, reason }, member, command)
  const proposed = await context.change(
    honours,
    _id,
    command,
    (honour) => decidePropose(honour, command),
    start,
  )
  return proposed.refusal ?? yes({ entryId: _id })
}

/**
 * A second leader or an admin decides; only an admin, where the member would have more in that month than the
 * community allows. Answers the id of the ledger's line, or the proposal's where it was
 * declined.
 */
export async function decide(
  context: MemberContext,
  { entryId, accept, reason }: Input<typeof hoursApproveHonour>,
): Promise<Answer<{ entryId: string }>> {
  const { member, command, community, settings } = context
  const most = isAdmin(context) ? Number.POSITIVE_INFINITY : community.limits.honourMonthMinutes
  const adminId = memberIdOf(community._id, settings.firstAdminOpenid)
  const decided = await context.change(honours, entryId, command, async (honour) => {
    if (!mayJudge(context, honour)) return { refusal: 'not_found' }
    const decision = decideHonour(honour, command, member, { accept, reason })
    if (!accept || isRefused(decision)) return decision
    if (honour.word) {
      const refusal = await wordBar(context, honour)
      return refusal ? { refusal } : decision
    }
    return (await holdHonour(honour, most, command.at)) ? decision : decideOverCap(honour, command, adminId)
  })
  if (decided.refusal) return decided.refusal
  const { memberId, _id } = decided.state
  const [line] = await entries.find('source', { memberId, source: sourceOf(decided.state) }, { limit: 1 })
  return yes({ entryId: line?._id ?? _id })
}

/** A leader of the team and an admin give the second word; to a service that was seen, a coordinator does as well. */
const mayJudge = (context: Context, { teamId, kind }: Pick<Honour, 'teamId' | 'kind'>): boolean =>
  leadsTeam(context, teamId) ||
  (kind === 'word' && rolesOf(context.identity, context.settings).includes('coordinator'))

/** Why this person may not approve a word. */
async function wordBar(context: MemberContext, honour: Honour): Promise<RefusalCode | undefined> {
  const { member } = context
  const spoken = await speaksFor(member._id, honour.memberId, honour.word?.requesterId)
  if (spoken) return spoken
  if (await relationBetween(member._id, honour.proposerId)) return 'related_word'
  return wordFault(context, honour)
}

/** Lists what a team's leaders have proposed, or what waits for the caller's second word, the newest first. */
export async function list(
  context: Context,
  { teamId, cursor, limit = defaultLimit }: Input<typeof hoursHonours>,
): Promise<Answer<Honours>> {
  if (teamId !== undefined && !leadsTeam(context, teamId)) return no('not_found')
  const waiting = teamId === undefined ? waitingFor(context) : undefined
  if (teamId === undefined && !waiting) return yes({ items: [] })
  const listing = { cursor, limit }
  const [page, left] = await Promise.all([
    teamId === undefined
      ? honours.page(
          'waiting',
          { ...waiting, state: 'proposed' as const, communityId: context.community._id },
          listing,
        )
      : honours.page('byTeam', { teamId }, listing),
    wordsLeft(context),
  ])
  const { teams } = context.community
  const nameOf = (id: string) => teams.find((team) => team.teamId === id)?.name
  return yes({
    ...page,
    items: page.items.map((honour) =>
      shown(honour, context, teamId === undefined ? nameOf(honour.teamId) : undefined),
    ),
    ...(left !== undefined && { wordsLeft: left }),
  })
}

/** What of all that was proposed waits for the caller; undefined for somebody who has no second word. */
function waitingFor(context: Context): Where<Honour> | undefined {
  const own = context.member?._id ?? ''
  const others = { proposerId: not(own), memberId: not(own) }
  if (isAdmin(context)) return others
  const led = teamsOf(context.identity.member?.roles ?? [], 'team_leader')
  const anyOf: Where<Honour>[] = [
    ...(led.length > 0 ? [{ teamId: oneOf(led) }] : []),
    ...(rolesOf(context.identity, context.settings).includes('coordinator')
      ? [{ kind: 'word' as const }]
      : []),
  ]
  return anyOf.length > 0 ? { ...others, anyOf } : undefined
}

/** Counts it, for the first page. */
export function countingHonours(context: Context): Inquiry<number> | undefined {
  const waiting = waitingFor(context)
  return (
    waiting &&
    honours.counting('waiting', {
      ...waiting,
      communityId: context.community._id,
      state: 'proposed' as const,
    })
  )
}

function shown(honour: Honour, context: Context, teamName?: string): HonourView {
  const viewerId = context.member?._id
  const { _id, memberId, memberName, minutes, reason, state, proposerName, proposerId, proposedAt } = honour
  const { word } = honour
  const needsAdmin = state === 'proposed' && honour.needsAdmin
  const mayDecide =
    viewerId !== undefined &&
    state === 'proposed' &&
    viewerId !== proposerId &&
    viewerId !== memberId &&
    (!needsAdmin || isAdmin(context))
  return {
    entryId: _id,
    ...(word && { word: { about: word.about, title: word.title, from: word.from, to: word.to } }),
    ...(teamName === undefined ? {} : { teamName }),
    memberId,
    name: memberName,
    minutes,
    reason,
    state,
    proposedBy: proposerName,
    proposedAt,
    ...(mayDecide ? { mayDecide } : {}),
    ...(needsAdmin ? { needsAdmin } : {}),
  }
}

/** Of a service by word the line is that of the place or the booking. */
const sourceOf = ({ _id, word, memberId }: Honour): string =>
  !word ? honourSource(_id) : word.about === 'shift' ? shiftSource(word.id, memberId) : bookingSource(word.id)

/** Finds the line that a proposal became; undefined before the second word. */
async function lineOfHonour(honourId: string) {
  const honour = await honours.get(honourId)
  if (!honour) return undefined
  return (
    await entries.find('source', { memberId: honour.memberId, source: sourceOf(honour) }, { limit: 1 })
  )[0]
}

/** A leader of its team or an admin reverses a line, once. Nobody reverses their own. */
export async function reverse(
  context: MemberContext,
  { entryId, reason }: Input<typeof hoursReverse>,
): Promise<Answer<{ entryId: string }>> {
  const { member, command } = context
  const named = (await entries.get(entryId)) ?? (await lineOfHonour(entryId))
  const entry = named && (await standingLine(named))
  if (!entry || !leadsTeam(context, entry.teamId)) return no('not_found')
  if ((await checkText(context.writer, reason)) === 'risky') return no('text_risky')
  const start = newReversal(entry)
  const reversed = await context.change(
    reversals,
    start._id,
    command,
    (reversal) => decideReverse(reversal, command, entry, member, reason),
    start,
  )
  if (reversed.refusal) return reversed.refusal
  const source = reversalSource(entry._id)
  const [line] = await entries.find('source', { memberId: entry.memberId, source }, { limit: 1 })
  return yes({ entryId: line?._id ?? entry._id })
}
