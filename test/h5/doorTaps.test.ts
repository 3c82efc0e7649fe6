import type { Locator, Page } from 'playwright-core'
import { type Ask, askThrough } from '#local/sample/driver'
import { tabTo } from '#support/h5/keyboard'
import { type Gallery, type Look, openGallery } from '#support/h5/page'
import type { Visit } from '#support/h5/visits'

const minuteMs = 60_000
const accounts = ['sample_wang', 'sample_he', 'sample_li', 'sample_zheng']

let gallery: Gallery
let ask: Ask
let sessionId: string

beforeAll(async () => {
  gallery = await openGallery()
  ask = askThrough(gallery.house.cloud.call)
})
afterAll(() => gallery.close())

beforeEach(async () => {
  const from = gallery.house.cloud.now() + 20 * minuteMs
  const published = await ask('sample_zhao', 'activity.publish', {
    kind: 'festival',
    title: '冬至包饺子',
    summary: '热乎乎的，来就行。',
    place: '活动室',
    sessions: [{ from, to: from + 150 * minuteMs, capacity: 60 }],
    signup: { opensAt: gallery.house.cloud.now(), closesAt: from, rule: 'first_come', partyMax: 4 },
  })
  sessionId = published.sessionIds[0] as string
  for (const each of accounts) await ask(each, 'session.signUp', { sessionId, party: [{ self: true }] })
})

/** The list of those who have not come, at a door of its own. */
async function openDoor(look: Look = {}): Promise<Page> {
  const door: Visit = {
    ...{ page: 'packages/coordinator/door', state: 'its list', who: 'sample_zhao', shows: /到了 0\/4 人/ },
    query: () => `?id=${sessionId}`,
    hands: async (page) => {
      await page.getByText('名单', { exact: true }).click()
      await row(page, '郑大姐').waitFor()
    },
  }
  return gallery.open(door, look)
}

const row = (page: Page, name: string): Locator => page.locator('li.party').filter({ hasText: name })
const mark = (page: Page, name: string): Locator => page.getByRole('button', { name: `到了：${name}` })
const undo = (page: Page, name: string): Locator => page.getByRole('button', { name: `撤销：${name}` })

