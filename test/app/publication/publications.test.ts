import type { RawInputOf } from '#contract/operations'
import { editionHash } from '#core/publication/edition'
import { callsOf } from '#support/callCount'
import { dayMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let zhao: Person
let tan: Person
let gao: Person
let wang: Person

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  tan = await house.person('wx_tan', [{ role: 'coordinator' }], '谭姐')
  gao = await house.person('wx_gao', [{ role: 'officer', scope: { tier: 'subdistrict' } }], '高科长')
  wang = await house.person('wx_wang', [], '王奶奶')
})
afterAll(() => house.close())

const now = () => house.cloud.now()
type Whole = Extract<RawInputOf<'publication.publish'>, { kind: string }>
const water = (more: Partial<Whole> = {}): Whole => ({
  kind: 'bulletin',
  ...{ title: '明天停水', body: '明天 8 点到 18 点停水。', validTo: now() + 2 * dayMs },
  ...more,
})
const advice = (more: Partial<Whole> = {}): Whole => ({
  kind: 'policy',
  ...{ title: '高龄津贴怎么领', body: '满 80 周岁，每月可以领。', summary: '带户口本到社区办。' },
  concerns: '80 岁以上的老人',
  ...more,
})
const stranger = () => house.stranger('wx_stranger')
const titles = async (person: Pick<Person, 'ask'>, input: RawInputOf<'publication.list'> = {}) =>
  (await person.ask('publication.list', input)).items.map(({ title }) => title)

describe('what stands written', () => {
  it('is read by anybody, the latest first, and by kind', async () => {
    const { publicationId, edition } = await zhao.ask('publication.publish', water())
    expect(edition).toBe(1)
    await gao.ask('publication.publish', water({ title: '后天停电' }))
    expect((await titles(stranger())).slice(0, 2)).toEqual(['后天停电', '明天停水'])
    expect(await titles(stranger(), { kind: 'policy' })).toEqual([])
    const shown = await stranger().ask('publication.get', { publicationId })
    expect(shown).toMatchObject({ kind: 'bulletin', state: 'published', edition: 1, steps: [] })
    expect(shown.content.body).toBe('明天 8 点到 18 点停水。')
    expect(shown).not.toHaveProperty('proposed')
  })

  it('is written by staff alone', async () => {
    expect(await wang.send('publication.publish', water())).toMatchObject({ code: 'forbidden' })
    expect(await wang.send('publication.list', { when: 'drafts' })).toMatchObject({ code: 'forbidden' })
  })

  it('sent twice is one', async () => {
    const once = { commandId: 'publish-once' }
    const input = water({ title: '只发一次' })
    const { publicationId } = await zhao.ask('publication.publish', input, once)
    expect((await zhao.ask('publication.publish', input, once)).publicationId).toBe(publicationId)
    expect((await titles(zhao)).filter((title) => title === '只发一次')).toHaveLength(1)
  })

  it('is a draft that nobody else reads until it is published', async () => {
    const { kind, ...content } = water({ title: '还没写好' })
    const { publicationId } = await zhao.ask('publication.saveDraft', { kind, ...content })
    expect(await stranger().send('publication.get', { publicationId })).toMatchObject({ code: 'not_found' })
    expect(await stranger().send('publication.editions', { publicationId })).toMatchObject({
      code: 'not_found',
    })
    expect(await titles(gao, { when: 'drafts' })).toContain('还没写好')
    await zhao.ask('publication.saveDraft', { publicationId, kind, ...content, title: '写好了' })
    expect(await titles(stranger())).not.toContain('写好了')
    await zhao.ask('publication.publish', { publicationId })
    expect(await titles(stranger())).toContain('写好了')
    expect(await zhao.send('publication.saveDraft', { publicationId, kind, ...content })).toMatchObject({
      code: 'not_a_draft',
    })
  })

  it('says what is wrong with it, and changes nothing', async () => {
    const { validTo: _, ...endless } = water()
    expect(await zhao.send('publication.publish', endless as Whole)).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'validTo' }],
    })
    expect(await zhao.send('publication.publish', water({ steps: ['排队'] }))).toMatchObject({
      issues: [{ path: 'steps' }],
    })
    expect(await zhao.send('publication.publish', water({ body: '打 13983312345 找老张' }))).toMatchObject({
      code: 'text_personal',
    })
    expect(
      await zhao.send('publication.publish', water({ audience: { gridIds: ['g_none'] } })),
    ).toMatchObject({
      issues: [{ path: 'audience' }],
    })
    expect(
      await zhao.send('publication.publish', water({ links: [{ activityId: 'a_none' }] })),
    ).toMatchObject({
      issues: [{ path: 'links' }],
    })
    expect(await zhao.send('publication.publish', water({ validTo: now() }))).toMatchObject({
      code: 'publication_ends',
    })
  })

  it('retires by time alone, and is still read by whoever has its address', async () => {
    const { publicationId } = await zhao.ask('publication.publish', water({ title: '今晚停气' }))
    house.cloud.advance(2 * dayMs)
    await house.cloud.tick()
    expect(await titles(stranger())).not.toContain('今晚停气')
    expect(await titles(stranger(), { when: 'retired' })).toContain('今晚停气')
    expect(await stranger().ask('publication.get', { publicationId })).toMatchObject({ state: 'retired' })
  })

  it('is taken back by a word, which everybody reads', async () => {
    const { publicationId } = await zhao.ask('publication.publish', water({ title: '写错了的' }))
    await tan.ask('publication.retire', { publicationId, reason: '日期写错了，另发一篇。' })
    expect(await stranger().ask('publication.get', { publicationId })).toMatchObject({
      state: 'retired',
      retiredReason: '日期写错了，另发一篇。',
    })
    expect(await tan.send('publication.edit', { publicationId, title: '改' })).toMatchObject({
      code: 'publication_over',
    })
  })
})

