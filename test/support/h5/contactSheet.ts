import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { called, type Gallery, openGallery } from './page'
import { type Visit, visits } from './visits'

/** Windows of a small phone, of a usual one and of a computer, as wide and high as they are at first. */
const windows = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const
const modes = ['light', 'dark', 'elder'] as const
type Mode = (typeof modes)[number]

/** A page longer than this is cut: what follows is more of the same. */
const mostHigh = 2000

interface Picture {
  name: string
  width: number
  jpeg: string
}
type Sheets = Map<string, Picture[]>

/** One visit to each page, or every visit. */
function chosen(all: boolean, of?: string): Visit[] {
  const looked = visits.filter(({ page }) => of === undefined || page.includes(of))
  if (all) return looked
  const first = new Map<string, Visit>()
  for (const visit of looked) if (!first.has(visit.page) && visit.who) first.set(visit.page, visit)
  for (const visit of looked) if (!first.has(visit.page)) first.set(visit.page, visit)
  return [...first.values()]
}

/** Takes the page in front in one mode at every width. */
async function take(page: Page, name: string, mode: Mode, sheets: Sheets): Promise<void> {
  await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' })
  for (const { width, height } of windows) {
    await page.setViewportSize({ width, height })
    const long = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.taro_page')].map(({ scrollHeight }) => scrollHeight)),
    )
    await page.setViewportSize({ width, height: Math.min(Math.max(long, height), mostHigh) })
    const jpeg = (await page.screenshot({ type: 'jpeg', quality: 55 })).toString('base64')
    const sheet = `${mode}-${width}`
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), { name, width, jpeg }])
  }
}

/** Lays pictures out beside each other, each under its name. */
async function layOut(browser: Browser, pictures: readonly Picture[], file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2400, height: 800 } })
  const figures = pictures.map(
    ({ name, width, jpeg }) =>
      `<figure style="margin:0;width:${width > 600 ? 460 : 220}px"><figcaption style="font:11px sans-serif">${name}</figcaption><img style="width:100%" src="data:image/jpeg;base64,${jpeg}"></figure>`,
  )
  await page.setContent(
    `<body style="margin:8px;display:flex;flex-wrap:wrap;gap:10px;align-items:flex-start;background:#888">${figures.join('')}</body>`,
  )
  writeFileSync(file, await page.screenshot({ fullPage: true, type: 'jpeg', quality: 70 }))
  await page.close()
}

export interface SheetWishes {
  folder: string
  /** Every visit instead of one for each page. */
  all?: boolean | undefined
  /** Only pages whose path has these words. */
  of?: string | undefined
  say?: ((line: string) => void) | undefined
}

/**
 * Takes pictures of the pages in light, dark and elder mode at three widths, and writes a contact sheet of each into
 * the folder. Answers what could not be opened, in sentences.
 */
export async function makeContactSheets({ folder, all = false, of, say = () => {} }: SheetWishes) {
  const gallery: Gallery = await openGallery()
  const sheets: Sheets = new Map()
  const missed: string[] = []
  try {
    for (const visit of chosen(all, of)) {
      const name = called(visit)
      try {
        const page = await gallery.openInTurn(visit, () => {})
        await take(page, name, 'light', sheets)
        await take(page, name, 'dark', sheets)
        await gallery.turnElder(true)
        await take(page, name, 'elder', sheets)
        await page.emulateMedia({ colorScheme: 'light' })
        await gallery.leave()
        say(name)
      } catch (fault) {
        missed.push(`${name}: ${fault instanceof Error ? fault.message.split('\n')[0] : fault}`)
      }
    }
    mkdirSync(folder, { recursive: true })
    for (const [sheet, pictures] of sheets)
      await layOut(gallery.browser, pictures, path.join(folder, `${sheet}.jpg`))
  } finally {
    await gallery.close()
  }
  return missed
}
