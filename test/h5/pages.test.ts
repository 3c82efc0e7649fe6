import type { Page } from 'playwright-core'
import { phone } from '#support/chromium'
import { noteAsked } from '#support/h5/asked'
import { axeFaults } from '#support/h5/axe'
import { arrows, walk } from '#support/h5/keyboard'
import { readTree } from '#support/h5/order'
import { builtPages, called, type Gallery, openGallery } from '#support/h5/page'
import { strayPages, visits } from '#support/h5/visits'

/** Below 44 px a finger misses; in elder mode below 60, with text of 18 or more and lines 1.3 apart. */
const leastTarget = 44
const elder = { target: 60, size: 18, line: 1.3 }
/** Plain text in elder mode where the person has everything written larger: 30 px. */
const largest = { scale: 1.77, px: 30 }
/** What axe may judge otherwise where everything is larger. */
const ofSize = ['color-contrast', 'target-size', 'scrollable-region-focusable']

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 120_000)
afterAll(() => gallery.close())

/** What is cut in a narrow window, by the scale of the text. */
async function cutAt(page: Page, scales: readonly number[]): Promise<Record<string, string[]>> {
  await page.setViewportSize({ width: 320, height: 640 })
  const cut: Record<string, string[]> = {}
  for (const scale of scales) {
    await page.evaluate((value) => {
      for (const screen of document.querySelectorAll<HTMLElement>('.screen'))
        screen.style.setProperty('--text-scale', String(value))
    }, scale)
    cut[scale] = await page.evaluate(() => window.probe.cut())
  }
  return cut
}

/** As it was opened. */
async function heldUpright(page: Page) {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(phone.viewport ?? { width: 0, height: 0 })
  await page.evaluate(() => {
    for (const screen of document.querySelectorAll<HTMLElement>('.screen'))
      screen.style.removeProperty('--text-scale')
  })
}

/** Turned on or off in another tab of the same browser, which the page follows; its text as large as the mode has it. */
async function inElderMode(page: Page, on: boolean) {
  const tab = await page.context().newPage()
  await tab.goto(`${gallery.house.cloud.url}/manifest.json`)
  await tab.evaluate((value) => localStorage.setItem('elder', value), on ? 'on' : 'off')
  await tab.close()
  await page.waitForFunction((value) => Boolean(document.querySelector('.screen.elder')) === value, on)
}

describe('The table of visits', () => {
  it('has a line for every page that was built, and for no other', () => {
    expect(strayPages(builtPages())).toEqual([])
  })
})

describe.each(visits.map((visit) => [called(visit), visit] as const))('%s', (_name, visit) => {
  let held: Page | undefined
  let askedTwice: string[] | undefined

  /** The page as the visit says, opened once for all its tests. */
  async function opened(): Promise<Page> {
    if (held) return held
    let twice = (): string[] => []
    held = await gallery.open(visit, {
      before: async (page) => {
        twice = noteAsked(page)
      },
    })
    askedTwice = twice()
    return held
  }
  async function closed() {
    await held?.close()
    held = undefined
  }
  afterAll(closed)

  it('has no fault of axe, is read as it is seen, has room for a finger and for large text', async () => {
    const page = await opened()
    const light = await axeFaults(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await axeFaults(page, ['color-contrast'])
    const small = await page.evaluate((least) => window.probe.small(least), leastTarget)
    const mouseOnly = await page.evaluate(() => window.probe.mouseOnly())
    const onPhone = await readTree(page)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.locator('.bar .tabs').last().waitFor()
    const onComputer = await readTree(page)
    const cut = await cutAt(page, [1, 1.4, 1.65])

    expect({ light, dark, small, mouseOnly }).toEqual({ light: [], dark: [], small: [], mouseOnly: [] })
    const sound = { firstHeadings: [expect.stringMatching(/./)], misplaced: [], nameless: [] }
    const isTab = visit.page.startsWith('pages/')
    expect(onPhone).toMatchObject({
      ...sound,
      landmarks: ['banner', 'main', ...(isTab ? ['navigation'] : [])],
    })
    expect(onComputer).toMatchObject({ ...sound, landmarks: ['banner', 'navigation', 'main'] })
    expect(cut).toEqual({ 1: [], 1.4: [], 1.65: [] })
  })

  it('in elder mode has text from 18 to 30, targets of 60 px, lines 1.3 apart, and no fault of axe', async () => {
    const page = await opened()
    await heldUpright(page)
    await inElderMode(page, true)
    const axe = await axeFaults(page, ofSize)
    const small = await page.evaluate((least) => window.probe.small(least), elder.target)
    const tight = await page.evaluate((limits) => window.probe.tight(limits), elder)
    const cut = await cutAt(page, [1.4, largest.scale])
    const smallAt320 = await page.evaluate((least) => window.probe.small(least), elder.target)
    const writtenPx = await page.evaluate(() => window.probe.writtenPx())
    expect({ axe, small, smallAt320, tight }).toEqual({ axe: [], small: [], smallAt320: [], tight: [] })
    expect(cut).toEqual({ 1.4: [], [largest.scale]: [] })
    expect(writtenPx).toBeGreaterThanOrEqual(largest.px)
  })

  it('is worked by keyboard alone, with a ring where the focus is', async () => {
    const page = await opened()
    await heldUpright(page)
    await inElderMode(page, false)
    const { count, ...faults } = await walk(page)
    const unchosen = await arrows(page)
    await closed() // the arrows have chosen
    expect({ ...faults, unchosen }).toEqual({
      ...{ unreached: [], unseen: [], covered: [], idle: [], unchosen: [] },
    })
    expect(count).toBeGreaterThan(0)
  })

  // What hands do may well read again.
  if (!visit.hands) {
    it('asks the cloud for nothing twice when it opens', async () => {
      if (!askedTwice) await opened()
      expect(askedTwice).toEqual([])
    })
  }
})
