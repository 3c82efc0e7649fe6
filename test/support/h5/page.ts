import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium, phone } from '#support/chromium'
import { openLivedHouse, type SampleHouse } from '#support/sampleHouse'
import type { H5Manifest } from '../../../config/h5Manifest'
import { axeScript } from './axe'
import { type Stage, setStage, signedIn } from './stage'
import { type Visit, visits } from './visits'

/** What probe.js answers in the page. Faults are sentences; none where all is well. */
export interface Probe {
  /** Controls that a finger finds less than `least` px wide or high. */
  small(least: number): string[]
  /** Text below `size` px or with lines closer than `line` times its size. */
  tight(limits: { size: number; line: number }): string[]
  /** The size of plain text. */
  writtenPx(): number
  /** Sideways scrolling and text that is cut. */
  cut(): string[]
  /** What a mouse works and no keyboard. */
  mouseOnly(): string[]
  focused(): Focused
  /** Every control of the page in front or of the sheet over it, in the document's order. */
  stops(): Stop[]
  /** Begins or ends noting clicks and typing instead of letting them happen; what has been noted since. */
  dryRun(on: boolean): number[]
  /** What a screen reader has been told since the last time. */
  heard(): string[]
  height(): number
}

export interface Focused {
  /** Which of `stops()`; −1 for anything else. */
  index: number
  name: string
  tag: string
  type: string
  onBody: boolean
  inSheet: boolean
  outlinePx: number
  /** Something lies over it. */
  covered: boolean
}

export interface Stop {
  name: string
  /** Of a radio: its group. */
  group: string
  checked: boolean
}

declare global {
  interface Window {
    probe: Probe
  }
}

export const distH5 = path.resolve('dist/h5')

/** The pages of the built app. */
export function builtPages(): string[] {
  const file = path.join(distH5, 'manifest.json')
  if (!existsSync(file)) throw new Error('dist/h5 has no manifest.json: npm run build:h5')
  return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as H5Manifest).pages)
}

export interface Look {
  elder?: boolean
  options?: BrowserContextOptions
  /** Done to the page before it loads: the negative controls break it here. */
  before?: (page: Page) => Promise<unknown>
}

/** The sample community in every state, and one browser to look at it. */
export interface Gallery {
  house: SampleHouse
  stage: Stage
  browser: Browser
  /** Opens a page as a visit says; the caller closes it. Throws where what it shows does not come. */
  open(visit: Visit, look?: Look): Promise<Page>
  /** The same in a tab that the same person has left before, which takes half as long; the caller leaves it. */
  openInTurn(visit: Visit, before: (page: Page) => void): Promise<Page>
  /** Leaves a page opened in turn: the tab waits for the person's next visit. */
  leave(page: Page): Promise<void>
  /** Turns elder mode on or off in another tab of the same browser, and waits until the page has followed. */
  turnElder(page: Page, on: boolean): Promise<void>
  close(): Promise<void>
}

/** The tabs of one person's browser. */
interface Tabs {
  context: BrowserContext
  /** Left, and open at nothing. */
  left: Page[]
  /** The tab beside the page in which the device's settings are changed. */
  beside?: Page
}

export async function openGallery(): Promise<Gallery> {
  const { house, notes: stage } = await openLivedHouse('staged', setStage)
  const browser = await launchChromium()
  const { url } = house.cloud
  const browsers = new Map<string, Promise<Tabs>>()

  async function newBrowser(
    who: string | undefined,
    { elder = false, options = phone }: Look,
  ): Promise<Tabs> {
    const localStorage = [{ name: 'elder', value: elder ? 'on' : 'off' }]
    if (who) localStorage.push({ name: 'session', value: await signedIn(house.cloud, who) })
    const context = await browser.newContext({
      ...options,
      storageState: { cookies: [], origins: [{ origin: url, localStorage }] },
    })
    await context.addInitScript({ path: path.resolve('test/support/h5/probe.js') })
    await context.addInitScript(forgetEarlierVisits)
    return { context, left: [] }
  }

  function browserOf(who: string | undefined, look: Look): Promise<Tabs> {
    const key = JSON.stringify([who, look.elder, look.options?.viewport])
    const held = browsers.get(key) ?? newBrowser(who, look)
    browsers.set(key, held)
    return held
  }

  async function newTab({ context }: Tabs, script?: string): Promise<Page> {
    const page = await context.newPage()
    page.setDefaultTimeout(patienceMs)
    if (script) await page.addInitScript({ path: script })
    return page
  }

  async function visited(page: Page, visit: Visit): Promise<Page> {
    if (visit.missing) await page.route(visit.missing, (route) => route.fulfill({ status: 404, body: '' }))
    await page.goto(addressOf(url, visit, stage))
    await page.waitForFunction(
      ([source]) =>
        !document.querySelector('.taro_page .skeleton') &&
        [...document.querySelectorAll<HTMLElement>('.taro_page')].some((each) =>
          new RegExp(source ?? '').test(each.innerText),
        ),
      [visit.shows.source],
      { polling: 40 },
    )
    await visit.hands?.(page)
    return page
  }

  async function tabsOf(page: Page): Promise<Tabs> {
    for (const each of browsers.values()) if ((await each).context === page.context()) return each
    throw new Error('the page is not of this gallery')
  }

  return {
    ...{ house, stage, browser },
    async open(visit, look = {}) {
      const page = await newTab(await browserOf(visit.who, look))
      await look.before?.(page)
      return visited(page, visit)
    },
    async openInTurn(visit, before) {
      const tabs = await browserOf(visit.who, {})
      const page = tabs.left.pop() ?? (await newTab(tabs, axeScript))
      before(page)
      return visited(page, visit)
    },
    async leave(page) {
      // a visit may hold a request for good: it ends with the page
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await page.evaluate(() => sessionStorage.clear())
      await page.goto('about:blank')
      await page.setViewportSize(phone.viewport ?? { width: 0, height: 0 })
      await page.emulateMedia({ colorScheme: 'light' })
      const { left } = await tabsOf(page)
      left.push(page)
    },
    async turnElder(page, on) {
      const tabs = await tabsOf(page)
      if (!tabs.beside) {
        tabs.beside = await newTab(tabs)
        await tabs.beside.goto(`${url}/manifest.json`)
      }
      await tabs.beside.evaluate((value) => localStorage.setItem('elder', value), on ? 'on' : 'off')
      await page.waitForFunction((value) => Boolean(document.querySelector('.screen.elder')) === value, on)
    },
    async close() {
      await browser.close()
      await house.close()
    },
  }
}

/** A page on a busy machine may take long; what never comes is told a minute late. */
const patienceMs = 60_000

/** What an earlier visit of the same person has begun to write; a reload of this one keeps it. */
function forgetEarlierVisits(): void {
  if (location.origin === 'null' || sessionStorage.getItem('visited')) return
  sessionStorage.clear()
  sessionStorage.setItem('visited', 'yes')
  for (const key of Object.keys(localStorage)) if (key.startsWith('kept:')) localStorage.removeItem(key)
}

export function addressOf(url: string, visit: Visit, stage: Stage): string {
  return `${url}/#/${visit.page}${visit.query?.(stage) ?? ''}`
}

/** The visit of the table; throws where there is none. */
export function visitOf(page: string, state: string): Visit {
  const found = visits.find((each) => each.page === page && each.state === state)
  if (!found) throw new Error(`there is no visit ${page}, ${state}`)
  return found
}

export const called = ({ page, state }: Pick<Visit, 'page' | 'state'>) => `${page}, ${state}`
