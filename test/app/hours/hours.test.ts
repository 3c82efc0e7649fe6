import type { Answer } from '#contract/shared/refusal'
import { openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { serve } from '#support/serve'
import { hourMs } from '#support/time'

let house: TestHouse
let resident: Person
let li: Person
let zhao: Person
let leader: Person
let second: Person
let elsewhere: Person

const leaderOf = (teamId: string) => ({ role: 'team_leader', scope: { teamId } }) as const

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  zhao = await house.person('wx_zhao', [volunteerIn('repair')], '赵师傅')
  leader = await house.person('wx_leader', [volunteerIn('repair'), leaderOf('repair')], '陈队长')
  second = await house.person('wx_second', [leaderOf('repair')], '林队长')
  await house.person(house.admin.openid)
  elsewhere = await house.person('wx_elsewhere', [leaderOf('women')], '别队队长')
})
afterAll(() => house.close())

const code = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.code)

const honour = async (minutes: number, memberId = li.memberId) =>
  (await leader.ask('hours.honour', { memberId, minutes, reason: '帮邻居搬家' })).entryId
const lines = async (who: Person) => (await who.ask('hours.statement', { limit: 50 })).items
const today = () => new Date(house.cloud.now() + 8 * hourMs).toISOString().slice(0, 10)
const span = { from: '2026-01-01', to: '2026-12-31' }

describe('honour minutes', () => {
  it('count with a second leader’s word, beside the recorded ones and never for the stars', async () => {
    await serve(house, resident, li, 45)
    const entryId = await honour(6000)
    expect((await li.ask('hours.statement', {})).honourMinutes).toBe(0)
    const { items } = await second.ask('hours.honours', { teamId: 'repair' })
    expect(items).toMatchObject([{ entryId, state: 'proposed', mayDecide: true, proposedBy: '陈队长' }])
    const approved = await house.admin.ask('hours.approveHonour', { entryId })
    expect(approved.entryId).toBe(`${li.memberId}:2`)
    expect(await li.ask('hours.statement', {})).toMatchObject({
      recordedMinutes: 45,
      honourMinutes: 6000,
      totalMinutes: 6045,
      stars: 0,
    })
    expect((await li.ask('inbox.list', {})).items[0]?.title).toBe('荣誉时长已记入')
  })

  it.each([
    ['who proposed them', () => leader, 'second_word'],
    ['a leader of another team', () => elsewhere, 'not_found'],
    ['a volunteer', () => zhao, 'forbidden'],
  ] as const)('are not approved by %s', async (_, who, refusal) => {
    const entryId = await honour(10)
    expect(code(await who().send('hours.approveHonour', { entryId }))).toBe(refusal)
  })

  it('are refused for oneself and for people outside the leader’s teams, and are approved once', async () => {
    const own = { memberId: leader.memberId, minutes: 10, reason: '给自己' }
    expect(code(await leader.send('hours.honour', own))).toBe('own_hours')
    const stranger = { memberId: resident.memberId, minutes: 10, reason: '不是队员' }
    expect(code(await leader.send('hours.honour', stranger))).toBe('not_found')
    const entryId = await honour(20, zhao.memberId)
    const answers = await Promise.all([
      second.send('hours.approveHonour', { entryId }),
      house.admin.send('hours.approveHonour', { entryId }),
      second.send('hours.approveHonour', { entryId }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await zhao.ask('hours.statement', {})).honourMinutes).toBe(20)
  })

  it('that are declined credit nothing', async () => {
    const entryId = await honour(30, zhao.memberId)
    await second.ask('hours.approveHonour', { entryId, accept: false, reason: '已经记过' })
    expect((await zhao.ask('hours.statement', {})).honourMinutes).toBe(20)
    expect((await leader.ask('inbox.list', {})).items[0]?.title).toBe('荣誉时长没有通过')
  })
})

describe('a line that is wrong', () => {
  it('is taken back once by another line, with the reason; both stay', async () => {
    await serve(house, resident, zhao, 30)
    const [line] = await lines(zhao)
    const entryId = line?.entryId ?? ''
    const reversed = await leader.ask('hours.reverse', { entryId, reason: '没有去' })
    expect(await zhao.ask('hours.statement', {})).toMatchObject({ recordedMinutes: 0, honourMinutes: 20 })
    expect(await lines(zhao)).toMatchObject([
      { entryId: reversed.entryId, kind: 'reversal', minutes: -30, reverses: entryId, reason: '没有去' },
      { entryId, kind: 'recorded', minutes: 30, reversed: true },
      { kind: 'honour', minutes: 20 },
    ])
    expect(code(await second.send('hours.reverse', { entryId, reason: '再扣一次' }))).toBe('already_reversed')
    expect(code(await leader.send('hours.reverse', { entryId: reversed.entryId, reason: '不算' }))).toBe(
      'not_reversible',
    )
    expect((await zhao.ask('inbox.list', {})).items[0]).toMatchObject({ title: '一笔时长被更正' })
  })

  it('is not taken back by oneself, nor by the leader of another team', async () => {
    await serve(house, resident, leader, 20)
    const [line] = await lines(leader)
    const input = { entryId: line?.entryId ?? '', reason: '改一改' }
    expect(code(await leader.send('hours.reverse', input))).toBe('own_hours')
    expect(code(await elsewhere.send('hours.reverse', input))).toBe('not_found')
  })
})

describe('what is added up', () => {
  it('equals the ledgers: by month, by team, over everybody', async () => {
    const people = [li, zhao, leader]
    const ledgers = (await Promise.all(people.map(lines))).flat()
    const of = (kinds: readonly string[]) =>
      ledgers.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { minutes }) => sum + minutes, 0)
    const report = await leader.ask('report.overview', span)
    expect(report.hours).toMatchObject({
      recordedMinutes: of(['recorded', 'reversal']),
      honourMinutes: of(['honour']),
      byTeam: [{ teamId: 'repair', recordedMinutes: of(['recorded', 'reversal']) }],
      volunteers: 2,
    })
    expect(report.bookings.confirmed).toBe(3)
    const { months } = await li.ask('hours.months', { year: 2026 })
    const statement = await li.ask('hours.statement', {})
    expect(months.reduce((sum, month) => sum + month.recordedMinutes, 0)).toBe(statement.recordedMinutes)
    expect(months.reduce((sum, month) => sum + month.honourMinutes, 0)).toBe(statement.honourMinutes)
  })

  it('names on the leaderboard only who agreed, by recorded minutes', async () => {
    expect((await resident.ask('hours.leaderboard', {})).places).toEqual([])
    await li.ask('member.consent', { kind: 'leaderboard', version: '2026-11', given: true })
    expect(await li.ask('hours.leaderboard', { month: today().slice(0, 7) })).toMatchObject({
      agreed: true,
      places: [{ place: 1, name: '李师傅', minutes: 45, mine: true }],
    })
    await li.ask('member.consent', { kind: 'leaderboard', version: '2026-11', given: false })
    expect((await resident.ask('hours.leaderboard', {})).places).toEqual([])
  })
})

