import { ballotsHash } from '#contract/poll'
import { dayMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let zhao: Person
let tan: Person
let wang: Person
let li: Person

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  tan = await house.person('wx_tan', [{ role: 'coordinator' }], '谭姐')
  wang = await house.person('wx_wang', [], '王奶奶')
  li = await house.person('wx_li', [], '李大爷')
})
afterAll(() => house.close())

const stranger = () => house.stranger('wx_stranger')
async function standingPact(title = '楼道公约'): Promise<string> {
  const { publicationId } = await zhao.ask('publication.publish', {
    kind: 'pact',
    title,
    body: '楼道不堆东西。',
  })
  await tan.ask('publication.approve', { publicationId })
  return publicationId
}
/** A new edition has its second word, and residents vote on it. */
async function voteOn(publicationId: string, body = '楼道不堆东西，不停电动车。'): Promise<void> {
  await zhao.ask('publication.edit', { publicationId, body })
  await tan.ask('publication.approve', { publicationId })
}
const shownTo = async (person: Pick<Person, 'ask'>, publicationId: string) =>
  (await person.ask('publication.get', { publicationId })).pact
async function week(): Promise<void> {
  await house.cloud.advance(7 * dayMs)
  await house.cloud.tick()
}

describe('an assent', () => {
  it('is counted once, is the reader’s own, and is taken back', async () => {
    const publicationId = await standingPact()
    expect(await wang.ask('pact.assent', { publicationId })).toEqual({ assents: 1, assented: true })
    expect(await wang.ask('pact.assent', { publicationId })).toMatchObject({ assents: 1 })
    const both = await Promise.all([1, 2, 3].map(() => li.ask('pact.assent', { publicationId })))
    expect(both.at(-1)?.assented).toBe(true)
    expect(await shownTo(li, publicationId)).toMatchObject({ assents: 2, paper: 0, assented: true })
    expect(await shownTo(zhao, publicationId)).not.toHaveProperty('assented')
    expect(await shownTo(stranger(), publicationId)).toMatchObject({ assents: 2 })
    expect(await wang.ask('pact.assent', { publicationId, assents: false })).toMatchObject({ assents: 1 })
  })

  it('that comes late does not undo what came after it', async () => {
    const publicationId = await standingPact()
    const once = { commandId: 'assent-once' }
    await wang.ask('pact.assent', { publicationId }, once)
    await wang.ask('pact.assent', { publicationId, assents: false })
    expect(await wang.ask('pact.assent', { publicationId }, once)).toEqual({ assents: 0, assented: false })
  })

  it('is to what was read, while it stands', async () => {
    const publicationId = await standingPact()
    expect(await wang.send('pact.assent', { publicationId, edition: 2 })).toMatchObject({
      code: 'pact_changed',
    })
    await zhao.ask('publication.retire', { publicationId })
    expect(await wang.send('pact.assent', { publicationId })).toMatchObject({ code: 'publication_over' })
    const { publicationId: other } = await zhao.ask('publication.publish', {
      ...{ kind: 'bulletin', title: '停水', body: '明天停水。', validTo: house.cloud.now() + dayMs },
    })
    expect(await wang.send('pact.assent', { publicationId: other })).toMatchObject({ code: 'not_found' })
  })

  it('on paper stands apart, and a line takes a line back once', async () => {
    const publicationId = await standingPact()
    const once = { commandId: 'paper-once' }
    const sheet = { publicationId, count: 40, note: '火柴厂一栋' }
    const { lineId } = await zhao.ask('pact.paperAssents', sheet, once)
    expect(await zhao.ask('pact.paperAssents', sheet, once)).toEqual({ lineId, paper: 40 })
    await tan.ask('pact.paperAssents', { publicationId, count: 2, note: '二栋' })
    expect(await shownTo(wang, publicationId)).toMatchObject({ assents: 0, paper: 42 })
    const back = { publicationId, reverses: lineId, note: '算重了' }
    expect(await zhao.ask('pact.paperAssents', back)).toMatchObject({ paper: 2 })
    expect(await tan.ask('pact.paperAssents', back)).toMatchObject({ paper: 2 })
    const { items } = await tan.ask('pact.papers', { publicationId })
    expect(items.map(({ count }) => count)).toEqual([-40, 2, 40])
    expect(items.at(-1)).toMatchObject({ who: '赵姐', reversed: true })
    expect(await wang.send('pact.papers', { publicationId })).toMatchObject({ code: 'forbidden' })
    expect(await zhao.send('pact.paperAssents', { ...back, reverses: items[0]?.lineId ?? '' })).toMatchObject(
      {
        code: 'invalid_input',
      },
    )
  })

  it('stays without its person when they are forgotten', async () => {
    const publicationId = await standingPact()
    const chen = await house.person('wx_chen', [], '陈婶')
    await chen.ask('pact.assent', { publicationId })
    await voteOn(publicationId)
    await chen.ask('pact.vote', { publicationId, yes: true })
    await chen.ask('member.close', {})
    await house.cloud.advance(16 * dayMs)
    for (let minute = 0; minute < 5; minute++) await house.cloud.tick()
    expect(await shownTo(wang, publicationId)).toMatchObject({ lastVote: { yes: 1 } })
    const first = await wang.ask('publication.get', { publicationId, edition: 1 })
    expect(first.pact).toMatchObject({ assents: 1 })
  })
})

