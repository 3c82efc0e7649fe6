import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { type Ask, askThrough } from '#local/sample/driver'
import { launchKept, phone } from '#support/chromium'
import { signedIn } from '#support/h5/stage'
import { pixel } from '#support/pictures'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'

const patience = 900_000
const wang = 'sample_wang'
const form = 'packages/request/file'
const mine = 'packages/request/mine'
const waits = '已保存，下次打开并联网后发送'

let house: SampleHouse
let ask: Ask
let folder: string
let browser: BrowserContext
/** The calls that the browser has sent to the cloud, answered or not. */
let asked: { op: string; commandId?: string }[]

beforeAll(async () => {
  house = await openSampleHouse()
  ask = askThrough(house.cloud.call)
}, patience)
afterAll(() => house?.close())
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'browser-'))
  await openBrowser()
  await signIn(await newPage('pages/home'), wang)
}, patience)
afterEach(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

async function openBrowser(): Promise<void> {
  asked = []
  browser = await launchKept(folder, phone)
  browser.setDefaultTimeout(60_000)
  browser.on('request', (request) => {
    if (request.url().endsWith('/api')) asked.push(request.postDataJSON())
  })
}

/** Closes the browser with all its tabs, and starts it again. */
async function reopenBrowser(): Promise<void> {
  await browser.close()
  await openBrowser()
}

async function newPage(page: string): Promise<Page> {
  const tab = await browser.newPage()
  await tab.goto(`${house.cloud.url}/#/${page}`)
  return tab
}

/** Signs in as the page does after WeChat or the sample sign-in has answered. */
async function signIn(tab: Page, openid: string): Promise<void> {
  const token = await signedIn(house.cloud, openid)
  await tab.evaluate((held) => localStorage.setItem('session', held), token)
}

const view = (tab: Page) => tab.locator('.taro_page').filter({ visible: true }).last()
const sees = (tab: Page, words: string | RegExp) => view(tab).getByText(words).first().waitFor()
const gone = (tab: Page, words: string | RegExp) =>
  view(tab).getByText(words).first().waitFor({ state: 'detached' })
const tap = (tab: Page, name: string) =>
  view(tab)
    .getByRole('button', { name, exact: true })
    .or(view(tab).getByRole('link', { name, exact: true }))
    .click()

async function addPicture(tab: Page): Promise<void> {
  const choosing = tab.waitForEvent('filechooser')
  await view(tab)
    .getByRole('button', { name: /拍照或选图片|还可以加/ })
    .click()
  await (await choosing).setFiles([{ name: 'photo.png', mimeType: 'image/png', buffer: pixel }])
  await view(tab).getByRole('img', { name: '第 1 张图片' }).waitFor()
}

async function fill(tab: Page, words: string): Promise<void> {
  await sees(tab, '想说的事')
  await view(tab).getByText('绿地', { exact: true }).click()
  await view(tab).getByLabel('想说的事').fill(words)
}

/** Switches the network of the browser on or off, for pages and pictures too. */
const network = (there: boolean) => browser.setOffline(!there)
/** Cuts off the cloud only. The page itself can still be opened. */
const cloudGone = () => browser.route('**/api', (route) => route.abort())

async function filed(words: string): Promise<string[]> {
  const { items } = await ask(wang, 'request.list', { scope: 'mine', limit: 50 })
  const whole = await Promise.all(items.map(({ requestId }) => ask(wang, 'request.get', { requestId })))
  return whole.filter(({ description }) => description === words).map(({ requestId }) => requestId)
}

/** The unsent words and pictures in the browser's storage. */
const stored = (tab: Page) =>
  tab.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('linli')
      opening.onsuccess = () => resolve(opening.result)
    })
    const keys = await new Promise<string[]>((resolve) => {
      if (database.objectStoreNames.length === 0) return resolve([])
      const asking = database.transaction('lasting').objectStore('lasting').getAllKeys()
      asking.onsuccess = () => resolve(asking.result as string[])
    })
    database.close()
    const kept = (storage: Storage) => Object.keys(storage).filter((key) => /kept:filing/.test(key))
    return [...keys.map((key) => key.split(' ')[0]), ...kept(localStorage), ...kept(sessionStorage)]
  })

