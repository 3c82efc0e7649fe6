import { runsId } from '#app/activity/running'
import type { Context } from '#app/call/context'
import type { MemberId } from '#contract/shared/scalars'
import type { Session } from '#core/session/session'
import { signupFields } from '#core/session/view'
import { sessions } from '#store/collections'

/** What a page shows of every session. */
export const headFields = [...signupFields, 'activityId', 'from', 'free'] as const

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

/** The same, for whoever runs the session; undefined for everybody else. */
export async function ranWith(
  context: Context,
  sessionId: string,
  memberIds: MemberId | readonly MemberId[],
): Promise<Seen | undefined> {
  const seen = await seenWith(sessionId, memberIds)
  return seen && (await runsId(context, seen.activityId)) ? seen : undefined
}
