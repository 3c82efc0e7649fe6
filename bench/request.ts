import { join } from 'node:path'
import { dayOf } from '#contract/shared/wallClock'
import { openEngine } from '#local/engine/engine'
import { manifest } from '#store/manifest'
import { openTestHouse, type TestHouse } from '#support/house'
import { filedRequest } from '#support/requests'
import { printTable } from '#support/table'
import { type BareCall, bareDocuments, functionsWithBare } from './bare'
import { type Times, timesOf, timesTogether } from './measure'

const runs = 31
const together = 20
const rounds = 5
const few = 10
const many = 1000
/** What filing may cost beside a bare conditional update, at 20 at once. */
const goal = 3
/** How much more it may cost on a busy day. */
const mostGrowth = 1.2

/** Filing a request on a day of few and on a day of many, beside a bare conditional update. */
export async function run(): Promise<void> {
  const [quiet, busy] = [await measured(few), await measured(many)]
  printTable('request.file beside a bare conditional update through the SDK, in milliseconds:', [
    ['', `p50, ${few} that day`, 'p95', '÷ bare', `p50, ${many} that day`, 'p95', '÷ bare', 'growth', ''],
    line('alone', quiet.alone, busy.alone),
    line(`${together} at once`, quiet.crowded, busy.crowded, goal),
  ])
}

interface Beside {
  file: Times
  bare: Times
  /** The calls that filing makes, without the rest. */
  same: Times
}
/** Before its answer, and after it for the worker’s notice. */
const itsCalls: readonly BareCall[] = [
  ...(['read', 'check', 'add', 'update', 'list'] as const),
  ...(['read', 'add', 'update'] as const),
]

const ratio = ({ file, bare }: Beside): number => file.p50 / bare.p50
const overhead = ({ file, same }: Beside): string => (file.p50 / same.p50).toFixed(2)
const words = (beside: Beside): string[] => [
  beside.file.p50.toFixed(1),
  beside.file.p95.toFixed(1),
  ratio(beside).toFixed(1),
]

function line(name: string, quiet: Beside, busy: Beside, most?: number): string[] {
  const growth = ratio(busy) / ratio(quiet)
  const marks = [
    `${overhead(quiet)} and ${overhead(busy)} × its eight calls without the rest`,
    growth <= mostGrowth ? `flat` : `GROWS, goal ≤ ${mostGrowth}`,
    ...(most === undefined ? [] : [`goal ≤ ${most} ${ratio(busy) <= most ? 'met' : 'MISSED'}`]),
  ]
  return [name, ...words(quiet), ...words(busy), growth.toFixed(2), marks.join(', ')]
}

async function measured(ofThatDay: number): Promise<{ alone: Beside; crowded: Beside }> {
  const house = await openTestHouse({ workers: 8, functionsDir: functionsWithBare() })
  try {
    await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }])
    for (let index = 0; index < together; index++) await house.person(`wx_${index}`)
    await fill(house, ofThatDay)
    const bare = (index: number) => house.cloud.call('wx_bare', 'bare', { id: `bare_${index}` })
    const same = (index: number) =>
      house.cloud.call('wx_bare', 'bare', { id: `bare_${index}`, calls: itsCalls })
    const file = (index: number) => filed(house, index)
    await timesTogether(together, 2, file)
    await timesTogether(together, 2, bare)
    await timesTogether(together, 2, same)
    return {
      alone: {
        file: await timesOf(runs, () => file(0)),
        bare: await timesOf(runs, () => bare(0)),
        same: await timesOf(runs, () => same(0)),
      },
      crowded: {
        file: await timesTogether(together, rounds, file),
        bare: await timesTogether(together, rounds, bare),
        same: await timesTogether(together, rounds, same),
      },
    }
  } finally {
    await house.close()
  }
}

let sent = 0
async function filed(house: TestHouse, index: number): Promise<void> {
  const input = { category: 'safety', description: '三栋的水管爆了，院里都是水', gridId: 'grid1' }
  const call = { op: 'request.file', input, commandId: `bench-${sent++}` }
  const answer = await house.cloud.call(`wx_${index}`, 'api', call)
  if (!(answer as { ok: boolean }).ok) throw new Error(`request.file: ${JSON.stringify(answer)}`)
}

async function fill(house: TestHouse, count: number): Promise<void> {
  const now = house.cloud.now()
  await house.pause()
  const engine = openEngine({ file: join(house.dataDir, 'cloud.db'), manifest })
  engine.insert(
    'requests',
    Array.from({ length: count }, (_, index) => ({
      ...filedRequest({ _id: `r_bench_${index}`, filedDay: dayOf(now), pending: [], dueAt: null }, now),
    })),
  )
  engine.insert('rotations', bareDocuments(together))
  engine.close()
  await house.resume()
}
