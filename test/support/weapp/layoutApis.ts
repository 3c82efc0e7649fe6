import type { Clock } from './clock'
import type { Sketch } from './sketch'

const nowhere = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0, scrollTop: 0, scrollLeft: 0 }

/**
 * `wx` functions that measure or watch the layout. There is no layout here: every rectangle is empty and no
 * observer is ever called, so what depends on measures needs a browser test.
 */
export function layoutApis(clock: Clock, canvas: Sketch): Record<string, unknown> {
  const silent = { relativeTo: () => silent, relativeToViewport: () => silent, observe() {}, disconnect() {} }
  return {
    createSelectorQuery: () => selectorQuery(clock, canvas),
    createIntersectionObserver: () => silent,
    createMediaQueryObserver: () => silent,
    getUpdateManager: () => ({
      onCheckForUpdate() {},
      onUpdateReady() {},
      onUpdateFailed() {},
      applyUpdate() {},
    }),
  }
}

function selectorQuery(clock: Clock, canvas: Sketch) {
  const asked: { callback: ((rect: unknown) => void) | undefined; answer: unknown }[] = []
  const measure = (callback?: (rect: unknown) => void, answer: unknown = nowhere) => {
    asked.push({ callback, answer })
    return query
  }
  const query = {
    in: () => query,
    select: () => query,
    selectAll: () => query,
    selectViewport: () => query,
    boundingClientRect: measure,
    scrollOffset: measure,
    fields: ({ node }: { node?: boolean }, callback?: (rect: unknown) => void) =>
      measure(callback, node ? { node: canvas } : nowhere),
    exec(callback?: (rects: unknown[]) => void) {
      clock.setTimeout(() => {
        for (const each of asked) each.callback?.(each.answer)
        callback?.(asked.map(({ answer }) => answer))
      })
      return query
    },
  }
  return query
}
