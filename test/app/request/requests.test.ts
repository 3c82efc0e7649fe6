import type { RequestDetail } from '#contract/request'
import type { Answer } from '#contract/shared/refusal'
import { instantOf, wallClock } from '#contract/shared/wallClock'
import { defaultWorkCalendar } from '#contract/shared/workCalendar'
import { afterWorkMinutes } from '#core/calendar/workHours'
import { openTestHouse, type Person, type TestHouse } from '#support/house'
import { dayMs, hourMs } from '#support/time'

let house: TestHouse
let wang: Person
let zhou: Person
let worker: Person
let colleague: Person
let community: Person
let subdistrict: Person
let district: Person

const officer = (tier: 'community' | 'subdistrict' | 'district') =>
  ({ role: 'officer', scope: { tier } }) as const
const gridWorker = (gridId: string) => ({ role: 'grid_worker', scope: { gridId } }) as const

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang')
  zhou = await house.person('wx_zhou')
  worker = await house.person('wx_worker', [gridWorker('grid1')])
  colleague = await house.person('wx_colleague', [gridWorker('grid1')])
  community = await house.person('wx_community', [officer('community')])
  subdistrict = await house.person('wx_subdistrict', [officer('subdistrict')])
  district = await house.person('wx_district', [officer('district')])
})
afterAll(() => house.close())

let sheds = 0
/** Files a request about another shed each time, so that no two tests file similar requests. */
async function file(who = wang, more: object = {}) {
  sheds += 1
  return await who.ask('request.file', {
    category: 'parking_shed',
    description: '车棚顶漏雨，放不下车',
    gridId: 'grid1',
    estateId: 'huochai',
    building: '3栋',
    answers: { which: `${sheds} 号车棚`, bicycles: '30' },
    ...more,
  })
}
const titles = async (who: Person) =>
  (await who.ask('inbox.list', { limit: 50 })).items.map(({ title }) => title)
const code = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.code)
const at = (words: string) => instantOf(words.slice(0, 10), words.slice(11)) as number
/** Moves the functions' clock forward to this time without running the timer. */
const goTo = (instant: number) => house.cloud.advance(instant - house.cloud.now())

