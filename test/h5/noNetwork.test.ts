import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { staticFiles } from '#local/http/staticFiles'
import { phone } from '#support/chromium'
import { distH5, type Gallery, openGallery } from '#support/h5/page'
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
const tab = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).filter({ visible: true })
const notOpened = (page: Page) => page.getByRole('dialog', { name: '网络不通，没有打开' })
const at = (page: Page, hash: string) => page.waitForURL((url) => url.hash.startsWith(hash))
const network = (page: Page, on: boolean) => page.context().setOffline(!on)

describe('A page that was not opened before, without a network', () => {
  it.each([
    ['a tab', (page: Page) => tab(page, '任务大厅'), '#/pages/hall', '任务大厅'],
    [
      'a link',
      (page: Page) => view(page).getByRole('link', { name: /^上门维修/ }),
      '#/packages/booking/request',
      '预约上门维修',
    ],
  ] as const)(
    'is not opened by %s: the page stays with its address, and it opens when the network is back',
    async (_name, way, address, there) => {
      const page = await gallery.open(home)
      await network(page, false)
      await way(page).click()
      await notOpened(page).waitFor()
      await at(page, '#/pages/home')
      await title(page, '首页')
      await notOpened(page).getByRole('button', { name: '再试一次' }).click()
      await notOpened(page).getByText('还是没有打开').waitFor()
      await at(page, '#/pages/home')

      await network(page, true)
      await at(page, address)
      await title(page, there)
      expect(await notOpened(page).count()).toBe(0)
      await page.close()
    },
  )

  it('lets the page that stands be used on, and the same tap tries again', async () => {
    const page = await gallery.open(home)
    await page.route(/\/js\//, (route) => route.abort())
    await tab(page, '任务大厅').click()
    await notOpened(page).getByRole('button', { name: '关闭' }).click()
    expect(await notOpened(page).count()).toBe(0)
    await tab(page, '任务大厅').click()
    await notOpened(page).waitFor()
    await page.unrouteAll()
    await notOpened(page).getByRole('button', { name: '再试一次' }).click()
    await title(page, '任务大厅')
    await at(page, '#/pages/hall')
    await page.close()
  })

  it('is not opened by an address that was written, nor by Back', async () => {
    const page = await gallery.open(home)
    await network(page, false)
    await page.evaluate(() => location.assign('#/packages/inbox/index'))
    await notOpened(page).waitFor()
    await at(page, '#/pages/home')
    await title(page, '首页')
    await network(page, true)
    await title(page, '通知')
    await at(page, '#/packages/inbox/index')
    await page.close()
  })

  it('says so where the whole app could not be had, and begins when the network is back', async () => {
    const context = await gallery.browser.newContext(phone)
    const page = await context.newPage()
    await page.route(/\/js\/router\./, (route) => route.abort())
    await page.goto(gallery.house.cloud.url)
    await page.getByText('网络不通，没有打开。').waitFor()
    await page.unrouteAll()
    await page.getByRole('button', { name: '再试一次' }).click()
    await title(page, '首页')
    await context.close()
  })
})

describe('An app that was opened once', () => {
  it('opens without a network from what the browser keeps, each page of it, and nothing that the cloud said', async () => {
    const context = await gallery.browser.newContext({ ...phone, serviceWorkers: 'allow' })
    const page = await context.newPage()
    await page.goto(gallery.house.cloud.url)
    await title(page, '首页')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    const keeps = () =>
      page.evaluate(async () => {
        const names = await caches.keys()
        const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
        return { names, paths: caught.flat().map(({ url }) => new URL(url).pathname) }
      })
    const { names, paths } = await keeps()
    expect(names).toHaveLength(1)
    expect(paths.filter((path) => !/^\/$|^\/(js|css)\/.+\.[0-9a-f]{8}\.(js|css)$/.test(path))).toEqual([])

    await network(page, false)
    await page.reload()
    await title(page, '首页')
    await tab(page, '活动').click()
    await title(page, '活动')
    await at(page, '#/pages/activities')
    await page.goto(`${gallery.house.cloud.url}/#/packages/booking/request?service=repair`)
    await title(page, '预约帮忙')
    await network(page, true)
    await page.reload()
    // the cloud answers again: nobody has entered, so the page leads to where one does, and stays there
    await title(page, '登录')
    expect((await keeps()).paths.filter((path) => path.startsWith('/api'))).toEqual([])
    // what the worker lets pass, a page's own routes still see
    await page.route('**/api', (route) => route.abort())
    await page.goto(`${gallery.house.cloud.url}/#/pages/activities`)
    await view(page).getByText('网络不通').first().waitFor()
    await context.close()
  })

  it('takes a new edition whole, keeps the one before for the tabs that show it, and no third', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'h5-'))
    cpSync(distH5, folder, { recursive: true })
    const files = staticFiles(folder)
    const server = createServer(async (request, response) => {
      if (await files(request, response, new URL(request.url ?? '/', 'http://local').pathname)) return
      response.statusCode = 404
      response.end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const worker = path.join(folder, 'worker.js')
    const written = readFileSync(worker, 'utf8')
    const [, built = ''] = /edition="([0-9a-f]{8})"/.exec(written) ?? []
    expect(built).not.toBe('')
    const publish = (edition: string) => writeFileSync(worker, written.replaceAll(built, edition))

    publish('first')
    const context = await gallery.browser.newContext({ ...phone, serviceWorkers: 'allow' })
    const page = await context.newPage()
    const loaded = await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    expect(loaded?.ok()).toBe(true)
    await page.waitForFunction(() => navigator.serviceWorker.controller)
    const kept = () => page.evaluate(async () => (await caches.keys()).sort())
    const update = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready
        await registration.update()
        const coming = registration.installing ?? registration.waiting
        while (coming && !['activated', 'redundant'].includes(coming.state))
          await new Promise((done) => coming.addEventListener('statechange', done, { once: true }))
        return coming?.state
      })
    expect(await kept()).toEqual(['shell-first'])
    publish('second')
    expect(await update()).toBe('activated')
    expect(await kept()).toEqual(['shell-first', 'shell-second'])
    publish('third')
    expect(await update()).toBe('activated')
    expect(await kept()).toEqual(['shell-second', 'shell-third'])

    // index.html is of another edition already, whose worker has not been published yet
    publish('fourth')
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>another edition</title>')
    expect(await update()).toBe('redundant')
    expect(await kept()).toEqual(['shell-second', 'shell-third'])
    await network(page, false)
    await page.reload()
    await title(page, '首页')
    await context.close()
    server.close()
    rmSync(folder, { recursive: true })
  })

  it('is asked for anew by the browser, under a policy of its own', async () => {
    const answer = await fetch(`${gallery.house.cloud.url}/worker.js`)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self'")
  })
})

describe('An address without a page', () => {
  it.each(['#/nowhere', '#/packages/x/none', '#/packages/booking/none?id=b1'])(
    '%s says so and leads on, opened as a link and from a page',
    async (address) => {
      const context = await gallery.browser.newContext(phone)
      const page = await context.newPage()
      await page.goto(`${gallery.house.cloud.url}/${address}`)
      await title(page, '没有这个页面')
      await view(page).getByRole('link', { name: '去首页' }).click()
      await title(page, '首页')
      await page.evaluate((hash) => location.assign(hash), address)
      await title(page, '没有这个页面')
      await page.goBack()
      await title(page, '首页')
      await context.close()
    },
  )
})
