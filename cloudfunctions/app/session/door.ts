import { runsId } from '#app/activity/running'
import { type Context, type MemberContext, no, yes } from '#app/call/context'
import { derivedId, sha256 } from '#app/call/ids'
import { type Change, type Changes, tries } from '#app/change/change'
import { closedName } from '#app/notice/noticeText'
import { doorsOfCourse } from '#app/training/attendance'
import type { Limits } from '#contract/community'
import type {
  Roster,
  RosterParty,
  sessionDoor,
  sessionMark,
  sessionUndoWalkIn,
  sessionWalkIn,
} from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import { isSameCount } from '#core/attendance/wrongCodes'
import type { Command } from '#core/change/aggregate'
import {
  type DoorHead,
  type DoorList,
  decideDoorClose,
  decideLateMark,
  doorFault,
  doorOpensAt,
  isOutdated,
  type Mark,
  newDoor,
  tallyOf,
  type WalkIn,
} from '#core/session/door'
import { linePositionOf, type Party, type Session, type Signup, signupId } from '#core/session/session'
import { attendedBy, cameToCourse, lessonViews } from '#core/training/attendance'
import { isCourse, lessonOf } from '#core/training/course'
import { doors, sessions, signups } from '#store/collections'
import type { SealedSpot } from '#store/sealing/sealedFields'
import { noteHeard, putMark, putMarks, putWalkIn, type TriedCode, takeBackWalkIn } from '#store/writes/door'
import { takeOffer } from '#store/writes/session'
import { keepCommand } from '#store/writes/signup'
import { openNames } from './company'
import { type AtDoor, atDoor, ranWith } from './seen'

/** So many marks are written at once. */
const together = 20

/** Reads the door list of a session, and makes it where there is none. */
export async function doorOf(session: DoorHead, limits: Limits): Promise<DoorList> {
  const stored = await doors.get(session._id)
  if (stored) return stored
  const fresh = newDoor(session, limits)
  if (await doors.insert(fresh)) return fresh
  return (await doors.get(session._id)) ?? fresh
}

/**
 * Writes one mark by one conditional write on that party's entry; a later mark stays. After the list was
 * closed the mark is decided by `change`, since it may change who missed the session. Answers the mark that
 * stands; undefined where none could be written.
 *
 * @param tried a code proves the mark; nothing is written where wrong codes were counted meanwhile.
 */
export async function writeMark(
  session: Pick<Session, '_id' | 'roster'>,
  command: Command,
  memberId: string,
  mark: Mark,
  change: Change,
  tried?: TriedCode,
): Promise<Mark | undefined> {
  const overtaken = ({ misses }: DoorList) => tried && !isSameCount(misses[memberId], tried.misses)
  for (let attempt = 0; attempt < tries; attempt++) {
    if (await putMark(session._id, memberId, mark, tried)) return mark
    const door = await doors.get(session._id)
    if (!door || overtaken(door)) return undefined
    if (isOutdated(door.marks[memberId], mark)) return door.marks[memberId]
    if (door.missed === null) continue
    const late = { ...command, key: sha256(`${command.key}:${memberId}`).slice(0, 24) }
    const changed = await change(doors, door._id, late, (state) =>
      overtaken(state) ? { refusal: 'conflict' } : decideLateMark(state, session, late, memberId, mark),
    )
    return changed.state?.marks[memberId]
  }
  return undefined
}

/** Whether a party is marked present. Before the door opens nobody is, and nothing is read. */
export async function isFoundPresent(
  session: Pick<Session, '_id' | 'from'>,
  memberId: string,
  now: number,
  limits: Limits,
): Promise<boolean> {
  if (now < doorOpensAt(session, limits)) return false
  const [door] = await doors.getMany([session._id], { entries: { marks: memberId } })
  return door?.marks?.[memberId]?.present === true
}

/** Takes the marks of whoever runs the session, also late from a phone without a network, in any order and any number of times. */
export async function mark(
  context: MemberContext,
  { sessionId, lessonId, marks }: Input<typeof sessionMark>,
): Promise<Answer<{ marked: number; unknown: string[] }>> {
  const { command, community } = context
  const ids = marks.map(({ memberId }) => memberId)
  const ran = await ranWith(context, sessionId, ids)
  const session = ran && atDoor(ran, lessonId, command.at)
  if (!session) return no('not_found')
  const fault = doorFault(session, command.at, community.limits)
  if (fault) return no(fault)
  const known = marks.filter(({ memberId }) => session.roster[memberId] !== undefined)
  const written = await writeMarks(context, session, known)
  if (written === undefined) return no('conflict')
  // who is found present has taken the offer: nobody lets it lapse
  for (const { memberId, present } of known) {
    const party = session.roster[memberId]
    if (!present || party?.state !== 'offered') continue
    await keepCommand(signupId(sessionId, memberId), command)
    await takeOffer(sessionId, memberId, party, command)
  }
  return yes({ marked: known.length, unknown: ids.filter((id) => session.roster[id] === undefined) })
}

