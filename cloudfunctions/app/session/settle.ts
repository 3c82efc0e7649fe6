import { tellMembers } from '#app/notice/tell'
import type { MemberId } from '#contract/shared/scalars'
import { tellParty } from '#core/session/rules'
import {
  isDecided,
  isLive,
  isOver,
  isToShrink,
  type Party,
  type Session,
  type Signup,
} from '#core/session/session'
import { sessions, signups } from '#store/collections'
import { atMost } from '#store/words/conditions'
import { shrinkParty } from '#store/writes/session'
import { correct, takeBack } from '#store/writes/signup'

const toldFields = [
  ...(['communityId', 'activityId', 'title', 'from'] as const),
  ...(['state', 'rule', 'waiting', 'roster'] as const),
] as const
type Told = Pick<Session, '_id' | (typeof toldFields)[number]>

/**
 * Does what sign-ups still owe: whoever got a place is told, and what broke off before the session decided it is
 * taken back. Those of one session are done together, by one read of it. Doing it again changes nothing.
 */
export async function settleSignups(due: readonly Signup[], now: number): Promise<void> {
  const bySession = new Map<string, Signup[]>()
  for (const signup of due)
    bySession.set(signup.sessionId, [...(bySession.get(signup.sessionId) ?? []), signup])
  for (const [sessionId, some] of bySession) {
    const [session] = await sessions.getMany([sessionId], { fields: toldFields })
    await settleIn(session, some, now)
  }
}

async function settleIn(session: Told | undefined, due: readonly Signup[], now: number): Promise<void> {
  const partyOf = (memberId: MemberId) => session?.roster[memberId]
  if (session) {
    const won = due.filter((signup) => hasWon(session, signup, partyOf(signup.memberId)))
    await tellMembers(
      won.map(({ memberId, at }) => tellParty(session, memberId, 'signed_up', at)),
      session.communityId,
      now,
    )
  }
  const right: string[] = []
  if (session) await shrinkBroken(session, due, now)
  for (const signup of due) {
    const party = partyOf(signup.memberId)
    const again = party?.again
    if (!isDecided(signup, party)) await takeBack(signup, again)
    else {
      const over = !isLive(party) || (session !== undefined && isOver(session))
      if (over === signup.over) right.push(signup._id)
      else await correct(signup, over)
    }
  }
  // whoever has asked something meanwhile is due later, and stays so
  if (right.length > 0) await signups.updateMany(right, { dueAt: null }, { dueAt: atMost(now) })
}

/** Gives free what a change of a party has left held, where it broke off before the session knew of it. */
async function shrinkBroken(session: Told, due: readonly Signup[], now: number): Promise<void> {
  for (const signup of due) {
    const party = session.roster[signup.memberId]
    if (!isDecided(signup, party) || isOver(session) || !isToShrink(signup, party)) continue
    await shrinkParty(session, signup.memberId, party, signup.size, { at: now })
  }
}

/** Whether somebody has a place by what they did themselves; who won a draw reads it in another notice. */
function hasWon({ rule }: Told, signup: Signup, party: Party | undefined): boolean {
  if (!isDecided(signup, party) || party.state !== 'confirmed') return false
  return rule === 'first_come' || signup.commands?.at(-1)?.command !== signup.command
}
