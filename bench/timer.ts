import { join } from 'node:path'
import { dayOf } from '#contract/shared/wallClock'
import { type Engine, openEngine } from '#local/engine/engine'
import { manifest } from '#store/manifest'
import { doneBooking, openBooking } from '#support/bookings'
import { dayMs, hourMs, openTestHouse, type TestHouse, volunteerIn } from '#support/house'
import { filedRequest } from '#support/requests'
import { printTable } from '#support/table'
import { mondayNine } from '#support/time'

const goalSeconds = 30
const volunteers = 40
const insertedAtOnce = 2000
const mostRuns = 30

/** Many due of several kinds at once: how long each run of the timer takes, and whether one kind waits for another. */
export async function run({ full = false }: { full?: boolean } = {}): Promise<void> {
  const due = full ? 10_000 : 1000
  const stored = full ? 1_000_000 : 10_000
  const house = await openTestHouse()
  try {
    const people: string[] = []
    for (let index = 0; index < volunteers; index++)
      people.push((await house.person(`wx_${index}`, [volunteerIn('repair')])).memberId)
    await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }])
    await house.cloud.tick()
    await fill(house, due, stored, people)
    const lines: (string | number)[][] = []
    for (let turn = 1; turn <= mostRuns; turn++) {
      const before = await dueNow(house)
      if (Object.values(before).every((left) => left === 0)) break
      const startedAt = performance.now()
      const { data: treated } = (await house.cloud.tick()) as { data: Record<string, number> }
      const seconds = (performance.now() - startedAt) / 1000
      const after = await dueNow(house)
      const starved = kinds.filter((kind) => before[kind] && !treated[countOf(kind)])
      lines.push([
        ...[turn, `${seconds.toFixed(1)} s`, ...Object.values(after)],
        [
          seconds <= goalSeconds ? 'in time' : `LATE, goal ≤ ${goalSeconds} s`,
          ...(starved.length > 0 ? [`STARVED: ${starved.join(', ')}`] : []),
        ].join(', '),
      ])
      house.cloud.advance(60_000)
    }
    printTable(
      `The timer, ${due} due of each kind among ${stored} documents of each; what is left after each run:`,
      [['run', 'took', ...kinds, ''], ...lines],
    )
  } finally {
    await house.close()
  }
}

const kinds = ['bookings', 'requests', 'notices', 'tallies', 'hourSums'] as const
type Kind = (typeof kinds)[number]

/** What the run's answer calls the count of a kind. */
const countOf = (kind: Kind): string => (kind === 'notices' ? 'messages' : kind)

/** How many of each kind are due now. */
async function dueNow(house: TestHouse): Promise<Record<string, number>> {
  const now = house.cloud.now()
  return await withEngine(house, (engine) =>
    Object.fromEntries(kinds.map((kind) => [kind, engine.count(kind, { dueAt: { $ne: null, $lte: now } })])),
  )
}

async function withEngine<Result>(house: TestHouse, act: (engine: Engine) => Result): Promise<Result> {
  await house.pause()
  const engine = openEngine({ file: join(house.dataDir, 'cloud.db'), manifest })
  try {
    return act(engine)
  } finally {
    engine.close()
    await house.resume()
  }
}

/** Half the bookings expire and half confirm themselves, all requests are overdue at their grid, all messages wait. */
async function fill(house: TestHouse, due: number, stored: number, people: readonly string[]): Promise<void> {
  const now = house.cloud.now()
  const memberOf = (index: number) => people[index % people.length] ?? ''
  const bookingOf = (index: number) => {
    const windowTo = now - 30 * dayMs + index
    const times = { windowFrom: windowTo - hourMs, windowTo, requesterId: memberOf(index + 1) }
    const ids = { _id: `b_bench_${index}`, claimerId: memberOf(index), pending: [] }
    if (index >= due)
      return { ...openBooking({ ...times }), ...ids, state: 'cancelled', wakesAt: null, dueAt: null }
    if (index % 2 === 0) return { ...openBooking(times), ...ids, claimerId: null }
    const served = { at: windowTo - hourMs, how: 'scan', reportedAt: windowTo - hourMs, late: false }
    return {
      ...doneBooking(mondayNine + hourMs),
      ...{ ...times, ...ids, wakesAt: now - hourMs + index, dueAt: now - hourMs + index, minutes: 60 },
      ...{ checkedIn: served, checkedOut: { ...served, at: windowTo, reportedAt: windowTo } },
    }
  }
  const requestOf = (index: number) => {
    // those that are due are of one day, the others of a thousand days before
    const filedAt = now - (20 + (index < due ? 0 : 1 + (index % 1000))) * dayMs
    return {
      ...filedRequest({}, filedAt),
      ...{ _id: `r_bench_${index}`, requesterId: memberOf(index), filedDay: dayOf(filedAt), pending: [] },
      ...(index < due ? {} : { dueAt: null, wakesAt: null }),
    }
  }
  const noticeOf = (index: number) => ({
    ...{ _id: `n_bench_${index}`, communityId: 'tubengkan', memberId: memberOf(index), at: now - index },
    ...{ read: false, kind: 'booking_claimed', title: '水管漏水', bookingId: `b_bench_${index}` },
    ...(index < due ? { dueAt: now - index, delivery: 'waiting' } : { dueAt: null, delivery: 'not_allowed' }),
  })
  await withEngine(house, (engine) => {
    for (const [kind, make] of [
      ['bookings', bookingOf],
      ['requests', requestOf],
      ['notices', noticeOf],
    ] as const)
      for (let begin = 0; begin < stored; begin += insertedAtOnce)
        engine.insert(
          kind,
          Array.from({ length: Math.min(insertedAtOnce, stored - begin) }, (_, index) => ({
            ...make(begin + index),
          })),
        )
  })
}