describe('a request', () => {
  it('is filed with a deadline, waits at its grid, and both sides hear of every step', async () => {
    const filed = await file()
    expect(filed).toMatchObject({ state: 'filed', tier: 'grid', dueAt: expect.any(Number) })
    const { requestId } = filed
    expect(await titles(worker)).toContain('有新的诉求')
    const queue = await worker.ask('request.list', { scope: 'queue' })
    expect(queue.items.map((card) => card.requestId)).toContain(requestId)
    expect(await worker.ask('request.accept', { requestId })).toMatchObject({
      state: 'accepted',
      tier: 'grid',
    })
    const { items: hands } = await worker.ask('request.hands', { requestId })
    expect(hands.map(({ memberId }) => memberId).sort()).toEqual([worker.memberId, colleague.memberId].sort())
    expect(await worker.ask('request.assign', { requestId, memberId: colleague.memberId })).toMatchObject({
      state: 'assigned',
    })
    expect(await titles(colleague)).toContain('请您办一件诉求')
    await colleague.ask('request.progress', { requestId, note: '量过尺寸，等材料' })
    expect(await colleague.ask('request.resolve', { requestId, resolution: '换了新棚顶' })).toMatchObject({
      state: 'resolved',
    })
    expect(await titles(wang)).toEqual(
      expect.arrayContaining([
        '反映的问题受理了',
        '反映的问题有人办了',
        '反映的问题有进展',
        '办好了吗？请您看看',
      ]),
    )
    expect(await wang.ask('request.rate', { requestId, satisfied: true, comment: '很快' })).toMatchObject({
      state: 'closed',
    })
    const seen = await wang.ask('request.get', { requestId })
    expect(seen.timeline.map(({ event }) => event)).toEqual([
      'filed',
      'accepted',
      'assigned',
      'progressed',
      'resolved',
      'rated',
    ])
    expect(seen).toMatchObject({ part: 'requester', clock: 'finished', satisfied: true, steps: ['reopen'] })
  })

  it('is one request, however often it is sent; other words under the same command are refused', async () => {
    const input = { category: 'other', description: '路灯不亮', gridId: 'grid1' }
    const send = (words: object) =>
      house.cloud.call(wang.openid, 'api', { op: 'request.file', input: words, commandId: 'once' })
    const answers = (await Promise.all([send(input), send(input), send(input)])) as Answer<{
      requestId: string
    }>[]
    const ids = new Set(answers.map((answer) => (answer.ok ? answer.data.requestId : answer.code)))
    expect(ids.size).toBe(1)
    expect(await send({ ...input, description: '别的话' })).toMatchObject({ ok: false, code: 'conflict' })
  })

  it.each([
    ['a category nobody offers', { category: 'moon' }],
    ['a grid that is not here', { gridId: 'grid99' }],
    ['an estate that is not here', { estateId: 'elsewhere', building: undefined }],
    ['a building the estate has not', { building: '99栋' }],
  ])('of %s is refused, and nothing is written', async (_, more) => {
    const before = (await wang.ask('request.list', { scope: 'mine', limit: 50 })).items.length
    const answer = await wang.send('request.file', {
      category: 'parking_shed',
      description: '车棚',
      gridId: 'grid1',
      estateId: 'huochai',
      building: '3栋',
      ...more,
    })
    expect(code(answer)).toBe('invalid_input')
    expect((await wang.ask('request.list', { scope: 'mine', limit: 50 })).items.length).toBe(before)
  })

  it('that a worker files for somebody without an account names them to staff alone', async () => {
    const { requestId } = await file(worker, { forResident: { name: '孤老刘', phone: '023-72000000' } })
    const mine = await worker.ask('request.get', { requestId })
    expect(mine.forResident).toEqual({ name: '孤老刘', phone: '023-72000000' })
    await worker.ask('request.publish', { requestId, title: '车棚漏雨', text: '三栋车棚漏雨' })
    expect(JSON.stringify(await zhou.ask('request.get', { requestId }))).not.toContain('刘')
    await worker.ask('request.resolve', { requestId, resolution: '补好了' })
    expect(code(await worker.send('request.rate', { requestId, satisfied: true }))).toBe('own_work')
    expect(
      code(
        await wang.send('request.file', {
          category: 'other',
          description: '替人提',
          gridId: 'grid1',
          forResident: { name: '孤老刘' },
        }),
      ),
    ).toBe('forbidden')
  })

  it('is reopened when it is not done: the holder and the tier above are told, and a reopen after that answers yes', async () => {
    const { requestId } = await file()
    await worker.ask('request.resolve', { requestId, resolution: '扫了扫' })
    expect(await wang.ask('request.rate', { requestId, satisfied: false, comment: '还漏' })).toMatchObject({
      state: 'reopened',
      tier: 'grid',
      dueAt: expect.any(Number),
    })
    expect(await wang.ask('request.reopen', { requestId, reason: '还漏' })).toMatchObject({
      state: 'reopened',
    })
    expect(await titles(worker)).toContain('居民说没有办好')
    expect(await titles(community)).toContain('下一级的诉求没有办好')
    expect(
      (await wang.ask('request.get', { requestId })).timeline.filter(({ event }) => event === 'reopened'),
    ).toHaveLength(1)
  })

  it('is closed to others until a worker clears it; without a worker’s text the board shows its kind alone', async () => {
    const { requestId } = await file(wang, { description: '王奶奶家楼下的车棚，电话 13900001111' })
    const board = async () =>
      (await zhou.ask('request.list', { scope: 'published', limit: 50 })).items.find(
        (card) => card.requestId === requestId,
      )
    expect(await board()).toBeUndefined()
    await worker.ask('request.publish', { requestId })
    expect(await board()).toMatchObject({ title: '车棚', estateId: 'huochai', part: 'reader' })
    const seen = JSON.stringify(await zhou.ask('request.get', { requestId }))
    for (const word of ['王奶奶', '13900001111', '楼下的车棚', '号车棚', wang.memberId])
      expect(seen).not.toContain(word)
    await worker.ask('request.publish', { requestId, shown: false })
    expect(await board()).toBeUndefined()
    expect(code(await zhou.send('request.get', { requestId }))).toBe('not_found')
  })

  it('on the board is open to whom its link was passed on, who takes no step; any other asks who they are', async () => {
    const { requestId } = await file(wang, { description: '王奶奶家楼下的车棚，电话 13900001111' })
    const stranger = { op: 'request.get', input: { requestId } }
    const asStranger = async () => (await house.cloud.api(undefined, stranger)) as Answer<RequestDetail>
    const nowhere = { op: 'request.get', input: { requestId: 'r_none' } }
    expect(await asStranger()).toMatchObject({ code: 'unauthenticated' })
    expect(await house.cloud.api(undefined, nowhere)).toMatchObject({ code: 'unauthenticated' })
    await worker.ask('request.publish', { requestId, text: '车棚顶漏雨' })
    const seen = await asStranger()
    expect(seen).toMatchObject({
      ok: true,
      data: { part: 'reader', stranger: true, steps: [], published: { text: '车棚顶漏雨' } },
    })
    for (const word of ['王奶奶', '13900001111', '楼下的车棚', '号车棚', wang.memberId])
      expect(JSON.stringify(seen)).not.toContain(word)
    await worker.ask('request.publish', { requestId, shown: false })
    expect(await asStranger()).toMatchObject({ code: 'unauthenticated' })
  })

  it('of one’s own is not supported, and a stranger learns nothing of what is not on the board', async () => {
    const { requestId } = await file()
    expect(code(await wang.send('request.support', { requestId }))).toBe('own_request')
    expect(code(await zhou.send('request.get', { requestId }))).toBe('not_found')
    expect(code(await subdistrict.send('request.get', { requestId }))).toBe('not_found')
    for (const supports of [true, false])
      expect(code(await zhou.send('request.support', { requestId, supports }))).toBe('not_found')
  })

  it('tells nobody by trying where it is, on the board or not; its requester and its workers find it', async () => {
    const lane = { estateId: 'huochai', building: '7栋', place: '陈家后门第三棵黄桷树下' }
    const { requestId } = await file(wang, lane)
    const finds = async (who: Person, guess: object) =>
      (await who.ask('request.similar', { category: 'parking_shed', gridId: 'grid1', ...guess })).items.some(
        (card) => card.requestId === requestId,
      )
    const guesses = [{ place: '黄桷树' }, { place: lane.place }, { estateId: 'huochai' }, lane]
    for (const guess of guesses) {
      expect(await finds(zhou, guess)).toBe(false)
      expect(await finds(wang, guess)).toBe(true)
      expect(await finds(worker, guess)).toBe(true)
    }
    await worker.ask('request.publish', { requestId, title: '车棚漏雨', text: '后门的车棚漏雨' })
    expect(await finds(zhou, { place: '黄桷树' })).toBe(false)
    expect(await finds(zhou, { place: '后门的车棚' })).toBe(true)
    // the board shows the estate and no building: any building of it is answered alike
    for (const building of ['5栋', '7栋'])
      expect(await finds(zhou, { estateId: 'huochai', building })).toBe(true)
  })
})

