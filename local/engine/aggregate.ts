import { Aggregator } from 'mingo'
import { invalidParam, requestFailed } from '#local/cloudError'
import type { Selection } from './collection'
import { type Doc, isPlainObject, type PlainObject } from './documents'
import { compileFilter, type Filter, readFilter } from './filter'
import { readOrder } from './order'
import { valuesAt } from './paths'
import { readProjection } from './projection'

export interface Stage {
  readonly name: string
  readonly value: unknown
}

const STAGES = new Set([
  '$match',
  '$group',
  '$sort',
  '$limit',
  '$skip',
  '$project',
  '$addFields',
  '$replaceRoot',
  '$unwind',
  '$lookup',
  '$count',
  '$sample',
  '$sortByCount',
])

type Read = (collection: string, selection: Selection) => Doc[]

/**
 * Runs a pipeline; `read` answers the documents of a collection that match, [] for one that does not exist
 * (MongoDB's rule for `$lookup`). A leading `$match`, with a `$sort` and a `$limit` after it, and the documents
 * that a `$lookup` joins are read through the indexes; the rest runs in memory.
 * Refuses stages that are not listed above.
 */
export function aggregate(collection: string, stages: readonly Stage[], read: Read): PlainObject[] {
  checkStages(stages)
  const { selection, rest } = leading(stages)
  const fieldsOf = shownBy(rest)
  let docs: PlainObject[] = read(collection, { ...selection, fields: fieldsOf?.() })
  for (const part of split(rest)) {
    if (part.match) docs = docs.filter(compileFilter(part.match))
    else if (part.join) docs = joined(docs, part.join, read, fieldsOf?.(part.join))
    else if (part.keep) docs = docs.map(part.keep)
    else docs = inMemory(docs, part.pipeline)
  }
  return docs
}

/**
 * Where a pipeline joins and then shows some paths: those that are read of the collection itself, or of one that is
 * joined. Undefined for any other pipeline.
 */
function shownBy(stages: readonly Stage[]): ((join?: Join) => string[]) | undefined {
  const [last, ...before] = [...stages].reverse()
  if (last?.name !== '$project' || !keepsOnly(last.value)) return undefined
  if (before.some(({ name }) => name !== '$lookup')) return undefined
  const joins = before.map(({ value }) => readJoin(value))
  const paths = Object.keys(last.value as PlainObject)
  if (joins.some(({ as }) => paths.includes(as))) return undefined
  const parts = (fields: readonly string[]) => fields.filter((path) => path !== '_id')
  const under = (as: string) => paths.filter((path) => path.startsWith(`${as}.`))
  return (join) => {
    if (join)
      return parts([join.foreignField, ...under(join.as).map((path) => path.slice(join.as.length + 1))])
    const joined = new Set(joins.flatMap(({ as }) => under(as)))
    return parts([...paths.filter((path) => !joined.has(path)), ...joins.map(({ localField }) => localField)])
  }
}

/** What the first stages ask of the collection itself. */
function leading(stages: readonly Stage[]): { selection: Selection; rest: readonly Stage[] } {
  const [match, sort, limit] = stages
  if (match?.name !== '$match') return { selection: { filter: {} }, rest: stages }
  const filter = readFilter(match.value)
  if (sort?.name !== '$sort' || limit?.name !== '$limit' || typeof limit.value !== 'number')
    return { selection: { filter }, rest: stages.slice(1) }
  return { selection: { filter, order: readOrder(sort.value), limit: limit.value }, rest: stages.slice(3) }
}

function inMemory(docs: PlainObject[], pipeline: PlainObject[]): PlainObject[] {
  try {
    return new Aggregator(pipeline, { scriptEnabled: false }).run<PlainObject>(docs)
  } catch (error) {
    throw requestFailed(error instanceof Error ? error.message : String(error))
  }
}

interface Join {
  readonly from: string
  readonly localField: string
  readonly foreignField: string
  readonly as: string
}

/** A field that is missing is joined as null, and a list by each of its elements. */
const joinedBy = (doc: PlainObject, field: string): unknown[] => {
  const values = valuesAt(doc, field).flatMap((value) => (Array.isArray(value) ? value : [value]))
  return values.length > 0 ? values : [null]
}

/** Adds to each document those of another collection with one of its values, in the order of that collection. */
function joined(
  docs: readonly PlainObject[],
  { from, localField, foreignField, as }: Join,
  read: Read,
  fields?: readonly string[],
): PlainObject[] {
  const wanted = docs.flatMap((doc) => joinedBy(doc, localField))
  const found = read(from, { filter: readFilter({ [foreignField]: { $in: wanted } }), fields })
  const under = new Map<string, PlainObject[]>()
  for (const doc of found)
    for (const value of joinedBy(doc, foreignField)) {
      const same = under.get(keyOf(value))
      if (same) same.push(doc)
      else under.set(keyOf(value), [doc])
    }
  return docs.map((doc) => {
    const same = joinedBy(doc, localField).flatMap((value) => under.get(keyOf(value)) ?? [])
    return { ...doc, [as]: [...new Set(same)] }
  })
}

/** Equal for equal values; a date is not its text. */
const keyOf = (value: unknown): string =>
  `${value instanceof Date ? 'date' : typeof value} ${JSON.stringify(value)}`

function checkStages(stages: readonly Stage[]) {
  for (const { name } of stages) {
    if (!STAGES.has(name)) throw invalidParam(`the local cloud does not support the stage ${name}`)
  }
}

function readJoin(value: unknown): Join {
  const { from, localField, foreignField, as, ...more } = isPlainObject(value) ? value : {}
  const said = [from, localField, foreignField, as]
  if (
    !said.every((word) => typeof word === 'string' && !word.startsWith('$')) ||
    Object.keys(more).length > 0
  )
    throw invalidParam('the local cloud joins by localField and foreignField only')
  return {
    from: String(from),
    localField: String(localField),
    foreignField: String(foreignField),
    as: String(as),
  }
}

const keepsOnly = (value: unknown): boolean =>
  isPlainObject(value) &&
  Object.entries(value).every(([path, kept]) => kept === 1 || kept === true || (path === '_id' && kept === 0))

interface Part {
  readonly match?: Filter
  readonly join?: Join
  /** A `$project` that only names what stays. */
  readonly keep?: (doc: PlainObject) => PlainObject
  readonly pipeline: PlainObject[]
}

/**
 * Splits a pipeline. We run every `$match` and `$lookup`, and a `$project` that computes nothing; mingo runs the
 * stages between two of them together.
 */
function split(stages: readonly Stage[]): Part[] {
  const parts: Part[] = []
  for (const { name, value } of stages) {
    const last = parts.at(-1)
    if (name === '$match') parts.push({ match: readFilter(value), pipeline: [] })
    else if (name === '$lookup') parts.push({ join: readJoin(value), pipeline: [] })
    else if (name === '$project' && keepsOnly(value))
      parts.push({ keep: readProjection(value), pipeline: [] })
    else if (last && last.pipeline.length > 0) last.pipeline.push(...spell(name, value))
    else parts.push({ pipeline: spell(name, value) })
  }
  return parts
}

/** `$count` of nothing: MongoDB gives no document, mingo one with 0, so it is written out in other stages. */
function spell(name: string, value: unknown): PlainObject[] {
  if (name !== '$count') return [{ [name]: value }]
  return [{ $group: { _id: null, [String(value)]: { $sum: 1 } } }, { $project: { _id: 0 } }]
}
