import { bookingFrom, hourMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let worker: Person
let colleague: Person
let leader: Person

const at = [{ role: 'grid_worker' as const, scope: { gridId: 'grid1' } }]
const leads = { role: 'team_leader' as const, scope: { teamId: 'repair' } }

beforeAll(async () => {
  house = await openTestHouse()
  worker = await house.person('wx_worker', at, '小刘')
  colleague = await house.person('wx_colleague', at, '小何')
  leader = await house.person('wx_leader', [leads], '陈队长')
})
afterAll(() => house.close())

describe('a volunteer without WeChat', () => {
  it('joins a team, is sent, and is credited by the requester’s slip, which two hands have held', async () => {
    const home = { gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: '6-1' }
    const enrol = async (name: string, unit: string) =>
      (await worker.ask('member.enrol', { name, ...home, unit, consentNote: '本人签字' })).memberId
    const memberId = await enrol('赵木匠', '6-1')
    const as = { actingFor: memberId }
    const forWang = { actingFor: await enrol('王奶奶', '6-2') }
    await worker.ask('team.apply', { teamId: 'repair', skills: ['木工'] }, as)
    await leader.ask('team.decide', { memberId, teamId: 'repair', accept: true })
    const { bookingId } = await colleague.ask('booking.request', bookingFrom(house.cloud.now()), forWang)
    expect(await leader.ask('booking.dispatch', { bookingId, memberId })).toMatchObject({ state: 'claimed' })
    const { codes } = await worker.ask('booking.slip', { bookingId }, forWang)
    house.cloud.advance(hourMs)
    const checkIn = { bookingId, code: codes?.checkIn ?? '' }
    expect(await worker.send('booking.checkIn', checkIn, as)).toMatchObject({ code: 'own_slip' })
    expect(await colleague.ask('booking.checkIn', checkIn, as)).toEqual({ state: 'in_service' })
    house.cloud.advance(40 * minuteMs)
    const checkOut = { bookingId, code: codes?.checkOut ?? '' }
    expect(await colleague.ask('booking.checkOut', checkOut, as)).toMatchObject({ minutes: 40 })
    await worker.ask('booking.confirm', { bookingId, stars: 5 }, forWang)
    expect(await worker.ask('hours.statement', {}, as)).toMatchObject({ totalMinutes: 40 })
    const { certificateNo, verifyCode } = await worker.ask('hours.certificate', {}, as)
    expect(await worker.ask('certificate.get', { certificateNo }, as)).toMatchObject({ name: '赵木匠' })
    expect(await leader.ask('certificate.verify', { certificateNo, verifyCode })).toMatchObject({
      valid: true,
    })

    // with their own WeChat the hours are theirs, once
    const { code } = await worker.ask('member.adoptCode', { memberId })
    await house.stranger('wx_zhao').send('member.adopt', { code })
    const zhao = await house.person('wx_zhao')
    expect(zhao.memberId).toBe(memberId)
    expect(await zhao.ask('hours.statement', {})).toMatchObject({ totalMinutes: 40 })
    // the account, which had no ledger, is not taken for one that lost its own
    expect((await house.admin.ask('hours.verify', { limit: 50 })).breaks).toEqual([])
  })
})
