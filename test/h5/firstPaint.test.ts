import type { Page, Route } from 'playwright-core'
import { phone } from '#support/chromium'
import { addressOf, called, type Gallery, openGallery, visitOf } from '#support/h5/page'
import { notePaint, painted } from '#support/h5/paint'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const home = visitOf('pages/home', 'a resident')

/** What each role opens first. */
const visits = [
  visitOf('pages/home', 'a visitor'),
  home,
  visitOf('pages/home', 'a volunteer'),
  visitOf('pages/activities', 'a resident'),
  visitOf('pages/hall', 'a volunteer'),
  visitOf('packages/coordinator/index', 'to come'),
  visitOf('packages/activity/detail', 'to sign up'),
]

/** A tab that has nothing in its cache, and the address of home. */
async function newTab(): Promise<{ page: Page; address: string }> {
  const context = await gallery.browser.newContext(phone)
  return { page: await context.newPage(), address: addressOf(gallery.house.cloud.url, home, gallery.stage) }
}

describe('The first paint', () => {
  it.each(visits.map((visit) => [called(visit), visit] as const))(
    'nothing that comes later is larger than the words of the HTML: %s',
    async (_, visit) => {
      const page = await gallery.open(visit, { before: notePaint })
      const { first, largest } = await painted(page)
      await page.close()
      expect(largest.map(({ words }) => words)).toEqual([expect.stringContaining('约志愿者上门维修')])
      expect(largest[0]?.at).toBe(first)
    },
  )

  it('waits for no script and no style sheet', async () => {
    const { page, address } = await newTab()
    await notePaint(page)
    const held: Route[] = []
    await page.route(/\.(js|css)$/, (route) => void held.push(route))
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForFunction(() => window.painted().first > 0)
    expect(held.length).toBeGreaterThan(5)
    await page.context().close()
  })

  it('comes before anything of the app runs', async () => {
    const { page, address } = await newTab()
    await page.addInitScript(() => {
      window.requestAnimationFrame = () => 0
    })
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(await page.evaluate(() => '__taroAppConfig' in window)).toBe(false)
    expect(await page.locator('#shell').innerText()).toContain('正在打开')
    await page.context().close()
  })
})

describe('The start', () => {
  it('asks for what home shows while the app is still on its way, and once', async () => {
    const { page, address } = await newTab()
    const calls: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/api')) calls.push(request.postDataJSON().op)
    })
    let release = () => {}
    const asked = new Promise<void>((done) => {
      release = done
    })
    await page.route(/\/js\/react\..*\.js$/, async (route) => {
      await asked
      await route.continue()
    })
    const [request] = await Promise.all([
      page.waitForRequest('**/api'),
      page.goto(address, { waitUntil: 'commit' }),
    ])
    expect(request.postDataJSON()).toEqual({ op: 'home.get', input: {}, clock: true })
    release()
    await page.waitForFunction(() => document.querySelector('.tile'))
    expect(calls).toEqual(['home.get'])
    await page.context().close()
  })

  it('asks for nothing of home where another page is opened', async () => {
    const { page } = await newTab()
    const calls: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/api')) calls.push(request.postDataJSON().op)
    })
    const visit = visitOf('pages/activities', 'a visitor')
    await page.goto(addressOf(gallery.house.cloud.url, visit, gallery.stage), { waitUntil: 'networkidle' })
    await page.waitForFunction(() => document.querySelector('.screen'))
    expect(calls).not.toContain('home.get')
    await page.context().close()
  })
})
