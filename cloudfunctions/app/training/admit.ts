import { type MemberContext, no, yes } from '#app/call/context'
import { alone } from '#app/session/company'
import { walkInSpot, writeMark } from '#app/session/door'
import { atDoor, ranWith, seenWith } from '#app/session/seen'
import { freshSignup } from '#app/session/signUp'
import { hasRole } from '#contract/shared/grants'
import { nameSpelling } from '#contract/shared/nameSpelling'
import type { Input } from '#contract/shared/operation'
import type { Answer, RefusalCode } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import type { trainingAdmit } from '#contract/training'
import { isClosing } from '#core/account/closing'
import type { Member } from '#core/member/member'
import { doorFault, type Mark } from '#core/session/door'
import { isLive, type Party } from '#core/session/session'
import { admitBar } from '#core/training/admitting'
import { isCourse } from '#core/training/course'
import { doors, members, sessions, signups } from '#store/collections'
import { takeBackWalkIn } from '#store/writes/door'
import { againAfter, seatWalkIn, takeOffer } from '#store/writes/session'
import { askAgain, takeBack } from '#store/writes/signup'

/** More people have no number in common. */
const fewPeople = 20

/**
 * Somebody who came to a lesson without a sign-up becomes a trainee: the number they give and the name at the door
 * must be those of one resident. One conditional write gives them a free place, if nobody waits. They are marked as
 * present from when they came, and stand at the door no longer as somebody who walked in. Whether a number is anybody's
 * is not told.
 */
export async function admitWalkIn(
  context: MemberContext,
  { sessionId, lessonId, walkInId, phone }: Input<typeof trainingAdmit>,
): Promise<Answer<{ memberId: MemberId }>> {
  const { command, community, member, settings, change } = context
  const ran = await ranWith(context, sessionId, [])
  const here = ran && isCourse(ran) && atDoor(ran, lessonId, command.at)
  const door = here && (await doors.get(here._id))
  const came = door ? door.walkIns[walkInId] : undefined
  if (!here || !came) return no('not_found')
  const fault = doorFault(here, command.at, community.limits)
  if (fault) return no(fault)
  if (came.size > 1) return no('walk_in_many')
  if (phone === undefined) return no('phone_needed')
  const resident = await residentOf(
    context,
    phone,
    settings.sealing.open(came.name, walkInSpot(here._id, walkInId)),
  )
  if (!resident) return no('walk_in_unknown')
  const bar = await seat(context, sessionId, resident, here)
  if (bar) return no(came.undone && bar !== 'conflict' ? 'not_found' : bar)
  if (came.undone) return yes({ memberId: resident._id })
  const seen: Mark = {
    present: true,
    at: came.at,
    reportedAt: command.at,
    how: 'list',
    byId: member._id,
  }
  const session = (await seenWith(sessionId, resident._id)) ?? here
  const roster = { _id: here._id, roster: session.roster }
  if (!(await writeMark(roster, command, resident._id, seen, change))) return no('conflict')
  await takeBackWalkIn(here._id, walkInId)
  return yes({ memberId: resident._id })
}

/** The one resident with this number and this name. */
async function residentOf(
  { community, settings }: MemberContext,
  phone: string,
  name: string,
): Promise<Member | undefined> {
  const phoneKey = settings.sealing.indexKey(phone)
  const found = (await members.find('phoneKey', { phoneKey }, { limit: fewPeople })).filter(
    (one) =>
      one.communityId === community._id &&
      one.state === 'verified' &&
      hasRole(one.roles, 'resident') &&
      !isClosing(one) &&
      nameSpelling(one.name) === nameSpelling(name),
  )
  return found.length === 1 ? found[0] : undefined
}

/** Gives them a place; why not, where they get none. Who has one already, or was offered one, keeps it. */
async function seat(
  context: MemberContext,
  sessionId: string,
  resident: Member,
  lesson: { from: number },
): Promise<RefusalCode | undefined> {
  const { command, settings } = context
  const [session] = await sessions.getMany([sessionId], {
    fields: ['activityId', 'title', 'from', 'to', 'state', 'free', 'waiting', 'course'],
    entries: { roster: resident._id },
  })
  if (!session || !isCourse(session)) return 'not_found'
  const own = session.roster?.[resident._id]
  if (own?.state === 'confirmed') return undefined
  if (own?.state === 'offered')
    return (await takeOffer(sessionId, resident._id, own, command)) ? undefined : 'conflict'
  const bar = isLive(own) ? 'course_full' : admitBar(session, session.course, lesson, command.at)
  if (bar) return bar
  const gathered = { company: alone(resident, settings), names: [resident.name] }
  const signup = await wished(
    freshSignup({ member: resident, command, settings }, sessionId, gathered),
    own,
    context,
  )
  if (!signup) return 'conflict'
  if (await seatWalkIn(session, resident._id, own, command)) return undefined
  await takeBack(signup, own?.again)
  return 'course_full'
}

type Written = ReturnType<typeof freshSignup>

/** Writes who comes before the place is given; undefined where somebody was faster. */
async function wished(
  fresh: Written,
  left: Party | undefined,
  { command }: MemberContext,
): Promise<(Pick<Written, '_id' | 'rev' | 'again'> & Written) | undefined> {
  if (await signups.insert(fresh)) return fresh
  const stored = await signups.get(fresh._id)
  if (!stored) return undefined
  const again = left ? againAfter(left) : stored.again
  if ((await askAgain(stored, fresh, again, command)) !== 'asked') return undefined
  return { ...fresh, rev: (stored.rev ?? 0) + 1, ...(again !== undefined && { again }) }
}
