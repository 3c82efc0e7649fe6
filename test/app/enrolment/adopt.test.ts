import {
  bookingFrom,
  dayMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { serve } from '#support/serve'
import { sessionsOf } from '#support/sessionHouse'

let house: TestHouse
let worker: Person
let wang: Person
let sessions: ReturnType<typeof sessionsOf>

const at = (gridId: string) => [{ role: 'grid_worker' as const, scope: { gridId } }]
const consents = [
  { kind: 'service' as const, version: '2026-12' },
  { kind: 'sensitive' as const, version: '2026-12' },
]
let doors = 0
const enrol = async (name: string): Promise<string> => {
  doors += 1
  const home = { gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: `${doors}-1` }
  const paper = { consentNote: '本人签字，放在社区档案柜', signedOn: '2026-11-20' }
  return (await worker.ask('member.enrol', { name, phone: '13900002222', ...home, ...paper })).memberId
}
const codeFor = async (memberId: string, more = {}) =>
  (await worker.ask('member.adoptCode', { memberId, ...more })).code
const request = { category: 'parking_shed' as const, description: '车棚漏雨', gridId: 'grid1' }

/** Everything that names a member, as they read it themselves. */
async function held(person: Pick<Person, 'ask'>) {
  const { bookings, requests, signups, hours, notices, dependents, teams, certificates } = await person.ask(
    'member.export',
    {},
  )
  const ids = (rows: readonly object[], key: string) => rows.map((each) => String(Reflect.get(each, key)))
  return {
    bookings: ids(bookings, '_id').sort(),
    requests: ids(requests, 'requestId').sort(),
    signups: signups.map(({ sessionId }) => sessionId).sort(),
    hours: hours.map((line) => `${Reflect.get(line, 'source')} ${Reflect.get(line, 'minutes')}`).sort(),
    notices: notices.map((notice) => `${notice.at} ${notice.title}`).sort(),
    dependents: dependents.map(({ name }) => name).sort(),
    teams: teams.map(({ teamId }) => teamId).sort(),
    certificates: ids(certificates, 'certificateNo').sort(),
  }
}

beforeAll(async () => {
  house = await openTestHouse()
  worker = await house.person('wx_worker', at('grid1'), '小刘')
  wang = await house.person('wx_wang', [], '王奶奶')
  sessions = sessionsOf(house)
})
afterAll(() => house.close())

describe('a paper member adopted by somebody whom WeChat knows and the community does not', () => {
  it('is the same member with all that was theirs, by one of two who have the code', async () => {
    const memberId = await enrol('罗婆婆')
    const as = { actingFor: memberId }
    const { bookingId } = await worker.ask('booking.request', bookingFrom(house.cloud.now()), as)
    const sessionId = await sessions.open()
    await worker.ask('session.signUp', { sessionId, party: [{ self: true }] }, as)
    const code = await codeFor(memberId)
    const luo = house.stranger('wx_luo')
    const thief = house.stranger('wx_thief')
    const send = (who: typeof luo) => who.send('member.adopt', { code, consents })
    const answers = await Promise.all([send(luo), send(thief), send(luo), send(thief)])
    const won = answers.filter(({ ok }) => ok)
    expect(won.length).toBeGreaterThan(0)
    for (const answer of won) expect(answer).toMatchObject({ data: { memberId } })
    const winner = answers[0]?.ok || answers[2]?.ok ? luo : thief
    const loser = winner === luo ? thief : luo
    // the winner reads the same again, the loser is nobody still
    expect(await send(winner)).toMatchObject({ ok: true, data: { memberId } })
    expect(await send(loser)).toMatchObject({ code: 'adopt_code_over' })
    expect((await loser.send('member.me', {})) as object).not.toHaveProperty('data.member')
    const own = await house.person(winner.openid)
    expect(own.memberId).toBe(memberId)
    const mine = await held(own)
    expect(mine).toMatchObject({ bookings: [bookingId], signups: [sessionId] })
    expect(mine.notices.filter((line) => line.endsWith('纸面档案合到您的微信了'))).toHaveLength(1)
    expect((await own.ask('member.me', {})).consents.map(({ version }) => version)).toEqual([
      'paper',
      'paper',
      '2026-12',
      '2026-12',
    ])
    // whoever is registered does not register over themselves, at another door or at their own
    const elsewhere = { name: '罗婆婆', gridId: 'grid2', estateId: 'huochai', building: '1栋', unit: '7-7' }
    expect(await own.send('member.register', { ...elsewhere, consents })).toMatchObject({ code: 'conflict' })
    expect(await own.ask('member.me', {})).toMatchObject({ member: { state: 'verified', gridId: 'grid1' } })
    // from now on the counter no longer does what is theirs
    expect(await worker.send('member.export', {}, as)).toMatchObject({ code: 'forbidden' })
    expect(await worker.send('member.adoptCode', { memberId })).toMatchObject({ code: 'not_on_paper' })
    const registered = { name: '别人', gridId: 'grid1', estateId: 'huochai', building: '1栋', unit: '9-9' }
    expect(await loser.send('member.register', { ...registered, consents })).toMatchObject({ ok: true })
  })

  it('takes a code that is half an hour old no more, nor the worker’s own account', async () => {
    const memberId = await enrol('邓婆婆')
    const code = await codeFor(memberId, { otherName: true })
    expect(await worker.send('member.adopt', { code })).toMatchObject({ code: 'own_word' })
    await house.cloud.advance(31 * minuteMs)
    expect(await house.stranger('wx_late').send('member.adopt', { code })).toMatchObject({
      code: 'adopt_code_over',
    })
  })

  it('is found once more after the account is closed and they are somebody new', async () => {
    const memberId = await enrol('秦婆婆')
    const qin = house.stranger('wx_qin')
    await qin.send('member.adopt', { code: await codeFor(memberId), consents })
    expect(await qin.send('member.close', {})).toMatchObject({ ok: true })
    await house.cloud.advance(40 * dayMs)
    await house.cloud.tick()
    const home = { gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: '9-9' }
    const again = await qin.send('member.register', { name: '秦婆婆', ...home, consents })
    expect(again).toMatchObject({ ok: true, data: { state: 'pending' } })
    expect(again).not.toMatchObject({ data: { memberId } })
  })
})

describe('a paper member adopted by an account with things of its own', () => {
  it('has each thing of both exactly once, however often and wherever it is asked again', async () => {
    const memberId = await enrol('罗二姐')
    const as = { actingFor: memberId }
    await worker.ask('booking.request', bookingFrom(house.cloud.now()), as)
    await worker.ask('request.file', request, as)
    await worker.ask('member.addDependent', { name: '老罗', relation: '老伴', consentNote: '同意' }, as)
    const sessionA = await sessions.open()
    await worker.ask('session.signUp', { sessionId: sessionA, party: [{ self: true }] }, as)

    const luo = await house.signedIn('wx_luo2', [volunteerIn('repair')], '罗二姐')
    await serve(house, wang, luo, 45)
    await luo.ask('booking.request', bookingFrom(house.cloud.now()))
    await luo.ask('request.file', { ...request, description: '路灯不亮' })
    await luo.ask('member.addDependent', { name: '小罗', relation: '孙子', consentNote: '同意' })
    const sessionB = await sessions.open()
    const party = [{ self: true as const }, { name: '小罗' }]
    await luo.ask('session.signUp', { sessionId: sessionB, party })
    const { certificateNo, verifyCode } = await luo.ask('hours.certificate', {})
    const son = await house.person('wx_luo_son', [], '罗强')
    await luo.ask('member.appointProxy', { memberId: son.memberId })
    await son.ask('member.acceptProxy', { memberId: luo.memberId })

    const before = await held(luo)
    const paper = await held({ ask: (op, input) => worker.ask(op, input, as) })
    const code = await codeFor(memberId)
    const sent = await Promise.all([1, 2, 3].map(() => luo.send('member.adopt', { code })))
    for (const answer of sent.filter(({ ok }) => ok)) expect(answer).toMatchObject({ data: { memberId } })
    expect(await luo.send('member.adopt', { code })).toMatchObject({ ok: true, data: { memberId } })

    const recounted = async () => {
      const { notices, ...after } = await held(luo)
      const { notices: theirs, ...own } = before
      for (const [name, rows] of Object.entries(own)) {
        const both = [...rows, ...paper[name as keyof typeof own]].sort()
        expect({ [name]: after[name as keyof typeof own] }).toEqual({ [name]: both })
      }
      for (const told of [...theirs, ...paper.notices])
        expect(notices.filter((line) => line === told)).toHaveLength(
          [...theirs, ...paper.notices].filter((line) => line === told).length,
        )
      const statement = await luo.ask('hours.statement', {})
      expect(statement).toMatchObject({ totalMinutes: 45, recordedMinutes: 45 })
      expect(statement.items).toHaveLength(1)
    }
    await recounted()
    await house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    await recounted()

    // the browser that was signed in is the member's, the paper is valid, the roster has the names
    expect((await luo.browse('member.me', {})) as object).toMatchObject({ data: { member: { memberId } } })
    expect(await luo.ask('certificate.verify', { certificateNo, verifyCode })).toMatchObject({ valid: true })
    const me = await luo.ask('member.me', {})
    expect(me.roles).toContainEqual(volunteerIn('repair'))
    expect(me.member?.proxies.map(({ name }) => name)).toEqual(['罗强'])
    const roster = await house.admin.ask('session.roster', { sessionId: sessionB })
    expect(roster.parties).toMatchObject([{ memberId, size: 2, state: 'confirmed' }])
    await luo.ask('session.withdraw', { sessionId: sessionB })
    await luo.ask('session.withdraw', { sessionId: sessionA })
    // the leader takes the line back in the ledger where it stands, and the old paper with it
    const line = (await luo.ask('hours.statement', {})).items[0]
    const leads = { role: 'team_leader' as const, scope: { teamId: 'repair' } }
    const leader = await house.person('wx_leader', [leads], '陈队长')
    await leader.ask('hours.reverse', { entryId: line?.entryId ?? '', reason: '记错了' })
    expect((await luo.ask('hours.statement', {})).totalMinutes).toBe(0)
    expect(await luo.ask('certificate.verify', { certificateNo, verifyCode })).toMatchObject({ valid: false })
  })

  it('is refused where something is to be ended first, or it is somebody else’s', async () => {
    const memberId = await enrol('谢婆婆')
    const code = await codeFor(memberId)
    const other = await house.person('wx_other', [], '谢小妹')
    expect(await other.send('member.adopt', { code })).toMatchObject({ code: 'adopt_other_name' })
    const leads = { role: 'team_leader' as const, scope: { teamId: 'repair' } }
    const leader = await house.person('wx_xie_leader', [leads], '谢婆婆')
    expect(await leader.send('member.adopt', { code })).toMatchObject({ code: 'adopt_office' })
    const busy = await house.person('wx_xie_busy', [volunteerIn('repair')], '谢婆婆')
    const { bookingId } = await wang.ask('booking.request', bookingFrom(house.cloud.now()))
    await busy.ask('booking.claim', { bookingId })
    expect(await busy.send('member.adopt', { code })).toMatchObject({ code: 'adopt_on_duty' })
    const both = await house.person('wx_xie_both', [], '谢婆婆')
    const sessionId = await sessions.open()
    const signUp = { sessionId, party: [{ self: true as const }] }
    await worker.ask('session.signUp', signUp, { actingFor: memberId })
    await both.ask('session.signUp', signUp)
    expect(await both.send('member.adopt', { code })).toMatchObject({ code: 'adopt_same_session' })
    // nothing of it has changed who they are
    expect((await both.ask('member.me', {})).member?.memberId).toBe(both.memberId)
    await both.ask('session.withdraw', { sessionId })
    expect(await both.send('member.adopt', { code })).toMatchObject({ ok: true })
  })
})
