import type { Answer } from '#contract/shared/refusal'
import type { Session } from '#core/session/session'
import { minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'
import { self, sessionsOf, signUpAll } from '#support/sessionHouse'
import { checkCounts, checkLists } from '#support/sessionWatch'

let house: TestHouse
let sessions: ReturnType<typeof sessionsOf>
let wang: Person
let chen: Person

beforeAll(async () => {
  house = await openTestHouse()
  sessions = sessionsOf(house)
  wang = await house.person('wx_wang', [], '王奶奶')
  chen = await house.person('wx_chen', [], '陈大爷')
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
  delete house.cloud.hooks.after
})

const mostCalls = 20
const stateOf = (answer: Answer<{ state: string }>) => (answer.ok ? answer.data.state : answer.code)
const partyOf = async (sessionId: string, { memberId }: Person) =>
  (await sessions.read(sessionId)).roster[memberId]

/** The function dies after so many calls; answers whether it came to its end before. */
async function dyingAfter(last: number, act: () => Promise<unknown>): Promise<boolean> {
  let calls = 0
  house.cloud.hooks.before = (action) => {
    if (action.startsWith('database.') && ++calls > last) throw new Error('the function has died')
  }
  await act()
  delete house.cloud.hooks.before
  return calls <= last
}

/** The answer to this call is lost; answers whether there was such a call. */
async function losing(lost: number, act: () => Promise<unknown>): Promise<boolean> {
  let calls = 0
  house.cloud.hooks.after = (action) =>
    action.startsWith('database.') && ++calls === lost ? 'drop' : undefined
  await act()
  delete house.cloud.hooks.after
  return calls >= lost
}

async function atRest(sessionId: string): Promise<Session> {
  house.cloud.advance(2 * minuteMs)
  await house.cloud.tick()
  const session = await sessions.read(sessionId)
  checkCounts(session)
  checkLists(session, await sessions.lists(sessionId))
  return session
}

type Asking = (commandId: string, sessionId: string) => Promise<Answer<{ state: string }>>
const signUp: Asking = (commandId, sessionId) =>
  wang.send('session.signUp', { sessionId, party: [self, { name: '张三' }] }, { commandId })
const withdraw: Asking = (commandId, sessionId) => wang.send('session.withdraw', { sessionId }, { commandId })
const accept: Asking = (commandId, sessionId) =>
  wang.send('session.acceptOffer', { sessionId }, { commandId })

/** What somebody asks, and how a session for two stands by then. */
interface Scene {
  what: string
  before: (sessionId: string) => Promise<unknown>
  ask: Asking
  becomes: string
}
const scenes: Scene[] = [
  { what: 'a first sign-up', before: async () => undefined, ask: signUp, becomes: 'confirmed' },
  {
    what: 'a sign-up for the line',
    before: (sessionId) => signUpAll([chen], sessionId),
    ask: signUp,
    becomes: 'waitlisted',
  },
  {
    what: 'a sign-up after having left',
    before: async (sessionId) => {
      await wang.ask('session.signUp', { sessionId, party: [self] })
      await wang.ask('session.withdraw', { sessionId })
    },
    ask: signUp,
    becomes: 'confirmed',
  },
  {
    what: 'leaving',
    before: (sessionId) => wang.ask('session.signUp', { sessionId, party: [self] }),
    ask: withdraw,
    becomes: 'withdrawn',
  },
  {
    what: 'taking an offer',
    before: async (sessionId) => {
      await chen.ask('session.signUp', { sessionId, party: [self, { name: '李四' }] })
      await wang.ask('session.signUp', { sessionId, party: [self, { name: '张三' }] })
      await chen.ask('session.withdraw', { sessionId })
    },
    ask: accept,
    becomes: 'confirmed',
  },
]

describe.each(scenes)('$what', ({ what, before, ask, becomes }) => {
  const opened = async () => {
    const sessionId = await sessions.open({ capacity: 2 })
    await before(sessionId)
    return sessionId
  }

  it('that breaks off after any call is gone on with by the same command, and done once', async () => {
    for (let last = 1; last < mostCalls; last++) {
      const sessionId = await opened()
      const commandId = `${what}-${last}`
      const ended = await dyingAfter(last, () => ask(commandId, sessionId))
      expect(stateOf(await ask(commandId, sessionId))).toBe(becomes)
      expect((await partyOf(sessionId, wang))?.state).toBe(becomes)
      await atRest(sessionId)
      if (ended) return
    }
    throw new Error('the operation never came to its end')
  })

  it('that breaks off after any call and is given up leaves nothing half done', async () => {
    for (let last = 1; last < mostCalls; last++) {
      const sessionId = await opened()
      const was = (await partyOf(sessionId, wang))?.state
      const ended = await dyingAfter(last, () => ask(`${what}-given-up-${last}`, sessionId))
      const session = await atRest(sessionId)
      const is = session.roster[wang.memberId]?.state
      expect(is === was || is === becomes).toBe(true)
      // another command finds the way free
      if (is === 'withdrawn' || is === undefined)
        expect(stateOf(await signUp(`${what}-anew-${last}`, sessionId))).not.toBe('conflict')
      await atRest(sessionId)
      if (ended) return
    }
    throw new Error('the operation never came to its end')
  })

  it('is done once, whichever answer of the database is lost', async () => {
    for (let lost = 1; lost < mostCalls; lost++) {
      const sessionId = await opened()
      let state: string | undefined
      const more = await losing(lost, async () => {
        state = stateOf(await ask(`${what}-lost-${lost}`, sessionId))
      })
      expect(state).toBe(becomes)
      await atRest(sessionId)
      if (!more) return
    }
    throw new Error('the operation never came to its end')
  })
})

describe('two taps of one person with other words at once', () => {
  it('make one party, whose names are those of the one that was answered', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const sessionId = await sessions.open({ capacity: 3 })
      if (turn % 2 === 1) {
        await wang.ask('session.signUp', { sessionId, party: [self] })
        await wang.ask('session.withdraw', { sessionId })
      }
      house.cloud.hooks.before = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 8))
      const parties = [
        [self, { name: '张三' }],
        [self, { name: '李四' }, { name: '赵六' }],
      ]
      const answers = await Promise.all(
        parties.map((party) => wang.send('session.signUp', { sessionId, party })),
      )
      delete house.cloud.hooks.before
      const codes = answers.map(stateOf)
      const won = codes.indexOf('confirmed')
      expect(codes.filter((code) => code === 'confirmed')).toHaveLength(1)
      expect(['already_signed_up', 'conflict']).toContain(codes[1 - won])
      const { items } = await wang.ask('session.mine', { when: 'upcoming' })
      const mine = items.find((item) => item.sessionId === sessionId)?.mine
      expect(mine?.party).toEqual(won === 0 ? ['王奶奶', '张三'] : ['王奶奶', '李四', '赵六'])
      expect(mine?.size).toBe(won === 0 ? 2 : 3)
      await atRest(sessionId)
    }
  })
})

