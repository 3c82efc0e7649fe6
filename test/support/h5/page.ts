import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium, phone } from '#support/chromium'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import type { H5Manifest } from '../../../config/h5Manifest'
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
  close(): Promise<void>
}

export async function openGallery(): Promise<Gallery> {
  const house = await openSampleHouse()
  const browser = await launchChromium()
  const stage = await setStage(house.cloud)
  const { url } = house.cloud
  const contexts = new Map<string, Promise<BrowserContext>>()

  async function newContext(who: string | undefined, { elder = false, options = phone }: Look) {
    const localStorage = [{ name: 'elder', value: elder ? 'on' : 'off' }]
    if (who) localStorage.push({ name: 'session', value: await signedIn(house.cloud, who) })
    const context = await browser.newContext({
      ...options,
      storageState: { cookies: [], origins: [{ origin: url, localStorage }] },
    })
    await context.addInitScript({ path: path.resolve('test/support/h5/probe.js') })
    return context
  }

  return {
    ...{ house, stage, browser },
    async open(visit, look = {}) {
      const key = JSON.stringify([visit.who, look.elder, look.options?.viewport])
      const held = contexts.get(key) ?? newContext(visit.who, look)
      contexts.set(key, held)
      const page = await (await held).newPage()
      page.setDefaultTimeout(15_000)
      await page.addInitScript(forgetEarlierVisits)
      await look.before?.(page)
      if (visit.missing) await page.route(visit.missing, (route) => route.fulfill({ status: 404, body: '' }))
      await page.goto(addressOf(url, visit, stage))
      await page.waitForFunction(
        ([source]) =>
          !document.querySelector('.taro_page .skeleton') &&
          [...document.querySelectorAll<HTMLElement>('.taro_page')].some((each) =>
            new RegExp(source ?? '').test(each.innerText),
          ),
        [visit.shows.source],
      )
      await visit.hands?.(page)
      return page
    },
    async close() {
      await browser.close()
      await house.close()
    },
  }
}

/** What an earlier visit of the same person has begun to write; a reload of this one keeps it. */
function forgetEarlierVisits(): void {
  if (sessionStorage.getItem('visited')) return
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
