import type { ActivityCard } from '#contract/activity'
import type { DrawProof, MySignup, SessionView, SignupCard } from '#contract/session'
import { commitmentOf, drawLots } from '#contract/shared/draw'
import { monthsOf } from '#features/activity/detail/monthsOf'
import { statesOf } from '#features/activity/detail/statesOf'
import { calendarFile } from '#features/activity/session/calendarFile'
import { checkProof } from '#features/activity/session/checkProof'
import { mayWithdraw, nextStep } from '#features/activity/session/nextStep'
import { checkParty, chosenParty, newParty, partySize } from '#features/activity/session/partyDraft'
import { sessionsRun, shiftStep } from '#features/activity/shift/shiftStep'
import { cardWords, festivalWords } from '#text/activity/activity'
import { seatsWords } from '#text/activity/coordinator'
import { timeLeftWords } from '#text/session/signup'
import { shiftText } from '#text/shift/shift'

const hourMs = 3_600_000
const from = Date.parse('2026-11-25T09:30:00+08:00')
const to = from + 2 * hourMs
const doorOpensAt = from - hourMs
const session = (more: Partial<SessionView> = {}): SessionView => ({
  sessionId: 's_1',
  from,
  to,
  capacity: 30,
  free: 5,
  waiting: 0,
  state: 'open',
  shifts: [],
  ...more,
})
const mine = (more: Partial<MySignup> = {}): MySignup => ({ state: 'confirmed', size: 1, party: [], ...more })

describe('a place', () => {
  it('is left before the session begins, and not by who is there', () => {
    expect(mayWithdraw(mine(), from, from - 1)).toBe(true)
    expect(mayWithdraw(mine(), from, from)).toBe(false)
    expect(mayWithdraw(mine({ present: true }), from, from - 1)).toBe(false)
    expect(mayWithdraw(mine({ state: 'offered' }), from, from - 1)).toBe(false)
    expect(mayWithdraw(mine({ state: 'withdrawn' }), from, from - 1)).toBe(false)
  })
})

describe('the one next step at a session', () => {
  const before = from - 48 * hourMs
  it.each<[string, Partial<SessionView>, 'first_come' | 'draw', number, object]>([
    ['a free place', {}, 'first_come', before, { step: 'signUp' }],
    ['no free place', { free: 0 }, 'first_come', before, { step: 'waitlist', position: 1 }],
    [
      'a free place that others wait for',
      { free: 1, waiting: 2 },
      'first_come',
      before,
      { step: 'waitlist', position: 3 },
    ],
    ['lots', {}, 'draw', before, { step: 'enterDraw' }],
    [
      'too early',
      { cannotJoin: 'not_open_yet' },
      'draw',
      before,
      { step: 'cannotJoin', why: 'not_open_yet' },
    ],
    ['a child to bring', { cannotJoin: 'needs_child' }, 'first_come', before, { step: 'signUp' }],
    ['an offer', { mine: mine({ state: 'offered' }) }, 'first_come', before, { step: 'accept' }],
    ['a place, days before', { mine: mine() }, 'first_come', before, { step: 'wait' }],
    ['a place, the door open', { mine: mine() }, 'first_come', doorOpensAt, { step: 'checkIn' }],
    ['a place, checked in', { mine: mine({ present: true }) }, 'first_come', from, { step: 'wait' }],
    ['a place, all over', { mine: mine() }, 'first_come', to, { step: 'wait' }],
    ['all over, and one was there', { mine: mine({ mayRate: true }) }, 'first_come', to, { step: 'rate' }],
    ['missed', { mine: mine({ missed: true, mayExplain: true }) }, 'first_come', to, { step: 'explain' }],
    [
      'missed, and answered',
      { mine: mine({ missed: true, appeal: '我在后排' }) },
      'first_come',
      to,
      { step: 'wait' },
    ],
    ['one who waits', { mine: mine({ state: 'waitlisted' }) }, 'first_come', from, { step: 'wait' }],
    ['one who left', { mine: mine({ state: 'withdrawn' }) }, 'first_come', before, { step: 'signUp' }],
  ])('%s', (_, more, rule, now, expected) => {
    expect(nextStep(session(more), rule, doorOpensAt, now)).toEqual(expected)
  })
})

describe('the one next step at a shift', () => {
  const limits = { checkInOpensMinutes: 30 }
  const shift = { from, to, free: 1 }
  it.each([
    ['free', {}, from - hourMs, 'signUp'],
    ['full', { free: 0 }, from - hourMs, undefined],
    ['over', {}, to, undefined],
    ['mine, too early', { mine: { state: 'confirmed' as const } }, from - hourMs, undefined],
    ['mine, in time', { mine: { state: 'confirmed' as const } }, from - hourMs / 2, 'checkIn'],
    ['begun, even when it is over', { mine: { state: 'in_service' as const } }, to, 'checkOut'],
    ['left before', { mine: { state: 'withdrawn' as const } }, from - hourMs, 'signUp'],
    ['done', { mine: { state: 'done' as const } }, to, undefined],
  ])('%s', (_, more, now, expected) => {
    expect(shiftStep({ ...shift, ...more }, limits, now)).toBe(expected)
  })
})

