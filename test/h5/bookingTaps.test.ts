import type { Locator, Page } from 'playwright-core'
import { type Gallery, type Look, openGallery } from '#support/h5/page'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

const view = (page: Page) => page.locator('.taro_page').filter({ visible: true }).last()

/** Elder mode on the narrowest phone, with text as large as it is tested. */
const smallAndLarge: Look = {
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

/** Taps, counts the taps, and looks after each whether anything is wider than the window. */
function hand(page: Page) {
  const tapped: string[] = []
  const wide: string[] = []
  return {
    tapped,
    wide,
    async tap(what: Locator) {
      const name =
        (await what
          .first()
          .innerText()
          .catch(() => '')) || 'a control'
      await what.first().click()
      tapped.push(name)
      await page.waitForTimeout(0)
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(name)
    },
  }
}

describe('Booking a repair without typing', () => {
  it.each<[string, Look]>([
    ['on a phone', {}],
    ['in elder mode, at 320 px with large text', smallAndLarge],
  ])('takes at most five taps from home, %s, and nothing is wider than the window', async (_, look) => {
    const page = await gallery.open(
      { page: 'pages/home', state: '', who: 'sample_wang', shows: /上门维修/ },
      look,
    )
    const { tap, tapped, wide } = hand(page)
    const chip = (name: string) => view(page).locator('label.chip', { hasText: name })
    await tap(view(page).getByRole('link', { name: /上门维修/ }))
    await tap(chip('水管漏水'))
    await tap(chip('水龙头一直滴水'))
    await tap(chip('明天下午'))
    await tap(view(page).getByRole('button', { name: '提交预约' }))
    await view(page).getByRole('heading', { level: 1, name: '预约详情' }).waitFor()
    await view(page)
      .getByText(/明天[\s\S]*14:00–16:00/)
      .first()
      .waitFor()
    expect(await view(page).innerText()).toMatch(/水龙头一直滴水/)
    expect(tapped.length).toBeLessThanOrEqual(5)
    expect(wide).toEqual([])
    await page.close()
  })
})

describe('A failed submit', () => {
  it('leads to the first fault, says which there are, and keeps the button in sight', async () => {
    const page = await gallery.open({
      page: 'packages/booking/request',
      state: '',
      who: 'sample_wang',
      query: () => '?service=disability_aid',
      shows: /提交预约/,
    })
    const submit = view(page).getByRole('button', { name: '提交预约' })
    const inSight = () =>
      submit.evaluate((button) => {
        const { top, bottom } = button.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      })
    expect(await inSight()).toBe(true)
    await view(page).locator('label.chip', { hasText: '陪同出门' }).first().click()
    await submit.click()
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    expect(await view(page).innerText()).toContain('还有 2 处没有填好：具体要做什么、去哪里。')
    expect(await inSight()).toBe(true)
    await page.close()
  })
})
