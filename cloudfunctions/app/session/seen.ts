import type { MemberId } from '#contract/shared/scalars'
import type { Session } from '#core/session/session'
import { sessions } from '#store/collections'

/** What a page shows of every session. */
export const headFields = [
  'activityId',
  'state',
  'rule',
  'from',
  'to',
  'opensAt',
  'closesAt',
  'capacity',
  'free',
  'waiting',
] as const

const seenFields = [...headFields, 'communityId', 'title', 'partyMax', 'audience', 'childAfter'] as const

/** A session without its line, and of its roster only some parties. */
export type Seen = Pick<Session, '_id' | 'roster' | (typeof seenFields)[number]>

/** Reads a session with the parties of these members alone, so that the others cost nothing. */
export async function seenWith(
  sessionId: string,
  memberIds: MemberId | readonly MemberId[],
): Promise<Seen | undefined> {
  const [seen] = await sessions.getMany([sessionId], { fields: seenFields, entries: { roster: memberIds } })
  return seen && { ...seen, roster: seen.roster ?? {} }
}
