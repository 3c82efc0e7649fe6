import type { Page, Route } from 'playwright-core'
import { phone } from '#support/chromium'
import { addressOf, type Gallery } from './page'
import { signedIn } from './stage'
import type { Visit } from './visits'

/** The order in which the cloud answers what a page asks at once. */
export type Answering = 'first asked, first answered' | 'last asked, first answered'

/** How far a page moved by itself while it opened: the sum of its layout shifts, and what moved. */
export interface Shifts {
  sum: number
  moved: string[]
}

declare global {
  interface Window {
    shifts: () => Shifts
  }
}

/** In the page, before anything is drawn: adds up every shift that no hand has caused. */
function watchShifts(): void {
  const seen: Shifts = { sum: 0, moved: [] }
  const note = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
      }
      if (hadRecentInput) continue
      seen.sum += value
      for (const { node, previousRect, currentRect } of sources) {
        const element = node instanceof Element ? node : node?.parentElement
        const words = element?.textContent?.slice(0, 20) ?? ''
        seen.moved.push(
          `${value.toFixed(3)}: .${element?.className ?? ''} ${words} ${Math.round(previousRect.y)}→${Math.round(currentRect.y)}`,
        )
      }
    }
  }
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  observer.observe({ type: 'layout-shift', buffered: true })
  window.shifts = () => {
    note(observer.takeRecords())
    return seen
  }
}

/** Two frames: what the last answer changed has been drawn, and is known to have moved. */
const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )

/** Lets one answer come, and waits until the page has drawn it. */
async function answer(page: Page, route: Route): Promise<void> {
  const answered = page.waitForResponse((response) => response.request() === route.request())
  await route.continue()
  await (await answered).finished()
  await drawn(page)
}

/**
 * Opens a page in a new browser, as on a slow network: the page draws itself after each answer before the next one
 * comes. Answers how far it moved until everything stood still.
 */
export async function shiftsOf(
  { browser, house, stage }: Gallery,
  visit: Visit,
  order: Answering,
  /** In the page, before anything is drawn; the negative control breaks the page here. */
  before: () => void = () => {},
): Promise<Shifts> {
  const { url } = house.cloud
  const localStorage = visit.who ? [{ name: 'session', value: await signedIn(house.cloud, visit.who) }] : []
  const context = await browser.newContext({
    ...phone,
    storageState: { cookies: [], origins: [{ origin: url, localStorage }] },
  })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchShifts)
    await page.addInitScript(before)
    const waiting: Route[] = []
    await page.route('**/api', async (route) => void waiting.push(route))
    await page.goto(addressOf(url, visit, stage))
    await page.waitForFunction(() => document.querySelector('.screen'))
    const shown = () =>
      page.evaluate(
        (source) =>
          [...document.querySelectorAll<HTMLElement>('.taro_page')].some((each) =>
            new RegExp(source).test(each.innerText),
          ),
        visit.shows.source,
      )
    for (let still = false; !still; ) {
      await drawn(page)
      const next = order === 'first asked, first answered' ? waiting.shift() : waiting.pop()
      if (next) await answer(page, next)
      still = !next && (await shown())
    }
    await page.unroute('**/api')
    for (const late of waiting) await late.continue()
    await page.waitForLoadState('networkidle')
    await drawn(page)
    return await page.evaluate(() => window.shifts())
  } finally {
    await context.close()
  }
}