async function middleOf(button: Locator): Promise<{ x: number; y: number }> {
  await button.scrollIntoViewIfNeeded()
  const box = await button.boundingBox()
  if (!box) throw new Error('there is no such button')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Waits until a live region has announced these words. */
async function expectHeard(page: Page, words: RegExp): Promise<void> {
  const told: string[] = []
  while (!told.some((each) => words.test(each)))
    told.push(...(await page.evaluate(() => window.probe.heard())))
}

/** Who is present by the cloud's own list, once it says so of somebody. */
async function cameIn(): Promise<string[]> {
  for (;;) {
    const { parties } = await ask('sample_zhao', 'session.roster', { sessionId })
    const names = parties.filter(({ present }) => present).map(({ name }) => name)
    if (names.length > 0) return names
  }
}

describe('At the door', () => {
  it('a double click on one family marks that family alone, and it stays with the way back', async () => {
    const page = await openDoor()
    const { x, y } = await middleOf(mark(page, '王奶奶'))
    await page.mouse.click(x, y, { clickCount: 2, delay: 20 })
    await undo(page, '王奶奶').waitFor()
    expect(await row(page, '王奶奶').innerText()).toMatch(/已到/)
    expect(await page.locator('li.party').allInnerTexts()).toHaveLength(4)
    expect(await cameIn()).toEqual(['王奶奶'])
    await page.getByText('到了 1/4 人').waitFor()
    await page.close()
  })

  it('a marked row folds away once the mouse has left the list, and its focus goes to the next row', async () => {
    const page = await openDoor()
    await mark(page, '王奶奶').click()
    await undo(page, '王奶奶').waitFor()
    await page.waitForTimeout(3_500)
    expect(await row(page, '王奶奶').count()).toBe(1)
    await page.mouse.move(5, 5)
    await row(page, '王奶奶').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => window.probe.focused())).toMatchObject({ onBody: false })
    await page.getByText('王奶奶，已到 · 3 家').waitFor()
    await page.close()
  })

  it('is taken back in place, and the row stays on the list', async () => {
    const page = await openDoor()
    await mark(page, '何叔').click()
    await undo(page, '何叔').waitFor()
    await page.waitForTimeout(700)
    await undo(page, '何叔').click()
    await mark(page, '何叔').waitFor()
    await page.mouse.move(5, 5)
    await page.getByText('到了 0/4 人').waitFor()
    expect(await page.locator('li.party').count()).toBe(4)
    await page.close()
  })

  it('families are marked by the keyboard alone, and a key that is held down marks one', async () => {
    const page = await openDoor()
    await tabTo(page, '到了：何叔')
    await page.keyboard.down('Enter')
    for (let times = 0; times < 20; times++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await undo(page, '何叔').waitFor()
    await expectHeard(page, /何叔，已到/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await undo(page, '李师傅').waitFor()
    await page.waitForTimeout(3_500)
    expect(await page.locator('li.party').count()).toBe(4)
    for (let times = 0; times < 3; times++) await page.keyboard.press('Shift+Tab')
    await row(page, '李师傅').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => window.probe.focused())).toMatchObject({ onBody: false })
    await page.getByText('到了 2/4 人').waitFor()
    await page.close()
  })

  it('walk-ins are written one after the other without a mouse', async () => {
    const page = await openDoor()
    await tabTo(page, '现场来的人')
    await page.keyboard.press('Enter')
    for (const [index, name] of ['张三', '李四', '王五'].entries()) {
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
      await page.getByText(`加上了：${name}（今天第 ${index + 1} 位）`).waitFor()
      expect(await page.getByLabel('姓名').inputValue()).toBe('')
    }
    await page.keyboard.press('Enter')
    await page.getByText('请写姓名。').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('到了 0/4 人，现场来的 3 人').waitFor()
    expect((await page.evaluate(() => window.probe.focused())).name).toMatch(/现场来的人/)
    await page.close()
  })

  it.each([
    ['a projector', { width: 1280, height: 800 }],
    ['a phone', { width: 390, height: 844 }],
  ])(
    'the code fills the screen of %s, whole, with what it is for; Escape and Back leave it',
    async (_, viewport) => {
      const page = await openDoor({ options: { viewport } })
      await page.getByText(/冬至包饺子 · .*月.*日.*–.* · 活动室/).waitFor()
      await page.getByText('签到码', { exact: true }).click()
      const square = page.locator('.code-picture')
      const before = (await square.boundingBox())?.width ?? 0
      await page.getByRole('button', { name: '全屏显示' }).click()
      const stage = page.getByRole('dialog', { name: '签到：冬至包饺子' })
      await stage.getByText(/月.*日.*–.* · 活动室/).waitFor()
      const cut = await stage.evaluate((element) => {
        const { innerWidth, innerHeight } = window
        const outside = [...element.querySelectorAll('*')].filter((each) => {
          const { top, left, right, bottom } = each.getBoundingClientRect()
          return top < 0 || left < 0 || right > innerWidth || bottom > innerHeight
        })
        return outside.map((each) => each.className)
      })
      expect(cut).toEqual([])
      expect((await square.boundingBox())?.width).toBeGreaterThan(before)
      await page.keyboard.press('Escape')
      await stage.waitFor({ state: 'detached' })
      await page.getByRole('button', { name: '全屏显示' }).click()
      await stage.waitFor()
      await page.goBack()
      await stage.waitFor({ state: 'detached' })
      await page.getByText(/冬至包饺子 · .*月.*日.*–.* · 活动室/).waitFor()
      await square.waitFor()
      await page.close()
    },
  )

  it('two taps 250 ms apart on one family mark that family alone', async () => {
    const page = await openDoor()
    const { x, y } = await middleOf(mark(page, '王奶奶'))
    await page.touchscreen.tap(x, y)
    await page.waitForTimeout(250)
    await page.touchscreen.tap(x, y)
    await undo(page, '王奶奶').waitFor()
    expect(await cameIn()).toEqual(['王奶奶'])
    expect(await mark(page, '何叔').count()).toBe(1)
    await page.close()
  })
})
