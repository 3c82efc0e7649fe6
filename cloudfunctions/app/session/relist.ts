import { tellMembers } from '#app/notice/tell'
import type { SignupsEffect } from '#core/change/effect'
import { tellParty } from '#core/session/rules'
import { earlierSignup, isLive, isOver, type Session, signupId } from '#core/session/session'
import { sessions, signups } from '#store/collections'
import { plus } from '#store/words/changes'

/** So many rows are read and changed with one call. */
const together = 500

/**
 * Ends the sign-ups of these members in their lists, as far as the session's roster says so now. The effects are
 * of one session; it is read once for all of them.
 */
export async function relistSignups(effects: readonly SignupsEffect[], now: number): Promise<void> {
  const [first] = effects
  const session = first && (await sessions.get(first.sessionId))
  if (!session) return
  const members = [...new Set(effects.flatMap(({ memberIds }) => memberIds))]
  await writeEarlier(session, members)
  const over = members.filter((memberId) => isOver(session) || !isLive(session.roster[memberId]))
  for (let start = 0; start < over.length; start += together) {
    const ids = over.slice(start, start + together).map((memberId) => signupId(session._id, memberId))
    await signups.updateMany(ids, { over: true, rev: plus(1) }, { over: false })
  }
  await tellEarlier(effects, session, now)
}

/** A sign-up of an earlier edition may have broken off before its document was written. */
async function writeEarlier(session: Session, members: readonly string[]): Promise<void> {
  const rows = members.flatMap((memberId) => earlierSignup(session, memberId, session.roster[memberId]) ?? [])
  for (let start = 0; start < rows.length; start += together) {
    const some = rows.slice(start, start + together)
    const stored = await signups.getMany(
      some.map(({ _id }) => _id),
      { fields: ['over'] },
    )
    const known = new Set(stored.map(({ _id }) => _id))
    await signups.insertAll(some.filter(({ _id }) => !known.has(_id)))
  }
}

/** Whoever won a place by a command of an earlier edition, and still has it, is told. */
async function tellEarlier(effects: readonly SignupsEffect[], session: Session, now: number): Promise<void> {
  const wins = new Set(effects.flatMap(({ won, cause }) => (won ? [cause] : [])))
  const told = Object.entries(session.roster).flatMap(([memberId, { state, by, at }]) =>
    state === 'confirmed' && by !== undefined && at !== undefined && wins.has(by)
      ? [tellParty(session, memberId, 'signed_up', at)]
      : [],
  )
  await tellMembers(told, session.communityId, now)
}
