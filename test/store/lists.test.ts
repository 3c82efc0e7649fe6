import fc from 'fast-check'
import { noShows, sessions } from '#store/collections'
import { type Index, indexOf } from '#store/engine/indexes'
import { type Asked, behind, checkFound, sortOf } from '#store/engine/lists'
import { above, atLeast, atMost, below, between, oneOf } from '#store/words/conditions'

const names = ['a', 'b', 'c', 'd', 'e']
const sorting = fc
  .record({ size: fc.integer({ min: 1, max: 5 }), descends: fc.boolean() })
  .map(({ size, descends }): Index => {
    const inner = names.slice(0, size - 1)
    const last = names[size - 1] ?? ''
    return indexOf('list', [...inner, descends ? `-${last}` : last])
  })
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
const fixed = fc.oneof(value, fc.array(fc.string(), { minLength: 1 }).map(oneOf))

/** A query that fixes these fields, each to a value or to one of several. */
const fixing = (fields: readonly string[]): fc.Arbitrary<Asked> =>
  fc.record(Object.fromEntries(fields.map((field) => [field, fixed])))

const fieldsOf = ({ keys }: Index): string[] =>
  keys.map(([field]) => field).filter((field) => field !== '_id')
const innerOf = (index: Index): string[] => fieldsOf(index).slice(0, -1)
const lastOf = ({ keys }: Index) => keys[keys.length - 2] ?? (['', 1] as const)

describe('a list over an index', () => {
  const withInner = sorting.chain((index) => fixing(innerOf(index)).map((asked) => ({ index, asked })))

  it('ends its index with the id, in the direction of the key before', () => {
    fc.assert(
      fc.property(sorting, (index) => {
        expect(index.keys.at(-1)).toEqual(['_id', lastOf(index)[1]])
      }),
    )
  })
  it('is sorted by the last key while that is open, a range or one of several', () => {
    fc.assert(
      fc.property(
        withInner,
        fc.constantFrom(above(1), below('x'), oneOf([1, 2])),
        ({ index, asked }, last) => {
          const [field] = lastOf(index)
          if (fieldsOf(index).length > 1) expect(sortOf(index, asked)).toEqual(lastOf(index))
          expect(sortOf(index, { ...asked, [field]: last })).toEqual(lastOf(index))
        },
      ),
    )
  })
  it('is sorted by id alone where the last key is one value', () => {
    fc.assert(
      fc.property(withInner, value, ({ index, asked }, one) => {
        const [field, direction] = lastOf(index)
        expect(sortOf(index, { ...asked, [field]: one })).toEqual(['_id', direction])
      }),
    )
  })
  it('turns round, and changes nothing else, from the other end', () => {
    fc.assert(
      fc.property(withInner, value, ({ index, asked }, one) => {
        const whole = { ...asked, [lastOf(index)[0]]: one }
        const [field, direction] = sortOf(index, whole)
        expect(sortOf(index, whole, true)).toEqual([field, -direction])
      }),
    )
  })
  it('is refused where a key before the last is open or a range', () => {
    fc.assert(
      fc.property(withInner, fc.nat(), ({ index, asked }, pick) => {
        const inner = innerOf(index)
        fc.pre(inner.length > 0)
        const loose = inner[pick % inner.length] ?? ''
        const { [loose]: _, ...rest } = asked
        const whole = { ...rest, [lastOf(index)[0]]: 1 }
        expect(() => sortOf(index, whole)).toThrow(loose)
        expect(() => sortOf(index, { ...whole, [loose]: above(1) })).toThrow(loose)
      }),
    )
  })
  it('is refused where the first key is not said', () => {
    fc.assert(
      fc.property(sorting, (index) => {
        const [first = '', ...others] = fieldsOf(index)
        const asked = Object.fromEntries(others.map((field) => [field, 1]))
        expect(() => checkFound(index, asked)).toThrow(first)
        expect(() => sortOf(index, asked)).toThrow(first)
      }),
    )
  })
})

describe('an index that only finds', () => {
  it.each([{ exact: ['a', 'b'] }, { unique: ['a', 'b'] }])('is asked for all of its keys: %j', (words) => {
    const index = indexOf('one', words)
    expect(index.keys.map(([field]) => field)).toEqual(['a', 'b'])
    expect(sortOf(index, { a: 1, b: oneOf([1, 2]) })).toEqual(['_id', 1])
    expect(() => checkFound(index, { a: 1 })).toThrow('b')
    expect(() => sortOf(index, { a: 1 })).toThrow('b')
  })
})

describe('a list that goes on', () => {
  it('asks for what lies behind the value, or beside it behind the id', () => {
    expect(behind({ a: 1 }, ['b', 1], [5, 'x'])).toEqual({
      allOf: [{ a: 1, b: atLeast(5) }],
      anyOf: [{ b: above(5) }, { b: 5, _id: above('x') }],
    })
    expect(behind({ a: 1 }, ['b', -1], [5, 'x'])).toEqual({
      allOf: [{ a: 1, b: atMost(5) }],
      anyOf: [{ b: below(5) }, { b: 5, _id: below('x') }],
    })
  })
  it.each([
    ['a beginning that it has passed', 1, above(3), atLeast(5)],
    ['a beginning that it has reached', 1, atLeast(5), atLeast(5)],
    ['a beginning beyond it', 1, above(7), above(7)],
    ['an end', 1, below(9), between(atLeast(5), below(9))],
    ['both', 1, between(above(3), below(9)), between(atLeast(5), below(9))],
    ['both, the beginning beyond it', 1, between(above(7), below(9)), between(above(7), below(9))],
    ['a beginning, from the other end', -1, atMost(9), atMost(5)],
    ['both, from the other end', -1, between(above(3), below(9)), between(atMost(5), above(3))],
    ['several values', 1, oneOf([3, 7]), oneOf([3, 7])],
    ['days, and another kind of value in the cursor', 1, atLeast('2026-11-29'), atLeast('2026-11-29')],
  ] as const)('begins a range where it has come to: %s', (_name, direction, range, expected) => {
    const { allOf } = behind({ a: 1, b: range }, ['b', direction], [5, 'x'])
    expect(allOf).toEqual([{ a: 1, b: expected }])
  })
  it('asks for ids alone where it is sorted by them', () => {
    expect(behind({ a: 1 }, ['_id', -1], ['x', 'x'])).toEqual({ allOf: [{ a: 1 }, { _id: below('x') }] })
  })
})

describe('what goes with the documents of a list', () => {
  it('is found by an id, or by a field with which an index begins', () => {
    expect(sessions.naming('_id', 'sessionId', ['title'], { roster: 'm_1' })).toMatchObject({
      from: 'sessions',
      fields: ['_id', 'title', 'roster.m_1'],
    })
    expect(noShows.naming('accusedId', 'memberId', ['state'])).toMatchObject({ by: 'accusedId' })
    expect(() => noShows.naming('state', 'memberId', ['saidAt'])).toThrow(
      'no index of noShows begins with state',
    )
  })
})
