import type { Answer } from '#contract/shared/refusal'
import { hourMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { self, sessionsOf } from '#support/sessionHouse'
import { checkCounts } from '#support/sessionWatch'

let house: TestHouse
let sessions: ReturnType<typeof sessionsOf>
let wang: Person
let li: Person
let chen: Person

beforeAll(async () => {
  house = await openTestHouse({ workers: 3 })
  sessions = sessionsOf(house)
  wang = await house.person('wx_wang', [], '王奶奶')
  li = await house.person('wx_li', [], '李大爷')
  chen = await house.person('wx_chen', [], '陈嬢嬢')
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

const three = [self, { name: '张三' }, { name: '李四' }]
const stateOf = (answer: Answer<{ state: string }>) => (answer.ok ? answer.data.state : answer.code)
const mineOf = async (who: Person, sessionId: string) =>
  (await who.ask('session.mine', { when: 'upcoming' })).items.find((item) => item.sessionId === sessionId)
    ?.mine
const freeOf = async (sessionId: string) => (await sessions.read(sessionId)).free

describe('a party of which somebody does not come', () => {
  it('keeps the places of the others; the free one goes to the next in line, once', async () => {
    const sessionId = await sessions.open({ capacity: 3 })
    await wang.ask('session.signUp', { sessionId, party: three })
    await li.ask('session.signUp', { sessionId, party: [self] })
    const change = { sessionId, names: ['王奶奶', '李四'] }
    const commandId = 'once'
    expect(await wang.ask('session.changeParty', change, { commandId })).toEqual({ state: 'confirmed' })
    expect(await wang.ask('session.changeParty', change, { commandId })).toEqual({ state: 'confirmed' })
    expect(
      stateOf(await wang.send('session.changeParty', { sessionId, names: ['王奶奶'] }, { commandId })),
    ).toBe('conflict')
    expect(await mineOf(wang, sessionId)).toMatchObject({ size: 2, party: ['王奶奶', '李四'] })
    expect(await mineOf(li, sessionId)).toMatchObject({ state: 'offered' })
    expect(await freeOf(sessionId)).toBe(0)
    checkCounts(await sessions.read(sessionId))
  })

  it('in line keeps its position, and is offered places that it fits into now', async () => {
    const sessionId = await sessions.open({ capacity: 2 })
    await li.ask('session.signUp', { sessionId, party: [self] })
    expect(await wang.ask('session.signUp', { sessionId, party: three.slice(0, 2) })).toMatchObject({
      position: 1,
    })
    expect(await wang.ask('session.changeParty', { sessionId, names: ['王奶奶'] })).toMatchObject({
      state: 'offered',
    })
  })

  it('is told how to add somebody, who is not added', async () => {
    const sessionId = await sessions.open()
    await wang.ask('session.signUp', { sessionId, party: three })
    for (const names of [
      ['王奶奶', '赵六'],
      ['王奶奶', '张三', '张三'],
      ['王奶奶', '张三', '李四', '赵六'],
    ])
      expect(stateOf(await wang.send('session.changeParty', { sessionId, names }))).toBe('party_only_smaller')
    expect(stateOf(await chen.send('session.changeParty', { sessionId, names: ['陈嬢嬢'] }))).toBe(
      'not_signed_up',
    )
    expect(await mineOf(wang, sessionId)).toMatchObject({ size: 3 })
  })

  it('leaves no child alone, and keeps the child where children are asked', async () => {
    const born = `${new Date(house.cloud.now()).getUTCFullYear() - 8}-05-01`
    await wang.ask('member.addDependent', {
      name: '小明',
      relation: '孙子',
      birthDay: born,
      consentNote: '同意',
    })
    const { items } = await wang.ask('member.dependents', {})
    const dependentId = items.find(({ name }) => name === '小明')?.dependentId ?? ''
    const party = [self, { dependentId }, { name: '张三' }]
    const sessionId = await sessions.open({ audience: { withChild: true } })
    await wang.ask('session.signUp', { sessionId, party })
    const to = async (...names: string[]) =>
      stateOf(await wang.send('session.changeParty', { sessionId, names }))
    expect(await to('小明', '张三')).toBe('child_alone')
    expect(await to('王奶奶', '张三')).toBe('needs_child')
    expect(await to('王奶奶', '小明')).toBe('confirmed')
  })

  it('is changed until the session begins, and not by who was found present', async () => {
    const sessionId = await sessions.open({
      from: house.cloud.now() + 25 * hourMs,
      to: house.cloud.now() + 27 * hourMs,
    })
    await wang.ask('session.signUp', { sessionId, party: three })
    house.cloud.advance(25 * hourMs + minuteMs)
    expect(stateOf(await wang.send('session.changeParty', { sessionId, names: ['王奶奶'] }))).toBe(
      'session_begun',
    )
  })

  it('changed in two places at once loses nobody twice: one of the two decides again', async () => {
    const sessionId = await sessions.open()
    await wang.ask('session.signUp', { sessionId, party: three })
    house.cloud.hooks.before = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 8))
    const answers = await Promise.all(
      [
        ['王奶奶', '张三'],
        ['王奶奶', '李四'],
      ].map((names) => wang.send('session.changeParty', { sessionId, names })),
    )
    expect(answers.map(stateOf).sort()).toEqual(['confirmed', 'party_only_smaller'])
    expect(await mineOf(wang, sessionId)).toMatchObject({ size: 2 })
    expect(await freeOf(sessionId)).toBe(1)
  })

  it('whose change broke off between its two writes is put right by the timer', async () => {
    const sessionId = await sessions.open({ capacity: 3 })
    await wang.ask('session.signUp', { sessionId, party: three })
    await li.ask('session.signUp', { sessionId, party: [self] })
    house.cloud.hooks.before = (action, request) => {
      if (action === 'database.modifyDocument' && request.collectionName === 'sessions')
        throw new Error('the function is gone')
    }
    await wang.send('session.changeParty', { sessionId, names: ['王奶奶'] }).catch(() => {})
    delete house.cloud.hooks.before
    expect(await freeOf(sessionId)).toBe(0)
    // then the places that it gave free are offered
    for (const _round of [1, 2]) {
      house.cloud.advance(2 * minuteMs)
      await house.cloud.tick()
    }
    expect(await mineOf(wang, sessionId)).toMatchObject({ size: 1, party: ['王奶奶'] })
    expect(await mineOf(li, sessionId)).toMatchObject({ state: 'offered' })
  })
})