type Said = Input<typeof sessionMark>['marks'][number]

/**
 * Writes marks by one write where each is the latest word on its party, and else one by one. Undefined where
 * one could not be written.
 */
async function writeMarks(
  { member, command, community, change }: MemberContext,
  session: AtDoor,
  marks: readonly Said[],
): Promise<true | undefined> {
  const markOf = ({ present, at }: Said, heard: number): Mark => ({
    present,
    at: Math.min(at ?? heard, command.at),
    reportedAt: command.at,
    how: 'list',
    byId: member._id,
  })
  const untimed = marks.some(({ at }) => at === undefined) ? command : undefined
  const all = marks.map((said): [string, Mark] => [said.memberId, markOf(said, command.at)])
  if (await putMarks(session._id, all, untimed)) return true
  const door = await doorOf(session, community.limits)
  const heard = untimed ? await firstHeard(door, untimed) : command.at
  if (heard === 'conflict') return undefined
  for (let begin = 0; begin < marks.length; begin += together) {
    const written = await Promise.all(
      marks
        .slice(begin, begin + together)
        .map((said) => writeMark(session, command, said.memberId, markOf(said, heard), change)),
    )
    if (written.includes(undefined)) return undefined
  }
  return true
}

/**
 * When a command that states no time first came: a repeat must not count as a later word. It is noted at the
 * door. `conflict` where it said something else then.
 */
export async function firstHeard(door: DoorList, command: Command): Promise<number | 'conflict'> {
  const { key, fingerprint, at, mayComeAgain } = command
  if (!mayComeAgain) return at
  const wordOf = ({ heard }: DoorList) => heard?.find((each) => each.command === key)
  const past = wordOf(door)
  if (past) return past.fingerprint === fingerprint ? past.at : 'conflict'
  if (await noteHeard(door._id, command)) return at
  const fresh = await doors.get(door._id)
  const twin = fresh && wordOf(fresh)
  return twin ? (twin.fingerprint === fingerprint ? twin.at : 'conflict') : at
}

export const walkInSpot = (doorId: string, walkInId: string): SealedSpot => ({
  collection: 'doors',
  id: doorId,
  field: `walkIns.${walkInId}`,
})

/** Notes somebody who came without a sign-up. */
export async function walkIn(
  context: MemberContext,
  { sessionId, lessonId, name, size, at }: Input<typeof sessionWalkIn>,
): Promise<Answer<{ walkInId: string }>> {
  const { member, command, community, settings } = context
  const ran = await ranWith(context, sessionId, [])
  const session = ran && atDoor(ran, lessonId, command.at)
  if (!session) return no('not_found')
  const fault = doorFault(session, command.at, community.limits)
  if (fault) return no(fault)
  await doorOf(session, community.limits)
  const walkInId = derivedId('w', command.key)
  const came: WalkIn = {
    name: settings.sealing.seal(name, walkInSpot(session._id, walkInId)),
    size,
    at: Math.min(at ?? command.at, command.at),
    byId: member._id,
    undone: false,
  }
  await putWalkIn(session._id, walkInId, came)
  return yes({ walkInId })
}

/** Takes a walk-in back. The entry stays as undone, so that a late repeat does not bring it back. */
export async function undoWalkIn(
  context: Context,
  { sessionId, lessonId, walkInId }: Input<typeof sessionUndoWalkIn>,
): Promise<Answer<{ walkInId: string }>> {
  const { command, community } = context
  const ran = await ranWith(context, sessionId, [])
  const session = ran && atDoor(ran, lessonId, command.at)
  const door = session && (await doors.get(session._id))
  if (!session || !door?.walkIns[walkInId]) return no('not_found')
  const fault = doorFault(session, command.at, community.limits)
  if (fault) return no(fault)
  await takeBackWalkIn(session._id, walkInId)
  return yes({ walkInId })
}

/** One read brings so many sign-ups. */
const page = 1000

/** Who stands on the roster, by member. It is read after the session, so that nobody on its roster is missing. */
async function detailsIn(sessionId: string): Promise<Map<MemberId, Signup>> {
  const found = new Map<MemberId, Signup>()
  for (let after: Signup | undefined; ; ) {
    const some = await signups.find('bySession', { sessionId }, { limit: page, after })
    for (const signup of some) found.set(signup.memberId, signup)
    if (some.length < page) return found
    after = some.at(-1)
  }
}

