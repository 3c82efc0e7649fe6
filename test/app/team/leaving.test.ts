import { bookingFrom, hourMs, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'

let house: TestHouse
let resident: Person

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident', [], '王奶奶')
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
