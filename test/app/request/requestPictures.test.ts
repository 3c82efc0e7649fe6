import type { Answer } from '#contract/shared/refusal'
import { dayOf } from '#contract/shared/wallClock'
import { RISKY_MARK } from '#local/wechat/openApis'
import { dayMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { jpeg } from '#support/pictures'
import { sendPicture } from '#support/sendPicture'

let house: TestHouse
let wang: Person
let zhou: Person
let worker: Person
let community: Person

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang')
  zhou = await house.person('wx_zhou')
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }])
  community = await house.person('wx_community', [{ role: 'officer', scope: { tier: 'community' } }])
})
afterAll(() => house.close())

const sent = async (who: Person, mark: string) =>
  (await sendPicture(who, 'request_photo', jpeg({ mark }))).fileId
const file = (who: Person, fileIds: string[], more: object = {}) =>
  who.ask('request.file', {
    category: 'other',
    description: '路面有个坑',
    gridId: 'grid1',
    place: '菜市场后门',
    fileIds,
    ...more,
  })
const code = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.code)
const sees = async (who: Person, fileId: string) => (await who.send('file.url', { fileId })).ok

describe('pictures of a request', () => {
  it('are seen by who filed it and by who works on it; not by who only sees that something like it is open', async () => {
    const [hole, kerb] = [await sent(wang, 'hole'), await sent(wang, 'kerb')]
    const { requestId } = await file(wang, [hole, kerb])
    expect((await worker.ask('request.get', { requestId })).fileIds).toEqual([hole, kerb])
    expect(await Promise.all([wang, worker, community, zhou].map((who) => sees(who, hole)))).toEqual([
      true,
      true,
      true,
      false,
    ])
    const [card] = (await worker.ask('request.list', { scope: 'queue' })).items
    expect(card).toMatchObject({ requestId, photoFileId: hole })

    await worker.ask('request.publish', { requestId })
    await zhou.ask('request.support', { requestId })
    expect((await zhou.ask('request.get', { requestId })).fileIds).toEqual([])
    expect(await sees(zhou, hole)).toBe(false)
  })

  it('come on the board one by one, as a worker clears them, and only when WeChat’s check has passed them', async () => {
    const [street, face] = [await sent(wang, 'street'), await sent(wang, 'face')]
    const { requestId } = await file(wang, [street, face])
    const cleared = { requestId, title: '路面有坑', text: '菜市场后门的路面有坑' }
    await worker.ask('request.publish', { ...cleared, fileIds: [street] })
    const seen = await zhou.ask('request.get', { requestId })
    expect(seen.fileIds).toEqual([street])
    expect([await sees(zhou, street), await sees(zhou, face)]).toEqual([true, false])
    const foreign = await sent(worker, 'foreign')
    expect(code(await worker.send('request.publish', { ...cleared, fileIds: [foreign] }))).toBe(
      'picture_gone',
    )
    await worker.ask('request.publish', { ...cleared, text: '换了几个字' })
    expect((await zhou.ask('request.get', { requestId })).fileIds).toEqual([street])
    await worker.ask('request.publish', { ...cleared, fileIds: [] })
    expect(await sees(zhou, street)).toBe(false)
  })

  it('are added to progress, to an answer and to what was done; a refused step attaches nothing', async () => {
    const { requestId } = await file(wang, [])
    const [looked, pointed, done] = [
      await sent(worker, 'looked'),
      await sent(wang, 'pointed'),
      await sent(worker, 'done'),
    ]
    await worker.ask('request.progress', { requestId, note: '去看过了', fileIds: [looked] })
    await worker.ask('request.ask', { requestId, question: '是哪一个坑' })
    await wang.ask('request.answer', { requestId, answer: '这一个', fileIds: [pointed] })
    expect(code(await zhou.send('request.resolve', { requestId, resolution: '填好', fileIds: [done] }))).toBe(
      'forbidden',
    )
    await worker.ask('request.resolve', { requestId, resolution: '填好了', fileIds: [done] })
    const { timeline } = await wang.ask('request.get', { requestId })
    expect(timeline.flatMap(({ event, fileIds }) => (fileIds ? [[event, ...fileIds]] : []))).toEqual([
      ['progressed', looked],
      ['answered', pointed],
      ['resolved', done],
    ])
    expect(await Promise.all([looked, done].map((fileId) => sees(wang, fileId)))).toEqual([true, true])
    expect(await sees(worker, pointed)).toBe(true)
    const late = await sent(worker, 'late')
    expect(
      code(await worker.send('request.progress', { requestId, note: '再说一句', fileIds: [late] })),
    ).toBe('request_finished')
    const { requestId: other } = await file(wang, [])
    await worker.ask('request.progress', { requestId: other, note: '这张还能用', fileIds: [late] })
  })

  it('of somebody else, or none at all, are refused, and the request is not filed', async () => {
    const theirs = await sent(zhou, 'theirs')
    for (const fileIds of [[theirs], ['f_nowhere']]) {
      const answer = await wang.send('request.file', {
        category: 'other',
        description: '没有这张图片',
        gridId: 'grid1',
        fileIds,
      })
      expect(code(answer)).toBe('picture_gone')
    }
    const mine = await wang.ask('request.list', { scope: 'mine', limit: 50 })
    expect(mine.items.some(({ title }) => title === '没有这张图片')).toBe(false)
    const { last } = await sendPicture(wang, 'request_photo', jpeg({ mark: RISKY_MARK }))
    expect(code(last)).toBe('picture_risky')
  })
})