describe('a vote on a new edition', () => {
  it('runs for its period while the present edition stands, and nobody sees how it goes', async () => {
    const publicationId = await standingPact()
    await voteOn(publicationId)
    const { state, ballotId } = await wang.ask('pact.vote', { publicationId, yes: true })
    expect(state).toBe('voted')
    const read = await stranger().ask('publication.get', { publicationId })
    expect(read).toMatchObject({ edition: 1, content: { body: '楼道不堆东西。' } })
    expect(read.pact?.vote).toMatchObject({ edition: 2, changed: ['body'] })
    expect(read.pact?.vote).not.toHaveProperty('cast')
    expect((await shownTo(zhao, publicationId))?.vote).toMatchObject({ cast: 1 })
    expect((await shownTo(wang, publicationId))?.vote).toMatchObject({ ballotId })
    const open = await stranger().ask('pact.proof', { publicationId, edition: 2 })
    expect(open).toMatchObject({ state: 'open' })
    expect(open).not.toHaveProperty('ballots')
    expect(await zhao.send('publication.edit', { publicationId, body: '再改' })).toMatchObject({
      code: 'vote_runs',
    })
  })

  it('takes one ballot of each member, whatever comes twice or at once, and none is changed', async () => {
    const publicationId = await standingPact()
    await voteOn(publicationId)
    const atOnce = await Promise.all(
      [true, true, false, true].map((yes) => wang.send('pact.vote', { publicationId, yes })),
    )
    const cast = atOnce.flatMap((answer) => (answer.ok ? [answer.data.ballotId] : []))
    expect(new Set(cast).size).toBe(1)
    const again = await wang.send('pact.vote', { publicationId, yes: true })
    const other = await wang.send('pact.vote', { publicationId, yes: false })
    expect([again, other].filter((answer) => answer.ok)).toHaveLength(1)
    expect([again, other]).toContainEqual(expect.objectContaining({ code: 'vote_cast' }))
    expect((await shownTo(zhao, publicationId))?.vote).toMatchObject({ cast: 1 })
  })

  it('ends by the timer with a list that proves its count, and the new edition stands', async () => {
    const publicationId = await standingPact()
    await voteOn(publicationId)
    const { ballotId } = await wang.ask('pact.vote', { publicationId, yes: true })
    await li.ask('pact.vote', { publicationId, yes: true })
    await tan.ask('pact.vote', { publicationId, yes: false })
    await house.cloud.advance(7 * dayMs)
    expect(await zhao.send('pact.vote', { publicationId, yes: false })).toMatchObject({ code: 'vote_none' })
    await house.cloud.tick()
    const after = await stranger().ask('publication.get', { publicationId })
    expect(after).toMatchObject({
      ...{ edition: 2, content: { body: '楼道不堆东西，不停电动车。' } },
      pact: { assents: 0, lastVote: { yes: 2, no: 1, passed: true } },
    })
    const proof = await stranger().ask('pact.proof', { publicationId, edition: 2 })
    const { ballots = [], hash, pollId } = proof
    expect(proof).toMatchObject({ state: 'counted', yes: 2, no: 1, passed: true })
    expect(ballots).toHaveLength(3)
    expect(ballots).toContainEqual({ id: ballotId, yes: true })
    expect(ballots.map(({ id }) => id)).toEqual(ballots.map(({ id }) => id).sort())
    expect(hash).toBe(
      ballotsHash(
        pollId,
        ballots.map(({ id, yes }) => ({ id, choice: yes ? 'yes' : 'no' })),
      ),
    )
  })

  it('that does not pass sends the edition back with the count, and can be held again', async () => {
    const publicationId = await standingPact()
    await voteOn(publicationId)
    await wang.ask('pact.vote', { publicationId, yes: false })
    await week()
    const after = await zhao.ask('publication.get', { publicationId })
    expect(after).toMatchObject({ edition: 1, returned: expect.stringContaining('不赞成 1 票') })
    expect(after.pact).not.toHaveProperty('vote')
    await voteOn(publicationId, '楼道不堆东西，七天内搬走。')
    await wang.ask('pact.vote', { publicationId, yes: true, vote: 2 })
    await week()
    expect(await stranger().ask('publication.get', { publicationId })).toMatchObject({ edition: 2 })
    const first = await stranger().ask('pact.proof', { publicationId, edition: 2, vote: 1 })
    expect(first).toMatchObject({ yes: 0, no: 1, passed: false })
  })

  it('is for each resident themselves, and only while there is one', async () => {
    const publicationId = await standingPact()
    expect(await wang.send('pact.vote', { publicationId, yes: true })).toMatchObject({ code: 'vote_none' })
    expect(await stranger().send('pact.vote', { publicationId, yes: true })).toMatchObject({
      code: 'not_registered',
    })
    expect(
      await zhao.send('pact.vote', { publicationId, yes: true }, { actingFor: wang.memberId }),
    ).toMatchObject({ ok: false })
    await voteOn(publicationId)
    await zhao.ask('publication.retire', { publicationId })
    expect(await wang.send('pact.vote', { publicationId, yes: true })).toMatchObject({
      code: 'publication_over',
    })
  })
})

