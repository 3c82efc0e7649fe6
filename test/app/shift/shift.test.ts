import { fromBase32, scanCode, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { newShift, type Shift } from '#core/shift/shift'
import {
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
import { aSession } from '#support/sessions'

let house: TestHouse
let coordinator: Person
let li: Person
let zhao: Person
let made = 0

beforeAll(async () => {
  house = await openTestHouse({ workers: 6 })
  coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  zhao = await house.person('wx_zhao', [volunteerIn('elder_care')], '赵阿姨')
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
  // The shifts of one test are over before the next begins.
  house.cloud.advance(dayMs)
})

const store = (collection: string) => sdkFor(house.cloud).database().collection(collection)

/** Makes a shift as an activity publishes it: it begins in an hour and lasts two hours. */
async function shiftOf(
  capacity: number,
  more: Partial<Shift> = {},
): Promise<{ shiftId: string; sessionId: string }> {
  const count = ++made
  const from = house.cloud.now() + hourMs
  const shift = newShift({
    shiftId: `sh_${count}`,
    communityId: 'tubengkan',
    activityId: `a_${count}`,
    sessionId: `s_${count}`,
    coordinatorId: coordinator.memberId,
    teamId: 'elder_care',
    title: '重阳节吃长寿面',
    name: '端面',
    from,
    to: from + 2 * hourMs,
    capacity,
  })
  const { sessionId, to } = shift
  await store('sessions').add({ data: aSession({}, { sessionId, from, to }) })
  await store('shifts').add({ data: { ...shift, ...more } })
  return { shiftId: shift._id, sessionId }
}

const kept = async (shiftId: string): Promise<Shift> =>
  ((await store('shifts').doc(shiftId).get({})) as unknown as { data: Shift }).data

async function codeAt(sessionId: string, at = house.cloud.now(), how: 'typed' | 'scan' = 'typed') {
  const { secret, stepSeconds } = await coordinator.ask('session.code', { sessionId })
  return (how === 'typed' ? typedCode : scanCode)(fromBase32(secret), stepAt(at, stepSeconds))
}

const minutesOf = async (person: Person) => (await person.ask('hours.statement', {})).totalMinutes
const titles = async (person: Person) => (await person.ask('inbox.list', {})).items.map(({ title }) => title)

/** Signs up, checks in, and checks out after `minutes`. */
async function served(person: Person, shift: { shiftId: string; sessionId: string }, minutes: number) {
  const { shiftId, sessionId } = shift
  await person.ask('shift.checkIn', { shiftId, code: await codeAt(sessionId) })
  house.cloud.advance(minutes * minuteMs)
  return person.ask('shift.checkOut', { shiftId, code: await codeAt(sessionId) })
}

describe('a shift, from signing up to the ledger', () => {
  it('is signed up for, attended by the coordinator’s code, confirmed and credited to its team', async () => {
    const shift = await shiftOf(2)
    const { shiftId, sessionId } = shift
    expect(await li.ask('shift.signUp', { shiftId })).toEqual({ state: 'confirmed' })
    expect((await li.ask('shift.mine', { when: 'upcoming' })).items).toMatchObject([
      { shiftId, title: '重阳节吃长寿面', name: '端面', state: 'confirmed' },
    ])
    house.cloud.advance(50 * minuteMs)
    expect(await served(li, shift, 90)).toEqual({ state: 'done', minutes: 90 })
    expect(await minutesOf(li)).toBe(0)
    const { shifts } = await coordinator.ask('shift.roster', { sessionId })
    expect(shifts).toMatchObject([
      { shiftId, capacity: 2, free: 1, volunteers: [{ memberId: li.memberId, name: '李师傅', minutes: 90 }] },
    ])
    const { volunteers } = await coordinator.ask('shift.confirm', { shiftId })
    expect(volunteers).toMatchObject([{ state: 'credited', minutes: 90 }])
    const statement = await li.ask('hours.statement', {})
    expect(statement).toMatchObject({ totalMinutes: 90, byTeam: [{ teamId: 'elder_care', minutes: 90 }] })
    expect(statement.items[0]).toMatchObject({ title: '重阳节吃长寿面·端面' })
    expect((await li.ask('shift.mine', { when: 'past' })).items).toMatchObject([
      { shiftId, state: 'credited' },
    ])
    expect(await titles(li)).toContain('服务时长已记入')
    const { shifts: exported } = await li.ask('member.export', {})
    expect(exported).toMatchObject([{ shiftId, state: 'credited', minutes: 90 }])
  })

  it('that an edit moves onto another promise is kept, and both sides hear of the clash, once', async () => {
    const first = await shiftOf(1)
    const { from, to } = await kept(first.shiftId)
    const later = await shiftOf(1, { name: '搬桌椅', from: from + 5 * hourMs, to: to + 5 * hourMs })
    for (const { shiftId } of [first, later]) await li.ask('shift.signUp', { shiftId })
    const heard = async (person: Person) =>
      (await person.ask('inbox.list', { limit: 50 })).items.filter(({ title }) =>
        /撞在一起|时间冲突/.test(title),
      )
    const edit = (span: { from: number; to: number }, rev: number) =>
      store('shifts')
        .doc(later.shiftId)
        .update({ data: { ...span, rev, dueAt: house.cloud.now() } })
    await edit({ from: to, to: to + hourMs }, 5)
    await house.cloud.tick()
    expect([await heard(li), await heard(coordinator)]).toEqual([[], []])
    await edit({ from: from + hourMs, to: to + hourMs }, 6)
    await house.cloud.tick()
    await house.cloud.tick()
    expect(await heard(li)).toMatchObject([{ text: expect.stringContaining('「重阳节吃长寿面·端面」') }])
    expect(await heard(coordinator)).toMatchObject([{ text: expect.stringMatching('李师傅.*端面') }])
    for (const { shiftId } of [first, later]) await li.ask('shift.withdraw', { shiftId })
  })

  it('credits after three silent days, and once, however often time passes', async () => {
    const before = await minutesOf(zhao)
    const shift = await shiftOf(1)
    await zhao.ask('shift.signUp', { shiftId: shift.shiftId })
    house.cloud.advance(hourMs)
    await served(zhao, shift, 45)
    house.cloud.advance(3 * dayMs - minuteMs)
    await house.cloud.tick()
    expect(await minutesOf(zhao)).toBe(before)
    house.cloud.advance(2 * minuteMs)
    await Promise.all([house.cloud.tick(), house.cloud.tick()])
    await coordinator.ask('shift.confirm', { shiftId: shift.shiftId, memberIds: [zhao.memberId] })
    expect(await minutesOf(zhao)).toBe(before + 45)
  })

  it('closes a forgotten check-out at the planned end and waits for a confirmation that names the volunteer', async () => {
    const before = await minutesOf(zhao)
    const { shiftId, sessionId } = await shiftOf(1)
    await zhao.ask('shift.signUp', { shiftId })
    house.cloud.advance(hourMs - minuteMs / 2)
    await zhao.ask('shift.checkIn', { shiftId, code: await codeAt(sessionId) })
    house.cloud.advance(6 * dayMs)
    await house.cloud.tick()
    await coordinator.ask('shift.confirm', { shiftId })
    expect(await minutesOf(zhao)).toBe(before)
    const { shifts } = await coordinator.ask('shift.roster', { sessionId })
    expect(shifts[0]?.volunteers).toMatchObject([{ forgotten: true, minutes: 120, state: 'done' }])
    await coordinator.ask('shift.confirm', { shiftId, memberIds: [zhao.memberId] })
    expect(await minutesOf(zhao)).toBe(before + 120)
  })

  it('takes a report made without a network, as the scan proves it, and flags it', async () => {
    const { shiftId, sessionId } = await shiftOf(1)
    await li.ask('shift.signUp', { shiftId })
    house.cloud.advance(hourMs)
    const came = house.cloud.now()
    const code = await codeAt(sessionId, came, 'scan')
    house.cloud.advance(dayMs)
    await li.ask('shift.checkIn', { shiftId, code, at: came })
    const { shifts } = await coordinator.ask('shift.roster', { sessionId })
    expect(shifts[0]?.volunteers).toMatchObject([{ checkedInAt: came, late: true }])
  })

  it('goes on for who had come, without a network, before it was cancelled, and waits for a word by name', async () => {
    const before = await minutesOf(zhao)
    const { shiftId, sessionId } = await shiftOf(2)
    for (const person of [li, zhao]) await person.ask('shift.signUp', { shiftId })
    house.cloud.advance(hourMs)
    const came = house.cloud.now()
    const code = await codeAt(sessionId, came, 'scan')
    house.cloud.advance(10 * minuteMs)
    await store('shifts')
      .doc(shiftId)
      .update({ data: { state: 'cancelled', rev: 9, dueAt: house.cloud.now() } })
    await house.cloud.tick()
    expect(await titles(zhao)).toContain('岗位取消了')
    const late = { shiftId, code: await codeAt(sessionId, house.cloud.now() + 5 * minuteMs, 'scan') }
    house.cloud.advance(5 * minuteMs)
    expect(await li.send('shift.checkIn', late)).toMatchObject({ code: 'shift_cancelled' })
    expect(await zhao.ask('shift.checkIn', { shiftId, code, at: came })).toEqual({ state: 'in_service' })
    house.cloud.advance(30 * minuteMs)
    const out = { shiftId, code: await codeAt(sessionId) }
    expect(await zhao.ask('shift.checkOut', out)).toMatchObject({ state: 'done', minutes: 45 })
    expect(await titles(coordinator)).toContain('取消的岗位有人到过')
    house.cloud.advance(4 * dayMs)
    await house.cloud.tick()
    expect(await minutesOf(zhao)).toBe(before)
    const { shifts } = await coordinator.ask('shift.roster', { sessionId })
    expect(shifts[0]?.volunteers).toMatchObject([{ memberId: zhao.memberId, waits: 'resumed' }])
    await coordinator.ask('shift.confirm', { shiftId, memberIds: [zhao.memberId] })
    expect(await minutesOf(zhao)).toBe(before + 45)
  })

  it('marks a volunteer who never came as absent', async () => {
    const { shiftId } = await shiftOf(1)
    await li.ask('shift.signUp', { shiftId })
    house.cloud.advance(4 * dayMs)
    await house.cloud.tick()
    expect((await li.ask('shift.mine', { when: 'past' })).items[0]).toMatchObject({
      shiftId,
      state: 'absent',
    })
    expect(await titles(li)).toContain('岗位没有签到')
  })
})

describe('a volunteer’s diary', () => {
  it('never holds overlapping windows of a claim and a shift, in either order', async () => {
    const { shiftId } = await shiftOf(1)
    const now = house.cloud.now()
    const window = { from: now + 2 * hourMs, to: now + 4 * hourMs }
    const resident = await house.person('wx_resident')
    const { bookingId } = await resident.ask('booking.request', bookingFrom(now, { window }))
    await li.ask('shift.signUp', { shiftId })
    expect(await li.send('booking.claim', { bookingId })).toMatchObject({ code: 'clash' })
    await li.ask('shift.withdraw', { shiftId })
    await li.ask('booking.claim', { bookingId })
    expect(await li.send('shift.signUp', { shiftId })).toMatchObject({ code: 'clash' })
    await li.ask('booking.release', { bookingId, reason: '去帮忙端面' })
    expect(await li.ask('shift.signUp', { shiftId })).toEqual({ state: 'confirmed' })
  })

  it('is freed when a shift is given back before it begins; the slot is free again and the coordinator is told', async () => {
    const { shiftId } = await shiftOf(1)
    await li.ask('shift.signUp', { shiftId })
    expect(await zhao.send('shift.signUp', { shiftId })).toMatchObject({ code: 'shift_full' })
    expect(await li.ask('shift.withdraw', { shiftId })).toEqual({ state: 'withdrawn' })
    expect(await titles(coordinator)).toContain('有志愿者来不了')
    expect(await zhao.ask('shift.signUp', { shiftId })).toEqual({ state: 'confirmed' })
    house.cloud.advance(hourMs)
    expect(await zhao.send('shift.withdraw', { shiftId })).toMatchObject({ code: 'shift_begun' })
  })
})

describe('one’s own shift, and the shift of another team or session', () => {
  it('nobody confirms their own minutes', async () => {
    const both = await house.person('wx_both', [{ role: 'coordinator' }, volunteerIn('repair')], '周姐')
    const shift = await shiftOf(1)
    const { shiftId } = shift
    await both.ask('shift.signUp', { shiftId })
    house.cloud.advance(hourMs)
    await served(both, shift, 30)
    expect(await both.send('shift.confirm', { shiftId, memberIds: [both.memberId] })).toMatchObject({
      code: 'own_shift',
    })
    await both.ask('shift.confirm', { shiftId })
    expect(await minutesOf(both)).toBe(0)
    await coordinator.ask('shift.confirm', { shiftId, memberIds: [both.memberId] })
    expect(await minutesOf(both)).toBe(30)
  })

  it('a leader of another team neither sees nor confirms', async () => {
    const leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
    const { shiftId, sessionId } = await shiftOf(1)
    expect(await leader.ask('shift.roster', { sessionId })).toEqual({ shifts: [] })
    expect(await leader.send('shift.confirm', { shiftId })).toMatchObject({ code: 'not_found' })
  })

  it('a code of another session proves nothing', async () => {
    const { shiftId } = await shiftOf(1)
    const other = await shiftOf(1)
    await li.ask('shift.signUp', { shiftId })
    house.cloud.advance(hourMs)
    const code = await codeAt(other.sessionId)
    expect(await li.send('shift.checkIn', { shiftId, code })).toMatchObject({ code: 'code_wrong' })
  })
})

describe('thirty volunteers at once', () => {
  it('fill ten slots exactly, and the others are told that it is full', async () => {
    const { shiftId } = await shiftOf(10)
    const crowd: Person[] = []
    for (let count = 0; count < 30; count++)
      crowd.push(await house.person(`wx_crowd_${count}`, [volunteerIn('repair')]))
    house.cloud.hooks.before = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20))
    }
    const answers = await Promise.all(crowd.map((person) => person.send('shift.signUp', { shiftId })))
    delete house.cloud.hooks.before
    const outcomes = answers.map((answer) => (answer.ok ? answer.data.state : answer.code))
    expect(outcomes.filter((outcome) => outcome === 'confirmed')).toHaveLength(10)
    expect(outcomes.filter((outcome) => outcome === 'shift_full')).toHaveLength(20)
    expect(await kept(shiftId)).toMatchObject({ free: 0 })
    // The diaries of those who lost are free again.
    const next = await shiftOf(30)
    const losers = crowd.filter((_, index) => outcomes[index] === 'shift_full')
    for (const loser of losers.slice(0, 3))
      expect(await loser.ask('shift.signUp', { shiftId: next.shiftId })).toEqual({ state: 'confirmed' })
  })
})

