import fc from 'fast-check'
import type { BookingState } from '#contract/booking'
import { dayOf } from '#contract/shared/wallClock'
import type { Booking } from '#core/booking/booking'
import type { BookingFigures } from '#core/booking/figures'
import { doneBooking, openBooking } from '#support/bookings'
import { openTestHouse, type Person, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'
import { dayMs, hourMs } from '#support/time'

let house: TestHouse
let officer: Person
let leader: Person
let wang: Person
let made = 0
/** Every booking there is. */
const all: Booking[] = []

beforeAll(async () => {
  house = await openTestHouse()
  officer = await house.person('wx_officer', [{ role: 'officer', scope: { tier: 'community' } }])
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
  wang = await house.person('wx_wang')
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

const ago = (days: number) => dayOf(house.cloud.now() - days * dayMs)
const bookingsIn = async (from: string, to: string): Promise<BookingFigures> =>
  (await officer.ask('report.overview', { from, to })).bookings
/** What the bookings themselves say. */
function expectedIn(from: string, to: string): BookingFigures {
  const inSpan = all.filter(({ createdAt }) => dayOf(createdAt) >= from && dayOf(createdAt) <= to)
  const having = (state: BookingState) => inSpan.filter((booking) => booking.state === state).length
  const [confirmed, expired, cancelled] = [having('confirmed'), having('expired'), having('cancelled')]
  return { requested: inSpan.length, confirmed, expired, cancelled }
}

/** Writes a booking that was made so many days ago, as the functions left it. */
async function put(
  daysAgo: number,
  more: Partial<Booking>,
  start: Booking = openBooking(),
): Promise<Booking> {
  const createdAt = house.cloud.now() - daysAgo * dayMs - (made % 7) * hourMs
  const quiet = { wakesAt: null, dueAt: null, pending: [] }
  const booking = { ...start, ...quiet, _id: `b_old_${++made}`, createdAt, ...more }
  const { _id, ...data } = booking
  await sdkFor(house.cloud).database().collection('bookings').doc(_id).set({ data })
  all.push(booking)
  return booking
}

/** Lets the timer keep the figures of every day that is settled. */
async function keepAll(): Promise<void> {
  for (;;) {
    const { data } = (await house.cloud.tick()) as { data: Record<string, number> }
    if (!data.bookingFigures) return
  }
}

const states = ['open', 'claimed', 'done', 'confirmed', 'expired', 'cancelled'] as const

/** From which day on bookings are counted meanwhile, for each count. */
async function countedFrom(act: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = []
  house.cloud.hooks.before = (action, { collectionName, query }) => {
    if (action !== 'database.calculateDocument' || collectionName !== 'bookings') return
    const from = /"\$gte":(\d+)/.exec(JSON.stringify(query).replaceAll('\\"', '"'))?.[1]
    asked.push(dayOf(Number(from)))
  }
  await act()
  delete house.cloud.hooks.before
  return asked
}

test('after any bookings on any days, the overview of any span says what the bookings say, before their figures are kept and after', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ days: fc.nat({ max: 120 }), state: fc.constantFrom(...states) }), {
        minLength: 3,
        maxLength: 12,
      }),
      fc.array(fc.tuple(fc.nat({ max: 140 }), fc.nat({ max: 60 })), { minLength: 3, maxLength: 3 }),
      fc.nat({ max: 40 }),
      async (bookings, spans, later) => {
        // bookings are made today or later than all days that are kept
        const young = all.length > 0
        for (const { days, state } of bookings) await put(young ? days % 45 : days, { state })
        const agree = async () => {
          for (const [end, length] of spans)
            expect(await bookingsIn(ago(end + length), ago(end))).toEqual(
              expectedIn(ago(end + length), ago(end)),
            )
        }
        await agree()
        house.cloud.advance(later * dayMs)
        await keepAll()
        await agree()
      },
    ),
    { numRuns: 4, seed: 20_261_129, endOnFailure: true },
  )
})

describe('the figures of bookings', () => {
  it('are kept of every day that is settled: an overview counts the bookings of the last days alone', async () => {
    await put(20, { state: 'confirmed' })
    house.cloud.advance(dayMs)
    await keepAll()
    const [from, to] = [ago(200), ago(0)]
    const counted = await countedFrom(async () =>
      expect(await bookingsIn(from, to)).toEqual(expectedIn(from, to)),
    )
    expect(counted.length).toBeGreaterThan(0)
    expect(counted.every((day) => day >= ago(46))).toBe(true)
    // of settled days nothing is counted
    expect(await countedFrom(() => bookingsIn(ago(200), ago(60)))).toEqual([])
  })

  it('follow what happens late: a service that waited for the leader’s word since then', async () => {
    const served = doneBooking()
    const how = { ...served.checkedOut, how: 'planned_end' } as NonNullable<Booking['checkedOut']>
    const waiting = await put(30, { state: 'done', checkedOut: how, requesterId: wang.memberId }, served)
    house.cloud.advance(30 * dayMs)
    await keepAll()
    const day = dayOf(waiting.createdAt)
    const before = await bookingsIn(day, day)
    expect(before).toEqual(expectedIn(day, day))
    await leader.ask('booking.settle', { bookingId: waiting._id, minutes: 30, reason: '电话里问过了' })
    expect(await bookingsIn(day, day)).toEqual({ ...before, confirmed: before.confirmed + 1 })
    waiting.state = 'confirmed'
    house.cloud.advance(dayMs)
    await keepAll()
    expect(await countedFrom(() => bookingsIn(day, day))).toEqual([])
    expect(await bookingsIn(day, day)).toEqual(expectedIn(day, day))
  })

  it('stay beside the counts of that day’s requests', async () => {
    await wang.ask('request.file', {
      ...{ category: 'parking_shed', description: '车棚顶漏雨', gridId: 'grid1', estateId: 'huochai' },
      answers: { which: '3 号车棚', bicycles: '30' },
    })
    await put(0, { state: 'expired' })
    const today = ago(0)
    house.cloud.advance(50 * dayMs)
    await keepAll()
    const { requests, bookings } = await officer.ask('report.overview', { from: today, to: today })
    expect(requests.filed).toBe(1)
    expect(bookings).toEqual(expectedIn(today, today))
    expect(await countedFrom(() => bookingsIn(today, today))).toEqual([])
  })
})
