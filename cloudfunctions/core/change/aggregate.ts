import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import type { Effect } from './effect'

/** Who sent a command and what it said: `key` names one intention of one person, `fingerprint` its input. */
export interface Command {
  key: string
  fingerprint: string
  /** When the cloud received it. */
  at: Instant
  /** The name shown beside what happened; absent for what happens by itself. */
  who?: string
  /** Whose name `who` is. */
  whoId?: string
  /** `who` acts for somebody else. */
  onBehalf?: true
  /** Its sender keeps the key and may send it again. */
  mayComeAgain?: boolean
}

/** A line of an aggregate's past. `command` and `fingerprint` tell a repeat from a new intention. */
export interface Recorded<Name extends string = string> {
  at: Instant
  event: Name
  command: string
  fingerprint: string
  who?: string
  /** Whose name `who` is: a name always stands beside its id, so that it can be found when the person leaves. */
  whoId?: string
  onBehalf?: true
  note?: string
}

/** A document that decides a race by `rev` and owes its effects until they are done. */
export interface Aggregate {
  _id: string
  communityId: string
  /** Grows by one with every write that decides something; the guard of the next one. */
  rev: number
  events: Recorded[]
  /** The latest commands that found nothing to do; a late repeat must do nothing either. */
  noted?: { command: string; fingerprint: string }[]
  /** What this document's events still have to cause elsewhere. Doing one twice changes nothing. */
  pending: Effect[]
  /** When time alone will next move it; null when it will not. */
  wakesAt: Instant | null
  /** When `jobs` must look at it: `wakesAt`, or earlier while it owes something. */
  dueAt: Instant | null
}

/** What a rule says: the next state, a refusal, or a refusal that leaves a trace (a wrong code counts). */
export type Decision<State extends object> = { next: State; refusal?: RefusalCode } | Refused
interface Refused {
  refusal: RefusalCode
  next?: undefined
}

export const isRefused = <State extends object>(decision: Decision<State>): decision is Refused =>
  decision.next === undefined

/** Effects are done at once by the function that caused them; `jobs` does what is left after this long. */
export const effectGraceMs = minuteMs

/** Adds what a new state owes, and when to look at it again. */
export function owing<State extends Aggregate>(
  next: State,
  command: Command,
  effects: Effect[],
  wakesAt: Instant | null = null,
): { next: State } {
  const pending = [...next.pending, ...effects]
  const owedAt = pending.length > 0 ? command.at + effectGraceMs : null
  const dueAt = wakesAt === null || (owedAt !== null && owedAt < wakesAt) ? owedAt : wakesAt
  return { next: { ...next, pending, wakesAt, dueAt } }
}

/** Everything owed is done. `rev` stays: whoever is about to write loses nothing. */
export function settled<State extends Aggregate>(state: State): State {
  return { ...state, pending: [], dueAt: state.wakesAt }
}

/** Appends what happened; pure. */
export function record<State extends Aggregate>(
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
  return { ...state, rev: state.rev + 1, events: [...state.events, line] }
}

/** Commands that found nothing to do and are remembered. */
const notedCommands = 50

/** Remembers a command that found nothing to do. */
export function noting<State extends Aggregate>(state: State, { key, fingerprint }: Command): State {
  const noted = [...(state.noted ?? []), { command: key, fingerprint }].slice(-notedCommands)
  return { ...state, rev: state.rev + 1, noted }
}

/** A repeat of a command that has already been decided, `conflict` when it says something else now. */
export function repeated(state: Aggregate, command: Command): 'repeat' | 'conflict' | undefined {
  const line = [...state.events, ...(state.noted ?? [])].find((past) => past.command === command.key)
  if (!line) return undefined
  return line.fingerprint === command.fingerprint ? 'repeat' : 'conflict'
}
