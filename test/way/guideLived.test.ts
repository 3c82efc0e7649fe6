import type { Browser } from 'playwright-core'
import { type Ask, askThrough } from '#local/sample/driver'
import { BrowserPerson } from '#support/browserPerson'
import { launchChromium } from '#support/chromium'
import { elderCard } from '#support/guideStage'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'

let house: SampleHouse
let browser: Browser
let ask: Ask
let publicationId = ''

beforeAll(async () => {
  house = await openSampleHouse({ atWork: true })
  browser = await launchChromium()
  ask = askThrough(house.cloud.call)
  publicationId = (await ask('sample_zhao', 'publication.publish', elderCard)).publicationId
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
const dialog = ({ page }: BrowserPerson) => page.getByRole('dialog')

it('a guide is read, filled in beforehand, worked on stage by stage, and resolved', async () => {
  const wang = await openAs('王奶奶', `packages/publication/detail?id=${publicationId}`)
  await wang.view.getByLabel('户口本').check()
  await wang.sees('带齐了 1 样，一共 3 样。')
  await wang.tap('先在手机上填好（预受理）')
  await wang.sees('第 1 题，共 4 题')
  await wang.type('给谁办', '王秀英 510102194005011234')
  await wang.tap('下一步')
  await wang.type('哪天生的', '1940-05-01')

  // what is given stays, whatever becomes of the page
  await wang.page.reload()
  await wang.sees('第 2 题，共 4 题')
  await wang.tap('下一步')
  await wang.choose('怎么取卡', '请送上门')
  await wang.tap('下一步')
  await wang.sees('第 4 题，共 4 题')
  await wang.tap('下一步')
  await wang.sees('最后看一遍')

  // the number of a paper is led back to, and goes
  await wang.tap('交上去')
  await wang.sees(/不用写身份证号、银行卡号和手机号。请去掉再提交/)
  await wang.type('给谁办', '王秀英')
  await wang.tap('改好了，回去看')

  // the guide has a new edition meanwhile: what was filled in stays
  await ask('sample_zhao', 'publication.edit', { publicationId, takesText: '3 个工作日' })
  await wang.tap('交上去')
  await wang.sees(/这份指南刚改过/)

  // without a network nothing is lost either
  await wang.context.setOffline(true)
  await wang.tap('交上去')
  await wang.sees(/网络不通，没有提交成功/)
  await wang.context.setOffline(false)
  wang.faults.length = 0
  await wang.tap('交上去')
  await wang.sees('还没到')
  await wang.sees('王秀英')
  const requestId = new URL(wang.page.url().replace('/#', '')).searchParams.get('id') as string
  await leave(wang)

  const liu = await openAs('小刘', `packages/request/detail?id=${requestId}`)
  await liu.sees('1940-05-01')
  await liu.tap('受理')
  await liu.tap('说说进展')
  await dialog(liu).getByText('核对材料', { exact: true }).click()
  await dialog(liu).getByLabel('跟居民说一句').fill('材料对上了，正在做卡。')
  await dialog(liu).getByRole('button', { name: '送出' }).click()
  await liu.sees('进展记下了，居民会收到通知。')
  await liu.tap('其他办法')
  await liu.tap('办好了')
  await dialog(liu).getByLabel('怎么办好的').fill('卡送上门了。')
  await dialog(liu).getByRole('button', { name: '办好了' }).click()
  await liu.sees('记下了，居民会收到通知，请他说一声满不满意。')
  await leave(liu)

  const again = await openAs('王奶奶', `packages/request/detail?id=${requestId}`)
  await again.sees('现在到这一步')
  await again.tap('满意，办好了')
  await again.sees('谢谢您！这件事办结了。')
  await leave(again)
  const { guide, answers, state } = await ask('sample_wang', 'request.get', { requestId })
  expect({ stage: guide?.stage, edition: guide?.edition, state }).toEqual({
    ...{ stage: 1, edition: 2, state: 'closed' },
  })
  expect(answers.map(({ value }) => value)).toEqual(['王秀英', '1940-05-01', '请送上门'])
})
