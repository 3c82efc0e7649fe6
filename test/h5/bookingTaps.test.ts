import { handOf, smallAndLarge, view } from '#support/h5/hand'
import { type Gallery, type Look, openGallery } from '#support/h5/page'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

describe('Booking a repair without typing', () => {
  it.each<[string, Look]>([
    ['on a phone', {}],
    ['in elder mode, at 320 px with large text', smallAndLarge],
  ])('takes at most five taps from home, %s, and nothing is wider than the window', async (_, look) => {
    const { page, link, chip, button, tapped, wide } = await handOf(gallery, 'sample_wang', { look })
    await link(/上门维修/)
    await chip('水管漏水')
    await chip('水龙头一直滴水')
    await chip('明天下午')
    await button('提交预约')
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

describe('Booking an escort for one’s mother', () => {
  it('takes fewer than six taps from home in elder mode, at 320 px with large text, and nothing is wider than the window', async () => {
    const hand = await handOf(gallery, 'sample_zheng', { look: smallAndLarge })
    const { page, link, chip, button, write, sees, tapped, wide } = hand
    await link(/助残服务/)
    await chip('郑老太')
    await chip('陪同出门')
    await chip('陪我去办事')
    await write('去哪里', '市中医院')
    await button('提交预约')
    await sees('提交好了，社区收到了您的预约。')
    await sees('市中医院')
    await sees(/郑老太/)
    expect(tapped.length).toBeLessThan(6)
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
