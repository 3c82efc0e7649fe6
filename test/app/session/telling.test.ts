import { dayMs, hourMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let zhao: Person
let lin: Person
let people = 0

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  lin = await house.person('wx_lin', [{ role: 'coordinator' }], '林姐')
})
afterAll(() => house.close())

const someone = (name?: string) => house.person(`wx_${++people}`, [], name)
const told = async (person: Person) =>
  (await person.ask('inbox.list', {})).items
    .filter(({ title }) => title === '活动有句话告诉您')
    .map(({ text }) => text)

/** A session with room for one party, whom another waits behind; a third has left. */
async function fullSession() {
  const now = house.cloud.now()
  const from = now + 7 * dayMs
  const { activityId, sessionIds } = await zhao.ask('activity.publish', {
    kind: 'other',
    title: '缝纫班',
    summary: '学锁边。',
    place: '妇女之家',
    sessions: [{ from, to: from + 2 * hourMs, capacity: 2 }],
    signup: { opensAt: now - hourMs, closesAt: from - dayMs, rule: 'first_come', partyMax: 2 },
  })
  const [sessionId = ''] = sessionIds
  const [wang, he, gone] = [await someone('王奶奶'), await someone('何叔'), await someone('小吴')]
  const left = { sessionId, party: [{ self: true as const }] }
  await gone.ask('session.signUp', left)
  await gone.ask('session.withdraw', { sessionId })
  await wang.ask('session.signUp', { sessionId, party: [{ self: true }, { name: '小孙' }] })
  await he.ask('session.signUp', { sessionId, party: [{ self: true }] })
  return { activityId, sessionId, wang, he, gone, to: from + 2 * hourMs }
}

describe('a word to a session’s parties', () => {
  it('reaches who has a place, and the line where it is meant, once each', async () => {
    const { sessionId, wang, he, gone } = await fullSession()
    expect(await zhao.ask('session.tellings', { sessionId })).toMatchObject({
      placed: 1,
      waiting: 1,
      tellings: [],
    })
    const say = { sessionId, words: '请带一条围裙。' }
    const again = { commandId: 'apron' }
    expect(await zhao.ask('session.tell', say, again)).toEqual({ told: 1 })
    expect(await zhao.ask('session.tell', say, again)).toEqual({ told: 1 })
    expect(await told(wang)).toEqual([expect.stringContaining('赵姐有句话请您看：请带一条围裙。')])
    expect(await told(he)).toEqual([])
    house.cloud.advance(dayMs)
    const toAll = { sessionId, words: '改到明天', alsoWaiting: true }
    expect(await lin.ask('session.tell', toAll)).toEqual({ told: 2 })
    expect((await told(wang)).length).toBe(2)
    expect((await told(he)).length).toBe(1)
    expect(await told(gone)).toEqual([])
    // a late repeat says what came of it then
    expect(await zhao.ask('session.tell', say, again)).toEqual({ told: 1 })
    const { tellings, notice } = await zhao.ask('session.tellings', { sessionId })
    expect(tellings).toMatchObject([
      { who: '林姐', words: '改到明天', alsoWaiting: true, told: 2 },
      { who: '赵姐', words: '请带一条围裙。', alsoWaiting: false, told: 1 },
    ])
    const read = (await told(wang)).find((text) => text.includes('围裙'))
    expect(`${notice.before}请带一条围裙。`).toBe(read)
  })

  it('is said once a day, also by two coordinators at once, and the refusal says from when on', async () => {
    const { sessionId, wang } = await fullSession()
    const both = await Promise.all(
      [zhao, lin].map((each) => each.send('session.tell', { sessionId, words: '请早点来。' })),
    )
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'told_today' })
    const refused = await lin.send('session.tell', { sessionId, words: '再说一句' })
    expect(refused).toMatchObject({
      code: 'told_today',
      message: expect.stringMatching(/请 \d+月\d+日 再写/),
    })
    expect(await told(wang)).toHaveLength(1)
  })

  it('is refused where nobody comes any more, and to whoever does not run sessions', async () => {
    const { sessionId, activityId, wang } = await fullSession()
    const say = { sessionId, words: '请早点来。' }
    expect(await wang.send('session.tell', say)).toMatchObject({ code: 'forbidden' })
    expect(await wang.send('session.tellings', { sessionId })).toMatchObject({ code: 'forbidden' })
    await zhao.ask('activity.cancel', { activityId, reason: '下大雨' })
    expect(await zhao.send('session.tell', say)).toMatchObject({ code: 'session_cancelled' })
    expect(await zhao.ask('session.tellings', { sessionId })).toMatchObject({ over: true })
  })

  it('is checked before anybody reads it', async () => {
    const { sessionId, wang } = await fullSession()
    expect(await zhao.send('session.tell', { sessionId, words: '违规样例' })).toMatchObject({
      code: 'text_risky',
    })
    expect(await told(wang)).toEqual([])
  })
})
