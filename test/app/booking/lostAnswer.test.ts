import {
  bookingFrom,
  codeOn,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'

/** No operation makes as many calls to the store. */
const manyCalls = 40

let house: TestHouse
let people = 0

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** An operation to send, and what must be true afterwards, however often it was sent. */
interface Attempt {
  openid: string
  op: string
  input: unknown
  outcome(): Promise<unknown>
}

const someone = (...teams: string[]) => house.person(`wx_${++people}`, teams.map(volunteerIn))
const titles = async (person: Person) => (await person.ask('inbox.list', {})).items.map(({ title }) => title)

async function done(): Promise<{ resident: Person; volunteer: Person; bookingId: string }> {
  const resident = await someone()
  const volunteer = await someone('repair')
  const { bookingId } = await resident.ask('booking.request', soon())
  await volunteer.ask('booking.claim', { bookingId })
  await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
  house.cloud.advance(20 * minuteMs)
  await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) })
  return { resident, volunteer, bookingId }
}

function soon() {
  const now = house.cloud.now()
  return bookingFrom(now, { window: { from: now + 10 * minuteMs, to: now + 70 * minuteMs } })
}

const attempts: [string, unknown, () => Promise<Attempt>][] = [
  [
    'booking.claim',
    { timeline: ['requested', 'claimed'], told: 1 },
    async () => {
      const resident = await someone()
      const { openid } = await someone('repair')
      const { bookingId } = await resident.ask('booking.request', soon())
      return {
        openid,
        op: 'booking.claim',
        input: { bookingId },
        outcome: async () => ({
          timeline: (await resident.ask('booking.get', { bookingId })).timeline.map(({ event }) => event),
          told: (await titles(resident)).filter((title) => title === '有志愿者接单了').length,
        }),
      }
    },
  ],
  [
    'booking.confirm',
    { totalMinutes: 20, told: 1 },
    async () => {
      const { resident, volunteer, bookingId } = await done()
      return {
        openid: resident.openid,
        op: 'booking.confirm',
        input: { bookingId, stars: 5 },
        outcome: async () => ({
          totalMinutes: (await volunteer.ask('hours.statement', {})).totalMinutes,
          told: (await titles(volunteer)).filter((title) => title === '服务时长已记入').length,
        }),
      }
    },
  ],
  [
    'desk.approve',
    { state: 'approved', token: expect.any(String) },
    async () => {
      const { openid } = await someone()
      const begun = (await house.cloud.api(undefined, { op: 'desk.begin' })) as {
        data: { pairId: string; pollSecret: string; digits: string }
      }
      const { pairId, pollSecret, digits } = begun.data
      const polled = async () =>
        (await house.cloud.api(undefined, { op: 'desk.poll', input: { pairId, pollSecret } })) as never
      return {
        openid,
        op: 'desk.approve',
        input: { pairId, digits },
        outcome: async () => ((await polled()) as { data: unknown }).data,
      }
    },
  ],
  [
    'community.edit',
    1,
    async () => {
      const edit = { phone: `023-${++people}` }
      const before = await house.admin.ask('community.edit', { name: '邻里' })
      return {
        openid: house.admin.openid,
        op: 'community.edit',
        input: edit,
        outcome: async () => (await house.admin.ask('community.edit', { name: '邻里' })).rev - before.rev - 1,
      }
    },
  ],
]

describe.each(attempts)('%s', (_, expected, begin) => {
  it('has its effect once and says yes, whichever answer of the store is lost', async () => {
    for (let lost = 1; lost < manyCalls; lost++) {
      const { openid, op, input, outcome } = await begin()
      const send = () => house.cloud.call(openid, 'api', { op, input, commandId: `lost-${lost}` })
      let calls = 0
      house.cloud.hooks.after = (action) =>
        action.startsWith('database.') && ++calls === lost ? 'drop' : undefined
      const first = await send()
      delete house.cloud.hooks.after
      expect(first).toMatchObject({ ok: true })
      expect(await send()).toEqual(first)
      expect(await outcome()).toEqual(expected)
      if (calls < lost) return
    }
    throw new Error('the operation never came to its end')
  })
})
