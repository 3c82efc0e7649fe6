import { tellMember } from '#app/notice/tell'
import type { SignupsEffect } from '#core/change/effect'
import { tellParty } from '#core/session/rules'
import { type Session, signupOf } from '#core/session/session'
import { sessions, signups } from '#store/collections'

/** So many rows are written at once. */
const atOnce = 20

/** Writes the members' lists from the session's roster as it is now. Whoever still has the place they won is told. */
export async function relistSignups(effect: SignupsEffect, now: number): Promise<void> {
  const session = await sessions.get(effect.sessionId)
  if (session) await relistIn(session, [effect], now)
}

/** Does the same for many sign-ups of a session that has just been read, with one write for each member. */
export async function relistIn(session: Session, effects: SignupsEffect[], now: number): Promise<void> {
  const members = [...new Set(effects.flatMap(({ memberIds }) => memberIds))]
  const rows = members.flatMap((memberId) => signupOf(session, memberId) ?? [])
  for (let start = 0; start < rows.length; start += atOnce)
    await Promise.all(rows.slice(start, start + atOnce).map((row) => signups.put(row)))
  const wins = new Set(effects.flatMap(({ won, cause }) => (won ? [cause] : [])))
  for (const { memberId, state, command, at } of rows)
    if (state === 'confirmed' && wins.has(command))
      await tellMember(tellParty(session, memberId, 'signed_up', at), session.communityId, now)
}
