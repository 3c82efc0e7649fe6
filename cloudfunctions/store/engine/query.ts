import { Update, Without } from '#store/words/changes'
import { Test } from '#store/words/conditions'
import type { Asked } from './lists'
import { operator } from './sdk'

/** A condition in the SDK's own operators. */
type Query = Parameters<typeof operator.and>[0]

/** Translates a query into the SDK's operators. */
export function queryOf({ anyOf, allOf, ...fields }: Asked): Query {
  const plain = Object.fromEntries(Object.entries(fields).map(([name, asked]) => [name, operandOf(asked)]))
  const more = queriesOf(allOf)
  const either = queriesOf(anyOf)
  if (either.length > 0) more.push(operator.or(either))
  if (more.length === 0) return plain
  return operator.and(Object.keys(plain).length === 0 ? more : [plain, ...more])
}

const isAsked = (value: unknown): value is Asked => value !== null && typeof value === 'object'

const queriesOf = (several: unknown): Query[] =>
  Array.isArray(several) ? several.filter(isAsked).map(queryOf) : []

const operandOf = (asked: unknown): unknown => (asked instanceof Test ? testOf(asked) : asked)

function testOf({ word, operands }: Test<unknown>) {
  const [value, other] = operands
  switch (word) {
    case 'oneOf':
      return operator.in([...operands])
    case 'noneOf':
      return operator.nin([...operands])
    case 'not':
      return operator.neq(value)
    case 'above':
      return operator.gt(value)
    case 'atLeast':
      return operator.gte(value)
    case 'below':
      return operator.lt(value)
    case 'atMost':
      return operator.lte(value)
    case 'between':
      return operator.and([operandOf(value), operandOf(other)])
    case 'missing':
      return operator.exists(false)
    case 'present':
      return operator.exists(true)
  }
}

/**
 * Translates a change into the SDK's operators. Objects replace the stored ones; the SDK alone would merge
 * them.
 */
export function updateOf(change: Asked): Asked {
  return Object.fromEntries(
    Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [[name, changeOf(value)]])),
  )
}

function changeOf(value: unknown): unknown {
  if (value instanceof Without) return operator.pull(value.match)
  if (!(value instanceof Update)) return operator.set(value)
  const { said } = value
  if ('plus' in said) return operator.inc(said.plus)
  if ('earliest' in said) return operator.min(said.earliest)
  if ('remove' in said) return operator.remove()
  const each = [...said.append]
  return operator.push(said.last === undefined ? each : { each, slice: -said.last })
}
