import { Aggregator } from 'mingo'
import { CloudError, invalidParam, requestFailed } from '#local/cloudError'
import type { Selection } from './collection'
import { type Doc, isPlainObject, type PlainObject } from './documents'
import { compileFilter, type Filter, readFilter } from './filter'
import { readOrder } from './order'
import { valuesAt } from './paths'
import { type Projection, readProjection } from './projection'

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

/** Reads and counts the documents of a collection; one that does not exist has none (MongoDB's rule for `$lookup`). */
interface Source {
  find(collection: string, selection: Selection): Doc[]
  count(collection: string, filter: Filter): number
}

/**
 * Runs a pipeline. A leading `$match`, with a `$sort` and a `$limit` after it or a `$count`, and the documents
 * that a `$lookup` joins are read through the indexes, also in a pipeline inside a `$lookup`; the rest runs in
 * memory. Refuses stages that are not listed above.
 */
export const aggregate = (collection: string, stages: readonly Stage[], source: Source): PlainObject[] =>
  run(readPipeline(collection, stages), source)

/** A pipeline that has been read: what is asked of its collection, and what is done with the answer. */
interface Pipeline {
  readonly from: string
  readonly selection: Selection
  /** The number of what is found goes on under this name, and not what is found. */
  readonly count: string | undefined
  readonly parts: readonly Part[]
  /** The paths that are read of the collection, or of one that is joined; undefined for whole documents. */
  readonly fieldsOf: (join?: Join) => string[] | undefined
}

interface Part {
  readonly match?: Filter
  readonly join?: Join
  readonly beside?: Beside
  /** A `$project` that only names what stays. */
  readonly keep?: Projection
  readonly stages: PlainObject[]
}

/** A `$lookup` by a field. */
interface Join {
  readonly from: string
  readonly localField: string
  readonly foreignField: string
  readonly as: string
}

/** A `$lookup` with a pipeline that knows nothing of the documents it goes with. */
interface Beside {
  readonly pipeline: Pipeline
  readonly as: string
}

function readPipeline(from: string, stages: readonly Stage[]): Pipeline {
  for (const { name } of stages)
    if (!STAGES.has(name)) throw invalidParam(`the local cloud does not support the stage ${name}`)
  const { selection, count, rest } = leading(stages)
  const parts = split(rest)
  return { from, selection, count, parts, fieldsOf: shownBy(parts) }
}

function run({ from, selection, count, parts, fieldsOf }: Pipeline, source: Source): PlainObject[] {
  let docs: PlainObject[] =
    count === undefined
      ? source.find(from, { ...selection, fields: fieldsOf() })
      : [{ [count]: source.count(from, selection.filter) }].filter((counted) => counted[count] !== 0)
  for (const { match, join, beside, keep, stages } of parts) {
    if (match) docs = docs.filter(compileFilter(match))
    else if (join) docs = joined(docs, join, source, fieldsOf(join))
    else if (beside) docs = docs.length > 0 ? withBeside(docs, beside, source) : docs
    else if (keep) docs = docs.map(keep)
    else docs = inMemory(docs, stages)
  }
  return docs
}

/** What a stage inside refuses or fails with, with the words for where it stands. */
function within<Answer>(place: string, work: () => Answer): Answer {
  try {
    return work()
  } catch (fault) {
    throw fault instanceof CloudError ? new CloudError(fault.code, `${fault.message} (in ${place})`) : fault
  }
}

/** What must be read where a pipeline joins, if at all, and then shows some paths. */
function shownBy(parts: readonly Part[]): Pipeline['fieldsOf'] {
  const end = parts.findIndex(({ join, beside }) => !join && !beside)
  const kept = parts[end]?.keep?.kept
  if (!kept) return () => undefined
  const before = parts.slice(0, end)
  const joins = before.flatMap(({ join }) => (join ? [join] : []))
  const added = before.flatMap(({ join, beside }) => join ?? beside ?? []).map(({ as }) => as)
  const needed = [...kept, ...joins.map(({ localField }) => localField)]
  const isOf = (as: string) => (path: string) => path === as || path.startsWith(`${as}.`)
  const parted = (paths: readonly string[]) => paths.filter((path) => path !== '_id')
  return (join) => {
    if (!join) return parted(needed.filter((path) => !added.some((as) => isOf(as)(path))))
    const { as, foreignField } = join
    if (!joins.includes(join) || needed.includes(as)) return undefined
    const shown = needed.filter(isOf(as)).map((path) => path.slice(as.length + 1))
    return parted([foreignField, ...shown])
  }
}

