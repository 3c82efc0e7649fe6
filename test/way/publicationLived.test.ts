import type { Browser } from 'playwright-core'
import { minuteMs } from '#contract/shared/time'
import { BrowserPerson } from '#support/browserPerson'
import { launchChromium } from '#support/chromium'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'

let house: SampleHouse
let browser: Browser

beforeAll(async () => {
  house = await openSampleHouse({ atWork: true })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

async function openAs(name: string, path: string): Promise<BrowserPerson> {
  const person = await BrowserPerson.at(browser, house.cloud.url, house.cloud.now())
  await person.enterAs(name)
  await person.page.goto(`${house.cloud.url}/#/${path}`)
  return person
}
async function leave(person: BrowserPerson): Promise<void> {
  expect(person.faults).toEqual([])
  await person.context.close()
}

describe('what stands written, through screens', () => {
  it('a bulletin goes from the editor, looked at first, to the first page and the inbox of a neighbour', async () => {
    const zhao = await openAs('赵姐', 'packages/publication/board')
    await zhao.tap('写一篇')
    await zhao.type('标题', '周五下午发米和油')
    await zhao.tap('先看看样子')
    await zhao.sees('周五下午发米和油')
    await zhao.tap('回去改')
    await zhao.tap('发布')
    await zhao.sees('请写正文。')
    await zhao.type('正文', '周五下午两点，社区活动室，每户一份，带身份证来领。')
    await zhao.tap('发布')
    await zhao.sees('转发')
    await zhao.sees('每户一份')
    await leave(zhao)

    house.cloud.advance(minuteMs)
    const wang = await openAs('王奶奶', 'pages/home')
    await wang.tap(/周五下午发米和油/)
    await wang.sees('每户一份')
    await wang.page.goto(`${house.cloud.url}/#/packages/inbox/index`)
    await wang.sees('周五下午发米和油')
    await wang.tap('这些我都知道了')
    await wang.view.getByText('周五下午发米和油').waitFor({ state: 'detached' })
    await leave(wang)
  })

  it('a policy is written by one, approved by another, and only then read by a visitor', async () => {
    const zhao = await openAs('赵姐', 'packages/publication/editor?kind=policy')
    await zhao.type('标题', '残疾人两项补贴')
    await zhao.type('一句话说明白', '持证的残疾人，带证到社区窗口申请。')
    await zhao.type('给谁的', '持残疾人证的居民')
    await zhao.type('正文', '困难残疾人生活补贴和重度残疾人护理补贴，按月发。')
    await zhao.tap('提交审核')
    await zhao.sees('您自己不能审核自己写的')
    await leave(zhao)

    const visitor = await BrowserPerson.at(browser, house.cloud.url, house.cloud.now())
    const policies = `${house.cloud.url}/#/packages/publication/index?kind=policy`
    await visitor.page.goto(policies)
    await visitor.sees('高龄津贴怎么领')
    expect(await visitor.text()).not.toContain('残疾人两项补贴')

    const sun = await openAs('孙主任', 'packages/publication/board')
    await sun.choose('看哪些', '等审核')
    await sun.tap(/残疾人两项补贴/)
    await sun.tap('审核通过，发布')
    await sun.sees('审核通过，已经发布。')
    await leave(sun)

    await visitor.page.reload()
    await visitor.tap(/残疾人两项补贴/)
    await visitor.sees('持证的残疾人，带证到社区窗口申请。')
    await leave(visitor)
  })
})
