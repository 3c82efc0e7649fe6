import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InputOf } from '#contract/operations'
import type { DrawProof } from '#contract/session'
import { appoint, hourMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { self, sessionsOf, signUpAll } from '#support/sessionHouse'
import { checkLists } from '#support/sessionWatch'

let house: TestHouse
let sessions: ReturnType<typeof sessionsOf>
let people: Person[]

beforeAll(async () => {
  house = await openTestHouse()
  sessions = sessionsOf(house)
  people = []
  for (const name of ['王奶奶', '李大爷', '陈嬢嬢', '赵叔', '孙姐'])
    people.push(await house.person(`wx_${people.length}`, [], name))
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
  delete house.cloud.hooks.after
})

const person = (index: number) => people[index] as Person
const relative = (who: Person, name: string, birthDay = '1950-03-01') =>
  who.ask('member.addDependent', { name, relation: '家人', birthDay, consentNote: '同意' })

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

describe('the calls to the database before the answer', () => {
  let alone: TestHouse
  let own: ReturnType<typeof sessionsOf>
  let one: Person
  let two: Person
  beforeAll(async () => {
    alone = await openTestHouse({ workers: 1 })
    own = sessionsOf(alone)
    one = await alone.person('wx_one')
    two = await alone.person('wx_two')
  })
  afterAll(() => alone.close())

  /** The calls of somebody who has just read the page, as people do. */
  async function count(sessionId: string, act: () => Promise<unknown>): Promise<number> {
    await own.page(sessionId)
    let calls = 0
    alone.cloud.hooks.before = (action, { collectionName }) => {
      // The community is read every few seconds, by whichever call comes then. It does not count.
      if (action.startsWith('database.') && collectionName !== 'communities') calls += 1
    }
    await act()
    delete alone.cloud.hooks.before
    return calls
  }
  const signingUp = (who: Person, sessionId: string, party: InputOf<'session.signUp'>['party'] = [self]) =>
    count(sessionId, () => who.ask('session.signUp', { sessionId, party }))

  it('are three for a place, whoever comes along: the member, who comes, the deciding write', async () => {
    const sessionId = await own.open({ capacity: 4, partyMax: 4 })
    const family = [self, await relative(one, '老伴'), await relative(one, '孙女'), { name: '张三' }]
    expect(await signingUp(one, sessionId, family)).toBe(3)
  })

  it('are one more in line, for the position, and none more in a draw', async () => {
    const sessionId = await own.open({ capacity: 1 })
    expect(await signingUp(one, sessionId)).toBe(3)
    expect(await signingUp(two, sessionId)).toBe(4)
    const drawId = await own.open({ rule: 'draw' })
    expect(await signingUp(two, drawId)).toBe(3)
  })

  it('are two where nobody can sign up any more, and nothing is written', async () => {
    const sessionId = await own.open({ closesAt: alone.cloud.now() + hourMs })
    alone.cloud.advance(hourMs)
    let refused: unknown
    const act = async () => {
      refused = await one.send('session.signUp', { sessionId, party: [self] })
    }
    expect(await count(sessionId, act)).toBe(2)
    expect(refused).toMatchObject({ code: 'session_closed' })
    expect(await own.lists(sessionId)).toEqual([])
  })

  it('are one more where the session has opened again: nobody is refused by what was seen lately', async () => {
    const sessionId = await own.open({ capacity: 1, closesAt: alone.cloud.now() + hourMs })
    alone.cloud.advance(hourMs)
    expect(await one.send('session.signUp', { sessionId, party: [self] })).toMatchObject({
      code: 'session_closed',
    })
    await own.page(sessionId)
    await own.edit(sessionId, { closesAt: alone.cloud.now() + hourMs })
    let calls = 0
    alone.cloud.hooks.before = (action, { collectionName }) => {
      if (action.startsWith('database.') && collectionName !== 'communities') calls += 1
    }
    expect(await one.ask('session.signUp', { sessionId, party: [self] })).toEqual({ state: 'confirmed' })
    expect(calls).toBe(4)
    delete alone.cloud.hooks.before
  })

  it('are four to give a place up, to take an offer and to decline one', async () => {
    const sessionId = await own.open({ capacity: 1 })
    await signUpAll([one, two], sessionId)
    expect(await count(sessionId, () => two.ask('session.withdraw', { sessionId }))).toBe(4)
    await signUpAll([two], sessionId)
    await one.ask('session.withdraw', { sessionId })
    expect(await count(sessionId, () => two.ask('session.declineOffer', { sessionId }))).toBe(4)
    await signUpAll([one, two], sessionId)
    await one.ask('session.withdraw', { sessionId })
    expect(await count(sessionId, () => two.ask('session.acceptOffer', { sessionId }))).toBe(4)
    expect(await count(sessionId, () => two.ask('session.withdraw', { sessionId }))).toBe(4)
  })
})

describe('a relative who comes along', () => {
  /** Signs up this relative alone for a session from sixty years on, and answers the outcome. */
  const sixty = async (who: Person, one: { dependentId: string }) => {
    const sessionId = await sessions.open({ audience: { minAge: 60 } })
    const answer = await who.send('session.signUp', { sessionId, party: [one] })
    return answer.ok ? answer.data.state : answer.code
  }

  it('counts with the age that was given last, and cannot be signed up after being removed', async () => {
    const who = await house.person('wx_family')
    const mother = await relative(who, '母亲', '1950-01-01')
    const aunt = await relative(who, '姨妈', '1950-01-01')
    expect(await sixty(who, mother)).toBe('confirmed')
    await who.ask('member.editDependent', { ...mother, birthDay: '2000-01-01' })
    expect(await sixty(who, mother)).toBe('too_young')
    await who.ask('member.editDependent', { ...mother, birthDay: null })
    expect(await sixty(who, mother)).toBe('age_unknown')
    await who.ask('member.removeDependent', mother)
    expect(await sixty(who, mother)).toBe('not_found')
    expect(await sixty(person(3), aunt)).toBe('not_found')
    await who.ask('member.consent', { kind: 'sensitive', version: '2026-11', given: false })
    expect(await sixty(who, aunt)).toBe('age_unknown')
    await who.ask('member.consent', { kind: 'sensitive', version: '2026-11', given: true })
    expect(await sixty(who, aunt)).toBe('age_unknown')
    await who.ask('member.editDependent', { ...aunt, birthDay: '1950-01-01' })
    expect(await sixty(who, aunt)).toBe('confirmed')
  })

  it('counts as the document says, wherever a change of it broke off', async () => {
    const who = await house.person('wx_broken_off')
    const mother = await relative(who, '母亲', '1950-01-01')
    let years = 0
    for (let last = 1; last < 30; last++) {
      const birthDay = `${years++ % 2 === 0 ? 2000 : 1950}-01-01`
      let calls = 0
      house.cloud.hooks.before = (action) => {
        if (action.startsWith('database.') && ++calls > last) throw new Error('the function has died')
      }
      const answer = await who.send(
        'member.editDependent',
        { ...mother, birthDay },
        { commandId: `edit-${last}` },
      )
      delete house.cloud.hooks.before
      const { items } = await who.ask('member.dependents', {})
      expect(await sixty(who, mother)).toBe(items[0]?.birth?.day === '1950-01-01' ? 'confirmed' : 'too_young')
      if (answer.ok) return
    }
    throw new Error('the operation never came to its end')
  })

  it('counts with the age in the document when two commands change it at once', async () => {
    const who = await house.person('wx_two_changes')
    const mother = await relative(who, '母亲', '1950-01-01')
    let held = false
    // The first command has read the birthday that it copies. The second is done before the first writes.
    house.cloud.hooks.before = async (action, { collectionName, data }) => {
      const copies = action === 'database.modifyDocument' && collectionName === 'members'
      if (held || !copies || !String(data).includes('s1.')) return
      held = true
      await who.ask('member.editDependent', { ...mother, birthDay: '1951-01-01' })
    }
    await who.ask('member.editDependent', { ...mother, birthDay: '2000-01-01' })
    delete house.cloud.hooks.before
    expect(held).toBe(true)
    expect((await who.ask('member.dependents', {})).items[0]?.birth?.day).toBe('1951-01-01')
    expect(await sixty(who, mother)).toBe('confirmed')
  })
})

describe('a command that comes again', () => {
  it('answers from the current state and has its effect once', async () => {
    const sessionId = await sessions.open({ capacity: 1 })
    const once = { commandId: 'sign-up' }
    const words = { sessionId, party: [self] }
    expect(await person(0).ask('session.signUp', words, once)).toEqual({ state: 'confirmed' })
    expect(await person(0).ask('session.signUp', words, once)).toEqual({ state: 'confirmed' })
    const other = { sessionId, party: [self, { name: '张三' }] }
    expect(await person(0).send('session.signUp', other, once)).toMatchObject({ code: 'conflict' })
    await person(0).ask('session.withdraw', { sessionId })
    expect(await person(0).ask('session.signUp', words, once)).toEqual({ state: 'withdrawn' })
    expect((await sessions.read(sessionId)).free).toBe(1)
  })

  it('signs up for no second session, and gives back what it took there', async () => {
    const once = { commandId: 'one-session' }
    const first = await sessions.open({ capacity: 1 })
    const second = await sessions.open({ capacity: 1 })
    await person(0).ask('session.signUp', { sessionId: first, party: [self] }, once)
    const again = await person(0).send('session.signUp', { sessionId: second, party: [self] }, once)
    expect(again).toMatchObject({ code: 'conflict' })
    const third = await person(0).send('session.signUp', { sessionId: second, party: [self] }, once)
    expect(third).toMatchObject({ code: 'conflict' })
    expect(await sessions.read(second)).toMatchObject({ free: 1, waiting: 0 })
  })

  it('withdraws nobody who has signed up again since', async () => {
    const sessionId = await sessions.open({ capacity: 1 })
    const words = { sessionId, party: [self] }
    await person(1).ask('session.signUp', words)
    await person(1).ask('session.withdraw', { sessionId }, { commandId: 'leave' })
    await person(1).ask('session.signUp', words)
    expect(await person(1).ask('session.withdraw', { sessionId }, { commandId: 'leave' })).toEqual({
      state: 'confirmed',
    })
  })
})

describe('a store that fails', () => {
  it('loses no sign-up, whichever answer is lost: one place, one line in the list', async () => {
    for (let lost = 1; lost < 20; lost++) {
      const sessionId = await sessions.open({ capacity: 1 })
      const words = { sessionId, party: [self] }
      let calls = 0
      house.cloud.hooks.after = (action) =>
        action.startsWith('database.') && ++calls === lost ? 'drop' : undefined
      const answer = await person(2).send('session.signUp', words, { commandId: `lost-${lost}` })
      delete house.cloud.hooks.after
      expect(answer).toEqual({ ok: true, data: { state: 'confirmed' } })
      expect(await sessions.read(sessionId)).toMatchObject({ free: 0, waiting: 0 })
      expect(await sessions.lists(sessionId)).toHaveLength(1)
      if (calls < lost) return
    }
    throw new Error('the operation never came to its end')
  })

  it('may stop the function after any call: the timer does what is left', async () => {
    for (let last = 1; last < 20; last++) {
      const sessionId = await sessions.open({ capacity: 1 })
      await person(0).ask('session.signUp', { sessionId, party: [self] })
      await person(1).ask('session.signUp', { sessionId, party: [self] })
      let calls = 0
      house.cloud.hooks.before = (action) => {
        if (action.startsWith('database.') && ++calls > last) throw new Error('the function has died')
      }
      await person(0).send('session.withdraw', { sessionId }, { commandId: `crash-${last}` })
      delete house.cloud.hooks.before
      house.cloud.advance(2 * minuteMs)
      await house.cloud.tick()
      const session = await sessions.read(sessionId)
      const left = session.roster[person(0).memberId]?.state === 'withdrawn'
      expect(session.roster[person(1).memberId]?.state).toBe(left ? 'offered' : 'waitlisted')
      checkLists(session, await sessions.lists(sessionId))
      if (calls <= last) {
        expect(left).toBe(true)
        return
      }
    }
    throw new Error('the operation never came to its end')
  })
})

describe('who may come', () => {
  it('is asked by the deciding write, and a no says why', async () => {
    const codes = async (more: Parameters<typeof sessions.open>[0], party: object[] = [self]) => {
      const sessionId = await sessions.open(more)
      const answer = await person(3).send('session.signUp', { sessionId, party: party as never })
      return answer.ok ? answer.data.state : answer.code
    }
    const now = house.cloud.now()
    expect(await codes({ audience: { gridIds: ['grid99'] } })).toBe('other_grid')
    expect(await codes({ audience: { estateIds: ['elsewhere'] } })).toBe('other_estate')
    expect(await codes({ audience: { minAge: 60 } })).toBe('age_unknown')
    expect(await codes({ audience: { withChild: true } })).toBe('needs_child')
    const child = { name: '小明', under14: true }
    expect(await codes({ audience: { withChild: true } }, [self, child])).toBe('confirmed')
    expect(await codes({}, [child])).toBe('child_alone')
    expect(await codes({ partyMax: 1 }, [self, { name: '张三' }])).toBe('party_too_large')
    expect(await codes({}, [self, self])).toBe('party_twice')
    expect(await codes({}, [{ name: '张三' }, { name: '张三' }])).toBe('party_twice')
    expect(await codes({}, [{ dependentId: 'd_of_somebody' }])).toBe('not_found')
    expect(await codes({ opensAt: now + hourMs })).toBe('not_open_yet')
    expect(await codes({ opensAt: now - 2, closesAt: now - 1 })).toBe('session_closed')
  })

  it('knows the age of a dependent on the day, and takes them without the member', async () => {
    const grandchild = await person(3).ask('member.addDependent', {
      name: '小孙',
      relation: '孙子',
      birthDay: '2018-03-01',
      consentNote: '同意',
    })
    const elder = await person(3).ask('member.addDependent', {
      name: '老伴',
      relation: '老伴',
      birthDay: '1950-03-01',
      consentNote: '同意',
    })
    const sessionId = await sessions.open({ audience: { minAge: 60 } })
    const send = (dependentId: string) =>
      person(3).send('session.signUp', { sessionId, party: [{ dependentId }] })
    expect(await send(grandchild.dependentId)).toMatchObject({ code: 'too_young' })
    expect(await send(elder.dependentId)).toMatchObject({ ok: true })
    const { items } = await person(3).ask('session.mine', { when: 'upcoming' })
    expect(items.find((item) => item.sessionId === sessionId)?.mine.party).toEqual(['老伴'])
    const stored = JSON.stringify(await sessions.read(sessionId))
    expect(stored).not.toContain('老伴')
  })
})

describe('a draw', () => {
  it('commits to its seed before anybody signs up, and everybody can compute it again', async () => {
    const sessionId = await sessions.open({ rule: 'draw', capacity: 3, closesAt: house.cloud.now() + hourMs })
    const before = await person(0).ask('session.drawProof', { sessionId })
    expect(before).toEqual({ commitment: expect.stringMatching(/^[0-9a-f]{64}$/), capacity: 3, tickets: [] })
    await person(0).ask('session.signUp', { sessionId, party: [self, { name: '张三' }] })
    expect(await signUpAll(people.slice(1), sessionId)).toEqual(['in_draw', 'in_draw', 'in_draw', 'in_draw'])
    expect(JSON.stringify(await person(0).ask('session.drawProof', { sessionId }))).not.toMatch(
      /王奶奶|张三|m_/,
    )
    house.cloud.advance(hourMs)
    expect(await person(0).send('session.withdraw', { sessionId: 's_none' })).toMatchObject({
      code: 'not_found',
    })
    await house.cloud.tick()
    const proof = await person(0).ask('session.drawProof', { sessionId })
    expect(proof.commitment).toBe(before.commitment)
    expect(verdictOn(proof)).toBe('right')
    const session = await sessions.read(sessionId)
    const won = Object.values(session.roster).filter(({ state }) => state === 'confirmed')
    const drawn = proof.tickets.filter(({ result }) => result === 'confirmed').map(({ ticket }) => ticket)
    expect(won.map(({ ticket }) => ticket).sort()).toEqual([...drawn].sort())
    const inLine = session.line.map((memberId) => session.roster[memberId]?.ticket)
    expect(inLine).toEqual(proof.result?.filter((ticket) => !drawn.includes(ticket)))
  })

  it('is told apart from one in which a byte has been changed', async () => {
    const sessionId = await sessions.open({ rule: 'draw', capacity: 2, closesAt: house.cloud.now() + hourMs })
    await signUpAll(people, sessionId)
    house.cloud.advance(hourMs)
    await house.cloud.tick()
    const proof = await person(0).ask('session.drawProof', { sessionId })
    expect(verdictOn({ ...proof, seed: flipped(proof.seed as string) })).toBe('wrong')
    const [first, ...rest] = proof.tickets as [DrawProof['tickets'][number]]
    expect(verdictOn({ ...proof, tickets: [{ ...first, ticket: flipped(first.ticket) }, ...rest] })).toBe(
      'wrong',
    )
    expect(verdictOn({ ...proof, tickets: rest })).toBe('wrong')
    expect(verdictOn({ ...proof, capacity: 1 })).toBe('wrong')
    expect(verdictOn(proof, flipped(proof.commitment))).toBe('wrong')
    expect(verdictOn(proof, proof.commitment)).toBe('right')
  })
})

const flipped = (text: string): string => (text[0] === 'a' ? 'b' : 'a') + text.slice(1)

/** The verdict of the public script on a proof. */
function verdictOn(proof: DrawProof, commitment?: string): 'right' | 'wrong' {
  const file = join(mkdtempSync(join(tmpdir(), 'proof-')), 'proof.json')
  writeFileSync(file, JSON.stringify(proof))
  try {
    execFileSync('node', ['scripts/verify-draw.mjs', file, ...(commitment ? [commitment] : [])], {
      stdio: 'pipe',
    })
    return 'right'
  } catch (fault) {
    if ((fault as { status?: number }).status === 1) return 'wrong'
    throw fault
  }
}

describe('who missed three sessions lately', () => {
  it('waits first and must accept, until it wears off', async () => {
    const who = await house.person('wx_absent')
    const coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }])
    const from = house.cloud.now() + hourMs
    for (let count = 0; count < 3; count++) {
      const sessionId = await sessions.open({ closesAt: from, from, to: from + hourMs })
      await who.ask('session.signUp', { sessionId, party: [self] })
      // Somebody is marked present, so attendance counts as taken.
      await coordinator.ask('session.walkIn', { sessionId, name: '路过的人', size: 1 })
    }
    house.cloud.advance(27 * hourMs)
    await house.cloud.tick()
    const first = await sessions.open({})
    expect(await who.ask('session.signUp', { sessionId: first, party: [self] })).toMatchObject({
      state: 'offered',
      offerUntil: expect.any(Number),
    })
    expect(await who.ask('session.acceptOffer', { sessionId: first })).toEqual({ state: 'confirmed' })
    house.cloud.advance(181 * 24 * hourMs)
    const second = await sessions.open({})
    expect(await who.ask('session.signUp', { sessionId: second, party: [self] })).toEqual({
      state: 'confirmed',
    })
  })
})

