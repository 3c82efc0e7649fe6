import { eachAtOnce } from '#app/call/atOnce'
import { sha256 } from '#app/call/ids'
import type { Changes } from '#app/change/change'
import type { Aggregate, Command, Decision } from '#core/change/aggregate'
import { isShared } from '#core/change/bundles'
import type { Effect } from '#core/change/effect'
import { type Due, triedAgainAt } from '#core/change/setback'
import type { Passing } from '#store/engine/documents'
import { faultFields, log } from '#store/platform/log'
import { endsWithin, type Round } from './turns'

/** One round takes so many documents; where there are more, another round follows after those of the others. */
const roundOf = 50
/** Of what is treated by one act, one round takes so many. */
const manyTogether = 500
/** So many of a round are treated at once. */
const together = 16
/** A document that takes longer is put off, and the others go on beside it. */
const patienceMs = 10_000

/** The time of one run, by `performance.now()`. */
export interface Watch {
  /** What has begun is waited for until then, and no longer. */
  endsAt: number
  /** What takes longer than others wait for it. */
  slow: Set<Promise<unknown>>
}

type DueDocument = { _id: string } & Due

/** A round of what is due, longest due first. None is begun after the round's time, but one always is. */
function inRounds<Doc extends DueDocument>(
  documents: Passing<Doc>,
  treatRound: (
    found: readonly Doc[],
    mayBegin: (begun: number) => boolean,
  ) => Promise<{ begun: number; treated: number }>,
  size = roundOf,
): Round {
  let last: Doc | undefined
  return async (until) => {
    const found = await documents.due(Date.now(), size, last)
    const { begun, treated } = await treatRound(found, (begun) => begun === 0 || performance.now() < until)
    last = found[begun - 1] ?? last
    return { treated, more: found.length === size || begun < found.length }
  }
}

interface EachDue<Doc> {
  /** So many are treated at once. */
  width?: number
  /** Does by one act what it can of many, and answers those that are left. */
  sift?: (found: readonly Doc[]) => Promise<readonly Doc[]>
}

/** Treats every due document by itself. One that fails, or takes long, is put off and the others go on. */
export function eachDue<Doc extends DueDocument>(
  documents: Passing<Doc>,
  watch: Watch,
  treat: (doc: Doc) => Promise<unknown>,
  { width = together, sift }: EachDue<Doc> = {},
): Round {
  const treatRound = async (found: readonly Doc[], mayBegin: (begun: number) => boolean) => {
    const left = sift && found.length > 0 ? await sift(found) : found
    let treated = found.length - left.length
    const one = async (doc: Doc) => {
      if (!(await isDone(documents, doc, () => treat(doc), watch))) return
      await documents.caughtUp(doc)
      treated += 1
    }
    const next = left[await eachAtOnce(left, width, one, mayBegin)]
    return { begun: next ? found.indexOf(next) : found.length, treated }
  }
  return inRounds(documents, treatRound, sift ? manyTogether : roundOf)
}

/** Treats many due documents by one act. Where it fails, each is treated by itself, so that one keeps no other back. */
export function dueTogether<Doc extends DueDocument>(
  documents: Passing<Doc>,
  watch: Watch,
  treat: (some: readonly Doc[]) => Promise<void>,
): Round {
  const treatAll = async (found: readonly Doc[]) => {
    const all = { begun: found.length, treated: found.length }
    if (found.length === 0) return all
    try {
      await treat(found)
      return all
    } catch (fault) {
      log('jobs.apart', { documents: found.length, ...faultFields(fault) })
    }
    let treated = 0
    const one = async (doc: Doc) => {
      if (!(await isDone(documents, doc, () => treat([doc]), watch))) return
      await documents.caughtUp(doc)
      treated += 1
    }
    return { begun: await eachAtOnce(found, together, one), treated }
  }
  return inRounds(documents, treatAll, manyTogether)
}

/**
 * Moves every due aggregate by its rule and pays off what it owes. What the documents of a round owe alike
 * (notices, credits, a recount of the same day) is done together first.
 */