describe('what is alike', () => {
  it('is shown before filing, without the words of others, and many who want it are each counted once', async () => {
    const { requestId } = await file(wang, { building: '5栋', description: '王奶奶家楼下的车棚坏了' })
    await worker.ask('request.publish', { requestId })
    const { items } = await zhou.ask('request.similar', {
      category: 'parking_shed',
      gridId: 'grid1',
      estateId: 'huochai',
      building: '5栋',
    })
    expect(items.map((card) => card.requestId)).toContain(requestId)
    expect(JSON.stringify(items)).not.toContain('王奶奶')
    const neighbours = await Promise.all(
      Array.from({ length: 12 }, (_, index) => house.person(`wx_neighbour_${index}`)),
    )
    await Promise.all(
      neighbours.flatMap((each) => [
        each.ask('request.support', { requestId }),
        each.ask('request.support', { requestId }),
      ]),
    )
    expect((await wang.ask('request.get', { requestId })).supporters).toBe(12)
    const [first] = neighbours as [Person]
    expect(await first.ask('request.support', { requestId, supports: false })).toEqual({ supporters: 11 })
    expect((await first.ask('request.list', { scope: 'supported' })).items).toEqual([])
    await worker.ask('request.resolve', { requestId, resolution: '修好了' })
    expect(await titles(neighbours[1] as Person)).toContain('您支持的问题办完了')
    expect(await titles(first)).not.toContain('您支持的问题办完了')
    const [supported] = (await (neighbours[1] as Person).ask('request.list', { scope: 'supported' })).items
    expect(supported).toMatchObject({ requestId, state: 'resolved', supported: true })
  })

  it('a support that comes late again, after it was taken back, brings nothing back', async () => {
    const { requestId } = await file()
    await worker.ask('request.publish', { requestId })
    const send = (supports: boolean, commandId: string) =>
      house.cloud.call(zhou.openid, 'api', {
        op: 'request.support',
        input: { requestId, supports },
        commandId,
      })
    await send(true, 'yes')
    await send(false, 'no')
    expect(await send(true, 'yes')).toMatchObject({ ok: true, data: { supporters: 0 } })
  })
})

