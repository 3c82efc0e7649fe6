import type { MemberId } from '#contract/shared/scalars'
import type { CodeMisses } from '#core/attendance/wrongCodes'
import type { DoorList, Mark, WalkIn } from '#core/session/door'
import { doors } from '#store/collections'
import { entryOf } from '#store/engine/entry'
import { plus, removed } from '#store/words/changes'
import { below } from '#store/words/conditions'

const entry = entryOf<DoorList>()

/** What a person had typed wrong when a code of theirs was found right. */
export interface TriedCode {
  misses: CodeMisses | undefined
}

const asTried = (memberId: MemberId, { misses }: TriedCode) => {
  const own = entry('misses', memberId)
  return misses ? own.where({ ...misses }) : own.absent
}

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
      anyOf: [own.absent, own.where({ at: below(mark.at) })],
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