/**
 * Shows everybody on the list, who is there, and the totals. A list has a few hundred parties; the client
 * searches it. Of a course it is the list of one lesson, and says of everybody at which lessons they were.
 */
export async function doorRoster(
  context: Context,
  { sessionId, lessonId }: Input<typeof sessionDoor>,
): Promise<Answer<Roster>> {
  const session = await sessions.get(sessionId)
  if (!session || !(await runsId(context, session.activityId))) return no('not_found')
  const here = atDoor(session, lessonId, context.command.at)
  if (!here) return no('not_found')
  const [door, lessonDoors, details] = await Promise.all([
    doors.get(here._id),
    isCourse(session) ? doorsOfCourse(session.course) : undefined,
    detailsIn(sessionId),
  ])
  const attendedOf = (memberId: MemberId) =>
    isCourse(session) && lessonDoors ? { attended: attendedBy(session.course, lessonDoors, memberId) } : {}
  const signedUp = Object.entries(session.roster).map(
    ([memberId, party]): RosterParty => ({
      ...rosterParty(context, session, memberId, party, details.get(memberId)),
      ...atTheDoor(door, memberId),
      ...attendedOf(memberId),
    }),
  )
  return yes({
    session: rosterHead(session, here),
    parties: [...signedUp, ...walkedIn(context, door)],
    tally: tallyOf(session, door),
  })
}

function rosterHead(session: Session, here: Session & Pick<AtDoor, 'sessionId'>): Roster['session'] {
  const { activityId, title, place } = session
  const { _id, from, to } = here
  if (!isCourse(session)) return { activityId, title, place, from, to }
  const lesson = lessonOf(session.course, _id)
  return {
    activityId,
    title,
    place: lesson?.place ?? place,
    from,
    to,
    lessonId: _id,
    lessons: lessonViews(session.course),
  }
}

function rosterParty(
  { settings }: Context,
  session: Session,
  memberId: MemberId,
  party: Party,
  signup: Signup | undefined,
): RosterParty {
  const { size, state } = party
  const position = linePositionOf(session, memberId)
  const names = openNames(session._id, memberId, signup, party, settings)
  const [trainee] = isCourse(session) ? names : []
  return {
    memberId,
    // whoever was forgotten has no sign-up any more
    name: trainee ?? signup?.name ?? party.name ?? closedName,
    size,
    names,
    ...(state === 'lapsed' || state === 'cancelled'
      ? { state: 'withdrawn' as const, left: state }
      : { state }),
    ...(position === undefined ? {} : { position }),
  }
}

/** What the list at the door says of a party. */
function atTheDoor(door: DoorList | undefined, memberId: MemberId): Partial<RosterParty> {
  const noted = door?.marks[memberId]
  const appeal = door?.appeals[memberId]
  const proof = door?.proofs?.[memberId]
  return {
    ...(noted ? { present: noted.present, at: noted.at } : {}),
    ...(door?.missed?.[memberId] === undefined ? {} : { missed: true as const }),
    ...(appeal ? { appeal: appeal.note } : {}),
    ...(proof && !noted?.present ? { provedAt: proof.at } : {}),
  }
}

/** Whoever came without a sign-up. */
function walkedIn({ settings }: Context, door: DoorList | undefined): RosterParty[] {
  return Object.entries(door?.walkIns ?? {}).flatMap(([walkInId, { undone, name: sealed, size, at }]) => {
    if (undone || !door) return []
    const name = settings.sealing.open(sealed, walkInSpot(door._id, walkInId))
    const names = [name]
    const came = { present: true, at, walkIn: true as const }
    return [{ memberId: walkInId, name, size, names, state: 'confirmed' as const, ...came }]
  })
}

/** Closes a door list when its time has come: who missed the session is noted. */
export async function passDoor(
  found: DoorList,
  limits: Limits,
  { change, payOff }: Pick<Changes, 'change' | 'payOff'>,
): Promise<void> {
  const key = sha256(`${found._id}:${found.rev}:passing`).slice(0, 24)
  const command: Command = { key, fingerprint: key, at: Date.now() }
  const session = await sessions.get(found.sessionId ?? found._id)
  const here = session && closedWith(session, found)
  // of a whole course who was at none of its lessons
  const came =
    session && here === session && isCourse(session)
      ? cameToCourse(await doorsOfCourse(session.course))
      : undefined
  if (here && decideDoorClose(found, here, command, limits, came))
    await change(
      doors,
      found._id,
      command,
      (door) => decideDoorClose(door, here, command, limits, came) ?? { next: door },
    )
  else await payOff(doors, found)
}

/** The session, or the lesson, whose list it is. */
const closedWith = (session: Session, { _id }: DoorList) =>
  _id === session._id ? session : atDoor(session, _id, session.from)
