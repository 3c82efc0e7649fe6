import type { Limits } from '#contract/community'
import type { MemberId } from '#contract/shared/scalars'
import type { Command } from '#core/change/aggregate'
import type { OfferLimits } from '#core/session/rules'
import { isLive, nextInLine, offerEndsAt, type Session, storedPartyOf } from '#core/session/session'
import { sessions, signups } from '#store/collections'
import { leaveRoster, promoteNext } from '#store/writes/session'
import { isFoundPresent } from './door'

/** Others may be faster this often before `jobs` does the rest. */
const losses = 20

/**
 * Gives free places to the line until nobody fits. Everybody gets an offer, as long as there is time to
 * answer it, but `present` gets the places at once. Answers the session as it is then.
 *
 * @param present who has just signed up and need not be asked.
 */
export async function offerFree(
  read: Session,
  command: Pick<Command, 'key' | 'at'>,
  limits: OfferLimits,
  present?: MemberId,
): Promise<Session> {
  let session = read
  for (let lost = 0; lost < losses; ) {
    const memberId = nextInLine(session)
    if (memberId === undefined) return session
    const party = storedPartyOf(session, memberId)
    const atOnce = memberId === present && !party.mustAccept
    const until = atOnce ? null : offerEndsAt(session, command.at, limits)
    if (until === undefined) return session
    if (await promoteNext(session, memberId, until, command)) session = promoted(session, memberId, until)
    else {
      lost += 1
      const fresh = await sessions.get(session._id)
      if (!fresh) return session
      session = fresh
    }
  }
  return session
}

/** Nobody has more sign-ups ahead. */
const manySignups = 50

/** Takes back every sign-up that is still ahead of somebody who leaves. Their places go to the waiting lines. */
export async function leaveSessions(memberId: MemberId, command: Command, limits: Limits): Promise<void> {
  for (const { sessionId } of await signups.find('mine', { memberId, over: false }, { limit: manySignups }))
    await leaveSession(sessionId, memberId, command, limits)
}

async function leaveSession(
  sessionId: string,
  memberId: MemberId,
  command: Command,
  limits: Limits,
): Promise<void> {
  for (let lost = 0; lost < losses; lost++) {
    const session = await sessions.get(sessionId)
    if (!session || session.from <= command.at) return
    if (!isLive(session.roster[memberId])) {
      await offerFree(session, command, limits)
      return
    }
    if (await isFoundPresent(session, memberId, command.at, limits)) return
    await leaveRoster(session, memberId, 'withdrawn', command)
  }
  // the lots are being drawn, or too many write at once; throwing keeps the effect owed
  throw new Error('a sign-up could not be taken back yet')
}

/** Makes the session as the write has left it, without reading it again. */
function promoted(session: Session, memberId: MemberId, until: number | null): Session {
  const party = storedPartyOf(session, memberId)
  const state = until === null ? 'confirmed' : 'offered'
  return {
    ...session,
    free: session.free - party.size,
    waiting: session.waiting - 1,
    line: session.line.filter((other) => other !== memberId),
    roster: { ...session.roster, [memberId]: { ...party, state, offerUntil: until } },
  }
}
