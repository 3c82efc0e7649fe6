import { askThrough } from '#local/sample/driver'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, openMiniProgram } from '#support/weapp/miniProgram'

let house: SampleHouse
let phone: MiniProgram
/** The templates of each question. */
let questions: string[][]

beforeAll(async () => {
  house = await openSampleHouse()
})
afterEach(() => {
  phone.check()
  phone.close()
})
afterAll(() => house?.close())

async function open(url: string): Promise<void> {
  questions = []
  phone = await openMiniProgram({ url, cloud: localCloud(house.cloud.url, 'sample_wang') })
}
/** The next question is answered so, for every template asked for. */
const says = (choice: 'accept' | 'reject') =>
  phone.answer.api('requestSubscribeMessage', ({ tmplIds }) => {
    questions.push(tmplIds as string[])
    return Object.fromEntries((tmplIds as string[]).map((id) => [id, choice]))
  })
const told = () => phone.calls.filter(({ api }) => api === 'cloud.callFunction')

it('one tap in the inbox asks for three templates in one question, and all of them count', async () => {
  await open('packages/inbox/index')
  expect(phone.page.text()).toContain('现在收不到微信提醒')
  says('accept')
  await phone.page.tap('多收几条')
  expect(questions).toEqual([[expect.any(String), expect.any(String), expect.any(String)]])
  expect(new Set(questions[0]).size).toBe(3)
  expect(phone.page.text()).toContain('还能收到 3 条微信提醒')
  const { balances } = await askThrough(house.cloud.call)('sample_wang', 'inbox.list', {})
  expect(balances.filter(({ balance }) => balance === 1).map(({ templateId }) => templateId)).toEqual(
    expect.arrayContaining(questions[0] ?? []),
  )
  expect(told().length).toBeLessThanOrEqual(4)
})

it('who declines is told where messages are turned on', async () => {
  await open('packages/inbox/index')
  says('reject')
  await phone.page.tap('多收几条')
  expect(phone.page.text()).toContain('订阅消息')
})
