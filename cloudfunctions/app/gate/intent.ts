import type { Ways } from '#app/call/row'
import type { Command } from '#core/change/aggregate'
import { intents } from '#store/collections'

/** Whether a record of its own keeps what a commandId of the operation stands for. */
const isMarked = ({ kind, remembered }: Ways): boolean => kind === 'write' && remembered === undefined

/** Whether the command is known to have been sent before, in the same words; it may have had its effect. */
export async function isRepeat(row: Ways, { key, fingerprint }: Command): Promise<boolean> {
  return isMarked(row) && (await intents.get(key))?.fingerprint === fingerprint
}

/**
 * Whether the command still says what its commandId has stood for. The documents a command changes know their own
 * past; this also knows a commandId that is used on another document.
 */
export async function keepsItsWord(row: Ways, command: Command, communityId: string): Promise<boolean> {
  if (!isMarked(row)) return true
  const { key: _id, fingerprint, at } = command
  if (await intents.insert({ _id, communityId, fingerprint, at })) return true
  return (await intents.get(_id))?.fingerprint === fingerprint
}