describe('honour minutes above the month’s most', () => {
  let wang: Person
  const propose = async (minutes: number, teamId = 'repair') => {
    const input = { memberId: wang.memberId, minutes, teamId, reason: '帮邻居搬家' }
    return (await (teamId === 'repair' ? leader : elsewhere).ask('hours.honour', input)).entryId
  }
  const approve = (who: Pick<Person, 'send'>, entryId: string) => who.send('hours.approveHonour', { entryId })
  const honourOf = async (entryId: string) =>
    (await house.admin.ask('hours.honours', { teamId: 'repair', limit: 50 })).items.find(
      (item) => item.entryId === entryId,
    )
  const minutesOf = async () => (await wang.ask('hours.statement', {})).honourMinutes

  beforeEach(async () => {
    wang = await house.person(`wx_wang_${count++}`, [volunteerIn('repair'), volunteerIn('women')], '王师傅')
  })
  let count = 0

  it('are refused to a leader with a clear word, and are an admin’s to approve, who is told once', async () => {
    expect(code(await approve(second, await propose(500)))).toBe('ok')
    const entryId = await propose(101)
    for (let twice = 0; twice < 2; twice++) expect(code(await approve(second, entryId))).toBe('honour_cap')
    expect(await minutesOf()).toBe(500)
    const seen = (await second.ask('hours.honours', { teamId: 'repair', limit: 50 })).items
    const shown = seen.find((item) => item.entryId === entryId)
    expect(shown).toMatchObject({ state: 'proposed', needsAdmin: true })
    expect(shown).not.toHaveProperty('mayDecide')
    expect(await honourOf(entryId)).toMatchObject({ needsAdmin: true, mayDecide: true })
    // what a refusal leaves behind is told by the timer
    house.cloud.advance(hourMs)
    await house.cloud.tick()
    const told = (await house.admin.ask('inbox.list', {})).items
    expect(told.filter(({ text }) => text.includes('101 分钟'))).toMatchObject([
      { title: '荣誉时长等管理员复核', page: 'teamHours', teamId: 'repair' },
    ])
    expect(code(await approve(second, await propose(100)))).toBe('ok')
    expect(code(await approve(house.admin, entryId))).toBe('ok')
    expect(await minutesOf()).toBe(701)
    expect(await honourOf(entryId)).not.toHaveProperty('needsAdmin')
  })

  it('are counted over all teams, in the month of the proposal, without what was taken back', async () => {
    const third = await house.person('wx_third', [leaderOf('women')], '周队长')
    expect(code(await approve(third, await propose(600, 'women')))).toBe('ok')
    const entryId = await propose(1)
    expect(code(await approve(second, entryId))).toBe('honour_cap')
    const [line] = await lines(wang)
    await third.ask('hours.reverse', { entryId: line?.entryId ?? '', reason: '写错了人' })
    const late = await propose(600)
    const more = await propose(1)
    house.cloud.advance(32 * 24 * hourMs)
    const nextMonth = await propose(600)
    expect(code(await approve(second, nextMonth))).toBe('ok')
    expect(code(await approve(second, late))).toBe('ok')
    expect(code(await approve(second, more))).toBe('honour_cap')
    expect(await minutesOf()).toBe(1200)
  })

  it('do not slip below it by two approvals at once, nor by a command that arrives twice', async () => {
    const third = await house.person('wx_third', [leaderOf('women')], '周队长')
    for (let round = 0; round < 4; round++) {
      wang = await house.person(`wx_twice_${round}`, [volunteerIn('repair'), volunteerIn('women')], '王师傅')
      const [one, other] = [await propose(301), await propose(301, 'women')]
      const answers = await Promise.all([
        second.send('hours.approveHonour', { entryId: one }, { commandId: `one${round}` }),
        third.send('hours.approveHonour', { entryId: other }, { commandId: `other${round}` }),
        second.send('hours.approveHonour', { entryId: one }, { commandId: `one${round}` }),
      ])
      const said = answers.map(code)
      expect(said[0]).toBe(said[2])
      expect([said[0], said[1]].sort()).toEqual(['honour_cap', 'ok'])
      expect(await minutesOf()).toBe(301)
    }
  })
})
