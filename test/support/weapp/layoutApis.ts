import type { Clock } from './clock'

const nowhere = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0, scrollTop: 0, scrollLeft: 0 }

/**
 * `wx` functions that measure or watch the layout. There is none here: every rectangle is empty and no
 * observer ever fires, so what depends on measures belongs in a browser test.
 */
export function layoutApis(clock: Clock): Record<string, unknown> {
  const silent = { relativeTo: () => silent, relativeToViewport: () => silent, observe() {}, disconnect() {} }
  return {
    createSelectorQuery: () => selectorQuery(clock),
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

function selectorQuery(clock: Clock) {
  const asked: (((rect: unknown) => void) | undefined)[] = []
  const measure = (callback?: (rect: unknown) => void) => {
    asked.push(callback)
    return query
  }
  const query = {
    in: () => query,
    select: () => query,
    selectAll: () => query,
    selectViewport: () => query,
    boundingClientRect: measure,
    scrollOffset: measure,
    fields: (_fields: unknown, callback?: (rect: unknown) => void) => measure(callback),
    exec(callback?: (rects: unknown[]) => void) {
      clock.setTimeout(() => {
        for (const each of asked) each?.(nowhere)
        callback?.(asked.map(() => nowhere))
      })
      return query
    },
  }
  return query
}
