import type { MatchReason } from '#contract/booking'
import {
  bookingFrom,
  codeOn,
  dayMs,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'

let house: TestHouse
let wang: Person
let chen: Person
let li: Person
let zhao: Person
let liu: Person

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang', [], '王奶奶')
  chen = await house.person('wx_chen', [{ role: 'team_leader', scope: { teamId: 'repair' } }], '陈队长')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  zhao = await house.person('wx_zhao', [volunteerIn('repair')], '赵师傅')
  const me = (await wang.ask('member.me', {})).member
  liu = await house.person(
    'wx_liu',
    [{ role: 'grid_worker', scope: { gridId: me?.gridId as string } }],
    '小刘',
  )
})
afterAll(() => house.close())

const now = () => house.cloud.now()
const booked = async (change: Parameters<typeof bookingFrom>[1] = {}, who = wang) =>
  (await who.ask('booking.request', bookingFrom(now(), change))).bookingId
const window = (inHours: number, hours = 1) => ({
  from: now() + inHours * hourMs,
  to: now() + (inHours + hours) * hourMs,
})
const told = async (who: Person, bookingId: string) =>
  (await who.ask('inbox.list', { limit: 50 })).items
    .filter((notice) => notice.bookingId === bookingId)
    .map(({ title }) => title)
const listed = async (who: Person) =>
  (await who.ask('booking.atRisk', { limit: 50 })).items.map(({ bookingId, told: to }) => [bookingId, to])

