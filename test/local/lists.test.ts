import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LocalCloud } from '#local/cloud'
import { fromWire } from '#local/engine/documents'
import { openEngine } from '#local/engine/engine'
import { type Filter, readFilter } from '#local/engine/filter'
import { type Order, readOrder } from '#local/engine/order'
import { startHouse } from '#local/house'
import { manifest } from '#store/manifest'
import { above, oneOf } from '#store/words/conditions'
import { sdkFor } from '#support/sdk'

/** A collection as this test uses it, with names that the compiler does not check. */
interface AnyLists {
  find(index: string, where: object, reading: object): Promise<unknown>
  page(index: string, where: object, listing: object): Promise<unknown>
  count(index: string, where: object): Promise<unknown>
  getMany(ids: readonly string[]): Promise<unknown>
  walk(after: string, limit: number): Promise<unknown>
}

/** One query that the store allows. With `few`, the index finds few documents, which are then filtered and sorted. */
interface Asking {
  how: string
  few: boolean
  /** The keys of the index that the query fixes. */
  keys: readonly string[]
  ask: (lists: AnyLists) => Promise<unknown>
}

const some = 'x'
const several = oneOf([some, 'y'])
const limit = 2
const equal = (fields: readonly string[]): object => Object.fromEntries(fields.map((field) => [field, some]))

interface Said {
  how: string
  few: boolean
  where: object
}

/** The conditions of a list: each key before the last is one value or one of several, and the last key is free. */
function listsOver(fields: readonly string[]): Said[] {
  const inner = fields.slice(0, -1)
  const last = fields[fields.length - 1] ?? ''
  const whole = (how: string, condition: unknown): Said => ({
    how,
    few: false,
    where: { ...equal(inner), [last]: condition },
  })
  return [
    ...(inner.length > 0 ? [{ how: 'all before the last key', few: false, where: equal(inner) }] : []),
    whole('all keys', some),
    whole('the last key one of several', several),
    whole('the last key in a range', above(some)),
    ...inner.map((field) => ({
      how: `${field} one of several`,
      few: true,
      where: { ...equal(inner), [field]: several },
    })),
  ]
}

/** The conditions of an index that only finds: every key is fixed. */
function findsOver(fields: readonly string[]): Said[] {
  return [
    { how: 'all keys', few: true, where: equal(fields) },
    ...fields.map((field) => ({
      how: `${field} one of several`,
      few: true,
      where: { ...equal(fields), [field]: several },
    })),
  ]
}

function askingsOver(index: string, fields: readonly string[], sorts: boolean): Asking[] {
  const after = { _id: some, ...equal(fields) }
  const asked = (sorts ? listsOver(fields) : findsOver(fields)).flatMap(({ how, few, where }) =>
    [false, true].flatMap((backwards): Asking[] => {
      const way = backwards ? `${how}, backwards` : how
      const first = { limit, backwards, cursor: undefined }
      const keys = Object.keys(where)
      return [
        { how: way, few, keys, ask: (of) => of.page(index, where, first) },
        {
          how: `${way}, further on`,
          few,
          keys,
          ask: (of) => of.find(index, where, { limit, backwards, after }),
        },
      ]
    }),
  )
  const counted = fields.slice(sorts ? 0 : -1).map((_, at): Asking => {
    const said = fields.slice(0, sorts ? at + 1 : fields.length)
    return {
      how: `the number of ${said.join(', ')}`,
      few: true,
      keys: said,
      ask: (of) => of.count(index, equal(said)),
    }
  })
  return [...asked, ...counted]
}

const byId: Asking[] = [
  { how: 'some ids', few: false, keys: [], ask: (of) => of.getMany(['a', 'b']) },
  { how: 'all, behind an id', few: false, keys: [], ask: (of) => of.walk('a', limit) },
]

