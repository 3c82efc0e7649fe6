import { BSONRegExp } from 'bson'
import fc from 'fast-check'
import type { Doc } from '#local/engine/documents'
import { type Engine, openEngine } from '#local/engine/engine'
import { compileFilter, readFilter } from '#local/engine/filter'
import { type Order, sortDocuments } from '#local/engine/order'
import { readProjection } from '#local/engine/projection'
import { temporaryFolder } from './support/testCloud'

const finds = (doc: object, query: object) => compileFilter(readFilter(query))({ ...doc })

describe('a query', () => {
  it.each<[string, object, object, boolean]>([
    ['equals a value', { a: 1 }, { a: 1 }, true],
    ['does not equal the text of a number', { a: 1 }, { a: '1' }, false],
    ['null finds a missing field', {}, { a: null }, true],
    ['null finds null', { a: null }, { a: null }, true],
    ['null does not find a value', { a: 0 }, { a: null }, false],
    ['a value finds a member of an array', { a: [1, 2] }, { a: 2 }, true],
    ['a whole array is found', { a: [1, 2] }, { a: [1, 2] }, true],
    ['a sub-document is found', { a: { b: 1 } }, { a: { b: 1 } }, true],
    ['a path enters an object', { a: { b: 1 } }, { 'a.b': 1 }, true],
    ['a path enters the objects of an array', { a: [{ b: 1 }, { b: 2 }] }, { 'a.b': 2 }, true],
    ['a path takes an index', { a: [5, 6] }, { 'a.1': 6 }, true],
    ['$ne spares equals', { a: 1 }, { a: { $ne: 1 } }, false],
    ['$ne finds a missing field', {}, { a: { $ne: 1 } }, true],
    ['$gt compares numbers only with numbers', { a: 'z' }, { a: { $gt: 1 } }, false],
    ['$gt excludes the edge', { a: 1 }, { a: { $gt: 1 } }, false],
    ['$gte includes the edge', { a: 1 }, { a: { $gte: 1 } }, true],
    ['$lt and $gt bound together', { a: 5 }, { a: { $gt: 1, $lt: 9 } }, true],
    ['$lt does not find a missing field', {}, { a: { $lt: 9 } }, false],
    ['$in finds one of them', { a: 2 }, { a: { $in: [1, 2] } }, true],
    ['$in with null finds a missing field', {}, { a: { $in: [null] } }, true],
    ['$in of nothing finds nothing', { a: 2 }, { a: { $in: [] } }, false],
    ['$in takes regular expressions', { a: '陪诊' }, { a: { $in: [new BSONRegExp('^陪', '')] } }, true],
    ['$nin finds a missing field', {}, { a: { $nin: [1] } }, true],
    ['$exists finds null', { a: null }, { a: { $exists: true } }, true],
    ['$exists false finds a missing field only', { a: null }, { a: { $exists: false } }, false],
    ['$all finds all of them', { a: [1, 2, 3] }, { a: { $all: [3, 1] } }, true],
    ['$all misses one', { a: [1, 2] }, { a: { $all: [1, 9] } }, false],
    ['$all finds a single value', { a: 1 }, { a: { $all: [1] } }, true],
    ['$all of nothing finds nothing', { a: [1] }, { a: { $all: [] } }, false],
    ['$size counts', { a: [1, 2] }, { a: { $size: 2 } }, true],
    ['$size is for arrays', { a: 'ab' }, { a: { $size: 2 } }, false],
    [
      '$elemMatch wants one element to satisfy all',
      {
        a: [
          { k: 1, n: 2 },
          { k: 2, n: 1 },
        ],
      },
      { a: { $elemMatch: { k: 1, n: 1 } } },
      false,
    ],
    [
      '$elemMatch finds such an element',
      { a: [{ k: 1, n: 1 }] },
      { a: { $elemMatch: { k: 1, n: 1 } } },
      true,
    ],
    [
      '$elemMatch with fields spares plain elements',
      { a: [1, 2, 3] },
      { a: { $elemMatch: { k: 2 } } },
      false,
    ],
    [
      '$elemMatch with operators tests the element',
      { a: [1, 7] },
      { a: { $elemMatch: { $gt: 5, $lt: 9 } } },
      true,
    ],
    ['$elemMatch is for arrays', { a: 7 }, { a: { $elemMatch: { $gt: 5 } } }, false],
    [
      '$elemMatch nests',
      { a: [{ b: [{ c: 1 }] }] },
      { a: { $elemMatch: { b: { $elemMatch: { c: 1 } } } } },
      true,
    ],
    ['$not turns a condition round', { a: 1 }, { a: { $not: { $gt: 5 } } }, true],
    ['$not finds a missing field', {}, { a: { $not: { $gt: 5 } } }, true],
    ['$not takes a regular expression', { a: 'x' }, { a: { $not: new BSONRegExp('^x', '') } }, false],
    ['$and wants both', { a: 1, b: 2 }, { $and: [{ a: 1 }, { b: 3 }] }, false],
    ['$or wants one', { a: 1, b: 2 }, { $or: [{ a: 9 }, { b: 2 }] }, true],
    ['$nor wants none', { a: 1 }, { $nor: [{ a: 1 }] }, false],
    ['a regular expression finds', { a: '陪诊服务' }, { a: new BSONRegExp('陪诊', '') }, true],
    ['a regular expression may ignore case', { a: 'Repair' }, { a: new BSONRegExp('^repair$', 'i') }, true],
    ['$regex with $options finds', { a: 'Repair' }, { a: { $regex: '^repair', $options: 'i' } }, true],
    ['a regular expression is for text', { a: 12 }, { a: new BSONRegExp('1', '') }, false],
    [
      'a regular expression finds a member of an array',
      { a: ['x', 'y'] },
      { a: new BSONRegExp('y', '') },
      true,
    ],
  ])('%s', (_name, doc, query, found) => {
    expect(finds(doc, query)).toBe(found)
  })

  it.each<[string, object]>([
    ['$expr', { $expr: { $lt: ['$a', '$b'] } }],
    ['$where', { $where: 'true' }],
    ['$mod', { a: { $mod: [2, 0] } }],
    ['$type', { a: { $type: 'string' } }],
    ['an operator inside $elemMatch', { a: { $elemMatch: { k: { $near: 1 } } } }],
    ['an operator inside $or', { $or: [{ a: { $bitsAllSet: 1 } }] }],
    ['a flag that JavaScript lacks', { a: new BSONRegExp('a', 'x') }],
    ['a broken regular expression', { a: new BSONRegExp('(', '') }],
    ['$in without a list', { a: { $in: 1 } }],
    ['an empty $or', { $or: [] }],
    ['$options without $regex', { a: { $options: 'i' } }],
  ])('refuses %s', (_name, query) => {
    expect(() => readFilter(query)).toThrow(/^\[InvalidParameter\]/)
  })
})

