import { type MemberContext, no, yes } from '#app/call/context'
import { derivedId, sha256 } from '#app/call/ids'
import { type Change, type Changes, tries } from '#app/change/change'
import type { Limits } from '#contract/community'
import type {
  AttendanceTally,
  RosterParty,
  sessionMark,
  sessionOne,
  sessionUndoWalkIn,
  sessionWalkIn,
} from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { isSameCount } from '#core/attendance/wrongCodes'
import type { Command } from '#core/change/aggregate'
import {
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
import { linePositionOf, type Session } from '#core/session/session'
import { doors, intents, sessions } from '#store/collections'
import type { SealedSpot } from '#store/sealing/sealedFields'
import { putMark, putWalkIn, type TriedCode, takeBackWalkIn } from '#store/writes/door'
import { takeOffer } from '#store/writes/session'
import { openNames } from './company'

/** So many marks are written at once. */
const together = 20

/** When a command first came. A repeat that states no time must not count as a later word. */
export async function firstHeard({ key, at, mayComeAgain }: Command): Promise<number> {
  return mayComeAgain ? ((await intents.get(key))?.at ?? at) : at
}

/** Reads the door list of a session, and makes it where there is none. */
export async function doorOf(session: Session, limits: Limits): Promise<DoorList> {
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
  session: Session,
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

/** Takes the coordinator's marks, also late from a phone without a network, in any order and any number of times. */
export async function mark(
  { member, command, community, change }: MemberContext,
  { sessionId, marks }: Input<typeof sessionMark>,
): Promise<Answer<{ marked: number; unknown: string[] }>> {
  const session = await sessions.get(sessionId)
  if (!session) return no('not_found')
  const fault = doorFault(session, command.at, community.limits)
  if (fault) return no(fault)
  await doorOf(session, community.limits)
  const heard = await firstHeard(command)
  const known = marks.filter(({ memberId }) => session.roster[memberId] !== undefined)
  let marked = 0
  for (let begin = 0; begin < known.length; begin += together) {
    const written = await Promise.all(
      known.slice(begin, begin + together).map(({ memberId, present, at }) =>
        writeMark(
          session,
          command,
          memberId,
          {
            present,
            at: Math.min(at ?? heard, command.at),
            reportedAt: command.at,
            how: 'list',
            byId: member._id,
          },
          change,
        ),
      ),
    )
    if (written.includes(undefined)) return no('conflict')
    marked += written.length
  }
  // who is found present has taken the offer: nobody lets it lapse
  for (const { memberId, present } of known)
    if (present && session.roster[memberId]?.state === 'offered') await takeOffer(session, memberId, command)
  const unknown = marks.map(({ memberId }) => memberId).filter((id) => session.roster[id] === undefined)
  return yes({ marked, unknown })
}

const walkInSpot = (sessionId: string, walkInId: string): SealedSpot => ({
  collection: 'doors',
  id: sessionId,
  field: `walkIns.${walkInId}`,
})

/** Notes somebody who came without a sign-up. */
export async function walkIn(
  { member, command, community, settings }: MemberContext,
  { sessionId, name, size, at }: Input<typeof sessionWalkIn>,
): Promise<Answer<{ walkInId: string }>> {
  const session = await sessions.get(sessionId)
  if (!session) return no('not_found')
  const fault = doorFault(session, command.at, community.limits)
  if (fault) return no(fault)
  await doorOf(session, community.limits)
  const walkInId = derivedId('w', command.key)
  const came: WalkIn = {
    name: settings.sealing.seal(name, walkInSpot(sessionId, walkInId)),
    size,
    at: Math.min(at ?? command.at, command.at),
    byId: member._id,
    undone: false,
  }
  await putWalkIn(sessionId, walkInId, came)
  return yes({ walkInId })
}

/** Takes a walk-in back. The entry stays as undone, so that a late repeat does not bring it back. */
export async function undoWalkIn(
  { command, community }: MemberContext,
  { sessionId, walkInId }: Input<typeof sessionUndoWalkIn>,
): Promise<Answer<{ walkInId: string }>> {
  const session = await sessions.get(sessionId)
  const door = session && (await doors.get(sessionId))
  if (!session || !door?.walkIns[walkInId]) return no('not_found')
  const fault = doorFault(session, command.at, community.limits)
  if (fault) return no(fault)
  await takeBackWalkIn(sessionId, walkInId)
  return yes({ walkInId })
}

/**
 * Shows everybody on the list, who is there, and the totals. A list has a few hundred parties; the client
 * searches it.
 */
export async function doorRoster(
  { settings }: MemberContext,
  { sessionId }: Input<typeof sessionOne>,
): Promise<Answer<{ parties: RosterParty[]; tally: AttendanceTally }>> {
  const [session, door] = await Promise.all([sessions.get(sessionId), doors.get(sessionId)])
  if (!session) return no('not_found')
  const signedUp = Object.entries(session.roster).map(
    ([memberId, { name, size, state, names }]): RosterParty => {
      const position = linePositionOf(session, memberId)
      const noted = door?.marks[memberId]
      const appeal = door?.appeals[memberId]
      const proof = door?.proofs?.[memberId]
      return {
        memberId,
        name,
        size,
        names: openNames(names, sessionId, memberId, settings),
        ...(state === 'lapsed' || state === 'cancelled'
          ? { state: 'withdrawn' as const, left: state }
          : { state }),
        ...(position === undefined ? {} : { position }),
        ...(noted ? { present: noted.present, at: noted.at } : {}),
        ...(door?.missed?.[memberId] === undefined ? {} : { missed: true as const }),
        ...(appeal ? { appeal: appeal.note } : {}),
        ...(proof && !noted?.present ? { provedAt: proof.at } : {}),
      }
    },
  )
  const walkedIn = Object.entries(door?.walkIns ?? {})
    .filter(([, { undone }]) => !undone)
    .map(([walkInId, { name: sealed, size, at }]): RosterParty => {
      const name = settings.sealing.open(sealed, walkInSpot(sessionId, walkInId))
      return {
        memberId: walkInId,
        name,
        size,
        names: [name],
        state: 'confirmed',
        present: true,
        at,
        walkIn: true,
      }
    })
  return yes({ parties: [...signedUp, ...walkedIn], tally: tallyOf(session, door) })
}

/** Closes a door list when its time has come: who missed the session is noted. */
export async function passDoor(
  found: DoorList,
  limits: Limits,
  { change, payOff }: Pick<Changes, 'change' | 'payOff'>,
): Promise<void> {
  const key = sha256(`${found._id}:${found.rev}:passing`).slice(0, 24)
  const command: Command = { key, fingerprint: key, at: Date.now() }
  const session = await sessions.get(found._id)
  if (session && decideDoorClose(found, session, command, limits))
    await change(
      doors,
      found._id,
      command,
      (door) => decideDoorClose(door, session, command, limits) ?? { next: door },
    )
  else await payOff(doors, found)
}