describe('the four tiers', () => {
  it('each see their own queue; what goes up has the time of the tier above, and may be returned', async () => {
    const { requestId } = await file()
    const inQueue = async (who: Person) =>
      (await who.ask('request.list', { scope: 'queue', limit: 50 })).items.some(
        (card) => card.requestId === requestId,
      )
    expect(await Promise.all([worker, community, subdistrict].map(inQueue))).toEqual([true, false, false])
    const moved = await worker.ask('request.escalate', { requestId, reason: '要动用维修资金' })
    expect(moved).toMatchObject({ state: 'filed', tier: 'community' })
    expect(await Promise.all([worker, community, subdistrict].map(inQueue))).toEqual([false, true, false])
    expect(code(await worker.send('request.accept', { requestId }))).toBe('not_found')
    expect((await wang.ask('request.get', { requestId })).timeline.at(-1)).toMatchObject({
      event: 'escalated',
      note: '要动用维修资金',
    })
    expect(await community.ask('request.approve', { requestId })).toMatchObject({ state: 'accepted' })
    expect(await community.ask('request.return', { requestId, reason: '网格可以办' })).toMatchObject({
      state: 'filed',
      tier: 'grid',
    })
    expect(await community.ask('request.takeOver', { requestId })).toMatchObject({
      state: 'accepted',
      tier: 'community',
    })
    expect(code(await district.send('request.takeOver', { requestId }))).toBe('not_found')
    expect(await subdistrict.ask('request.takeOver', { requestId, reason: '街道统一办' })).toMatchObject({
      tier: 'subdistrict',
    })
    await subdistrict.ask('request.escalate', { requestId, reason: '区里有项目' })
    expect(code(await district.send('request.escalate', { requestId, reason: '再往上' }))).toBe(
      'no_tier_above',
    )
    expect(await district.ask('request.decline', { requestId, reason: '不在改造范围' })).toMatchObject({
      state: 'declined',
      tier: 'district',
    })
  })

  it('extend with a reason the resident reads; the second time the tier above is asked', async () => {
    const { requestId, dueAt = 0 } = await file()
    const first = await worker.ask('request.extend', { requestId, days: 2, reason: '等材料到货' })
    expect(first.dueAt).toBeGreaterThan(dueAt)
    expect((await wang.ask('request.get', { requestId })).timeline.at(-1)).toMatchObject({
      note: '等材料到货',
    })
    const asked = await worker.ask('request.extend', { requestId, days: 3, reason: '材料没到' })
    expect(asked.dueAt).toBe(first.dueAt)
    expect(code(await worker.send('request.approve', { requestId }))).not.toBe('internal')
    expect((await community.ask('request.get', { requestId })).extensionAsked).toEqual({
      days: 3,
      reason: '材料没到',
    })
    const granted = await community.ask('request.approve', { requestId })
    expect(granted.dueAt).toBeGreaterThan(first.dueAt ?? 0)
  })

  it('asked for is not granted by who has asked, though they have a post in both tiers', async () => {
    const both = await house.person(
      'wx_both_tiers',
      [
        { role: 'grid_worker', scope: { gridId: 'grid1' } },
        { role: 'officer', scope: { tier: 'community' } },
      ],
      '两头跑',
    )
    const { requestId } = await file()
    await both.ask('request.extend', { requestId, days: 2, reason: '等材料到货' })
    await both.ask('request.extend', { requestId, days: 3, reason: '材料没到' })
    expect(code(await both.send('request.approve', { requestId }))).toBe('own_word')
    expect((await community.ask('request.approve', { requestId })).dueAt).toBeDefined()
  })

  it('a question stops the clock until the resident answers', async () => {
    const { requestId } = await file()
    const waiting = await worker.ask('request.ask', { requestId, question: '是靠路边的车棚吗' })
    expect(waiting.dueAt).toBeUndefined()
    expect(await wang.ask('request.get', { requestId })).toMatchObject({
      clock: 'waits_for_answer',
      question: '是靠路边的车棚吗',
      steps: ['answer', 'supplement', 'withdraw'],
    })
    expect((await wang.ask('request.answer', { requestId, answer: '是的' })).dueAt).toEqual(
      expect.any(Number),
    )
    expect(await titles(worker)).toContain('居民回答了')
  })
})

