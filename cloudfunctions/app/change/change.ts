import { carryOut } from '#app/effects/carryOut'
import { type Refusal, type RefusalCode, refuse } from '#contract/shared/refusal'
import {
  type Aggregate,
  type Command,
  type Decision,
  noting,
  repeated,
  settled,
} from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import type { Documents } from '#store/documents'
import { faultFields, log } from '#store/log'
import type { Changed, Onward } from './onward'

/** Others may be faster this often before we give up; each loss means that somebody else moved on. */
const tries = 12

/** Effects begun in this call, by their content: two documents may owe each other, and that must end. */
type UnderWay = Set<string>

/**
 * Loads, decides and saves one aggregate, then does what it owes.
 *
 * A command that is already in the aggregate's past answers from the current state (`conflict` when it says something
 * else now). Whoever loses the race decides again on the fresh state. A refusal that leaves a trace is saved first.
 *
 * @param start what the aggregate is before its first event, where a command may create it.
 * @param underWay for a change that is itself an effect: the effects that led here, which are not begun again.
 */
export async function change<State extends Aggregate>(
  documents: Documents<State>,
  id: string,
  command: Command,
  decide: (state: State) => Decision<State> | Promise<Decision<State>>,
  start?: State,
  underWay: UnderWay = new Set(),
): Promise<Changed<State>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const stored = await documents.get(id)
    const before = stored ?? start
    if (!before) return no('not_found')
    const past = repeated(before, command)
    if (past === 'conflict') return no('conflict')
    if (past === 'repeat') return { state: await payOffNow(documents, before, underWay) }
    const decision = await decide(before)
    if (!('next' in decision) || decision.next === undefined) return no(decision.refusal as RefusalCode)
    if (decision.next === before) {
      if (!stored || !command.mayComeAgain) return { state: before }
      if (!(await documents.save(stored, noting(stored, command)))) continue
      return { state: before }
    }
    const saved = stored ? await documents.save(stored, decision.next) : await documents.insert(decision.next)
    if (!saved) continue
    if (decision.refusal) return no(decision.refusal)
    return { state: await payOffNow(documents, decision.next, underWay) }
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
  underWay: UnderWay = new Set(),
): Promise<State> {
  if (state.pending.length === 0) return state
  await perform(state.pending, state.communityId, underWay)
  const after = settled(state)
  await documents.save(state, after)
  return after
}

/** The decision stands and is answered, whatever becomes of its effects now: what is still owed, `jobs` does. */
async function payOffNow<State extends Aggregate>(
  documents: Documents<State>,
  state: State,
  underWay: UnderWay,
): Promise<State> {
  try {
    return await payOff(documents, state, underWay)
  } catch (fault) {
    log('effects.owed', { id: state._id, ...faultFields(fault) })
    return state
  }
}

/** Does effects in their order, each at most once on the way that led here. */
export async function perform(
  effects: readonly Effect[],
  communityId: string,
  underWay: UnderWay,
): Promise<void> {
  const now = Date.now()
  const onward: Onward = (documents, id, command, decide, start) =>
    change(documents, id, command, decide, start, underWay)
  for (const effect of effects) {
    const name = JSON.stringify(effect)
    if (underWay.has(name)) continue
    underWay.add(name)
    await carryOut(effect, communityId, now, onward)
  }
}
