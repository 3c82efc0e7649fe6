import { type Refusal, type RefusalCode, refuse } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import {
  type Aggregate,
  type Command,
  canWait,
  changedOften,
  type Decision,
  isRefused,
  owedBefore,
  repeatOf,
  withEffectsDone,
  withNoted,
} from '#core/change/aggregate'
import { type Bundle, bundlesOf } from '#core/change/bundles'
import type { Effect } from '#core/change/effect'
import type { Documents } from '#store/engine/documents'
import { faultFields, log } from '#store/platform/log'

/** Others may be faster this often before a writer gives up; each loss means that somebody else moved on. */
export const tries = 12

export type Changed<State> = { state: State; refusal?: undefined } | { refusal: Refusal; state?: undefined }

/**
 * Loads, decides and saves one aggregate, then does the effects it owes.
 *
 * A command that the aggregate remembers is answered from the current state, or with `conflict` where it says
 * something else now. Whoever loses the race decides again on the fresh state. A refusal that leaves a trace
 * is saved first. Somebody who has changed it too often within a day is refused.
 *
 * @param start the aggregate before its first event, where a command may create it.
 * @param unseen it is not looked for before the first try: its id derives from the command, so that only a repeat
 *   finds it there.
 */
export type Change = <State extends Aggregate>(
  documents: Documents<State>,
  id: string,
  command: Command,
  decide: (state: State) => Decision<State> | Promise<Decision<State>>,
  start?: State,
  unseen?: 'unseen',
) => Promise<Changed<State>>

/**
 * Changes several aggregates, which have just been read, by one command. Each is decided and saved by itself, so that
 * one may be refused and the others not; what they owe is done together. Answers in the order of `found`.
 */
export type ChangeAll = <State extends Aggregate>(
  documents: Documents<State>,
  found: readonly State[],
  command: Command,
  decide: (state: State) => Decision<State> | Promise<Decision<State>>,
) => Promise<Changed<State>[]>

/** Does one bundle of effects. It changes other aggregates by `change`. Doing it again changes nothing. */
export type CarryOut = (bundle: Bundle, communityId: string, now: Instant, change: Change) => Promise<void>

/** Takes work that is done after the answer. It is owed as well, since the platform may never come to it. */
export type Afterwards = (work: () => Promise<void>) => unknown

export interface Changes {
  change: Change
  changeAll: ChangeAll
  /**
   * Does the effects a document owes, then notes that they are done. It may run twice, also at the same time.
   *
   * @param paid those that are done already.
   */
  payOff<State extends Aggregate>(
    documents: Documents<State>,
    state: State,
    paid?: readonly Effect[],
  ): Promise<State>
  /** Does effects in their order, bundled, and none that is already under way in this call. */
  perform(effects: readonly Effect[], communityId: string): Promise<void>
}

/** Effects begun in this call, by their content. Two documents may owe each other; each effect is begun once. */
type UnderWay = Set<string>

/**
 * Makes the changes of one call. `carryOut` is handed in, so that this file knows no use case.
 *
 * @param afterwards takes what nobody waits for; without it everything is done before the answer.
 */
export function changesWith(carryOut: CarryOut, afterwards?: Afterwards): Changes {
  return {
    change: changeWithin(carryOut, () => new Set(), afterwards),
    changeAll: changeAllWithin(carryOut, afterwards),
    payOff: (documents, state, paid = []) =>
      payOff(documents, state, state.pending, carryOut, new Set(), paid),
    perform: (effects, communityId) => perform(effects, communityId, carryOut, new Set(), []),
  }
}

/** @param underWay gives the effects that are under way, which are not begun again. */
function changeWithin(carryOut: CarryOut, underWay: () => UnderWay, afterwards?: Afterwards): Change {
  const paying = { carryOut, underWay, afterwards }
  return async (documents, id, command, decide, start, unseen) => {
    const moved = await move(documents, id, command, decide, { start, unseen })
    if (!moved.state || moved.owesNothing) return moved
    return { state: await payOffNow(documents, moved.state, command, paying) }
  }
}

type Moved<State extends Aggregate> = Changed<State> & { owesNothing?: true }

/** Loads, decides and saves. What a repeat finds owed is still owed. */
async function move<State extends Aggregate>(
  documents: Documents<State>,
  id: string,
  command: Command,
  decide: (state: State) => Decision<State> | Promise<Decision<State>>,
  { start, unseen, found }: { start?: State | undefined; unseen?: 'unseen' | undefined; found?: State },
): Promise<Moved<State>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const first = attempt === 0
    const stored = first && found ? found : unseen && first ? undefined : await documents.get(id)
    const before = stored ?? start
    if (!before) return no('not_found')
    const past = repeatOf(before, command)
    if (past === 'conflict') return no('conflict')
    if (past === 'repeat') return { state: before }
    if (changedOften(before, command)) return no('changed_often')
    const decision = await decide(before)
    if (isRefused(decision)) return no(decision.refusal)
    if (decision.next === before) {
      if (!stored || !command.mayComeAgain) return { state: before, owesNothing: true }
      if (!(await documents.save(stored, withNoted(stored, command)))) continue
      return { state: before, owesNothing: true }
    }
    const saved = stored ? await documents.save(stored, decision.next) : await documents.insert(decision.next)
    if (!saved) continue
    if (decision.refusal) return no(decision.refusal)
    return { state: decision.next }
  }
  return no('conflict')
}

