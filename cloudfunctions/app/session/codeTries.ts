import type { MemberContext } from '#app/call/context'
import { isLocking, isSameCount, withMiss } from '#core/attendance/wrongCodes'
import { type DoorList, decideGuessed, type RunsSession } from '#core/session/door'
import { doors } from '#store/collections'
import { putMisses } from '#store/writes/door'

/**
 * Counts a wrong typed code of the caller at a session, where residents and volunteers try the same code. When
 * it locks them, whoever runs the session is told. Answers false where their count has changed since `door`
 * was read: then the code must be tried again, so that codes sent at once are counted one by one.
 */
export async function countMiss(
  { member, command, community: { limits }, change }: MemberContext,
  door: DoorList,
  findRuns: () => Promise<RunsSession>,
): Promise<boolean> {
  const { _id: memberId } = member
  const read = door.misses[memberId]
  const counted = withMiss(door.misses, memberId, command.at, limits)[memberId]
  if (!counted) throw new Error('a miss was not counted')
  if (!isLocking(counted, limits)) return putMisses(door._id, memberId, read, counted)
  const runs = await findRuns()
  const locked = await change(doors, door._id, command, (state) =>
    isSameCount(state.misses[memberId], read)
      ? decideGuessed(state, command, member, counted, runs)
      : { refusal: 'conflict' },
  )
  return locked.state !== undefined
}