describe('the sessions whose volunteers somebody may confirm', () => {
  const held = { sessionId: 's_1', shifts: [{ from, teamId: 'women' }] }
  it.each([
    ['are those of a team they run', 'women', from, 1],
    ['are none before a shift begins', 'women', from - 1, 0],
    ['are none of another team', 'repair', from, 0],
  ])('%s', (_, team, now, count) => {
    expect(sessionsRun((teamId) => teamId === team, [held], now)).toHaveLength(count)
  })
})

describe('what a volunteer reads of their shift', () => {
  const opensAt = from - hourMs / 2
  const next = (place: Parameters<typeof shiftText.next>[0], now = from) =>
    shiftText.next(place, { opensAt, to }, now)
  it('before it, while it lasts, and where they were not seen', () => {
    expect(next({ state: 'confirmed' }, opensAt - 1)).toMatch('起可以签到')
    expect(next({ state: 'confirmed' }, opensAt)).toBe('现在可以签到了。')
    expect(next({ state: 'confirmed' }, to)).toMatch('请告诉协调员')
  })
  it.each([
    ['own', '另一位协调员或队长'],
    ['overrun', '比岗位的时间长得多'],
    ['forgotten', '没有签退'],
  ] as const)('that waits because it is %s', (waits, words) => {
    expect(next({ state: 'done', minutes: 40, waits })).toMatch(words)
  })
})

describe('the proof of a draw, computed again', () => {
  const seed = 'c0ffee'.repeat(8)
  const tickets = Array.from({ length: 40 }, (_, index) => ({ ticket: `t${index}`, size: (index % 3) + 1 }))
  const drawn = drawLots({ seed, capacity: 12, tickets })
  const proof: DrawProof = {
    commitment: commitmentOf(seed),
    seed,
    capacity: 12,
    tickets: drawn,
    result: drawn.map(({ ticket }) => ticket),
  }
  const swapped = (list: readonly string[]) => [list[1], list[0], ...list.slice(2)] as string[]

  it('agrees with an honest one', () => {
    expect(checkProof(proof)).toEqual([])
  })
  it('says nothing before the seed is public', () => {
    expect(checkProof({ commitment: proof.commitment, capacity: 12, tickets })).toBeUndefined()
  })
  it('sees another seed', () => {
    expect(checkProof({ ...proof, seed: 'decaf'.repeat(9) })).toContain('seed')
  })
  it('sees two tickets that changed places', () => {
    expect(checkProof({ ...proof, result: swapped(proof.result ?? []) })).toEqual(['order'])
  })
  it('sees a place that was given to somebody else', () => {
    const given = drawn.map((each, index) =>
      index === drawn.length - 1 ? { ...each, result: 'confirmed' as const } : each,
    )
    expect(checkProof({ ...proof, tickets: given })).toEqual(['result'])
  })
  it('sees a ticket that was taken out afterwards', () => {
    expect(checkProof({ ...proof, tickets: drawn.slice(1) })).not.toEqual([])
  })
})

describe('a calendar entry', () => {
  const entry = { id: 's_1', title: '端午节包粽子, 一起来;', place: '妇女之家\\二楼', from, to }
  const text = calendarFile(entry, from)

  it('says when in universal time, and reminds an hour before', () => {
    expect(text).toContain('DTSTART:20261125T013000Z\r\nDTEND:20261125T033000Z\r\n')
    expect(text).toContain('TRIGGER:-PT1H')
  })
  it('escapes what the format reserves', () => {
    expect(text).toContain('SUMMARY:端午节包粽子\\, 一起来\\;')
    expect(text).toContain('LOCATION:妇女之家\\\\二楼')
  })
  it('folds long lines between characters, and loses none', () => {
    const title = '一家老小都来包粽子'.repeat(6)
    const long = calendarFile({ ...entry, title }, from)
    for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(long.replace(/\r\n /g, '')).toContain(`SUMMARY:${title}`)
  })
})

describe('a party', () => {
  const dependents = [
    { dependentId: 'd_1', name: '老李', relation: '老伴' },
    { dependentId: 'd_2', name: '小宝', relation: '孙子' },
  ]
  it('is oneself at first', () => {
    expect(chosenParty(newParty, dependents)).toEqual([{ self: true }])
  })
  it('counts relatives and a guest who has a name', () => {
    const draft = { self: true, dependentIds: ['d_2'], guests: [{ name: ' 小明 ', under14: true }] }
    expect(partySize(draft)).toBe(3)
    expect(chosenParty(draft, dependents)).toEqual([
      { self: true },
      { dependentId: 'd_2' },
      { name: '小明', under14: true },
    ])
    expect(partySize({ ...draft, guests: [{ name: ' ', under14: true }] })).toBe(2)
  })
  it('says who is missing, and that it is too large', () => {
    const check = (draft: object, most: number) => checkParty({ ...newParty, ...draft }, dependents, most)
    expect(check({ self: false }, 4).faults?.whole).toMatch(/至少选一个人/)
    expect(check({ dependentIds: ['d_1', 'd_2'] }, 2).faults?.whole).toMatch(/最多报 2 个人/)
    expect(check({ guests: [{ name: '小明', under14: false }] }, 2).faults).toBeUndefined()
    expect(check({ guests: [{ name: '12345', under14: false }] }, 2).faults?.guest).toMatch(/只写名字/)
  })
})

