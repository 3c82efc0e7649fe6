import type { Operation, RawInputOf } from '#contract/operations'
import { dayOf } from '#contract/shared/wallClock'
import { callsOf } from '#support/callCount'
import { dayMs } from '#support/house'
import { printTable } from '#support/table'
import { requestsOf } from './bare'
import { type ListHouse, openListHouse, rareTeam } from './listHouse'
import { type Times, timesOf, timesTogether } from './measure'

type Who = 'browser' | 'stranger' | 'resident' | 'volunteer' | 'leader' | 'worker'
interface Asked {
  name: string
  who: Who
  op: Operation
  input: object
  /** The most that it may cost beside a bare conditional update, at 20 at once. */
  most?: number
}
const asked = <Op extends Operation>(
  name: string,
  who: Who,
  op: Op,
  input: RawInputOf<Op>,
  most?: number,
): Asked => ({
  ...{ name, who, op, input },
  ...(most !== undefined && { most }),
})

const lists = (now: number): readonly Asked[] => [
  asked('activity.list', 'stranger', 'activity.list', { when: 'upcoming' }, 1.3),
  asked('activity.list in a browser', 'browser', 'activity.list', { when: 'upcoming' }),
  asked('activity.list, signed in', 'resident', 'activity.list', { when: 'upcoming' }, 1.3),
  asked('activity.list past', 'stranger', 'activity.list', { when: 'past' }),
  asked('activity.list past, rare kind', 'stranger', 'activity.list', { when: 'past', kind: 'lecture' }),
  asked('booking.list mine', 'resident', 'booking.list', { scope: 'mine' }),
  asked('booking.list claimed', 'volunteer', 'booking.list', { scope: 'claimed' }),
  asked('booking.list team, a small one', 'leader', 'booking.list', { scope: 'team' }),
  asked('booking.list open', 'volunteer', 'booking.list', { scope: 'open' }),
  asked('booking.atRisk', 'worker', 'booking.atRisk', {}),
  asked('request.list mine', 'resident', 'request.list', { scope: 'mine' }),
  asked('request.list published', 'resident', 'request.list', { scope: 'published' }),
  asked('request.list published, rare', 'resident', 'request.list', { scope: 'published', category: 'jobs' }),
  asked('request.list queue', 'worker', 'request.list', { scope: 'queue' }),
  asked('request.list finished, rare', 'worker', 'request.list', {
    scope: 'queue',
    category: 'jobs',
    finished: true,
  }),
  asked('home.get', 'resident', 'home.get', {}),
  asked('home.get, several offices', 'worker', 'home.get', {}),
  asked('inbox.list', 'resident', 'inbox.list', {}),
  asked('session.mine', 'resident', 'session.mine', { when: 'upcoming' }),
  asked('team.list', 'stranger', 'team.list', {}),
  asked('team.roster', 'worker', 'team.roster', { teamId: 'repair' }),
  asked('team.roster, a small one', 'leader', 'team.roster', { teamId: rareTeam }),
  asked('hours.leaderboard', 'stranger', 'hours.leaderboard', {}),
  asked('hours.statement', 'volunteer', 'hours.statement', {}),
  asked('report.overview, a month', 'worker', 'report.overview', {
    from: dayOf(now - 30 * dayMs),
    to: dayOf(now),
  }),
  asked('report.overview, a year', 'worker', 'report.overview', {
    from: dayOf(now - 364 * dayMs),
    to: dayOf(now),
  }),
  asked('hours.certificate', 'volunteer', 'hours.certificate', {}),
  asked('hours.certificate, some days', 'volunteer', 'hours.certificate', {
    from: dayOf(now - 100 * dayMs),
    to: dayOf(now - 12 * dayMs),
  }),
]

const runs = 31
const together = 20
/** How much a list may cost among many documents beside few. */
const mostGrowth = 2

interface Measured extends Times {
  calls: number
  /** Beside a bare update: alone, and of twenty at once. */
  alone: number
  crowded: number
  /** Of twenty at once, beside the same calls to the database without the operation. */
  beside: number
}

async function measure(size: number): Promise<Map<string, Measured>> {
  const list = await openListHouse(size)
  const { house } = list
  try {
    const bare = (index: number) => house.cloud.call('wx_bare', 'bare', { id: `bare_${index}` })
    await timesTogether(together, 3, bare)
    const updates = {
      alone: await timesOf(runs, () => bare(0)),
      crowded: await timesTogether(together, 10, bare),
    }
    const measured = new Map<string, Measured>()
    // the functions' workers start and load before anything is measured
    for (const one of lists(house.cloud.now()).slice(0, 1))
      await timesTogether(together, 3, callOf(list, one))
    for (const one of lists(house.cloud.now()))
      measured.set(one.name, await measureOne(list, one, updates).catch(() => failed))
    return measured
  } finally {
    await house.close()
  }
}

const failed: Measured = {
  ...{ calls: 0, p50: Infinity, p95: Infinity },
  ...{ alone: Infinity, crowded: Infinity, beside: Infinity },
}

async function measureOne(
  list: ListHouse,
  one: Asked,
  updates: { alone: Times; crowded: Times },
): Promise<Measured> {
  const call = callOf(list, one)
  await call()
  const { before, after } = await callsOf(list.house.cloud, call)
  const times = await timesOf(runs, call)
  const crowded = await timesTogether(together, 5, call)
  const { cloud } = list.house
  const requests = await requestsOf(cloud, call)
  const same = await timesTogether(together, 5, () => cloud.call('wx_bare', 'bare', { requests }))
  return {
    ...times,
    calls: before + after,
    alone: times.p50 / updates.alone.p50,
    crowded: crowded.p50 / updates.crowded.p50,
    beside: crowded.p50 / same.p50,
  }
}

const callOf =
  (list: ListHouse, { who, op, input }: Asked) =>
  async (): Promise<void> => {
    // a day has few certificates
    if (op === 'hours.certificate') list.house.cloud.advance(dayMs)
    const answer =
      who === 'browser'
        ? await list.house.cloud.api(undefined, { op, input })
        : await (who === 'stranger' ? list.house.stranger('wx_stranger') : list[who]).send(op, input as never)
    if (!(answer as { ok: boolean }).ok) throw new Error(`${op}: ${JSON.stringify(answer)}`)
  }

const marked = (value: number, most?: number): string =>
  most === undefined ? value.toFixed(2) : `${value.toFixed(2)} ${value <= most ? 'ok' : `OVER ${most}`}`

/** Every list as the product answers it, among few and among many documents, beside a bare update. */
export async function run({ full = false } = {}): Promise<void> {
  const few = await measure(1000)
  for (const size of full ? [100_000, 1_000_000] : [100_000]) {
    const many = await measure(size)
    const rows = lists(0).map(({ name, most }) => {
      const [before, after] = [few.get(name) ?? failed, many.get(name) ?? failed]
      return [
        name,
        after.calls,
        marked(before.alone),
        marked(before.crowded, most),
        before.beside.toFixed(2),
        marked(after.p50 / before.p50, mostGrowth),
        marked(after.p95 / before.p95, mostGrowth),
        before.p50.toFixed(1),
        after.p50.toFixed(1),
      ]
    })
    printTable(
      `Lists of the product: beside a bare update, and among ${size} documents of each kind beside 1000:`,
      [
        [
          '',
          'calls',
          '÷ update',
          'of 20 at once',
          '÷ the same calls',
          'growth p50',
          'growth p95',
          'ms of 1000',
          `ms of ${size}`,
        ],
        ...rows,
      ],
    )
  }
}