describe('who adopts their paper record', () => {
  it('has no second assent and no second ballot, neither at once nor after', async () => {
    const publicationId = await standingPact()
    await voteOn(publicationId)
    const { member } = await wang.ask('member.me', {})
    const scope = { gridId: member?.gridId ?? '' }
    const worker = await house.person('wx_clerk', [{ role: 'grid_worker', scope }], '小周')
    const { memberId } = await worker.ask('member.enrol', {
      ...{ name: '陈婆婆', phone: '13900002222', ...scope, consentNote: '本人签字' },
      ...{ estateId: 'huochai', building: '3栋', unit: '1-1' },
    })
    const chen = await house.person('wx_chen_two', [], '陈婆婆')
    await chen.ask('pact.assent', { publicationId })
    await chen.ask('pact.vote', { publicationId, yes: true })
    const { code } = await worker.ask('member.adoptCode', { memberId })
    await chen.ask('member.adopt', { code })
    for (const _ of ['at once', 'after']) {
      expect((await chen.ask('member.me', {})).member?.memberId).toBe(memberId)
      expect(await chen.ask('pact.assent', { publicationId })).toMatchObject({ assents: 1 })
      expect(await chen.send('pact.vote', { publicationId, yes: false })).toMatchObject({ code: 'vote_cast' })
      await house.cloud.advance(2 * minuteMs)
      await house.cloud.tick()
    }
    expect(await shownTo(chen, publicationId)).toMatchObject({ assents: 1, assented: true })
    expect((await shownTo(zhao, publicationId))?.vote).toMatchObject({ cast: 1 })
  })
})

describe('a proposal', () => {
  it('is private until it is cleared, and then supported and answered on the pact’s page', async () => {
    const publicationId = await standingPact()
    const { member } = await wang.ask('member.me', {})
    const gridId = member?.gridId ?? ''
    const worker = await house.person('wx_grid', [{ role: 'grid_worker', scope: { gridId } }], '小周')
    const words = '晚上九点以后不放音响'
    const { proposalId: requestId } = await wang.ask('pact.propose', { publicationId, words })
    expect((await stranger().ask('pact.proposals', { publicationId })).items).toEqual([])
    await worker.ask('request.publish', { requestId, title: '晚上安静', text: '晚上九点以后不放音响。' })
    await li.ask('request.support', { requestId })
    await worker.ask('request.resolve', { requestId, resolution: '写进下一版，请大家投票。' })
    const { items } = await li.ask('pact.proposals', { publicationId })
    expect(items).toMatchObject([
      { requestId, title: '晚上安静', supporters: 1, supported: true, answer: '写进下一版，请大家投票。' },
    ])
    expect((await wang.ask('pact.proposals', { publicationId })).items[0]).toMatchObject({ own: true })
    expect(await wang.send('pact.propose', { publicationId, words: '打 13983312345' })).toMatchObject({
      code: 'text_personal',
    })
  })
})
