import type { Locator, Page } from 'playwright-core'
import { type Gallery, openGallery } from '#support/h5/page'
import type { Visit } from '#support/h5/visits'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const home: Visit = { page: 'pages/home', state: '', who: 'sample_wang', shows: /需要帮忙/ }
const view = (page: Page) => page.locator('.taro_page').filter({ visible: true }).last()
const until = (page: Page, address: RegExp) => page.waitForURL((url) => address.test(url.hash))
const title = (page: Page, words: string) =>
  view(page).getByRole('heading', { level: 1, name: words, exact: true }).waitFor()

describe('Back and Forward', () => {
  it('keep what was chosen and written on the page that books help', async () => {
    const page = await gallery.open(home)
    await view(page)
      .getByRole('link', { name: /^上门维修/ })
      .click()
    await title(page, '预约上门维修')
    await view(page).getByText('门锁门窗', { exact: true }).click()
    await view(page).getByLabel('具体要做什么').fill('大门的锁拧不动')
    await view(page).getByText('另选时间', { exact: true }).click()
    await view(page).getByLabel('几点开始').fill('15:30')
    const written = async () => ({
      kind: await view(page).getByRole('radio', { name: '门锁门窗' }).isChecked(),
      description: await view(page).getByLabel('具体要做什么').inputValue(),
      from: await view(page).getByLabel('几点开始').inputValue(),
    })
    const before = await written()
    expect(before).toEqual({ kind: true, description: '大门的锁拧不动', from: '15:30' })
    await page.goBack()
    await view(page).getByText('需要帮忙').waitFor()
    await page.goForward()
    await view(page).getByLabel('具体要做什么').waitFor()
    expect(await written()).toEqual(before)
    await page.reload()
    await view(page).getByLabel('具体要做什么').waitFor()
    expect(await written()).toEqual(before)
    await page.close()
  })

  it('lead from a booking to the list and to the booking again, without an empty page between', async () => {
    const page = await gallery.open({ ...home, page: 'packages/booking/mine', shows: /水管漏水/ })
    await page.evaluate(() => {
      const shown: string[] = []
      Object.assign(window, { shown })
      new MutationObserver(() => {
        const pages = [...document.querySelectorAll<HTMLElement>('.taro_page')].filter(
          (each) => each.offsetParent,
        )
        if (pages.some((each) => each.querySelector('.skeleton'))) shown.push(location.hash)
      }).observe(document.body, { childList: true, subtree: true })
    })
    await view(page)
      .getByRole('link', { name: /水管漏水/ })
      .click()
    await title(page, '预约详情')
    await view(page).getByText('签到码', { exact: true }).first().waitFor()
    const address = page.url()
    const skeletons = () => page.evaluate(() => (window as unknown as { shown: string[] }).shown.splice(0))
    await skeletons()
    await page.goBack()
    await title(page, '我的预约')
    await view(page)
      .getByText(/^以前的/)
      .waitFor()
    await page.goForward()
    await title(page, '预约详情')
    await view(page).getByText('签到码', { exact: true }).first().waitFor()
    expect(page.url()).toBe(address)
    expect(await skeletons()).toEqual([])
    await page.close()
  })

  it('keep the place in the list', async () => {
    const page = await gallery.open({ ...home, page: 'packages/booking/mine', shows: /水管漏水/ })
    await page.setViewportSize({ width: 390, height: 360 })
    const last = view(page).getByRole('link').last()
    await last.scrollIntoViewIfNeeded()
    const top = async () => (await last.boundingBox())?.y ?? 0
    const before = await top()
    await last.click()
    await title(page, '预约详情')
    await page.goBack()
    await title(page, '我的预约')
    await last.waitFor()
    const moved = async () => Math.abs((await top()) - before)
    for (let tries = 0; tries < 1000 && (await moved()) >= 40; tries++) await page.waitForTimeout(30)
    await page.waitForTimeout(300) // Nothing scrolls it away again.
    expect(await moved()).toBeLessThan(40)
    await page.close()
  })

  it('keep the filter of the hall', async () => {
    const hall = { ...home, page: 'pages/hall', who: 'sample_li', shows: /其他维修/ }
    const page = await gallery.open(hall)
    const narrowed = view(page).getByText('现在只看：门锁门窗')
    await view(page).getByRole('button', { name: '筛选' }).click()
    await view(page).getByRole('group', { name: '做什么' }).getByText('门锁门窗', { exact: true }).click()
    await view(page).getByRole('button', { name: '就看这些' }).click()
    await narrowed.waitFor()
    await view(page).getByText('其他维修').waitFor({ state: 'detached' })
    await view(page)
      .getByRole('link', { name: /门锁门窗/ })
      .first()
      .click()
    await title(page, '预约详情')
    await page.goBack()
    await narrowed.waitFor()
    expect(await view(page).getByText('其他维修').count()).toBe(0)
    await page.goForward()
    await title(page, '预约详情')
    await page.goBack()
    await narrowed.waitFor()
    await view(page).getByRole('button', { name: '看全部' }).click()
    await view(page).getByText('其他维修').first().waitFor()
    await page.close()
  })
})

