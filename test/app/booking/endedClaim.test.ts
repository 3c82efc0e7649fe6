import { fromBase32, scanCode, stepAt, typedCode } from '#contract/shared/attendanceCode'
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
let wang: Person
let li: Person
let zhao: Person
let leader: Person

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang', [], '王奶奶')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  zhao = await house.person('wx_zhao', [volunteerIn('repair')], '赵师傅')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }], '陈队长')
})
afterAll(() => house.close())
// the next booking's window begins after this one's
afterEach(() => house.cloud.advance(4 * hourMs))

const titles = async (person: Person) => (await person.ask('inbox.list', {})).items.map(({ title }) => title)
const minutesOf = async (person: Person) => (await person.ask('hours.statement', {})).totalMinutes

/** Books and claims, and keeps a check-in of two past the hour that the phone has not sent yet. */
async function keptCheckIn(how: 'typed' | 'scan' = 'scan') {
  const { bookingId } = await wang.ask('booking.request', bookingFrom(house.cloud.now()))
  await li.ask('booking.claim', { bookingId })
  house.cloud.advance(hourMs + 2 * minuteMs)
  const { secret: base32, stepSeconds } = await wang.ask('booking.code', { bookingId })
  const secret = fromBase32(base32)
  const at = house.cloud.now()
  const codeAt = (when: number) => (how === 'typed' ? typedCode : scanCode)(secret, stepAt(when, stepSeconds))
  house.cloud.advance(5 * minuteMs)
  return { bookingId, report: { bookingId, code: codeAt(at), at }, codeAt }
}

/** Checks out an hour after the window began. */
async function checkedOut(bookingId: string) {
  house.cloud.advance(53 * minuteMs)
  return li.ask('booking.checkOut', { bookingId, code: await codeOn(house, wang, bookingId) })
}

describe('a check-in without a network that arrives after the requester has cancelled', () => {
  it.each(['typed', 'scan'] as const)('by a %s code: the service goes on, once', async (how) => {
    const before = await minutesOf(li)
    const { bookingId, report } = await keptCheckIn(how)
    await wang.ask('booking.cancel', { bookingId, reason: '不用了' })
    const commandId = `kept-${how}`
    for (let send = 0; send < 2; send++)
      expect(await li.ask('booking.checkIn', report, { commandId })).toEqual({ state: 'in_service' })
    expect(await li.ask('booking.get', { bookingId })).toMatchObject({
      part: 'claimer',
      checkedInAt: report.at,
      steps: ['checkOut'],
    })
    expect(await titles(wang)).toContain('志愿者已经到了')
    expect(await checkedOut(bookingId)).toEqual({ state: 'done', minutes: 58 })
    expect(await leader.ask('booking.forgotten', {})).toMatchObject({
      items: [{ bookingId, waits: 'resumed', minutes: 58 }],
    })
    expect(await titles(leader)).toContain('取消过的服务等确认')
    house.cloud.advance(100 * hourMs)
    await house.cloud.tick()
    expect(await minutesOf(li)).toBe(before)
    await wang.ask('booking.confirm', { bookingId, stars: 5 })
    expect(await minutesOf(li)).toBe(before + 58)
  })

  it('may be settled by the leader, also as nothing', async () => {
    const before = await minutesOf(li)
    const { bookingId, report } = await keptCheckIn()
    await wang.ask('booking.cancel', { bookingId, reason: '不用了' })
    await li.ask('booking.checkIn', report)
    await checkedOut(bookingId)
    const word = { bookingId, minutes: 0, reason: '问过居民，没有做' }
    expect(await leader.ask('booking.settle', word)).toEqual({ state: 'confirmed', minutes: 0 })
    expect(await minutesOf(li)).toBe(before)
  })

  it('does not where the code is from after that', async () => {
    const { bookingId, codeAt } = await keptCheckIn()
    await wang.ask('booking.cancel', { bookingId, reason: '不用了' })
    house.cloud.advance(5 * minuteMs)
    const at = house.cloud.now()
    const late = { bookingId, code: codeAt(at), at }
    expect(await li.send('booking.checkIn', late)).toMatchObject({ code: 'conflict' })
    expect(await wang.ask('booking.get', { bookingId })).toMatchObject({ state: 'cancelled' })
  })

  it('counts codes that are made up, and during the pause says nothing of a right one', async () => {
    const { bookingId, report } = await keptCheckIn('typed')
    await wang.ask('booking.cancel', { bookingId, reason: '不用了' })
    const wrong = { ...report, code: report.code === '000000' ? '111111' : '000000' }
    for (let count = 0; count < 5; count++)
      expect(await li.send('booking.checkIn', wrong)).toMatchObject({ code: 'code_wrong' })
    for (const tried of [wrong, report])
      expect(await li.send('booking.checkIn', tried)).toMatchObject({ code: 'code_locked' })
    house.cloud.advance(11 * minuteMs)
    await house.cloud.tick()
    expect(await titles(leader)).toContain('签到码多次输错')
    expect(await li.ask('booking.checkIn', report)).toEqual({ state: 'in_service' })
  })

  it('is nobody else’s: another volunteer of the team proves nothing with it', async () => {
    const { bookingId, report } = await keptCheckIn()
    await wang.ask('booking.cancel', { bookingId, reason: '不用了' })
    expect(await zhao.send('booking.checkIn', report)).toMatchObject({ code: 'forbidden' })
  })
})

describe('a check-in without a network that arrives after the claim was given back', () => {
  it('goes on where nobody has claimed it since, also for who has left the team', async () => {
    const { bookingId, report } = await keptCheckIn()
    await li.ask('team.leave', { teamId: 'repair' })
    expect(await wang.ask('booking.get', { bookingId })).toMatchObject({ state: 'open' })
    expect(await li.ask('booking.checkIn', report)).toEqual({ state: 'in_service' })
    expect(await zhao.send('booking.claim', { bookingId })).toMatchObject({ code: 'already_claimed' })
    expect(await checkedOut(bookingId)).toEqual({ state: 'done', minutes: 58 })
    await house.admin.ask('member.grant', { memberId: li.memberId, ...volunteerIn('repair') })
  })

  it('is kept for the leader where somebody else has it: both go on, and nothing is credited twice', async () => {
    const before = await minutesOf(li)
    const { bookingId, report, codeAt } = await keptCheckIn()
    await li.ask('booking.release', { bookingId, reason: '有事' })
    await zhao.ask('booking.claim', { bookingId })
    const commandId = 'kept-noted'
    for (let send = 0; send < 2; send++)
      expect(await li.ask('booking.checkIn', report, { commandId })).toEqual({
        state: 'claimed',
        noted: true,
      })
    house.cloud.advance(30 * minuteMs)
    const at = house.cloud.now()
    const out = { bookingId, code: codeAt(at), at }
    expect(await li.ask('booking.checkOut', out)).toEqual({ state: 'claimed', noted: true })
    await zhao.ask('booking.checkIn', { bookingId, code: await codeOn(house, wang, bookingId) })
    expect((await leader.ask('booking.get', { bookingId })).proofs).toMatchObject([
      { step: 'checkIn', at: report.at },
      { step: 'checkOut', at },
    ])
    const toLeader = (await titles(leader)).filter((title) => title === '退回的一单有了签到凭证')
    expect(toLeader).toHaveLength(2)
    const seen = await zhao.ask('booking.get', { bookingId })
    expect(seen.proofs).toBeUndefined()
    expect(seen.timeline.map(({ event }) => event)).not.toContain('proved')
    expect(await minutesOf(li)).toBe(before)
  })
})
