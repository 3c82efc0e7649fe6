import { defaultLimits } from '#contract/shared/defaultLimits'
import {
  bookingFrom,
  dayMs,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
  wideLimits,
} from '#support/house'

const leaderOf = (teamId: string) => ({ role: 'team_leader', scope: { teamId } }) as const
const reason = '我在现场，他手机没电'

let house: TestHouse
let chen: Person
let zhou: Person
let coordinator: Person
let people = 0

beforeAll(async () => {
  house = await openTestHouse({ workers: 4 })
  chen = await house.person('wx_chen', [leaderOf('patrol'), leaderOf('repair')], '陈队长')
  zhou = await house.person('wx_zhou', [leaderOf('patrol'), leaderOf('repair')], '周队长')
  coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

const someone = (teamId = 'patrol', name = `队员${people + 1}`) =>
  house.person(`wx_${++people}`, [volunteerIn(teamId)], name)

/** A shift of tomorrow morning, two hours long. */
async function shiftOf(capacity: number) {
  const from = house.cloud.now() + dayMs
  const { sessionIds, shiftIds } = await chen.ask('activity.publish', {
    ...{ kind: 'other', title: '巡逻', summary: '走一圈。', place: '门口', teamId: 'patrol' },
    sessions: [{ from, to: from + 2 * hourMs, capacity: 0, shifts: [{ name: '巡逻', capacity }] }],
    signup: { opensAt: house.cloud.now() - hourMs, closesAt: from, rule: 'first_come', partyMax: 1 },
  })
  const [shiftId = ''] = shiftIds
  const [sessionId = ''] = sessionIds
  return { shiftId, sessionId, from }
}

describe('a shift', () => {
  it('takes a volunteer by hand after it, and credits them by two words', async () => {
    const { shiftId, from } = await shiftOf(2)
    const old = await someone('patrol', '老何')
    house.cloud.advance(dayMs + 3 * hourMs)
    expect(
      await chen.send('hours.word', { shiftId, memberId: old.memberId, minutes: 90, reason }),
    ).toMatchObject({
      code: 'not_in_team',
    })
    await chen.ask('shift.add', { shiftId, memberId: old.memberId })
    const said = { shiftId, memberId: old.memberId, from, to: from + 90 * minuteMs, reason }
    const { entryId } = await chen.ask('hours.word', said)
    expect(await zhou.send('hours.word', said)).toMatchObject({ code: 'word_said' })
    expect(await old.ask('hours.statement', {})).toMatchObject({ totalMinutes: 0 })
    expect(await chen.send('hours.approveHonour', { entryId })).toMatchObject({ code: 'second_word' })
    expect((await coordinator.ask('home.get', {})).counts).toMatchObject({ honours: 1 })
    expect((await coordinator.ask('hours.honours', {})).items).toMatchObject([
      { entryId, mayDecide: true, word: { about: 'shift', title: '巡逻·巡逻' }, teamName: '平安巡逻队' },
    ])
    const { entryId: lineId } = await coordinator.ask('hours.approveHonour', { entryId })
    expect(await old.ask('hours.statement', {})).toMatchObject({
      recordedMinutes: 90,
      byTeam: [{ teamId: 'patrol', minutes: 90 }],
      items: [
        { entryId: lineId, kind: 'recorded', reason, word: { proposedBy: '陈队长', approvedBy: '孙主任' } },
      ],
    })
    const { items } = await old.ask('inbox.list', {})
    expect(items.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['给您加了一个志愿岗位', '补记了您的服务时长']),
    )
    expect(
      await house.admin.ask('hours.words', {
        month: new Date(house.cloud.now() + 8 * hourMs).toISOString().slice(0, 7),
      }),
    ).toEqual({
      pairs: [{ proposedBy: '陈队长', approvedBy: '孙主任', words: 1, minutes: 90, members: ['老何'] }],
    })
    await zhou.ask('hours.reverse', { entryId, reason: '记错了人' })
    expect(await old.ask('hours.statement', {})).toMatchObject({ recordedMinutes: 0 })
    expect((await house.admin.ask('hours.verify', {})).breaks).toEqual([])
  })

  it('has one last place for two leaders who add at once, and one word for two who speak at once', async () => {
    const { shiftId } = await shiftOf(1)
    const [one, two] = [await someone(), await someone()]
    house.cloud.advance(dayMs + 3 * hourMs)
    house.cloud.hooks.before = () => new Promise((done) => setTimeout(done, 20))
    const added = await Promise.all([
      chen.send('shift.add', { shiftId, memberId: one.memberId }),
      zhou.send('shift.add', { shiftId, memberId: two.memberId }),
    ])
    expect(added.filter(({ ok }) => ok)).toHaveLength(1)
    expect(added.find(({ ok }) => !ok)).toMatchObject({ code: 'shift_full' })
    const memberId = added[0]?.ok ? one.memberId : two.memberId
    const words = await Promise.all(
      [chen, zhou].map((leader) => leader.send('hours.word', { shiftId, memberId, minutes: 60, reason })),
    )
    expect(words.filter(({ ok }) => ok)).toHaveLength(1)
    const proposer = words[0]?.ok ? chen : zhou
    const { entryId = '' } = (words.find(({ ok }) => ok) as { data: { entryId?: string } }).data
    const approvers = [proposer === chen ? zhou : chen, coordinator]
    await Promise.all(approvers.map((leader) => leader.send('hours.approveHonour', { entryId })))
    const subject = added[0]?.ok ? one : two
    expect(await subject.ask('hours.statement', {})).toMatchObject({
      recordedMinutes: 60,
      items: [{ minutes: 60 }],
    })
  })

  it('a word is none of a relative’s, of somebody else’s team, or beyond the month’s number', async () => {
    const { shiftId } = await shiftOf(3)
    const sister = await someone()
    await sister.ask('shift.signUp', { shiftId })
    await chen.ask('member.appointProxy', { memberId: sister.memberId })
    await sister.ask('member.acceptProxy', { memberId: chen.memberId })
    house.cloud.advance(dayMs + 3 * hourMs)
    const said = { shiftId, memberId: sister.memberId, minutes: 60, reason }
    expect(await chen.send('hours.word', said)).toMatchObject({ code: 'related_word' })
    const other = await house.person('wx_other', [leaderOf('arts')], '罗队长')
    expect(await other.send('hours.word', said)).toMatchObject({ code: 'not_found' })
    expect(await other.send('shift.add', { shiftId, memberId: sister.memberId })).toMatchObject({
      code: 'not_found',
    })
    const { entryId } = await zhou.ask('hours.word', said)
    expect(await chen.send('hours.approveHonour', { entryId })).toMatchObject({ code: 'related_word' })
    expect(await coordinator.send('hours.approveHonour', { entryId, accept: false })).toMatchObject({
      code: 'reason_needed',
    })
    await coordinator.ask('hours.approveHonour', { entryId, accept: false, reason: '没有人看到他' })
    const inbox = await zhou.ask('inbox.list', {})
    expect(inbox.items.map(({ title }) => title)).toContain('补记没有通过')
    await house.admin.ask('community.edit', { limits: { ...wideLimits, wordsPerMonth: 0 } })
    const { left, again } = {
      left: await zhou.ask('hours.honours', { teamId: 'patrol' }),
      again: await chen.send('hours.word', { ...said, memberId: (await someone()).memberId }),
    }
    expect(left.wordsLeft).toBe(0)
    expect(again.ok).toBe(false)
    expect(await coordinator.send('hours.word', said)).toMatchObject({ code: 'words_spent' })
    await house.admin.ask('community.edit', { limits: { ...defaultLimits, ...wideLimits } })
  })
})

describe('a booking', () => {
  async function worded(resident: Person, volunteer: Person) {
    const from = house.cloud.now() + hourMs
    const { bookingId } = await resident.ask('booking.request', bookingFrom(from))
    house.cloud.advance(4 * hourMs)
    const said = { bookingId, memberId: volunteer.memberId, minutes: 45, reason }
    const { entryId } = await chen.ask('hours.word', said)
    await zhou.ask('hours.approveHonour', { entryId })
    return bookingId
  }

  it('that nobody had claimed is credited when its requester says nothing', async () => {
    const resident = await house.person('wx_wang', [], '王奶奶')
    const li = await someone('repair', '李师傅')
    const bookingId = await worded(resident, li)
    const seen = await resident.ask('booking.get', { bookingId })
    expect(seen).toMatchObject({ state: 'done', byWord: true, steps: ['confirm', 'object'] })
    expect(seen).not.toHaveProperty('reportedLate')
    expect(await li.ask('hours.statement', {})).toMatchObject({ totalMinutes: 0 })
    house.cloud.advance(3 * dayMs + minuteMs)
    await house.cloud.tick()
    expect(await li.ask('hours.statement', {})).toMatchObject({
      recordedMinutes: 45,
      items: [{ word: { proposedBy: '陈队长', approvedBy: '周队长' } }],
    })
  })

  it('to which its requester objects waits for the word of a third', async () => {
    const resident = await house.person('wx_wu', [], '吴奶奶')
    const li = await someone('repair', '小李')
    const bookingId = await worded(resident, li)
    await resident.ask('booking.object', { bookingId, note: '没有人来过' })
    house.cloud.advance(10 * dayMs)
    await house.cloud.tick()
    expect(await li.ask('hours.statement', {})).toMatchObject({ totalMinutes: 0 })
    const { items } = await chen.ask('booking.forgotten', {})
    expect(items.find((one) => one.bookingId === bookingId)).toMatchObject({ waits: 'objected' })
    for (const leader of [chen, zhou])
      expect(await leader.send('booking.settle', { bookingId, minutes: 45, reason: '问过了' })).toMatchObject(
        {
          code: 'own_word',
        },
      )
    const third = await house.person('wx_third', [leaderOf('repair')], '郑队长')
    await third.ask('booking.settle', { bookingId, minutes: 20, reason: '问过居民，来过一会儿' })
    expect(await li.ask('hours.statement', {})).toMatchObject({ recordedMinutes: 20 })
  })
})
