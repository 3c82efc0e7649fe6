import { type Context, type MemberContext, no, yes } from '#app/call/context'
import { tries } from '#app/change/change'
import type { DrawProof, SignedUp, sessionOne, sessionWithdraw } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import type { Command } from '#core/change/aggregate'
import { drawProofOf } from '#core/session/draw'
import {
  earlierSignup,
  holdsPlace,
  isBegun,
  isLive,
  isPlaceLost,
  type Party,
  pastOf,
  pastRepeatOf,
  type Signup,
  signupId,
} from '#core/session/session'
import { sessionStateAt } from '#core/session/view'
import { sessions, signups } from '#store/collections'
import { faultFields, log } from '#store/platform/log'
import { leaveRoster, takeOffer } from '#store/writes/session'
import { keepCommand } from '#store/writes/signup'
import { isFoundPresent } from './door'
import { offerFree } from './offers'
import { type Seen, seenWith } from './seen'
import { answerOf } from './signUp'

/** Says why a party cannot be changed now; undefined where it can. */
export function bar(session: Seen, now: number): Refusal | undefined {
  const state = sessionStateAt(session, now)
  if (state === 'cancelled') return no('session_cancelled')
  if (state === 'finished') return no('session_over')
  // while the timer draws the lots, nobody may leave the draw
  return session.state === 'drawing' ? no('session_drawing') : undefined
}

/** What a step makes of the caller's party. */
type Taken = Refusal | 'nothing to do' | 'leaves' | 'takes the offer'
type Step = (session: Seen, party: Party) => Taken | Promise<Taken>

/**
 * Reads the caller's party, keeps the command in the sign-up, and takes a step by one conditional write on the
 * session; reads again where others were faster.
 */
async function step(context: MemberContext, sessionId: string, take: Step): Promise<Answer<SignedUp>> {
  const { member, command } = context
  let kept: Kept | undefined
  for (let attempt = 0; attempt < tries; attempt++) {
    const session = await seenWith(sessionId, member._id)
    if (!session) return no('not_found')
    const party = session.roster[member._id]
    if (!party) return no('not_signed_up')
    const taken = await take(session, party)
    if (taken === 'nothing to do') return answerOf(session, member._id, party)
    if (typeof taken !== 'string') return (await answeredBefore(session, party, context)) ?? taken
    kept ??= await keep(session, party, command, member._id, taken === 'leaves')
    if (kept === 'conflict') return no('conflict')
    if (kept === 'done before') return answerOf(session, member._id, party)
    if (!(await isTaken(session, party, taken, context))) continue
    if (taken === 'takes the offer') return yes({ state: 'confirmed' })
    await giveOn(session, holdsPlace(party), context)
    return yes({ state: 'withdrawn' })
  }
  return no('conflict')
}

const isTaken = (
  session: Seen,
  party: Party,
  taken: 'leaves' | 'takes the offer',
  { member, command }: MemberContext,
): Promise<boolean> =>
  taken === 'leaves'
    ? leaveRoster(session, member._id, party, command, isPlaceLost(session, command.at) || undefined)
    : takeOffer(session._id, member._id, party, command)

type Kept = 'kept' | 'done before' | 'conflict'

/**
 * Keeps the command before it is done. Where it is the latest that is known, the first call broke off and this
 * one goes on; what came after it is not undone.
 */
async function keep(
  session: Seen,
  party: Party,
  command: Command,
  memberId: string,
  leaves: boolean,
): Promise<Kept> {
  const id = signupId(session._id, memberId)
  const earlier = pastRepeatOf(party.commands ?? [], command)
  if (earlier) return earlier === 'conflict' ? 'conflict' : 'done before'
  const change = leaves ? { over: true } : {}
  if (await keepCommand(id, command, change)) return 'kept'
  const stored = await signups.get(id)
  if (!stored) {
    const signup = earlierSignup(session, memberId, party)
    if (signup && (await signups.insert(signup))) await keepCommand(id, command, change)
    return 'kept'
  }
  return knownAs(stored, command)
}

function knownAs(stored: Signup, command: Command): Kept {
  const past = pastOf(stored, undefined)
  if (pastRepeatOf(past, command) === 'conflict') return 'conflict'
  return past.at(-1)?.command === command.key ? 'kept' : 'done before'
}

/** A repeat of what was done is answered, whatever would be refused by now. The latest command was not done. */
async function answeredBefore(
  session: Seen,
  party: Party,
  { member, command }: MemberContext,
): Promise<Answer<SignedUp> | undefined> {
  if (!command.mayComeAgain) return undefined
  const stored = await signups.get(signupId(session._id, member._id))
  const past = pastOf(stored, party)
  const repeat = pastRepeatOf(past, command)
  if (repeat === 'conflict') return no('conflict')
  const done = repeat === 'repeat' && past.at(-1)?.command !== command.key
  return done ? answerOf(session, member._id, party) : undefined
}

/** Offers what has become free, or what a smaller party fits into. Where that fails, `jobs` does it. */
export async function giveOn(
  session: Seen,
  isFree: boolean,
  { command, community }: MemberContext,
): Promise<void> {
  if (!isFree || session.waiting === 0) return
  try {
    await offerFree(session._id, command, community.limits)
  } catch (fault) {
    log('effects.owed', { id: session._id, ...faultFields(fault) })
  }
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
    if (isBegun(session, command.at)) return no('session_begun')
    return leaving(context, session)
  })

/** Whoever was found present stays: somebody else must not be given their places. */
async function leaving({ member, command, community }: MemberContext, session: Seen): Promise<Taken> {
  const present = await isFoundPresent(session, member._id, command.at, community.limits)
  return present ? no('session_present') : 'leaves'
}

/** Takes an offer in its time. Somebody who has the place already is told so. */
export const acceptOffer = (
  context: MemberContext,
  { sessionId }: Input<typeof sessionOne>,
): Promise<Answer<SignedUp>> =>
  step(context, sessionId, (session, party) => {
    const { command } = context
    if (party.state === 'confirmed') return 'nothing to do'
    const refusal = bar(session, command.at)
    if (refusal) return refusal
    if (party.state === 'lapsed') return no('offer_lapsed')
    if (party.state !== 'offered') return no('no_offer')
    return (party.offerUntil ?? 0) <= command.at ? no('offer_lapsed') : 'takes the offer'
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
    return party.state === 'offered' ? leaving(context, session) : no('no_offer')
  })

export async function drawProof(
  _context: Context,
  { sessionId }: Input<typeof sessionOne>,
): Promise<Answer<DrawProof>> {
  const session = await sessions.get(sessionId)
  return session?.rule === 'draw' ? yes(drawProofOf(session)) : no('not_found')
}
