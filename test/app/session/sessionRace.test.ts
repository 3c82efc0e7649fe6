import type { Answer } from '#contract/shared/refusal'
import { carelessSignUps } from '#support/carelessSignUp'
import { crowdOf, type Resident } from '#support/crowd'
import { minuteMs, openTestHouse, type TestHouse } from '#support/house'
import { self, sessionsOf } from '#support/sessionHouse'
import { checkCounts, checkLists } from '#support/sessionWatch'
import { readersMeet, slowStore } from '#support/slowStore'

const many = 300
const places = 30

let house: TestHouse
let sessions: ReturnType<typeof sessionsOf>
let crowd: Resident[]

beforeAll(async () => {
  house = await openTestHouse({ workers: 6 })
  sessions = sessionsOf(house)
  crowd = await crowdOf(house, many)
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

const stateOf = (answer: Answer<{ state: string }>) => (answer.ok ? answer.data.state : answer.code)

describe('three hundred residents sign up for thirty places at once', () => {
  it('gives thirty places, and everybody else a place in line, each once', async () => {
    const sessionId = await sessions.open({ capacity: places })
    slowStore(house, 10)
    const answers = await Promise.all(
      crowd.map(({ send }) => send('session.signUp', { sessionId, party: [self] })),
    )
    delete house.cloud.hooks.before
    const states = answers.map(stateOf)
    expect(states.filter((state) => state === 'confirmed')).toHaveLength(places)
    expect(states.filter((state) => state === 'waitlisted')).toHaveLength(many - places)

    const session = await sessions.read(sessionId)
    checkCounts(session)
    expect(session.line).toHaveLength(many - places)
    for (const [index, { memberId }] of crowd.entries())
      expect(session.roster[memberId]?.state).toBe(states[index])
    // The line has the order in which the database took the sign-ups, and everybody was told their own position.
    for (const [index, answer] of answers.entries())
      if (answer.ok && answer.data.position !== undefined)
        expect(session.line[answer.data.position - 1]).toBe(crowd[index]?.memberId)

    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    checkLists(session, await sessions.lists(sessionId))
    expect((await sessions.read(sessionId)).pending).toEqual([])
  })

  it('would give more if the places were counted first and taken afterwards', async () => {
    readersMeet(house, 12)
    expect(await carelessSignUps(house, 12, 3)).toBeGreaterThan(3)
  })
})
