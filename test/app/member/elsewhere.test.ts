import { bookingFrom, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let worker: Person
const consents = [{ kind: 'service' as const, version: '2026-12' }]
const police = { name: '何警官', phone: '13900003333', office: '派出所社区民警', consents }

beforeAll(async () => {
  house = await openTestHouse()
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }], '小刘')
})
afterAll(() => house.close())

describe('staff who live elsewhere', () => {
  it('register without a dwelling, are confirmed by an admin alone, and hold what they are given', async () => {
    const he = house.stranger('wx_he')
    const registered = await he.send('member.register', police)
    expect(registered).toMatchObject({ ok: true, data: { state: 'pending' } })
    const memberId = registered.ok ? registered.data.memberId : ''
    expect(await worker.ask('member.pending', {})).toEqual({ items: [] })
    expect(await worker.send('member.verify', { memberId, accept: true })).toMatchObject({
      code: 'not_found',
    })
    const { items } = await house.admin.ask('member.pending', {})
    expect(items).toMatchObject([{ memberId, office: '派出所社区民警' }])
    await house.admin.ask('member.verify', { memberId, accept: true })
    const me = await he.send('member.me', {})
    expect(me).toMatchObject({ data: { roles: [], member: { state: 'verified', office: '派出所社区民警' } } })
    expect(await he.send('booking.request', bookingFrom(house.cloud.now()))).toMatchObject({
      code: 'forbidden',
    })
    expect(await house.admin.send('member.grant', { memberId, role: 'resident' })).toMatchObject({
      code: 'lives_elsewhere',
    })
    await house.admin.ask('member.grant', { memberId, role: 'officer', scope: { tier: 'community' } })
    for (const [op, input] of [
      ['request.list', { scope: 'queue' }],
      ['home.get', {}],
      ['member.export', {}],
      ['activity.list', { when: 'upcoming' }],
      ['inbox.list', {}],
      ['team.list', {}],
    ] as const)
      expect([op, await he.send(op, input as never)]).toMatchObject([op, { ok: true }])
    const roles = await house.admin.ask('member.roles', { memberId })
    expect(roles.history.map(({ role }) => role)).toEqual(['officer'])
  })

  it('name a dwelling or an office, and not both', async () => {
    const both = { ...police, gridId: 'grid1', estateId: 'huochai', building: '1栋', unit: '1-1' }
    const { office: _, ...neither } = police
    for (const input of [both, neither])
      expect(await house.stranger('wx_two').send('member.register', input)).toMatchObject({
        code: 'invalid_input',
      })
  })
})
