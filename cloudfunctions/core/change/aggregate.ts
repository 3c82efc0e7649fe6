import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import type { Effect } from './effect'

/** Who sent a command, and what it asks: `key` names one intention of one person, `fingerprint` its input. */
export interface Command {
  key: string
  fingerprint: string
  /** When the cloud received it. */
  at: Instant
  /** The name that is shown beside the event; absent for what time alone does. */
  who?: string
  /** The id of the person whose name `who` is. */
  whoId?: string
  /** `who` acts for somebody else. */
  onBehalf?: true
  /**
   * It only takes back or ends what was given before. It is never too often: what is given is counted, and
   * taking back what is gone changes nothing.
   */
  takesBack?: true
  /** The sender keeps the key and may send the command again. */
  mayComeAgain?: boolean
}

/** One event of an aggregate. `command` and `fingerprint` tell a repeat from a new intention. */
export interface Recorded<Name extends string = string> {
  at: Instant
  event: Name
  command: string
  fingerprint: string
  who?: string
  /**
   * The id of the person whose name `who` is. A name always stands beside its id, so that it is found when
   * the person leaves.
   */
  whoId?: string
  onBehalf?: true
  note?: string
}

/** A document that decides a race by `rev` and owes its effects until they are done. */
export interface Aggregate {
  _id: string
  communityId: string
  /** Grows by one with every deciding write; the next write is guarded by it. */
  rev: number
  events: Recorded[]
  /** The latest commands that found nothing to do; their repeats must do nothing either. */
  noted?: { command: string; fingerprint: string }[]
  /** Effects that this document's events still have to cause elsewhere. Doing one twice changes nothing. */
  pending: Effect[]
  /** When time alone will next change it; null for never. */
  wakesAt: Instant | null
  /** When `jobs` must look at it: at `wakesAt`, or earlier while effects are pending. */
  dueAt: Instant | null
  /** How often in a row `jobs` could not do what is due; absent for never. */
  setbacks?: number
}

/** What an aggregate begins with: nothing was written, nothing has happened, nothing is owed and nothing is due. */
export const unwritten = (): {
  rev: number
  events: never[]
  pending: never[]
  wakesAt: null
  dueAt: null
} => ({ rev: 0, events: [], pending: [], wakesAt: null, dueAt: null })

/**
 * What a rule answers: the next state, a refusal, or a refusal with a next state (a wrong code is counted).
 */
export type Decision<State extends object> = { next: State; refusal?: RefusalCode } | Refused
interface Refused {
  refusal: RefusalCode
  next?: undefined
}

export const isRefused = <State extends object>(decision: Decision<State>): decision is Refused =>
  decision.next === undefined

/** The function that decided carries its effects out; after this time `jobs` does what is left. */
export const effectGraceMs = minuteMs

/** The state with its effects, and the time at which it is looked at next. */
export function withEffects<State extends Aggregate>(
  next: State,
  command: Command,
  effects: Effect[],
  wakesAt: Instant | null = null,
): { next: State } {
  const pending = [...next.pending, ...effects]
  // what was owed before is not put off by what comes on top
  const before = next.pending.length > 0 && next.dueAt !== null ? next.dueAt : Number.POSITIVE_INFINITY
  const owedAt = pending.length > 0 ? Math.min(command.at + effectGraceMs, before) : null
  const dueAt = wakesAt === null || (owedAt !== null && owedAt < wakesAt) ? owedAt : wakesAt
  return { next: { ...next, pending, wakesAt, dueAt } }
}

/**
 * The state without the effects that are done, which are all where none are named. `rev` stays, so that a
 * concurrent writer does not lose its write.
 */
export function withEffectsDone<State extends Aggregate>(
  state: State,
  done: readonly Effect[] = state.pending,
): State {
  const pending = state.pending.filter((effect) => !done.includes(effect))
  return { ...state, pending, dueAt: pending.length > 0 ? state.dueAt : state.wakesAt }
}

/**
 * What a command does before it is answered: everything the document owes, but the lists and the word that
 * others' sign-ups still owe. After a rush these are hundreds, and the timer does them together.
 */
export const owedBefore = ({ pending }: Aggregate, { key }: Command): Effect[] =>
  pending.filter((effect) => effect.effect !== 'signups' || effect.cause === key)

/** Effects that others read, and not whoever sent the command: they may follow the answer. */
const waiting: ReadonlySet<Effect['effect']> = new Set([
  'notice',
  'tellLeaders',
  'tellQueue',
  'tellSupporters',
  'tellParties',
  'tellSession',
  'remind',
  'signups',
  'noteRelease',
  'relate',
  'offer',
  'noShow',
  'noShowSaid',
  'releaseFiles',
  'vacancy',
  'mailing',
])

/**
 * Whether an effect may follow the answer. The others are what the caller looks at, or builds on, next: whoever
 * approves an honour or takes a line back is answered with the line.
 */
export const canWait = (effect: Effect): boolean =>
  effect.effect === 'credit'
    ? effect.kind !== 'honour' && effect.reverses === undefined
    : waiting.has(effect.effect)

/** Appends an event. */
export function withEvent<State extends Aggregate>(
  state: State,
  command: Command,
  event: State['events'][number]['event'],
  note?: string,
): State {
  const line: Recorded = { at: command.at, event, command: command.key, fingerprint: command.fingerprint }
  if (command.who !== undefined) line.who = command.who
  if (command.whoId !== undefined) line.whoId = command.whoId
  if (command.onBehalf) line.onBehalf = true
  if (note !== undefined) line.note = note
  return { ...state, rev: state.rev + 1, events: bounded([...state.events, line]) }
}

/** A past keeps its beginning, what came lately, and between them the last event of each name. */
const keptFirst = 20
const keptLast = 200

function bounded<Event extends Recorded>(events: Event[]): Event[] {
  if (events.length <= keptFirst + keptLast) return events
  const middle = events.slice(keptFirst, -keptLast)
  const last = new Map(middle.map((line) => [line.event, line]))
  return [
    ...events.slice(0, keptFirst),
    ...middle.filter((line) => last.get(line.event) === line),
    ...events.slice(-keptLast),
  ]
}

/** So often within a day one person may change one document: far above what anybody does by hand. */
export const changesADay = 40

/**
 * Whether whoever sends the command has changed the document too often; what time does and what only takes back
 * is never too often.
 */
export function changedOften(state: Aggregate, { whoId, at, takesBack }: Command): boolean {
  if (whoId === undefined || takesBack || state.events.length < changesADay) return false
  return state.events.filter((line) => line.whoId === whoId && line.at > at - dayMs).length >= changesADay
}

/** How many commands without effect are remembered. */
const notedCommands = 50

/** Remembers a command that found nothing to do. */
export function withNoted<State extends Aggregate>(state: State, { key, fingerprint }: Command): State {
  const noted = [...(state.noted ?? []), { command: key, fingerprint }].slice(-notedCommands)
  return { ...state, rev: state.rev + 1, noted }
}

/** Whether the command was decided before: `repeat`, or `conflict` if its input was another then. */
export function repeatOf(state: Aggregate, command: Command): 'repeat' | 'conflict' | undefined {
  const line = [...state.events, ...(state.noted ?? [])].find((past) => past.command === command.key)
  if (!line) return undefined
  return line.fingerprint === command.fingerprint ? 'repeat' : 'conflict'
}
