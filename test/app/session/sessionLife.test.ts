import fc from 'fast-check'
import type { Answer } from '#contract/shared/refusal'
import { isLive, nextInLine, offerEndsAt } from '#core/session/session'
import { hourMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { self, sessionsOf } from '#support/sessionHouse'
import { sessionLimits } from '#support/sessions'
import { checkCounts, checkLists, SessionWatch } from '#support/sessionWatch'

/** Enough people to fill the places and the waiting line, and to keep every worker busy. */
const crowd = 8
const runs = Number(process.env.SESSION_RUNS ?? 5)

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
})
afterAll(async () => {
  watch.close()
  await house.close()
})

/** With `twice` the answer is lost, and the same command is sent again at once. */
type Move =
  | { move: 'signUp'; who: number; size: number; twice: boolean }
  | { move: 'withdraw' | 'acceptOffer' | 'declineOffer'; who: number; twice: boolean }
  | { move: 'tick' }
  | { move: 'edit'; change: Change; twice: boolean }
  | { move: 'cancel'; twice: boolean }
/** An edit of the coordinator: places, the beginning, and the end of sign-up, both counted from now. */
interface Change {
  capacity?: number
  beginsInMs?: number
  closesInMs?: number
}

const who = fc.nat({ max: crowd - 1 })
const twice = fc.boolean()
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      move: fc.constant('signUp' as const),
      who,
      size: fc.integer({ min: 1, max: 3 }),
      twice,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      move: fc.constantFrom('withdraw' as const, 'acceptOffer' as const, 'declineOffer' as const),
      who,
      twice,
    }),
  },
  { weight: 2, arbitrary: fc.record({ move: fc.constant('tick' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      move: fc.constant('edit' as const),
      change: fc.oneof(
        { weight: 3, arbitrary: fc.record({ capacity: fc.integer({ min: 1, max: 6 }) }) },
        { weight: 1, arbitrary: fc.record({ beginsInMs: fc.integer({ min: 1, max: 60 }).map(hours) }) },
        { weight: 1, arbitrary: fc.record({ closesInMs: fc.integer({ min: 1, max: 30 }).map(hours) }) },
      ),
      twice,
    }),
  },
)
/** The moves that happen at once, and the time until the next scene. */
const scene = fc.record({
  moves: fc.array(move, { minLength: 1, maxLength: 5 }),
  afterMs: fc.constantFrom(0, 0, minuteMs, 2 * hourMs, 13 * hourMs),
})

function hours(count: number): number {
  return count * hourMs
}

let commands = 0
async function run(sessionId: string, move: Move): Promise<void> {
  if (move.move === 'tick') return void (await house.cloud.tick())
  const commandId = `move_${++commands}`
  const once = () => send(sessionId, move, commandId)
  await Promise.all(move.twice ? [once(), once()] : [once()])
}

async function send(
  sessionId: string,
  move: Exclude<Move, { move: 'tick' }>,
  commandId: string,
): Promise<Answer<unknown>> {
  const person = people['who' in move ? move.who : 0] as Person
  switch (move.move) {
    case 'signUp': {
      const guests = [{ name: '张三' }, { name: '李四' }].slice(0, move.size - 1)
      return person.send('session.signUp', { sessionId, party: [self, ...guests] }, { commandId })
    }
    case 'withdraw':
    case 'acceptOffer':
    case 'declineOffer':
      return person.send(`session.${move.move}`, { sessionId }, { commandId })
    case 'edit': {
      const { capacity, beginsInMs, closesInMs } = move.change
      const now = house.cloud.now()
      const from = beginsInMs === undefined ? undefined : now + beginsInMs
      const change = {
        ...(capacity !== undefined && { capacity }),
        ...(from !== undefined && { from, to: from + 2 * hourMs }),
        ...(closesInMs !== undefined && { closesAt: now + closesInMs }),
      }
      return sessions.edit(sessionId, change, commandId)
    }
    case 'cancel':
      return sessions.cancel(sessionId, commandId)
  }
}

/** Makes the store answer slowly and unevenly, so that simultaneous moves overlap. */
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
  // A function that lost a race leaves its effects to the timer, which looks a minute later.
  house.cloud.advance(2 * minuteMs)
  await house.cloud.tick()
  const session = await sessions.read(sessionId)
  checkCounts(session)
  const page = await sessions.page(sessionId)
  const shown = page.sessions.find((each) => each.sessionId === sessionId)
  expect(shown).toMatchObject({ from: session.from, to: session.to, free: session.free })
  if (page.state === 'cancelled') expect(session.state).toBe('cancelled')
  expect(session.pending).toEqual([])
  const now = house.cloud.now()
  if (offerEndsAt(session, now, sessionLimits) !== undefined) expect(nextInLine(session)).toBeUndefined()
  checkLists(session, await sessions.lists(sessionId))
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
          fc.option(fc.array(move, { maxLength: 4 })),
          async (scenes, atTheEnd) => {
            const now = house.cloud.now()
            const sessionId = await sessions.open({
              capacity: 4,
              rule,
              closesAt: now + 20 * hourMs,
              from: now + 60 * hourMs,
              to: now + 62 * hourMs,
            })
            watch.follow(sessionId)
            slowStore()
            for (const { moves, afterMs } of scenes) {
              await Promise.all(moves.map((one) => run(sessionId, one)))
              if (watch.fault) throw watch.fault
              if (afterMs > 0) {
                house.cloud.advance(afterMs)
                await house.cloud.tick()
              }
            }
            if (atTheEnd) {
              const cancel: Move = { move: 'cancel', twice: true }
              await Promise.all([cancel, ...atTheEnd].map((one) => run(sessionId, one)))
            }
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
