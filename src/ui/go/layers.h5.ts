import { useLayoutEffect, useRef } from 'react'

/** What lies over the page, the lowest first. Each has an entry in the history of the browser, so that Back closes it. */
const layers: { close: () => void }[] = []

/** How many layers the entry in front counts; Taro's router sees the same page in all of them. */
const depth = (): number => (history.state as { layers?: number } | null)?.layers ?? 0

/** So long at most a way waits for the browser to take entries away. */
const longestMs = 1000

/** The entries are brought in line one change after the other: a sheet that follows another takes over its entry. */
let settling: Promise<void> = Promise.resolve()

function settle(): Promise<void> {
  settling = settling.then(async () => {
    if (depth() > layers.length) await goBackTo(layers.length)
    while (depth() < layers.length) history.pushState({ ...history.state, layers: depth() + 1 }, '')
  })
  return settling
}

function goBackTo(wanted: number): Promise<void> {
  return new Promise((done) => {
    const over = () => {
      window.removeEventListener('popstate', over)
      done()
    }
    window.addEventListener('popstate', over)
    setTimeout(over, longestMs)
    history.go(wanted - depth())
  })
}

window.addEventListener('popstate', () => {
  for (const { close } of layers.splice(depth()).reverse()) close()
})

// Nothing lies over a page that was loaded anew, whatever lay there before.
void settle()

/** Lets the browser's Back, and the phone's, close what lies over the page, as long as the part is there and `on`. */
export function useLayer(close: () => void, on = true): void {
  const now = useRef(close)
  now.current = close
  useLayoutEffect(() => {
    if (!on) return
    const layer = { close: () => now.current() }
    layers.push(layer)
    void settle()
    return () => {
      const at = layers.indexOf(layer)
      if (at < 0) return
      layers.splice(at, 1)
      void settle()
    }
  }, [on])
}

/** Begins a way to another page from the page's own entry, so that Back leads to the page and not to a layer of it. */
export function fromBare<Result>(begin: () => Promise<Result>): Promise<Result> {
  if (layers.length === 0 && depth() === 0) return begin()
  layers.length = 0
  return settle().then(begin)
}
