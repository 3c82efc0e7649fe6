import { countExecuted, countScripts, loadFaults, ownScripts } from '#support/h5/load'
import { distH5, type Gallery, openGallery } from '#support/h5/page'
import { printTable } from '#support/table'
import { measureH5 } from '../../scripts/size.mjs'

/** In characters of minified script. */
const mostExecuted = 175_000

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

describe('The first load of home', () => {
  it('stays within its budget, by the files and over the network, and brings nothing of a later page', async () => {
    const context = await gallery.browser.newContext()
    const page = await context.newPage()
    const { url } = gallery.house.cloud
    const loaded = await countScripts(page, () => page.goto(url))
    expect(ownScripts(distH5, (name) => name.startsWith('packages/booking/')).length).toBeGreaterThan(1)
    expect(loadFaults(loaded)).toEqual([])

    const later = await countScripts(page, () =>
      Promise.all([
        page.waitForResponse(/\.js$/),
        page.goto(`${url}/#/packages/booking/request?service=repair`),
      ]),
    )
    expect(later.scripts.length).toBeGreaterThan(0)
    await context.close()
    const measured = measureH5(distH5).map(({ what, bytes }) => [what, bytes])
    printTable('First load of home, bytes', [
      ...measured,
      ['fetched scripts, headers included', loaded.bytes],
    ] as [string, number][])
  })

  it('runs little of what it brings, and brings none of Taro’s elements', async () => {
    const context = await gallery.browser.newContext()
    const page = await context.newPage()
    const { executed, loaded } = await countExecuted(page, () => page.goto(gallery.house.cloud.url))
    const elements = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map(({ localName }) => localName)
        .filter((name) => name.includes('-')),
    )
    await context.close()
    printTable('Home, characters of script', [
      ['executed', executed],
      ['loaded', loaded],
    ])
    expect(executed).toBeLessThan(mostExecuted)
    expect(elements).toEqual([])
  })
})