it('puts activities into the months they begin in, by the wall clock', () => {
  const at = (text: string) => ({ from: Date.parse(text), state: 'published' as const })
  const months = monthsOf([
    at('2026-11-30T15:00:00Z'),
    at('2026-11-30T16:30:00Z'),
    at('2026-12-05T01:00:00Z'),
  ])
  expect(months.map(({ month, cards }) => [month, cards.length])).toEqual([
    ['2026-11', 1],
    ['2026-12', 2],
  ])
})

it('puts what was called off behind the rest of its month', () => {
  const card = (day: string, state: ActivityCard['state'] = 'published') => ({
    ...{ day, state },
    from: Date.parse(`${day}T10:00:00+08:00`),
  })
  const [december, january] = monthsOf([
    card('2026-12-01', 'cancelled'),
    card('2026-12-02'),
    card('2026-12-20', 'closed'),
    card('2027-01-01', 'cancelled'),
    card('2027-01-02'),
  ])
  expect(december?.cards.map(({ day }) => day)).toEqual(['2026-12-02', '2026-12-20', '2026-12-01'])
  expect(january?.cards.map(({ day }) => day)).toEqual(['2027-01-02', '2027-01-01'])
})

describe('the card of an activity', () => {
  const card = (more: Partial<ActivityCard> = {}): ActivityCard => ({
    ...{ activityId: 'a_1', kind: 'lecture', title: '讲座', place: '活动室', state: 'published', from, to },
    ...{ sessionCount: 1, capacity: 20, free: 20, waiting: 0 },
    signup: { opensAt: from - 100 * hourMs, closesAt: from - hourMs, rule: 'first_come' },
    ...more,
  })
  const now = from - 48 * hourMs
  const lots = { ...card().signup, rule: 'draw' as const }

  it.each<[string, Partial<ActivityCard>, string]>([
    ['one session', {}, '还有 20 个名额（共 20 个）'],
    [
      'several sessions, whose places are not added up',
      { sessionCount: 3, capacity: 60, free: 57, capacityEach: 20 },
      '每场 20 个名额，还有空的',
    ],
    [
      'several sessions by draw',
      { capacity: 60, free: 60, capacityEach: 20, signup: lots },
      '每场 20 个名额，抽签决定',
    ],
    ['shifts that want volunteers', { freeSlots: 2 }, '还有 20 个名额（共 20 个） · 还缺 2 名志愿者'],
    ['no sign-up any more', { state: 'cancelled' }, '已经取消'],
  ])('of %s', (_, more, words) => {
    expect(cardWords(card(more), now)).toBe(words)
  })

  it.each<[string, Partial<ActivityCard>, string | undefined]>([
    ['who has a place and who waits', { free: 17, waiting: 2 }, '3/20 人，候补 2 家'],
    ['who waits for the draw', { signup: lots, waiting: 2 }, '2 家等抽签'],
    ['that lots will be drawn', { signup: lots }, '20 个名额，抽签'],
    ['who has a place since the draw', { signup: lots, free: 10, waiting: 1 }, '10/20 人，候补 1 家'],
    ['nothing of numbers once it is called off', { state: 'cancelled', capacity: 0, free: 0 }, undefined],
  ])('tells its coordinator %s', (_, more, words) => {
    expect(seatsWords(card(more))).toBe(words)
  })

  it('bears the state that most concerns who signed up for several of its sessions', () => {
    const signup = (activityId: string, state: MySignup['state']): SignupCard => ({
      ...{ sessionId: `${activityId}_${state}`, activityId, title: '讲座', place: '活动室', from, to },
      ...{ session: 'open', mine: mine({ state }) },
    })
    const states = statesOf([
      signup('a_1', 'confirmed'),
      signup('a_1', 'offered'),
      signup('a_2', 'withdrawn'),
      signup('a_3', 'withdrawn'),
      signup('a_3', 'waitlisted'),
    ])
    expect([...states]).toEqual([
      ['a_1', 'offered'],
      ['a_3', 'waitlisted'],
    ])
  })
})

it('names a festival with its lunar day', () => {
  expect(festivalWords({ festival: 'winter_solstice' })).toBeUndefined()
  expect(festivalWords({ festival: 'lantern', lunar: '正月十五' })).toBe('元宵节 · 农历正月十五')
  expect(festivalWords({ festival: 'own', lunar: '腊月初八' })).toBe('农历腊月初八')
  expect(festivalWords({})).toBeUndefined()
})

it.each([
  [30_000, '马上就到时间'],
  [20 * 60_000, '还剩 20 分钟'],
  [5.5 * hourMs, '还剩约 5 小时'],
  [72 * hourMs, '还剩约 3 天'],
])('%d ms before an offer lapses: %s', (left, words) => {
  expect(timeLeftWords(left, 0)).toBe(words)
})
