import { type Context, type MemberContext, no, yes } from '#app/call/context'
import { tries } from '#app/change/change'
import { offerFree } from '#app/session/offers'
import type { DrawProof, SignedUp, sessionOne, sessionSignUp, sessionWithdraw } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import type { Command } from '#core/change/aggregate'
import { waitsFirst } from '#core/member/noShows'
import { drawProofOf } from '#core/session/draw'
import {
  isLive,
  linePositionOf,
  type Party,
  partyRepeatOf,
  type Session,
  type Signup,
  signupId,
  signupOf,
  storedPartyOf,
} from '#core/session/session'
import { joinBar, sessionStateAt } from '#core/session/view'
import { sessions, signups } from '#store/collections'
import { faultFields, log } from '#store/platform/log'
import {
  enterDraw,
  joinLine,
  leaveRoster,
  type PlaceAsked,
  seatParty,
  takeOffer,
} from '#store/writes/session'
import { gather, sealNames } from './company'
import { isFoundPresent } from './door'
import { ticketOf } from './drawSeed'

/**
 * Signs a party up by one conditional write, for a place, the waiting line or the draw. The session is read
 * only where no place was free at once. The party itself remembers the command.
 */
export async function signUp(
  context: MemberContext,
  { sessionId, party }: Input<typeof sessionSignUp>,
): Promise<Answer<SignedUp>> {
  const { member, command, community, settings } = context
  const gathered = await gather(context, party)
  if ('ok' in gathered) return gathered
  const { company, names } = gathered
  const asking: PlaceAsked = {
    sessionId,
    memberId: member._id,
    name: member.name,
    names: sealNames(names, sessionId, member._id, settings),
    company,
    home: member,
    mustAccept: waitsFirst(member, command.at, community.limits),
    ticket: ticketOf(sessionId, member._id, settings),
    command,
  }
  for (let attempt = 0; attempt < tries; attempt++) {
    if (!asking.mustAccept && (await seatParty(asking)))
      return listed(asking, member.communityId, 'confirmed')
    if (await joinLine(asking)) return waited(context, asking)
    const session = await sessions.get(sessionId)
    if (!session) return no('not_found')
    const own = session.roster[member._id]
    const past = partyRepeatOf(own, command)
    if (past === 'conflict') return no('conflict')
    if (own && past === 'repeat') return again(session, member._id)
    if (own && isLive(own))
      return sameWords(own, command) ? yes(signedUp(session, member._id)) : no('already_signed_up')
    const bar = joinBar(session, company, member, command.at)
    if (bar) return no(bar)
    if (session.rule === 'draw' && (await enterDraw(asking)))
      return listed(asking, member.communityId, 'in_draw')
  }
  return no('conflict')
}

/** Whether a new command says the same as the party's sign-up. */
const sameWords = ({ by, commands }: Party, { fingerprint }: Command): boolean =>
  commands.some((past) => past.command === by && past.fingerprint === fingerprint)

function signedUp(session: Pick<Session, '_id' | 'line' | 'roster'>, memberId: MemberId): SignedUp {
  const { state, offerUntil } = storedPartyOf(session, memberId)
  const position = linePositionOf(session, memberId)
  return {
    state,
    ...(position === undefined ? {} : { position }),
    ...(state === 'offered' && offerUntil !== null ? { offerUntil } : {}),
  }
}

/**
 * The party stands in line. Where places are free it may be the first that fits, and then it gets them at
 * once. The whole roster is read only then: the position needs no more than the line.
 */
async function waited(context: MemberContext, asking: PlaceAsked): Promise<Answer<SignedUp>> {
  const { member, command, community } = context
  const { sessionId, memberId } = asking
  const [seen] = await sessions.getMany([sessionId], {
    fields: ['free', 'line'],
    entries: { roster: memberId },
  })
  let session: (Pick<Session, '_id' | 'line'> & Partial<Pick<Session, 'roster'>>) | undefined = seen
  if (!seen || seen.free > 0) {
    const whole = await sessions.get(sessionId)
    session = whole && (await offerFree(whole, command, community.limits, memberId))
  }
  const roster = session?.roster
  if (!session || !roster?.[memberId]) return no('conflict')
  const now = signedUp({ ...session, roster }, memberId)
  return listed(asking, member.communityId, now.state, now)
}

/** Writes the row of the member's list. Where that fails, `jobs` does it. */
async function listed(
  asking: PlaceAsked,
  communityId: string,
  state: SignedUp['state'],
  answer: SignedUp = { state },
): Promise<Answer<SignedUp>> {
  const { sessionId, memberId, company, command } = asking
  const row: Signup = {
    _id: signupId(sessionId, memberId),
    communityId,
    memberId,
    sessionId,
    state,
    size: company.size,
    at: command.at,
    over: false,
    command: command.key,
  }
  try {
    if (await signups.put(row)) return yes(answer)
  } catch (fault) {
    log('effects.owed', { id: sessionId, ...faultFields(fault) })
    return yes(answer)
  }
  // the same command has signed up for another session, so the place here is given back
  await leaveAs(asking.sessionId, memberId, { ...command, key: `${command.key}:twice` })
  return no('conflict')
}

