import type { Operation, RawInputOf } from '#contract/operations'
import { fromWire } from '#local/engine/documents'
import { type Filter, readFilter } from '#local/engine/filter'
import { readOrder } from '#local/engine/order'
import { openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'

/** A list with one choice of its filters. `sifted`: what it asks beside its index, of documents that are few. */
interface Asked {
  op: Operation
  input: object
  sifted?: readonly string[]
}
const list = <Op extends Operation>(op: Op, input: RawInputOf<Op>, ...sifted: string[]): Asked => ({
  op,
  input,
  sifted,
})

const day = '2026-11-27'
const teamId = 'repair'
const category = 'parking_shed'
/** Every list with every filter it has. */
const asked: readonly Asked[] = [
  list('activity.list', { when: 'upcoming' }),
  list('activity.list', { when: 'upcoming', kind: 'lecture' }),
  list('activity.list', { when: 'past' }),
  list('activity.list', { when: 'past', kind: 'lecture' }),
  list('activity.list', { when: 'drafts' }),
  list('activity.list', { when: 'drafts', kind: 'lecture' }),
  list('booking.list', { scope: 'mine' }),
  list('booking.list', { scope: 'claimed' }),
  list('booking.list', { scope: 'team' }),
  list('booking.list', { scope: 'open' }),
  list('booking.list', { scope: 'open', teamId, kind: 'lamp', estateId: 'huochai', day }, 'estateId', 'kind'),
  list('booking.noShows', { teamId }),
  // what is open is few
  list('booking.atRisk', { teamId }, 'atRisk'),
  list('booking.atRisk', {}, 'atRisk'),
  list('booking.forgotten', { teamId }),
  list('hours.statement', {}),
  list('hours.honours', { teamId }),
  list('hours.leaderboard', {}),
  list('hours.certificates', {}),
  list('inbox.list', {}),
  list('member.accessLog', {}),
  list('report.overview', { from: day, to: day }),
  list('request.list', { scope: 'mine' }),
  list('request.list', { scope: 'supported' }),
  list('request.list', { scope: 'published' }),
  list('request.list', { scope: 'published', category }),
  list('request.list', { scope: 'queue' }),
  list('request.list', { scope: 'queue', category }),
  list('request.list', { scope: 'queue', category, finished: true }),
  list('request.similar', { category, gridId: 'grid1' }),
  list('session.mine', { when: 'upcoming' }),
  list('session.mine', { when: 'past' }),
  // few places are given back
  list('shift.mine', { when: 'upcoming' }, 'state'),
  list('shift.mine', { when: 'past' }, 'state'),
  list('team.list', {}),
  list('team.mine', {}),
  list('team.roster', { teamId }),
  list('guardian.list', {}),
  // a person signs in from few browsers
  list('desk.list', {}, 'revokedAt'),
]

let house: TestHouse
let person: Person

beforeAll(async () => {
  house = await openTestHouse()
  person = await house.person('wx_everything', [
    volunteerIn(teamId),
    { role: 'team_leader', scope: { teamId } },
    { role: 'grid_worker', scope: { gridId: 'grid1' } },
    { role: 'officer', scope: { tier: 'community' } },
    { role: 'coordinator' },
  ])
})
afterAll(() => house.close())

/** The fields that a query fixes to one value or to some. */
function fixed(filter: Filter): string[] {
  return Object.entries(filter).flatMap(([field, said]) => {
    if (field === '$and') return (said as Filter[]).flatMap(fixed)
    if (field.startsWith('$')) return []
    return '$eq' in (said as object) || '$in' in (said as object) ? [field] : []
  })
}

/** A query as it reached the database, with its order; undefined for what asks by ids or writes. */
function queryIn(action: string, request: Readonly<Record<string, unknown>>) {
  const { query, order, queryType, stages } = request
  if (action === 'database.aggregateDocuments') {
    const [match, sort] = (stages as { stageValue: unknown }[]).map(({ stageValue }) => fromWire(stageValue))
    return { filter: readFilter(match), order: readOrder(sort) }
  }
  if (action === 'database.getDocument' && queryType === 'DOC') return undefined
  if (action !== 'database.getDocument' && action !== 'database.calculateDocument') return undefined
  return { filter: readFilter(fromWire(query)), order: readOrder(fromWire(order ?? undefined)) }
}

/** What the queries of a call ask beside the index that finds their documents. */
async function siftedIn({ op, input }: Asked): Promise<{ answer: unknown; sifted: string[] }> {
  const sifted: string[] = []
  house.cloud.hooks.before = (action, request) => {
    const asked = queryIn(action, request)
    if (!asked) return
    const collection = String(request.collectionName)
    const plan = house.cloud.explain(collection, asked.filter, asked.order)
    const beside = fixed(asked.filter).filter((field) => field !== '_id' && !plan.includes(`.${field}=`))
    sifted.push(...beside, ...(/\bSCAN c:/.test(plan) ? [`all of ${collection}`] : []))
  }
  const answer = await person.send(op, input as never)
  house.cloud.hooks.before = undefined
  return { answer, sifted: [...new Set(sifted)].sort() }
}

it.each(asked)('$op with $input finds by an index all that it fixes', async (one) => {
  const { answer, sifted } = await siftedIn(one)
  expect(answer).toMatchObject({ ok: true })
  expect(sifted).toEqual(one.sifted)
})
