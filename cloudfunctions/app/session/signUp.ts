import { type MemberContext, no, yes } from '#app/call/context'
import type { Settings } from '#app/call/settings'
import { tries } from '#app/change/change'
import type { SignedUp, sessionSignUp } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import { type Command, effectGraceMs } from '#core/change/aggregate'
import { waitsFirst } from '#core/member/noShows'
import {
  earlierSignup,
  isDecided,
  isLive,
  linePositionOf,
  type Party,
  pastOf,
  pastRepeatOf,
  type Signup,
  signupId,
} from '#core/session/session'
import { joinBar, signupFields } from '#core/session/view'
import { sessions, signups } from '#store/collections'
import { faultFields, log } from '#store/platform/log'
import { againAfter, enterDraw, joinLine, type PlaceAsked, seatParty } from '#store/writes/session'
import { askAgain, goOn, takeBack, type Wish } from '#store/writes/signup'
import { gather, sealNames } from './company'
import { ticketOf } from './drawSeed'
import { offerFree } from './offers'
import { type Seen, seenWith } from './seen'
import { rememberHead, type Way, wayLately } from './ways'

/**
 * Signs a party up, for a place, the waiting line or the draw. Who comes is written first, then one conditional
 * write on the session decides. The session is read only where no place was free at once, or where lately
 * nobody could sign up: then nothing is written before it is looked at.
 */
export async function signUp(
  context: MemberContext,
  { sessionId, party }: Input<typeof sessionSignUp>,
): Promise<Answer<SignedUp>> {
  const { member, command } = context
  const gathered = await gather(context, party)
  if ('ok' in gathered) return gathered
  const asking = askingOf(context, sessionId, gathered.company)
  let seen: Seen | undefined
  if (wayLately(sessionId, command.at) === 'shut') {
    seen = await lookAt(asking)
    const bar = seen && !seen.roster[member._id] && joinBar(seen, gathered.company, member, command.at)
    if (bar) return no(bar)
  }
  const fresh = freshSignup(context, sessionId, gathered)
  const written = (await signups.insert(fresh)) ? { signup: fresh } : await writeAgain(asking, fresh, context)
  if ('ok' in written) return written
  const { signup, left } = written
  return decide(context, left ? { ...asking, left } : asking, signup, seen)
}

function askingOf(
  { member, command, community, settings }: MemberContext,
  sessionId: string,
  company: PlaceAsked['company'],
): PlaceAsked {
  return {
    sessionId,
    memberId: member._id,
    company,
    home: member,
    mustAccept: waitsFirst(member, command.at, community.limits),
    ticket: ticketOf(sessionId, member._id, settings),
    command,
  }
}

/** The sign-up of somebody who asks for the first time. */
export function freshSignup(
  { member, command, settings }: { member: MemberContext['member']; command: Command; settings: Settings },
  sessionId: string,
  { company, names }: { company: PlaceAsked['company']; names: string[] },
): Signup & Wish {
  const { _id: memberId, communityId, name } = member
  const { key, fingerprint, at } = command
  const _id = signupId(sessionId, memberId)
  return {
    ...{ _id, communityId, memberId, sessionId, name, at },
    names: sealNames(names, _id, settings),
    size: company.size,
    over: false,
    command: key,
    commands: [{ command: key, fingerprint }],
    rev: 0,
    dueAt: at + effectGraceMs,
  }
}

/** Reads the session with the caller's party, and remembers how sign-up goes there. */
async function lookAt({ sessionId, memberId, command }: PlaceAsked): Promise<Seen | undefined> {
  const seen = await seenWith(sessionId, memberId)
  if (seen) rememberHead(seen, command.at)
  return seen
}

/** The sign-up as it now stands, and the party that it would take the place of. */
interface Written {
  signup: Signup
  left?: Party
}

/**
 * Writes the sign-up of somebody who has one for this session already, or answers what came of it. Of two who
 * ask with other words at once the second is refused until the first is decided, or given up after a minute.
 */
async function writeAgain(
  asking: PlaceAsked,
  fresh: Signup & Wish,
  context: MemberContext,
): Promise<Written | Answer<SignedUp>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const [stored, seen] = await Promise.all([signups.get(fresh._id), lookAt(asking)])
    if (!seen) return no('not_found')
    const written = stored
      ? await writeOver(asking, fresh, stored, seen, context)
      : await writeMissing(asking, fresh, seen)
    if (written) return written
  }
  return no('conflict')
}

/** There is none: it was taken back just now, or never written, or the command has signed up elsewhere. */
async function writeMissing(
  { memberId }: PlaceAsked,
  fresh: Signup,
  seen: Seen,
): Promise<Written | Answer<SignedUp> | undefined> {
  const earlier = earlierSignup(seen, memberId, seen.roster[memberId])
  if (!(await signups.insert(earlier ?? fresh))) return no('conflict')
  return earlier ? undefined : { signup: fresh }
}

