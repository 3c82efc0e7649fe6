import type { Answer } from '#contract/shared/refusal'
import { RISKY_MARK } from '#local/wechat/openApis'
import { dayMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let zhao: Person
let gao: Person
let wang: Person
let zhou: Person
let li: Person
let worker: Person

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  gao = await house.person('wx_gao', [{ role: 'officer', scope: { tier: 'community' } }], '高科长')
  wang = await house.person('wx_wang', [], '王奶奶')
  zhou = await house.person('wx_zhou', [], '周师傅')
  li = await house.person('wx_li', [], '李师傅')
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }], '刘姐')
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

const file = async (who: Person, more: object = {}) =>
  (
    await who.ask('request.file', {
      ...{ category: 'parking_shed', description: '车棚顶漏雨', gridId: 'grid1', estateId: 'huochai' },
      ...{ answers: { which: '一号车棚' }, ...more },
    })
  ).requestId
const onBoard = async (requestId: string, title = '车棚漏雨') => {
  await worker.ask('request.publish', { requestId, title, text: '车棚顶漏雨，正在想办法。' })
}
const campaign = async (more: object = {}) =>
  (
    await zhao.ask('publication.publish', {
      ...{ kind: 'campaign', title: '车棚专项治理', body: '把漏雨的车棚一起修好。' },
      ...{ category: 'parking_shed', stages: ['摸底', '施工', '验收'], ...more },
    })
  ).publicationId
const code = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.code)
const inbox = async (who: Person) => (await who.ask('inbox.list', { limit: 50 })).items
const stateOf = async (who: Person, requestId: string) => (await who.ask('request.get', { requestId })).state
const stranger = () => house.stranger('wx_stranger')

