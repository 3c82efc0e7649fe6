import { type MemberContext, no } from '#app/call/context'
import { tries } from '#app/change/change'
import { dependentsOf } from '#app/dependent/family'
import { dependentBirthSpot } from '#app/member/birth'
import type { SignedUp, sessionChangeParty } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import { leaversBar, type Person } from '#core/session/company'
import {
  earlierSignup,
  holdsPlace,
  isBegun,
  isLive,
  type Party,
  pastOf,
  pastRepeatOf,
  signupId,
} from '#core/session/session'
import { signups } from '#store/collections'
import { shrinkParty } from '#store/writes/session'
import { keepFewer } from '#store/writes/signup'
import { birthOf, bornOn, openNames, sealNames } from './company'
import { isFoundPresent } from './door'
import { type Seen, seenWith } from './seen'
import { answerOf } from './signUp'
import { bar, giveOn } from './steps'

/**
 * Some of a party do not come; the others keep their place, their offer or their position. Who comes is written
 * first, then one conditional write on the session gives the places of the others free, and the next in line are
 * offered them. Where the second write is missing, a repeat or the timer does it.
 */
export async function changeParty(
  context: MemberContext,
  { sessionId, names }: Input<typeof sessionChangeParty>,
): Promise<Answer<SignedUp>> {
  const { member, command, settings } = context
  for (let attempt = 0; attempt < tries; attempt++) {
    const [session, stored] = await Promise.all([
      seenWith(sessionId, member._id),
      signups.get(signupId(sessionId, member._id)),
    ])
    if (!session) return no('not_found')
    const party = session.roster[member._id]
    if (!party || !isLive(party)) return no('not_signed_up')
    const signup = stored ?? earlierSignup(session, member._id, party)
    if (!signup) return no('not_signed_up')
    const repeat = pastRepeatOf(pastOf(signup, party), command)
    if (repeat === 'conflict') return no('conflict')
    const before = openNames(sessionId, member._id, signup, party, settings)
    const left = without(before, names)
    const isSame = left?.length === 0
    if (isSame && party.size === names.length) return answerOf(session, member._id, party)
    // what came after it is not undone
    if (repeat && !isSame) return answerOf(session, member._id, party)
    const refusal = left ? await barred(context, session, names, left) : no('party_only_smaller')
    if (refusal) return refusal
    if (!stored && !(await signups.insert(signup))) continue
    const fewer = { names: sealNames(names, signup._id, settings), size: names.length }
    if (!isSame && !(await keepFewer(signup, command, fewer))) continue
    if (!(await shrinkParty(session, member._id, party, names.length, command))) continue
    const now = { ...party, size: names.length }
    await giveOn(session, holdsPlace(party) || party.state === 'waitlisted', context)
    return standing(sessionId, member._id, now)
  }
  return no('conflict')
}

/** What became of the party: in line it may have been offered its places. */
async function standing(sessionId: string, memberId: string, party: Party): Promise<Answer<SignedUp>> {
  if (party.state !== 'waitlisted') return answerOf({ _id: sessionId }, memberId, party)
  const after = (await seenWith(sessionId, memberId))?.roster[memberId] ?? party
  return answerOf({ _id: sessionId }, memberId, after)
}

/** Those of `all` that are not among `some`; undefined where `some` has somebody who is not in `all`. */
function without(all: readonly string[], some: readonly string[]): string[] | undefined {
  const left = [...all]
  for (const name of some) {
    const at = left.indexOf(name)
    if (at < 0) return undefined
    left.splice(at, 1)
  }
  return left
}

/** Why nobody may leave the party now, or not these. */
async function barred(
  context: MemberContext,
  session: Seen,
  names: readonly string[],
  left: readonly string[],
): Promise<Refusal | undefined> {
  const { member, command, community } = context
  const refusal = bar(session, command.at)
  if (refusal) return refusal
  if (isBegun(session, command.at)) return no('session_begun')
  const personOf = await knownPeople(context, session)
  const alone = leaversBar(session, names.map(personOf), left.map(personOf))
  if (alone) return no(alone)
  const present = await isFoundPresent(session, member._id, command.at, community.limits)
  return present ? no('session_present') : undefined
}

/** What is known of the people of a party by their names: the member, and whom they care for. */
async function knownPeople(
  { member, settings }: MemberContext,
  { childAfter }: Pick<Seen, 'childAfter'>,
): Promise<(name: string) => Person> {
  const kindOf = (born: string | undefined): Person =>
    born !== undefined && born > childAfter ? 'child' : 'grown_up'
  const relatives = await dependentsOf(member._id)
  const known = new Map(
    relatives.map(({ _id, name, birthDay }): [string, Person] => [
      name,
      kindOf(bornOn(birthDay, dependentBirthSpot(_id), settings.sealing)),
    ]),
  )
  known.set(member.name, kindOf(birthOf(member, settings)))
  return (name) => known.get(name) ?? 'guest'
}
