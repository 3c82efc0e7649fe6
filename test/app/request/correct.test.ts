import type { Answer } from '#contract/shared/refusal'
import { dayOf } from '#contract/shared/wallClock'
import { RISKY_MARK } from '#local/wechat/openApis'
import { appoint, openTestHouse, type Person, type TestHouse } from '#support/house'
import { jpeg } from '#support/pictures'
import { sendPicture } from '#support/sendPicture'

let house: TestHouse
let wang: Person
let zhou: Person
let worker: Person

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang', [], '王奶奶')
  zhou = await house.person('wx_zhou', [], '周师傅')
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }], '刘姐')
})
afterAll(() => house.close())

const file = async (who: Person, more: object = {}) =>
  (
    await who.ask('request.file', {
      category: 'parking_shed',
      description: '车棚顶漏雨',
      gridId: 'grid1',
      place: '三栋后面',
      answers: { which: '一号车棚' },
      ...more,
    })
  ).requestId
const code = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.code)
const titles = async (who: Person) =>
  (await who.ask('inbox.list', { limit: 50 })).items.map(({ title }) => title)

describe('a request that nobody has accepted', () => {
  it('is corrected by whoever filed it: words, place and answers, once for the same command', async () => {
    const requestId = await file(wang)
    const words = {
      requestId,
      description: '车棚顶漏雨，很大',
      place: '四栋后面',
      answers: { bicycles: '12' },
    }
    const commandId = 'once'
    expect(await wang.ask('request.correct', words, { commandId })).toMatchObject({ state: 'filed' })
    expect(await wang.ask('request.correct', words, { commandId })).toMatchObject({ state: 'filed' })
    const seen = await worker.ask('request.get', { requestId })
    expect(seen).toMatchObject({ description: '车棚顶漏雨，很大', place: '四栋后面' })
    expect(seen.answers.map(({ value }) => value)).toEqual(['12'])
    expect(seen.timeline.map(({ event }) => event)).toEqual(['filed', 'corrected'])
    expect(code(await wang.send('request.correct', { requestId, description: RISKY_MARK }))).toBe(
      'text_risky',
    )
    expect(code(await zhou.send('request.correct', words))).toBe('not_found')
    expect(code(await worker.send('request.correct', words))).toBe('not_found')
  })

  it('gets other pictures; one that it loses is no longer shown', async () => {
    const [face, hole] = await Promise.all(
      ['face', 'hole'].map(async (mark) => (await sendPicture(wang, 'request_photo', jpeg({ mark }))).fileId),
    )
    const requestId = await file(wang, { fileIds: [face] })
    await wang.ask('request.correct', { requestId, fileIds: [hole ?? ''] })
    expect((await worker.ask('request.get', { requestId })).fileIds).toEqual([hole])
    expect((await worker.send('file.url', { fileId: hole ?? '' })).ok).toBe(true)
    expect((await worker.send('file.url', { fileId: face ?? '' })).ok).toBe(false)
    const foreign = (await sendPicture(zhou, 'request_photo', jpeg({ mark: 'foreign' }))).fileId
    expect(code(await wang.send('request.correct', { requestId, fileIds: [foreign] }))).toBe('picture_gone')
  })

  it('is not corrected once it is accepted; more is said, and its tier hears of it', async () => {
    const requestId = await file(wang)
    await worker.ask('request.accept', { requestId })
    expect(code(await wang.send('request.correct', { requestId, description: '别的事' }))).toBe(
      'request_relied_on',
    )
    await wang.ask('request.supplement', { requestId, words: '雨水流进了楼道' })
    expect(await titles(worker)).toContain('居民补充了说明')
    expect((await worker.ask('request.get', { requestId })).timeline.at(-1)).toMatchObject({
      event: 'supplemented',
      note: '雨水流进了楼道',
    })
  })
})

describe('a withdrawn request', () => {
  it('is closed and says so, leaves queue and board, and its tier is told', async () => {
    const requestId = await file(wang)
    await worker.ask('request.publish', { requestId, title: '车棚', text: '车棚漏雨' })
    await zhou.ask('request.support', { requestId })
    const withdrawal = { requestId, reason: '已经修好了' }
    expect(await wang.ask('request.withdraw', withdrawal)).toMatchObject({ state: 'closed' })
    expect(await wang.ask('request.withdraw', withdrawal)).toMatchObject({ state: 'closed' })
    expect(await titles(worker)).toContain('居民撤回了诉求')
    expect(await titles(zhou)).toContain('您支持的问题撤回了')
    const ids = async (who: Person, scope: 'queue' | 'published' | 'mine') =>
      (await who.ask('request.list', { scope })).items.map((card) => card.requestId)
    expect(await ids(worker, 'queue')).not.toContain(requestId)
    expect(await ids(zhou, 'published')).not.toContain(requestId)
    expect(await ids(wang, 'mine')).toContain(requestId)
    expect(await wang.ask('request.get', { requestId })).toMatchObject({
      state: 'closed',
      withdrawn: true,
      steps: [],
    })
    expect(code(await worker.send('request.resolve', { requestId, resolution: '办好了' }))).toBe(
      'request_finished',
    )
    expect(code(await wang.send('request.reopen', { requestId, reason: '又漏了' }))).toBe('request_withdrawn')
  })

  it('is counted apart and moves no rate', async () => {
    const day = dayOf(house.cloud.now())
    const counted = async () => (await worker.ask('request.rates', { from: day, to: day, by: 'grid' })).total
    const requestId = await file(wang)
    const before = await counted()
    await wang.ask('request.withdraw', { requestId, reason: '提错了' })
    const { withdrawn = 0, withdrawnEarly = 0 } = before
    expect(await counted()).toEqual({
      ...before,
      withdrawn: withdrawn + 1,
      withdrawnEarly: withdrawnEarly + 1,
    })
  })

  it('is withdrawn by a proxy, and neither by the worker who holds it nor in the resident’s name by a worker', async () => {
    const proxy = await house.person('wx_proxy', [], '郑大姐')
    await appoint(wang, proxy)
    const acting = { actingFor: wang.memberId }
    const reason = '不用办了'
    const requestId = await file(wang)
    const gridId = (await wang.ask('member.me', {})).member?.gridId ?? ''
    const hers = await house.person('wx_hers', [{ role: 'grid_worker', scope: { gridId } }])
    expect(code(await hers.send('request.withdraw', { requestId, reason }, acting))).toBe('own_withdrawal')
    const own = await file(worker)
    expect(code(await worker.send('request.withdraw', { requestId: own, reason }))).toBe('own_withdrawal')
    expect(code(await zhou.send('request.withdraw', { requestId, reason }))).toBe('not_found')
    expect(await proxy.ask('request.withdraw', { requestId, reason }, acting)).toMatchObject({
      state: 'closed',
    })
  })

  it('loses a race against its resolution, or wins it: one of the two is told so', async () => {
    const requestId = await file(wang)
    const [withdrawn, resolved] = await Promise.all([
      wang.send('request.withdraw', { requestId, reason: '不用办了' }),
      worker.send('request.resolve', { requestId, resolution: '办好了' }),
    ])
    expect([code(withdrawn), code(resolved)].sort()).toEqual(['ok', 'request_finished'])
  })
})
