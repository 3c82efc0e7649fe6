import { fromBase32, scanCode, stepAt } from '#contract/shared/attendanceCode'
import { newShift } from '#core/shift/shift'
import { appoint, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'
import { aSession } from '#support/sessions'
import { dayMs, hourMs, minuteMs } from '#support/time'

let house: TestHouse
let wang: Person
let li: Person
let chen: Person
let coordinator: Person
let other: Person

const leader = { role: 'team_leader', scope: { teamId: 'repair' } } as const

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang', [], '王奶奶')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  chen = await house.person('wx_chen', [leader], '陈队长')
  coordinator = await house.person('wx_sun', [{ role: 'coordinator' }, volunteerIn('repair')], '孙主任')
  other = await house.person('wx_lin', [{ role: 'coordinator' }], '林主任')
})
afterAll(() => house.close())

const store = (collection: string) => sdkFor(house.cloud).database().collection(collection)
const minutesOf = async (person: Person) => (await person.ask('hours.statement', {})).recordedMinutes
const titles = async (person: Person) =>
  (await person.ask('inbox.list', { limit: 50 })).items.map(({ title }) => title)

/** A booking of an hour that begins in one; `served` reports the coming and the going. */
async function claimed(requester: Person, claimer: Person) {
  const from = house.cloud.now() + hourMs
  const window = { from, to: from + hourMs }
  const text = { description: '水龙头漏水', risks: '无' }
  const { bookingId } = await requester.ask('booking.request', {
    service: 'repair',
    kind: 'plumbing',
    place: 'home',
    window,
    ...text,
  })
  await claimer.ask('booking.claim', { bookingId })
  const { secret, stepSeconds } = await requester.ask('booking.code', { bookingId })
  const codeAt = (at: number) => ({
    bookingId,
    at,
    code: scanCode(fromBase32(secret), stepAt(at, stepSeconds)),
  })
  return {
    bookingId,
    checkIn: codeAt(from),
    checkOut: (minutes: number) => codeAt(from + minutes * minuteMs),
  }
}
async function served(requester: Person, claimer: Person, minutes: number): Promise<string> {
  const { bookingId, checkIn, checkOut } = await claimed(requester, claimer)
  house.cloud.advance(hourMs + minutes * minuteMs)
  await claimer.ask('booking.checkIn', checkIn)
  await claimer.ask('booking.checkOut', checkOut(minutes))
  return bookingId
}
async function silentDays(days: number) {
  house.cloud.advance(days * dayMs)
  await house.cloud.tick()
}

describe('eleven hours for one that was booked', () => {
  it('are not credited by silence; requester and leader are told, and the leader finds them', async () => {
    const before = await minutesOf(li)
    const bookingId = await served(wang, li, 675)
    await silentDays(5)
    expect(await minutesOf(li)).toBe(before)
    expect(await wang.ask('booking.get', { bookingId })).toMatchObject({
      state: 'done',
      waits: 'overrun',
      steps: ['confirm'],
    })
    expect((await chen.ask('booking.forgotten', {})).items).toMatchObject([
      { bookingId, waits: 'overrun', minutes: 675 },
    ])
    expect(await titles(chen)).toContain('服务比约好的长得多')
    const input = { bookingId, minutes: 60, reason: '问过王奶奶，做了一个小时' }
    expect(await chen.send('booking.settle', { ...input, minutes: 676 })).toMatchObject({
      code: 'beyond_plan',
    })
    expect(await chen.ask('booking.settle', input)).toEqual({ state: 'confirmed', minutes: 60 })
    expect(await minutesOf(li)).toBe(before + 60)
    expect((await chen.ask('booking.forgotten', {})).items).toEqual([])
  })
  it('count when the requester says so', async () => {
    const before = await minutesOf(li)
    const bookingId = await served(wang, li, 200)
    expect(await wang.ask('booking.confirm', { bookingId, stars: 5 })).toEqual({
      state: 'confirmed',
      minutes: 200,
    })
    expect(await minutesOf(li)).toBe(before + 200)
  })
})

