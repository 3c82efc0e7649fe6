import type { Page } from 'playwright-core'
import { tabTo } from '#support/h5/keyboard'
import { called, type Gallery, openGallery, visitOf } from '#support/h5/page'
import { type Visit, visits } from '#support/h5/visits'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 120_000)
afterAll(() => gallery.close())

const focused = (page: Page) => page.evaluate(() => window.probe.focused())
const heard = (page: Page) => page.evaluate(() => window.probe.heard())
const detail = 'packages/booking/detail/index'

describe('The focus', () => {
  it('moves to the heading of each page that is opened, and of the one that Back returns to', async () => {
    const page = await gallery.open(visitOf('pages/me/index', 'a leader'))
    await tabTo(page, '服务时长')
    await page.keyboard.press('Enter')
    await expectFocus(page, /h1.*服务时长/)
    await page.goBack()
    await expectFocus(page, /h1.*我的/)
    await tabTo(page, '任务大厅')
    await page.keyboard.press('Enter')
    await expectFocus(page, /h1.*任务大厅/)
    await page.close()
  }, 60_000)

  it('goes into a sheet, stays there in both directions, and returns to the button when Escape closes it', async () => {
    for (const visit of visits.filter(({ sheet }) => sheet)) {
      const page = await gallery.open({ ...visit, hands: undefined } as unknown as Visit)
      await visit.hands?.(page)
      const opener = await page.evaluate(() => {
        const sheet = document.querySelector('[role="dialog"]')
        return { opened: Boolean(sheet), inside: sheet?.contains(document.activeElement) }
      })
      expect({ visit: called(visit), ...opener }).toEqual({
        visit: called(visit),
        opened: true,
        inside: true,
      })
      const { length } = await page.evaluate(() => window.probe.stops())
      for (const key of ['Tab', 'Shift+Tab']) {
        for (let presses = 0; presses < length + 2; presses++) {
          await page.keyboard.press(key)
          const here = await focused(page)
          expect({ key, ...here }).toMatchObject({ inSheet: true })
        }
      }
      await page.locator('.sheet-veil').click({ position: { x: 5, y: 5 } })
      await page.keyboard.press('Tab')
      expect(await focused(page)).toMatchObject({ inSheet: true })
      await page.keyboard.press('Escape')
      expect(await page.locator('[role="dialog"]').count()).toBe(0)
      expect(await focused(page)).toMatchObject({ tag: 'BUTTON', onBody: false })
      await page.close()
    }
  }, 300_000)

  it('goes to the first field to mend', async () => {
    const page = await gallery.open(visitOf('packages/member/dependents', 'adding, with faults'))
    await expectFocus(page, /input.*姓名/)
    expect(await heard(page)).toEqual(expect.arrayContaining(['请填家人的姓名。', '请选与您的关系。']))
    await page.close()
  }, 60_000)

  it('stays on the line when a button of the line has gone', async () => {
    const page = await gallery.open(visitOf('packages/inbox/index', 'one unread'))
    await tabTo(page, '知道了')
    await page.keyboard.press('Enter')
    await expectFocus(page, /li\.notice/)
    await page.close()
  }, 60_000)
})

describe('By keyboard alone', () => {
  it('a resident books and a volunteer claims; each is told what came of it', async () => {
    const wang = await gallery.open(visitOf('packages/booking/request/index', 'a repair'))
    await tabTo(wang, '提交预约')
    await wang.keyboard.press('Enter')
    await wang.waitForFunction(() => document.querySelector('.field-error'))
    expect((await heard(wang)).join()).toMatch(/请写一句具体要做什么。[\s\S]*还有 \d 处没有填好/)
    await tabBackTo(wang, '水管漏水')
    await wang.keyboard.press('Space')
    await tabTo(wang, '具体要做什么')
    await wang.keyboard.type('洗菜池漏水')
    await tabTo(wang, '明天上午')
    await wang.keyboard.press('ArrowDown')
    await wang.keyboard.press('ArrowDown')
    await tabTo(wang, '地面湿滑')
    await wang.keyboard.press('Space')
    await tabTo(wang, '提交预约')
    await wang.keyboard.press('Enter')
    await wang.getByText('正在等志愿者认领。有人认领，就会通知您。').waitFor()
    await expectFocus(wang, /h1.*预约详情/)
    const id = new URL(wang.url().replace('#', '')).searchParams.get('id') ?? ''

    const open: Visit = {
      ...{ page: detail, state: 'to claim', shows: /认领这一单/ },
      query: () => `?id=${id}`,
    }
    const zhou = await gallery.open({ ...open, who: 'sample_zhou' })
    const chen = await gallery.open({ ...open, who: 'sample_chen' })
    await heard(zhou)
    await tabTo(zhou, '认领这一单')
    await zhou.keyboard.press('Enter')
    await zhou
      .getByText(/认领好了/)
      .first()
      .waitFor()
    await expectFocus(zhou, /h1.*预约详情/)
    await expectHeard(zhou, /认领好了/)

    await heard(chen)
    await tabTo(chen, '认领这一单')
    await chen.keyboard.press('Enter')
    await chen.getByText('这一单已经有人认领了').first().waitFor()
    await expectHeard(chen, /这一单已经有人认领了/)
    expect(await focused(chen)).toMatchObject({ onBody: false })
    for (const page of [wang, zhou, chen]) await page.close()
  }, 120_000)

  it('elder mode is turned on and off, at once on every page, and kept on the device', async () => {
    const page = await gallery.open(visitOf('pages/home/index', 'registration pending'))
    const elder = () => page.locator('.screen.elder').count()
    const screens = () => page.locator('.screen').count()
    await tabTo(page, '看看登记了什么')
    await page.keyboard.press('Enter')
    await expectFocus(page, /h1.*居民登记/)
    await page.goBack()
    await tabTo(page, '大字版')
    await page.keyboard.press('Enter')
    await expectFocus(page, /标准版/)
    expect(await elder()).toBe(await screens())
    await page.reload()
    await page.getByText('登记正在核对').waitFor()
    expect(await elder()).toBe(await screens())
    await tabTo(page, '我的')
    await page.keyboard.press('Enter')
    await expectFocus(page, /h1.*我的/)
    expect(await elder()).toBe(await screens())
    await tabTo(page, '大字版')
    await page.keyboard.press('Space')
    await expectFocus(page, /没有打开/)
    expect(await elder()).toBe(0)
    await page.close()
  }, 60_000)
})

async function expectFocus(page: Page, name: RegExp): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (name.test((await focused(page)).name)) return
    await page.waitForTimeout(40)
  }
  expect((await focused(page)).name).toMatch(name)
}

async function expectHeard(page: Page, words: RegExp): Promise<void> {
  const told: string[] = []
  for (let tries = 0; tries < 50; tries++) {
    told.push(...(await heard(page)))
    if (told.some((each) => words.test(each))) return
    await page.waitForTimeout(40)
  }
  expect(told.join('\n')).toMatch(words)
}

async function tabBackTo(page: Page, words: string): Promise<void> {
  const { length } = await page.evaluate(() => window.probe.stops())
  for (let presses = 0; presses < length + 20; presses++) {
    await page.keyboard.press('Shift+Tab')
    if ((await focused(page)).name.includes(words)) return
  }
  throw new Error(`Shift+Tab does not reach ${words}`)
}
