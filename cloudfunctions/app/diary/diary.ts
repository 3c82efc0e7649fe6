import type { RefusalCode } from '#contract/shared/refusal'
import { isHeldBy } from '#core/booking/booking'
import {
  type CountedClaim,
  type Diary,
  type Held,
  type Hold,
  holdSettlesMs,
  holdsAhead,
  withClaim,
  withHold,
  withoutHold,
} from '#core/diary/diary'
import { isPromised } from '#core/shift/shiftPlace'
import { bookings, diaries, shiftPlaces } from '#store/collections'
import { saving } from '#store/saving'

/** How a window is taken. */
interface Holding {
  /** Whether every other hold that is not over stands in the way. It is asked where there is one. */
  alone?: () => Promise<boolean>
  claim?: CountedClaim | undefined
}

/** Takes a window in the volunteer's diary. Answers why not; undefined where it is taken. */
export async function holdDiary(
  member: { _id: string; communityId: string },
  window: Hold,
  { alone, claim }: Holding = {},
): Promise<Extract<RefusalCode, 'clash' | 'one_by_one' | 'claims_spent' | 'conflict'> | undefined> {
  const { _id, communityId } = member
  let oneByOne: boolean | undefined
  const held = await saving(diaries, _id, async (stored) => {
    const diary = stored ?? { _id, communityId, rev: 0, holds: [] }
    if (alone && holdsAhead(diary, window)) oneByOne ??= await alone()
    const taken = await heldIn(diary, window, oneByOne)
    if (!('next' in taken) || !claim) return taken
    const known = diary.holds.some(({ heldFor }) => heldFor === window.heldFor)
    const counted = withClaim(taken.next, claim, known)
    return typeof counted === 'string' ? { refusal: counted } : { next: counted }
  })
  if ('refusal' in held) return held.refusal
  return 'next' in held ? undefined : oneByOne ? 'one_by_one' : 'clash'
}

/**
 * Takes of these windows of one person those that nothing else stands in the way of, by one write; together they are
 * one claim. Answers which, or why the person may claim nothing now.
 */
export async function holdAllInDiary(
  member: { _id: string; communityId: string },
  windows: readonly Hold[],
  { alone, claim }: { alone: () => Promise<boolean>; claim: CountedClaim },
): Promise<Hold[] | Extract<RefusalCode, 'claims_spent' | 'conflict'>> {
  const { _id, communityId } = member
  let oneByOne: boolean | undefined
  const held = await saving(diaries, _id, async (stored) => {
    const diary: Diary = stored ?? { _id, communityId, rev: 0, holds: [] }
    oneByOne ??= await alone()
    let next = diary
    const taken: Hold[] = []
    for (const window of windows) {
      const one = await heldIn(next, window, oneByOne)
      if (!('next' in one)) continue
      next = one.next
      taken.push(window)
    }
    if (taken.length === 0) return { taken, next: undefined }
    const known = taken.some(({ heldFor }) => diary.holds.some((hold) => hold.heldFor === heldFor))
    const counted = withClaim(next, claim, known)
    return typeof counted === 'string' ? { refusal: counted, next: undefined } : { taken, next: counted }
  })
  return held.taken ?? held.refusal
}

/** A hold that a crash has left over is dropped; any other clash stands. */
async function heldIn(diary: Diary, window: Hold, alone?: boolean): Promise<Held> {
  const held = withHold(diary, window, alone)
  if ('next' in held || !(await isLeftOver(held.clash, diary._id, window.at))) return held
  const without = withoutHold(diary, held.clash.heldFor)
  return without ? heldIn(without, window, alone) : held
}

/** A crash between the two writes has left a hold for something that is not the volunteer's. */
async function isLeftOver(clash: Hold, memberId: string, now: number): Promise<boolean> {
  if (now - clash.at < holdSettlesMs) return false
  return !(await isTheirs(clash.heldFor, memberId))
}

/** Whether the volunteer has claimed the booking, or signed up for the shift, and it is not over. */
export const isTheirs = async (heldFor: string, memberId: string): Promise<boolean> =>
  (await promiseTitle(heldFor, memberId)) !== undefined

/** What the member has promised; undefined where the promise is not theirs, or over. */
export async function promiseTitle(heldFor: string, memberId: string): Promise<string | undefined> {
  const booking = await bookings.get(heldFor)
  if (booking) return isHeldBy(booking, memberId) ? booking.kindTitle : undefined
  const place = await shiftPlaces.get(heldFor)
  return place?.memberId === memberId && isPromised(place) ? `${place.title}·${place.shiftName}` : undefined
}
