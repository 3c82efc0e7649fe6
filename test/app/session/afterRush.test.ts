import { crowdOf, type Resident } from '#support/crowd'
import { hourMs, minuteMs, openTestHouse, type TestHouse } from '#support/house'
import { self, sessionsOf } from '#support/sessionHouse'

let house: TestHouse
let sessions: ReturnType<typeof sessionsOf>
let crowd: Resident[]
const many = 30
const few = 4

beforeAll(async () => {
  house = await openTestHouse()
  sessions = sessionsOf(house)
  crowd = await crowdOf(house, many)
})
afterAll(() => house.close())

/** A session for which so many have just signed up; their lists and their news are still owed. */
async function rush(count: number): Promise<string> {
  const sessionId = await sessions.open({ capacity: many })
  const all = crowd.slice(0, count)
  for (let first = 0; first < all.length; first += 20)
    await Promise.all(
      all.slice(first, first + 20).map(({ send }) => send('session.signUp', { sessionId, party: [self] })),
    )
  return sessionId
}

const longer = async (sessionId: string, commandId?: string) =>
  sessions.edit(sessionId, { to: (await sessions.read(sessionId)).from + 3 * hourMs }, commandId)

async function callsOf(act: () => Promise<unknown>): Promise<number> {
  let calls = 0
  house.cloud.hooks.before = (action) => {
    if (action.startsWith('database.')) calls += 1
  }
  await act()
  delete house.cloud.hooks.before
  return calls
}

async function news(title: string): Promise<number[]> {
  return Promise.all(
    crowd.map(async ({ send }) => {
      const inbox = await send('inbox.list', {})
      return inbox.ok ? inbox.data.items.filter((notice) => notice.title === title).length : -1
    }),
  )
}

describe('right after a rush', () => {
  it.each([
    ['an edit', (sessionId: string) => longer(sessionId)],
    ['a cancellation', (sessionId: string) => sessions.cancel(sessionId)],
  ])('%s costs as many calls for many parties as for few', async (_, act) => {
    const [small, large] = [await rush(few), await rush(many)]
    const forFew = await callsOf(async () => expect(await act(small)).toMatchObject({ ok: true }))
    const forMany = await callsOf(async () => expect(await act(large)).toMatchObject({ ok: true }))
    expect(forMany - forFew).toBeLessThanOrEqual(2)
  })

  it('each party is told of an edit once, and once that it has its place', async () => {
    const before = { changed: await news('活动有变动'), won: await news('报名成功') }
    const sessionId = await rush(many)
    await longer(sessionId, 'longer')
    await longer(sessionId, 'longer')
    const changed = await news('活动有变动')
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    await house.cloud.tick()
    expect((await news('活动有变动')).map((count, who) => count - (before.changed[who] ?? 0))).toEqual(
      crowd.map(() => 1),
    )
    expect(changed).toEqual(await news('活动有变动'))
    const won = (await news('报名成功')).map((count, who) => count - (before.won[who] ?? 0))
    expect(Math.min(...won)).toBeGreaterThanOrEqual(1)
    expect((await sessions.read(sessionId)).pending).toEqual([])
  })

  it('a cancellation ends every sign-up in its member’s list, and nobody hears of a place that is gone', async () => {
    const [won, gone] = [await news('报名成功'), await news('活动取消了')]
    const sessionId = await rush(many)
    await sessions.cancel(sessionId)
    const rows = await sessions.lists(sessionId)
    expect(rows).toHaveLength(many)
    expect(rows.every(({ over }) => over)).toBe(true)
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    expect(await news('报名成功')).toEqual(won)
    expect(await news('活动取消了')).toEqual(gone.map((count) => count + 1))
  })
})
