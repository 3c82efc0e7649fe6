import { defaultLimits } from '#contract/shared/defaultLimits'
import { dayOf } from '#contract/shared/wallClock'
import {
  bookingFrom,
  codeOn,
  dayMs,
  hourMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
  wideLimits,
} from '#support/house'

let house: TestHouse
let wang: Person
let leader: Person
let li: Person
const claimsPerDay = 3

beforeAll(async () => {
  house = await openTestHouse()
  const { services } = await house.admin.ask('community.whole', {})
  await house.admin.ask('community.edit', {
    limits: { ...wideLimits, claimsPerDay },
    services: services.map((service) => ({
      ...service,
      kinds: service.kinds.map((kind) => (kind.kind === 'lock' ? { ...kind, experienced: true } : kind)),
    })),
  })
  // a function keeps the community for some seconds; a new one reads it
  await house.restart()
  wang = await house.person('wx_wang', [], '王奶奶')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }], '陈队长')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
})
afterAll(() => house.close())

let hours = 0
async function booked(kind = 'plumbing'): Promise<string> {
  hours += 2
  const from = house.cloud.now() + hours * hourMs
  const window = { from, to: from + hourMs }
  return (await wang.ask('booking.request', bookingFrom(house.cloud.now(), { kind, window }))).bookingId
}
const send = (memberId: string, bookingId: string) => leader.send('booking.dispatch', { bookingId, memberId })

describe('whoever is not in the team', () => {
  /** Everybody of whom a claim could say something else as well. */
  const outsiders: Record<string, () => Promise<string>> = {
    'is nobody': async () => 'm_nobody',
    'is the requester': async () => wang.memberId,
    'volunteers in another team': async () => (await house.person('wx_arts', [volunteerIn('arts')])).memberId,
    'is a minor without a guardian’s word': async () => {
      const minor = await house.person('wx_minor')
      const birthDay = dayOf(house.cloud.now() - 16 * 366 * dayMs)
      await minor.ask('team.apply', { teamId: 'arts', skills: [], birthDay })
      return minor.memberId
    },
    'is closing the account': async () => {
      const leaver = await house.person('wx_leaver', [volunteerIn('arts')])
      await leaver.ask('member.close', {})
      return leaver.memberId
    },
    'waits for a word on another home': async () => {
      const mover = await house.person('wx_mover', [volunteerIn('arts')])
      const there = { gridId: 'grid3', estateId: 'yangshu', building: '3栋', unit: '8-8' }
      await mover.ask('member.move', there)
      return mover.memberId
    },
  }

  it('is refused to a leader with nothing but that, whatever the person and the booking are', async () => {
    const [open, claimed, cancelled, licensed] = [
      ...[await booked(), await booked(), await booked(), await booked('mains')],
    ] as [string, string, string, string]
    await li.ask('booking.claim', { bookingId: claimed })
    await wang.ask('booking.cancel', { bookingId: cancelled, reason: '好了' })
    const answers = new Set<string>()
    for (const [who, of] of Object.entries(outsiders)) {
      const memberId = await of()
      for (const bookingId of [open, claimed, cancelled, licensed]) {
        const answer = await send(memberId, bookingId)
        expect({ who, answer }).toMatchObject({ answer: { code: 'not_in_team' } })
        answers.add(JSON.stringify(answer))
        const asked = await leader.send('booking.invite', { bookingId, memberIds: [memberId] })
        expect({ who, asked }).toMatchObject({ asked: { code: 'not_in_team' } })
      }
    }
    expect(answers.size).toBe(1)
  })

  it('claims nothing of it either, and is told nothing else of the booking', async () => {
    const other = await house.person('wx_arts')
    const bookingId = await booked('mains')
    expect(await other.send('booking.claim', { bookingId })).toMatchObject({ code: 'not_in_team' })
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
    expect(await other.send('booking.claim', { bookingId })).toMatchObject({ code: 'not_in_team' })
    expect(await send(leader.memberId, bookingId)).toMatchObject({ code: 'not_in_team' })
  })
})

