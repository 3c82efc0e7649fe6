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

  it('is added to a shift, and credited by the word of one leader and the second word of another', async () => {
    const patrol = { role: 'team_leader' as const, scope: { teamId: 'patrol' } }
    const [first, second] = [
      await house.person('wx_first', [patrol], '钱队长'),
      await house.person('wx_second', [patrol], '孙队长'),
    ]
    const { memberId } = await worker.ask('member.enrol', {
      ...{ name: '周木匠', gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: '6-3' },
      consentNote: '本人签字',
    })
    const as = { actingFor: memberId }
    await worker.ask('team.apply', { teamId: 'patrol', skills: [] }, as)
    await first.ask('team.decide', { memberId, teamId: 'patrol', accept: true })
    const from = house.cloud.now() + hourMs
    const { shiftIds } = await first.ask('activity.publish', {
      ...{ kind: 'other', title: '巡逻', summary: '走一圈。', place: '门口', teamId: 'patrol' },
      sessions: [{ from, to: from + 2 * hourMs, capacity: 0, shifts: [{ name: '巡逻', capacity: 2 }] }],
      signup: { opensAt: house.cloud.now() - hourMs, closesAt: from, rule: 'first_come', partyMax: 1 },
    })
    const [shiftId = ''] = shiftIds
    await first.ask('shift.add', { shiftId, memberId })
    house.cloud.advance(4 * hourMs)
    const said = { shiftId, memberId, from, to: from + 90 * minuteMs, reason: '没有手机，我和他一起走的' }
    const { entryId } = await first.ask('hours.word', said)
    expect(await first.send('hours.approveHonour', { entryId })).toMatchObject({ code: 'second_word' })
    await second.ask('hours.approveHonour', { entryId })
    expect(await worker.ask('hours.statement', {}, as)).toMatchObject({ recordedMinutes: 90 })
    const { months } = await worker.ask(
      'hours.months',
      { year: new Date(from + 8 * hourMs).getUTCFullYear() },
      as,
    )
    expect(months.reduce((sum, { recordedMinutes }) => sum + recordedMinutes, 0)).toBe(90)
  })
})
