import type { RawInputOf } from '#contract/operations'
import { dayMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let zhao: Person
let wang: Person
let li: Person
let worker: Person
let officer: Person

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  wang = await house.person('sample_wang')
  li = await house.person('wx_li', [], '李叔')
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }], '刘姐')
  officer = await house.person('wx_officer', [{ role: 'officer', scope: { tier: 'community' } }], '高科长')
})
afterAll(() => house.close())

type Whole = Extract<RawInputOf<'publication.publish'>, { kind: string }>
const card = (more: Partial<Whole> = {}): Whole => ({
  kind: 'guide',
  ...{ title: '办老年卡', body: '满 65 周岁可以办。', steps: ['先在手机上填好', '带材料到社区'] },
  ...{ bring: ['户口本', '照片一张'], stages: ['收到', '核对', '可以来取'] },
  questions: [
    { field: 'name', title: '老人叫什么', kind: 'text' },
    { field: 'born', title: '哪天生的', why: '看够不够年龄。', kind: 'day' },
    { field: 'how', title: '怎么取', kind: 'choice', options: ['自己来取', '家人来取'], optional: true },
  ],
  ...more,
})
const answers = { name: '王秀英', born: '1940-05-01' }
const guide = async (more: Partial<Whole> = {}) =>
  (await zhao.ask('publication.publish', card(more))).publicationId
const applied = async (publicationId?: string) =>
  (
    await wang.ask('guide.apply', {
      publicationId: publicationId ?? (await guide()),
      edition: 1,
      answers,
    })
  ).requestId

describe('a pre-acceptance', () => {
  it('goes the way of a request, through the stages of the guide, to its resolution', async () => {
    const requestId = await applied()
    const mine = await wang.ask('request.list', { scope: 'mine' })
    expect(mine.items[0]).toMatchObject({ requestId, title: '办老年卡', categoryTitle: '预受理' })
    await worker.ask('request.accept', { requestId })
    await worker.ask('request.progress', { requestId, note: '材料对上了', stage: 1 })
    const shown = await wang.ask('request.get', { requestId })
    expect(shown.guide).toMatchObject({ edition: 1, stages: ['收到', '核对', '可以来取'], stage: 1 })
    expect(shown.answers).toEqual([
      { title: '老人叫什么', value: '王秀英' },
      { title: '哪天生的', value: '1940-05-01' },
    ])
    const heard = await wang.ask('inbox.list', { limit: 50 })
    expect(heard.items.map(({ text }) => text).join()).toContain('「办老年卡」有了进展：材料对上了')
    expect(await worker.send('request.progress', { requestId, note: '弄错了', stage: 0 })).toMatchObject({
      code: 'stage_unfit',
    })
    await worker.ask('request.ask', { requestId, question: '家人哪天来取？' })
    await wang.ask('request.answer', { requestId, answer: '周三上午' })
    await worker.ask('request.resolve', { requestId, resolution: '卡办好了，取走了。' })
    expect(await wang.ask('request.rate', { requestId, satisfied: true })).toMatchObject({ state: 'closed' })
  })

  it('shows its answers to the tiers that work on it, on record, and to no neighbour', async () => {
    const requestId = await applied()
    expect(await li.send('request.get', { requestId })).toMatchObject({ code: 'not_found' })
    expect(await zhao.send('request.get', { requestId })).toMatchObject({ code: 'not_found' })
    expect((await worker.ask('request.get', { requestId })).answers).toHaveLength(2)
    const seen = await wang.ask('member.accessLog', {})
    expect(
      seen.items.some(({ reason, fields }) => reason === 'request_staff' && fields.includes('answers')),
    ).toBe(true)
    const all = await wang.ask('member.export', {})
    expect(JSON.stringify(all.requests)).toContain('王秀英')
  })

  it('is neither published nor supported, nor like another, and takes no pictures or numbers of papers', async () => {
    const requestId = await applied()
    const words = { title: '办老年卡', text: '有人在办老年卡' }
    expect(await worker.send('request.publish', { requestId, ...words })).toMatchObject({
      code: 'request_private',
    })
    expect(await officer.send('request.support', { requestId })).toMatchObject({ code: 'request_private' })
    expect((await worker.ask('request.similar', { category: 'guide', gridId: 'grid1' })).items).toEqual([])
    expect(
      await wang.send('request.supplement', { requestId, words: '照片', fileIds: ['f_none'] }),
    ).toMatchObject({ code: 'request_no_pictures' })
    expect(
      await wang.send('request.supplement', { requestId, words: '证号 510102194005011234' }),
    ).toMatchObject({ code: 'answer_personal' })
    expect(await wang.send('request.correct', { requestId, description: '别的' })).toMatchObject({
      code: 'request_relied_on',
    })
  })

  it('sent twice is one, even where the guide has changed meanwhile', async () => {
    const publicationId = await guide()
    const input = { publicationId, edition: 1, answers }
    const once = { commandId: 'apply-once' }
    const first = await wang.ask('guide.apply', input, once)
    await zhao.ask('publication.edit', { publicationId, takesText: '5 个工作日' })
    expect(await wang.ask('guide.apply', input, once)).toEqual(first)
    expect(await wang.send('guide.apply', input)).toMatchObject({ code: 'guide_changed' })
    expect(
      await wang.send('guide.apply', { ...input, answers: { ...answers, how: '自己来取' } }, once),
    ).toMatchObject({ ok: false })
  })

  it('answers the questions as they stand, and nothing else', async () => {
    const publicationId = await guide()
    const send = (given: Record<string, string>) =>
      wang.send('guide.apply', { publicationId, edition: 1, answers: given })
    expect(await send({ name: '王秀英' })).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'answers.born', message: 'missing' }],
    })
    expect(await send({ ...answers, how: '邮寄' })).toMatchObject({ code: 'invalid_input' })
    expect(await send({ ...answers, name: '510102194005011234' })).toMatchObject({
      code: 'answer_personal',
      issues: [{ path: 'answers.name' }],
    })
  })

  it('needs a guide that stands and asks', async () => {
    const publicationId = await guide()
    await zhao.ask('publication.retire', { publicationId })
    const send = (id: string) => wang.send('guide.apply', { publicationId: id, edition: 1, answers })
    expect(await send(publicationId)).toMatchObject({ code: 'guide_over' })
    expect(await send(await guide({ questions: [] }))).toMatchObject({ code: 'guide_asks_nothing' })
    expect(await send('pub_none')).toMatchObject({ code: 'not_found' })
  })

  it('loses its answers when their term is over', async () => {
    const requestId = await applied()
    await worker.ask('request.resolve', { requestId, resolution: '办好了' })
    await wang.ask('request.rate', { requestId, satisfied: true })
    house.cloud.advance(181 * dayMs)
    await house.cloud.tick()
    const shown = await wang.ask('request.get', { requestId })
    expect(shown).toMatchObject({ answers: [], answersGone: true, description: '办老年卡' })
  })
})

describe('a reserved category', () => {
  it('is defined by no community and named by nobody who files by hand', async () => {
    for (const category of ['guide', 'pact']) {
      expect(
        await house.admin.send('community.edit', {
          requestCategories: [{ category, title: '别的', fields: [] }],
        }),
      ).toMatchObject({ code: 'category_reserved' })
      expect(
        await wang.send('request.file', { category, description: '我要办', gridId: 'grid1' }),
      ).toMatchObject({ code: 'invalid_input' })
    }
  })
})
