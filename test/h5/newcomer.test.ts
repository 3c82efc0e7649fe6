import type { Page } from 'playwright-core'
import { phone } from '#support/chromium'
import { type Gallery, openGallery } from '#support/h5/page'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

const view = (page: Page) => page.locator('.taro_page').filter({ visible: true }).last()
const press = (page: Page, name: string | RegExp) =>
  view(page)
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .click()

/** Somebody who has opened the page for the first time and has chosen 一位新居民. */
async function newcomer(): Promise<Page> {
  const context = await gallery.browser.newContext(phone)
  const page = await context.newPage()
  await page.goto(gallery.house.cloud.url)
  await view(page).getByRole('link', { name: '登录', exact: true }).click()
  await page.getByText('一位新居民', { exact: true }).click()
  return page
}

it('a newcomer who opens a service is told to register first, and is not led to sign in', async () => {
  const page = await newcomer()
  await view(page).getByRole('link', { name: '去登记', exact: true }).waitFor()
  await page.goto(`${gallery.house.cloud.url}/#/packages/booking/request?service=repair`)
  await view(page).getByRole('link', { name: '去登记', exact: true }).waitFor()
  expect(page.url()).toContain('packages/booking/request')
  await page.context().close()
})

it('a newcomer is led to register, does so in four steps, and may leave the browser again', async () => {
  const page = await newcomer()
  await view(page).getByRole('link', { name: '去登记', exact: true }).click()

  await page.getByText('同意用我的信息办理邻里守望的服务', { exact: true }).click()
  await page.getByText('同意保存我的门牌号等敏感信息', { exact: true }).click()
  await press(page, '下一步')
  await view(page).getByLabel('姓名').fill('新来的')
  await press(page, '下一步')
  await page.getByText('火柴新村', { exact: true }).click()
  await view(page).getByText('4栋', { exact: true }).click()
  await view(page).getByLabel('单元和门牌号').fill('1 单元 2-2')
  await view(page)
    .getByText(/这一栋归第.+网格，不用您选/)
    .waitFor()
  await press(page, '下一步')
  await press(page, '提交登记')
  await view(page).getByText('登记收到了，正在核对').waitFor()

  await page.goto(`${gallery.house.cloud.url}/#/pages/me`)
  await view(page).getByText('新来的').first().waitFor()
  await press(page, '退出登录')
  await page.getByRole('dialog').getByRole('button', { name: '退出登录', exact: true }).click()
  await view(page).getByRole('link', { name: '登录', exact: true }).waitFor()
  await page.context().close()
})
