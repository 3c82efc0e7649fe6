import type { Context, MemberContext } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import type { Refusal } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { hourMs } from '#contract/shared/time'
import { openings } from '#store/collections'
import type { Opening } from '#store/rows/member'
import { type Looking, lookupSpent } from './lookups'

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

/** Records the same of many people, who stand in one list; of each once an hour. The caller's own is no opening. */
export async function recordOpenings(
  { member, command }: MemberContext,
  subjectIds: readonly MemberId[],
  { of, ...opened }: Pick<Opened, 'of' | 'fields' | 'reason'>,
): Promise<void> {
  const hour = String(Math.floor(command.at / openingMs))
  const lines = [...new Set(subjectIds)]
    .filter((subjectId) => subjectId !== member._id)
    .map((subjectId) => ({
      _id: derivedId('o', member._id, ...of, subjectId, hour),
      communityId: member.communityId,
      viewerId: member._id,
      viewerName: member.name,
      at: command.at,
      ...{ subjectId, about: subjectId },
      ...opened,
    }))
  const there = await openings.getMany(
    lines.map(({ _id }) => _id),
    { fields: ['at'] },
  )
  const known = new Set(there.map(({ _id }) => _id))
  await openings.insertAll(lines.filter(({ _id }) => !known.has(_id)))
}

/**
 * Staff open sealed fields of somebody while they read a document: the look counts to the day's openings, once
 * for each document, and stands on record. A refusal where the day's looks are spent; nothing is recorded then.
 */
export async function openedByStaff(context: MemberContext, opened: Opened): Promise<Refusal | undefined> {
  const spent = await lookSpent(context, context.member, context.command.at, opened.of.join(' '))
  if (spent) return spent
  await recordOpening(context, opened)
  return undefined
}

/** Counts a look of staff to the day's; the refusal where those are spent. */
async function lookSpent(
  { caller, community, settings }: Pick<Context, 'caller' | 'community' | 'settings'>,
  viewer: Looking,
  at: Instant,
  what: string,
): Promise<Refusal | undefined> {
  return caller.unpaced ? undefined : lookupSpent({ pace: 'reveal', at, what }, viewer, community, settings)
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
  const spent = await lookSpent({ caller, community, settings }, worker, at, `${member._id} ${what}`)
  if (spent) return spent
  const hour = String(Math.floor(at / openingMs))
  await openings.insert({
    _id: derivedId('o', viewerId, member._id, what, word, hour),
    communityId: member.communityId,
    ...{ subjectId: member._id, about: member._id },
    ...{ viewerId, viewerName, at, fields, reason: word },
  })
  return undefined
}
