import { dayMs, hourMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
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

async function phoneOf(openid: string, url: string): Promise<MiniProgram> {
  const phone = await openMiniProgram({ url, cloud: localCloud(house.cloud.url, openid) })
  phones.push(phone)
  return phone
}

/** The name of the one control that begins so, as a screen reader says it. */
function named(phone: MiniProgram, start: string): string {
  const found = phone.page.controls.filter((name) => name.startsWith(start))
  expect(found).toHaveLength(1)
  return found[0] ?? ''
}

/** Chooses a day from ten in the evening to one at night; the wheels say before it is sent that this is the next day. */
async function chooseNight(phone: MiniProgram, day: string): Promise<void> {
  await phone.page.choose(named(phone, '哪一天'), day)
  await phone.page.choose(named(phone, '几点开始'), '22:00')
  await phone.page.choose(named(phone, '几点结束'), '23:00')
  expect(named(phone, '几点结束')).toBe('几点结束 23:00')
  await phone.page.choose(named(phone, '几点结束'), '01:00')
  expect(named(phone, '几点结束')).toBe('几点结束 次日01:00')
  expect(phone.page.text()).toContain('次日01:00')
}

const idOf = (phone: MiniProgram) => String(phone.page.query.id)

describe('a window over midnight', () => {
  it('is booked by a resident, shown with 次日 to both, and is three hours long', async () => {
    const day = dayOf(house.cloud.now() + 3 * dayMs)
    const wang = await phoneOf('sample_wang', 'packages/booking/request?service=repair')
    await wang.page.touch('门锁门窗')
    await wang.page.type('具体要做什么', '夜里大门的锁拧不动')
    await wang.page.touch('另选时间')
    await chooseNight(wang, day)
    expect(wang.page.text()).toContain('22:00–次日01:00')
    await wang.page.touch('门窗可能松脱')
    wang.answer.subscribe('accept')
    await wang.page.tap('提交预约')
    expect(wang.page.text()).toContain('22:00–次日01:00')
    const { window } = await ask('sample_wang', 'booking.get', { bookingId: idOf(wang) })
    const from = instantOf(day, '22:00') ?? 0
    expect(window).toEqual({ from, to: from + 3 * hourMs })

    const li = await phoneOf('sample_li', 'pages/hall')
    expect(li.page.text()).toContain('22:00–次日01:00')
  })

  it('of a session is published by a coordinator, shown with 次日, and keeps its end when it is edited', async () => {
    const day = dayOf(house.cloud.now() + 10 * dayMs)
    const zhao = await phoneOf('sample_zhao', 'packages/coordinator/editor')
    await zhao.page.type('名称', '除夕守岁')
    await zhao.page.type('介绍', '一起守岁。')
    await zhao.page.type('地点', '妇女之家')
    await zhao.page.tap('加一场')
    await chooseNight(zhao, day)
    await zhao.page.tap('确定')
    expect(zhao.page.text()).toContain('22:00–次日01:00')
    await zhao.page.tap('保存并预览')
    await zhao.page.tap('发布')
    await zhao.page.near('再看看').tap('发布')
    expect(zhao.page.text()).toMatch(/已经发布。[\s\S]*22:00–次日01:00/)
    const activityId = idOf(zhao)
    const session = async () => (await ask('sample_wang', 'activity.get', { activityId })).sessions[0]
    const from = instantOf(day, '22:00') ?? 0
    expect(await session()).toMatchObject({ from, to: from + 3 * hourMs })

    await zhao.page.tap('改这个活动')
    await zhao.page.tap(zhao.page.controls.find((name) => name.includes('22:00–次日01:00')) ?? '')
    expect(named(zhao, '几点结束')).toBe('几点结束 次日01:00')
    await zhao.page.choose(named(zhao, '几点开始'), '21:30')
    await zhao.page.tap('确定')
    await zhao.page.tap('改好了，看看会告诉谁')
    await zhao.page.tap('就这样改')
    expect(zhao.page.text()).toContain('21:30–次日01:00')
    expect(await session()).toMatchObject({ from: from - hourMs / 2, to: from + 3 * hourMs })

    const wang = await phoneOf('sample_wang', `packages/activity/detail?id=${activityId}`)
    expect(wang.page.text()).toContain('21:30–次日01:00')
  })
})