/** Answers a repeat. The first call may have broken off before the member's list was written. */
async function again(session: Session, memberId: MemberId): Promise<Answer<SignedUp>> {
  const row = signupOf(session, memberId)
  try {
    if (row && !(await signups.put(row))) return no('conflict')
  } catch (fault) {
    log('effects.owed', { id: session._id, ...faultFields(fault) })
  }
  return yes(signedUp(session, memberId))
}

async function leaveAs(sessionId: string, memberId: MemberId, command: Command): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const session = await sessions.get(sessionId)
    if (!session || !isLive(session.roster[memberId])) return
    if (await leaveRoster(session, memberId, 'withdrawn', command)) return
  }
}

/** Says why a party cannot be changed now; undefined where it can. */
function bar(session: Session, now: number): Refusal | undefined {
  const state = sessionStateAt(session, now)
  if (state === 'cancelled') return no('session_cancelled')
  if (state === 'finished') return no('session_over')
  // while the timer draws the lots, nobody may leave the draw
  return session.state === 'drawing' ? no('session_drawing') : undefined
}

type Step = (session: Session, party: Party) => Promise<boolean | Refusal> | Refusal | 'nothing to do'

/** Reads the caller's party, takes a step by its own conditional write, and reads again where others were faster. */
async function step(
  { member, command, community }: MemberContext,
  sessionId: string,
  take: Step,
): Promise<Answer<SignedUp>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const session = await sessions.get(sessionId)
    if (!session) return no('not_found')
    const party = session.roster[member._id]
    if (!party) return no('not_signed_up')
    const past = partyRepeatOf(party, command)
    if (past === 'conflict') return no('conflict')
    if (past === 'repeat') return afterwards(session, member._id, command, community.limits)
    const taken = take(session, party)
    if (taken === 'nothing to do') return yes(signedUp(session, member._id))
    const done = await taken
    if (typeof done !== 'boolean') return done
  }
  return no('conflict')
}

/** Offers the places that a step has freed, and writes the member's list. Where that fails, `jobs` does it. */
async function afterwards(
  session: Session,
  memberId: MemberId,
  command: Command,
  limits: Parameters<typeof offerFree>[2],
): Promise<Answer<SignedUp>> {
  try {
    await offerFree(session, command, limits)
    const party = storedPartyOf(session, memberId)
    await signups.update(
      { _id: signupId(session._id, memberId) },
      { state: party.state, over: !isLive(party) },
    )
  } catch (fault) {
    log('effects.owed', { id: session._id, ...faultFields(fault) })
  }
  return yes(signedUp(session, memberId))
}

/** Gives up a place, an offer or a wait, until the session begins. */
export const withdraw = (
  context: MemberContext,
  { sessionId }: Input<typeof sessionWithdraw>,
): Promise<Answer<SignedUp>> =>
  step(context, sessionId, (session, party) => {
    if (!isLive(party)) return 'nothing to do'
    const { command } = context
    const refusal = bar(session, command.at)
    if (refusal) return refusal
    if (session.from <= command.at) return no('session_begun')
    return leave(context, session)
  })

/** Whoever was found present stays: somebody else must not be given their places. */
async function leave(
  { member, command, community }: MemberContext,
  session: Session,
): Promise<boolean | Refusal> {
  if (await isFoundPresent(session, member._id, command.at, community.limits)) return no('session_present')
  return leaveRoster(session, member._id, 'withdrawn', command)
}

/** Takes an offer in its time. Somebody who has the place already is told so. */
export const acceptOffer = (
  context: MemberContext,
  { sessionId }: Input<typeof sessionOne>,
): Promise<Answer<SignedUp>> =>
  step(context, sessionId, (session, party) => {
    const { command, member } = context
    if (party.state === 'confirmed') return 'nothing to do'
    const refusal = bar(session, command.at)
    if (refusal) return refusal
    if (party.state === 'lapsed') return no('offer_lapsed')
    if (party.state !== 'offered') return no('no_offer')
    if ((party.offerUntil ?? 0) <= command.at) return no('offer_lapsed')
    return takeOffer(session, member._id, command)
  })

/** Leaves an offer to the next in line. */
export const declineOffer = (
  context: MemberContext,
  { sessionId }: Input<typeof sessionOne>,
): Promise<Answer<SignedUp>> =>
  step(context, sessionId, (session, party) => {
    const { command } = context
    if (party.state === 'withdrawn' || party.state === 'lapsed') return 'nothing to do'
    const refusal = bar(session, command.at)
    if (refusal) return refusal
    if (party.state !== 'offered') return no('no_offer')
    return leave(context, session)
  })

export async function drawProof(
  _context: Context,
  { sessionId }: Input<typeof sessionOne>,
): Promise<Answer<DrawProof>> {
  const session = await sessions.get(sessionId)
  return session?.rule === 'draw' ? yes(drawProofOf(session)) : no('not_found')
}