describe('the order of documents', () => {
  const sorted = (values: unknown[], direction: 1 | -1) =>
    sortDocuments(
      values.map((a, i) => ({ _id: i, a })),
      [['a', direction]],
    ).map(({ a }) => a)

  it('puts types in MongoDB’s order', () => {
    expect(sorted([true, 'a', [], null, { a: 1 }, 3], 1)).toEqual([[], null, 3, 'a', { a: 1 }, true])
  })

  it('sorts an array by its least member ascending and its greatest descending', () => {
    expect(sorted([[2, 9], [5], [1, 3]], 1)).toEqual([[1, 3], [2, 9], [5]])
    expect(sorted([[2, 9], [5], [1, 3]], -1)).toEqual([[2, 9], [5], [1, 3]])
  })

  it('sorts text by code point', () => {
    expect(sorted(['𠮷', '，', 'z'], 1)).toEqual(['z', '，', '𠮷'])
  })
})

describe('a projection', () => {
  const doc = { _id: 'x', a: { b: 1, c: 2 }, d: [{ e: 1, f: 2 }, 5], g: 3 }

  it.each<[string, object, object]>([
    ['keeps named fields and _id', { g: 1 }, { _id: 'x', g: 3 }],
    ['leaves _id out', { g: 1, _id: 0 }, { g: 3 }],
    ['keeps a nested field', { 'a.b': 1 }, { _id: 'x', a: { b: 1 } }],
    ['keeps a field of every object in an array', { 'd.e': 1 }, { _id: 'x', d: [{ e: 1 }] }],
    ['keeps a parent named together with its child', { a: 1, 'a.b': 1 }, { _id: 'x', a: { b: 1, c: 2 } }],
    ['keeps a parent named after its child', { 'a.b': 1, a: 1 }, { _id: 'x', a: { b: 1, c: 2 } }],
    ['leaves named fields out', { a: 0, d: 0 }, { _id: 'x', g: 3 }],
    ['leaves a nested field out', { 'a.b': 0, d: 0 }, { _id: 'x', a: { c: 2 }, g: 3 }],
    ['leaves only _id out', { _id: 0 }, { a: { b: 1, c: 2 }, d: [{ e: 1, f: 2 }, 5], g: 3 }],
    ['keeps only _id', { _id: 1 }, { _id: 'x' }],
  ])('%s', (_name, spec, expected) => {
    expect(readProjection(spec)(doc)).toEqual(expected)
  })

  it('refuses to keep and to leave out at once', () => {
    expect(() => readProjection({ a: 1, g: 0 })).toThrow(/cannot mix/)
  })
})

