import type { Measure } from '#contract/publication'
import { dayOf } from '#contract/shared/wallClock'
import type { MonthFigure } from '#contract/standard'
import type { Booking } from '#core/booking/booking'
import type { ServiceRequest } from '#core/request/request'
import { askThrough } from '#local/sample/driver'
import { fillSample } from '#local/sample/fill'
import { doneBooking, openBooking } from '#support/bookings'
import { dayMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let wang: Person
let worker: Person

/** The sample's week, then some months of bookings as the functions leave them, and a request of each kind. */
beforeAll(async () => {
  house = await openTestHouse()
  const { cloud } = house
  const clock = {
    now: cloud.now,
    async until(at: number) {
      if (at > cloud.now()) cloud.advance(at - cloud.now())
    },
  }
  await fillSample(askThrough(cloud.drive), clock, async () => void (await cloud.tick()))
  wang = await house.person('wx_wang', [], '王奶奶')
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }], '刘姐')
  await putOld()
})
afterAll(() => house.close())

const raw = async <Document>(collection: string): Promise<Document[]> =>
  (
    (await sdkFor(house.cloud).database().collection(collection).limit(1000).get()) as unknown as {
      data: Document[]
    }
  ).data

async function putOld(): Promise<void> {
  const old: Partial<Booking>[] = [
    { ...doneBooking(), state: 'confirmed', claims: 1, claimedInTime: true },
    { ...doneBooking(), state: 'confirmed', claims: 2 },
    { state: 'expired', claims: 1, claimedInTime: true },
    { state: 'expired', claims: 0 },
    { state: 'cancelled', claims: 0 },
  ]
  for (const [index, daysAgo] of [3, 40, 70, 71, 100, 130].entries())
    for (const [nth, more] of old.entries()) {
      const { _id, ...data } = {
        ...openBooking(),
        ...more,
        ...{ wakesAt: null, dueAt: null, pending: [], communityId: 'tubengkan' },
        _id: `b_old_${index}_${nth}`,
        createdAt: house.cloud.now() - daysAgo * dayMs,
      }
      await sdkFor(house.cloud).database().collection('bookings').doc(_id).set({ data })
    }
}

const monthAgo = (days: number) => dayOf(house.cloud.now() - days * dayMs).slice(0, 7)
const stranger = () => house.stranger('wx_stranger')

/** What the documents themselves say of a month. */
async function recounted(month: string): Promise<Record<Measure, Omit<MonthFigure, 'month'>>> {
  const requests = (await raw<ServiceRequest>('requests')).filter(({ filedDay }) =>
    filedDay.startsWith(month),
  )
  const bookings = (await raw<Booking>('bookings')).filter(
    ({ createdAt, hand }) => dayOf(createdAt).startsWith(month) && hand?.number !== 2,
  )
  const given = ({ respondedAt, respondBy, finishedAt }: ServiceRequest) =>
    respondedAt !== null || (finishedAt ?? 0) > respondBy
  const toAnswer = requests.filter((one) => !one.withdrawn || given(one))
  const toResolve = requests.filter((one) => !one.withdrawn)
  const rated = requests.filter(({ satisfied }) => satisfied !== null)
  const over = bookings.filter(({ state }) => state === 'confirmed' || state === 'expired')
  const promised = over.filter(({ state, claims }) => state === 'confirmed' || claims > 0)
  const part = <Each>(all: Each[], test: (one: Each) => boolean) => ({
    of: all.length,
    kept: all.filter(test).length,
  })
  return {
    answered_in_time: part(
      toAnswer,
      ({ respondedAt, respondBy }) => respondedAt !== null && respondedAt <= respondBy,
    ),
    resolved: part(toResolve, ({ state }) => state === 'resolved' || state === 'closed'),
    satisfied: part(rated, ({ satisfied }) => satisfied === true),
    claimed_in_time: part(over, ({ claimedInTime }) => claimedInTime === true),
    booking_kept: part(promised, ({ state }) => state === 'confirmed'),
  }
}

async function expectRecount(): Promise<void> {
  const [from, to] = [monthAgo(140), monthAgo(0)]
  const { measures } = await stranger().ask('standard.figures', { from, to })
  const months = measures.resolved.map(({ month }) => month)
  expect(months.at(0)).toBe(from)
  expect(months.at(-1)).toBe(to)
  for (const [index, month] of months.entries()) {
    const said = Object.fromEntries(
      Object.entries(measures).map(([measure, lines]) => [measure, lines[index]]),
    )
    const counted = Object.entries(await recounted(month))
    expect(said).toEqual(Object.fromEntries(counted.map(([measure, part]) => [measure, { month, ...part }])))
  }
  const sum = (measure: Measure) => measures[measure].reduce((all, { kept }) => all + kept, 0)
  expect(sum('resolved')).toBeGreaterThan(0)
  expect(sum('claimed_in_time')).toBeGreaterThanOrEqual(12)
}

describe('the figures of a standard', () => {
  it('are, for anybody and every month, what a count of the records gives', async () => {
    await expectRecount()
  })

  it('stay so when what they count of changes, and when figures of settled days are kept', async () => {
    const file = async () =>
      (
        await wang.ask('request.file', {
          ...{ category: 'other', description: '路灯不亮', gridId: 'grid1', place: '北门' },
        })
      ).requestId
    const [one, two, three] = [await file(), await file(), await file()]
    await worker.ask('request.resolve', { requestId: one, resolution: '换了灯泡。' })
    await wang.ask('request.rate', { requestId: one, satisfied: false, comment: '又坏了' })
    await worker.ask('request.resolve', { requestId: two, resolution: '换了灯泡。' })
    await wang.ask('request.rate', { requestId: two, satisfied: true })
    await wang.ask('request.withdraw', { requestId: three, reason: '已经亮了。' })
    await expectRecount()
    for (let minute = 0; minute < 6; minute++) await house.cloud.tick()
    await expectRecount()
  })

  it('are of at most a year, of months in their order, which days may stand for', async () => {
    const code = async (from: string, to: string) => {
      const answer = await stranger().send('standard.figures', { from, to })
      return answer.ok ? 'ok' : answer.code
    }
    expect(await code('2026-01', '2026-12')).toBe('ok')
    expect(await code('2026-01-15', '2026-02-01')).toBe('ok')
    expect(await code('2026-01', '2027-01')).toBe('invalid_input')
    expect(await code('2026-02', '2026-01')).toBe('invalid_input')
    expect(await code('2026-13', '2026-14')).toBe('invalid_input')
  })
})
