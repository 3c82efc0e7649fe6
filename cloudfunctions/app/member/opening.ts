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

/**
 * A worker reads for a paper member what only the member reads: it counts to the worker's openings of the day, and
 * stands on record with the person's word. Nothing for a member who reads their own.
 */
export async function openedAtCounter(
  { command, member, identity, caller, community, settings }: MemberContext,
  what: string,
  fields: string[],
  word = 'at_counter',
): Promise<Refusal | undefined> {
  const { who: viewerName, whoId: viewerId, at } = command
  if (!identity.actedFor || viewerId === undefined || viewerName === undefined) return undefined
  const worker = { _id: viewerId, communityId: member.communityId, name: viewerName }
  if (!caller.unpaced) {
    const look = { pace: 'reveal', at, what: `${member._id} ${what}` } as const
    const spent = await lookupSpent(look, worker, community, settings)
    if (spent) return spent
  }
  const hour = String(Math.floor(at / openingMs))
  await openings.insert({
    _id: derivedId('o', viewerId, member._id, what, word, hour),
    communityId: member.communityId,
    ...{ subjectId: member._id, about: member._id },
    ...{ viewerId, viewerName, at, fields, reason: word },
  })
  return undefined
}
