import type { Instant, MemberId } from '#contract/shared/scalars'
import { type Shift, slotSettlesMs } from '#core/shift/shift'
import { shifts } from '#store/collections'
import { entryOf } from '#store/engine/entry'
import { plus } from '#store/words/changes'
import { atLeast, atMost } from '#store/words/conditions'

const slotOf = (memberId: MemberId) => entryOf<Shift>()('holders', memberId)

/** The timer will check that the slot got its shift place. */
const taken = (read: Shift, memberId: MemberId, at: Instant) => ({
  ...slotOf(memberId).set({ at }),
  rev: plus(1),
  dueAt: Math.min(read.dueAt ?? Number.POSITIVE_INFINITY, at + slotSettlesMs),
})

/**
 * Takes a free slot of a shift that was just read; false where none is free, the member has one already, or
 * the shift has moved.
 */
export function takeSlot(read: Shift, memberId: MemberId, at: Instant): Promise<boolean> {
  const { _id, from, to } = read
  return shifts.update(
    { _id, state: 'open', from, to, free: atLeast(1), ...slotOf(memberId).absent },
    { ...taken(read, memberId, at), free: plus(-1) },
  )
}

/** Renews the slot that the member has held since an instant; false where that slot no longer exists. */
export function renewSlot(read: Shift, memberId: MemberId, since: Instant, at: Instant): Promise<boolean> {
  const { _id, from, to } = read
  return shifts.update(
    { _id, state: 'open', from, to, ...slotOf(memberId).where({ at: since }) },
    taken(read, memberId, at),
  )
}

const freed = (memberId: MemberId) => ({ ...slotOf(memberId).gone, free: plus(1), rev: plus(1) })

/** Gives the member's slot back, unless it was taken again after `until`. */
export async function freeSlot(shiftId: string, memberId: MemberId, until: Instant): Promise<void> {
  await shifts.update({ _id: shiftId, ...slotOf(memberId).where({ at: atMost(until) }) }, freed(memberId))
}

/** Gives back the slot that the member has held since an instant, and no other. */
export async function freeSlotSince(shiftId: string, memberId: MemberId, since: Instant): Promise<void> {
  await shifts.update({ _id: shiftId, ...slotOf(memberId).where({ at: since }) }, freed(memberId))
}