describe('a crash between slot and place', () => {
  it('costs nobody the slot for long: the timer gives it back', async () => {
    const { shiftId } = await shiftOf(1)
    house.cloud.hooks.before = (action, request) => {
      if (action === 'database.insertDocument' && request.collectionName === 'shiftPlaces')
        throw new Error('the function died')
    }
    expect(await li.send('shift.signUp', { shiftId })).toMatchObject({ code: 'internal' })
    delete house.cloud.hooks.before
    expect(await kept(shiftId)).toMatchObject({ free: 0 })
    await house.cloud.tick()
    expect(await kept(shiftId)).toMatchObject({ free: 0 })
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    expect(await kept(shiftId)).toMatchObject({ free: 1, holders: {} })
    await house.cloud.tick()
    expect(await kept(shiftId)).toMatchObject({ dueAt: null })
    expect(await zhao.ask('shift.signUp', { shiftId })).toEqual({ state: 'confirmed' })
  })

  it('does not stop a volunteer who tries again', async () => {
    const { shiftId } = await shiftOf(1)
    house.cloud.hooks.before = (action, request) => {
      if (action === 'database.insertDocument' && request.collectionName === 'shiftPlaces')
        throw new Error('the function died')
    }
    await li.send('shift.signUp', { shiftId }, { commandId: 'again' })
    delete house.cloud.hooks.before
    house.cloud.advance(10 * minuteMs)
    const answers = await Promise.all([
      li.ask('shift.signUp', { shiftId }, { commandId: 'again' }),
      li.ask('shift.signUp', { shiftId }, { commandId: 'again' }),
    ])
    expect(answers).toEqual([{ state: 'confirmed' }, { state: 'confirmed' }])
    await house.cloud.tick()
    expect(await kept(shiftId)).toMatchObject({ free: 0 })
  })
})