/** These tests come last, since the clock only goes forward. */
describe('once it cannot be reopened any more', () => {
  it('pictures that are not on the board and the name of whom it was filed for go; later whatever was written', async () => {
    const [inside, outside] = [await sent(worker, 'inside'), await sent(worker, 'outside')]
    const filedDay = dayOf(house.cloud.now())
    const { requestId } = await file(worker, [inside, outside], { forResident: { name: '孤老刘' } })
    await worker.ask('request.publish', {
      requestId,
      title: '路面有坑',
      text: '路面有坑',
      fileIds: [outside],
    })
    await worker.ask('request.decline', { requestId, reason: '不归社区管' })
    await house.cloud.advance(29 * dayMs)
    await house.cloud.tick()
    expect((await worker.ask('request.get', { requestId })).forResident).toEqual({ name: '孤老刘' })
    await house.cloud.advance(2 * dayMs)
    await house.cloud.tick()
    await house.cloud.tick()
    const seen = await worker.ask('request.get', { requestId })
    expect(seen.forResident).toBeUndefined()
    expect(seen.fileIds).toEqual([outside])
    expect(await sees(worker, inside)).toBe(false)
    expect(await sees(zhou, outside)).toBe(true)
    expect(seen.description).toBe('路面有个坑')

    // After their term all words are gone, also from the board. The rates stay as they were.
    const rates = () => community.ask('request.rates', { from: filedDay, to: filedDay, by: 'category' })
    const before = await rates()
    expect(before.total.filed).toBeGreaterThan(0)
    await house.cloud.advance(700 * dayMs)
    await house.cloud.tick()
    await house.cloud.tick()
    const wordless = await worker.ask('request.get', { requestId })
    expect(wordless).toMatchObject({ wordsGone: true, description: '', answers: [], fileIds: [], steps: [] })
    expect(wordless).toMatchObject({ category: 'other', gridId: 'grid1', filedAt: seen.filedAt })
    expect(JSON.stringify(wordless)).not.toMatch(/坑|不归社区管|菜市场/)
    expect(await sees(zhou, outside)).toBe(false)
    const board = await zhou.ask('request.list', { scope: 'published', limit: 50 })
    expect(board.items.map((each) => each.requestId)).not.toContain(requestId)
    expect(code(await zhou.send('request.get', { requestId }))).toBe('not_found')
    expect(await rates()).toEqual(before)
  })
})