/** These tests come last, since the clock only goes forward. */
describe('the clock', () => {
  it('moves what is overdue up one tier by itself, once, also when the timer did not run for a week', async () => {
    await goTo(at('2026-12-07 08:30'))
    await house.cloud.tick()
    const { requestId, dueAt } = await file()
    expect(dueAt).toBe(at('2026-12-08 18:00'))
    await goTo(at('2026-12-08 17:59'))
    await house.cloud.tick()
    expect((await wang.ask('request.get', { requestId })).tier).toBe('grid')
    // The timer does not run for a week.
    await goTo(at('2026-12-15 10:00'))
    await Promise.all([house.cloud.tick(), house.cloud.tick()])
    await house.cloud.tick()
    const seen = await wang.ask('request.get', { requestId })
    expect(seen.timeline.map(({ event }) => event)).toEqual(['filed', 'escalated_overdue'])
    // The community's hold time of three working days begins now, when it gets the request.
    expect(seen).toMatchObject({ state: 'filed', tier: 'community' })
    expect(wallClock(seen.dueAt ?? 0).format('M-D H:mm')).toBe('12-18 10:00')
    expect(await titles(wang)).toContain('没有按时办完，已转到上一级')
    expect(await titles(community)).toContain('超时诉求转到您这里')
    for (const word of ['2026-12-18 10:05', '2026-12-31 18:00', '2027-02-15 18:00']) {
      await goTo(at(word))
      await house.cloud.tick()
    }
    const end = await wang.ask('request.get', { requestId })
    expect(end).toMatchObject({ tier: 'district', overdue: true })
    expect(end.timeline.map(({ event }) => event)).toEqual([
      'filed',
      'escalated_overdue',
      'escalated_overdue',
      'escalated_overdue',
      'overdue',
    ])
  })

  it('closes a resolution that nobody rates, and goes on when nobody answers a question', async () => {
    const { requestId } = await file()
    await worker.ask('request.resolve', { requestId, resolution: '修好了' })
    const asked = await file()
    await worker.ask('request.ask', { requestId: asked.requestId, question: '哪里' })
    await house.cloud.advance(8 * dayMs)
    await house.cloud.tick()
    expect(await wang.ask('request.get', { requestId })).toMatchObject({ state: 'closed' })
    expect((await wang.ask('request.get', { requestId: asked.requestId })).clock).not.toBe('waits_for_answer')
    expect(code(await wang.send('request.rate', { requestId, satisfied: true }))).toBe('ok')
    await house.cloud.advance(40 * dayMs)
    expect(code(await wang.send('request.reopen', { requestId, reason: '又坏了' }))).toBe(
      'too_late_to_reopen',
    )
  })
})

