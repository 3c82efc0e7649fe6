import type { Page } from 'playwright-core'

/** What a page has painted since it was opened. */
export interface Painted {
  /** When the first words were seen. */
  first: number
  /** When each candidate for the largest was seen, and what it was; the last of them is the largest. */
  largest: { at: number; words: string }[]
}

declare global {
  interface Window {
    painted: () => Painted
  }
}

/** Notes what the next page of the tab paints, from its first frame on. */
export async function notePaint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const largest: Painted['largest'] = []
    const note = (entries: PerformanceEntryList) => {
      for (const entry of entries) {
        const { element } = entry as PerformanceEntry & { element: Element | null }
        largest.push({ at: entry.startTime, words: element?.textContent?.slice(0, 20) ?? '' })
      }
    }
    const observer = new PerformanceObserver((list) => note(list.getEntries()))
    observer.observe({ type: 'largest-contentful-paint', buffered: true })
    window.painted = () => {
      note(observer.takeRecords())
      return {
        first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
        largest,
      }
    }
  })
}

export const painted = (page: Page): Promise<Painted> => page.evaluate(() => window.painted())