describe('an index', () => {
  const indexed = {
    plain: { indexes: [] },
    indexed: {
      indexes: [
        {
          name: 'a',
          keys: [
            ['a', 1],
            ['b.c', -1],
          ],
        },
        { name: 'b', keys: [['b.c', 1]] },
      ],
    },
  } as const

  let engine: Engine

  beforeEach(() => {
    engine = openEngine({ file: `${temporaryFolder()}/cloud.db`, manifest: indexed })
  })

  afterEach(() => engine.close())

  const value = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }) },
    fc.constantFrom('', 'a', '1', '，', '𠮷', null, true, false, 1.5),
    fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
  )
  const content = fc.record(
    { a: value, b: fc.oneof(value, fc.record({ c: value }, { requiredKeys: [] })) },
    { requiredKeys: [] },
  )
  const scalar = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', '1', null, true))
  const condition = fc.oneof(
    scalar,
    fc.record({ $gt: scalar }),
    fc.record({ $lte: scalar }),
    fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
    fc.record({ $exists: fc.boolean() }),
    fc.record({ $ne: scalar }),
  )
  const simple = fc.record({ a: condition, 'b.c': condition }, { requiredKeys: [] })
  const query = fc.oneof(
    simple,
    fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
    fc.record({ a: condition, $and: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
  )
  const order = fc.constantFrom<Order>(
    [['_id', 1]],
    [
      ['a', 1],
      ['_id', 1],
    ],
    [
      ['b.c', -1],
      ['_id', -1],
    ],
    [
      ['a', -1],
      ['b.c', 1],
      ['_id', 1],
    ],
  )

  it('changes no answer: every query finds the same documents in the same order as without it', () => {
    fc.assert(
      fc.property(
        fc.array(content, { maxLength: 12 }),
        query,
        order,
        fc.nat(3),
        (contents, where, by, skip) => {
          for (const name of ['plain', 'indexed']) engine.remove(name, {}, true)
          const docs = contents.map((doc, i): Doc => ({ _id: `d${i}`, ...doc }))
          for (const name of ['plain', 'indexed']) engine.insert(name, docs)
          const selection = { filter: readFilter(where), order: by, skip, limit: 5 }
          expect(engine.find('indexed', selection)).toEqual(engine.find('plain', selection))
        },
      ),
      { numRuns: 150 },
    )
  })
})
