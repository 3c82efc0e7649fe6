/**
 * Does it for each, in their order, so many at once, and begins none where it may not. Answers how many were
 * begun. Throws as the first that throws does, when those under way have ended; the others are not begun then.
 */
export async function eachAtOnce<Item>(
  items: readonly Item[],
  width: number,
  act: (item: Item) => Promise<unknown>,
  mayBegin: (begun: number) => boolean = () => true,
): Promise<number> {
  let begun = 0
  let failed = false
  const lane = async () => {
    for (;;) {
      const item = items[begun]
      if (failed || begun >= items.length || item === undefined || !mayBegin(begun)) return
      begun += 1
      try {
        await act(item)
      } catch (fault) {
        failed = true
        throw fault
      }
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, lane))
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason
  return begun
}
