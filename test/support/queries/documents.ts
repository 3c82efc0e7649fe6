import type { PlainObject } from '#local/engine/documents'
import { manifest } from '#store/manifest'
import {
  above,
  atLeast,
  atMost,
  below,
  between,
  missing,
  noneOf,
  not,
  oneOf,
  present,
} from '#store/words/conditions'
import type { Asking, Said, Word } from './askings'

/** Ranges hold numbers between the two; the three in the middle meet every range. */
const [before, from, low, middle, high, to, after] = [400, 500, 501, 550, 599, 600, 700]

/** A condition as the product would write it. */
const conditions: Readonly<Record<Word, unknown>> = {
  value: 'x',
  null: null,
  oneOf: oneOf(['x', 'y']),
  noneOf: noneOf(['x', 'y']),
  not: not('x'),
  above: above(from),
  atLeast: atLeast(from),
  below: below(to),
  atMost: atMost(to),
  between: between(atLeast(from), below(to)),
  missing,
  present,
}

const found = (index: number): string => `m_${String(index).padStart(3, '0')}`
/** Of so many ids that a query names, and documents that it finds at first. */
export const first = 60
const ids = oneOf(Array.from({ length: first }, (_, index) => found(index)))

/** The query of an asking. */
export const whereOf = ({ where }: Asking): object =>
  Object.fromEntries(where.map(({ field, word }) => [field, field === '_id' ? ids : conditions[word]]))

const ranges: readonly Word[] = ['above', 'atLeast', 'below', 'atMost', 'between']

/** A value that meets a condition; undefined is no value. */
function fitting(word: Word, index: number, number: number): unknown {
  if (ranges.includes(word)) return number
  if (word === 'oneOf') return index % 2 === 0 ? 'x' : 'y'
  if (word === 'null') return null
  if (word === 'missing') return undefined
  return word === 'not' || word === 'noneOf' ? 'w' : 'x'
}

/** One that does not; where either is possible, before or after those that do. */
function failing(word: Word, isBefore: boolean): unknown {
  if (word === 'between') return isBefore ? before : after
  if (word === 'above' || word === 'atLeast') return before
  if (word === 'below' || word === 'atMost') return after
  if (word === 'value' || word === 'oneOf') return isBefore ? 'a' : 'z'
  return word === 'present' ? undefined : 'x'
}

/** The key by which an index sorts; undefined where it only finds. */
export function sortKey({ collection, index }: Asking): string | undefined {
  const { keys = [] } = manifest[collection]?.indexes.find(({ name }) => name === index) ?? {}
  return keys.some(([field]) => field === '_id') ? keys.at(-2)?.[0] : undefined
}

interface Place {
  readonly id: string
  readonly number: number
  readonly index: number
}

/** A document that an asking finds, or one that fails this of its conditions alone. */
function made(asking: Asking, { id, number, index }: Place, fails?: Said): PlainObject {
  const key = sortKey(asking)
  const doc: PlainObject = key === undefined ? { _id: id } : { _id: id, [key]: number }
  for (const said of asking.where) {
    const value = said === fails ? failing(said.word, number === low) : fitting(said.word, index, number)
    if (said.field !== '_id' && value !== undefined) putAt(doc, said.field.split('.'), value)
  }
  return doc
}

const times = (count: number, make: (index: number) => PlainObject): PlainObject[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** Documents that an asking finds, all at one place of its order. */
export const foundBy = (asking: Asking): PlainObject[] =>
  times(first, (index) => made(asking, { id: found(index), number: middle, index }))

/** Others before and after these, which it finds as well or which fail one condition. */
export const around = (asking: Asking, count: number, fails?: Said): PlainObject[] => {
  const name = fails?.field ?? ''
  return [
    ...times(count, (index) => made(asking, { id: `a_${name}_${index}`, number: low, index }, fails)),
    ...times(count, (index) => made(asking, { id: `z_${name}_${index}`, number: high, index }, fails)),
  ]
}

function putAt(doc: PlainObject, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) doc[name] = value
  else {
    const inner = (doc[name] ?? {}) as PlainObject
    doc[name] = inner
    putAt(inner, rest, value)
  }
}
