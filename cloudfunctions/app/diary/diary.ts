import { type Diary, type Hold, holdSettlesMs, withHold, withoutHold } from '#core/diary/diary'
import { inHand } from '#core/shift/shiftPlace'
import { bookings, diaries, shiftPlaces } from '#store/collections'

/**
 * Takes the window in the volunteer's diary; false when another promise of theirs overlaps it, or, where they take one
 * after the other, is not over yet.
 */
export async function holdDiary(
  member: { _id: string; communityId: string },
  window: Hold,
  alone = false,
): Promise<boolean> {
  for (;;) {
    const stored = await diaries.get(member._id)
    const diary: Diary = stored ?? { _id: member._id, communityId: member.communityId, rev: 0, holds: [] }
    const taken = withHold(diary, window, alone)
    if (!('clash' in taken)) {
      if (stored ? await diaries.save(stored, taken.next) : await diaries.insert(taken.next)) return true
      continue
    }
    const leftOver = await isLeftOver(taken.clash, member._id, window.at)
    const without = leftOver && withoutHold(diary, taken.clash.heldFor)
    if (!stored || !without) return false
    await diaries.save(stored, without)
  }
}

/** A hold for what is not the volunteer's after all was left by a crash between the two writes. */
async function isLeftOver(clash: Hold, memberId: string, now: number): Promise<boolean> {
  if (now - clash.at < holdSettlesMs) return false
  return !(await isTheirs(clash.heldFor, memberId))
}

/** Whether the volunteer has claimed the booking, or signed up for the shift, and it is not over. */
export async function isTheirs(heldFor: string, memberId: string): Promise<boolean> {
  const booking = await bookings.get(heldFor)
  if (booking)
    return booking.claimerId === memberId && ['claimed', 'in_service', 'done'].includes(booking.state)
  const place = await shiftPlaces.get(heldFor)
  return place?.memberId === memberId && inHand(place)
}
