import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium, phone } from '#support/chromium'
import { openLivedHouse, type SampleHouse } from '#support/sampleHouse'
import type { H5Manifest } from '../../../config/h5Manifest'
import { axeOnPages } from './axe'
import { type Stage, setStage, signedIn } from './stage'
import { type Visit, visits } from './visits'

/** The functions of probe.js in the page. Faults are sentences; an empty list means none. */
export interface Probe {
  /** Controls less than `least` px wide or high. */
  small(least: number): string[]
  /** Text below `size` px or with lines closer than `line` times its size. */
  tight(limits: { size: number; line: number }): string[]
  /** The size of plain text. */
  writtenPx(): number
  /** Sideways scrolling and text that is cut. */
  cut(): string[]
  /** Elements that work with a mouse but not with the keyboard. */
  mouseOnly(): string[]
  focused(): Focused
  /** Every control of the page in front or of the sheet over it, in the document's order. */
  stops(): Stop[]
  /**
   * Begins or ends a dry run, in which clicks and typing are noted and do not happen; answers what has been
   * noted since.
   */
  dryRun(on: boolean): Noted[]
  /** Goes on with a dry run: what has been noted since the last step, and where the focus has been since. */
  step(): { noted: Noted[]; been: Focused[] }
  /** Moves the focus into a group of radios, and answers the names of its members. */
  enter(group: string): string[]
  /** Which members of that group have been chosen by ArrowDown since. */
  chosen(): number[]
  /** What was announced to a screen reader since the last call. */
  heard(): string[]
  height(): number
}

/** A click or typing in a dry run. */
export interface Noted {
  /** The index of the control in `stops()`; −1 for anything else. */
  index: number
  /** The code of the key that was pressed last. */
  key: string
}

export interface Focused {
  /** Its index in `stops()`; −1 for anything else. */
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
  tag: string
  type: string
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
  /** Done to the page before it loads; the negative controls break the page here. */
  before?: (page: Page) => Promise<unknown>
}

/** The sample community in every state, and one browser to look at it. */
export interface Gallery {
  house: SampleHouse
  stage: Stage
  browser: Browser
  /** Opens a page for a visit; the caller closes it. Throws where its text does not come. */
  open(visit: Visit, look?: Look): Promise<Page>
  /**
   * The same in the one tab that all such visits share, one after the other: a tab that is warm opens a page in a
   * third of the time. What the person before has left in the browser is gone. The caller leaves the page, unless
   * it has not opened.
   */
  openInTurn(visit: Visit, before: (page: Page) => void): Promise<Page>
  /** Leaves the page that was opened in turn: it asks for nothing more, and the next visit takes its place. */
  leave(): Promise<void>
  /** Turns elder mode on or off in another tab of the same browser, and waits until the page in turn has followed. */
  turnElder(on: boolean): Promise<void>
  close(): Promise<void>
}

/** The browser in which visits take turns. */
interface Turns {
  page: Page
  /** Stands at the same address as the page, and changes what the browser keeps. */
  beside: Page
  /** How many visits there have been. */
  count: number
}

