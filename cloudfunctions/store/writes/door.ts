import type { MemberId } from '#contract/shared/scalars'
import type { CodeMisses } from '#core/attendance/wrongCodes'
import type { Command } from '#core/change/aggregate'
import type { DoorList, Mark, WalkIn } from '#core/session/door'
import { doors } from '#store/collections'
import { type Entry, entryOf } from '#store/engine/entry'
import { appended, plus, removed } from '#store/words/changes'
import { below, not, type Where } from '#store/words/conditions'

const entry = entryOf<DoorList>()

/** What a person had typed wrong when a code of theirs was found right. */
export interface TriedCode {
  misses: CodeMisses | undefined
}

const asTried = (memberId: MemberId, { misses }: TriedCode) => {
  const own = entry('misses', memberId)
  return misses ? own.where({ ...misses }) : own.absent
}

/** The condition that no later mark is there. */
const comesAfter = (own: Entry<DoorList, Mark>, { at }: Mark): Pick<Where<DoorList>, 'anyOf'> => ({
  anyOf: [own.absent, own.where({ at: below(at) })],
})

/**
 * Stores a mark of one party, unless a later mark is there or the missed have been noted.
 *
 * @param tried a code proves the mark: it forgives the wrong ones, unless others were counted meanwhile.
 */
export function putMark(
  sessionId: string,
  memberId: MemberId,
  mark: Mark,
  tried?: TriedCode,
): Promise<boolean> {
  const own = entry('marks', memberId)
  return doors.update(
    {
      _id: sessionId,
      missed: null,
      ...comesAfter(own, mark),
      ...(tried && asTried(memberId, tried)),
    },
    {
      ...own.set(mark),
      ...(tried?.misses && entry('misses', memberId).gone),
      ...(mark.present && { untaken: removed }),
      rev: plus(1),
    },
  )
}

/** The condition that a command which states no time comes for the first time, and the note of it. */
const firstTime = (command: Command | undefined) => (command ? { 'heard.command': not(command.key) } : {})
const heard = ({ key, fingerprint, at }: Command) => ({
  heard: appended([{ command: key, fingerprint, at }], heardKept),
})

/** How many commands that stated no time are remembered. */
const heardKept = 200

/** Notes when a command that states no time first came. False where it is noted already. */
export const noteHeard = (sessionId: string, command: Command): Promise<boolean> =>
  doors.update({ _id: sessionId, ...firstTime(command) }, { ...heard(command), rev: plus(1) })

/**
 * Stores marks of several parties by one write. False, and none stored, where a later mark is there of one of
 * them, the missed have been noted, or a party stands there twice.
 *
 * @param untimed the command, where one of the marks states no time.
 */
export async function putMarks(
  sessionId: string,
  marks: readonly (readonly [MemberId, Mark])[],
  untimed?: Command,
): Promise<boolean> {
  const entries = marks.map(([memberId, mark]) => ({ own: entry('marks', memberId), mark }))
  if (new Set(marks.map(([memberId]) => memberId)).size < marks.length) return false
  return doors.update(
    {
      _id: sessionId,
      missed: null,
      ...firstTime(untimed),
      allOf: entries.map(({ own, mark }) => comesAfter(own, mark)),
    },
    {
      ...Object.assign({}, ...entries.map(({ own, mark }) => own.set(mark))),
      ...(marks.some(([, { present }]) => present) && { untaken: removed }),
      ...(untimed && heard(untimed)),
      rev: plus(1),
    },
  )
}

/**
 * Stores the first mark that a party has, by a right code, where nobody has typed a wrong one before.
 *
 * @param untimed the command, where it states no time.
 */
export function putFirstMark(
  sessionId: string,
  memberId: MemberId,
  mark: Mark,
  untimed?: Command,
): Promise<boolean> {
  const own = entry('marks', memberId)
  return doors.update(
    {
      _id: sessionId,
      missed: null,
      ...own.absent,
      ...entry('misses', memberId).absent,
      ...firstTime(untimed),
    },
    { ...own.set(mark), untaken: removed, ...(untimed && heard(untimed)), rev: plus(1) },
  )
}

/** Forgives the wrong codes of a person whose code was right, unless others were counted meanwhile. */
export const forgiveMisses = (sessionId: string, memberId: MemberId, tried: TriedCode): Promise<boolean> =>
  doors.update(
    { _id: sessionId, ...asTried(memberId, tried) },
    { ...(tried.misses && entry('misses', memberId).gone), rev: plus(1) },
  )

/** Stores the count of wrong codes, unless it changed since it was read. */
export function putMisses(
  sessionId: string,
  memberId: MemberId,
  read: CodeMisses | undefined,
  counted: CodeMisses,
): Promise<boolean> {
  return doors.update(
    { _id: sessionId, ...asTried(memberId, { misses: read }) },
    { ...entry('misses', memberId).set(counted), rev: plus(1) },
  )
}

/** Adds somebody without a sign-up; false where they are on the list already. */
export function putWalkIn(sessionId: string, walkInId: string, walkIn: WalkIn): Promise<boolean> {
  const own = entry('walkIns', walkInId)
  return doors.update(
    { _id: sessionId, ...own.absent },
    { ...own.set(walkIn), untaken: removed, rev: plus(1) },
  )
}

/** Takes a walk-in back; the entry stays on the list as undone. */
export const takeBackWalkIn = (sessionId: string, walkInId: string): Promise<boolean> =>
  doors.update({ _id: sessionId }, { ...entry('walkIns', walkInId).change({ undone: true }), rev: plus(1) })
