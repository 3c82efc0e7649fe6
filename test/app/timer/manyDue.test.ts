import { wallClock } from '#contract/shared/wallClock'
import { crowdOf, type Resident } from '#support/crowd'
import { bookingFrom, codeOn, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'
import { dayMs, hourMs, minuteMs } from '#support/time'

let house: TestHouse
let crowd: Resident[]
let officer: Person
const many = 30

beforeAll(async () => {
  house = await openTestHouse()
  crowd = await crowdOf(house, many)
  officer = await house.person('wx_officer', [{ role: 'officer', scope: { tier: 'community' } }])
  await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }])
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

type Asked = Parameters<NonNullable<TestHouse['cloud']['hooks']['before']>>[1]

/** Runs the timer once and gives what it asked of the database. */
async function ticked(): Promise<{ action: string; asked: Asked }[]> {
  const calls: { action: string; asked: Asked }[] = []
  house.cloud.hooks.before = (action, asked) => {
    if (action.startsWith('database.')) calls.push({ action, asked })
  }
  await house.cloud.tick()
  delete house.cloud.hooks.before
  return calls
}
const titles = async ({ send }: Pick<Resident, 'send'>) => {
  const answer = await send('inbox.list', { limit: 50 })
  return answer.ok ? answer.data.items.map(({ title }) => title) : []
}
const database = () => sdkFor(house.cloud).database()
const countOf = async (collection: string, where: object) =>
  ((await database().collection(collection).where(where).count()) as unknown as { total: number }).total

describe('many that are due at once', () => {
  it('cost little more than a write to move each and one to note it: everybody is told all the same', async () => {
    for (const { send } of crowd)
      await send('request.file', {
        ...{ category: 'parking_shed', description: '车棚顶漏雨', gridId: 'grid1', estateId: 'huochai' },
        answers: { which: '一号车棚', bicycles: '30' },
      })
    await house.cloud.tick()
    const idle = (await ticked()).length
    house.cloud.advance(20 * dayMs)
    const calls = await ticked()
    expect(calls.length - idle).toBeLessThan(3 * many)
    for (const one of crowd) expect(await titles(one)).toContain('没有按时办完，已转到上一级')
    expect((await titles(officer)).filter((title) => title === '超时诉求转到您这里')).toHaveLength(many)
    expect(await countOf('requests', { tier: 'grid' })).toBe(0)
    const left = (await ticked()).filter(({ asked }) => asked.collectionName === 'requests')
    expect(left).toHaveLength(1)
  })

  it('confirm themselves together, each once, also where two runs meet', async () => {
    const helpers = await Promise.all(
      [0, 1, 2].map((index) => house.person(`wx_helper_${index}`, [volunteerIn('repair')])),
    )
    const requester = await house.person('wx_requester')
    for (const helper of helpers) {
      const { bookingId } = await requester.ask('booking.request', bookingFrom(house.cloud.now()))
      await helper.ask('booking.claim', { bookingId })
      house.cloud.advance(hourMs)
      await helper.ask('booking.checkIn', { bookingId, code: await codeOn(house, requester, bookingId) })
      house.cloud.advance(30 * minuteMs)
      await helper.ask('booking.checkOut', { bookingId, code: await codeOn(house, requester, bookingId) })
    }
    const day = wallClock(house.cloud.now()).format('YYYY-MM-DD')
    house.cloud.advance(20 * dayMs)
    await Promise.all([house.cloud.tick(), house.cloud.tick()])
    for (const helper of helpers) {
      expect((await helper.ask('hours.statement', {})).totalMinutes).toBe(30)
      expect((await titles(helper)).filter((title) => title.includes('服务时长'))).toHaveLength(1)
    }
    const { hours } = await officer.ask('report.overview', { from: day, to: day })
    expect(hours).toMatchObject({ recordedMinutes: 90, volunteers: 3 })
  })
})

describe('messages that nobody has allowed', () => {
  it('are passed over together', async () => {
    const now = house.cloud.now()
    const notices = Array.from({ length: 300 }, (_, index) => ({
      ...{ _id: `n_wait_${index}`, communityId: 'tubengkan', memberId: 'm_nobody', at: now - index },
      ...{ read: false, dueAt: now - index, delivery: 'waiting', kind: 'booking_claimed', bookingId: 'b_1' },
    }))
    for (let start = 0; start < notices.length; start += 100)
      await database()
        .collection('notices')
        .add({ data: notices.slice(start, start + 100) as never })
    const calls = (await ticked()).filter(({ asked }) => asked.collectionName === 'notices')
    expect(calls.length).toBeLessThan(6)
    expect(await countOf('notices', { memberId: 'm_nobody', delivery: 'not_allowed' })).toBe(300)
    // later it is looked at whether somebody is to be called; here there is nobody
    house.cloud.advance(11 * minuteMs)
    await ticked()
    expect(await countOf('notices', { memberId: 'm_nobody', dueAt: null, callers: null })).toBe(300)
  })
})

describe('what is over', () => {
  it('is removed some hundreds at a time, however much there is', async () => {
    const old = house.cloud.now() - 400 * dayMs
    const notices = Array.from({ length: 1200 }, (_, index) => ({
      ...{ _id: `n_old_${index}`, communityId: 'tubengkan', memberId: 'm_gone', at: old + index },
      ...{ read: true, dueAt: null, delivery: 'sent', kind: 'booking_claimed' },
    }))
    for (let start = 0; start < notices.length; start += 100)
      await database()
        .collection('notices')
        .add({ data: notices.slice(start, start + 100) as never })
    house.cloud.advance(2 * hourMs)
    const removals = (await ticked()).filter(
      ({ action, asked }) => action === 'database.removeDocument' && asked.collectionName === 'notices',
    )
    const sizes = removals.map(({ asked }) => JSON.stringify(asked.query).match(/n_old_/g)?.length ?? 0)
    expect(sizes).toEqual([500, 500, 200])
    expect(await countOf('notices', { memberId: 'm_gone' })).toBe(0)
  })

  it('is not looked for in every minute', async () => {
    house.cloud.advance(2 * hourMs)
    const first = await ticked()
    house.cloud.advance(minuteMs)
    const second = await ticked()
    const asks = (calls: typeof first, collection: string) =>
      calls.filter(({ asked }) => asked.collectionName === collection).length
    expect(asks(first, 'intents')).toBe(1)
    expect(asks(second, 'intents')).toBe(0)
    expect(second.length).toBeLessThan(first.length)
  })
})
