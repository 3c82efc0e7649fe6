import type { MemberId } from '#contract/shared/scalars'
import type { CodeMisses } from '#core/booking/booking'
import type { DoorList, Mark, WalkIn } from '#core/session/door'
import { doors } from '#store/collections'
import { entryOf } from '#store/engine/entry'
import { plus } from '#store/words/changes'
import { below } from '#store/words/conditions'

const entry = entryOf<DoorList>()

/** Notes a word on one party, where there is no later one and nobody has noted yet who missed the session. */
export function putMark(sessionId: string, memberId: MemberId, mark: Mark): Promise<boolean> {
  const own = entry('marks', memberId)
  return doors.update(
    { _id: sessionId, missed: null, anyOf: [own.absent, own.where({ at: below(mark.at) })] },
    { ...own.set(mark), rev: plus(1) },
  )
}

/** Counts a wrong code, where as many were counted before as were read. */
export function putMisses(
  sessionId: string,
  memberId: MemberId,
  read: CodeMisses | null,
  counted: CodeMisses,
): Promise<boolean> {
  const own = entry('misses', memberId)
  const asRead = read ? own.where({ count: read.count }) : own.absent
  return doors.update({ _id: sessionId, ...asRead }, { ...own.set(counted), rev: plus(1) })
}

/** Puts somebody without a sign-up on the list; false where they stand there. */
export function putWalkIn(sessionId: string, walkInId: string, walkIn: WalkIn): Promise<boolean> {
  const own = entry('walkIns', walkInId)
  return doors.update({ _id: sessionId, ...own.absent }, { ...own.set(walkIn), rev: plus(1) })
}

/** They stay on the list as undone. */
export const takeBackWalkIn = (sessionId: string, walkInId: string): Promise<boolean> =>
  doors.update({ _id: sessionId }, { ...entry('walkIns', walkInId).change({ undone: true }), rev: plus(1) })
