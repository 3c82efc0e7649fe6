import type { Limits } from '#contract/community'
import type { MemberId } from '#contract/shared/scalars'
import type { Command } from '#core/change/aggregate'
import type { OfferLimits } from '#core/session/rules'
import { isBegun, isLive, nextInLine, offerEndsAt, type Party, type Session } from '#core/session/session'
import { sessions, signups } from '#store/collections'
import { leaveRoster, promoteNext } from '#store/writes/session'
import { keepCommand } from '#store/writes/signup'
import { isFoundPresent } from './door'
import { seenWith } from './seen'

/** Others may be faster this often before `jobs` does the rest. */
const losses = 20
/** Of the line so many parties are read at once; the first mostly fits. */
const fewInLine = 20

const lineFields = ['state', 'activityId', 'title', 'from', 'course', 'free', 'waiting', 'line'] as const
/** A session with its line, and of its roster whoever stood at the head of it. */
type InLine = Pick<Session, '_id' | 'roster' | (typeof lineFields)[number]>

/**
 * Gives free places to the line until nobody fits. Everybody gets an offer, as long as there is time to
 * answer it, but `present` gets the places at once.
 *
 * @param present who has just signed up and need not be asked.
 */
export async function offerFree(
  sessionId: string,
  command: Pick<Command, 'at'>,
  limits: OfferLimits,
  present?: MemberId,
): Promise<void> {
  let session: InLine | undefined
  for (let lost = 0; lost < losses; ) {
    session ??= await lineOf(sessionId)
    const next = session && (await nextOf(session))
    if (!session || !next) return
    const { memberId, party } = next
    const atOnce = memberId === present && !party.mustAccept
    const until = atOnce ? null : offerEndsAt(session, command.at, limits)
    if (until === undefined) return
    const given = await promoteNext(session, memberId, party, until, command)
    if (!given) lost += 1
    session = given ? promoted(session, memberId, party) : undefined
  }
}

async function lineOf(sessionId: string): Promise<InLine | undefined> {
  const [seen] = await sessions.getMany([sessionId], { fields: lineFields })
  return seen && { ...seen, roster: {} }
}

/** The first in line whose party fits. Parties are read as far as they are needed, and kept in `roster`. */
async function nextOf(session: InLine): Promise<{ memberId: MemberId; party: Party } | undefined> {
  const { _id, line, free } = session
  if (free <= 0) return undefined
  for (let begin = 0; begin < line.length; begin += fewInLine) {
    const some = line.slice(begin, begin + fewInLine)
    const unread = some.filter((memberId) => session.roster[memberId] === undefined)
    if (unread.length > 0) Object.assign(session.roster, (await seenWith(_id, unread))?.roster)
    const memberId = nextInLine({ ...session, line: some })
    const party = memberId === undefined ? undefined : session.roster[memberId]
    if (memberId !== undefined && party) return { memberId, party }
  }
  return undefined
}

/** Nobody has more sign-ups ahead. */
const manySignups = 50

/** Takes back every sign-up that is still ahead of somebody who leaves. Their places go to the waiting lines. */
export async function leaveSessions(memberId: MemberId, command: Command, limits: Limits): Promise<void> {
  for (const { _id, sessionId } of await signups.find(
    'mine',
    { memberId, over: false },
    { limit: manySignups },
  ))
    await leaveSession(_id, sessionId, memberId, command, limits)
}

async function leaveSession(
  signupId: string,
  sessionId: string,
  memberId: MemberId,
  command: Command,
  limits: Limits,
): Promise<void> {
  for (let lost = 0; lost < losses; lost++) {
    const session = await seenWith(sessionId, memberId)
    const party = session?.roster[memberId]
    if (!session || !party || isBegun(session, command.at)) return
    if (!isLive(party)) {
      await keepCommand(signupId, command, { over: true })
      await offerFree(sessionId, command, limits)
      return
    }
    if (await isFoundPresent(session, memberId, command.at, limits)) return
    await leaveRoster(session, memberId, party, command)
  }
  // the lots are being drawn, or too many write at once; throwing keeps the effect owed
  throw new Error('a sign-up could not be taken back yet')
}

/** Makes the session as the write has left it, without reading it again. */
const promoted = (session: InLine, memberId: MemberId, { size }: Party): InLine => ({
  ...session,
  free: session.free - size,
  waiting: session.waiting - 1,
  line: session.line.filter((other) => other !== memberId),
})