/** What the first stages ask of the collection itself. */
function leading(stages: readonly Stage[]): { selection: Selection; count?: string; rest: readonly Stage[] } {
  const [match, sort, limit] = stages
  if (match?.name !== '$match') return { selection: { filter: {} }, rest: stages }
  const filter = within('$match', () => readFilter(match.value))
  if (sort?.name === '$count')
    return { selection: { filter }, count: String(sort.value), rest: stages.slice(2) }
  if (sort?.name !== '$sort' || limit?.name !== '$limit' || typeof limit.value !== 'number')
    return { selection: { filter }, rest: stages.slice(1) }
  const order = within('$sort', () => readOrder(sort.value))
  return { selection: { filter, order, limit: limit.value }, rest: stages.slice(3) }
}

function inMemory(docs: PlainObject[], pipeline: PlainObject[]): PlainObject[] {
  try {
    return new Aggregator(pipeline, { scriptEnabled: false }).run<PlainObject>(docs)
  } catch (error) {
    throw requestFailed(error instanceof Error ? error.message : String(error))
  }
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
  source: Source,
  fields?: readonly string[],
): PlainObject[] {
  const wanted = docs.flatMap((doc) => joinedBy(doc, localField))
  const found = source.find(from, { filter: readFilter({ [foreignField]: { $in: wanted } }), fields })
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

/** Adds to each document what the pipeline answers, which is the same for all. */
function withBeside(docs: readonly PlainObject[], { pipeline, as }: Beside, source: Source): PlainObject[] {
  const found = within(`$lookup ${as}`, () => run(pipeline, source))
  return docs.map((doc) => ({ ...doc, [as]: found }))
}

const isName = (word: unknown): word is string => typeof word === 'string' && !word.startsWith('$')

function readLookup(value: unknown): Pick<Part, 'join' | 'beside'> {
  const { from, localField, foreignField, pipeline, as, ...more } = isPlainObject(value) ? value : {}
  if (!isName(from) || !isName(as) || Object.keys(more).length > 0) throw unknownJoin()
  if (isName(localField) && isName(foreignField) && pipeline === undefined)
    return { join: { from, localField, foreignField, as } }
  if (localField !== undefined || foreignField !== undefined || !Array.isArray(pipeline)) throw unknownJoin()
  return { beside: { pipeline: readPipeline(from, pipeline.map(readStage)), as } }
}

const unknownJoin = () =>
  invalidParam('the local cloud joins by localField and foreignField, or by a pipeline of constants, only')

/** A stage of a pipeline inside another. */
function readStage(stage: unknown): Stage {
  const [[name, value] = ['', undefined], ...more] = isPlainObject(stage) ? Object.entries(stage) : []
  if (!name.startsWith('$') || more.length > 0) throw invalidParam('a stage must be an object with one name')
  return { name, value }
}

const keepsOnly = (value: unknown): boolean =>
  isPlainObject(value) &&
  Object.entries(value).every(([path, kept]) => kept === 1 || kept === true || (path === '_id' && kept === 0))

/**
 * Splits a pipeline. We run every `$match` and `$lookup`, and a `$project` that computes nothing; mingo runs the
 * stages between two of them together.
 */
function split(stages: readonly Stage[]): Part[] {
  const parts: Part[] = []
  for (const { name, value } of stages) {
    const last = parts.at(-1)
    const own = within(placeOf(name, value), () => readOwn(name, value))
    if (own) parts.push({ ...own, stages: [] })
    else if (last && last.stages.length > 0) last.stages.push(...spell(name, value))
    else parts.push({ stages: spell(name, value) })
  }
  return parts
}

const placeOf = (name: string, value: unknown): string =>
  name === '$lookup' && isPlainObject(value) && isName(value.as) ? `${name} ${value.as}` : name

/** A stage that we run ourselves. */
function readOwn(name: string, value: unknown): Omit<Part, 'stages'> | undefined {
  if (name === '$match') return { match: readFilter(value) }
  if (name === '$lookup') return readLookup(value)
  return name === '$project' && keepsOnly(value) ? { keep: readKept(value) } : undefined
}

/** Unlike the fields of a query, those of `$project` may not name a path and what stands at it. */
function readKept(value: unknown): Projection {
  const projection = readProjection(value)
  const paths = new Set(projection.kept)
  for (const path of paths)
    for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1))
      if (paths.has(path.slice(0, dot))) throw invalidParam(`Path collision at ${path}`)
  return projection
}

/** `$count` of nothing: MongoDB gives no document, mingo one with 0, so it is written out in other stages. */
function spell(name: string, value: unknown): PlainObject[] {
  if (name !== '$count') return [{ [name]: value }]
  return [{ $group: { _id: null, [String(value)]: { $sum: 1 } } }, { $project: { _id: 0 } }]
}
