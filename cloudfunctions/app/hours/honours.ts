import { type MemberContext, no, rolesOf, yes } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import { change } from '#app/change/change'
import type { HonourView } from '#contract/hours'
import type { InputOf } from '#contract/operations'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import {
  decideHonour,
  decidePropose,
  decideReverse,
  type Honour,
  honourSource,
  newHonour,
  newReversal,
  reversalSource,
} from '#core/hours/honour'
import { holds, teamsOf } from '#core/member/member'
import { entries, honours, members, memberships, reversals } from '#store/collections'
import { checkText } from '#store/wechat'

const defaultLimit = 20

const isAdmin = ({ identity, settings }: MemberContext): boolean =>
  rolesOf(identity, settings).includes('admin')
const leads = (context: MemberContext, teamId: string): boolean =>
  holds(context.member.roles, 'team_leader', { teamId })

/** A leader proposes honour minutes for somebody of their team; they count with a second leader's or an admin's word. */
export async function propose(
  context: MemberContext,
  { memberId, teamId, minutes, reason }: InputOf<'hours.honour'>,
): Promise<Answer<{ entryId: string }>> {
  const { member, command } = context
  const [first] = teamsOf(member.roles, 'team_leader')
  const team = teamId ?? first
  if (team === undefined || !leads(context, team)) return no('not_found')
  const [subject, place] = await Promise.all([members.get(memberId), memberships.get(`${memberId}_${team}`)])
  if (!subject || place?.state !== 'accepted') return no('not_found')
  if ((await checkText(member.openid, reason)) === 'risky') return no('text_risky')
  const _id = derivedId('ho', command.key)
  const proposal = { _id, communityId: member.communityId, memberId, memberName: subject.name, teamId: team }
  const start = newHonour({ ...proposal, minutes, reason }, member, command)
  const proposed = await change(honours, _id, command, (honour) => decidePropose(honour, command), start)
  return proposed.refusal ?? yes({ entryId: _id })
}

/** The second word. Answers the ledger's line once the minutes count, the proposal's id when they do not. */
export async function decide(
  context: MemberContext,
  { entryId, accept, reason }: InputOf<'hours.approveHonour'>,
): Promise<Answer<{ entryId: string }>> {
  const { member, command } = context
  const decided = await change(honours, entryId, command, (honour) =>
    isAdmin(context) || leads(context, honour.teamId)
      ? decideHonour(honour, command, member, { accept, reason })
      : { refusal: 'not_found' },
  )
  if (decided.refusal) return decided.refusal
  const { memberId, _id } = decided.state
  const [line] = await entries.find({ memberId, source: honourSource(_id) }, ['seq', -1], 1)
  return yes({ entryId: line?._id ?? _id })
}

/** What a team's leaders have proposed, the newest first. */
export async function list(
  context: MemberContext,
  { teamId, cursor, limit = defaultLimit }: InputOf<'hours.honours'>,
): Promise<Answer<Page<HonourView>>> {
  if (!isAdmin(context) && !leads(context, teamId)) return no('not_found')
  const page = await honours.page({ where: { teamId }, sort: ['proposedAt', -1], cursor, limit })
  return yes({ ...page, items: page.items.map((honour) => shown(honour, context.member._id)) })
}

function shown(honour: Honour, viewerId: string): HonourView {
  const { _id, memberId, memberName, minutes, reason, state, proposerName, proposerId, proposedAt } = honour
  const mayDecide = state === 'proposed' && viewerId !== proposerId && viewerId !== memberId
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
  }
}

/** The line that came of a proposal; undefined before the second word. */
async function lineOfHonour(honourId: string) {
  const honour = await honours.get(honourId)
  if (!honour) return undefined
  return (
    await entries.find({ memberId: honour.memberId, source: honourSource(honourId) }, ['seq', -1], 1)
  )[0]
}

/** Takes a line back, once: the leader of its team or an admin, never one's own. */
export async function reverse(
  context: MemberContext,
  { entryId, reason }: InputOf<'hours.reverse'>,
): Promise<Answer<{ entryId: string }>> {
  const { member, command } = context
  const entry = (await entries.get(entryId)) ?? (await lineOfHonour(entryId))
  if (!entry || !(isAdmin(context) || leads(context, entry.teamId))) return no('not_found')
  if ((await checkText(member.openid, reason)) === 'risky') return no('text_risky')
  const start = newReversal(entry)
  const reversed = await change(
    reversals,
    start._id,
    command,
    (reversal) => decideReverse(reversal, command, entry, member, reason),
    start,
  )
  if (reversed.refusal) return reversed.refusal
  const source = reversalSource(entry._id)
  const [line] = await entries.find({ memberId: entry.memberId, source }, ['seq', -1], 1)
  return yes({ entryId: line?._id ?? entry._id })
}
