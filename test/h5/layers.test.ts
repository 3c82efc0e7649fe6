import type { Page } from 'playwright-core'
import { desktop, phone } from '#support/chromium'
import { type Gallery, openGallery } from '#support/h5/page'
import type { Visit } from '#support/h5/visits'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

const home: Visit = { page: 'pages/home', state: '', who: 'sample_wang', shows: /需要帮忙/ }
const view = (page: Page) => page.locator('.taro_page').filter({ visible: true }).last()
const title = (page: Page, words: string) =>
  view(page).getByRole('heading', { level: 1, name: words, exact: true }).waitFor()
const signingOut = (page: Page) => page.getByRole('dialog', { name: '在这台电脑上退出登录？' })
const ask = (page: Page) => view(page).getByRole('button', { name: '退出登录' }).last().click()
const at = (page: Page, hash: string) => page.waitForURL((url) => url.hash.startsWith(hash))

describe('Back, where a sheet lies over the page,', () => {
  it('closes the sheet, gives the focus back, and leaves the page the next time', async () => {
    const page = await gallery.open({ ...home, page: 'packages/inbox/index', shows: /通知/ })
    await page.goto(`${gallery.house.cloud.url}/#/pages/me`)
    await title(page, '我的')
    await ask(page)
    await signingOut(page).waitFor()
    await page.goBack()
    await signingOut(page).waitFor({ state: 'detached' })
    await title(page, '我的')
    await at(page, '#/pages/me')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('退出登录')

    // closed by hand, it leaves nothing behind that Back would meet
    await ask(page)
    await signingOut(page).getByRole('button', { name: '关闭' }).click()
    await signingOut(page).waitFor({ state: 'detached' })
    await page.waitForFunction(() => !(history.state as { layers?: number } | null)?.layers)
    await ask(page)
    await page.keyboard.press('Escape')
    await signingOut(page).waitFor({ state: 'detached' })
    await page.waitForFunction(() => !(history.state as { layers?: number } | null)?.layers)
    await page.goBack()
    await title(page, '通知')
    await page.close()
  })

  it('leaves the page after a reload, which has closed the sheet', async () => {
    const page = await gallery.open(home)
    await page.goto(`${gallery.house.cloud.url}/#/packages/inbox/index`)
    await title(page, '通知')
    await page.goto(`${gallery.house.cloud.url}/#/pages/me`)
    await title(page, '我的')
    await ask(page)
    await signingOut(page).waitFor()
    await page.reload()
    await title(page, '我的')
    await page.waitForFunction(() => !(history.state as { layers?: number } | null)?.layers)
    await page.goBack()
    await title(page, '通知')
    await page.close()
  })
})

describe('返回, where no page is behind', () => {
  it.each([
    ['packages/activity/mine', '我的报名', '#/pages/me', '我的'],
    ['packages/account/consents', '我的同意', '#/packages/account/index', '账号'],
    ['packages/request/board', '公示栏', '#/pages/home', '首页'],
  ])('leads from %s to the page that leads there', async (address, here, parent, there) => {
    const page = await gallery.open({ ...home, page: address, shows: new RegExp(here) })
    await page.reload()
    await title(page, here)
    await view(page).getByRole('button', { name: '返回' }).click()
    await title(page, there)
    await at(page, parent)
    await page.close()
  })
})

describe('The window of a page', () => {
  const booking: Visit = { ...home, page: 'packages/booking/mine', shows: /水管漏水/ }

  it('is titled with what the page is about', async () => {
    const page = await gallery.open(booking)
    expect(await page.title()).toBe('我的预约 · 邻里守望')
    await view(page)
      .getByRole('link', { name: /水管漏水/ })
      .click()
    await page.waitForFunction(() => /^预约：水管漏水 · \d+月\d+日 周. · 邻里守望$/.test(document.title))
    await page.goBack()
    await page.waitForFunction(() => document.title === '我的预约 · 邻里守望')
    await page.close()
  })

  it('shows on a computer under which section the page stands', async () => {
    const page = await gallery.open(
      { ...booking, page: 'packages/account/consents', shows: /我的同意/ },
      { options: desktop },
    )
    const current = page.getByRole('navigation').locator('[aria-current]')
    expect(await current.innerText()).toBe('我的')
    expect(await current.getAttribute('aria-current')).toBe('true')
    await page.close()
  })
})

describe('A picture', () => {
  it('opens over the page, leads to the others by buttons and arrows, and is left by Back', async () => {
    const page = await gallery.open({
      ...home,
      page: 'packages/activity/detail',
      query: (stage) => `?id=${stage.activities.over}`,
      shows: /搓汤圆/,
    })
    const first = view(page).getByRole('button', { name: '看第 1 张图片' }).first()
    await first.click()
    const viewer = page.getByRole('dialog', { name: /张图片/ })
    await viewer.waitFor()
    expect(await viewer.getAttribute('aria-label')).toBe('第 1 张图片，共 6 张')
    await viewer.getByRole('button', { name: '下一张' }).click()
    await page.getByRole('dialog', { name: '第 2 张图片，共 6 张' }).waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('dialog', { name: '第 1 张图片，共 6 张' }).waitFor()
    const picture = await viewer.getByRole('img', { name: '第 1 张图片' }).boundingBox()
    expect(picture?.height).toBeGreaterThan(300)
    expect((picture?.y ?? 0) + (picture?.height ?? 0)).toBeLessThan(phone.viewport?.height ?? 0)
    await page.goBack()
    await viewer.waitFor({ state: 'detached' })
    expect(await first.evaluate((element) => element === document.activeElement)).toBe(true)
    await first.click()
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'detached' })
    await page.close()
  })
})

describe('The pages of coordinators', () => {
  it.each(['index', 'begin', 'editor'])('%s say to a resident whose they are', async (name) => {
    const page = await gallery.open({
      ...home,
      page: `packages/coordinator/${name}`,
      shows: /这里是给协调员和队长/,
    })
    expect(await view(page).getByText('新建活动', { exact: true }).count()).toBeLessThanOrEqual(1)
    await view(page).getByRole('link', { name: '看活动' }).click()
    await title(page, '活动')
    await page.close()
  })
})
