import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { callsOf } from '#support/callCount'
import type { Resident } from '#support/crowd'
import type { TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'
import { self, sessionsOf } from '#support/sessionHouse'
import type { BareCall } from './bare'
import { bareCalls, copiedCrowd, openRushHouse, timed, within } from './rush'

const taps = 2000
const places = 500
const rushAtOnce = 100
const workers = 8
const few = 20
const minuteMs = 60_000

const goals = { rushMs: 30_000, rushP95Ms: 2000, growth: 1.2, seat: 1.8, withdraw: 2.5, checkIn: 2 }

const mark = (figure: number, goal: number) => `(goal ≤ ${goal}: ${figure <= goal ? 'met' : 'MISSED'})`
const ms = (figure: number) => `${figure.toFixed(0)} ms`
const times = (figure: number) => figure.toFixed(2)

/**
 * Two thousand residents tap for one session of five hundred; then what signing up costs beside few and beside
 * many parties, what a step of a party costs, divided by a bare conditional update and by its own calls without it.
 */
export async function run(): Promise<void> {
  const { house, close } = await openRushHouse(workers)
  try {
    const sessions = sessionsOf(house)
    const crowd = await copiedCrowd(house, taps)
    await bareCalls(house, few, 100)
    await rush(house, sessions, crowd)
    await growth(house, sessions, crowd)
    await steps(house, sessions, crowd)
  } finally {
    await close()
  }
}

type Sessions = ReturnType<typeof sessionsOf>
const signUp =
  ({ send }: Resident, sessionId: string) =>
  async () => {
    const answer = await send('session.signUp', { sessionId, party: [self] })
    return answer.ok ? answer.data.state : answer.code
  }

async function rush(house: TestHouse, sessions: Sessions, crowd: readonly Resident[]): Promise<void> {
  const bare = await bareCalls(house, rushAtOnce, 1000)
  const sessionId = await sessions.open({ capacity: places })
  const states = new Map<string, number>()
  let calls = 0
  house.cloud.hooks.before = (action) => {
    if (action.startsWith('database.')) calls += 1
  }
  const done = await timed(
    rushAtOnce,
    crowd.map((resident) => async () => {
      const state = await signUp(resident, sessionId)()
      states.set(state, (states.get(state) ?? 0) + 1)
    }),
  )
  delete house.cloud.hooks.before
  const p95 = within(done, 0.95)
  console.log(`\n${taps} sign-ups for ${places} places, ${rushAtOnce} at once, ${workers} workers:`)
  console.log(`  ${[...states].map(([state, count]) => `${count} ${state}`).join(', ')}`)
  console.log(`  all after ${ms(done.totalMs)} ${mark(done.totalMs, goals.rushMs)}`)
  console.log(
    `  ${((taps * 1000) / done.totalMs).toFixed(0)} a second; bare updates ${((1000 * 1000) / bare.totalMs).toFixed(0)}`,
  )
  console.log(`  p50 ${ms(within(done, 0.5))}, p95 ${ms(p95)} ${mark(p95, goals.rushP95Ms)}`)
  console.log(
    `  p50 ${times(within(done, 0.5) / within(bare, 0.5))} × a bare update (${ms(within(bare, 0.5))})`,
  )
  console.log(`  ${(calls / taps).toFixed(2)} database calls a sign-up`)
  const session = await sessions.read(sessionId)
  console.log(
    `  free ${session.free}, waiting ${session.waiting}, ${(JSON.stringify(session).length / 1024).toFixed(0)} KB`,
  )
}

/** Puts so many parties into a session at once, with their sign-ups. */
async function fill(house: TestHouse, sessionId: string, count: number): Promise<void> {
  const roster = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `m_filled${String(index).padStart(16, '0')}`,
      { state: 'confirmed', size: 1 },
    ]),
  )
  const database = sdkFor(house.cloud).database()
  await database
    .collection('sessions')
    .doc(sessionId)
    .update({ data: { roster: database.command.set(roster), capacity: 2 * taps, free: 2 * taps - count } })
}