/** Undefined where somebody was faster. */
async function writeOver(
  asking: PlaceAsked,
  fresh: Signup & Wish,
  stored: Signup,
  seen: Seen,
  { command, member }: MemberContext,
): Promise<Written | Answer<SignedUp> | undefined> {
  const own = seen.roster[asking.memberId]
  const past = pastOf(stored, own)
  const repeat = pastRepeatOf(past, command)
  if (repeat === 'conflict') return no('conflict')
  if (!isDecided(stored, own)) {
    if (repeat) return takeUp(stored, own, command)
    return (stored.dueAt ?? 0) <= command.at ? rewrite(stored, fresh, own, stored.again, command) : undefined
  }
  if (repeat) return answerOf(seen, asking.memberId, own)
  if (isLive(own)) {
    const same = past.some(
      (each) => each.command === stored.command && each.fingerprint === command.fingerprint,
    )
    return same ? answerOf(seen, asking.memberId, own) : no('already_signed_up')
  }
  const bar = joinBar(seen, asking.company, member, command.at)
  return bar ? no(bar) : rewrite(stored, fresh, own, againAfter(own), command)
}

/** Goes on where the first call of the same command broke off. */
async function takeUp(
  stored: Signup,
  left: Party | undefined,
  command: Command,
): Promise<Written | undefined> {
  if (!(await goOn(stored, command))) return undefined
  return { signup: { ...stored, rev: (stored.rev ?? 0) + 1 }, ...(left && { left }) }
}

async function rewrite(
  stored: Signup,
  fresh: Signup & Wish,
  left: Party | undefined,
  again: number | undefined,
  command: Command,
): Promise<Written | Answer<SignedUp> | undefined> {
  const asked = await askAgain(stored, fresh, again, command)
  if (asked === 'used') return no('conflict')
  if (asked === 'changed') return undefined
  const signup = { ...stored, rev: (stored.rev ?? 0) + 1, ...(again !== undefined && { again }) }
  return { signup, ...(left && { left }) }
}

/** Lets the session decide. What is refused is taken back; where that fails, `jobs` does it. */
async function decide(
  context: MemberContext,
  asking: PlaceAsked,
  signup: Signup,
  before: Seen | undefined,
): Promise<Answer<SignedUp>> {
  const { sessionId, memberId, company, command } = asking
  let seen = before
  for (let attempt = 0; attempt < tries; attempt++) {
    const state = await take(asking, seen)
    if (state) return state === 'waitlisted' ? waited(context, asking) : yes({ state })
    seen = await lookAt(asking)
    const own = seen?.roster[memberId]
    // the answer of the write was lost, or the same command came twice at once
    if (seen && isDecided(signup, own)) return answerOf(seen, memberId, own)
    const bar = seen ? joinBar(seen, company, context.member, command.at) : 'not_found'
    if (!bar) continue
    await givenUp(sessionId, () => takeBack(signup, asking.left?.again))
    return no(bar)
  }
  await givenUp(sessionId, () => takeBack(signup, asking.left?.again))
  return no('conflict')
}

async function givenUp(sessionId: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (fault) {
    log('effects.owed', { id: sessionId, ...faultFields(fault) })
  }
}

/** Tries what the session as it was read allows, or what went lately. Answers what the party got. */
async function take(
  asking: PlaceAsked,
  seen: Seen | undefined,
): Promise<'confirmed' | 'waitlisted' | 'in_draw' | undefined> {
  for (const way of seen ? [wayOf(asking, seen)] : waysUnseen(asking)) {
    if (way === 'seat' && (await seatParty(asking))) return 'confirmed'
    if (way === 'line' && (await joinLine(asking))) return 'waitlisted'
    if (way === 'draw' && (await enterDraw(asking))) return 'in_draw'
  }
  return undefined
}

function wayOf({ mustAccept, company }: PlaceAsked, { rule, waiting, free }: Seen): Way {
  if (rule === 'draw') return 'draw'
  return !mustAccept && waiting === 0 && free >= company.size ? 'seat' : 'line'
}

function waysUnseen({ sessionId, mustAccept, command }: PlaceAsked): Way[] {
  const lately = wayLately(sessionId, command.at)
  if (lately !== 'seat') return [lately]
  return mustAccept ? ['line'] : ['seat', 'line']
}

/**
 * The party stands in line. Where places are free it may be the first that fits, and then it gets them at
 * once.
 */
async function waited({ command, community }: MemberContext, asking: PlaceAsked): Promise<Answer<SignedUp>> {
  const { sessionId, memberId } = asking
  const seen = await inLine(sessionId, memberId)
  if (seen) rememberHead(seen.head, command.at)
  if (!seen || seen.head.free <= 0) return seen ? yes(seen.own) : no('conflict')
  await offerFree(sessionId, command, community.limits, memberId)
  const now = await inLine(sessionId, memberId)
  return now ? yes(now.own) : no('conflict')
}

const lineFields = [...signupFields, 'free', 'line'] as const

/** Where a member's party stands. The position needs no more than the line. */
async function inLine(
  sessionId: string,
  memberId: MemberId,
): Promise<{ own: SignedUp; head: Parameters<typeof rememberHead>[0] } | undefined> {
  const [head] = await sessions.getMany([sessionId], { fields: lineFields, entries: { roster: memberId } })
  const party = head?.roster?.[memberId]
  if (!head || !party) return undefined
  const position = linePositionOf(head, memberId)
  return { own: { ...signedUp(party), ...(position !== undefined && { position }) }, head }
}

const signedUp = ({ state, offerUntil }: Party): SignedUp => ({
  state,
  ...(state === 'offered' && offerUntil ? { offerUntil } : {}),
})

/** Answers what became of a party. */
export async function answerOf(
  { _id }: Pick<Seen, '_id'>,
  memberId: MemberId,
  party: Party,
): Promise<Answer<SignedUp>> {
  if (party.state !== 'waitlisted') return yes(signedUp(party))
  return yes((await inLine(_id, memberId))?.own ?? signedUp(party))
}