describe('a campaign', () => {
  it('gathers requests, and whoever filed or supports one hears of it once', async () => {
    const publicationId = await campaign()
    const [one, two, three] = [await file(wang), await file(wang), await file(zhou)]
    for (const requestId of [one, two, three]) await onBoard(requestId)
    for (const requestId of [one, two, three]) await li.ask('request.support', { requestId })
    await zhou.ask('request.support', { requestId: one })
    expect(await zhao.ask('campaign.gather', { publicationId, requestIds: [one, two] })).toMatchObject({
      ...{ gathered: 2, resolved: 0, people: 3, left: [] },
    })
    // the third is filed by somebody who has heard already
    await gao.ask('campaign.gather', { publicationId, requestIds: [two, three] })
    const heard = async (who: Person) =>
      (await inbox(who)).filter(({ text }) => text.includes('专项治理《车棚专项治理》')).length
    expect(await Promise.all([wang, zhou, li].map(heard))).toEqual([1, 1, 1])
    expect(await stranger().ask('campaign.get', { publicationId })).toMatchObject({
      ...{ gathered: 3, resolved: 0, people: 3, stages: ['摸底', '施工', '验收'], reached: [] },
      requests: [{ title: '车棚漏雨' }, { title: '车棚漏雨' }, { title: '车棚漏雨' }],
    })
    const own = await wang.ask('request.get', { requestId: one })
    expect(own).toMatchObject({ campaignId: publicationId, state: 'filed' })
    expect(own.timeline.at(-1)).toMatchObject({ event: 'gathered', note: '车棚专项治理' })
    // somebody who supports it later is one more whom it is about
    const late = await house.person('wx_late', [], '晚来的')
    await late.ask('request.support', { requestId: three })
    expect((await stranger().ask('campaign.get', { publicationId })).people).toBe(4)
    expect(await heard(late)).toBe(0)
  })

  it('sent twice, or by two at once, gathers each request once', async () => {
    const publicationId = await campaign()
    const requestId = await file(wang)
    const once = { commandId: 'gather-once' }
    const input = { publicationId, requestIds: [requestId] }
    await Promise.all([
      zhao.send('campaign.gather', input, once),
      zhao.send('campaign.gather', input, once),
      gao.send('campaign.gather', input),
    ])
    expect(await stranger().ask('campaign.get', { publicationId })).toMatchObject({ gathered: 1, people: 1 })
    const { timeline } = await wang.ask('request.get', { requestId })
    expect(timeline.filter(({ event }) => event === 'gathered')).toHaveLength(1)
  })

  it('takes what is of its category, open, and of no other campaign; what it cannot take it names', async () => {
    const publicationId = await campaign()
    const other = await campaign({ title: '另一个专项治理' })
    const [taken, done, open, tree] = [
      await file(wang),
      await file(wang),
      await file(wang),
      await file(wang, { category: 'green_space', answers: {} }),
    ]
    await zhao.ask('campaign.gather', { publicationId: other, requestIds: [taken] })
    await worker.ask('request.resolve', { requestId: done, resolution: '修好了。' })
    const gather = (...requestIds: string[]) => zhao.send('campaign.gather', { publicationId, requestIds })
    expect(code(await gather(open, tree))).toBe('not_of_campaign')
    expect(code(await gather(open, 'r_none'))).toBe('not_found')
    expect(code(await gather(taken))).toBe('in_campaign')
    expect(code(await gather(done))).toBe('request_finished')
    const answer = await gather(taken, done, open)
    expect(answer).toMatchObject({
      ok: true,
      data: {
        gathered: 1,
        left: expect.arrayContaining([
          { requestId: taken, why: 'in_campaign' },
          { requestId: done, why: 'finished' },
        ]),
      },
    })
    await zhao.ask('publication.retire', { publicationId, reason: '办完了。' })
    expect(code(await gather(await file(wang)))).toBe('publication_over')
    const bulletin = await zhao.ask('publication.publish', {
      ...{ kind: 'pact', title: '公约', body: '不乱停车。' },
    })
    expect(
      code(await zhao.send('campaign.gather', { publicationId: bulletin.publicationId, requestIds: [open] })),
    ).toBe('not_found')
  })

  it('shows its stages with the words said at each', async () => {
    const publicationId = await campaign()
    await zhao.ask('campaign.stage', { publicationId, stage: 0, words: '四个车棚都看过了。' })
    await gao.ask('campaign.stage', { publicationId, stage: 1 })
    expect((await stranger().ask('campaign.get', { publicationId })).reached).toMatchObject([
      { stage: 0, words: '四个车棚都看过了。' },
      { stage: 1 },
    ])
    expect(await zhao.send('campaign.stage', { publicationId, stage: 3 })).toMatchObject({
      issues: [{ path: 'stage' }],
    })
    const said = (words: string) => zhao.send('campaign.stage', { publicationId, stage: 2, words })
    expect(code(await said(RISKY_MARK))).toBe('text_risky')
    expect(code(await said('找老张，13983312345'))).toBe('text_personal')
  })

  it('resolves all that is open with the same words; each may be rated, and reopened, by itself', async () => {
    const publicationId = await campaign()
    const [one, two, three] = [await file(wang), await file(zhou), await file(li)]
    await onBoard(two)
    await li.ask('request.support', { requestId: two })
    await worker.ask('request.ask', { requestId: three, question: '是哪一个车棚？' })
    const requestIds = [one, two, three]
    await zhao.ask('campaign.gather', { publicationId, requestIds })
    await worker.ask('request.resolve', { requestId: one, resolution: '先补了一块。' })
    const words = '四个车棚的顶板都换了新的。'
    expect(await gao.ask('campaign.resolve', { publicationId, words })).toEqual({
      ...{ gathered: 3, resolved: 3, people: 3, open: 0 },
    })
    expect((await wang.ask('request.get', { requestId: one })).resolution).toBe('先补了一块。')
    for (const [who, requestId] of [[zhou, two] as const, [li, three] as const]) {
      const shown = await who.ask('request.get', { requestId })
      expect(shown).toMatchObject({ state: 'resolved', resolution: words, clock: 'finished' })
      expect(shown.steps).toContain('rate')
      expect((await inbox(who)).filter(({ text }) => text.includes(words))).toHaveLength(1)
    }
    expect((await inbox(li)).map(({ title }) => title)).toContain('您支持的问题办完了')
    await zhou.ask('request.rate', { requestId: two, satisfied: false, comment: '还漏' })
    expect(await stateOf(zhou, two)).toBe('reopened')
    const shown = await stranger().ask('campaign.get', { publicationId })
    expect(shown).toMatchObject({ gathered: 3, resolved: 2 })
    expect(shown.reached.at(-1)).toMatchObject({ stage: 2 })
    expect(await gao.ask('campaign.resolve', { publicationId, words: '这回真的不漏了。' })).toMatchObject({
      ...{ resolved: 3, open: 0 },
    })
    expect(code(await gao.send('campaign.resolve', { publicationId, words }))).toBe('nothing_gathered')
  })

  it('does not resolve again, by the same command, what was reopened meanwhile', async () => {
    const publicationId = await campaign()
    const [one, two] = [await file(wang), await file(zhou)]
    await zhao.ask('campaign.gather', { publicationId, requestIds: [one, two] })
    const once = { commandId: 'resolve-once' }
    const input = { publicationId, words: '顶板都换了新的。' }
    await zhao.ask('campaign.resolve', input, once)
    await wang.ask('request.rate', { requestId: one, satisfied: false, comment: '还漏' })
    expect(await zhao.ask('campaign.resolve', input, once)).toMatchObject({ resolved: 1, open: 1 })
    expect(await stateOf(wang, one)).toBe('reopened')
  })

  it('cut off in the middle goes on by the timer, and resolves and tells each once', async () => {
    const publicationId = await campaign()
    const requestIds: string[] = []
    for (let index = 0; index < 14; index++) requestIds.push(await file(wang))
    await zhao.ask('campaign.gather', { publicationId, requestIds })
    const words = '十四处都换了新顶板。'
    let moved = 0
    house.cloud.hooks.before = (action, { collectionName }) => {
      if (action === 'database.modifyDocument' && collectionName === 'requests') moved += 1
      if (moved > 9) throw new Error('the function died')
    }
    await zhao.send('campaign.resolve', { publicationId, words }).catch(() => undefined)
    delete house.cloud.hooks.before
    const left = await stranger().ask('campaign.get', { publicationId })
    expect(left.resolved).toBeGreaterThan(0)
    expect(left.resolved).toBeLessThan(14)
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    await house.cloud.tick()
    expect(await stranger().ask('campaign.get', { publicationId })).toMatchObject({
      ...{ gathered: 14, resolved: 14, people: 1 },
    })
    for (const requestId of requestIds) {
      const { timeline } = await wang.ask('request.get', { requestId })
      expect(timeline.filter(({ event }) => event === 'resolved')).toHaveLength(1)
    }
    const told = (await inbox(wang)).filter(({ text }) => text.includes(words))
    expect(told).toHaveLength(14)
  })

  it('that is over still resolves what it has gathered', async () => {
    const publicationId = await campaign({ validTo: house.cloud.now() + 3 * dayMs })
    const requestId = await file(zhou)
    await zhao.ask('campaign.gather', { publicationId, requestIds: [requestId] })
    house.cloud.advance(4 * dayMs)
    await house.cloud.tick()
    await zhao.ask('campaign.resolve', { publicationId, words: '虽然晚了，都修好了。' })
    expect(await stateOf(zhou, requestId)).toBe('resolved')
  })
})