/** Waits until the storage is empty, since a request is removed after the cloud has answered. */
async function emptied(tab: Page): Promise<void> {
  const latest = Date.now() + 60_000
  for (;;) {
    const left = await stored(tab)
    if (left.length === 0) return
    if (Date.now() > latest) throw new Error(`still kept: ${left.join(', ')}`)
    await tab.waitForTimeout(50)
  }
}

/** Counts up, so that each try of a test files other words. */
let times = 0
const once = (words: string) => `${words}（${++times}）`
const commandsOf = (op: string) => asked.flatMap((each) => (each.op === op ? [each.commandId] : []))

describe('A request without a network, in a browser', () => {
  it(
    'is kept with its picture, said to be, outlives the browser, and is filed once when the network is back',
    async () => {
      const words = once('车棚的灯坏了，晚上看不见')
      const tab = await newPage(form)
      await fill(tab, words)
      await network(false)
      await addPicture(tab)
      await tap(tab, '提交这件事')
      await sees(tab, waits)
      expect(await filed(words)).toEqual([])

      await reopenBrowser()
      await cloudGone()
      const again = await newPage(mine)
      await sees(again, words)
      await sees(again, /带 1 张图片/)
      await tap(again, '现在发送')
      await sees(again, '网络还是不通')
      expect(await filed(words)).toEqual([])

      await network(false)
      await browser.unroute('**/api')
      await network(true)
      await gone(again, '还没有发出去的问题')
      const [requestId = '', ...others] = await filed(words)
      expect(others).toEqual([])
      const { fileIds } = await ask(wang, 'request.get', { requestId })
      expect(fileIds).toHaveLength(1)
      // It appears in the list that was open all the time.
      await view(again).locator(`a[href*="${requestId}"]`).waitFor()
      await emptied(again)
    },
    patience,
  )

  it(
    'can be looked at where it was written, and says that it has gone out',
    async () => {
      const words = once('花坛边的砖松了')
      const tab = await newPage(form)
      await fill(tab, words)
      await network(false)
      await tap(tab, '提交这件事')
      await sees(tab, waits)
      await sees(tab, '还没有发出去的问题')
      await sees(tab, words)
      await tap(tab, '现在发送')
      await sees(tab, '网络还是不通')
      await network(true)
      await sees(tab, '网络通了，已经发出去了')
      const [requestId, ...others] = await filed(words)
      expect(others).toEqual([])
      await tap(tab, '看我反映的问题')
      await view(tab).locator(`a[href*="${requestId}"]`).waitFor()
    },
    patience,
  )

  it(
    'is filed once where the cloud took it and its answer was lost',
    async () => {
      const words = once('井盖松了，踩上去会响')
      const tab = await newPage(form)
      await fill(tab, words)
      await addPicture(tab)
      await sees(tab, '已经发送')
      await tab.route('**/api', async (route) => {
        const { op } = route.request().postDataJSON()
        if (op === 'request.file') await route.fetch()
        await (op === 'request.file' ? route.abort() : route.continue())
      })
      await tap(tab, '提交这件事')
      await sees(tab, waits)
      expect(await filed(words)).toHaveLength(1)
      const [first] = commandsOf('request.file')

      await reopenBrowser()
      const again = await newPage(mine)
      await gone(again, '还没有发出去的问题')
      await view(again)
        .locator(`a[href*="${(await filed(words))[0]}"]`)
        .waitFor()
      await emptied(again)
      expect(await filed(words)).toHaveLength(1)
      expect(commandsOf('request.file')).toEqual([first])
    },
    patience,
  )

  it(
    'is filed once with two tabs open, and neither shows it any longer',
    async () => {
      const [first, second] = [once('健身器材松了'), once('垃圾桶盖坏了')]
      const one = await newPage(form)
      const two = await newPage(form)
      await fill(one, first)
      await fill(two, second)
      await network(false)
      await Promise.all([tap(one, '提交这件事'), tap(two, '提交这件事')])
      await sees(one, waits)
      await sees(two, waits)
      // Each tab shows the other's request too.
      for (const tab of [one, two]) for (const words of [first, second]) await sees(tab, words)
      await network(true)
      for (const tab of [one, two]) await sees(tab, '网络通了，已经发出去了')
      for (const tab of [one, two]) await gone(tab, '还没有发出去的问题')
      expect([await filed(first), await filed(second)].map(({ length }) => length)).toEqual([1, 1])
      expect(commandsOf('request.file').length).toBe(new Set(commandsOf('request.file')).size + 2)
    },
    patience,
  )

  it(
    'taken back into the form just as it went out is not filed a second time',
    async () => {
      const words = once('路沿石断了一块')
      const tab = await newPage(form)
      await fill(tab, words)
      await network(false)
      await tap(tab, '提交这件事')
      await sees(tab, waits)
      let answer = () => {}
      const going = new Promise<void>((arrived) => {
        house.cloud.hooks.before = async (action, { collectionName }) => {
          if (action !== 'database.insertDocument' || collectionName !== 'requests') return
          arrived()
          await new Promise<void>((resolve) => {
            answer = resolve
          })
        }
      })
      await network(true)
      await going
      await tap(tab, '改一改再提交')
      house.cloud.hooks.before = undefined
      answer()
      await sees(tab, '网络通了，已经发出去了')
      await emptied(tab)
      expect(await filed(words)).toHaveLength(1)
    },
    patience,
  )
})

