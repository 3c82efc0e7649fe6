import {
  bookingFrom,
  codeOn,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'

/** No operation makes as many calls to the store. */
const manyCalls = 40

let house: TestHouse
let resident: Person
let volunteer: Person
let edits = 0

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident')
  volunteer = await house.person('wx_volunteer', [volunteerIn('repair')])
})
afterAll(() => house.close())

/** An operation to send, and what must be true afterwards, however often it was sent. */
interface Attempt {
  openid: string
  op: string
  input: unknown
  outcome(): Promise<unknown>
}

/** Counts how often the person is told this from now on. */
async function counting(person: Person, said: string): Promise<() => Promise<number>> {
  const found = async () => {
    const { items } = await person.ask('inbox.list', {})
    return items.filter(({ title }) => title === said).map(({ noticeId }) => noticeId)
  }
  const before = await found()
  return async () => (await found()).filter((noticeId) => !before.includes(noticeId)).length
}

async function done(): Promise<string> {
  const { bookingId } = await resident.ask('booking.request', soon())
  await volunteer.ask('booking.claim', { bookingId })
  await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
  house.cloud.advance(20 * minuteMs)
  await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) })
  return bookingId
}

/** A visit after all that were booked before it, so that the volunteer is free. */
function soon() {
  const now = house.cloud.advance(2 * hourMs)
  return bookingFrom(now, { window: { from: now + 10 * minuteMs, to: now + 70 * minuteMs } })
}

const attempts: [string, unknown, () => Promise<Attempt>][] = [
  [
    'booking.claim',
    { timeline: ['requested', 'claimed'], told: 1 },
    async () => {
      const { bookingId } = await resident.ask('booking.request', soon())
      const told = await counting(resident, '有志愿者认领了')
      return {
        openid: volunteer.openid,
        op: 'booking.claim',
        input: { bookingId },
        outcome: async () => ({
          timeline: (await resident.ask('booking.get', { bookingId })).timeline.map(({ event }) => event),
          told: await told(),
        }),
      }
    },
  ],
  [
    'booking.confirm',
    { minutes: 20, told: 1 },
    async () => {
      const bookingId = await done()
      const told = await counting(volunteer, '服务时长已记入')
      const minutes = async () => (await volunteer.ask('hours.statement', {})).totalMinutes
      const before = await minutes()
      return {
        openid: resident.openid,
        op: 'booking.confirm',
        input: { bookingId, stars: 5 },
        outcome: async () => ({
          minutes: (await minutes()) - before,
          told: await told(),
        }),
      }
    },
  ],
  [
    'desk.approve',
    { state: 'approved', token: expect.any(String) },
    async () => {
      const begun = (await house.cloud.api(undefined, { op: 'desk.begin' })) as {
        data: { pairId: string; pollSecret: string; digits: string }
      }
      const { pairId, pollSecret, digits } = begun.data
      const polled = async () =>
        (await house.cloud.api(undefined, { op: 'desk.poll', input: { pairId, pollSecret } })) as never
      return {
        openid: resident.openid,
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
      const edit = { phone: `023-${++edits}` }
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
