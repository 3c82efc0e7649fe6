import type { Page } from 'playwright-core'
import { type Ask, askThrough } from '#local/sample/driver'
import { type Gallery, openGallery, visitOf } from '#support/h5/page'

let gallery: Gallery
let page: Page
let ask: Ask
beforeAll(async () => {
  gallery = await openGallery()
  ask = askThrough(gallery.house.cloud.call)
  page = await gallery.open({
    ...visitOf('packages/admin/part', 'many'),
    query: () => '?part=grids',
    shows: /第三网格/,
  })
})
afterAll(() => gallery.close())

const button = (name: string) => page.getByRole('button', { name, exact: true }).last()
const sheet = () => page.getByRole('dialog')
const grids = async () => (await ask('sample_admin', 'community.get', {})).grids.map(({ name }) => name)

async function rename(from: string, to: string): Promise<void> {
  await page.getByText(from, { exact: true }).last().click()
  await page.getByLabel('名称').last().fill(to)
  await button('填好了').click()
  await button('看看改了什么').click()
}

describe('An administrator', () => {
  it('sees what would change, is told when somebody else has saved meanwhile, and saves after reading again', async () => {
    await rename('第三网格', '滨江网格')
    expect(await sheet().innerText()).toContain('第三网格的名称：第三网格 → 滨江网格')
    await ask('sample_admin', 'community.edit', { phone: '023-7777 7777' })
    await button('保存').click()
    await sheet().getByText('别人改过社区资料').waitFor()
    expect(await grids()).toContain('第三网格')

    await button('打开最新的').click()
    await sheet().waitFor({ state: 'detached' })
    await rename('第三网格', '滨江网格')
    await button('保存').click()
    await page.getByText('保存好了').last().waitFor()
    expect(await grids()).toContain('滨江网格')
  })

  it('is told which grid still has people when it is taken away, and may put it back', async () => {
    await page.getByText('第一网格', { exact: true }).last().click()
    await button('去掉这一个').click()
    await button('看看改了什么').click()
    await button('保存').click()
    await sheet().getByText('「第一网格」这个网格还有居民').waitFor()
    await button('再改改').click()
    await button('不改了，恢复原样').click()
    await page.getByText('第一网格', { exact: true }).last().waitFor()
    expect(await grids()).toContain('第一网格')
  })
})
