import { join } from 'node:path'
import { EJSON } from 'bson'
import fc from 'fast-check'
import { Connection } from '#local/engine/connection'
import { type Doc, toWire } from '#local/engine/documents'
import { type Engine, openEngine } from '#local/engine/engine'
import { compileFilter, readFilter } from '#local/engine/filter'
import { sortDocuments } from '#local/engine/order'
import { readProjection } from '#local/engine/projection'
import { readUpdate } from '#local/engine/update'
import { temporaryFolder } from './support/testCloud'

const keys = [
  ['a', 1],
  ['b.c', 1],
] as const
/** Three collections for the same documents: no index, one over these fields, and one that has held a date. */
const manifest = {
  plain: { indexes: [] },
  indexed: {
    indexes: [
      { name: 'both', keys },
      { name: 'nested', keys: [['b.c', -1]] },
      { name: 'list', keys: [...keys, ['_id', 1]] },
    ],
  },
  dated: { indexes: [{ name: 'both', keys }] },
} as const
const collections = Object.keys(manifest)

const ordinary = { noNullPrototype: true }
const number = fc.oneof(
  fc.integer({ min: -1, max: 3 }),
  fc.constantFrom(0.1 + 0.2, -0.5, 1e21, 2 ** 60 + 1024),
)
const text = fc.constantFrom('', 'a', 'b', '1', '，', '𠮷', 'é', '{"$date":1}', '$x', 'a"b\\')
const scalar = fc.oneof(number, text, fc.constantFrom(null, true, false))
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.constantFrom([], [[1]], [['a'], 2]) },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ c: scalar }, ordinary) },
)
const date = fc.constantFrom(new Date(0), new Date(1e12))
const inner = fc.record({ c: value, d: value }, { requiredKeys: [], ...ordinary })
const content = (one: fc.Arbitrary<unknown>) =>
  fc.record(
    { a: one, b: fc.oneof(one, inner, inner, fc.array(inner, { maxLength: 2 })), e: one },
    { requiredKeys: [], ...ordinary },
  )

const operand = fc.oneof({ weight: 8, arbitrary: scalar }, fc.constantFrom([1], { c: 1 }), date)
const operators = fc.oneof(
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'].map(
    (operator) => fc.record({ [operator]: operand }),
    ordinary,
  ),
  fc.record({ $gte: number, $lt: number }, ordinary),
  fc.record({ $in: fc.array(operand, { maxLength: 3 }) }, ordinary),
  fc.record({ $nin: fc.array(operand, { maxLength: 3 }) }, ordinary),
  fc.record({ $exists: fc.boolean() }, ordinary),
  fc.record({ $size: fc.integer({ min: 0, max: 2 }) }, ordinary),
  fc.record({ $not: fc.record({ $gt: scalar }, ordinary) }, ordinary),
  fc.record({ $elemMatch: fc.record({ c: scalar }, ordinary) }, ordinary),
)
const condition = fc.oneof({ weight: 2, arbitrary: operand }, { weight: 3, arbitrary: operators })
const field = fc.constantFrom('a', 'b', 'b.c', 'b.d', 'b.0', 'e', 'a.length', 'b.c.d', 'x"y', '_id')
const simple = fc.dictionary(field, condition, { maxKeys: 2, ...ordinary })
const branches = fc.array(simple, { minLength: 1, maxLength: 2 })
const query = fc.oneof(
  simple,
  fc.record({ $or: branches }, ordinary),
  fc.record({ $nor: branches }, ordinary),
  fc.record({ e: condition, $and: branches }, ordinary),
)

let engine: Engine

beforeEach(() => {
  engine = openEngine({ file: join(temporaryFolder(), 'cloud.db'), manifest })
})
afterEach(() => engine.close())

function fill(contents: readonly object[]): Doc[] {
  const docs = contents.map((doc, i): Doc => ({ ...doc, _id: i === 0 ? 1 : `d${i}` }))
  for (const name of collections) {
    engine.remove(name, {}, true)
    engine.insert(name, docs)
  }
  return docs
}

const differ = (a: object, b: object | undefined) => JSON.stringify(a) !== JSON.stringify(b)
const ids = (docs: readonly Doc[]) => docs.map(({ _id }) => _id).sort()

/** So much that a document is large with it. */
const padding = 'x'.repeat(9000)

