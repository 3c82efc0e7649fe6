import { callsOf } from '#support/callCount'
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

let house: TestHouse
let resident: Person
let volunteer: Person

beforeAll(async () => {
  house = await openTestHouse({ workers: 1 })
  resident = await house.person('wx_resident', [], '王奶奶')
  volunteer = await house.person('wx_volunteer', [volunteerIn('repair')], '李师傅')
})
afterAll(() => house.close())

const book = async () => (await resident.ask('booking.request', bookingFrom(house.cloud.now()))).bookingId
const told = async (who: Person, bookingId: string): Promise<number> =>
  (await who.ask('inbox.list', {})).items.filter((notice) => notice.bookingId === bookingId).length

describe('what follows from a command', () => {
  it('is done after the answer, which needs five calls for a claim and three for a code', async () => {
    const bookingId = await book()
    let sent = 0
    const counted = (op: string, input: object) =>
      callsOf(house.cloud, () =>
        house.cloud.call(volunteer.openid, 'api', { op, input, commandId: `counted-${sent++}` }),
      )
    const claimed = await counted('booking.claim', { bookingId })
    house.cloud.advance(hourMs)
    const code = await codeOn(house, resident, bookingId)
    const checkedIn = await counted('booking.checkIn', { bookingId, code })
    house.cloud.advance(hourMs)
    const left = await codeOn(house, resident, bookingId)
    const checkedOut = await counted('booking.checkOut', { bookingId, code: left })
    expect([claimed, checkedIn, checkedOut].map(({ before }) => before)).toEqual([5, 3, 3])
    expect(claimed.after).toBeGreaterThan(0)
    expect(await told(resident, bookingId)).toBe(3)
  })

  it('is owed where the platform never comes to it, and the timer does it once', async () => {
    const bookingId = await book()
    house.cloud.hooks.before = (action, { collectionName }) => {
      if (action === 'database.insertDocument' && collectionName === 'notices')
        throw new Error('the function is frozen')
    }
    await volunteer.ask('booking.claim', { bookingId })
    delete house.cloud.hooks.before
    expect(await told(resident, bookingId)).toBe(0)
    house.cloud.advance(minuteMs)
    await house.cloud.tick()
    await house.cloud.tick()
    expect(await told(resident, bookingId)).toBe(1)
  })

  it('includes what claimer and requester are to each other: nothing is credited before it is read', async () => {
    const daughter = await house.person('wx_daughter', [volunteerIn('repair')], '王女儿')
    await resident.ask('member.appointProxy', { memberId: daughter.memberId })
    await daughter.ask('member.acceptProxy', { memberId: resident.memberId })
    const bookingId = await book()
    house.cloud.hooks.before = (action, { collectionName }) => {
      if (action === 'database.getDocument' && collectionName === 'proxyships')
        throw new Error('the function is frozen')
    }
    await daughter.ask('booking.claim', { bookingId })
    house.cloud.advance(hourMs)
    const arrived = await codeOn(house, resident, bookingId)
    await daughter.ask('booking.checkIn', { bookingId, code: arrived })
    house.cloud.advance(hourMs)
    const left = await codeOn(house, resident, bookingId)
    await daughter.ask('booking.checkOut', { bookingId, code: left })
    delete house.cloud.hooks.before
    expect(await resident.ask('booking.confirm', { bookingId, stars: 5 })).toMatchObject({ state: 'done' })
    expect(await daughter.ask('hours.statement', {})).toMatchObject({ recordedMinutes: 0 })
    expect(await resident.ask('booking.get', { bookingId })).toMatchObject({ waits: 'related' })
  })
})
