import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { newShift } from '#core/shift/shift'
import {
  bookingFrom,
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
let resident: Person
let coordinator: Person
let made = 0

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident', [], '王奶奶')
  coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')
})
afterAll(() => house.close())

const repair = volunteerIn('repair')
const placeIn = async (person: Person, teamId: string) =>
  (await person.ask('team.list', {})).items.find((team) => team.teamId === teamId)?.mine

async function claimed(volunteer: Person): Promise<string> {
  const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now()))
  await volunteer.ask('booking.claim', { bookingId })
  return bookingId
}

/** A shift that begins after `hours` and lasts one, and its session. */
async function shiftIn(hours: number): Promise<{ shiftId: string; sessionId: string }> {
  made += 1
  const [shiftId, sessionId] = [`sh_leaving_${made}`, `s_leaving_${made}`]
  const from = house.cloud.now() + hours * hourMs
  const to = from + hourMs
  const database = sdkFor(house.cloud).database()
  await database.collection('sessions').add({ data: aSession({}, { sessionId, from, to }) })
  const named = { title: '重阳节吃长寿面', name: '端面', teamId: 'repair', activityId: `a_leaving_${made}` }
  const coordinatorId = coordinator.memberId
  const plan = { shiftId, communityId: 'tubengkan', sessionId, coordinatorId, from, to, capacity: 1 }
  await database.collection('shifts').add({ data: newShift({ ...plan, ...named }) })
  return { shiftId, sessionId }
}

async function codeAt(sessionId: string): Promise<string> {
  const { secret, stepSeconds } = await coordinator.ask('session.code', { sessionId })
  return typedCode(fromBase32(secret), stepAt(house.cloud.now(), stepSeconds))
}

describe('who has left the last team', () => {
  const upcoming = async (person: Person) =>
    (await person.ask('shift.mine', { when: 'upcoming' })).items.map(({ shiftId }) => shiftId)

  it.each([
    ['by leaving it', (person: Person) => person.ask('team.leave', { teamId: 'repair' })],
    [
      'by a revoked role',
      ({ memberId }: Person) => house.admin.ask('member.revoke', { memberId, ...repair }),
    ],
  ])('%s, gives the shifts ahead back, and the coordinator is told', async (how, leave) => {
    const volunteer = await house.person(`wx_last_${how}`, [repair], '郑师傅')
    const { shiftId } = await shiftIn(5)
    await volunteer.ask('shift.signUp', { shiftId })
    await leave(volunteer)
    expect(await upcoming(volunteer)).toEqual([])
    expect((await coordinator.ask('inbox.list', {})).items[0]).toMatchObject({
      title: '有志愿者来不了',
      text: expect.stringContaining('郑师傅'),
    })
    const next = await house.person(`wx_next_${how}`, [repair])
    expect(await next.ask('shift.signUp', { shiftId })).toEqual({ state: 'confirmed' })
  })

  it('keeps the shifts while another team has them', async () => {
    const volunteer = await house.person('wx_two_teams', [repair, volunteerIn('arts')])
    const { shiftId } = await shiftIn(5)
    await volunteer.ask('shift.signUp', { shiftId })
    await volunteer.ask('team.leave', { teamId: 'repair' })
    expect(await upcoming(volunteer)).toEqual([shiftId])
  })

  it('ends what has begun: the check-out of a booking and of a shift count without the role', async () => {
    const volunteer = await house.person('wx_begun', [repair])
    const bookingId = await claimed(volunteer)
    house.cloud.advance(hourMs)
    const { code } = await resident.ask('booking.code', { bookingId })
    await volunteer.ask('booking.checkIn', { bookingId, code })
    const other = await house.person('wx_begun_shift', [repair])
    const { shiftId, sessionId } = await shiftIn(0.1)
    await other.ask('shift.signUp', { shiftId })
    await other.ask('shift.checkIn', { shiftId, code: await codeAt(sessionId) })
    for (const person of [volunteer, other]) await person.ask('team.leave', { teamId: 'repair' })
    house.cloud.advance(30 * minuteMs)
    const out = await resident.ask('booking.code', { bookingId })
    expect(await volunteer.ask('booking.checkOut', { bookingId, code: out.code })).toMatchObject({
      state: 'done',
    })
    expect(await other.ask('shift.checkOut', { shiftId, code: await codeAt(sessionId) })).toMatchObject({
      state: 'done',
    })
  })
})