export async function openGallery(): Promise<Gallery> {
  const { house, notes: stage } = await openLivedHouse('staged', setStage)
  const browser = await launchChromium()
  const { url } = house.cloud
  const browsers = new Map<string, Promise<BrowserContext>>()
  const tokens = new Map<string, Promise<string>>()
  let turns: Promise<Turns> | undefined

  /** Signs a person in once, whatever comes after. */
  function tokenOf(who: string): Promise<string> {
    const token = tokens.get(who) ?? signedIn(house.cloud, who)
    tokens.set(who, token)
    return token
  }

  async function newBrowser(
    who: string | undefined,
    { elder = false, options = phone }: Look,
  ): Promise<BrowserContext> {
    const localStorage = [{ name: 'elder', value: elder ? 'on' : 'off' }]
    if (who) localStorage.push({ name: 'session', value: await tokenOf(who) })
    const context = await browser.newContext({
      ...options,
      storageState: { cookies: [], origins: [{ origin: url, localStorage }] },
    })
    await context.addInitScript({ path: probeScript })
    await context.addInitScript(forgetEarlierVisits)
    await context.addInitScript(setWatch, house.cloud.now() - Date.now())
    return context
  }

  function browserOf(who: string | undefined, look: Look): Promise<BrowserContext> {
    const key = JSON.stringify([who, look.elder, look.options?.viewport])
    const held = browsers.get(key) ?? newBrowser(who, look)
    browsers.set(key, held)
    return held
  }

  async function newTurns(): Promise<Turns> {
    const context = await browser.newContext(phone)
    await context.addInitScript(setWatch, house.cloud.now() - Date.now())
    const [page, beside] = [await newTab(context, openingMs), await newTab(context, openingMs)]
    await page.addInitScript(beginAfresh)
    await page.addInitScript({ path: probeScript })
    await page.addInitScript(axeOnPages())
    await beside.goto(`${url}/manifest.json`)
    return { page, beside, count: 0 }
  }

  async function newTab(context: BrowserContext, waitsMs = patienceMs): Promise<Page> {
    const page = await context.newPage()
    page.setDefaultTimeout(waitsMs)
    return page
  }

  async function visited(page: Page, visit: Visit, address = addressOf(url, visit, stage)): Promise<Page> {
    if (visit.missing) await page.route(visit.missing, (route) => route.fulfill({ status: 404, body: '' }))
    await page.goto(address)
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

  return {
    ...{ house, stage, browser },
    async open(visit, look = {}) {
      const page = await newTab(await browserOf(visit.who, look))
      await look.before?.(page)
      return visited(page, visit)
    },
    async openInTurn(visit, before) {
      turns ??= newTurns()
      const turn = await turns
      const keeps = { elder: 'off', ...(visit.who && { session: await tokenOf(visit.who) }) }
      await turn.beside.evaluate((given) => localStorage.setItem('begins', given), JSON.stringify(keeps))
      before(turn.page)
      const address = addressOf(url, visit, stage)
      turn.count += 1
      // an address that differs from the one before only after its # would not be opened anew
      const another = turn.count % 2 === 0 ? address.replace('/#', '/?#') : address
      return visited(turn.page, visit, another).catch(async (fault) => {
        await leave(turn.page)
        throw fault
      })
    },
    async leave() {
      if (turns) await leave((await turns).page)
    },
    async turnElder(on) {
      if (!turns) throw new Error('no page has been opened in turn')
      const { page, beside } = await turns
      await beside.evaluate((value) => localStorage.setItem('elder', value), on ? 'on' : 'off')
      await page.waitForFunction((value) => Boolean(document.querySelector('.screen.elder')) === value, on)
    },
    async close() {
      await browser.close()
      await house.close()
    },
  }
}

/** A page on a busy machine may take long; a missing text is reported a minute late. */
const patienceMs = 60_000
/** So long in the tab of the visits, whose pages open in a second; a visit that does not open is tried once more. */
const openingMs = 20_000

const probeScript = path.resolve('test/support/h5/probe.js')

/** In the page: its clock shows the time of the cloud, which is ahead by so much. */
function setWatch(aheadMs: number): void {
  const Machine = Date
  const now = () => Machine.now() + aheadMs
  globalThis.Date = new Proxy(Machine, {
    construct: (_, given: number[]) => Reflect.construct(Machine, given.length === 0 ? [now()] : given),
    apply: () => String(new Machine(now())),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}

/** Makes the page ask for nothing more, and the tab as it was. */
async function leave(page: Page): Promise<void> {
  // a visit may hold a request for good
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.evaluate(() => {
    window.fetch = () => new Promise(() => {})
    window.stop()
  })
  const upright = phone.viewport ?? { width: 0, height: 0 }
  if (page.viewportSize()?.width !== upright.width) await page.setViewportSize(upright)
}

/** In the page, before anything else: where a visit begins, the browser is as new, with what the visit says. */
function beginAfresh(): void {
  const begins = location.origin === 'null' ? null : localStorage.getItem('begins')
  if (!begins) return
  sessionStorage.clear()
  localStorage.clear()
  for (const [key, value] of Object.entries(JSON.parse(begins))) localStorage.setItem(key, String(value))
  // whoever opens it waits until it is gone
  indexedDB.deleteDatabase('linli')
}

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