describe('a minor', () => {
  it('takes a shift with a guardian’s word only, and leaves none behind where it is taken back meanwhile', async () => {
    const leader = await house.person('wx_repair_leader', [
      { role: 'team_leader', scope: { teamId: 'repair' } },
    ])
    const mother = await house.person('wx_mother', [], '郑大姐')
    const minor = await house.person('wx_minor', [], '郑小雨')
    const { memberId } = minor
    const year = new Date(house.cloud.now()).getUTCFullYear() - 16
    await minor.ask('team.apply', { teamId: 'repair', skills: [], birthDay: `${year}-01-01` })
    await minor.ask('guardian.ask', { memberId: mother.memberId, relation: '母亲' })
    const say = (given: boolean) => mother.ask('guardian.answer', { memberId, given, version: '2026-11' })
    await say(true)
    await leader.ask('team.decide', { memberId, teamId: 'repair', accept: true })
    const { shiftId } = await shiftOf(1)
    await say(false)
    expect(await minor.send('shift.signUp', { shiftId })).toMatchObject({ code: 'guardian_needed' })
    await say(true)
    let withdrawing: Promise<unknown> | undefined
    house.cloud.hooks.before = async (action, request) => {
      if (withdrawing || action !== 'database.modifyDocument' || request.collectionName !== 'shifts') return
      withdrawing = say(false)
      await withdrawing
    }
    expect(await minor.send('shift.signUp', { shiftId })).toMatchObject({ code: 'guardian_needed' })
    delete house.cloud.hooks.before
    expect(await kept(shiftId)).toMatchObject({ free: 1, holders: {} })
    await say(true)
    expect(await minor.send('shift.signUp', { shiftId })).toMatchObject({ ok: true })
  })
})

describe('a volunteer who closes the account', () => {
  it('has no place at a shift any more, and the coordinator is told', async () => {
    const leaver = await house.person('wx_leaver', [volunteerIn('repair')], '何师傅')
    const { shiftId } = await shiftOf(1)
    await leaver.ask('shift.signUp', { shiftId })
    await leaver.ask('member.close', {})
    expect(await kept(shiftId)).toMatchObject({ free: 1, holders: {} })
    expect((await leaver.ask('shift.mine', { when: 'upcoming' })).items).toEqual([])
    expect(await titles(coordinator)).toContain('有志愿者来不了')
  })

  it('first finishes what they have begun', async () => {
    const leaver = await house.person('wx_leaver_later', [volunteerIn('repair')], '何阿姨')
    const shift = await shiftOf(1)
    await leaver.ask('shift.signUp', { shiftId: shift.shiftId })
    house.cloud.advance(hourMs)
    await leaver.ask('shift.checkIn', { shiftId: shift.shiftId, code: await codeAt(shift.sessionId) })
    expect(await leaver.ask('member.unfinished', {})).toMatchObject({ underWay: true })
    expect(await leaver.send('member.close', {})).toMatchObject({ ok: false })
  })
})
