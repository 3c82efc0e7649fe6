import { isFirstAdmin, type MemberContext, yes } from '#app/call/context'
import { registerVouches } from '#app/register/match'
import type { MemberState, MovedFrom, memberMove, memberRename } from '#contract/member'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Home, Voucher } from '#core/member/member'
import { decideMove } from '#core/member/moving'
import { members } from '#store/collections'
import { dwellingIn, householdAt } from './household'

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

async function settle(context: MemberContext, said: Partial<Home>): Promise<Moved> {
  const { member, command } = context
  const voucher = await voucherOf(context, said)
  const moved = await context.change(members, member._id, command, (state) =>
    decideMove(state, command, said, voucher),
  )
  return moved.refusal ?? yes({ state: moved.state.state })
}

async function voucherOf(context: MemberContext, said: Partial<Home>): Promise<Voucher | undefined> {
  const { identity, settings, member } = context
  if (isFirstAdmin(identity, settings) && !identity.actedFor) return 'configuration'
  const { name, gridId, estateId, householdId } = { ...member, ...said }
  return registerVouches(context, { name, gridId, estateId, householdId }, name !== member.name)
}

/** What stood before the move, without the door, for the person and the worker. */
export const movedFromOf = ({ name, gridId, estateId }: MovedFrom): MovedFrom => ({ name, gridId, estateId })
