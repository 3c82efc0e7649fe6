import type { Page } from 'playwright-core'
import { type Gallery, openGallery, visitOf } from '#support/h5/page'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const view = (page: Page) => page.locator('.taro_page').filter({ visible: true }).last()

/** Taps these one after the other and expects the guideline. Answers the number of taps. */
async function tapsTo(page: Page, names: readonly RegExp[]): Promise<number> {
  let taps = 0
  for (const name of names) {
    const [button, link] = [view(page).getByRole('button', { name }), view(page).getByRole('link', { name })]
    await button.or(link).first().click()
    taps += 1
  }
  await view(page).getByText('收集什么，为什么').waitFor()
  return taps
}

describe('The privacy guideline', () => {
  it.each(['a visitor', 'a resident', 'registration pending'])(
    'is at most two taps from home for %s',
    async (state) => {
      const page = await gallery.open(visitOf('pages/home', state))
      expect(await tapsTo(page, [/^隐私指引/])).toBeLessThanOrEqual(2)
      await page.close()
    },
    300_000,
  )

  it('is two taps from 我的, and one from the consents', async () => {
    const me = await gallery.open({ page: 'pages/me', state: '', who: 'sample_wang', shows: /账号/ })
    expect(await tapsTo(me, [/^账号/, /^隐私指引/])).toBe(2)
    await me.close()
    const consents = await gallery.open(visitOf('packages/account/consents', 'given'))
    expect(await tapsTo(consents, [/隐私指引/])).toBe(1)
    await consents.close()
  })
})
