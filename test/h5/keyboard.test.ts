import type { Page } from 'playwright-core'
import { tabTo } from '#support/h5/keyboard'
import { type Gallery, openGallery, visitOf } from '#support/h5/page'
import type { Visit } from '#support/h5/visits'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const focused = (page: Page) => page.evaluate(() => window.probe.focused())
const heard = (page: Page) => page.evaluate(() => window.probe.heard())
const detail = 'packages/booking/detail'

describe('The focus', () => {
  it('moves to the heading of each page that is opened, and of the one that Back returns to', async () => {
    const page = await gallery.open(visitOf('pages/me', 'a leader'))
    await tabTo(page, '服务时长')
    await page.keyboard.press('Enter')
    await expectFocus(page, /h1.*服务时长/)
    await page.goBack()
    await expectFocus(page, /h1.*我的/)
    await tabTo(page, '任务大厅')
    await page.keyboard.press('Enter')
    await expectFocus(page, /h1.*任务大厅/)
    await page.close()
  })

  it('goes to the first field to mend', async () => {
    const page = await gallery.open(visitOf('packages/member/dependents', 'adding, with faults'))
    await expectFocus(page, /input.*姓名/)
    expect(await heard(page)).toEqual(expect.arrayContaining(['请填家人的姓名。', '请选与您的关系。']))
    await page.close()
  })

  it('stays on the line when a button of the line has gone', async () => {
    const page = await gallery.open(visitOf('packages/inbox/index', 'one unread'))
    await tabTo(page, '知道了')
    await page.keyboard.press('Enter')
    await expectFocus(page, /li\.notice/)
    await page.close()
  })
})

describe('By keyboard alone', () => {
  it('a resident books and a volunteer claims; each is told what came of it', async () => {
    const wang = await gallery.open(visitOf('packages/booking/request', 'a repair'))
    await tabTo(wang, '提交预约')
    await wang.keyboard.press('Enter')
    await wang.waitForFunction(() => document.querySelector('.field-error'))
    expect((await heard(wang)).join()).toMatch(/请写一句具体要做什么。[\s\S]*还有 \d 处没有填好/)
    // the focus is at the first fault
    await expectFocus(wang, /水管漏水/)
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
    await wang.getByText('有人认领，就会通知您。').waitFor()
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
  })

  it('elder mode is turned on and off, at once on every page, and kept on the device', async () => {
    const page = await gallery.open(visitOf('pages/home', 'registration pending'))
    const elder = () => page.locator('.screen.elder').count()
    const screens = () => page.locator('.screen').count()
    await tabTo(page, '看看登记了什么')
    await page.keyboard.press('Enter')
    await expectFocus(page, /h1.*居民登记/)
    await page.goBack()
    await expectFocus(page, /h1.*首页|看看登记了什么/)
    await tabTo(page, '大字版')
    await page.keyboard.press('Enter')
    await expectFocus(page, /标准版/)
    expect(await elder()).toBe(await screens())
    await page.reload()
    await page.getByText('登记正在核对').waitFor()
    expect(await elder()).toBe(await screens())
    await tabTo(page, '“我的”')
    await page.keyboard.press('Enter')
    await expectFocus(page, /h1.*我的/)
    expect(await elder()).toBe(await screens())
    await tabTo(page, '大字版')
    await page.keyboard.press('Space')
    await expectFocus(page, /没有打开/)
    expect(await elder()).toBe(0)
    await page.close()
  })
})

/** Waits until the focus is on a control with such a name. */
async function expectFocus(page: Page, name: RegExp): Promise<void> {
  await waitUntil(page, async () => {
    const here = (await focused(page)).name
    return name.test(here) || `the focus is on ${here} and not on ${name}`
  })
}

/** Waits until a live region has announced these words. */
async function expectHeard(page: Page, words: RegExp): Promise<void> {
  const told: string[] = []
  await waitUntil(page, async () => {
    told.push(...(await heard(page)))
    return told.some((each) => words.test(each)) || `${words} was not heard, only:\n${told.join('\n')}`
  })
}

/** Asks until the answer is true. After a long time it throws the last other answer. */
async function waitUntil(page: Page, holds: () => Promise<true | string>): Promise<void> {
  const endsAt = Date.now() + 60_000
  for (let answer = await holds(); answer !== true; answer = await holds()) {
    if (Date.now() > endsAt) throw new Error(answer)
    await page.waitForTimeout(40)
  }
}