describe('a service between people of one dwelling', () => {
  it('waits for a leader who is not of it; the requester’s word keeps the stars', async () => {
    const husband = await house.person('wx_husband', [volunteerIn('repair')], '老郑')
    const mother = await house.person('wx_mother', [leader], '郑妈妈')
    const { householdId } = (
      (await store('members').doc(wang.memberId).get({})) as unknown as {
        data: { householdId: string }
      }
    ).data
    const bookingId = await served(wang, husband, 30)
    const before = await minutesOf(husband)
    expect(before).toBe(0)
    await wang.ask('booking.confirm', { bookingId, stars: 5 })
    expect(await minutesOf(husband)).toBe(30)

    for (const { memberId } of [husband, mother])
      await store('members').doc(memberId).update({ data: { householdId } })
    const theirs = await served(wang, husband, 30)
    expect(await wang.ask('booking.confirm', { bookingId: theirs, stars: 5 })).toMatchObject({
      state: 'done',
    })
    await silentDays(5)
    expect(await minutesOf(husband)).toBe(30)
    expect(await chen.ask('booking.get', { bookingId: theirs })).toMatchObject({
      waits: 'related',
      related: 'dwelling',
      stars: 5,
      steps: ['settle'],
    })
    const input = { bookingId: theirs, minutes: 30, reason: '去看过' }
    expect(await mother.send('booking.settle', input)).toMatchObject({ code: 'related_word' })
    expect(await chen.ask('booking.settle', input)).toEqual({ state: 'confirmed', minutes: 30 })
    expect(await minutesOf(husband)).toBe(60)
  })
  it('is marked as well where one becomes the other’s proxy before the check-out', async () => {
    const neighbour = await house.person('wx_wu', [volunteerIn('repair')], '小吴')
    const { bookingId, checkIn, checkOut } = await claimed(wang, neighbour)
    house.cloud.advance(2 * hourMs)
    await neighbour.ask('booking.checkIn', checkIn)
    await appoint(wang, neighbour)
    await neighbour.ask('booking.checkOut', checkOut(60))
    await wang.ask('member.dismissProxy', { memberId: neighbour.memberId })
    expect(await chen.ask('booking.get', { bookingId })).toMatchObject({ waits: 'related', related: 'proxy' })
  })
  it('is neither proven, confirmed, called off nor accused of by a claimer who acts for the requester', async () => {
    const proxy = await house.person('wx_xu', [volunteerIn('repair')], '小徐')
    await appoint(wang, proxy)
    const from = house.cloud.now() + hourMs
    const forWang = { actingFor: wang.memberId }
    const { bookingId } = await wang.ask('booking.request', {
      service: 'repair',
      kind: 'plumbing',
      place: 'home',
      description: '水龙头漏水',
      risks: '无',
      window: { from, to: from + hourMs },
    })
    await proxy.ask('booking.claim', { bookingId })
    house.cloud.advance(hourMs + 30 * minuteMs)
    const inputs = {
      'booking.code': { bookingId },
      'booking.slip': { bookingId },
      'booking.confirm': { bookingId, stars: 5 },
      'booking.cancel': { bookingId, reason: '不用了' },
      'booking.noShow': { bookingId, note: '没有来' },
    } as const
    for (const [op, input] of Object.entries(inputs))
      expect([op, await proxy.send(op as keyof typeof inputs, input as never, forWang)]).toEqual([
        op,
        expect.objectContaining({ code: 'own_claim' }),
      ])
    await proxy.ask('booking.noShow', { bookingId, note: '敲门没有人' })
    expect(await proxy.send('booking.appeal', { bookingId, note: '是我没在' }, forWang)).toMatchObject({
      code: 'own_claim',
    })
    expect(await wang.send('booking.appeal', { bookingId, note: '我一直在家' })).toMatchObject({ ok: true })
    await wang.ask('member.dismissProxy', { memberId: proxy.memberId })
  })
})

describe('a shift of somebody who reads its code', () => {
  test('is never credited by silence, nor in a list, but by somebody else who names them', async () => {
    const from = house.cloud.now() + hourMs
    const shift = newShift({
      shiftId: 'sh_own',
      communityId: 'tubengkan',
      activityId: 'a_own',
      sessionId: 's_own',
      coordinatorId: coordinator.memberId,
      teamId: 'repair',
      title: '重阳节吃长寿面',
      name: '端面',
      from,
      to: from + hourMs,
      capacity: 2,
    })
    const { _id: shiftId, sessionId, to } = shift
    await store('sessions').add({ data: aSession({}, { sessionId, from, to }) })
    await store('shifts').add({ data: shift })
    for (const person of [coordinator, li]) await person.ask('shift.signUp', { shiftId })
    house.cloud.advance(hourMs)
    const { secret, stepSeconds } = await coordinator.ask('session.code', { sessionId })
    const code = () => scanCode(fromBase32(secret), stepAt(house.cloud.now(), stepSeconds))
    for (const person of [coordinator, li]) await person.ask('shift.checkIn', { shiftId, code: code() })
    house.cloud.advance(hourMs)
    const before = await minutesOf(li)
    for (const person of [coordinator, li]) await person.ask('shift.checkOut', { shiftId, code: code() })
    expect(await titles(chen)).toContain('有一个岗位等您确认')
    await other.ask('shift.confirm', { shiftId })
    await silentDays(5)
    expect(await minutesOf(li)).toBe(before + 60)
    expect(await minutesOf(coordinator)).toBe(0)
    expect((await other.ask('shift.roster', { sessionId })).shifts[0]?.volunteers).toContainEqual(
      expect.objectContaining({ memberId: coordinator.memberId, state: 'done', waits: 'own' }),
    )
    const named = { shiftId, memberIds: [coordinator.memberId] }
    expect(await coordinator.send('shift.confirm', named)).toMatchObject({ code: 'own_shift' })
    await appoint(coordinator, other)
    expect(await other.send('shift.confirm', named)).toMatchObject({ code: 'related_word' })
    await chen.ask('shift.confirm', named)
    expect(await minutesOf(coordinator)).toBe(60)
  })
})
