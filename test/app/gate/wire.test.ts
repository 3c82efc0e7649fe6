import type { RawInputOf } from '#contract/operations'
import {
  dayMs,
  hourMs,
  openTestHouse,
  type Person,
  type SignedIn,
  type TestHouse,
  volunteerIn,
} from '#support/house'

/** These tests send what other clients may send and our own screens do not. */
let house: TestHouse
let resident: SignedIn
let coordinator: Person

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.signedIn('wx_resident', [], '王奶奶')
  coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '赵姐')
})
afterAll(() => house.close())

const written = (): Extract<RawInputOf<'activity.publish'>, { title: string }> => {
  const now = house.cloud.now()
  const session = (from: number, capacity: number) => ({
    from,
    to: from + hourMs,
    capacity,
    shifts: [{ name: '布置场地', capacity: 1 }],
  })
  return {
    kind: 'festival',
    title: '重阳节吃长寿面',
    summary: '一起吃面。',
    place: '妇女之家',
    sessions: [session(now + 3 * dayMs, 1), session(now + 4 * dayMs, 5)],
    signup: { opensAt: now, closesAt: now + 2 * dayMs, rule: 'first_come', partyMax: 2 },
  }
}
const party: RawInputOf<'session.signUp'>['party'] = [{ self: true }]

it('a list is refused as input, also of an operation that takes nothing', async () => {
  for (const op of ['member.me', 'team.list', 'member.close'] as const)
    expect(await resident.send(op, [] as never)).toMatchObject({ code: 'invalid_input' })
  expect((await resident.ask('member.me', {})).member).not.toHaveProperty('closesAt')
})

it('an answer and a refusal say the time of the cloud to whoever asks for it, and to nobody else', async () => {
  const asked = (body: object) => house.cloud.call('wx_resident', 'api', body)
  const now = house.cloud.now()
  for (const op of ['member.me', 'desk.approve', 'no.such']) {
    const { at } = (await asked({ op, input: {}, clock: true })) as { at: number }
    expect(at).toBeGreaterThanOrEqual(now)
    expect(at).toBeLessThanOrEqual(house.cloud.now())
    expect(await asked({ op, input: {} })).not.toHaveProperty('at')
  }
})

describe('a short list', () => {
  it('comes whole, or in pages that show each once', async () => {
    const whole = (await resident.ask('team.list', {})).items.map(({ teamId }) => teamId)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await resident.ask('team.list', { limit: 4, ...(cursor && { cursor }) })
      paged.push(...page.items.map(({ teamId }) => teamId))
      cursor = page.nextCursor
    } while (cursor !== undefined)
    expect(paged).toEqual(whole)
  })

  it('refuses the cursor of another list and a page larger than fifty', async () => {
    for (const paging of [{ limit: 0 }, { limit: 51 }, { cursor: 'nothing' }]) {
      expect(await resident.browse('desk.list', paging)).toMatchObject({ code: 'invalid_input' })
      expect(await resident.send('team.list', paging)).toMatchObject({ code: 'invalid_input' })
      expect(await house.admin.send('member.search', { q: '王奶奶', ...paging })).toMatchObject({
        code: 'invalid_input',
      })
    }
    expect((await house.admin.ask('member.search', { q: '王奶奶', limit: 1 })).items).toHaveLength(1)
  })
})

it('nobody leaves a team they were never in', async () => {
  for (const teamId of ['arts', 'no_such_team'])
    expect(await resident.send('team.leave', { teamId })).toMatchObject({ code: 'not_found' })
})

it('an honour is taken back by the id it was proposed under, once it counts', async () => {
  const leads = [{ role: 'team_leader' as const, scope: { teamId: 'repair' } }]
  const leader = await house.person('wx_leader', leads)
  const second = await house.person('wx_second', leads)
  const volunteer = await house.person('wx_volunteer', [volunteerIn('repair')])
  const { entryId } = await leader.ask('hours.honour', {
    memberId: volunteer.memberId,
    minutes: 60,
    reason: '帮忙搬家',
  })
  const back = { entryId, reason: '报多了' }
  expect(await leader.send('hours.reverse', back)).toMatchObject({ code: 'not_found' })
  await second.ask('hours.approveHonour', { entryId })
  expect(await volunteer.ask('hours.statement', {})).toMatchObject({ honourMinutes: 60 })
  await leader.ask('hours.reverse', back)
  expect(await volunteer.ask('hours.statement', {})).toMatchObject({ honourMinutes: 0, totalMinutes: 0 })
  expect(await second.send('hours.reverse', back)).toMatchObject({ code: 'already_reversed' })
})

describe('an activity that is written anew without ids', () => {
  it('keeps its sessions, its shifts and everybody’s places', async () => {
    const content = written()
    const published = await coordinator.ask('activity.publish', content)
    const [sessionId = ''] = published.sessionIds
    await resident.ask('session.signUp', { sessionId, party })
    const { activityId } = published
    const edited = { ...content, activityId, title: '重阳节长寿面' }
    expect(await coordinator.ask('activity.edit', edited)).toEqual(published)
    const { items } = await resident.ask('session.mine', { when: 'upcoming' })
    expect(items).toMatchObject([{ sessionId, title: '重阳节长寿面', mine: { state: 'confirmed' } }])
  })

  it('adds a session behind those that stand, and loses the last when there is one less', async () => {
    const content = written()
    const published = await coordinator.ask('activity.publish', content)
    const { activityId, sessionIds } = published
    const [first, second] = content.sessions as [(typeof content.sessions)[0], (typeof content.sessions)[0]]
    const third = { ...second, from: second.from + dayMs, to: second.to + dayMs }
    const more = await coordinator.ask('activity.edit', { activityId, sessions: [first, second, third] })
    expect(more.sessionIds).toEqual([...sessionIds, expect.any(String)])
    const fewer = await coordinator.ask('activity.edit', { activityId, sessions: [first] })
    expect(fewer.sessionIds).toEqual(sessionIds.slice(0, 1))
  })
})

it('a roster says of an offer that nobody took that the party has gone, and why', async () => {
  const { sessionIds } = await coordinator.ask('activity.publish', written())
  const [sessionId = ''] = sessionIds
  const next = await house.person('wx_next')
  await resident.ask('session.signUp', { sessionId, party })
  await next.ask('session.signUp', { sessionId, party })
  await resident.ask('session.withdraw', { sessionId })
  house.cloud.advance(13 * hourMs)
  await house.cloud.tick()
  const { parties } = await coordinator.ask('session.roster', { sessionId })
  const of = (memberId: string) => parties.find((each) => each.memberId === memberId)
  expect(of(next.memberId)).toMatchObject({ state: 'withdrawn', left: 'lapsed' })
  expect(of(resident.memberId)).toMatchObject({ state: 'withdrawn' })
  expect(of(resident.memberId)).not.toHaveProperty('left')
})
