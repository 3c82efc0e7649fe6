import { join } from 'node:path'
import { type Engine, openEngine } from '#local/engine/engine'
import { readFilter } from '#local/engine/filter'
import type { Manifest } from '#local/engine/manifest'
import type { Order } from '#local/engine/order'
import { readUpdate } from '#local/engine/update'
import { temporaryFolder } from './support/testCloud'

const byTeam = {
  bookings: {
    indexes: [
      {
        name: 'byTeam',
        keys: [
          ['teamId', 1],
          ['from', 1],
        ],
      },
    ],
  },
} as const
const latestFirst: Order = [
  ['from', -1],
  ['_id', -1],
]

describe('the documents of the local cloud', () => {
  const opened: Engine[] = []
  let file: string

  const open = (manifest: Manifest) => {
    const engine = openEngine({ file, manifest })
    opened.push(engine)
    return engine
  }

  const close = (engine: Engine) => {
    opened.splice(opened.indexOf(engine), 1)
    engine.close()
  }

  beforeEach(() => {
    file = join(temporaryFolder(), 'cloud.db')
  })

  afterEach(() => {
    for (const engine of opened.splice(0)) engine.close()
  })

  it('are still there when the file is opened again', () => {
    const first = open(byTeam)
    first.insert('bookings', [{ _id: 'b1', at: 1, made: new Date(5) }])
    close(first)
    expect(open(byTeam).find('bookings', { filter: {} })).toEqual([{ _id: 'b1', at: 1, made: new Date(5) }])
  })

  it('keep ids that are text and ids that are numbers apart', () => {
    const engine = open(byTeam)
    engine.insert('bookings', [{ _id: 1 }, { _id: '1' }])
    expect(engine.find('bookings', { filter: readFilter({ _id: 1 }) })).toEqual([{ _id: 1 }])
    expect(() => engine.insert('bookings', [{ _id: { a: 1 } }])).toThrow(/_id must be/)
  })

  it('come in the order of insertion when no other is asked', () => {
    const engine = open(byTeam)
    engine.insert('bookings', [{ _id: 'z' }, { _id: 'a' }, { _id: 'm' }])
    expect(engine.find('bookings', { filter: {} }).map(({ _id }) => _id)).toEqual(['z', 'a', 'm'])
  })

  it('of collections whose names differ in capitals alone stay apart, with their indexes and when opened again', () => {
    const once = { indexes: [{ name: 'once', keys: [['n', 1]], unique: true }] } as const
    const both = { bookings: once, Bookings: once }
    const first = open({ bookings: once })
    first.insert('bookings', [{ _id: 'a', n: 1 }])
    close(first)
    const second = open(both)
    second.createCollection('BOOKINGS')
    second.insert('Bookings', [{ _id: 'a', n: 1 }])
    second.insert('BOOKINGS', [{ _id: 'b' }])
    expect(() => second.insert('Bookings', [{ _id: 'b', n: 1 }])).toThrow(
      /Bookings index: once dup key: {"n":1}/,
    )
    expect(() => second.createCollection('Bookings')).toThrow(/Table exist/)
    second.update('Bookings', {}, readUpdate({ $inc: { n: 1 } }), true)
    close(second)
    const third = open(both)
    expect(['bookings', 'Bookings', 'BOOKINGS'].map((name) => third.find(name, { filter: {} }))).toEqual([
      [{ _id: 'a', n: 1 }],
      [{ _id: 'a', n: 2 }],
      [{ _id: 'b' }],
    ])
    expect(third.explain('Bookings', readFilter({ n: 2 }))).toMatch(/SEARCH .*Bookings/)
  })

  it('are written all or not at all', () => {
    const engine = open(byTeam)
    expect(() => engine.insert('bookings', [{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }])).toThrow(/E11000/)
    engine.insert('bookings', [
      { _id: 'x', n: 1 },
      { _id: 'y', n: null },
    ])
    expect(() => engine.update('bookings', {}, readUpdate({ $inc: { n: 1 } }), true)).toThrow(/non-numeric/)
    expect(engine.find('bookings', { filter: {} })).toEqual([
      { _id: 'x', n: 1 },
      { _id: 'y', n: null },
    ])
  })

  describe('an index of the manifest', () => {
    const fill = (engine: Engine) =>
      engine.insert(
        'bookings',
        Array.from({ length: 200 }, (_, i) => ({
          _id: `b${i}`,
          teamId: `t${i % 4}`,
          from: Math.floor(i / 8),
        })),
      )

    it('serves equality, range and order without a scan or a sort', () => {
      const engine = open(byTeam)
      fill(engine)
      const plan = engine.explain('bookings', readFilter({ teamId: 't1', from: { $lt: 9 } }), latestFirst)
      expect(plan).toBe('SEARCH c:bookings USING INDEX bookings.byTeam (.teamId=? AND .from<?)')
    })

    it('serves the cursor of a list as one row comparison', () => {
      const engine = open(byTeam)
      const after = { teamId: 't1', $or: [{ from: { $lt: 9 } }, { from: 9, _id: { $lt: 'b7' } }] }
      expect(engine.explain('bookings', readFilter(after), latestFirst)).toBe(
        'SEARCH c:bookings USING INDEX bookings.byTeam (.teamId=? AND (.from,id)<(?,?))',
      )
    })

    it('serves a list of several values in its order, by merging the lists of each', () => {
      const engine = open({
        bookings: {
          indexes: [
            {
              name: 'byTeam',
              keys: [
                ['teamId', 1],
                ['from', -1],
                ['_id', -1],
              ],
            },
          ],
        },
      })
      fill(engine)
      const filter = readFilter({ teamId: { $in: ['t1', 't3', 't9'] }, from: { $lt: 9 } })
      const plan = engine.explain('bookings', filter, latestFirst)
      expect(plan.match(/USING INDEX bookings.byTeam \(.teamId=\? AND .from<\?\)/g)).toHaveLength(3)
      expect(plan).toMatch(/^MERGE/)
      expect(plan).not.toMatch(/TEMP B-TREE|SCAN/)
      const page = engine.find('bookings', { filter, order: latestFirst, skip: 3, limit: 3 })
      expect(page.map(({ _id }) => _id)).toEqual(['b65', 'b63', 'b61'])
    })

    it('is not asked where a query says ids', () => {
      const ids = Array.from({ length: 50 }, (_, at) => `b${at}`)
      const filter = readFilter({ _id: { $in: ids }, teamId: 't1' })
      expect(open(byTeam).explain('bookings', filter)).toMatch(
        /INDEX sqlite_autoindex_c:bookings_1 \(id=\?\)/,
      )
    })

    it('serves either side of an or', () => {
      const engine = open(byTeam)
      const plan = engine.explain('bookings', readFilter({ $or: [{ teamId: 't1' }, { _id: 'b7' }] }))
      expect(plan).toMatch(/MULTI-INDEX OR/)
      expect(plan).not.toMatch(/SCAN/)
    })

    it('is not there for a field the manifest does not name', () => {
      expect(open(byTeam).explain('bookings', readFilter({ from: 1 }))).toMatch(/SCAN/)
    })

    it('may be added, changed and dropped later', () => {
      let engine = open({ bookings: { indexes: [] } })
      fill(engine)
      engine.update(
        'bookings',
        readFilter({ _id: 'b3' }),
        readUpdate({ $set: { teamId: ['t1', 't2'] } }),
        true,
      )
      close(engine)
      engine = open(byTeam)
      expect(engine.find('bookings', { filter: readFilter({ teamId: 't1' }) })).toHaveLength(51)
      close(engine)
      engine = open({ bookings: { indexes: [{ name: 'byTeam', keys: [['from', 1]] }] } })
      expect(engine.explain('bookings', readFilter({ from: 1 }))).toMatch(/USING INDEX bookings.byTeam/)
      close(engine)
      engine = open({ bookings: { indexes: [] } })
      expect(engine.explain('bookings', readFilter({ from: 1 }))).toMatch(/SCAN/)
      expect(engine.count('bookings', {})).toBe(200)
    })

    it('is not used where a document holds an array, so that its members are found', () => {
      const engine = open(byTeam)
      engine.insert('bookings', [
        { _id: 'a', teamId: ['t1', 't2'] },
        { _id: 'b', teamId: 't3' },
      ])
      expect(engine.find('bookings', { filter: readFilter({ teamId: 't2' }) })).toHaveLength(1)
      expect(engine.explain('bookings', readFilter({ teamId: 't2' }))).toMatch(/SCAN/)
    })

    it('is not used either after the first write of an array was undone', () => {
      const engine = open(byTeam)
      expect(() => engine.insert('bookings', [{ teamId: ['t1'] }, { _id: 'a' }, { _id: 'a' }])).toThrow(
        /E11000/,
      )
      engine.insert('bookings', [{ _id: 'b', teamId: ['t1', 't2'] }])
      close(engine)
      expect(open(byTeam).find('bookings', { filter: readFilter({ teamId: 't2' }) })).toHaveLength(1)
    })

    it('is refused where the manifest is wrong', () => {
      const twice = {
        indexes: [
          { name: 'a', keys: [['x', 1]] },
          { name: 'a', keys: [['y', 1]] },
        ],
      } as const
      expect(() => open({ bookings: twice })).toThrow('Collection bookings has two indexes called a.')
      expect(() => open({ 'no name': { indexes: [] } })).toThrow('"no name" is not a collection name.')
    })
  })

  describe('a unique index', () => {
    const credits = {
      credits: {
        indexes: [
          {
            name: 'once',
            unique: true,
            keys: [
              ['memberId', 1],
              ['source', 1],
            ],
          },
        ],
      },
    } as const

    it('refuses the second document with the key, and names index and key', () => {
      const engine = open(credits)
      engine.insert('credits', [{ memberId: 'm1', source: 'b1' }])
      expect(() => engine.insert('credits', [{ memberId: 'm1', source: 'b1' }])).toThrow(
        /E11000 duplicate key error collection: credits index: once dup key: {"memberId":"m1","source":"b1"}/,
      )
    })

    it('takes a missing field for null, whatever the other fields are', () => {
      const engine = open(credits)
      engine.insert('credits', [{ memberId: 'm1' }, { memberId: 'm2' }, {}])
      expect(() => engine.insert('credits', [{ memberId: 'm1', source: null }])).toThrow(/index: once/)
      expect(() => engine.insert('credits', [{ other: 1 }])).toThrow(/index: once/)
    })

    it('holds against updates too, and serves queries', () => {
      const engine = open(credits)
      engine.insert('credits', [
        { _id: 'a', memberId: 'm1', source: 'b1' },
        { _id: 'b', memberId: 'm1', source: 'b2' },
      ])
      const change = readUpdate({ $set: { source: 'b1' } })
      expect(() => engine.update('credits', readFilter({ _id: 'b' }), change, true)).toThrow(/E11000/)
      expect(engine.explain('credits', readFilter({ memberId: 'm1', source: 'b2' }))).toMatch(
        /USING INDEX credits.once/,
      )
    })

    it('is not built over documents that contradict it', () => {
      const engine = open({ credits: { indexes: [] } })
      engine.insert('credits', [
        { memberId: 'm1', source: 'b1' },
        { memberId: 'm1', source: 'b1' },
      ])
      close(engine)
      expect(() => open(credits)).toThrow(/Index credits.once cannot be built over the existing documents/)
      expect(open({ credits: { indexes: [] } }).count('credits', {})).toBe(2)
    })

    it('takes no array', () => {
      expect(() => open(credits).insert('credits', [{ memberId: ['m1'], source: 'b1' }])).toThrow(
        /no unique index over an array/,
      )
    })
  })
})
