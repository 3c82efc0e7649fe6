import type { CallOutcome } from '#cloud/call/call'
import type { RefusalCode } from '#contract/shared/refusal'

/** Answers that say nothing about what was sent: it stays as it is, and is sent again as the same command. */
const undecided: ReadonlySet<string> = new Set([
  'unreachable',
  'rate_limited',
  'internal',
  'unauthenticated',
] satisfies (RefusalCode | 'unreachable')[])

/** Where entries lie until the cloud has decided about them, and what becomes of them then. */
interface Keeper<Entry extends { commandId: string }, Reply> {
  /** What waits, the first to be sent first. */
  waiting: () => readonly Entry[] | Promise<readonly Entry[]>
  /** `later`: it could not even be asked for. */
  send: (entry: Entry) => Promise<CallOutcome<Reply> | 'later'>
  /** The cloud has decided: the entry waits no longer. */
  settle: (entry: Entry, outcome: CallOutcome<Reply>) => void | Promise<void>
  /** Waits for every other sender of the same entries, for example in another tab. */
  inTurn?: (act: () => Promise<boolean>) => Promise<boolean>
}

/**
 * Sends what waits, in its order and one at a time; whoever asks while a sending is under way is given that one.
 * Where nothing was decided about an entry it stops, since what was written later must not arrive earlier. What is taken
 * back meanwhile is not sent, and what is put there meanwhile waits for the next sending. Answers whether everything was
 * decided.
 */
export function sendLater<Entry extends { commandId: string }, Reply>({
  waiting,
  send,
  settle,
  inTurn = (act) => act(),
}: Keeper<Entry, Reply>): () => Promise<boolean> {
  let underWay: Promise<boolean> | undefined

  async function sendAll(): Promise<boolean> {
    for (const { commandId } of await waiting()) {
      const entry = (await waiting()).find((each) => each.commandId === commandId)
      if (!entry) continue
      const outcome = await send(entry)
      if (outcome === 'later' || (!outcome.ok && undecided.has(outcome.code))) return false
      await settle(entry, outcome)
    }
    return true
  }
  return () => {
    underWay ??= inTurn(sendAll).finally(() => {
      underWay = undefined
    })
    return underWay
  }
}
