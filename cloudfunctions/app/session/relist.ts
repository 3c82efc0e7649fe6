import { tellMembers } from '#app/notice/tell'
import type { SignupsEffect } from '#core/change/effect'
import { tellParty } from '#core/session/rules'
import { type Signup, signupOf } from '#core/session/session'
import { sessions, signups } from '#store/collections'

/** So many rows are read and changed with one call. */
const together = 500
/** So many rows are written at once, where each wants a write of its own. */
const atOnce = 20

/**
 * Writes the members' lists from the session's roster as it is now. Whoever still has the place they won is
 * told. The effects are of one session; it is read once for all of them.
 */
export async function relistSignups(effects: readonly SignupsEffect[], now: number): Promise<void> {
  const [first] = effects
  const session = first && (await sessions.get(first.sessionId))
  if (!session) return
  const members = [...new Set(effects.flatMap(({ memberIds }) => memberIds))]
  const rows = members.flatMap((memberId) => signupOf(session, memberId) ?? [])
  for (let start = 0; start < rows.length; start += together)
    await writeRows(rows.slice(start, start + together))
  const wins = new Set(effects.flatMap(({ won, cause }) => (won ? [cause] : [])))
  const told = rows.filter(({ state, command }) => state === 'confirmed' && wins.has(command))
  await tellMembers(
    told.map(({ memberId, at }) => tellParty(session, memberId, 'signed_up', at)),
    session.communityId,
    now,
  )
}

/** A sign-up writes its own row, so that most are right. One that only moved on is changed with its like. */
async function writeRows(rows: readonly Signup[]): Promise<void> {
  const stored = new Map((await signups.getMany(rows.map(({ _id }) => _id))).map((row) => [row._id, row]))
  const moved = new Map<string, Signup[]>()
  const fresh: Signup[] = []
  for (const row of rows) {
    const before = stored.get(row._id)
    if (before?.command !== row.command) fresh.push(row)
    else if (before.state !== row.state || before.over !== row.over) {
      const like = `${row.state} ${row.over}`
      moved.set(like, [...(moved.get(like) ?? []), row])
    }
  }
  for (const [first, ...more] of moved.values())
    if (first) {
      const { state, over } = first
      await signups.updateMany(
        [first, ...more].map(({ _id }) => _id),
        { state, over },
      )
    }
  for (let start = 0; start < fresh.length; start += atOnce)
    await Promise.all(fresh.slice(start, start + atOnce).map((row) => signups.put(row)))
}
