import type { Page } from 'playwright-core'
import { phone } from '#support/chromium'
import { noteAsked } from './asked'
import { axeFaults } from './axe'
import { arrows, leaveSheet, walk } from './keyboard'
import { openedOnce } from './openedOnce'
import { readTree } from './order'
import { called, type Gallery, openGallery } from './page'
import { noteBlocked } from './policy'
import { roomOf, visits } from './visits'

/** A target below 44 px is hard to hit; in elder mode it has to have 60, and text 18 with lines 1.3 apart. */
const leastTarget = 44
const elder = { target: 60, size: 18, line: 1.3 }
/** Plain text in elder mode where the device's own text size is larger: 30 px. */
const largest = { scale: 1.77, px: 30 }
/** The rules of axe whose result may change where everything is larger; the tabs have another page, in its own colours. */
const ofSize = (page: string) => [
  ...(page.startsWith('pages/') ? ['color-contrast'] : []),
  ...['target-size', 'scrollable-region-focusable'],
]

/** What is cut in a narrow window, by the scale of the text; the last of them stays. */
async function cutAt(page: Page, scales: readonly number[]): Promise<Record<string, string[]>> {
  await page.setViewportSize({ width: 320, height: 640 })
  return page.evaluate((values) => {
    const cut: Record<string, string[]> = {}
    for (const value of values) {
      for (const screen of document.querySelectorAll<HTMLElement>('.screen'))
        screen.style.setProperty('--text-scale', String(value))
      cut[value] = window.probe.cut()
    }
    return cut
  }, scales)
}

/** Turns the window back. */
async function heldUpright(page: Page) {
  const upright = phone.viewport ?? { width: 0, height: 0 }
  const { width } = page.viewportSize() ?? upright
  if (width === upright.width) return
  await page.setViewportSize(upright)
  await page.evaluate(() => {
    for (const screen of document.querySelectorAll<HTMLElement>('.screen'))
      screen.style.removeProperty('--text-scale')
  })
}

/** Pale words that only show in the dark; the page is light again. */
async function paleInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  try {
    return await axeFaults(page, ['color-contrast'])
  } finally {
    await page.emulateMedia({ colorScheme: 'light' })
  }
}

/** The trees of the page on a phone and on a computer, whose window is as high as the page was on the phone. */
async function readTrees(page: Page) {
  const onPhone = await readTree(page, { stays: true })
  const { height } = page.viewportSize() ?? { height: 800 }
  await page.setViewportSize({ width: 1280, height })
  await page.locator('.bar .tabs').last().waitFor()
  return { onPhone, onComputer: await readTree(page, { stays: true }) }
}

/** Tests every visit to the pages of a room; each is opened once for all its questions. */
export function testVisits(room: string): void {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery?.close())

  describe.each(
    visits.filter(({ page }) => roomOf(page) === room).map((visit) => [called(visit), visit] as const),
  )('%s', (_name, visit) => {
    let askedTwice: string[] | undefined
    let blocked: (() => string[]) | undefined
    let takesFocus = false
    let isOpen = false

    /** The page as the visit says, opened once for all its tests. */
    const held = openedOnce(async () => {
      let twice = (): string[] => []
      const page = await gallery.openInTurn(visit, (tab) => {
        twice = noteAsked(tab)
        blocked = noteBlocked(tab)
      })
      isOpen = true
      askedTwice = twice()
      takesFocus = await page.evaluate(() => window.probe.focused().inSheet)
      return page
    })
    const opened = () => held.by(expect.getState().currentTestName ?? '')
    async function closed() {
      if (!isOpen) return
      isOpen = false
      held.forget()
      await gallery.leave()
    }
    afterAll(closed)

    it('has no fault of axe, is read as it is seen, has room for a finger and for large text', async () => {
      const page = await opened()
      const light = await axeFaults(page)
      const dark = await paleInTheDark(page)
      const small = await page.evaluate((least) => window.probe.small(least), leastTarget)
      const mouseOnly = await page.evaluate(() => window.probe.mouseOnly())
      const { onPhone, onComputer } = await readTrees(page)
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
      await gallery.turnElder(true)
      const cut = await cutAt(page, [1.4, largest.scale])
      const smallAt320 = await page.evaluate((least) => window.probe.small(least), elder.target)
      const writtenPx = await page.evaluate(() => window.probe.writtenPx())
      await heldUpright(page)
      const axe = await axeFaults(page, ofSize(visit.page))
      const small = await page.evaluate((least) => window.probe.small(least), elder.target)
      const tight = await page.evaluate((limits) => window.probe.tight(limits), elder)
      expect({ axe, small, smallAt320, tight }).toEqual({ axe: [], small: [], smallAt320: [], tight: [] })
      expect(cut).toEqual({ 1.4: [], [largest.scale]: [] })
      expect(writtenPx).toBeGreaterThanOrEqual(largest.px)
    })

    it('is worked by keyboard alone, with a ring where the focus is', async () => {
      const page = await opened()
      await heldUpright(page)
      await gallery.turnElder(false)
      const { count, ...faults } = await walk(page)
      const unchosen = await arrows(page)
      if (!visit.sheet) await closed() // the arrows have changed the choice
      expect({ ...faults, unchosen }).toEqual({
        ...{ unreached: [], unseen: [], covered: [], idle: [], unchosen: [] },
      })
      expect(count).toBeGreaterThan(0)
    })

    if (visit.sheet) {
      it('moves the focus into its sheet, keeps it there both ways, and gives it back when Escape closes it', async () => {
        const page = await opened()
        await heldUpright(page)
        const escaped = await leaveSheet(page)
        await closed()
        expect({ takesFocus, ...escaped }).toEqual({
          ...{ takesFocus: true, escapes: [], trappedAfterVeil: true, open: 0 },
          focus: expect.objectContaining({ tag: 'BUTTON', onBody: false }),
        })
      })
    }

    it('asked for nothing that its policy keeps away, in all that was done', async () => {
      if (!blocked) await opened()
      await closed()
      expect(blocked?.()).toEqual([])
    })

    // what the hands of a visit do may read something again
    if (!visit.hands) {
      it('asks the cloud for nothing twice when it opens', async () => {
        if (!askedTwice) await opened()
        expect(askedTwice).toEqual([])
      })
    }
  })
}
