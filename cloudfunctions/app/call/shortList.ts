import type { Page } from '#contract/shared/scalars'
import { BadCursor } from '#store/engine/cursor'

/**
 * Cuts a page out of a list that was read whole; without a limit it takes the rest. The cursor is the id of
 * the last one shown. Throws BadCursor where the list has no such id.
 */
export function pageOf<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  { cursor, limit = items.length }: { cursor?: string | undefined; limit?: number | undefined },
): Page<Item> {
  const last = cursor === undefined ? -1 : items.findIndex((item) => idOf(item) === cursor)
  if (cursor !== undefined && last < 0) throw new BadCursor('the cursor was not made by this list')
  const shown = items.slice(last + 1, last + 1 + limit)
  const end = shown.at(-1)
  const more = last + 1 + shown.length < items.length
  return { items: shown, ...(more && end !== undefined ? { nextCursor: idOf(end) } : {}) }
}
