import { dayMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import { type Ask, askThrough } from '#local/sample/driver'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, openMiniProgram } from '#support/weapp/miniProgram'

let house: SampleHouse
let ask: Ask
const phones: MiniProgram[] = []

beforeAll(async () => {
  house = await openSampleHouse()
  ask = askThrough(house.cloud.call)
})
afterEach(() => {
  for (const phone of phones) phone.check()
  for (const phone of phones.splice(0)) phone.close()
})
afterAll(() => house?.close())

async function editorOf(query: string): Promise<MiniProgram> {
  const phone = await openMiniProgram({
    url: `packages/coordinator/editor${query}`,
    cloud: localCloud(house.cloud.url, 'sample_zhao'),
  })
  phones.push(phone)
  return phone
}

async function published(phone: MiniProgram) {
  await phone.page.tap('保存并预览')
  await phone.page.tap('发布')
  await phone.page.near('再看看').tap('发布')
  expect(phone.page.text()).toContain('已经发布。')
  return ask('sample_wang', 'activity.get', { activityId: String(phone.page.query.id) })
}

describe('the dates of an activity', () => {
  it('are a series of ten weeks after three taps', async () => {
    const zhao = await editorOf('?template=lecture')
    await zhao.page.tap('每周重复')
    await zhao.page.tap('加上这 9 次')
    const { sessions } = await published(zhao)
    const begins = sessions.map(({ from }) => from)
    expect(begins).toEqual(Array.from({ length: 10 }, (_, week) => (begins[0] ?? 0) + week * 7 * dayMs))
    expect(sessions.every(({ shifts }) => shifts.length === 1)).toBe(true)
  })

  it('are not sent while sign-up closes after the beginning, and mended by one tap', async () => {
    const zhao = await editorOf('?template=winter_solstice')
    const late = dayOf(house.cloud.now() + 400 * dayMs)
    const closes = zhao.page.controls.find((name) => name.startsWith('什么时候截止报名 哪一天')) ?? ''
    await zhao.page.choose(closes, late)
    expect(zhao.page.text()).toContain('报名截止的时间晚于活动开始。')
    await zhao.page.tap('保存并预览')
    expect(zhao.page.text()).toContain('居民看到的样子')
    await zhao.page.tap(zhao.page.controls.find((name) => /^改成 .*截止$/.test(name)) ?? '')
    expect(zhao.page.text()).not.toContain('报名截止的时间晚于活动开始。')
    const { signup, from } = await published(zhao)
    expect(signup.closesAt).toBeLessThan(from)
  })
})
