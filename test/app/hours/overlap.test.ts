import fc from 'fast-check'
import { fromBase32, scanCode, stepAt } from '#contract/shared/attendanceCode'
import { openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { dayMs, hourMs, minuteMs } from '#support/time'

let house: TestHouse
let resident: Person
let leader: Person
let made = 0

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }], '陈队长')
})
afterAll(() => house.close())

const volunteer = () => house.person(`wx_overlap_${++made}`, [volunteerIn('repair')], '李师傅')
const texts = async (person: Person) => (await person.ask('inbox.list', { limit: 50 })).items

/** Claimed bookings of an hour each, one after the other, and the code of each at any time. */
async function claimed(person: Person, count: number) {
  const start = house.cloud.now() + hourMs
  const bookings: { bookingId: string; codeAt: (at: number) => string }[] = []
  for (let hour = 0; hour < count; hour++) {
    const from = start + hour * hourMs
    const { bookingId } = await resident.ask('booking.request', {
      service: 'repair',
      kind: 'plumbing',
      description: '水龙头漏水',
      risks: '无',
      place: 'home',
      window: { from, to: from + hourMs },
    })
    await person.ask('booking.claim', { bookingId })
    const { secret, stepSeconds } = await resident.ask('booking.code', { bookingId })
    const codeAt = (at: number) => scanCode(fromBase32(secret), stepAt(at, stepSeconds))
    bookings.push({ bookingId, codeAt })
  }
  return { start, bookings }
}

/** Reports the coming and the going after both, as a phone without a network does; times in minutes. */
async function attended(
  person: Person,
  { bookingId, codeAt }: { bookingId: string; codeAt: (at: number) => string },
  [from, to]: readonly [number, number],
) {
  await person.ask('booking.checkIn', { bookingId, code: codeAt(from), at: from })
  await person.ask('booking.checkOut', { bookingId, code: codeAt(to), at: to })
}

describe('a check-in at a second booking while in service at the first', () => {
  test('counts each minute once; both pages, the notices and the leader say why, once', async () => {
    const li = await volunteer()
    const { start, bookings } = await claimed(li, 2)
    const [first, second] = bookings
    if (!first || !second) throw new Error('two bookings')
    house.cloud.advance(4 * hourMs)
    await attended(li, first, [start, start + 80 * minuteMs])
    await attended(li, second, [start + 50 * minuteMs, start + 110 * minuteMs])
    const confirm = { bookingId: first.bookingId, stars: 5 }
    await resident.ask('booking.confirm', confirm)
    await resident.ask('booking.confirm', { ...confirm, bookingId: second.bookingId })
    const overlap = { minutes: 30, titles: ['水管漏水'] }
    const { items, recordedMinutes } = await li.ask('hours.statement', {})
    expect(recordedMinutes).toBe(110)
    expect(items).toMatchObject([{ minutes: 30, overlap }, { minutes: 80 }])
    expect(items[1]).not.toHaveProperty('overlap')

    const { bookingId } = second
    expect(await li.ask('booking.get', { bookingId })).toMatchObject({ minutes: 60, overlap })
    expect(await leader.ask('booking.get', { bookingId })).toMatchObject({ minutes: 60, overlap })
    expect(await resident.ask('booking.get', { bookingId })).toMatchObject({
      overlap: { minutes: 30, titles: [] },
    })
    expect((await texts(li))[0]?.text).toMatch('重叠，只计 30 分钟')
    const told = (await texts(leader)).filter(({ title }) => title === '两次服务时间重叠')
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toMatch('只计 30 分钟')

    const entryId = `${li.memberId}:1`
    await leader.ask('hours.reverse', { entryId, reason: '没有去' })
    expect(await li.ask('hours.statement', {})).toMatchObject({ recordedMinutes: 60 })
    expect((await texts(li))[0]?.text).toMatch('50 分钟由陈队长更正扣回')
    const { certificateNo } = await li.ask('hours.certificate', {})
    expect(await li.ask('certificate.get', { certificateNo })).toMatchObject({
      minutes: 60,
      services: [{ times: 1, minutes: 60 }],
    })
  })
})

type Time = readonly [number, number]

/** The minutes of the clock, counted tick by tick; groups that meet are rounded down together. */
function clockMinutes(standing: readonly Time[]): number {
  const left = [...standing]
  let sum = 0
  for (let group = left.splice(0, 1); group.length > 0; group = left.splice(0, 1)) {
    for (let at = 0; at < group.length; at++)
      for (let other = left.length - 1; other >= 0; other--) {
        const [a, b] = [group[at], left[other]]
        if (a && b && a[0] < b[1] && b[0] < a[1]) group.push(...left.splice(other, 1))
      }
    const whole = Math.max(...group.map(([, to]) => to)) - Math.min(...group.map(([from]) => from))
    sum += Math.floor(whole / minuteMs)
  }
  return sum
}

/** When the volunteer came and how long they stayed, in half minutes; and whether a leader takes it back. */
const visit = fc.record({
  from: fc.nat(300),
  stays: fc.integer({ min: 10, max: 240 }),
  order: fc.nat(),
  taken: fc.boolean(),
})
const lives = fc.array(visit, { minLength: 2, maxLength: 4 })

test('in any order, at once, offline and taken back, the ledger of a volunteer is the clock’s', async () => {
  let overlapped = 0
  await fc.assert(
    fc.asyncProperty(lives, fc.boolean(), async (visits, atOnce) => {
      const person = await volunteer()
      const { start, bookings } = await claimed(person, visits.length)
      house.cloud.advance(10 * hourMs)
      const times = visits.map(({ from, stays }, index): Time => {
        const came = start + index * hourMs - 30 * minuteMs + from * 30_000
        return [came, came + stays * 30_000]
      })
      const order = visits
        .map((_, index) => index)
        .sort((a, b) => (visits[a]?.order ?? 0) - (visits[b]?.order ?? 0))
      const confirms: (() => Promise<unknown>)[] = []
      for (const index of order) {
        const [booking, time] = [bookings[index], times[index]]
        if (!booking || !time) throw new Error('a booking for each visit')
        await attended(person, booking, time)
        confirms.push(() => resident.ask('booking.confirm', { bookingId: booking.bookingId, stars: 5 }))
      }
      if (atOnce) await Promise.all(confirms.map((confirm) => confirm()))
      else for (const confirm of confirms) await confirm()
      const statement = await person.ask('hours.statement', { limit: 50 })
      expect(statement.items).toHaveLength(visits.length)
      expect(statement.recordedMinutes).toBe(clockMinutes(times))
      overlapped += statement.items.filter(({ overlap }) => overlap).length

      const back = statement.items.filter((_, index) => visits[index]?.taken)
      const reverse = ({ entryId }: { entryId: string }) =>
        leader.ask('hours.reverse', { entryId, reason: '记错了' })
      if (atOnce) await Promise.all(back.map(reverse))
      else for (const line of back) await reverse(line)
      const stands = [...times]
      for (const { servedFrom, servedTo } of back)
        stands.splice(
          stands.findIndex(([from, to]) => from === servedFrom && to === servedTo),
          1,
        )
      expect((await person.ask('hours.statement', {})).recordedMinutes).toBe(clockMinutes(stands))
    }),
    { numRuns: 5, seed: 20_261_129, endOnFailure: true },
  )
  expect(overlapped).toBeGreaterThan(3)
  expect((await house.admin.ask('hours.verify', { limit: 50 })).breaks).toEqual([])
  house.cloud.advance(dayMs)
})
