import type { Page } from 'playwright-core'
import { type Ask, askThrough } from '#local/sample/driver'
import { type Gallery, openGallery, visitOf } from '#support/h5/page'

let gallery: Gallery
let ask: Ask
beforeAll(async () => {
  gallery = await openGallery()
  ask = askThrough(gallery.house.cloud.call)
})
afterAll(() => gallery.close())

const press = (page: Page, name: string) =>
  page
    .locator('.taro_page')
    .filter({ visible: true })
    .last()
    .getByRole('button', { name, exact: true })
    .click()
const said = (page: Page, words: RegExp) => page.getByText(words).last().waitFor()
const standing = async (openid: string) =>
  (await ask(openid, 'session.mine', { when: 'upcoming' })).items.find(
    ({ title }) => title === '中秋节品月饼',
  )?.mine.state

describe('A place that has become free', () => {
  it('is offered to the first in line, who takes it or leaves it to the next', async () => {
    const home = await gallery.open({
      page: 'pages/home',
      state: 'an offer',
      who: 'sample_wang',
      shows: /等您办的[\s\S]*中秋节品月饼\s*有名额了/,
    })
    await home.getByText('中秋节品月饼').first().click()
    await said(home, /请在.* 前确认/)
    await press(home, '不去了，让给后面的人')
    await home.getByRole('dialog').getByRole('button', { name: '不去了，让给后面的人' }).click()
    await said(home, /让给后面的人了，谢谢您/)
    expect(await standing('sample_wang')).toBeUndefined()
    expect(await standing('sample_li')).toBe('offered')

    const next = await gallery.open({
      ...visitOf('packages/activity/detail', 'waiting'),
      shows: /有名额了/,
    })
    await press(next, '要去，确认名额')
    await said(next, /确认好了，名额是您的/)
    expect(await standing('sample_li')).toBe('confirmed')
  })
})

describe('Signing up', () => {
  it('takes one tap for oneself, and is said aloud; leaving is asked first', async () => {
    const page = await gallery.open(visitOf('packages/activity/detail', 'to sign up'))
    await page.evaluate(() => window.probe.heard())
    await press(page, '我要报名（我自己）')
    await said(page, /报上了，名额给您留好了/)
    expect((await page.evaluate(() => window.probe.heard())).join()).toContain('报上了')
    await press(page, '我不去了')
    await page.getByRole('dialog').getByRole('button', { name: '我不去了', exact: true }).click()
    await said(page, /名额给后面的人了/)
    await press(page, '带家人或朋友一起报')
    await page.getByRole('dialog').getByText('老李').click()
    await page.getByLabel('亲友的名字').fill('小明')
    await page.getByRole('dialog').getByRole('button', { name: '就报这 3 个人' }).click()
    await said(page, /一起去的：.*老李.*小明/)
  })

  it('keeps the chosen kind of activity after Back', async () => {
    const page = await gallery.open(visitOf('pages/activities', 'a resident'))
    await page.getByText('讲座', { exact: true }).first().click()
    await page.getByText('邻里讲座').first().waitFor()
    await page.getByText('重阳节吃长寿面').first().waitFor({ state: 'detached' })
    await page.getByText('邻里讲座').first().click()
    await said(page, /起可以报名/)
    await page.goBack()
    const list = page.locator('.taro_page').filter({ visible: true }).last()
    await list.getByText('邻里讲座').first().waitFor()
    expect(await list.getByRole('radio', { name: '讲座' }).isChecked()).toBe(true)
  })
})