describe('a leader who sends themselves', () => {
  let own: Person
  const sendSelf = (bookingId: string) => own.send('booking.dispatch', { bookingId, memberId: own.memberId })

  beforeAll(async () => {
    own = await house.person('wx_own', [{ role: 'team_leader', scope: { teamId: 'repair' } }], '周队长')
    await own.ask('team.apply', { teamId: 'repair', skills: [] })
    await leader.ask('team.decide', { memberId: own.memberId, teamId: 'repair', accept: true })
  })
  beforeEach(() => house.cloud.advance(dayMs))

  it('claims: what they may overlook for others holds for them, and it counts to their day', async () => {
    expect(await sendSelf(await booked('lock'))).toMatchObject({ code: 'on_probation' })
    expect(await sendSelf(await booked('mains'))).toMatchObject({ code: 'licence_required' })
    for (let count = 0; count < claimsPerDay; count++)
      expect(await sendSelf(await booked())).toMatchObject({ ok: true })
    const last = await booked()
    expect(await sendSelf(last)).toMatchObject({ code: 'claims_spent' })
    // another leader may send them all the same, as anybody
    expect(await send(own.memberId, last)).toMatchObject({ ok: true })
    const { timeline } = await wang.ask('booking.get', { bookingId: last })
    expect(timeline.at(-1)).toMatchObject({ event: 'dispatched', who: '陈队长' })
  })

  it('proves it by the resident’s code alone, so that silence credits it; their own word never does', async () => {
    const bookingId = await booked()
    expect(await sendSelf(bookingId)).toMatchObject({ ok: true })
    const { timeline, window } = await own.ask('booking.get', { bookingId })
    expect(timeline.at(-1)).toMatchObject({ event: 'claimed', who: '周队长' })
    for (const op of ['booking.code', 'booking.slip'] as const)
      expect(await own.send(op, { bookingId })).toMatchObject({ ok: false })
    house.cloud.advance(window.from - house.cloud.now())
    expect(await own.send('booking.checkIn', { bookingId, code: '000000' })).toMatchObject({ ok: false })
    await own.ask('booking.checkIn', { bookingId, code: await codeOn(house, wang, bookingId) })
    const before = (await own.ask('hours.statement', {})).totalMinutes
    // nobody checks out: no silence credits that, and they do not settle it themselves
    house.cloud.advance((defaultLimits.lateReportHours + 2) * hourMs)
    await house.cloud.tick()
    house.cloud.advance(10 * dayMs)
    await house.cloud.tick()
    expect((await own.ask('hours.statement', {})).totalMinutes).toBe(before)
    const word = { bookingId, minutes: 30, reason: '都做完了' }
    expect(await own.send('booking.settle', word)).toMatchObject({ code: 'own_hours' })
    expect(await leader.ask('booking.settle', word)).toMatchObject({ state: 'confirmed' })
    expect((await own.ask('hours.statement', {})).totalMinutes).toBe(before + 30)
  })

  it('checks out by the code as well, and then three silent days credit it, as for everybody', async () => {
    const bookingId = await booked()
    await sendSelf(bookingId)
    const { window } = await own.ask('booking.get', { bookingId })
    house.cloud.advance(window.from - house.cloud.now())
    await own.ask('booking.checkIn', { bookingId, code: await codeOn(house, wang, bookingId) })
    house.cloud.advance(hourMs / 2)
    await own.ask('booking.checkOut', { bookingId, code: await codeOn(house, wang, bookingId) })
    const before = (await own.ask('hours.statement', {})).totalMinutes
    house.cloud.advance(defaultLimits.silentConfirmDays * dayMs)
    await house.cloud.tick()
    expect((await own.ask('hours.statement', {})).totalMinutes).toBe(before + 30)
  })
})
