import { hourMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { self, sessionsOf, signUpAll } from '#support/sessionHouse'

let house: TestHouse
let sessions: ReturnType<typeof sessionsOf>
let people: Person[]

beforeAll(async () => {
  house = await openTestHouse()
  sessions = sessionsOf(house)
  people = []
  for (const name of ['王奶奶', '李大爷', '陈嬢嬢', '赵叔', '孙姐'])
    people.push(await house.person(`wx_${people.length}`, [], name))
}, 60_000)
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
  delete house.cloud.hooks.after
})

const person = (index: number) => people[index] as Person

describe('first come', () => {
  it('gives places in the order of asking, then a place in line', async () => {
    const sessionId = await sessions.open({ capacity: 2 })
    expect(await person(0).ask('session.signUp', { sessionId, party: [self] })).toEqual({
      state: 'confirmed',
    })
    await person(1).ask('session.signUp', { sessionId, party: [self] })
    expect(await person(2).ask('session.signUp', { sessionId, party: [self] })).toEqual({
      state: 'waitlisted',
      position: 1,
    })
    expect(await person(3).ask('session.signUp', { sessionId, party: [self] })).toMatchObject({ position: 2 })
  })

  it('keeps a party together on the waitlist, and gives a place it cannot use to the next who fits', async () => {
    const sessionId = await sessions.open({ capacity: 2 })
    await person(0).ask('session.signUp', { sessionId, party: [self] })
    const pair = [self, { name: '张三' }]
    expect(await person(1).ask('session.signUp', { sessionId, party: pair })).toMatchObject({ position: 1 })
    expect(await person(2).ask('session.signUp', { sessionId, party: [self] })).toEqual({
      state: 'confirmed',
    })
  })

  it('offers a freed place to the first in line for a time, and to the next when nobody takes it', async () => {
    const sessionId = await sessions.open({ capacity: 1 })
    await signUpAll(people.slice(0, 3), sessionId)
    expect(await person(0).ask('session.withdraw', { sessionId })).toEqual({ state: 'withdrawn' })
    const { items } = await person(1).ask('session.mine', { when: 'upcoming' })
    const offered = items.find((item) => item.sessionId === sessionId)
    expect(offered?.mine).toMatchObject({ state: 'offered', offerUntil: expect.any(Number) })
    house.cloud.advance(12 * hourMs)
    expect(await person(1).send('session.acceptOffer', { sessionId })).toMatchObject({ code: 'offer_lapsed' })
    await house.cloud.tick()
    expect(await person(2).ask('session.acceptOffer', { sessionId })).toEqual({ state: 'confirmed' })
    expect(await person(1).send('session.acceptOffer', { sessionId })).toMatchObject({ code: 'offer_lapsed' })
    expect(await person(1).ask('session.signUp', { sessionId, party: [self] })).toMatchObject({
      state: 'waitlisted',
      position: 1,
    })
  })
})