describe('A second tap', () => {
  const twice = (control: Locator) =>
    control.evaluate(async (element: HTMLElement) => {
      element.click()
      await new Promise((resolve) => setTimeout(resolve, 120))
      element.click()
    })
  const visited = (page: Page) => page.evaluate(() => history.length)

  it('on a link opens its page once, by the mouse and by Enter', async () => {
    const page = await gallery.open(home)
    const before = await visited(page)
    await twice(view(page).getByRole('link', { name: /^上门维修/ }))
    await title(page, '预约上门维修')
    expect(await visited(page)).toBe(before + 1)
    await page.goBack()
    await view(page).getByText('需要帮忙').waitFor()
    await view(page)
      .getByRole('link', { name: /^上门维修/ })
      .focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await title(page, '预约上门维修')
    await page.goBack()
    await view(page).getByText('需要帮忙').waitFor()
    expect(new URL(page.url()).hash).toContain('pages/home')
    await page.close()
  })

  it('on 返回 leaves one page', async () => {
    const page = await gallery.open({ ...home, page: 'packages/booking/mine', shows: /水管漏水/ })
    await view(page)
      .getByRole('link', { name: /水管漏水/ })
      .click()
    await title(page, '预约详情')
    await twice(view(page).getByRole('button', { name: '返回' }))
    await title(page, '我的预约')
    await view(page)
      .getByText(/^以前的/)
      .waitFor()
    expect(new URL(page.url()).hash).toContain('packages/booking/mine')
    await page.close()
  })

  it('on a tab brings it to the front, and the next tab opens', async () => {
    const page = await gallery.open(home)
    await twice(page.getByRole('navigation').getByRole('link', { name: '活动' }).filter({ visible: true }))
    await until(page, /pages\/activities/)
    await page.getByRole('navigation').getByRole('link', { name: '我的' }).filter({ visible: true }).click()
    await until(page, /pages\/me/)
    await page.close()
  })
})

