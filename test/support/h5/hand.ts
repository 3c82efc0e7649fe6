import type { Locator, Page } from 'playwright-core'
import type { Gallery, Look } from './page'
import type { Visit } from './visits'

/** Where a job begins. */
export type Begin = Pick<Visit, 'page' | 'query' | 'shows' | 'hands'>

const home: Begin = { page: 'pages/home', shows: /需要帮忙|工作台|先登记/ }

/** The page in front, with the sheet over it. */
export const view = (page: Page) => page.locator('.taro_page').filter({ visible: true }).last()

/** Elder mode on the narrowest phone, with text as large as it is tested. */
export const smallAndLarge: Look = {
  elder: true,
  options: { viewport: { width: 320, height: 640 } },
  before: (page) =>
    page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const style = document.createElement('style')
        style.textContent = '.screen { --text-scale: 1.65 !important }'
        document.head.append(style)
      })
    }),
}

const named = (name: string | RegExp) => ({ name, ...(typeof name === 'string' && { exact: true }) })

/** Somebody who taps, and whose taps are counted: at home at first, or where the job begins. Typing is no tap. */
export async function handOf(
  gallery: Gallery,
  who: string,
  { from = home, look = {} }: { from?: Begin | undefined; look?: Look } = {},
) {
  const page = await gallery.open({ state: '', who, ...from }, look)
  const tapped: string[] = []
  const wide: string[] = []
  const press = async (what: Locator) => {
    const control = what.first()
    const name = (await control.getAttribute('aria-label')) ?? (await control.innerText())
    await control.click()
    tapped.push(name)
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(name)
  }
  return {
    page,
    /** The words on what was tapped so far, in its order. */
    tapped,
    /** What was tapped before the page was wider than the window. */
    wide,
    /** What was tapped so far was the way to where the job begins. */
    anew: () => {
      tapped.length = 0
    },
    tab: (name: string) => press(view(page).getByRole('navigation').getByText(name, { exact: true })),
    link: (name: string | RegExp) => press(view(page).getByRole('link', named(name))),
    button: (name: string | RegExp) => press(view(page).getByRole('button', named(name))),
    inSheet: (name: string | RegExp) => press(page.getByRole('dialog').getByRole('button', named(name))),
    chip: (words: string) => press(view(page).locator('label').getByText(words, { exact: true })),
    star: (count: number) => press(view(page).getByRole('radio', { name: `${count} 颗星` })),
    write: (label: string, text: string) => view(page).getByLabel(label).last().fill(text),
    sees: (words: string | RegExp) => view(page).getByText(words).first().waitFor(),
  }
}
export type Hand = Awaited<ReturnType<typeof handOf>>

/** Each job: who does it, the most taps it may take, and where it begins if not at home. */
export type Job = [job: string, who: string, most: number, does: (hand: Hand) => Promise<void>, from?: Begin]