describe('what nobody claims', () => {
  it('comes to the leader, then to the worker of the grid, each once', async () => {
    const bookingId = await booked({ window: window(10) })
    house.cloud.advance(4 * hourMs)
    await house.cloud.tick()
    expect(await listed(chen)).toEqual([])
    house.cloud.advance(hourMs + minuteMs)
    await house.cloud.tick()
    await house.cloud.tick()
    expect(await listed(chen)).toEqual([[bookingId, 'leader']])
    expect(await listed(liu)).toEqual([])
    house.cloud.advance(2.5 * hourMs)
    await house.cloud.tick()
    expect(await listed(chen)).toEqual([[bookingId, 'grid']])
    expect(await listed(liu)).toEqual([[bookingId, 'grid']])
    expect(await told(chen, bookingId)).toEqual(['有预约还没人认领'])
    expect(await told(liu, bookingId)).toEqual(['您网格的预约没人认领'])
    expect((await wang.ask('booking.get', { bookingId })).timeline.map(({ event }) => event)).toEqual([
      'requested',
      'leaders_told',
      'grid_told',
    ])
    await li.ask('booking.claim', { bookingId })
    expect(await listed(chen)).toEqual([])
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('is shown to the leader of its own team, and to nobody else', async () => {
    expect((await chen.ask('booking.atRisk', { teamId: 'repair' })).items).toEqual([])
    expect(await chen.send('booking.atRisk', { teamId: 'arts' })).toMatchObject({ code: 'forbidden' })
    expect(await li.send('booking.atRisk', {})).toMatchObject({ code: 'forbidden' })
  })
})

describe('a leader', () => {
  it('sends a volunteer, who hears of it and may give it back', async () => {
    const bookingId = await booked({ window: window(20) })
    const { items } = await chen.ask('booking.candidates', { bookingId })
    expect(items.map(({ name, fault }) => [name, fault]).sort()).toEqual([
      ['李师傅', undefined],
      ['赵师傅', undefined],
    ])
    const sending = { bookingId, memberId: li.memberId }
    expect(await chen.ask('booking.dispatch', sending, { commandId: 'once' })).toEqual({ state: 'claimed' })
    expect(await chen.ask('booking.dispatch', sending, { commandId: 'once' })).toEqual({ state: 'claimed' })
    expect(await told(li, bookingId)).toEqual(['队长派您去一单'])
    expect(await told(wang, bookingId)).toEqual(['有志愿者认领了'])
    expect((await li.ask('booking.get', { bookingId })).steps).toEqual(['checkIn', 'release'])
    await li.ask('booking.release', { bookingId, reason: '孩子病了' })
    expect(await told(zhao, bookingId)).toEqual(['有一单想请您帮忙'])
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('is refused where a claim would be, in words about the volunteer', async () => {
    const mains = await booked({ kind: 'mains', window: window(30) })
    const refused = await chen.send('booking.dispatch', { bookingId: mains, memberId: li.memberId })
    expect(refused).toMatchObject({
      code: 'licence_required',
      message: expect.stringContaining('这位志愿者'),
    })
    const [first] = (await chen.ask('booking.candidates', { bookingId: mains })).items
    expect(first?.fault).toMatchObject({ code: 'licence_required' })
    expect(await chen.send('booking.dispatch', { bookingId: mains, memberId: liu.memberId })).toMatchObject({
      code: 'not_in_team',
    })
    expect(await chen.send('booking.dispatch', { bookingId: mains, memberId: 'm_nobody' })).toMatchObject({
      code: 'not_in_team',
    })
    expect(await liu.send('booking.dispatch', { bookingId: mains, memberId: li.memberId })).toMatchObject({
      code: 'forbidden',
    })
    const [one, other] = [await booked({ window: window(40) }), await booked({ window: window(40) })]
    await li.ask('booking.claim', { bookingId: one })
    expect(await chen.send('booking.dispatch', { bookingId: other, memberId: li.memberId })).toMatchObject({
      code: 'clash',
    })
    // A refused dispatch holds no window: 赵师傅 can still be sent, and 李师傅 is free again afterwards.
    expect(await chen.ask('booking.dispatch', { bookingId: other, memberId: zhao.memberId })).toEqual({
      state: 'claimed',
    })
    expect(await chen.send('booking.dispatch', { bookingId: other, memberId: li.memberId })).toMatchObject({
      code: 'already_claimed',
    })
    for (const bookingId of [mains, one, other])
      await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('invites volunteers by name, who are told once and find it first in their hall', async () => {
    const sooner = await booked({ window: window(50) })
    const asked = await booked({ window: window(60) })
    const asking = { bookingId: asked, memberIds: [li.memberId] }
    expect(await chen.ask('booking.invite', asking)).toEqual({ state: 'open' })
    await chen.ask('booking.invite', asking)
    expect(await told(li, asked)).toEqual(['队长想请您帮忙'])
    const first = async (who: Person) => (await who.ask('booking.list', { scope: 'open' })).items[0]
    expect(await first(li)).toMatchObject({ bookingId: asked, match: [{ reason: 'invited' }, {}, {}] })
    expect(await first(zhao)).toMatchObject({ bookingId: sooner })
    expect(await chen.send('booking.invite', { bookingId: asked, memberIds: [liu.memberId] })).toMatchObject({
      code: 'not_in_team',
    })
    expect(await li.ask('booking.claim', { bookingId: asked })).toEqual({ state: 'claimed' })
    expect(await chen.send('booking.invite', { bookingId: asked, memberIds: [zhao.memberId] })).toMatchObject(
      {
        code: 'already_claimed',
      },
    )
    for (const bookingId of [sooner, asked]) await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('and a volunteer take the same booking at once: exactly one gets it', async () => {
    const bookingId = await booked({ window: window(70) })
    const [sent, claimed] = await Promise.all([
      chen.send('booking.dispatch', { bookingId, memberId: zhao.memberId }),
      li.send('booking.claim', { bookingId }),
    ])
    expect([sent.ok, claimed.ok].filter(Boolean)).toHaveLength(1)
    const loser = sent.ok ? li : zhao
    const next = await booked({ window: window(70) })
    expect(await loser.ask('booking.claim', { bookingId: next })).toEqual({ state: 'claimed' })
    for (const each of [bookingId, next])
      await wang.ask('booking.cancel', { bookingId: each, reason: '好了' })
  })
})

describe('「我来不了」', () => {
  it('tells the resident, offers it to who fits best and never again to who gave it back', async () => {
    const bookingId = await booked({ window: window(80) })
    await zhao.ask('booking.claim', { bookingId })
    expect(await zhao.ask('booking.release', { bookingId, reason: '孩子病了' })).toEqual({ state: 'open' })
    expect(await told(wang, bookingId)).toEqual(['志愿者来不了', '有志愿者认领了'])
    expect(await told(li, bookingId)).toEqual(['有一单想请您帮忙'])
    expect(await told(zhao, bookingId)).toEqual([])
    const hall = (await zhao.ask('booking.list', { scope: 'open' })).items
    expect(hall.at(-1)).toMatchObject({ bookingId, match: expect.arrayContaining([{ reason: 'gave_back' }]) })
    await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })
})

describe('the hall', () => {
  let expert: Person
  const reasons = (match: MatchReason[] = []) => match.map(({ reason }) => reason)

  beforeAll(async () => {
    expert = await house.person('wx_expert', [], '孙师傅')
    await expert.ask('team.apply', { teamId: 'repair', skills: ['修水管'] })
    await chen.ask('team.decide', { memberId: expert.memberId, teamId: 'repair', accept: true })
  })

  it('puts what fits first and says why, without door, number or name', async () => {
    const lock = await booked({ kind: 'lock', window: window(90) })
    const pipe = await booked({ window: window(120) })
    const { items } = await expert.ask('booking.list', { scope: 'open' })
    expect(items.map(({ bookingId }) => bookingId)).toEqual([pipe, lock])
    expect(reasons(items[0]?.match)).toEqual(expect.arrayContaining(['skill', 'week_free']))
    const [{ estateId = '' } = {}] = items
    const everything = JSON.stringify(items)
    for (const hidden of ['王奶奶', '栋', '+86', wang.memberId]) expect(everything).not.toContain(hidden)

    const only = async (filter: object) =>
      (await expert.ask('booking.list', { scope: 'open', ...filter })).items.map(({ bookingId }) => bookingId)
    expect(await only({ kind: 'lock' })).toEqual([lock])
    expect(await only({ teamId: 'arts' })).toEqual([])
    expect(await only({ estateId })).toHaveLength(2)
    expect(await only({ estateId: 'nowhere' })).toEqual([])
    const day = new Date(now() + 120 * hourMs + 8 * hourMs).toISOString().slice(0, 10)
    expect(await only({ day })).toEqual([pipe])

    await chen.ask('booking.dispatch', { bookingId: lock, memberId: expert.memberId })
    const [after] = (await expert.ask('booking.list', { scope: 'open' })).items
    expect(after).toMatchObject({ bookingId: pipe })
    for (const bookingId of [lock, pipe]) await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('turns its pages without losing or repeating one', async () => {
    const many: string[] = []
    for (let index = 0; index < 7; index++)
      many.push(await booked({ kind: index % 2 ? 'lamp' : 'plumbing', window: window(130 + index) }))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await expert.ask('booking.list', { scope: 'open', limit: 3, ...(cursor && { cursor }) })
      expect(page.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.items.map(({ bookingId }) => bookingId))
      cursor = page.nextCursor
    } while (cursor !== undefined)
    expect([...seen].sort()).toEqual([...many].sort())
    // 水管 comes before 灯, and each is sorted by time.
    expect(seen).toEqual([0, 2, 4, 6, 1, 3, 5].map((index) => many[index]))
    expect(await expert.send('booking.list', { scope: 'open', cursor: 'eyJ9' })).toMatchObject({
      code: 'invalid_input',
    })
    for (const bookingId of many) await wang.ask('booking.cancel', { bookingId, reason: '好了' })
  })
})

describe('a forgotten check-out', () => {
  async function forgotten(): Promise<string> {
    const bookingId = await booked({ window: window(1, 2) })
    await li.ask('booking.claim', { bookingId })
    house.cloud.advance(hourMs)
    await li.ask('booking.checkIn', { bookingId, code: await codeOn(house, wang, bookingId) })
    house.cloud.advance(2 * hourMs + 73 * hourMs)
    await house.cloud.tick()
    return bookingId
  }
  const total = async () => (await li.ask('hours.statement', {})).totalMinutes

  it('waits for the leader, who settles it for no more than was planned; both hear why', async () => {
    const before = await total()
    const bookingId = await forgotten()
    house.cloud.advance(10 * dayMs)
    await house.cloud.tick()
    expect(await total()).toBe(before)
    const { items } = await chen.ask('booking.forgotten', { teamId: 'repair' })
    expect(items).toMatchObject([{ bookingId, claimer: { name: '李师傅' }, state: 'done' }])
    const planned = items[0]?.minutes ?? 0
    expect([118, 119, 120]).toContain(planned)
    expect((await told(chen, bookingId))[0]).toBe('有人忘了签退')
    expect((await chen.ask('booking.get', { bookingId })).steps).toEqual(['settle'])
    expect((await liu.ask('booking.get', { bookingId })).steps).toEqual([])

    const settle = (minutes: number) => ({ bookingId, minutes, reason: '问过王奶奶，做了一个半小时' })
    expect(await chen.send('booking.settle', settle(planned + 1))).toMatchObject({ code: 'beyond_plan' })
    expect(await liu.send('booking.settle', settle(90))).toMatchObject({ code: 'forbidden' })
    expect(await chen.ask('booking.settle', settle(90), { commandId: 'settle' })).toEqual({
      state: 'confirmed',
      minutes: 90,
    })
    await chen.ask('booking.settle', settle(90), { commandId: 'settle' })
    expect(await total()).toBe(before + 90)
    const [line] = (await li.ask('hours.statement', {})).items
    expect(line).toMatchObject({ minutes: 90, kind: 'recorded' })
    for (const who of [li, wang])
      expect((await who.ask('inbox.list', {})).items[0]?.text).toContain('做了一个半小时')
    expect((await chen.ask('booking.forgotten', {})).items).toEqual([])
    expect(await wang.send('booking.confirm', { bookingId, stars: 5 })).toMatchObject({ code: 'conflict' })
    expect((await house.admin.ask('hours.verify', {})).breaks).toEqual([])
  })

  it('is never settled by who served, nor by a leader of another team', async () => {
    const bookingId = await forgotten()
    const settling = { bookingId, minutes: 60, reason: '我记得' }
    await house.admin.ask('member.grant', {
      memberId: li.memberId,
      role: 'team_leader',
      scope: { teamId: 'repair' },
    })
    expect(await li.send('booking.settle', settling)).toMatchObject({ code: 'own_hours' })
    const other = await house.person('wx_arts', [{ role: 'team_leader', scope: { teamId: 'arts' } }])
    expect(await other.send('booking.settle', settling)).toMatchObject({ code: 'not_found' })
    // The requester confirms first. The stars are kept; the minutes wait for a leader who did not serve.
    const before = await total()
    const word = { bookingId, stars: 4, comment: '来了一个小时' }
    expect(await wang.ask('booking.confirm', word, { commandId: 'word' })).toMatchObject({ state: 'done' })
    expect(await wang.ask('booking.confirm', word, { commandId: 'word' })).toMatchObject({ state: 'done' })
    expect(await wang.send('booking.confirm', word)).toMatchObject({ code: 'conflict' })
    expect(await wang.ask('booking.get', { bookingId })).toMatchObject({ stars: 4, steps: [] })
    house.cloud.advance(10 * dayMs)
    await house.cloud.tick()
    expect(await total()).toBe(before)
    expect(await chen.ask('booking.get', { bookingId })).toMatchObject({
      ...{ comment: '来了一个小时', steps: ['settle'] },
    })
    expect(await chen.ask('booking.settle', settling)).toEqual({ state: 'confirmed', minutes: 60 })
    expect(await total()).toBe(before + 60)
    expect(await wang.ask('booking.get', { bookingId })).toMatchObject({ state: 'confirmed', stars: 4 })
  })
})
