import { type Context, isAdmin, leadsTeam, type MemberContext, no, yes } from '#app/call/context'
import { derivedId, memberIdOf } from '#app/call/ids'
import type { HonourView, hoursApproveHonour, hoursHonour, hoursHonours, hoursReverse } from '#contract/hours'
import { hasRole, teamsOf } from '#contract/shared/grants'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
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
import { entries, honours, members, memberships, reversals } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { standingLine } from './carry'
import { holdHonour } from './honourMonths'

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
    if (!leadsTeam(context, honour.teamId)) return { refusal: 'not_found' }
    const decision = decideHonour(honour, command, member, { accept, reason })
    if (!accept || isRefused(decision) || (await holdHonour(honour, most, command.at))) return decision
    return decideOverCap(honour, command, adminId)
  })
  if (decided.refusal) return decided.refusal
  const { memberId, _id } = decided.state
  const [line] = await entries.find('source', { memberId, source: honourSource(_id) }, { limit: 1 })
  return yes({ entryId: line?._id ?? _id })
}

/** Lists what a team's leaders have proposed, the newest first. */
export async function list(
  context: Context,
  { teamId, cursor, limit = defaultLimit }: Input<typeof hoursHonours>,
): Promise<Answer<Page<HonourView>>> {
  if (!leadsTeam(context, teamId)) return no('not_found')
  const page = await honours.page('byTeam', { teamId }, { cursor, limit })
  return yes({ ...page, items: page.items.map((honour) => shown(honour, context)) })
}

function shown(honour: Honour, context: Context): HonourView {
  const viewerId = context.member?._id
  const { _id, memberId, memberName, minutes, reason, state, proposerName, proposerId, proposedAt } = honour
  const needsAdmin = state === 'proposed' && honour.needsAdmin
  const mayDecide =
    viewerId !== undefined &&
    state === 'proposed' &&
    viewerId !== proposerId &&
    viewerId !== memberId &&
    (!needsAdmin || isAdmin(context))
  return {
    entryId: _id,
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

/** Finds the line that a proposal became; undefined before the second word. */
async function lineOfHonour(honourId: string) {
  const honour = await honours.get(honourId)
  if (!honour) return undefined
  return (
    await entries.find('source', { memberId: honour.memberId, source: honourSource(honourId) }, { limit: 1 })
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