describe('what SQL answers', () => {
  it.each([
    ['values of JSON', value, {}],
    ['dates among them', fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: date }), {}],
    ['large documents', value, { padding }],
  ])('is what mingo answers: %s', (_name, values, more) => {
    engine.insert('dated', [{ a: new Date(5) }])
    fc.assert(
      fc.property(fc.array(content(values), { maxLength: 8 }), query, (contents, asked) => {
        const docs = fill(contents.map((doc) => ({ ...doc, ...more })))
        const filter = readFilter(asked)
        const expected = ids(docs.filter(compileFilter(filter)))
        for (const name of collections) {
          expect([name, ids(engine.find(name, { filter }))]).toEqual([name, expected])
          expect([name, engine.count(name, filter)]).toEqual([name, expected.length])
          expect([name, engine.update(name, filter, readUpdate({ $set: { seen: 1 } }), true)]).toEqual([
            name,
            expected.length,
          ])
        }
      }),
      { numRuns: 125 },
    )
  })
})

const way = fc.constantFrom<1 | -1>(1, -1)
const listed = fc.record({
  filter: fc.record(
    {
      a: fc.oneof(condition, fc.record({ $in: fc.array(scalar, { maxLength: 4 }) }, ordinary)),
      'b.c': condition,
      e: scalar,
    },
    { requiredKeys: ['a'], ...ordinary },
  ),
  first: way,
  tie: way,
  after: fc.option(number, { nil: undefined }),
  skip: fc.nat(2),
  limit: fc.integer({ min: 1, max: 4 }),
})

const plainLine = fc.record(
  {
    a: fc.oneof(fc.integer({ min: -1, max: 3 }), text, fc.constantFrom(null, true, false)),
    b: fc.record({ c: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constantFrom('a', 'b')) }, ordinary),
    e: scalar,
  },
  { requiredKeys: [], ...ordinary },
)

describe('a page of a list over one of several values', () => {
  it.each([
    ['values that SQL can sort', plainLine],
    ['any of JSON', content(value)],
    ['dates among them', content(fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: date }))],
  ])('is what sorting all that mingo finds would give: %s', (_name, line) => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), listed, (contents, asked) => {
        const { first, tie, after, skip, limit } = asked
        const docs = fill(contents)
        const operator = first === 1 ? '$gt' : '$lt'
        const behind = {
          $or: [{ 'b.c': { [operator]: after } }, { 'b.c': after, _id: { [operator]: 'd3' } }],
        }
        const edge = { 'b.c': { [`${operator}e`]: after } }
        const filter = readFilter(after === undefined ? asked.filter : { $and: [asked.filter, edge, behind] })
        const order = [
          ['b.c', first],
          ['_id', tie],
        ] as const
        const expected = sortDocuments(docs.filter(compileFilter(filter)), order).slice(skip, skip + limit)
        for (const name of collections)
          expect([name, engine.find(name, { filter, order, skip, limit })]).toEqual([name, expected])
      }),
      { numRuns: 200 },
    )
  })
})

const path = fc.constantFrom('a', 'b', 'b.c', 'b.d', 'b.0', 'b.0.c', 'e', 'b.c.d', 'new.c', 'new.d')
const fieldsOf = (one: fc.Arbitrary<unknown>) =>
  fc.dictionary(path, one, { minKeys: 1, maxKeys: 2, ...ordinary })
const update = fc.oneof(
  { weight: 4, arbitrary: fc.record({ $set: fieldsOf(value) }, ordinary) },
  { weight: 2, arbitrary: fc.record({ $inc: fieldsOf(fc.integer({ min: 0, max: 2 })) }, ordinary) },
  ...['$push', '$addToSet', '$pull', '$min', '$max', '$unset'].map((operator) =>
    fc.record({ [operator]: fieldsOf(value) }, ordinary),
  ),
  fc.record({ $rename: fieldsOf(path) }, ordinary),
  fc.record({ $set: fieldsOf(value), $inc: fieldsOf(fc.constant(1)) }, ordinary),
)