async function growth(house: TestHouse, sessions: Sessions, crowd: readonly Resident[]): Promise<void> {
  const p50s: Record<'few' | 'many', number[]> = { few: [], many: [] }
  const bares: number[] = []
  const part = 100
  for (let turn = 0; turn < 5; turn++)
    for (const [name, count] of [
      ['few', 10],
      ['many', taps],
    ] as const) {
      const sessionId = await sessions.open({ capacity: places })
      await fill(house, sessionId, count)
      const some = crowd.slice(turn * part, (turn + 1) * part)
      bares.push(within(await bareCalls(house, few, part), 0.5))
      p50s[name].push(
        within(
          await timed(
            few,
            some.map((one) => signUp(one, sessionId)),
          ),
          0.5,
        ),
      )
    }
  const [small, large, bare] = [middle(p50s.few), middle(p50s.many), middle(bares)]
  console.log(`\nSigning up beside 10 and beside ${taps} parties, ${few} at once, median of 5:`)
  console.log(`  ${times(small / bare)} and ${times(large / bare)} × a bare update (${ms(bare)})`)
  console.log(`  ratio ${times(large / small)} ${mark(large / small, goals.growth)}`)
}

const turns = 5

async function steps(house: TestHouse, sessions: Sessions, crowd: readonly Resident[]): Promise<void> {
  const [first, second, ...others] = crowd.slice(0, 2 + turns * 40)
  if (!first || !second) return
  const now = house.cloud.now()
  const leftId = await sessions.open({ capacity: places })
  const newId = await sessions.open({ capacity: places })
  const cameId = await sessions.open({
    capacity: places,
    closesAt: now + 20 * minuteMs,
    from: now + 20 * minuteMs,
    to: now + 120 * minuteMs,
  })
  for (const sessionId of [leftId, cameId])
    await timed(
      few,
      [first, second, ...others].map((one) => signUp(one, sessionId)),
    )
  const code = await codeOf(house, sessions, cameId)
  const take = (who: Resident) => signUp(who, newId)
  const withdraw =
    ({ send }: Resident) =>
    () =>
      send('session.withdraw', { sessionId: leftId })
  const checkIn =
    ({ send }: Resident) =>
    () =>
      send('session.checkIn', { sessionId: cameId, code })
  const report = async (
    what: string,
    goal: number,
    itsCalls: readonly BareCall[],
    act: (who: Resident) => () => Promise<unknown>,
  ) => {
    await act(first)()
    const counted = await callsOf(house.cloud, act(second))
    const calls = counted.before + counted.after
    const [toUpdate, toCalls]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < turns; turn++) {
      const some = others.slice(turn * 40, (turn + 1) * 40)
      const update = within(await bareCalls(house, few, 100), 0.5)
      const same = within(await bareCalls(house, few, 100, itsCalls), 0.5)
      const step = within(await timed(few, some.map(act)), 0.5)
      toUpdate.push(step / update)
      toCalls.push(step / same)
    }
    const ratio = middle(toUpdate)
    console.log(
      `  ${what.padEnd(10)} ${calls} database calls, ${times(ratio)} × a bare update ${mark(ratio, goal)}`,
    )
    console.log(`  ${''.padEnd(10)} ${times(middle(toCalls))} × ${itsCalls.join(', ')} without the rest`)
  }
  console.log(`\nA step of a party, ${few} at once, median of ${turns}:`)
  await report('seat', goals.seat, ['read', 'add', 'update'], take)
  await report('withdraw', goals.withdraw, ['read', 'read', 'update', 'update'], withdraw)
  await report('check-in', goals.checkIn, ['read', 'read', 'update'], checkIn)
}

const middle = (all: number[]): number => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN

async function codeOf(house: TestHouse, sessions: Sessions, sessionId: string): Promise<string> {
  const { secret, stepSeconds } = await sessions.code(sessionId)
  return typedCode(fromBase32(secret), stepAt(house.cloud.now(), stepSeconds))
}
