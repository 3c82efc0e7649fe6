import type { MemberId } from '#contract/shared/scalars'
import type { Command } from '#core/change/aggregate'
import type { OfferLimits } from '#core/session/rules'
import { isLive, nextInLine, offerUntil, type Session, storedPartyOf } from '#core/session/session'
import { sessions, signups } from '#store/collections'
import { leaveRoster, promoteNext } from '#store/writes/session'

/** Others may be faster this often before what is left is left to `jobs`. */
const losses = 20

/**
 * Gives what is free to the line until nobody fits. Who has just asked and is next has the places at once; everybody
 * else gets an offer, while there is time to ask. Answers the session as it is then.
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
    const until = atOnce ? null : offerUntil(session, command.at, limits)
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

/** More sign-ups ahead than anybody has. */
const manySignups = 50

/** Who closes an account gives up every place and wait that is still ahead; what is free goes to the lines. */
export async function leaveSessions(
  memberId: MemberId,
  command: Command,
  limits: OfferLimits,
): Promise<void> {
  for (const { sessionId } of await signups.find('mine', { memberId, over: false }, { limit: manySignups }))
    await leaveSession(sessionId, memberId, command, limits)
}

async function leaveSession(
  sessionId: string,
  memberId: MemberId,
  command: Command,
  limits: OfferLimits,
): Promise<void> {
  for (let lost = 0; lost < losses; lost++) {
    const session = await sessions.get(sessionId)
    if (!session || session.from <= command.at) return
    if (!isLive(session.roster[memberId])) {
      await offerFree(session, command, limits)
      return
    }
    await leaveRoster(session, memberId, 'withdrawn', command)
  }
  // the lots are being drawn, or too many write at once: throwing keeps it owed
  throw new Error('a sign-up could not be taken back yet')
}

/** What the write has done, without reading it again. */
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
