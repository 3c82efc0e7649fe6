import {
  appoint,
  bookingFrom,
  dayMs,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let wang: Person
let proxy: Person
let li: Person
let zhao: Person

beforeAll(async () => {
  house = await openTestHouse({ workers: 3 })
  wang = await house.person('wx_wang', [], '王奶奶')
  proxy = await house.person('wx_zheng', [], '郑阿姨')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  zhao = await house.person('wx_zhao', [volunteerIn('repair')], '赵师傅')
  await appoint(wang, proxy)
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

/** So that windows of different tests never overlap. */
let daysAhead = 2
const hourOn = (day: number, hours = 0) => {
  const from = house.cloud.now() + day * dayMs + hours * hourMs
  return { from, to: from + hourMs }
}
async function booked(more: Parameters<typeof bookingFrom>[1] = {}) {
  daysAhead += 2
  const window = hourOn(daysAhead)
  const input = bookingFrom(house.cloud.now(), { window, ...more })
  const { bookingId } = await wang.ask('booking.request', input)
  return { bookingId, window, later: hourOn(daysAhead, 5) }
}
const seenBy = (person: Person, bookingId: string) => person.ask('booking.get', { bookingId })
const toldOf = async (person: Person, bookingId: string) =>
  (await person.ask('inbox.list', {})).items
    .filter((notice) => notice.bookingId === bookingId)
    .map(({ title }) => title)

describe('a booking that nobody has claimed', () => {
  it('gets another time and other words under its id, once for the same command', async () => {
    const { bookingId, later: window } = await booked()
    const change = { bookingId, window, description: '水表也漏水' }
    const commandId = 'once'
    expect(await wang.ask('booking.change', change, { commandId })).toEqual({ state: 'open' })
    expect(await wang.ask('booking.change', change, { commandId })).toEqual({ state: 'open' })
    expect(
      await wang.send('booking.change', { ...change, description: '不漏了' }, { commandId }),
    ).toMatchObject({ code: 'conflict' })
    const seen = await seenBy(wang, bookingId)
    expect(seen).toMatchObject({ window, description: '水表也漏水', state: 'open' })
    expect(seen.timeline.map(({ event }) => event)).toEqual(['requested', 'moved_changed'])
    const { items } = await li.ask('booking.list', { scope: 'open' })
    expect(items.find((card) => card.bookingId === bookingId)).toMatchObject({ window })
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('keeps its kind of help, whatever else is sent', async () => {
    const { bookingId } = await booked()
    await wang.send('booking.change', { bookingId, kind: 'wiring', risks: '有狗' } as never)
    expect(await seenBy(wang, bookingId)).toMatchObject({ kind: 'plumbing', risks: '有狗' })
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('is changed by a proxy, of which the requester is told, and by nobody else', async () => {
    const { bookingId, later: window } = await booked()
    const change = { bookingId, window }
    expect(await li.send('booking.change', change)).toMatchObject({ code: 'forbidden' })
    expect(await proxy.send('booking.change', change)).toMatchObject({ code: 'not_found' })
    await proxy.ask('booking.change', change, { actingFor: wang.memberId })
    expect((await seenBy(wang, bookingId)).timeline.at(-1)).toMatchObject({ event: 'moved', onBehalf: true })
    const acts = (await wang.ask('inbox.list', {})).items.map(({ text }) => text)
    expect(acts.join()).toContain('改了预约的时间或内容')
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('is changed ten times and no more', async () => {
    const { bookingId } = await booked()
    for (let count = 0; count < 10; count++)
      await wang.ask('booking.change', { bookingId, risks: `有 ${count} 条狗` })
    expect(await wang.send('booking.change', { bookingId, risks: '没有狗' })).toMatchObject({
      code: 'changes_spent',
    })
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })
})

describe('a claimed booking', () => {
  it('that is moved is open again: the claimer is told, is free at both times, and finds it first', async () => {
    const { bookingId, window, later } = await booked()
    await li.ask('booking.claim', { bookingId })
    expect(await wang.ask('booking.change', { bookingId, window: later })).toEqual({ state: 'open' })
    expect(await toldOf(li, bookingId)).toEqual(['居民改了时间'])
    const [first] = (await li.ask('booking.list', { scope: 'open' })).items
    expect(first).toMatchObject({ bookingId, match: expect.arrayContaining([{ reason: 'invited' }]) })
    expect((await seenBy(li, bookingId)).contact).toBeUndefined()

    const then = (await wang.ask('booking.request', bookingFrom(house.cloud.now(), { window }))).bookingId
    expect(await li.ask('booking.claim', { bookingId: then })).toEqual({ state: 'claimed' })
    expect(await li.ask('booking.claim', { bookingId })).toEqual({ state: 'claimed' })
    for (const id of [then, bookingId]) await wang.ask('booking.cancel', { bookingId: id, reason: '好了' })
  })

  it('of which the words and the door change stays claimed; what is sealed stays sealed', async () => {
    const { bookingId } = await booked()
    await li.ask('booking.claim', { bookingId })
    const { contact } = await seenBy(li, bookingId)
    const change = { bookingId, risks: '楼道没有灯', address: '火柴新村 9栋 9-9' }
    expect(await wang.ask('booking.change', change)).toEqual({ state: 'claimed' })
    const seen = await seenBy(li, bookingId)
    expect(seen).toMatchObject({ risks: '楼道没有灯', contact: { ...contact, door: '火柴新村 9栋 9-9' } })
    expect(await toldOf(li, bookingId)).toEqual(['居民改了预约内容'])
    const stored = sdkFor(house.cloud).database().collection('bookings').where({ _id: bookingId })
    expect(JSON.stringify(await stored.get())).not.toContain('9-9')
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('keeps time and door once the volunteer may be on the way; words still reach them', async () => {
    const window = { from: house.cloud.now() + hourMs, to: house.cloud.now() + 2 * hourMs }
    const { bookingId, later } = await booked({ window })
    await li.ask('booking.claim', { bookingId })
    house.cloud.advance(45 * minuteMs)
    expect(await wang.send('booking.change', { bookingId, window: later })).toMatchObject({
      code: 'change_late',
    })
    expect(await wang.send('booking.change', { bookingId, address: '别处' })).toMatchObject({
      code: 'change_late',
    })
    expect(await wang.ask('booking.change', { bookingId, risks: '门铃坏了' })).toEqual({ state: 'claimed' })
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('is not changed by a claimer who acts for the requester', async () => {
    const helper = await house.person('wx_helper', [volunteerIn('repair')], '何师傅')
    await appoint(wang, helper)
    const { bookingId, later: window } = await booked()
    await helper.ask('booking.claim', { bookingId })
    const acting = { actingFor: wang.memberId }
    expect(await helper.send('booking.change', { bookingId, window }, acting)).toMatchObject({
      code: 'own_claim',
    })
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })
})

describe('a claim that is under way while the booking is moved', () => {
  it('holds the new time in the diary, and not the old one', async () => {
    const { bookingId, window, later } = await booked()
    let goOn = () => {}
    let reached = () => {}
    const atWrite = new Promise<void>((resolve) => {
      reached = resolve
    })
    house.cloud.hooks.before = (action, request) => {
      if (action !== 'database.modifyDocument' || request.collectionName !== 'bookings') return undefined
      delete house.cloud.hooks.before
      reached()
      return new Promise<void>((resolve) => {
        goOn = resolve
      })
    }
    const claim = zhao.send('booking.claim', { bookingId })
    await atWrite
    await wang.ask('booking.change', { bookingId, window: later })
    goOn()
    expect(await claim).toMatchObject({ ok: true, data: { state: 'claimed' } })
    const at = async (where: typeof window) => {
      const input = bookingFrom(house.cloud.now(), { window: where })
      const other = (await wang.ask('booking.request', input)).bookingId
      return zhao.send('booking.claim', { bookingId: other })
    }
    expect(await at(later)).toMatchObject({ code: 'clash' })
    expect(await at(window)).toMatchObject({ ok: true })
  })
})
