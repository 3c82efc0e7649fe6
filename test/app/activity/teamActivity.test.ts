import type { Operation, RawInputOf } from '#contract/operations'
import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { dayMs, hourMs, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'

type Written = Extract<RawInputOf<'activity.publish'>, { title: string }>
const leaderOf = (teamId: string) => ({ role: 'team_leader', scope: { teamId } }) as const

let house: TestHouse
let leader: Person
let second: Person

beforeAll(async () => {
  house = await openTestHouse({ workers: 4 })
  leader = await house.person('wx_leader', [leaderOf('patrol'), volunteerIn('patrol')], '贺队长')
  second = await house.person('wx_second', [leaderOf('patrol')], '袁队长')
})
afterAll(() => house.close())

/** A patrol of tomorrow night, for volunteers alone. */
function patrol(more: Partial<Written> = {}): Written {
  const from = house.cloud.now() + dayMs
  return {
    ...{ kind: 'other', title: '夜间巡逻', summary: '两人一组，看看楼道和消防通道。', place: '警务室门口' },
    sessions: [{ from, to: from + 2 * hourMs, capacity: 0, shifts: [{ name: '巡逻', capacity: 4 }] }],
    signup: { opensAt: house.cloud.now() - hourMs, closesAt: from, rule: 'first_come', partyMax: 1 },
    ...more,
  }
}

/** The same with places for residents, of which one is taken. */
async function published(by: Person, more: Partial<Written> = {}) {
  const { sessions, ...rest } = patrol(more)
  const made = await by.ask('activity.publish', {
    ...rest,
    sessions: sessions.map((session) => ({ ...session, capacity: 10 })),
  })
  const [sessionId = ''] = made.sessionIds
  const [shiftId = ''] = made.shiftIds
  return { activityId: made.activityId, sessionId, shiftId }
}

type Ran = Awaited<ReturnType<typeof published>> & { walkInId: string; memberId: string; draftId: string }

/** Everything that somebody does who runs an activity; what changes much comes last. */
const doings: [Operation, (ran: Ran) => object][] = [
  ['activity.saveDraft', ({ draftId }) => ({ activityId: draftId, ...patrol() })],
  ['activity.edit', ({ activityId }) => ({ activityId, place: '社区门口' })],
  ['activity.copy', ({ activityId }) => ({ activityId })],
  ['activity.removePhoto', ({ activityId }) => ({ activityId, fileId: 'fi_none' })],
  ['session.code', ({ sessionId }) => ({ sessionId })],
  ['session.mark', ({ sessionId, memberId }) => ({ sessionId, marks: [{ memberId, present: true }] })],
  ['session.walkIn', ({ sessionId }) => ({ sessionId, name: '老唐', size: 1 })],
  ['session.undoWalkIn', ({ sessionId, walkInId }) => ({ sessionId, walkInId })],
  ['session.roster', ({ sessionId }) => ({ sessionId })],
  ['session.export', ({ sessionId }) => ({ sessionId })],
  ['session.tell', ({ sessionId }) => ({ sessionId, words: '请带手电筒' })],
  ['session.tellings', ({ sessionId }) => ({ sessionId })],
  ['session.feedbacks', ({ sessionId }) => ({ sessionId })],
  ['shift.confirm', ({ shiftId }) => ({ shiftId })],
  ['activity.publish', ({ draftId }) => ({ activityId: draftId })],
  ['activity.cancel', ({ activityId }) => ({ activityId, reason: '下雨' })],
]

describe('who runs the activity of a team', () => {
  let resident: Person
  const callers: [string, boolean, () => Promise<Person>][] = [
    ['its leader', true, async () => leader],
    ['another leader of the team', true, async () => second],
    ['a coordinator', true, () => house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')],
    ['an admin', true, () => house.person('wx_admin', [{ role: 'admin' }], '周主任')],
    ['the leader of another team', false, () => house.person('wx_other', [leaderOf('arts')], '罗队长')],
    [
      'the leader of the Women’s Home’s team',
      false,
      () => house.person('wx_women', [leaderOf('women')], '姜姐'),
    ],
    [
      'a leader who has lost the office meanwhile',
      false,
      async () => {
        // somebody who leads another team passes the gate, and is asked for this one
        const past = await house.person('wx_past', [leaderOf('patrol'), leaderOf('arts')], '冯队长')
        await house.admin.ask('member.revoke', { memberId: past.memberId, ...leaderOf('patrol') })
        return past
      },
    ],
    ['a member without office', false, () => house.person('wx_without', [], '居民')],
  ]
  beforeAll(async () => {
    resident = await house.person('wx_resident', [], '王奶奶')
  })

  it.each(callers)('%s: %s', async (_, may, open) => {
    const caller = await open()
    const at = house.cloud.now()
    const from = at + 20 * 60_000
    const [session] = patrol().sessions
    const made = await published(leader, {
      sessions: session ? [{ ...session, from, to: from + hourMs }] : [],
      signup: { opensAt: at - hourMs, closesAt: from, rule: 'first_come', partyMax: 2 },
    })
    const { sessionId } = made
    await resident.ask('session.signUp', { sessionId, party: [{ self: true }] })
    const { walkInId } = await leader.ask('session.walkIn', { sessionId, name: '老何', size: 1 })
    const { activityId: draftId } = await leader.ask('activity.saveDraft', patrol())
    const ran: Ran = { ...made, walkInId, draftId, memberId: resident.memberId }

    const told: Record<string, string> = {}
    for (const [op, input] of doings) {
      const answer = await caller.send(op, input(ran) as never)
      told[op] = answer.ok ? 'yes' : answer.code
    }
    const withoutOffice = ['a member without office'].includes(_)
    const refused = withoutOffice ? 'forbidden' : 'not_found'
    const expected = doings.map(([op]) => [
      op,
      // nobody's picture is there to remove
      may ? (op === 'activity.removePhoto' ? expect.stringMatching(/yes|not_found/) : 'yes') : refused,
    ])
    expect(told).toEqual(Object.fromEntries(expected))
    expect('mayRun' in (await caller.ask('activity.get', { activityId: made.activityId }))).toBe(may)
    const drafts = await caller.ask('activity.list', { when: 'drafts', limit: 50 })
    expect(drafts.items.length > 0).toBe(may)
    expect(drafts.items.every(({ teamId }) => teamId === 'patrol')).toBe(true)
  })

  it('a leader gets no telephone numbers, no birthdays, and invites nobody', async () => {
    const { sessionId, activityId } = await published(leader)
    const asked: [Operation, object][] = [
      ['session.export', { sessionId, withPhone: true, reason: '通知改期' }],
      ['activity.birthdays', { month: '2026-11', reason: '办集体生日' }],
      ['activity.invite', { activityId, memberIds: [resident.memberId] }],
    ]
    for (const [op, input] of asked)
      expect(await leader.send(op, input as never)).toMatchObject({ ok: false, code: 'forbidden' })
  })

  it('a leader does not run what is the community’s own, and takes nothing into their team', async () => {
    const coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')
    for (const teamId of [undefined, 'women', 'arts']) {
      const made = await published(coordinator, teamId === undefined ? {} : { teamId })
      const { activityId } = made
      for (const more of [{ title: '别的' }, { teamId: 'patrol' }])
        expect(await leader.send('activity.edit', { activityId, ...more })).toMatchObject({
          code: 'not_found',
        })
    }
    for (const teamId of ['arts', 'women', null])
      expect(await leader.send('activity.publish', patrol({ teamId }))).toMatchObject({
        code: 'invalid_input',
        issues: [{ path: 'teamId' }],
      })
  })
})

describe('a leader publishes', () => {
  it('a shift of their team, which stands on its list with the team’s name', async () => {
    const { activityId, shiftIds } = await leader.ask('activity.publish', patrol())
    const resident = await house.person('wx_reader', [], '李四')
    const { items } = await resident.ask('activity.list', { when: 'upcoming', teamId: 'patrol', limit: 50 })
    expect(items.find((card) => card.activityId === activityId)).toMatchObject({
      teamId: 'patrol',
      teamName: '平安巡逻队',
      capacity: 0,
      freeSlots: 4,
    })
    const shown = await resident.ask('activity.get', { activityId })
    expect(shown.sessions[0]).toMatchObject({
      cannotJoin: 'volunteers_only',
      shifts: [{ shiftId: shiftIds[0], teamId: 'patrol' }],
    })
    const [sessionId = ''] = shown.sessions.map((session) => session.sessionId)
    expect(await resident.send('session.signUp', { sessionId, party: [{ self: true }] })).toMatchObject({
      code: 'volunteers_only',
    })
  })

  it('nothing that WeChat finds risky, nothing beyond the frame', async () => {
    const risky = { title: '夜间巡逻违规样例' }
    expect(await leader.send('activity.publish', patrol(risky))).toMatchObject({ code: 'text_risky' })
    const [session] = patrol().sessions
    const large = { sessions: session ? [{ ...session, capacity: 31 }] : [] }
    expect(await leader.send('activity.publish', patrol(large))).toMatchObject({ code: 'team_capacity' })
    expect(await leader.send('activity.publish', patrol({ kind: 'training' }))).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'kind' }],
    })
  })

  it('what a coordinator moves to another team goes there with its shifts', async () => {
    const coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')
    const { activityId } = await published(leader)
    await coordinator.ask('activity.edit', { activityId, teamId: 'arts' })
    expect(await leader.send('activity.cancel', { activityId, reason: '不办了' })).toMatchObject({
      code: 'not_found',
    })
    const arts = await house.person('wx_other', [leaderOf('arts')], '罗队长')
    expect(await arts.ask('activity.get', { activityId })).toMatchObject({
      teamId: 'arts',
      mayRun: true,
      sessions: [{ shifts: [{ teamId: 'arts' }] }],
      changes: [{ what: ['主办的队伍改了', expect.stringContaining('改为记在')] }],
    })
  })

  it('who publishes, signs up and checks in is credited by another’s word alone; the minutes are the team’s', async () => {
    const { shiftId, sessionId } = await published(leader, { title: '清晨巡逻' })
    await leader.ask('shift.signUp', { shiftId })
    const { secret, stepSeconds } = await leader.ask('session.code', { sessionId })
    const codeNow = () => typedCode(fromBase32(secret), stepAt(house.cloud.now(), stepSeconds))
    house.cloud.advance(dayMs)
    await leader.ask('shift.checkIn', { shiftId, code: codeNow() })
    house.cloud.advance(hourMs)
    await leader.ask('shift.checkOut', { shiftId, code: codeNow() })
    expect(await leader.send('shift.confirm', { shiftId, memberIds: [leader.memberId] })).toMatchObject({
      code: 'own_shift',
    })
    house.cloud.advance(10 * dayMs)
    await house.cloud.tick()
    expect(await leader.ask('hours.statement', {})).toMatchObject({ totalMinutes: 0 })
    await second.ask('shift.confirm', { shiftId, memberIds: [leader.memberId] })
    expect(await leader.ask('hours.statement', {})).toMatchObject({
      recordedMinutes: 60,
      byTeam: [{ teamId: 'patrol', minutes: 60 }],
    })
  })
})