export function through<State extends Aggregate>(
  documents: Passing<State>,
  watch: Watch,
  changes: Changes,
  rule: (state: State, command: Command) => Decision<State> | undefined,
): Round {
  return inRounds(documents, async (found, mayBegin) => {
    const moved: State[] = []
    const move = async (state: State) => {
      const next = await movedBy(rule, documents, state, changes)
      if (next) moved.push(next)
    }
    const begun = await eachAtOnce(
      found,
      together,
      (state) => isDone(documents, state, () => move(state), watch),
      mayBegin,
    )
    return { begun, treated: await payOffAll(documents, moved, changes, watch) }
  })
}

/** The state after its rule, with what it owes; undefined where it was refused. Whoever loses a race decides anew. */
async function movedBy<State extends Aggregate>(
  rule: (state: State, command: Command) => Decision<State> | undefined,
  documents: Passing<State>,
  found: State,
  { change }: Changes,
): Promise<State | undefined> {
  const key = sha256(`${found._id}:${found.rev}:passing`).slice(0, 24)
  const command: Command = { key, fingerprint: key, at: Date.now() }
  const next = rule(found, command)?.next ?? found
  if (next === found || (await documents.save(found, next))) return next
  const decided = await change(
    documents,
    found._id,
    command,
    (state) => rule(state, command) ?? { next: state },
  )
  return decided.state
}

/** Answers how many owe nothing any more. */
async function payOffAll<State extends Aggregate>(
  documents: Passing<State>,
  states: readonly State[],
  changes: Changes,
  watch: Watch,
): Promise<number> {
  const paid = await paidTogether(states, changes, watch)
  let treated = 0
  await eachAtOnce(states, together, async (state) => {
    const payOff = () =>
      changes.payOff(
        documents,
        state,
        state.pending.filter((effect) => paid.has(effect)),
      )
    if (!(await isDone(documents, state, payOff, watch))) return
    await documents.caughtUp(state)
    treated += 1
  })
  return treated
}

/**
 * Does together what several documents owe alike. Where one of them makes it fail or take long, none is taken for
 * done, and each is done by itself. A document that has failed before is left out.
 */
async function paidTogether(
  states: readonly Aggregate[],
  { perform }: Changes,
  { slow, endsAt }: Watch,
): Promise<ReadonlySet<Effect>> {
  const paid = new Set<Effect>()
  const owing = states.filter(({ pending, setbacks }) => setbacks === undefined && pending.some(isShared))
  for (const communityId of new Set(owing.map((state) => state.communityId))) {
    const ofOne = owing.filter((state) => state.communityId === communityId)
    if (ofOne.length < 2) continue
    const effects = ofOne.flatMap(({ pending }) => pending.filter(isShared))
    const performed = perform(effects, communityId)
    try {
      if (await endsWithin(Math.min(patienceMs, endsAt - performance.now()), performed))
        for (const effect of effects) paid.add(effect)
      else slow.add(performed.catch(() => undefined))
    } catch (fault) {
      log('jobs.apart', { documents: ofOne.length, ...faultFields(fault) })
    }
  }
  return paid
}

/**
 * Whether it could be done in its time. What fails or takes long is put off; what the run has no more time for is
 * not, and comes in a minute.
 */
async function isDone<Doc extends DueDocument>(
  documents: Passing<Doc>,
  doc: Doc,
  act: () => Promise<unknown>,
  { slow, endsAt }: Watch,
): Promise<boolean> {
  const fault = (fault: unknown) => log('jobs.fault', { id: doc._id, ...faultFields(fault) })
  const leftMs = endsAt - performance.now()
  try {
    const done = act()
    if (await endsWithin(Math.min(patienceMs, leftMs), done)) return true
    log('jobs.slow', { id: doc._id })
    slow.add(done.catch(fault))
    if (leftMs < patienceMs) return false
  } catch (thrown) {
    fault(thrown)
  }
  await documents.putOff(doc, triedAgainAt(doc, Date.now()))
  return false
}
