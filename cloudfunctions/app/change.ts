import { type Refusal, type RefusalCode, refuse } from '#contract/refusal'
import { type Aggregate, type Command, type Decision, repeated, settled } from '#core/aggregate'
import type { Effect } from '#core/effect'
import { decideGrant } from '#core/member/member'
import { decideSeat, newMembership } from '#core/team/membership'
import { members, memberships } from '#store/collections'
import type { Documents } from '#store/documents'
import { faultFields, log } from '#store/log'
import { credit, freeDiary, tell } from './effects'

/** Others may be faster this often before we give up; each loss means that somebody else moved on. */
const tries = 12

export type Changed<State> = { state: State; refusal?: undefined } | { refusal: Refusal; state?: undefined }

/**
 * Loads, decides and saves one aggregate, then does what it owes.
 *
 * A command that is already in the aggregate's past answers from the current state (`conflict` when it says something
 * else now). Whoever loses the race decides again on the fresh state. A refusal that leaves a trace is saved first.
 *
 * @param start what the aggregate is before its first event, where a command may create it.
 */
export async function change<State extends Aggregate>(
  documents: Documents<State>,
  id: string,
  command: Command,
  decide: (state: State) => Decision<State> | Promise<Decision<State>>,
  start?: State,
): Promise<Changed<State>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const stored = await documents.get(id)
    const before = stored ?? start
    if (!before) return no('not_found')
    const past = repeated(before, command)
    if (past === 'conflict') return no('conflict')
    if (past === 'repeat') return { state: await payOffNow(documents, before) }
    const decision = await decide(before)
    if (!('next' in decision) || decision.next === undefined) return no(decision.refusal as RefusalCode)
    if (decision.next === before) return { state: before }
    const saved = stored ? await documents.save(stored, decision.next) : await documents.insert(decision.next)
    if (!saved) continue
    if (decision.refusal) return no(decision.refusal)
    return { state: await payOffNow(documents, decision.next) }
  }
  return no('conflict')
}

const no = (code: RefusalCode): { refusal: Refusal } => ({ refusal: refuse(code) })

/**
 * Does what a document owes, then notes that it is done. Safe to run twice and by two at once: whoever has changed the
 * document meanwhile carries the same effects on, and an effect done again changes nothing.
 */
export async function payOff<State extends Aggregate>(
  documents: Documents<State>,
  state: State,
): Promise<State> {
  if (state.pending.length === 0) return state
  await perform(state.pending, state.communityId)
  const after = settled(state)
  await documents.save(state, after)
  return after
}

/** The decision stands and is answered, whatever becomes of its effects now: what is still owed, `jobs` does. */
async function payOffNow<State extends Aggregate>(documents: Documents<State>, state: State): Promise<State> {
  try {
    return await payOff(documents, state)
  } catch (fault) {
    log('effects.owed', { id: state._id, ...faultFields(fault) })
    return state
  }
}

/** Does effects in their order. Each may have been done before; doing it again changes nothing. */
async function perform(effects: readonly Effect[], communityId: string): Promise<void> {
  const now = Date.now()
  for (const effect of effects)
    switch (effect.effect) {
      case 'notice':
        await tell(effect, communityId, now)
        break
      case 'credit':
        await credit(effect, communityId, now)
        break
      case 'freeDiary':
        await freeDiary(effect.memberId, effect.bookingId)
        break
      case 'grant': {
        const command = causedBy(effect.cause, now)
        await change(members, effect.memberId, command, (member) =>
          decideGrant(member, command, effect.grant, effect.licences),
        )
        break
      }
      case 'seat': {
        const { memberId, memberName, teamId } = effect
        const command = causedBy(effect.cause, now)
        const start = newMembership({ _id: memberId, name: memberName, communityId }, teamId)
        await change(
          memberships,
          start._id,
          command,
          (membership) => decideSeat(membership, command, effect),
          start,
        )
        break
      }
    }
}

/** The command behind an effect: no person's tap, but the event that caused it. */
function causedBy(cause: string, now: number): Command {
  return { key: cause, fingerprint: cause, at: now }
}