describe('whoever is refused', () => {
  it('leaves no sign-up behind', async () => {
    const sessionId = await sessions.open({ audience: { minAge: 60 } })
    expect(stateOf(await wang.send('session.signUp', { sessionId, party: [self] }))).toBe('age_unknown')
    expect(await sessions.lists(sessionId)).toEqual([])
  })
})

describe('parties of an earlier edition, whose details stand in the roster', () => {
  const store = (collection: string) => sdkFor(house.cloud).database().collection(collection)

  /** A session as it was stored then: whole parties in the roster, and rows without details. */
  async function earlier(): Promise<string> {
    const sessionId = await sessions.open({ capacity: 2 })
    const people = { [wang.memberId]: wang, [chen.memberId]: chen }
    const at = house.cloud.now()
    const roster = Object.fromEntries(
      Object.keys(people).map((memberId) => [
        memberId,
        {
          ...{ state: 'confirmed', size: 1, name: `旧${memberId}`, at, names: '', offerUntil: null },
          ...{ mustAccept: false, ticket: null, by: `by_${sessionId}_${memberId}` },
          commands: [{ command: `by_${sessionId}_${memberId}`, fingerprint: 'f' }],
        },
      ]),
    )
    await store('sessions')
      .doc(sessionId)
      .update({ data: { roster: sdkFor(house.cloud).database().command.set(roster), free: 0 } })
    for (const memberId of Object.keys(people))
      await store('signups').add({
        data: {
          ...{ _id: `sup_${sessionId}_${memberId}`, communityId: 'tubengkan', memberId, sessionId },
          ...{ state: 'confirmed', size: 1, at, over: false, command: `by_${sessionId}_${memberId}` },
        } as never,
      })
    return sessionId
  }

  it('stand on the list as before, leave, and come again in the new form', async () => {
    const sessionId = await earlier()
    const coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }])
    const names = async () =>
      (await coordinator.ask('session.roster', { sessionId })).parties.map(({ name }) => name)
    expect(await names()).toEqual([`旧${wang.memberId}`, `旧${chen.memberId}`])
    const { items } = await wang.ask('session.mine', { when: 'upcoming' })
    expect(items.find((item) => item.sessionId === sessionId)?.mine).toMatchObject({ state: 'confirmed' })
    expect(stateOf(await signUp('anew', sessionId))).toBe('already_signed_up')
    expect(stateOf(await withdraw('leaves', sessionId))).toBe('withdrawn')
    await chen.ask('session.withdraw', { sessionId })
    expect(stateOf(await signUp('again', sessionId))).toBe('confirmed')
    expect(stateOf(await withdraw('leaves', sessionId))).toBe('confirmed')
    expect(await partyOf(sessionId, wang)).toEqual({ state: 'confirmed', size: 2, again: 1 })
    expect(await names()).toEqual(['王奶奶', `旧${chen.memberId}`])
  })
})
