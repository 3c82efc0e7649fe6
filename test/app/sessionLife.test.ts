import fc from 'fast-check'
import { isLive, nextInLine, offerUntil, type SessionEdit, signupOf } from '#core/activity/session'
import { decideSessionCancel, decideSessionEdit } from '#core/activity/sessionRules'
import { hourMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'
import { self, sessionsOf } from '#support/sessionHouse'
import { sessionLimits } from '#support/sessions'
import { checkCounts, SessionWatch } from '#support/sessionWatch'

/** Enough people to fill the places, the line and every worker. */
const crowd = 8
const runs = Number(process.env.SESSION_RUNS ?? 12)

let house: TestHouse
let sessions: ReturnType<typeof sessionsOf>
let people: Person[]
let watch: SessionWatch

beforeAll(async () => {
  house = await openTestHouse({ workers: 4 })
  sessions = sessionsOf(house)
  people = []
  for (let count = 0; count < crowd; count++) people.push(await house.person(`wx_${count}`))
  watch = new SessionWatch(house)
}, 120_000)
afterAll(async () => {
  watch.close()
  await house.close()
})

type Move =
  | { move: 'signUp'; who: number; size: number }
  | { move: 'withdraw' | 'acceptOffer' | 'declineOffer'; who: number }
  | { move: 'tick' | 'cancel' }
  | { move: 'edit'; capacity: number }

const who = fc.nat({ max: crowd - 1 })
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ move: fc.constant('signUp' as const), who, size: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      move: fc.constantFrom('withdraw' as const, 'acceptOffer' as const, 'declineOffer' as const),
      who,
    }),
  },
  { weight: 2, arbitrary: fc.record({ move: fc.constant('tick' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ move: fc.constant('edit' as const), capacity: fc.integer({ min: 1, max: 6 }) }),
  },
)
/** What happens at once, and how long it is until the next. */
const scene = fc.record({
  moves: fc.array(move, { minLength: 1, maxLength: 5 }),
  afterMs: fc.constantFrom(0, 0, minuteMs, 2 * hourMs, 13 * hourMs),
})

async function run(sessionId: string, move: Move): Promise<void> {
  const person = people['who' in move ? move.who : 0] as Person
  switch (move.move) {
    case 'signUp': {
      const guests = Array.from({ length: move.size - 1 }, (_, index) => ({
        name: index === 0 ? '张三' : '李四',
      }))
      await person.send('session.signUp', { sessionId, party: [self, ...guests] })
      return
    }
    case 'withdraw':
      await person.send('session.withdraw', { sessionId })
      return
    case 'acceptOffer':
      await person.send('session.acceptOffer', { sessionId })
      return
    case 'declineOffer':
      await person.send('session.declineOffer', { sessionId })
      return
    case 'tick':
      await house.cloud.tick()
      return
    case 'edit':
    case 'cancel':
      await edit(sessionId, 'capacity' in move ? move.capacity : undefined)
  }
}

let edits = 0
/** As an activity's edit reaches its sessions: through `change`, over the real SDK. */
async function edit(sessionId: string, capacity: number | undefined): Promise<void> {
  sdkFor(house.cloud)
  const { change } = require('#app/change') as typeof import('#app/change')
  const { sessions: stored } = require('#store/collections') as typeof import('#store/collections')
  const key = `edit_${++edits}`
  const command = { key, fingerprint: key, at: house.cloud.now() }
  await change(stored, sessionId, command, (session) => {
    if (capacity === undefined) return decideSessionCancel(session, command)
    const { title, place, from, to, opensAt, closesAt, rule, partyMax, audience } = session
    const to_: SessionEdit = { title, place, from, to, opensAt, closesAt, rule, partyMax, audience, capacity }
    return decideSessionEdit(session, command, to_, sessionLimits)
  })
}

/** The store answers slowly and unevenly, so that what happens at once meets. */
function slowStore() {
  house.cloud.hooks.before = (action) =>
    action.startsWith('database.')
      ? new Promise((resolve) => setTimeout(resolve, Math.random() * 6))
      : undefined
  house.cloud.hooks.after = (action) => {
    if (action === 'database.modifyDocument') watch.look()
  }
}

async function checkAtRest(sessionId: string): Promise<void> {
  delete house.cloud.hooks.before
  // what a function was doing when it was overtaken is left to the timer, which looks a minute later
  house.cloud.advance(2 * minuteMs)
  await house.cloud.tick()
  const session = await sessions.read(sessionId)
  checkCounts(session)
  expect(session.pending).toEqual([])
  const now = house.cloud.now()
  if (offerUntil(session, now, sessionLimits) !== undefined) expect(nextInLine(session)).toBeUndefined()
  const lists = new Map((await sessions.lists(sessionId)).map((row) => [row.memberId, row]))
  for (const memberId of Object.keys(session.roster))
    expect(lists.get(memberId)).toEqual(signupOf(session, memberId))
  expect(lists.size).toBe(Object.keys(session.roster).length)
  for (const [memberId, party] of Object.entries(session.roster))
    if (!isLive(party)) expect(session.line).not.toContain(memberId)
}

describe('whatever happens at once to a session', () => {
  it.each(['first_come', 'draw'] as const)(
    'by %s nobody overtakes, nobody is there twice, and the counts are those of the roster',
    async (rule) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(scene, { minLength: 4, maxLength: 10 }),
          fc.boolean(),
          async (scenes, ends) => {
            const now = house.cloud.now()
            const sessionId = await sessions.open({
              capacity: 4,
              rule,
              closesAt: now + 20 * hourMs,
              from: now + 60 * hourMs,
              to: now + 62 * hourMs,
            })
            watch.look()
            slowStore()
            for (const { moves, afterMs } of scenes) {
              await Promise.all(moves.map((one) => run(sessionId, one)))
              if (watch.fault) throw watch.fault
              if (afterMs > 0) {
                house.cloud.advance(afterMs)
                await house.cloud.tick()
              }
            }
            if (ends)
              await Promise.all([run(sessionId, { move: 'cancel' }), run(sessionId, { move: 'tick' })])
            await checkAtRest(sessionId)
            watch.look()
            if (watch.fault) throw watch.fault
          },
        ),
        { numRuns: runs, endOnFailure: true },
      )
      expect(watch.seen).toBeGreaterThan(runs)
    },
    300_000,
  )
})