describe('its editions', () => {
  it('are numbered, hashed and chained, say what changed, and stay as they were', async () => {
    const { publicationId } = await zhao.ask('publication.publish', water())
    const said = await tan.ask('publication.edit', { publicationId, body: '停水改到后天。' })
    expect(said.edition).toBe(2)
    const { items } = await stranger().ask('publication.editions', { publicationId })
    expect(items).toMatchObject([{ edition: 2, changed: ['body'] }, { edition: 1 }])
    const first = await stranger().ask('publication.get', { publicationId, edition: 1 })
    expect(first).toMatchObject({ edition: 1, newer: 2, steps: [] })
    expect(first.content.body).toBe('明天 8 点到 18 点停水。')
    const kind = 'bulletin' as const
    const one = editionHash({ publicationId, edition: 1, kind, content: first.content }, '')
    expect(first.hash).toBe(one)
    const present = await stranger().ask('publication.get', { publicationId })
    expect(present.hash).toBe(editionHash({ publicationId, edition: 2, kind, content: present.content }, one))
    expect(await stranger().send('publication.get', { publicationId, edition: 3 })).toMatchObject({
      code: 'not_found',
    })
  })

  it('of a policy count by a second word, which is nobody’s own', async () => {
    const { publicationId, state } = await zhao.ask('publication.publish', advice())
    expect(state).toBe('waiting')
    expect(await titles(stranger(), { kind: 'policy' })).toEqual([])
    expect(await zhao.send('publication.approve', { publicationId })).toMatchObject({ code: 'own_word' })
    const read = await gao.ask('publication.get', { publicationId })
    expect(read).toMatchObject({ proposed: { who: '赵姐' }, steps: ['approve', 'return', 'retire'] })
    expect(await gao.ask('publication.approve', { publicationId, rev: read.rev })).toMatchObject({
      edition: 1,
    })
    await gao.ask('publication.edit', { publicationId, body: '津贴提高了。' })
    const before = await stranger().ask('publication.get', { publicationId })
    expect(before.content.body).toBe('满 80 周岁，每月可以领。')
    expect(before).not.toHaveProperty('proposed')
    await tan.ask('publication.return', { publicationId, reason: '还没有文件' })
    expect(await gao.ask('publication.get', { publicationId })).toMatchObject({ returned: '还没有文件' })
    expect(await stranger().ask('publication.get', { publicationId })).not.toHaveProperty('returned')
  })
})

describe('the first page', () => {
  it('shows what is pinned and the newest two that concern the reader', async () => {
    const { grids } = await wang.ask('community.get', {})
    const gridIds = grids.map(({ gridId }) => gridId)
    const { member } = await wang.ask('member.me', {})
    const other = gridIds.find((gridId) => gridId !== member?.gridId) ?? ''
    await zhao.ask('publication.publish', water({ title: '置顶的', pinnedUntil: now() + dayMs }))
    await zhao.ask('publication.publish', water({ title: '较早的' }))
    await zhao.ask('publication.publish', water({ title: '新的' }))
    await zhao.ask('publication.publish', water({ title: '别的网格的', audience: { gridIds: [other] } }))
    await zhao.ask('publication.publish', water({ title: '最新的' }))
    const { publications } = await wang.ask('home.get', {})
    expect(publications.map(({ title }) => title)).toEqual(['置顶的', '最新的', '新的'])
    expect(publications[0]).toMatchObject({ pinned: true })
    const visitor = await stranger().ask('home.get', {})
    expect(visitor.publications.map(({ title }) => title)).toEqual(['置顶的', '最新的', '新的'])
    await house.cloud.advance(dayMs)
    const later = await wang.ask('home.get', {})
    expect(later.publications[0]?.title).toBe('最新的')
  })
})

describe('the inbox', () => {
  const news = async (person: Person, paging: object = {}) =>
    (await person.ask('inbox.list', paging)).news?.map(({ title }) => title)

  it('tells of what was published since one said that one knows it, and of nothing else', async () => {
    const feng = await house.person('wx_feng', [], '冯老师')
    await zhao.ask('publication.publish', water({ title: '第一条' }))
    await zhao.ask('publication.publish', water({ title: '第二条' }))
    expect((await news(feng))?.slice(0, 2)).toEqual(['第二条', '第一条'])
    await feng.ask('inbox.read', { newsUntil: now() })
    expect(await news(feng)).toEqual([])
    house.cloud.advance(1000)
    await zhao.ask('publication.publish', water({ title: '第三条' }))
    expect(await news(feng)).toEqual(['第三条'])
    expect((await news(wang))?.length).toBeGreaterThan(1)
  })

  it('keeps no mark that lies ahead of the present', async () => {
    const he = await house.person('wx_he', [], '何叔')
    await he.ask('inbox.read', { newsUntil: now() + 300 * dayMs })
    house.cloud.advance(1000)
    await zhao.ask('publication.publish', water({ title: '后来的' }))
    expect(await news(he)).toEqual(['后来的'])
  })
})

describe('a publication', () => {
  /** What a command asks of the database, before its answer and after it. */
  const costOf = async (step: () => Promise<unknown>): Promise<number> => {
    const { before, after } = await callsOf(house.cloud, step)
    return before + after
  }

  it('costs the same few calls for many members as for a few', async () => {
    const few = await costOf(() => zhao.ask('publication.publish', water({ title: '少的时候' })))
    for (let index = 0; index < 30; index++) await house.person(`wx_many_${index}`)
    const many = await costOf(() => zhao.ask('publication.publish', water({ title: '多的时候' })))
    expect(many).toBe(few)
    expect(few).toBeLessThan(12)
  })
})
