import type { Ways } from '#app/call/row'
import type { Command } from '#core/change/aggregate'
import { intents } from '#store/collections'

/** Whether `intents` records what a commandId of the operation stands for. */
const isMarked = ({ kind, remembered }: Ways): boolean => kind === 'write' && remembered === undefined

/** Whether the same command was sent before. It may have been done then. */
export async function isRepeat(row: Ways, { key, fingerprint }: Command): Promise<boolean> {
  return isMarked(row) && (await intents.get(key))?.fingerprint === fingerprint
}

/**
 * Whether the command says what its commandId has stood for. A document knows the commands in its own past;
 * this also finds a commandId that was used on another document.
 */
export async function keepsItsWord(row: Ways, command: Command, communityId: string): Promise<boolean> {
  if (!isMarked(row)) return true
  const { key: _id, fingerprint, at } = command
  if (await intents.insert({ _id, communityId, fingerprint, at })) return true
  return (await intents.get(_id))?.fingerprint === fingerprint
}
