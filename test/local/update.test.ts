import fc from 'fast-check'
import type { Doc } from '#local/engine/documents'
import { readUpdate } from '#local/engine/update'

const apply = (doc: object, update: object) => {
  const { _id, ...rest } = readUpdate(update)({ _id: 'x', ...doc } as Doc)
  return rest
}

describe('an update by operators', () => {
  it.each<[string, object, object, object]>([
    ['$set replaces a value', { a: 1 }, { $set: { a: 2 } }, { a: 2 }],
    ['$set makes objects on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set writes into an array by index', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    ['$set fills an array with nulls', { a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
    ['$set reaches an object in an array', { a: [{ n: 1 }] }, { $set: { 'a.0.n': 2 } }, { a: [{ n: 2 }] }],
    [
      '$set by number makes an object key where there is no array',
      {},
      { $set: { 'a.0': 1 } },
      { a: { 0: 1 } },
    ],
    ['$unset removes a field', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['$unset leaves a missing path alone', { b: 2 }, { $unset: { 'a.c': '' } }, { b: 2 }],
    ['$unset turns an array element into null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$inc adds', { n: 1 }, { $inc: { n: -3 } }, { n: -2 }],
    ['$inc begins a missing field', {}, { $inc: { 'a.n': 2 } }, { a: { n: 2 } }],
    ['$mul multiplies', { n: 3 }, { $mul: { n: 2 } }, { n: 6 }],
    ['$mul begins a missing field with 0', {}, { $mul: { n: 2 } }, { n: 0 }],
    ['$min takes the lesser', { n: 3 }, { $min: { n: 2 } }, { n: 2 }],
    ['$min keeps the lesser', { n: 1 }, { $min: { n: 2 } }, { n: 1 }],
    ['$min begins a missing field', {}, { $min: { n: 2 } }, { n: 2 }],
    ['$min compares with null by type', { n: null }, { $min: { n: 2 } }, { n: null }],
    ['$max takes the greater', { n: 1 }, { $max: { n: 2 } }, { n: 2 }],
    ['$max compares types as MongoDB orders them', { n: 9 }, { $max: { n: 'a' } }, { n: 'a' }],
    ['$push appends', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['$push begins a missing field', {}, { $push: { a: 2 } }, { a: [2] }],
    ['$push of an array adds one element', { a: [] }, { $push: { a: [1, 2] } }, { a: [[1, 2]] }],
    ['$push of each adds several', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    [
      '$push at a position',
      { a: [1, 4] },
      { $push: { a: { $each: [2, 3], $position: 1 } } },
      { a: [1, 2, 3, 4] },
    ],
    [
      '$push counts a negative position from the end',
      { a: [1, 2] },
      { $push: { a: { $each: [9], $position: -1 } } },
      { a: [1, 9, 2] },
    ],
    [
      '$push keeps the first of a slice',
      { a: [1] },
      { $push: { a: { $each: [2, 3], $slice: 2 } } },
      { a: [1, 2] },
    ],
    [
      '$push keeps the last of a negative slice',
      { a: [1] },
      { $push: { a: { $each: [2, 3], $slice: -2 } } },
      { a: [2, 3] },
    ],
    ['$push sorts', { a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1 } } }, { a: [1, 2, 3] }],
    [
      '$push sorts by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    ['$addToSet adds what is new', { a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    ['$addToSet leaves what is there', { a: [{ k: 1 }] }, { $addToSet: { a: { k: 1 } } }, { a: [{ k: 1 }] }],
    [
      '$addToSet keeps duplicates that were there',
      { a: [1, 1] },
      { $addToSet: { a: { $each: [1, 2, 2] } } },
      { a: [1, 1, 2] },
    ],
    ['$pop takes the last', { a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
    ['$pop takes the first', { a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
    ['$pop leaves a missing field missing', {}, { $pop: { a: 1 } }, {}],
    ['$pull takes every equal element', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull takes by operators', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [
      '$pull takes documents by a query',
      { a: [{ k: 1, n: 1 }, { k: 2 }] },
      { $pull: { a: { k: 1 } } },
      { a: [{ k: 2 }] },
    ],
    [
      '$pull spares plain elements from a query on documents',
      { a: [1, { k: 1 }] },
      { $pull: { a: { k: 1 } } },
      { a: [1] },
    ],
    ['$pullAll takes all that are listed', { a: [1, 2, 3, 2] }, { $pullAll: { a: [2, 3] } }, { a: [1] }],
    ['$rename moves a value', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    ['$rename leaves a missing field alone', { b: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
  ])('%s', (_name, before, update, after) => {
    expect(apply(before, update)).toEqual(after)
  })

  it.each<[string, object, object, RegExp]>([
    ['$inc on text', { n: 'a' }, { $inc: { n: 1 } }, /non-numeric type string/],
    ['$inc on null', { n: null }, { $inc: { n: 1 } }, /non-numeric type null/],
    ['$inc by text', { n: 1 }, { $inc: { n: '1' } }, /non-numeric argument/],
    ['$mul on null', { n: null }, { $mul: { n: 2 } }, /non-numeric type null/],
    ['$push on text', { a: 'x' }, { $push: { a: 1 } }, /must be an array but is of type string/],
    ['$push on null', { a: null }, { $push: { a: 1 } }, /must be an array but is of type null/],
    ['$push of each without a list', {}, { $push: { a: { $each: 1 } } }, /\$each in \$push must be an array/],
    ['$push with an unknown clause', {}, { $push: { a: { $each: [], $where: 1 } } }, /Unrecognized clause/],
    ['$addToSet on a number', { a: 1 }, { $addToSet: { a: 1 } }, /must be an array/],
    ['$pull on an object', { a: {} }, { $pull: { a: 1 } }, /must be an array/],
    ['$pop by two', { a: [1] }, { $pop: { a: 2 } }, /expects 1 or -1/],
    ['a path through a number', { a: 1 }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
    ['a path through null', { a: null }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
    ['a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
    ['two operators on one path', {}, { $set: { a: 1 }, $inc: { a: 1 } }, /conflict at 'a'/],
    ['a path and its parent', {}, { $set: { a: {}, 'a.b': 1 } }, /conflict at 'a'/],
    [
      'a rename onto a path that is written',
      { a: 1 },
      { $rename: { a: 'b' }, $set: { 'b.c': 1 } },
      /conflict at 'b'/,
    ],
    ['a change of _id', {}, { $set: { _id: 'y' } }, /immutable field '_id'/],
    ['a removal of _id', {}, { $unset: { _id: '' } }, /immutable field '_id'/],
    ['a positional path', { a: [1] }, { $set: { 'a.$': 1 } }, /does not support '\$'/],
    ['an empty field name', {}, { $set: { 'a..b': 1 } }, /empty field name/],
    ['an unknown operator', {}, { $bit: { a: { and: 1 } } }, /does not support \$bit/],
    ['an update without operators', {}, { a: 1 }, /needs an object of fields|does not support/],
  ])('refuses %s', (_name, before, update, text) => {
    expect(() => apply(before, update)).toThrow(text)
  })

  it('accepts paths that share only the beginning of a name', () => {
    expect(apply({}, { $set: { a: 1, ab: 2 } })).toEqual({ a: 1, ab: 2 })
  })

  it('keeps a field called __proto__ a field', () => {
    const after = apply({}, { $set: { '__proto__.polluted': true } })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(Object.keys(after)).toEqual(['__proto__'])
  })

  const scalar = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom('a', 'b', null, true))
  const document = fc.record(
    {
      a: fc.oneof(scalar, fc.array(scalar, { maxLength: 4 })),
      b: fc.record({ c: scalar }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  )
  const change = fc.oneof(
    fc.record({ $set: fc.record({ a: scalar }) }),
    fc.record({ $inc: fc.record({ 'b.c': fc.integer({ min: -9, max: 9 }) }) }),
    fc.record({ $push: fc.record({ a: scalar }) }),
    fc.record({ $addToSet: fc.record({ a: scalar }) }),
    fc.record({ $pull: fc.record({ a: scalar }) }),
    fc.record({ $max: fc.record({ a: scalar }) }),
    fc.record({ $rename: fc.constant({ a: 'd' }) }),
  )

  it('never changes the document it was given, whether it succeeds or is refused', () => {
    fc.assert(
      fc.property(document, change, (doc, update) => {
        const given = { _id: 'x', ...doc } as Doc
        const before = JSON.stringify(given)
        try {
          readUpdate(update)(given)
        } catch {
          // A refusal changes nothing either.
        }
        expect(JSON.stringify(given)).toBe(before)
      }),
    )
  })

  it('$addToSet and then $pull of a new element leaves the array as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.integer(), (a, item) => {
        fc.pre(!a.includes(item))
        const added = apply({ a }, { $addToSet: { a: item } })
        expect(apply(added, { $pull: { a: item } })).toEqual({ a })
      }),
    )
  })
})
