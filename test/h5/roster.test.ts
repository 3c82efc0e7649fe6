import type { Page } from 'playwright-core'
import { type Gallery, openGallery, visitOf } from '#support/h5/page'
import { openPrinter, type Printer } from '#support/h5/printer'

const a4 = [210, 297]
const wangPhone = '13900000001'

let gallery: Gallery
let printer: Printer
beforeAll(async () => {
  gallery = await openGallery()
  printer = await openPrinter()
})
afterAll(async () => {
  printer?.close()
  await gallery?.close()
})

/** The paper, which is not seen on a screen, comes after the list. */
const paperOn = (page: Page) => page.locator('.paper').waitFor({ state: 'attached' })

describe('A printed roster', () => {
  it('is A4, with who comes, lines to write on, and no telephone number', async () => {
    const page = await gallery.open(visitOf('packages/coordinator/roster', 'two parties'))
    await paperOn(page)
    const [sheet, ...more] = await printer.printed(page, 'roster')
    await page.close()
    expect(more).toEqual([])
    expect(sheet?.size).toEqual(a4)
    expect(sheet?.text).toMatch(
      /端午节包粽子.*妇女之家.*序号姓名人数同行状态签到.*王奶奶2王小明报上了.*何叔1/,
    )
    expect(sheet?.text).not.toMatch(/电话|139 ?0/)
  })

  it('has the numbers once they were exported for a reason, until the page is left', async () => {
    const page = await gallery.open(visitOf('packages/coordinator/roster', 'exporting'))
    await page.getByText('带电话', { exact: true }).click()
    await page.getByRole('button', { name: '导出', exact: true }).click()
    await page.locator('.field-error').waitFor()
    await page.getByLabel('为什么要电话').fill('下雨改了地点，要打电话')
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出', exact: true }).click()
    expect((await downloading).suggestedFilename()).toMatch(/名单\.xlsx$/)
    await page.getByText('纸上也有电话').first().waitFor()
    const [sheet, ...more] = await printer.printed(page, 'roster-phones')
    expect(more).toEqual([])
    expect(sheet?.text).toContain('状态电话签到')
    expect(sheet?.text).toContain(wangPhone)
    expect(sheet?.ink.right).toBeLessThan(200)

    await page.reload()
    await paperOn(page)
    const [again] = await printer.printed(page, 'roster-again')
    expect(again?.text).toContain('王奶奶')
    expect(again?.text).not.toContain(wangPhone)
    await page.close()
  })

  it('leaves on record who opened the numbers, and why', async () => {
    const page = await gallery.open(visitOf('packages/member/access', 'some'))
    await page.getByText('赵姐').first().waitFor()
    await page.getByText('下雨改了地点，要打电话').first().waitFor()
    await page.close()
  })
})