describe('The browser’s own Back, on a slow phone', () => {
  const mine: Visit = { ...home, page: 'packages/booking/mine', shows: /水管漏水/ }
  const booking = (page: Page) => view(page).getByRole('link', { name: /水管漏水/ })
  const open = '.taro_page:not([style*="display: none"]):not(.taro_page_shade)'

  /** A processor six times as slow, and scripts that wait until they are let through. */
  async function slowed(page: Page): Promise<() => void> {
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
    let letThrough = () => {}
    const through = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    await page.route(/\/js\//, async (route) => {
      await through
      await route.continue()
    })
    return letThrough
  }

  /** The page whose script was late has come, and has had time to be laid over the page in front. */
  async function late(page: Page, letThrough: () => void): Promise<void> {
    const came = page.waitForResponse(/\/js\//)
    letThrough()
    await (await came).finished()
    await page.waitForTimeout(1500)
  }

  it.each([
    ['a page', mine, '我的预约', booking, '预约详情'],
    [
      'a tab',
      home,
      '首页',
      (page: Page) => view(page).getByRole('link', { name: /^上门维修/ }),
      '预约上门维修',
    ],
  ] as const)(
    'while a page is still on its way stays at %s, which leads on as before',
    async (_name, visit, here, link, there) => {
      const page = await gallery.open(visit)
      await page.evaluate(() => document.querySelector('.taro_page')?.setAttribute('data-same', 'yes'))
      const address = page.url()
      const letThrough = await slowed(page)
      await link(page).click()
      await page.waitForURL((url) => url.href !== address)
      await page.goBack()
      await late(page, letThrough)
      expect(page.url()).toBe(address)
      await title(page, here)
      expect(await page.locator(open).count()).toBe(1)
      // it is the page that was there, with what was written on it, and no second one
      expect(await page.locator(open).getAttribute('data-same')).toBe('yes')

      await link(page).click()
      await title(page, there)
      await view(page).getByRole('button', { name: '返回' }).click()
      await title(page, here)
      expect(page.url()).toBe(address)
      await page.close()
    },
  )

  it('is not needed where another way is taken meanwhile: it is followed, not the page that comes late', async () => {
    const page = await gallery.open(home)
    const letThrough = await slowed(page)
    await view(page)
      .getByRole('link', { name: /^上门维修/ })
      .click()
    await until(page, /booking\/request/)
    await page.getByRole('navigation').getByRole('link', { name: '我的' }).filter({ visible: true }).click()
    await late(page, letThrough)
    await until(page, /pages\/me/)
    await view(page).getByText('我的预约').waitFor()
    expect(await page.locator(open).count()).toBe(1)
    await page.close()
  })

  it('together with 返回 leads two pages back, from where every way is open', async () => {
    const page = await gallery.open(mine)
    await booking(page).click()
    await title(page, '预约详情')
    await page.evaluate(() => location.assign('#/packages/inbox/index'))
    await title(page, '通知')
    const letThrough = await slowed(page)
    letThrough()
    await view(page)
      .getByRole('button', { name: '返回' })
      .evaluate((back: HTMLElement) => {
        back.click()
        history.back()
      })
    await title(page, '我的预约')
    await until(page, /booking\/mine/)
    expect(await page.locator(open).count()).toBe(1)
    await booking(page).click()
    await title(page, '预约详情')
    await page.close()
  })

  it('is not needed where a page could not be had: the same tap tries again', async () => {
    const page = await gallery.open(mine)
    const address = page.url()
    await page.route(/\/js\//, (route) => route.abort())
    await Promise.all([page.waitForEvent('requestfailed'), booking(page).click()])
    await page.waitForURL(address)
    await title(page, '我的预约')
    await page.getByRole('button', { name: '关闭' }).click()
    await page.unrouteAll()
    await booking(page).click()
    await title(page, '预约详情')
    await page.close()
  })
})

describe('The old address of a page', () => {
  it('leads to the page, from a bookmark and in an open tab, and is replaced by the new address', async () => {
    const page = await gallery.open({ ...home, page: 'packages/booking/mine/index', shows: /水管漏水/ })
    expect(new URL(page.url()).hash).toBe('#/packages/booking/mine')
    await page.evaluate(() => location.assign('#/packages/booking/request/index?service=repair'))
    await title(page, '预约上门维修')
    await view(page).getByText('门锁门窗', { exact: true }).waitFor()
    expect(new URL(page.url()).hash).toBe('#/packages/booking/request?service=repair')
    await page.goBack()
    await title(page, '我的预约')
    await page.close()
  }, 60_000)
})