describe('those who write', () => {
  it('see where many ask for the same, and what could come to a campaign, as far as they may read it', async () => {
    const mine = { category: 'rest_place', estateId: 'juliu', gridId: 'grid5', answers: {} }
    for (let index = 0; index < 2; index++) await file(wang, mine)
    const about = async () =>
      (await zhao.ask('campaign.proposed', {})).items.find(({ category }) => category === 'rest_place')
    expect(await about()).toBeUndefined()
    const last = await file(zhou, { ...mine, description: '长椅断了，门口老陈家旁边' })
    expect(await about()).toMatchObject({ categoryTitle: '休息座椅', estateId: 'juliu', count: 3 })
    const publicationId = await campaign({ category: 'rest_place', title: '座椅专项治理' })
    const { items } = await zhao.ask('campaign.requests', { publicationId, which: 'open' })
    expect(items.map(({ requestId }) => requestId)).toContain(last)
    expect(JSON.stringify(items)).not.toContain('老陈')
    await zhao.ask('campaign.gather', { publicationId, requestIds: items.map(({ requestId }) => requestId) })
    expect(await about()).toBeUndefined()
    const gathered = await zhao.ask('campaign.requests', { publicationId, which: 'gathered' })
    expect(gathered.items).toHaveLength(3)
    expect((await zhao.ask('campaign.requests', { publicationId, which: 'open' })).items).toEqual([])
  })

  it('are staff: nobody else gathers, resolves or lists', async () => {
    const publicationId = await campaign()
    const requestId = await file(wang)
    expect(code(await wang.send('campaign.gather', { publicationId, requestIds: [requestId] }))).toBe(
      'forbidden',
    )
    expect(code(await worker.send('campaign.resolve', { publicationId, words: '都好了' }))).toBe('forbidden')
    expect(code(await wang.send('campaign.requests', { publicationId, which: 'open' }))).toBe('forbidden')
    expect(code(await wang.send('campaign.proposed', {}))).toBe('forbidden')
  })
})