describe('the three rates', () => {
  it('equal a recount of every request, by grid, category, tier and month', async () => {
    await house.cloud.advance(hourMs)
    await Promise.all([file(), file(zhou), file(worker, { category: 'safety', answers: {} })])
    await house.cloud.tick()
    const span = { from: '2026-11-01', to: '2027-10-31' } as const
    const all = await Promise.all(
      [wang, zhou, worker].map(async (who) => {
        const items: { requestId: string }[] = []
        for (let cursor: string | undefined; ; ) {
          const page = await who.ask('request.list', { scope: 'mine', limit: 50, ...(cursor && { cursor }) })
          items.push(...page.items)
          cursor = page.nextCursor
          if (!cursor) break
        }
        return await Promise.all(items.map(({ requestId }) => who.ask('request.get', { requestId })))
      }),
    )
    const seen = all.flat()
    /** Counts the rates from the requests themselves. By the test's own clock an answer is due within a working day. */
    const recount = (these: typeof seen) => {
      const answers = these.map(({ timeline, filedAt }) => {
        const first = timeline.find(
          ({ event, tier }) =>
            tier !== undefined && !event.includes('overdue') && !event.endsWith('published'),
        )
        return first && { inTime: first.at <= afterWorkMinutes(filedAt, 7 * 60, defaultWorkCalendar) }
      })
      return {
        filed: these.length,
        responded: answers.filter(Boolean).length,
        respondedInTime: answers.filter((answer) => answer?.inTime).length,
        resolved: these.filter(({ state }) => state === 'resolved' || state === 'closed').length,
        rated: these.filter(({ satisfied }) => satisfied !== undefined).length,
        satisfied: these.filter(({ satisfied }) => satisfied).length,
      }
    }
    const rates = await community.ask('request.rates', { ...span, by: 'grid' })
    expect(rates.total).toEqual(recount(seen))
    const nameIn = {
      grid: (each: RequestDetail) => each.gridId,
      category: (each: RequestDetail) => each.category,
      tier: (each: RequestDetail) => each.tier,
      month: (each: RequestDetail) => wallClock(each.filedAt).format('YYYY-MM'),
    }
    for (const by of ['grid', 'category', 'tier', 'month'] as const) {
      const { lines } = await community.ask('request.rates', { ...span, by })
      const names = [...new Set(seen.map(nameIn[by]))].sort()
      expect(lines).toEqual(
        names.map((of) => ({ of, ...recount(seen.filter((each) => nameIn[by](each) === of)) })),
      )
    }
    const { filed, respondedInTime, resolved, rated, satisfied } = recount(seen)
    const share = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 10_000
    expect((await community.ask('report.overview', span)).requests).toEqual({
      ...recount(seen),
      responseRate: share(respondedInTime, filed),
      resolutionRate: share(resolved, filed),
      satisfactionRate: share(satisfied, rated),
    })
    const elsewhere = await house.person('wx_grid2', [gridWorker('grid2')])
    expect((await elsewhere.ask('request.rates', { ...span, by: 'grid' })).total.filed).toBe(0)
    expect(
      code(await community.send('request.rates', { from: '2026-11-02', to: '2026-11-01', by: 'grid' })),
    ).toBe('invalid_input')
  })
})
