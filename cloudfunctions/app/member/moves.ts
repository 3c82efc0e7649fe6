import { isFirstAdmin, type MemberContext, yes } from '#app/call/context'
import { withVoucher } from '#app/register/match'
import type {
  AskedForMe,
  MemberState,
  MovedFrom,
  memberMove,
  memberRename,
  memberSettleAsked,
} from '#contract/member'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Decision } from '#core/change/aggregate'
import { decideAskFor, decideOwnMove, decideOwnWord } from '#core/member/asked'
import type { Home, Member, Voucher } from '#core/member/member'
import { hasAsked } from '#core/member/moving'
import { members } from '#store/collections'
import { doorWords, dwellingIn, householdAt } from './household'

type Moved = Answer<{ state: MemberState }>

/** A member has another home. Their relatives stay theirs, and bookings keep the door they were made for. */
export async function move(context: MemberContext, input: Input<typeof memberMove>): Promise<Moved> {
  const dwelling = dwellingIn(context.community, input)
  if ('ok' in dwelling) return dwelling
  const { gridId, estateId } = dwelling
  return settle(context, { gridId, estateId, householdId: await householdAt(context, dwelling) })
}

/** A member has another name, or it was written wrong. */
export const rename = (context: MemberContext, { name }: Input<typeof memberRename>): Promise<Moved> =>
  settle(context, { name })

/** What somebody states for another waits; what a member states themselves is asked of the register. */
async function settle(context: MemberContext, said: Partial<Home>): Promise<Moved> {
  const { member, command } = context
  const { who, whoId, onBehalf } = command
  const decide = (rule: (state: Member) => Decision<Member>) =>
    context.change(members, member._id, command, rule)
  const moved =
    onBehalf && who !== undefined && whoId !== undefined
      ? await decide((state) => decideAskFor(state, command, said, { who, whoId }))
      : await vouched(context, said, (voucher) =>
          decide((state) => decideOwnMove(state, command, said, voucher)),
        )
  return moved.refusal ?? yes({ state: moved.state.state })
}

/** The member agrees to what somebody else has stated for them, or does not. */
export async function settleAsked(
  context: MemberContext,
  { accept }: Input<typeof memberSettleAsked>,
): Promise<Moved> {
  const { member, command } = context
  const decide = (voucher: Voucher | undefined) =>
    context.change(members, member._id, command, (state) => decideOwnWord(state, command, accept, voucher))
  const settled =
    accept && member.asked ? await vouched(context, member.asked.home, decide) : await decide(undefined)
  return settled.refusal ?? yes({ state: settled.state.state })
}

/** Decides with a voucher for another home or name, where there is one. */
async function vouched<Decided>(
  context: MemberContext,
  said: Partial<Home>,
  decide: (voucher: Voucher | undefined) => Promise<Decided>,
): Promise<Decided> {
  const { identity, settings, member } = context
  if (isFirstAdmin(identity, settings) && !identity.actedFor) return decide('configuration')
  const { name, gridId, estateId, householdId } = { ...member, ...said }
  const home = { name, gridId, estateId, householdId }
  return withVoucher(context, { memberId: member._id, home, renamed: name !== member.name }, decide)
}

/** What stood before the move, without the door, for the person and the worker. */
export const movedFromOf = ({ name, gridId, estateId }: MovedFrom): MovedFrom => ({ name, gridId, estateId })

/** What somebody else has stated, as the member reads it before they agree; undefined where nothing waits. */
export async function askedOf(
  context: Pick<MemberContext, 'settings' | 'community'>,
  member: Member,
): Promise<AskedForMe | undefined> {
  if (!hasAsked(member)) return undefined
  const { asked, askedAt } = member
  const { name, gridId, householdId } = asked.home
  const shown: AskedForMe = { by: asked.who, at: askedAt ?? 0 }
  if (name !== member.name) shown.name = name
  if (householdId !== member.householdId || gridId !== member.gridId)
    shown.home = { gridId, door: (await doorWords(householdId, context)) ?? '' }
  return shown
}
