import type { MemberContext } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import type { Refusal } from '#contract/shared/refusal'
import { hourMs } from '#contract/shared/time'
import { openings } from '#store/collections'
import type { Opening } from '#store/rows/member'
import { lookupSpent } from './lookups'

/** Looking again within this time is the same opening; otherwise the list of openings would be unreadable. */
const openingMs = hourMs

interface Opened extends Pick<Opening, 'subjectId' | 'fields' | 'reason' | 'about'> {
  /** `an hour`: looking again within the hour is the same opening. `a command`: only a repeat of the command is. */
  once: 'an hour' | 'a command'
  /** Ids that tell this opening from the viewer's others of that hour or command. */
  of: readonly string[]
}

/** Records that the caller opens sealed fields of somebody. It is called before anything is shown. */
export async function recordOpening(
  { member, command }: MemberContext,
  { once, of, ...opened }: Opened,
): Promise<void> {
  const hour = String(Math.floor(command.at / openingMs))
  const _id =
    once === 'an hour' ? derivedId('o', member._id, ...of, hour) : derivedId('o', command.key, ...of)
  await openings.insert({
    _id,
    communityId: member.communityId,
    viewerId: member._id,
    viewerName: member.name,
    at: command.at,
    ...opened,
  })
}

/**
 * Staff open sealed fields of somebody while they read a document: the look counts to the day's openings, once
 * for each document, and stands on record. A refusal where the day's looks are spent; nothing is recorded then.
 */
export async function openedByStaff(context: MemberContext, opened: Opened): Promise<Refusal | undefined> {
  const { caller, command, member, community, settings } = context
  if (!caller.unpaced) {
    const look = { pace: 'reveal', at: command.at, what: opened.of.join(' ') } as const
    const spent = await lookupSpent(look, member, community, settings)
    if (spent) return spent
  }
  await recordOpening(context, opened)
  return undefined
}