describe('who has left a team', () => {
  it('by a revoked role, keeps no claim: the booking returns to the hall, and the door stays closed', async () => {
    const volunteer = await house.person('wx_revoked', [repair, volunteerIn('arts')], '李师傅')
    const bookingId = await claimed(volunteer)
    await house.admin.ask('member.revoke', { memberId: volunteer.memberId, ...repair })
    expect(await volunteer.send('booking.get', { bookingId })).toMatchObject({ code: 'not_found' })
    expect((await resident.ask('booking.get', { bookingId })).state).toBe('open')
    expect((await resident.ask('inbox.list', {})).items[0]).toMatchObject({
      title: '志愿者来不了',
      text: expect.stringContaining('已离开服务队'),
    })
    expect(await volunteer.ask('booking.list', { scope: 'claimed' })).toEqual({ items: [] })
  })

  it('while the work is under way, sees neither door nor phone any more', async () => {
    const volunteer = await house.person('wx_under_way', [repair])
    const bookingId = await claimed(volunteer)
    house.cloud.advance(hourMs)
    const { code } = await resident.ask('booking.code', { bookingId })
    await volunteer.ask('booking.checkIn', { bookingId, code })
    expect((await volunteer.ask('booking.get', { bookingId })).contact).toBeDefined()
    await volunteer.ask('team.leave', { teamId: 'repair' })
    const seen = await volunteer.ask('booking.get', { bookingId })
    expect(seen).toMatchObject({ part: 'claimer', state: 'in_service' })
    expect(seen.contact).toBeUndefined()
  })

  it('keeps what was claimed after coming back, however late the leaving is repeated', async () => {
    const volunteer = await house.person('wx_back', [repair])
    const role = { memberId: volunteer.memberId, ...repair }
    let broken = true
    house.cloud.hooks.before = (action, request) => {
      const settles = action === 'database.modifyDocument' && !String(request.data).includes('"rev"')
      if (broken && settles && request.collectionName === 'members') throw new Error('the disk is full')
    }
    await house.admin.ask('member.revoke', role)
    await house.admin.ask('member.grant', role)
    broken = false
    delete house.cloud.hooks.before
    const bookingId = await claimed(volunteer)
    house.cloud.advance(2 * 60_000)
    await house.cloud.tick()
    expect((await resident.ask('booking.get', { bookingId })).state).toBe('claimed')
    expect(await placeIn(volunteer, 'repair')).toBe('accepted')
  })

  it('begins anew after coming back: no licence waits from before, and a role that is given has no probation', async () => {
    const person = await house.person('wx_anew')
    const leader = await house.person('wx_anew_leader', [
      { role: 'team_leader', scope: { teamId: 'repair' } },
    ])
    const { memberId } = person
    await person.ask('team.apply', { teamId: 'repair', skills: [] })
    await house.admin.ask('team.decide', { memberId, teamId: 'repair', accept: true })
    await person.ask('team.showLicence', { teamId: 'repair', licence: '电工证', validUntil: '2040-01-01' })
    const before = (await person.ask('team.mine', {})).items[0]
    expect(before).toMatchObject({ shown: [{ licence: '电工证' }], probation: expect.anything() })
    await person.ask('team.leave', { teamId: 'repair' })
    await house.admin.ask('member.grant', { memberId, ...repair })
    const [after] = (await person.ask('team.mine', {})).items
    expect(after).toMatchObject({ state: 'accepted', shown: [] })
    expect(after).not.toHaveProperty('probation')
    const word = { teamId: 'repair', memberId, licence: '电工证', accept: true }
    expect(await leader.send('team.decideLicence', word)).toMatchObject({ code: 'already_decided' })
  })
})

describe('an application', () => {
  it('can be taken back before it is decided, and then nobody accepts it', async () => {
    const person = await house.person('wx_applicant')
    await person.ask('team.apply', { teamId: 'arts', skills: [] })
    expect(await person.ask('team.leave', { teamId: 'arts' }, { commandId: 'not-after-all' })).toEqual({
      state: 'left',
    })
    const word = { memberId: person.memberId, teamId: 'arts', accept: true }
    expect(await house.admin.send('team.decide', word)).toMatchObject({ code: 'already_decided' })
    await person.ask('team.apply', { teamId: 'arts', skills: [] })
    await house.admin.ask('team.decide', word)
    expect(await person.ask('team.leave', { teamId: 'arts' }, { commandId: 'not-after-all' })).toEqual({
      state: 'accepted',
    })
    expect(await person.ask('team.leave', { teamId: 'arts' })).toEqual({ state: 'left' })
    expect(await placeIn(person, 'arts')).toBe('left')
  })
})
