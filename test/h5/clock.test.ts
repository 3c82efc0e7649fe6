import { dayMs, hourMs } from '#contract/shared/time'
import { askThrough } from '#local/sample/driver'
import { type Gallery, openGallery } from '#support/h5/page'
import { windowWords } from '#text/shared/time'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

describe("A page whose computer's clock differs from the cloud's", () => {
  it('words the time by the cloud, from the next answer on, and after a reload', async () => {
    const page = await gallery.open({
      page: 'packages/activity/mine',
      state: 'an offer',
      who: 'sample_wang',
      query: () => '',
      shows: /还剩约 \d+ 小时/,
    })
    const words = async () => /还剩约 (\d+) 小时/.exec(await page.locator('main').last().innerText())?.[1]
    const before = Number(await words())
    gallery.house.cloud.advance(6 * hourMs)
    expect(Number(await words())).toBe(before)

    await page
      .getByRole('link', { name: /^打开活动/ })
      .first()
      .click()
    await page.getByText('请谁来').first().waitFor()
    await page.goBack()
    await page.getByText(`还剩约 ${before - 6} 小时`).waitFor()

    gallery.house.cloud.advance(hourMs)
    await page.reload()
    await page.getByText(`还剩约 ${before - 7} 小时`).waitFor()
    await page.close()
  })

  it('names the days by the cloud', async () => {
    const hall = await gallery.open({
      page: 'pages/hall',
      state: 'open bookings',
      who: 'sample_li',
      query: () => '',
      shows: /:\d\d–/,
    })
    const { items } = await askThrough(gallery.house.cloud.call)('sample_li', 'booking.list', {
      scope: 'open',
    })
    const latest = items.sort((a, b) => b.window.from - a.window.from)[0]?.window as {
      from: number
      to: number
    }
    const words = () => windowWords(latest, gallery.house.cloud.now())
    await hall.getByText(words()).first().waitFor()
    gallery.house.cloud.advance(Math.floor((latest.from - gallery.house.cloud.now()) / dayMs) * dayMs)
    await hall.reload()
    await hall.getByText(words()).first().waitFor()
    await hall.close()
  })
})
