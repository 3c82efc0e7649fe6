import type { Locator, Page } from 'playwright-core'
import { dayMs, hourMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { type Ask, askThrough } from '#local/sample/driver'
import { type Gallery, openGallery } from '#support/h5/page'
import type { Visit } from '#support/h5/visits'

let gallery: Gallery
let ask: Ask
beforeAll(async () => {
  gallery = await openGallery()
  ask = askThrough(gallery.house.cloud.call)
})
afterAll(() => gallery?.close())

const view = (page: Page) => page.locator('.taro_page').filter({ visible: true }).last()
const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true }).last()
const heading = (page: Page, words: string) =>
  view(page).getByRole('heading', { level: 1, name: words, exact: true }).waitFor()
const idIn = (page: Page) => new URL(page.url()).hash.split('id=')[1] ?? ''
const nights = (from: number, long: number) => ({ from, to: from + long })

/** Chooses a day from ten in the evening to one at night; the form says before it is sent that this is the next day. */
async function chooseNight(form: Locator, day: string): Promise<void> {
  await form.getByLabel('哪一天', { exact: true }).fill(day)
  await form.getByLabel('几点开始', { exact: true }).fill('22:00')
  await form.getByLabel(/^几点结束/).fill('23:00')
  await form.getByLabel('几点结束', { exact: true }).waitFor()
  await form.getByLabel(/^几点结束/).fill('01:00')
  await form.getByLabel('几点结束（次日）', { exact: true }).waitFor()
}

describe('A window over midnight, in the browser', () => {
  it('is booked by a resident, shown with 次日 to both, and is three hours long', async () => {
    const book: Visit = {
      page: 'packages/booking/request',
      state: '',
      who: 'sample_wang',
      query: () => '?service=repair',
      shows: /提交预约/,
    }
    const page = await gallery.open(book)
    const day = dayOf(gallery.house.cloud.now() + 3 * dayMs)
    await view(page).getByText('门锁门窗', { exact: true }).click()
    await view(page).getByLabel('具体要做什么').fill('夜里大门的锁拧不动')
    await view(page).getByText('另选时间', { exact: true }).click()
    await chooseNight(view(page), day)
    await view(page)
      .getByText(/22:00–次日01:00/)
      .waitFor()
    await view(page).getByText('门窗可能松脱', { exact: true }).click()
    await button(view(page), '提交预约').click()
    await heading(page, '预约详情')
    await view(page)
      .getByText(/22:00–次日01:00/)
      .first()
      .waitFor()
    const bookingId = idIn(page)
    await page.close()

    const { window } = await ask('sample_wang', 'booking.get', { bookingId })
    expect(window).toEqual(nights(instantOf(day, '22:00') ?? 0, 3 * hourMs))
    const hall = await gallery.open({
      ...book,
      page: 'pages/hall',
      who: 'sample_li',
      shows: /22:00–次日01:00/,
    })
    await view(hall)
      .getByRole('link', { name: /22:00–次日01:00/ })
      .click()
    await heading(hall, '预约详情')
    await view(hall)
      .getByText(/22:00–次日01:00/)
      .first()
      .waitFor()
    await hall.close()
  })

  it('of a session is published by a coordinator, shown with 次日, and keeps its end when it is edited', async () => {
    const page = await gallery.open({
      page: 'packages/coordinator/editor',
      state: '',
      who: 'sample_zhao',
      shows: /居民看到的样子/,
    })
    const day = dayOf(gallery.house.cloud.now() + 10 * dayMs)
    const sheet = page.getByRole('dialog')
    await view(page).getByLabel('名称', { exact: true }).fill('除夕守岁')
    await view(page).getByLabel(/^介绍/).fill('一起守岁。')
    await view(page).getByLabel('地点', { exact: true }).fill('妇女之家')
    await button(view(page), '加一场').click()
    await chooseNight(sheet, day)
    await button(sheet, '确定').click()
    const row = view(page).getByRole('button', { name: /22:00–次日01:00/ })
    await row.waitFor()
    await button(view(page), '保存并预览').click()
    await button(view(page), '发布').click()
    await button(sheet, '发布').click()
    await view(page).getByText('已经发布。').first().waitFor()
    await view(page)
      .getByText(/22:00–次日01:00/)
      .waitFor()
    const activityId = idIn(page)
    const session = async () => (await ask('sample_wang', 'activity.get', { activityId })).sessions[0]
    expect(await session()).toMatchObject(nights(instantOf(day, '22:00') ?? 0, 3 * hourMs))

    await view(page).getByRole('link', { name: '改这个活动', exact: true }).click()
    await row.click()
    await sheet.getByLabel('几点结束（次日）', { exact: true }).waitFor()
    expect(await sheet.getByLabel('几点结束（次日）', { exact: true }).inputValue()).toBe('01:00')
    await sheet.getByLabel('几点开始', { exact: true }).fill('21:30')
    await button(sheet, '确定').click()
    await button(view(page), '改好了，看看会告诉谁').click()
    await button(sheet, '就这样改').click()
    await heading(page, '办活动')
    await view(page)
      .getByText(/21:30–次日01:00/)
      .first()
      .waitFor()
    expect(await session()).toMatchObject(nights(instantOf(day, '21:30') ?? 0, 3.5 * hourMs))
    await page.close()

    const detail = await gallery.open({
      page: 'packages/activity/detail',
      state: '',
      who: 'sample_wang',
      query: () => `?id=${activityId}`,
      shows: /21:30–次日01:00/,
    })
    await detail.close()
  })
})