/** What the work answers, or why it refuses. */
function outcome<T>(work: () => T): T | string {
  try {
    return work()
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}

describe('what SQL would answer otherwise', () => {
  it.each<[string, unknown, object]>([
    ['text beyond the first plane, whose halves sort before', '，', { $lt: '𠮷' }],
    ['a whole number beyond the exact ones', 2 ** 62 + 1024, { $eq: 2 ** 62 + 1024 }],
    ['a truth beside the number 1', true, { $in: [1, 'a'] }],
    ['text beside a number', 'a', { $gt: 1 }],
    ['an object beside text', { c: 1 }, { $gt: 'a' }],
    ['a list of lists', [[1]], { $eq: 1 }],
  ])('mingo decides: %s', (_name, a, condition) => {
    const docs = fill([{ a }, { a: 0 }, { a: 'b' }, { a: false }])
    const filter = readFilter({ a: condition })
    for (const name of collections) {
      expect(ids(engine.find(name, { filter }))).toEqual(ids(docs.filter(compileFilter(filter))))
    }
  })
})

describe('a change of a few fields inside SQLite', () => {
  it.each([
    ['a small one', {}],
    ['a large one', { padding }],
  ])('is the change of the whole document, and is refused in the same words: %s', (_name, more) => {
    fc.assert(
      fc.property(fc.array(content(value), { minLength: 1, maxLength: 4 }), update, (contents, asked) => {
        const docs = fill(contents.map((doc) => ({ ...doc, ...more })))
        const change = outcome(() => readUpdate(asked))
        fc.pre(typeof change !== 'string')
        for (const name of ['plain', 'indexed']) {
          const after = outcome(() => docs.map(change))
          const done = outcome(() => engine.update(name, {}, change, true))
          const stored = engine.find(name, { filter: {} })
          expect([name, stored]).toEqual([name, typeof after === 'string' ? docs : after])
          const changed =
            typeof after === 'string' ? after : after.filter((doc, i) => differ(doc, docs[i])).length
          expect([name, done]).toEqual([name, changed])
          expect(engine.count(name, readFilter({ 'b.c': 2 }))).toBe(
            stored.filter(compileFilter(readFilter({ 'b.c': 2 }))).length,
          )
        }
      }),
      { numRuns: 250 },
    )
  })

  it('may be a date, and what is written after it', () => {
    fill([{ a: 1, b: { c: 1 } }])
    const change = readUpdate({ $set: { 'b.c': new Date(7) } })
    expect(engine.update('plain', readFilter({ a: 1 }), change, false)).toBe(1)
    const inside = readUpdate({ $set: { 'b.c.d': 1 } })
    expect(() => engine.update('plain', {}, inside, true)).toThrow(/Cannot create field 'd'/)
    expect(engine.find('plain', { filter: readFilter({ 'b.c': { $gt: new Date(6) } }) })).toEqual([
      { _id: 1, a: 1, b: { c: new Date(7) } },
    ])
  })

  it('meets the same duplicates', () => {
    const file = join(temporaryFolder(), 'unique.db')
    const once = { name: 'once', keys: [['a', 1]], unique: true } as const
    const unique = openEngine({ file, manifest: { places: { indexes: [once] } } })
    unique.insert('places', [
      { _id: 'x', a: 1 },
      { _id: 'y', a: 2, b: { c: 1 } },
    ])
    expect(() =>
      unique.update('places', readFilter({ _id: 'y' }), readUpdate({ $inc: { 'b.c': 1, a: -1 } }), false),
    ).toThrow(/E11000 .* index: once dup key: {"a":1}/)
    expect(unique.find('places', { filter: readFilter({ _id: 'y' }) })).toEqual([
      { _id: 'y', a: 2, b: { c: 1 } },
    ])
    unique.close()
  })
})

describe('what SQL decides alone', () => {
  const people = Object.fromEntries(
    Array.from({ length: 500 }, (_, i) => [`m${i}`, { state: 'in', commands: [{ command: `c${i}` }] }]),
  )
  const large = { _id: 's1', rev: 3, free: 0, commands: ['c1', 'c2'], people }
  const ask = (filter: object) => {
    const read = jest.spyOn(JSON, 'parse')
    const changed = engine.update('plain', readFilter(filter), readUpdate({ $inc: { rev: 1 } }), false)
    const texts = read.mock.calls.map(([text]) => text.length)
    read.mockRestore()
    return { changed, read: texts.reduce((sum, length) => sum + length, 0) }
  }

  beforeEach(() => {
    engine.insert('plain', [large])
  })

  it.each([
    ['an old rev', { rev: 2 }],
    ['no place left', { free: { $gte: 1 } }],
    ['a command that was done', { commands: { $ne: 'c2' } }],
    ['somebody who is in', { 'people.m7.state': { $nin: ['in', 'waiting'] } }],
    ['one of two that do not hold', { $or: [{ free: { $gt: 0 } }, { rev: { $lt: 3 } }] }],
  ])('a condition that does not hold reads nothing of a large document: %s', (_name, condition) => {
    expect(ask({ _id: 's1', ...condition })).toEqual({ changed: 0, read: 0 })
  })

  it('reads what changes, and of lists of objects what is asked about', () => {
    expect(ask({ _id: 's1', rev: 3 })).toEqual({ changed: 1, read: '3'.length })
    const asked = ask({ _id: 's1', rev: 4, 'people.m7.commands.command': { $ne: 'c9' } })
    expect(asked.changed).toBe(1)
    expect(asked.read).toBeLessThan(60)
  })

  it('counts without reading a document', () => {
    const read = jest.spyOn(JSON, 'parse')
    expect(engine.count('plain', readFilter({ free: 0, 'people.m7.state': 'in' }))).toBe(1)
    expect(read).not.toHaveBeenCalled()
    read.mockRestore()
  })
})

describe('a few fields of a large document', () => {
  const specs = fc.dictionary(fc.oneof(path, field), fc.constant(1), { minKeys: 1, maxKeys: 3, ...ordinary })

  it('are those of the whole document', () => {
    fc.assert(
      fc.property(fc.array(content(value), { maxLength: 4 }), query, specs, (contents, asked, spec) => {
        const docs = fill(contents.map((doc) => ({ ...doc, padding })))
        const [filter, project] = [readFilter(asked), readProjection(spec)]
        const expected = docs.filter(compileFilter(filter)).map(project)
        for (const name of collections) {
          const found = engine.find(name, { filter, order: [['_id', 1]], limit: 5, fields: project.kept })
          expect([name, found.map(project)]).toEqual([name, expected])
        }
      }),
      { numRuns: 125 },
    )
  })
})

describe('the form of a document in the file', () => {
  const file = join(temporaryFolder(), 'form.db')
  const words = { _id: 'd', a: 1, b: { c: '𠮷"\\\u0000\ud800' }, e: 2 ** 60 + 1024 }
  const open = () => openEngine({ file, manifest })
  const done = (change: object) => {
    const held = open()
    held.update('indexed', readFilter({ _id: 'd' }), readUpdate(change), false)
    const [doc] = held.find('indexed', { filter: readFilter({ a: { $gte: 1 } }) })
    held.close()
    return doc
  }
  /** How SQLite keeps it. */
  const form = (change = '') => {
    const db = new Connection(file)
    if (change) db.exec(change)
    const [row] = db.all('SELECT typeof(doc) AS form FROM "c:indexed"')
    db.close()
    return row?.form
  }

  it('is text for a small one and JSONB for a large one, and changes with its size', () => {
    const held = open()
    held.insert('indexed', [words])
    held.close()
    expect(form()).toBe('text')
    expect(done({ $set: { padding } })).toEqual({ ...words, padding })
    expect(done({ $inc: { a: 1 } })).toEqual({ ...words, padding, a: 2 })
    expect(form()).toBe('blob')
    expect(done({ $unset: { padding: '' } })).toEqual({ ...words, a: 2 })
    expect(done({ $inc: { a: 1 } })).toEqual({ ...words, a: 3 })
    expect(form()).toBe('text')
  })

  it('may be text for a large one of an earlier edition', () => {
    const held = open()
    const { _id, ...content } = words
    held.set('indexed', _id, { ...content, padding })
    held.close()
    expect(form('UPDATE "c:indexed" SET doc = json(doc)')).toBe('text')
    expect(done({ $inc: { a: 1 } })).toEqual({ ...words, padding, a: 2 })
    expect(form()).toBe('blob')
  })
})

describe('an answer', () => {
  const numbers = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.constantFrom(-0, 2 ** 31, -(2 ** 31), 2 ** 31 - 1, 2 ** 63, -(2 ** 63), 2 ** 64, 1e21, 1e-7),
  )
  const any = fc.anything({
    values: [
      numbers,
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.constant(null),
      date,
      fc.constant(undefined),
    ],
    withNullPrototype: false,
  })

  it('is canonical EJSON, as the library for it writes it', () => {
    fc.assert(
      fc.property(any, (value) => {
        expect(toWire(value)).toBe(EJSON.stringify(value, { relaxed: false }))
      }),
      { numRuns: 500 },
    )
  })
})