function changeAllWithin(carryOut: CarryOut, afterwards?: Afterwards): ChangeAll {
  return async (documents, found, command, decide) => {
    const moved = await Promise.all(
      found.map((state) => move(documents, state._id, command, decide, { found: state })),
    )
    const owing = moved.flatMap(({ state, owesNothing }) => {
      const owed = state && !owesNothing ? owedBefore(state, command) : []
      return state && owed.length > 0 ? [{ state, owed }] : []
    })
    await payOffTogether(documents, owing, carryOut, afterwards)
    return moved.map((one) =>
      one.state ? { state: withEffectsDone(one.state, owedBefore(one.state, command)) } : one,
    )
  }
}

/** Does what several documents owe as if one did: what the caller looks at next before the answer, the rest after it. */
async function payOffTogether<State extends Aggregate>(
  documents: Documents<State>,
  owing: readonly { state: State; owed: Effect[] }[],
  carryOut: CarryOut,
  afterwards: Afterwards | undefined,
): Promise<void> {
  const [any] = owing
  if (!any) return
  const begun: UnderWay = new Set()
  const { communityId } = any.state
  const effects = owing.flatMap(({ owed }) => owed)
  const performed = (some: readonly Effect[]) =>
    isDone(any.state, () => perform(some, communityId, carryOut, begun, []))
  const pay = async (): Promise<void> => {
    if (!(await performed(effects))) return
    await Promise.all(owing.map(({ state, owed }) => documents.save(state, withEffectsDone(state, owed))))
  }
  if (!afterwards) return pay()
  if (await performed(effects.filter((effect) => !canWait(effect)))) afterwards(pay)
}

const no = (code: RefusalCode): { refusal: Refusal } => ({ refusal: refuse(code) })

/**
 * Does these of the effects a document owes. Where one fails, those before it are noted as done. Somebody may
 * change the document meanwhile: its effects are then still noted as owed, and are done once more.
 */
async function payOff<State extends Aggregate>(
  documents: Documents<State>,
  state: State,
  effects: readonly Effect[],
  carryOut: CarryOut,
  underWay: UnderWay,
  paid: readonly Effect[] = [],
): Promise<State> {
  if (effects.length === 0) return state
  const done: Effect[] = [...paid]
  const left = effects.filter((effect) => !paid.includes(effect))
  try {
    await perform(left, state.communityId, carryOut, underWay, done)
  } catch (fault) {
    if (done.length > 0) await documents.save(state, withEffectsDone(state, done))
    throw fault
  }
  const after = withEffectsDone(state, done)
  await documents.save(state, after)
  return after
}

interface Paying {
  carryOut: CarryOut
  underWay: () => UnderWay
  afterwards: Afterwards | undefined
}

/**
 * Does what a decision owes: what the caller looks at next before the answer, the rest after it. A decision is
 * answered even where an effect fails. What is still owed is done by `jobs`.
 */
async function payOffNow<State extends Aggregate>(
  documents: Documents<State>,
  state: State,
  command: Command,
  { carryOut, underWay, afterwards }: Paying,
): Promise<State> {
  const owed = owedBefore(state, command)
  if (owed.length === 0) return state
  const begun = underWay()
  const pay = async (): Promise<void> => void (await payOff(documents, state, owed, carryOut, begun))
  if (!afterwards) await isDone(state, pay)
  else {
    const prompt = owed.filter((effect) => !canWait(effect))
    // those are under way when the rest is done, and are noted as done with it
    if (await isDone(state, () => perform(prompt, state.communityId, carryOut, begun, [])))
      afterwards(async () => void (await isDone(state, pay)))
  }
  return withEffectsDone(state, owed)
}

/** False where it failed; it is still owed then. */
async function isDone({ _id: id }: Aggregate, act: () => Promise<void>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (fault) {
    log('effects.owed', { id, ...faultFields(fault) })
    return false
  }
}

/** @param done is given each effect that is done, or is under way already. */
async function perform(
  effects: readonly Effect[],
  communityId: string,
  carryOut: CarryOut,
  underWay: UnderWay,
  done: Effect[],
): Promise<void> {
  const now = Date.now()
  const change = changeWithin(carryOut, () => underWay)
  for (const bundle of bundlesOf(effects)) {
    const begun = bundle.effects.map((effect) => JSON.stringify(effect))
    if (begun.some((name) => !underWay.has(name))) {
      for (const name of begun) underWay.add(name)
      await carryOut(bundle, communityId, now, change)
    }
    done.push(...bundle.effects)
  }
}

/** Throws where an effect has lost every race, so that it stays owed. */
export function insist({ refusal }: { refusal?: Refusal | undefined }): void {
  if (refusal?.code === 'conflict') throw new Error('too many writers at once')
}

/** Makes the command of an effect. Its key is the event that caused it. */
export function causedBy(cause: string, now: Instant): Command {
  return { key: cause, fingerprint: cause, at: now, mayComeAgain: true }
}
