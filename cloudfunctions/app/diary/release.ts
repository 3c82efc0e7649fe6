import { withHoldMoved, withoutHold } from '#core/diary/diary'
import { diaries, shiftPlaces } from '#store/collections'
import { saving } from '#store/saving'

/** Gives a window of a volunteer's diary back, unless it was taken again after `until`. */
export async function freeDiary(memberId: string, heldFor: string, until?: number): Promise<void> {
  await saving(diaries, memberId, (diary) => ({
    next: diary && withoutHold(diary, heldFor, until),
  }))
}

/** Moves the hold of a place at a shift to where the place's window is now. */
export async function moveDiary(memberId: string, heldFor: string): Promise<void> {
  await saving(diaries, memberId, async (diary) => {
    const place = await shiftPlaces.get(heldFor)
    return { next: place && diary && withHoldMoved(diary, heldFor, place) }
  })
}
