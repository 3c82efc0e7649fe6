import { phone } from '#support/chromium'
import { type Gallery, openGallery } from '#support/h5/page'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

it('去登录 on an activity says why one is led to sign in, and comes back to the activity', async () => {
  const context = await gallery.browser.newContext(phone)
  const page = await context.newPage()
  const { url } = gallery.house.cloud
  const { activities } = gallery.stage
  await page.goto(`${url}/#/packages/activity/detail?id=${activities.open}`)
  const here = new URL(page.url()).hash
  await page.getByRole('link', { name: '去登录' }).first().click()
  await page.getByText('登录以后，会回到刚才那个活动').waitFor()
  await page.getByText('王奶奶', { exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: '活动详情' }).waitFor()
  expect(new URL(page.url()).hash).toBe(here)
  expect(await page.getByRole('link', { name: '去登录' }).count()).toBe(0)
  await context.close()
})