/** Every index of every collection, and the id of each. */
const lists = Object.entries(manifest).flatMap(([collection, { indexes }]) => [
  { collection, index: '_id', askings: byId },
  ...indexes.map(({ name: index, keys }) => {
    const fields = keys.map(([field]) => field).filter((field) => field !== '_id')
    return { collection, index, askings: askingsOver(index, fields, fields.length < keys.length) }
  }),
])

/** Whether the index is the only one that can serve. Of two that begin alike, either may find the few documents. */
function isNeeded({ collection, index }: { collection: string; index: string }): boolean {
  const { indexes } = manifest[collection] ?? { indexes: [] }
  const own = indexes.find(({ name }) => name === index)
  const first = own?.keys[0]?.[0]
  const sorts = own?.keys.some(([field]) => field === '_id') ?? false
  const alike = indexes.filter(({ keys }) => keys[0]?.[0] === first)
  return own !== undefined && (sorts || alike.length === 1)
}

/** What is wrong with a query plan of the database. */
function faultsIn(plan: string, { few, keys }: Asking): string[] {
  const sifted = few ? [] : keys.filter((key) => !plan.includes(`.${key}`))
  return [
    ...sifted.map((key) => `sifts by ${key}`),
    ...(/USING (COVERING )?INDEX/.test(plan) ? [] : ['uses no index']),
    ...(/\bSCAN\b/.test(plan) ? ['scans'] : []),
    ...(!few && /TEMP B-TREE|SORT AFTERWARDS/.test(plan) ? ['sorts by itself'] : []),
  ]
}

let cloud: LocalCloud
let open: (collection: string) => AnyLists
const dataDir = mkdtempSync(join(tmpdir(), 'lists-'))

beforeAll(async () => {
  cloud = await startHouse({ dataDir, functionsDir: resolve('dist/cloudfunctions'), port: 0 })
  sdkFor(cloud)
  const store: { open: unknown } = await import('#store/open')
  open = store.open as typeof open
})
afterAll(async () => {
  await cloud.close()
  rmSync(dataDir, { recursive: true, force: true })
})

interface Sent {
  filter: Filter
  order: Order
}
const known = new Map<Asking, Sent>()

/** The query as it reaches the database through the real SDK. */
async function sent(collection: string, asking: Asking): Promise<Sent> {
  const past = known.get(asking)
  if (past) return past
  cloud.hooks.before = (_, { query, order }) => {
    known.set(asking, { filter: readFilter(fromWire(query)), order: readOrder(fromWire(order)) })
  }
  await asking.ask(open(collection))
  cloud.hooks.before = undefined
  const now = known.get(asking)
  if (!now) throw new Error(`nothing was asked of ${collection}`)
  return now
}

describe('every list that the table allows', () => {
  it('is a list of each collection and each index', () => {
    expect(lists.length).toBeGreaterThan(120)
    expect(lists.flatMap(({ askings }) => askings).length).toBeGreaterThan(1000)
  })

  it.each(lists)('of $collection over $index is read through an index', async (list) => {
    const { collection, index, askings } = list
    const faults: string[] = []
    for (const asking of askings) {
      const { filter, order } = await sent(collection, asking)
      for (const fault of faultsIn(cloud.explain(collection, filter, order), asking))
        faults.push(`${index}: ${asking.how}: ${fault}`)
    }
    expect(faults).toEqual([])
  })

  it.each(lists.filter(isNeeded))(
    'of $collection over $index would be seen without that index',
    async ({ collection, index, askings }) => {
      const others = manifest[collection]?.indexes.filter(({ name }) => name !== index) ?? []
      const file = join(dataDir, `${collection}-${index}.db`)
      const engine = openEngine({ file, manifest: { [collection]: { indexes: others } } })
      let seen = false
      for (const asking of askings) {
        const { filter, order } = await sent(collection, asking)
        seen = faultsIn(engine.explain(collection, filter, order), asking).length > 0
        if (seen) break
      }
      engine.close()
      expect(seen).toBe(true)
    },
  )
})
