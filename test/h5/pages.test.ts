import type { Page } from 'playwright-core'
import { axeFaults } from '#support/h5/axe'
import { readTree } from '#support/h5/order'
import { builtPages, called, type Gallery, openGallery } from '#support/h5/page'
import { strayPages, visits } from '#support/h5/visits'

/** Below 44 px a finger misses; in elder mode below 60, with text of 18 or more and lines 1.3 apart. */
const leastTarget = 44
const elder = { target: 60, size: 18, line: 1.3 }
/** Plain text in elder mode where the person has everything written larger: 30 px. */
const largest = { scale: 1.77, px: 30 }

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

describe('The table of visits', () => {
  it('has a line for every page that was built, and for no other', () => {
    expect(strayPages(builtPages())).toEqual([])
  })
})

describe.each(visits.map((visit) => [called(visit), visit] as const))('%s', (_name, visit) => {
  it('has no fault of axe, is read as it is seen, has room for a finger and for large text', async () => {
    const page = await gallery.open(visit)
    const light = await axeFaults(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await axeFaults(page, 'color-contrast')
    const small = await page.evaluate((least) => window.probe.small(least), leastTarget)
    const mouseOnly = await page.evaluate(() => window.probe.mouseOnly())
    const phone = await readTree(page)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.locator('.bar .tabs').last().waitFor()
    const computer = await readTree(page)
    const cut = await cutAt(page, [1, 1.4, 1.65])
    await page.close()

    expect({ light, dark, small, mouseOnly }).toEqual({ light: [], dark: [], small: [], mouseOnly: [] })
    const sound = { firstHeadings: [expect.stringMatching(/./)], misplaced: [], nameless: [] }
    const isTab = visit.page.startsWith('pages/')
    expect(phone).toMatchObject({ ...sound, landmarks: ['banner', 'main', ...(isTab ? ['navigation'] : [])] })
    expect(computer).toMatchObject({ ...sound, landmarks: ['banner', 'navigation', 'main'] })
    expect(cut).toEqual({ 1: [], 1.4: [], 1.65: [] })
  }, 30_000)

  it('in elder mode has text from 18 to 30, targets of 60 px, lines 1.3 apart, and no fault of axe', async () => {
    const page = await gallery.open(visit, { elder: true })
    const axe = await axeFaults(page)
    const small = await page.evaluate((least) => window.probe.small(least), elder.target)
    const tight = await page.evaluate((limits) => window.probe.tight(limits), elder)
    const cut = await cutAt(page, [1.4, largest.scale])
    const smallAt320 = await page.evaluate((least) => window.probe.small(least), elder.target)
    const writtenPx = await page.evaluate(() => window.probe.writtenPx())
    await page.close()
    expect({ axe, small, smallAt320, tight }).toEqual({ axe: [], small: [], smallAt320: [], tight: [] })
    expect(cut).toEqual({ 1.4: [], [largest.scale]: [] })
    expect(writtenPx).toBeGreaterThanOrEqual(largest.px)
  }, 30_000)
})
