import { callsOf } from '#support/callCount'
import {
  bookingFrom,
  dayMs,
  hourMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { slowStore } from '#support/slowStore'

let house: TestHouse
let resident: Person
let wang: Person
let li: Person

beforeAll(async () => {
  house = await openTestHouse({ workers: 6 })
  resident = await house.person('wx_resident', [], '王奶奶')
  wang = await house.person('wx_wang', [volunteerIn('repair')], '王师傅')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

/** Each resident has a household of their own: a household has few series. */
let residents = 0
const another = () => house.person(`wx_another_${residents++}`)

let hour = 1
async function weekly(by: Person, weeks = 4, change: Parameters<typeof bookingFrom>[1] = {}) {
  const from = house.cloud.now() + 3 * dayMs + hour++ * 2 * hourMs
  const input = bookingFrom(house.cloud.now(), { window: { from, to: from + hourMs }, weeks, ...change })
  const { bookingId } = await by.ask('booking.request', input)
  return { bookingId, from }
}
const entries = async (by: Person, bookingId: string) =>
  (await by.ask('booking.get', { bookingId })).seriesEntries ?? []
const states = async (by: Person, bookingId: string) =>
  (await entries(by, bookingId)).map(({ state }) => state).join(' ')

describe('a series', () => {
  it('is a booking of its own each week, made by one command that may come twice', async () => {
    const asked = bookingFrom(house.cloud.now(), { weeks: 4 })
    const day = new Date(asked.window.from + 7 * dayMs + 8 * hourMs).toISOString().slice(0, 10)
    const input = { ...asked, without: [day] }
    const by = await another()
    const [once, twice] = await Promise.all(
      [1, 2].map(() => by.ask('booking.request', input, { commandId: 'every week' })),
    )
    expect(twice).toEqual(once)
    const all = await entries(by, once?.bookingId ?? '')
    expect(all.map(({ number, window }) => [number, (window.from - asked.window.from) / dayMs])).toEqual([
      [1, 0],
      [2, 14],
      [3, 21],
    ])
  })

  it('costs little more than one booking', async () => {
    const by = await another()
    const asked = (weeks?: number) =>
      callsOf(house.cloud, () =>
        by.send('booking.request', bookingFrom(house.cloud.now(), weeks ? { weeks } : {})),
      )
    const one = await asked()
    const eight = await asked(8)
    expect(eight.reply).toMatchObject({ ok: true, data: { of: 8 } })
    expect(eight.before).toBeLessThanOrEqual(one.before)
  })

  it('is one card in the hall and in the resident’s list', async () => {
    const by = await another()
    const { bookingId } = await weekly(by)
    const isIts = ({ bookingId: id }: { bookingId: string }) => id.startsWith(bookingId)
    const hall = (await wang.ask('booking.list', { scope: 'open' })).items.filter(isIts)
    expect(hall).toMatchObject([{ bookingId, series: { number: 1, of: 4, ahead: 4 } }])
    const own = (await by.ask('booking.list', { scope: 'mine' })).items
    expect(own).toMatchObject([{ bookingId, series: { number: 1, of: 4, ahead: 4 } }])
    const home = await by.ask('home.get', {})
    expect(home.bookings).toHaveLength(1)
  })

  it('is claimed whole by those who come every week; what clashes is named and left, and the resident is told once', async () => {
    const by = await another()
    const { bookingId, from } = await weekly(by)
    const other = bookingFrom(house.cloud.now(), {
      window: { from: from + 7 * dayMs, to: from + 7 * dayMs + hourMs },
    })
    const { bookingId: inTheWay } = await resident.ask('booking.request', other)
    await wang.ask('booking.claim', { bookingId: inTheWay })
    const command = { commandId: 'every week' }
    const claimed = await wang.ask('booking.claim', { bookingId, restOfSeries: true }, command)
    expect(claimed).toEqual({
      state: 'claimed',
      series: { claimed: 3, left: [{ number: 2, from: from + 7 * dayMs, why: 'clash' }] },
    })
    expect(await wang.ask('booking.claim', { bookingId, restOfSeries: true }, command)).toEqual(claimed)
    expect(await states(by, bookingId)).toBe('claimed open claimed claimed')
    const told = (await by.ask('inbox.list', {})).items.map(({ title }) => title)
    expect(told.filter((title) => title === '每周都有人来了')).toHaveLength(1)
    expect(told).not.toContain('有志愿者认领了')
    const home = await wang.ask('home.get', {})
    expect(home.waiting.filter(({ to }) => to.includes(bookingId))).toHaveLength(1)
  })

  it('has one winner of each where two want all of it at once', async () => {
    const by = await another()
    const { bookingId } = await weekly(by)
    slowStore(house)
    const answers = await Promise.all(
      [wang, li].map((one) => one.send('booking.claim', { bookingId, restOfSeries: true })),
    )
    delete house.cloud.hooks.before
    expect(await states(by, bookingId)).toBe('claimed claimed claimed claimed')
    const claimed = answers.map((answer) => (answer.ok ? (answer.data.series?.claimed ?? 0) : 0))
    expect(claimed.reduce((sum, one) => sum + one)).toBe(4)
    for (const [index, one] of [wang, li].entries()) {
      const mine = (await entries(one, bookingId)).filter(({ mine }) => mine)
      expect(mine).toHaveLength(claimed[index] ?? 0)
      // the diary holds what was won, and nothing else: the rest can be claimed elsewhere at that time
      await one.send('booking.release', {
        bookingId: mine[0]?.bookingId ?? bookingId,
        reason: '有事',
        restOfSeries: true,
      })
    }
    expect(await states(by, bookingId)).toBe('open open open open')
    const whole = await li.ask('booking.claim', { bookingId, restOfSeries: true })
    expect(whole.series?.claimed).toBe(4)
  })

  it('loses one that is called off, or the rest from one on; the volunteer hears of the rest once', async () => {
    const by = await another()
    const { bookingId } = await weekly(by, 5)
    await li.ask('booking.claim', { bookingId, restOfSeries: true })
    await by.ask('booking.cancel', { bookingId: `${bookingId}-2`, reason: '这次不用' })
    expect(await states(by, bookingId)).toBe('claimed cancelled claimed claimed claimed')
    const done = await by.ask('booking.cancel', {
      bookingId: `${bookingId}-4`,
      reason: '不用了',
      restOfSeries: true,
    })
    expect(done).toEqual({ state: 'cancelled', moved: 2 })
    expect(await states(by, bookingId)).toBe('claimed cancelled claimed cancelled cancelled')
    const told = (await li.ask('inbox.list', {})).items.filter((notice) =>
      notice.bookingId?.startsWith(bookingId),
    )
    expect(told.map(({ title }) => title).sort()).toEqual(['居民取消了每周的预约', '居民取消了预约'])
    const again = bookingFrom(house.cloud.now(), {
      window: (await by.ask('booking.get', { bookingId: `${bookingId}-4` })).window,
    })
    const { bookingId: freed } = await resident.ask('booking.request', again)
    await li.ask('booking.claim', { bookingId: freed })
  })

  it('stays where it is when one of it is moved', async () => {
    const by = await another()
    const { bookingId, from } = await weekly(by, 3)
    const window = { from: from + 8 * dayMs, to: from + 8 * dayMs + hourMs }
    await by.ask('booking.change', { bookingId: `${bookingId}-2`, window })
    const all = await entries(by, bookingId)
    expect(all.map((entry) => (entry.window.from - from) / dayMs)).toEqual([0, 8, 14])
  })

  it('is no way round the limits: a household has two at a time, and each counts as one booking', async () => {
    const by = await another()
    await weekly(by, 2)
    await weekly(by, 12)
    const more = bookingFrom(house.cloud.now(), { weeks: 2 })
    expect(await by.send('booking.request', more)).toMatchObject({ code: 'series_full' })
    expect(await by.send('booking.request', { ...more, weeks: 13 })).toMatchObject({ code: 'invalid_input' })
    expect(await by.send('booking.request', { ...more, hands: 2 })).toMatchObject({ code: 'invalid_input' })
    expect((await by.send('booking.request', bookingFrom(house.cloud.now()))).ok).toBe(true)
  })

  it('names the public holidays it would meet', async () => {
    const eve = Date.UTC(2026, 8, 24, 1)
    const { days } = await resident.ask('booking.weeks', { from: eve, weeks: 3 })
    expect(days.map(({ day, holiday }) => [day, holiday])).toEqual([
      ['2026-09-24', undefined],
      ['2026-10-01', '国庆节'],
      ['2026-10-08', undefined],
    ])
  })
})
