import type { RawInputOf } from '#contract/operations'
import {
  appoint,
  bookingFrom,
  dayMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let wang: Person
let daughter: Person
let worker: Person
let li: Person
let zhou: Person

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang', [], '王奶奶')
  daughter = await house.person('wx_daughter', [], '小王')
  const { member } = await wang.ask('member.me', {})
  const scope = { gridId: member?.gridId ?? '' }
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope }], '小刘')
  li = await house.person('wx_li', [volunteerIn('disability_aid')], '李师傅')
  zhou = await house.person('wx_zhou', [volunteerIn('disability_aid')], '周师傅')
  await appoint(wang, daughter)
})
afterAll(() => house.close())

const destination = '市精神卫生中心'
const escort = () =>
  bookingFrom(house.cloud.now(), {
    service: 'disability_aid',
    kind: 'escort',
    place: 'accompany',
    destination,
    description: '陪我去看病',
  })
const booked = async () => (await wang.ask('booking.request', escort())).bookingId

describe('where an escort goes', () => {
  it('is read by the requester, their proxy, the claimer and staff, and not by the team', async () => {
    const bookingId = await booked()
    const seen = async (who: Person, more = {}) =>
      (await who.ask('booking.get', { bookingId }, more)).destination
    expect(await seen(wang)).toBe(destination)
    expect(await seen(daughter, { actingFor: wang.memberId })).toBe(destination)
    expect(await seen(worker)).toBe(destination)
    for (const volunteer of [li, zhou]) {
      const page = await volunteer.ask('booking.get', { bookingId })
      const hall = await volunteer.ask('booking.list', { scope: 'open' })
      expect(JSON.stringify([page, hall])).not.toContain(destination)
    }
    await li.ask('booking.claim', { bookingId })
    expect(await seen(li)).toBe(destination)
    expect(await seen(zhou)).toBeUndefined()
    await li.ask('booking.release', { bookingId, reason: '病了' })
    expect(await seen(li)).toBeUndefined()
  })

  it('is sealed, and each look of another person at it is on the resident’s record', async () => {
    const bookingId = await booked()
    const stored = await sdkFor(house.cloud).database().collection('bookings').where({ _id: bookingId }).get()
    expect(JSON.stringify(stored)).toContain('陪我去看病')
    expect(JSON.stringify(stored)).not.toContain(destination)
    await li.ask('booking.claim', { bookingId })
    await li.ask('booking.get', { bookingId })
    await worker.ask('booking.slip', { bookingId })
    const lines = (await wang.ask('member.accessLog', {})).items.filter(({ fields }) =>
      fields.includes('destination'),
    )
    expect(lines.slice(0, 2).map(({ viewerName }) => viewerName)).toEqual(['小刘', '李师傅'])
  })

  it('stands on the slip that the resident is given', async () => {
    const bookingId = await booked()
    expect(await worker.ask('booking.slip', { bookingId })).toMatchObject({ destination })
    expect(await wang.ask('booking.slip', { bookingId })).toMatchObject({ destination })
  })

  it('stays with the booking when the number changes, and goes with the door', async () => {
    const bookingId = await booked()
    await wang.ask('member.changePhone', { phone: '13900001111' })
    expect(await wang.ask('booking.get', { bookingId })).toMatchObject({ destination })
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
    house.cloud.advance(31 * dayMs)
    await house.cloud.tick()
    expect(await wang.ask('booking.get', { bookingId })).not.toHaveProperty('destination')
  })

  it('is changed with the booking, stays where it is not said anew, and goes when the help is at home', async () => {
    const bookingId = await booked()
    const changed = async (change: Omit<RawInputOf<'booking.change'>, 'bookingId'>) => {
      await wang.ask('booking.change', { bookingId, ...change })
      return (await wang.ask('booking.get', { bookingId })).destination
    }
    expect(await changed({ destination: '市中医院' })).toBe('市中医院')
    expect(await changed({ address: '火柴新村大门口' })).toBe('市中医院')
    expect(await changed({ place: 'home' })).toBeUndefined()
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('is nothing that help at home has', async () => {
    const { bookingId } = await wang.ask('booking.request', { ...escort(), place: 'home' })
    expect(await wang.ask('booking.get', { bookingId })).not.toHaveProperty('destination')
  })
})