describe('An unfinished request, in a browser', () => {
  it(
    'is there again with its picture after the browser was closed, and gone once it is emptied',
    async () => {
      const words = once('写到一半就关了')
      const tab = await newPage(form)
      await fill(tab, words)
      await addPicture(tab)
      await sees(tab, '已经发送')
      await reopenBrowser()
      const again = await newPage(form)
      await sees(again, '这是上次写的，还没有提交')
      expect(await view(again).getByLabel('想说的事').inputValue()).toBe(words)
      await view(again).getByRole('img', { name: '第 1 张图片' }).waitFor()
      await tap(again, '清空，重新写')
      await again.getByRole('dialog').getByRole('button', { name: '清空', exact: true }).click()
      await gone(again, '这是上次写的，还没有提交')
      expect(await view(again).getByLabel('想说的事').inputValue()).toBe('')
      expect(await view(again).getByRole('img').count()).toBe(0)
      await emptied(again)
    },
    patience,
  )

  it(
    'goes when the browser is signed out, from every tab',
    async () => {
      const words = once('退出以后不该还在')
      const tab = await newPage(form)
      await fill(tab, words)
      await addPicture(tab)
      const other = await newPage('pages/me')
      await tap(other, '退出登录')
      await other.getByRole('dialog').getByRole('button', { name: '退出登录', exact: true }).click()
      await sees(other, '登录')
      // The tab with the form asks for a sign-in and holds nothing.
      await sees(tab, /登录/)
      await tab.waitForFunction(() => !JSON.stringify(sessionStorage).includes('王奶奶'))
      await emptied(tab)
      expect(await tab.locator('body').innerText()).not.toContain(words)
      await signIn(tab, 'sample_li')
      const next = await newPage(form)
      await sees(next, '想说的事')
      expect(await view(next).getByLabel('想说的事').inputValue()).toBe('')
    },
    patience,
  )

  it(
    'goes when the sign-in no longer counts, as after the account was closed',
    async () => {
      const tab = await newPage(form)
      await fill(tab, once('账号没有了'))
      await addPicture(tab)
      const { items } = await ask(wang, 'desk.list', {})
      for (const { deskId } of items) await ask(wang, 'desk.logout', { deskId })
      await reopenBrowser()
      const home = await newPage('pages/home')
      await sees(home, '登录')
      await home.waitForFunction(() => localStorage.getItem('session') === null)
      await emptied(home)
    },
    patience,
  )
})
