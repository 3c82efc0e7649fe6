import { withHoldMoved, withoutHold } from '#core/diary/diary'
import { diaries, shiftPlaces } from '#store/collections'

/** Gives a window of a volunteer's diary back, unless it was taken again after `until`. */
export async function freeDiary(memberId: string, heldFor: string, until?: number): Promise<void> {
  for (;;) {
    const diary = await diaries.get(memberId)
    const next = diary && withoutHold(diary, heldFor, until)
    if (!diary || !next || (await diaries.save(diary, next))) return
  }
}

/** The hold of a place follows its window to where that is by now, however late this is done. */
export async function moveDiary(memberId: string, heldFor: string): Promise<void> {
  for (;;) {
    const place = await shiftPlaces.get(heldFor)
    const diary = await diaries.get(memberId)
    const next = place && diary && withHoldMoved(diary, heldFor, place)
    if (!diary || !next || (await diaries.save(diary, next))) return
  }
}
