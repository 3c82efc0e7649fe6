import fc from 'fast-check'
import { type Tier, tiers } from '#contract/member'
import type { RequestDetail } from '#contract/request'
import { defaultRequestLimits } from '#contract/request'
import { defaultWorkCalendar } from '#contract/shared/workCalendar'
import { afterWorkMinutes } from '#core/calendar/workHours'
import { dayMs, hourMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let wang: Person
let neighbours: Person[]
let staff: Record<Tier, Person>

beforeAll(async () => {
  house = await openTestHouse({ workers: 4 })
  wang = await house.person('wx_wang')
  neighbours = await Promise.all([0, 1, 2, 3].map((each) => house.person(`wx_neighbour_${each}`)))
  const officer = (tier: Tier) => house.person(`wx_${tier}`, [{ role: 'officer', scope: { tier } }])
  staff = {
    grid: await house.person('wx_grid', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }]),
    community: await officer('community'),
    subdistrict: await officer('subdistrict'),
    district: await officer('district'),
  }
})
afterAll(() => house.close())

const move = fc.constantFrom(
  ...(['accept', 'progress', 'ask', 'extend', 'escalate', 'takeOver', 'return', 'approve'] as const),
  ...(['resolve', 'decline', 'publish', 'answer', 'satisfied', 'unsatisfied', 'reopen', 'pass'] as const),
)
type Move = (typeof move extends fc.Arbitrary<infer Each> ? Each : never) & string

/** Several commands at once, then a jump of the clock. */
const round = fc.record({
  moves: fc.array(fc.record({ move, tier: fc.constantFrom<Tier>(...tiers) }), { minLength: 1, maxLength: 3 }),
  taps: fc.array(fc.record({ who: fc.nat(3), on: fc.boolean() }), { maxLength: 4 }),
  waitMs: fc.constantFrom(0, hourMs, 9 * hourMs, 2 * dayMs, 6 * dayMs, 20 * dayMs),
})

async function make({ move, tier }: { move: Move; tier: Tier }, requestId: string): Promise<void> {
  const who = staff[tier]
  const reason = '按程序办'
  const sent: Record<Move, () => Promise<unknown>> = {
    accept: () => who.send('request.accept', { requestId }),
    progress: () => who.send('request.progress', { requestId, note: '去看过了' }),
    ask: () => who.send('request.ask', { requestId, question: '是哪一个' }),
    extend: () => who.send('request.extend', { requestId, days: 3, reason }),
    escalate: () => who.send('request.escalate', { requestId, reason }),
    takeOver: () => who.send('request.takeOver', { requestId }),
    return: () => who.send('request.return', { requestId, reason }),
    approve: () => who.send('request.approve', { requestId }),
    resolve: () => who.send('request.resolve', { requestId, resolution: '修好了' }),
    decline: () => who.send('request.decline', { requestId, reason }),
    publish: () => who.send('request.publish', { requestId, title: '车棚漏雨', text: '车棚漏雨' }),
    answer: () => wang.send('request.answer', { requestId, answer: '这一个' }),
    satisfied: () => wang.send('request.rate', { requestId, satisfied: true }),
    unsatisfied: () => wang.send('request.rate', { requestId, satisfied: false, comment: '还漏' }),
    reopen: () => wang.send('request.reopen', { requestId, reason: '又漏了' }),
    pass: () => house.cloud.tick(),
  }
  await sent[move]()
}

const finished = new Set(['resolved', 'closed', 'declined'])
/** The events with which a tier begins to hold a request. Its whole hold time counts from there. */
const handsOver = new Set([
  ...['filed', 'escalated', 'escalated_overdue', 'taken_over', 'returned', 'reopened'],
])
const changesTime = new Set(['asked', 'answered', 'clock_resumed', 'extended', 'extension_approved'])

async function check(requestId: string, supporting: ReadonlySet<number>): Promise<void> {
  const seen: RequestDetail = await wang.ask('request.get', { requestId })
  // The request stands in the list of exactly one tier, either open or finished.
  const lists = await Promise.all(
    tiers.flatMap((tier) =>
      [false, true].map(async (over) => {
        const { items } = await staff[tier].ask('request.list', { scope: 'queue', finished: over, limit: 50 })
        return items.some((card) => card.requestId === requestId) ? [`${tier} ${over}`] : []
      }),
    ),
  )
  expect(lists.flat()).toEqual([`${seen.tier} ${finished.has(seen.state)}`])
  // The timeline only grows.
  const times = seen.timeline.map(({ at }) => at)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  // Every supporter is counted, and none twice.
  expect(seen.supporters).toBe(supporting.size)
  for (const [index, neighbour] of neighbours.entries()) {
    const { items } = await neighbour.ask('request.list', { scope: 'supported', limit: 50 })
    expect(items.some((card) => card.requestId === requestId)).toBe(supporting.has(index))
  }
  // The deadline is the tier's hold time, counted from when it got the request.
  const begins = seen.timeline.map(({ event }) => handsOver.has(event)).lastIndexOf(true)
  const since = seen.timeline.slice(begins)
  if (finished.has(seen.state) || seen.waitingForAnswer) expect(seen.dueAt).toBeUndefined()
  else if (!since.some(({ event }) => changesTime.has(event)))
    expect(seen.dueAt).toBe(
      afterWorkMinutes(
        since[0]?.at as number,
        defaultRequestLimits.holdMinutes[seen.tier],
        defaultWorkCalendar,
      ),
    )
  // An overdue request does not stay with a tier below the district.
  if (seen.dueAt !== undefined && seen.tier !== 'district')
    expect(seen.dueAt).toBeGreaterThan(house.cloud.now() - 1)
}

test('any order of commands at once, with the timer in between, keeps one holder, a growing timeline, right deadlines and every supporter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 3, maxLength: 8 }), async (rounds) => {
      const { requestId } = await wang.ask('request.file', {
        category: 'parking_shed',
        description: '车棚顶漏雨',
        gridId: 'grid1',
      })
      await staff.grid.ask('request.publish', { requestId })
      const supporting = new Set<number>()
      for (const { moves, taps, waitMs } of rounds) {
        const byPerson = async (index: number) => {
          for (const { on } of taps.filter(({ who }) => who === index)) {
            const answer = await (neighbours[index] as Person).send('request.support', {
              requestId,
              supports: on,
            })
            if (answer.ok && on) supporting.add(index)
            if (answer.ok && !on) supporting.delete(index)
          }
        }
        await Promise.all([
          ...moves.map((each) => make(each as { move: Move; tier: Tier }, requestId)),
          ...neighbours.map((_, index) => byPerson(index)),
        ])
        await house.cloud.advance(waitMs)
        await house.cloud.tick()
        await check(requestId, supporting)
      }
    }),
    { numRuns: 5, endOnFailure: true },
  )
})