describe('a proxy', () => {
  it('signs the member up, and both read of it', async () => {
    await appoint(person(0), person(1))
    const sessionId = await sessions.open({})
    const acting = { actingFor: person(0).memberId }
    await person(1).ask('session.signUp', { sessionId, party: [self] }, acting)
    expect((await sessions.read(sessionId)).roster[person(0).memberId]?.state).toBe('confirmed')
    const told = (await person(0).ask('inbox.list', {})).items.map(({ text }) => text)
    expect(told.some((text) => text.includes('报名了活动'))).toBe(true)
  })
})

describe('an account that closes', () => {
  it('gives its place to the next in line at once, and is forgotten in the roster', async () => {
    const leaver = await house.person('wx_leaver')
    const sessionId = await sessions.open({
      capacity: 1,
      from: house.cloud.now() + 40 * 24 * hourMs,
      to: house.cloud.now() + 41 * 24 * hourMs,
    })
    await leaver.ask('session.signUp', { sessionId, party: [self] })
    await person(2).ask('session.signUp', { sessionId, party: [self] })
    await leaver.ask('member.close', {})
    expect((await sessions.read(sessionId)).roster[person(2).memberId]?.state).toBe('offered')
    house.cloud.advance(16 * 24 * hourMs)
    await house.cloud.tick()
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    const { roster } = await sessions.read(sessionId)
    expect(roster[leaver.memberId]).toEqual({ state: 'withdrawn', size: 1 })
    const left = (await sessions.lists(sessionId)).map(({ memberId }) => memberId)
    expect(left).toEqual([person(2).memberId])
  })
})
