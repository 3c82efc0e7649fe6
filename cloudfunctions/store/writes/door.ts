import type { MemberId } from '#contract/shared/scalars'
import type { CodeMisses } from '#core/booking/booking'
import type { DoorList, Mark, WalkIn } from '#core/session/door'
import { doors } from '#store/collections'
import { entryOf } from '#store/engine/entry'
import { plus } from '#store/words/changes'
import { below } from '#store/words/conditions'

const entry = entryOf<DoorList>()

/** Stores a mark of one party, unless a later mark is there or the missed have been noted. */
export function putMark(sessionId: string, memberId: MemberId, mark: Mark): Promise<boolean> {
  const own = entry('marks', memberId)
  return doors.update(
    { _id: sessionId, missed: null, anyOf: [own.absent, own.where({ at: below(mark.at) })] },
    { ...own.set(mark), rev: plus(1) },
  )
}

/** Stores the count of wrong codes, unless it changed since it was read. */
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

/** Adds somebody without a sign-up; false where they are on the list already. */
export function putWalkIn(sessionId: string, walkInId: string, walkIn: WalkIn): Promise<boolean> {
  const own = entry('walkIns', walkInId)
  return doors.update({ _id: sessionId, ...own.absent }, { ...own.set(walkIn), rev: plus(1) })
}

/** Takes a walk-in back; the entry stays on the list as undone. */
export const takeBackWalkIn = (sessionId: string, walkInId: string): Promise<boolean> =>
  doors.update({ _id: sessionId }, { ...entry('walkIns', walkInId).change({ undone: true }), rev: plus(1) })
