import { Aggregator } from 'mingo'
import { invalidParam, requestFailed } from '#local/cloudError'
import { type Doc, isPlainObject, type PlainObject } from './documents'
import { compileFilter, type Filter, readFilter } from './filter'

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

/**
 * Runs a pipeline; `read` answers the documents of a collection that match, [] for one that does not exist
 * (MongoDB's rule for `$lookup`). A leading `$match` is read through the indexes, the rest runs in memory.
 * Refuses stages that are not listed above.
 */
export function aggregate(
  collection: string,
  stages: readonly Stage[],
  read: (collection: string, filter: Filter) => Doc[],
): PlainObject[] {
  checkStages(stages)
  const [first] = stages
  const leading = first?.name === '$match' ? readFilter(first.value) : undefined
  let docs: PlainObject[] = read(collection, leading ?? {})
  const rest = leading ? stages.slice(1) : stages
  for (const part of split(rest)) {
    if (part.match) {
      docs = docs.filter(compileFilter(part.match))
      continue
    }
    const options = { collectionResolver: (name: string) => read(name, {}), scriptEnabled: false }
    try {
      docs = new Aggregator(part.pipeline, options).run<PlainObject>(docs)
    } catch (error) {
      throw requestFailed(error instanceof Error ? error.message : String(error))
    }
  }
  return docs
}

function checkStages(stages: readonly Stage[]) {
  for (const { name, value } of stages) {
    if (!STAGES.has(name)) throw invalidParam(`the local cloud does not support the stage ${name}`)
    if (name === '$lookup' && isPlainObject(value) && value.pipeline !== undefined) {
      throw invalidParam('the local cloud joins by localField and foreignField only')
    }
  }
}

interface Part {
  readonly match?: Filter
  readonly pipeline: PlainObject[]
}

/**
 * Splits a pipeline. Our own filter runs every `$match`; mingo runs the stages between two of them together.
 */
function split(stages: readonly Stage[]): Part[] {
  const parts: Part[] = []
  for (const { name, value } of stages) {
    const last = parts.at(-1)
    if (name === '$match') parts.push({ match: readFilter(value), pipeline: [] })
    else if (last && !last.match) last.pipeline.push(...spell(name, value))
    else parts.push({ pipeline: spell(name, value) })
  }
  return parts
}

/** `$count` of nothing: MongoDB gives no document, mingo one with 0, so it is written out in other stages. */
function spell(name: string, value: unknown): PlainObject[] {
  if (name !== '$count') return [{ [name]: value }]
  return [{ $group: { _id: null, [String(value)]: { $sum: 1 } } }, { $project: { _id: 0 } }]
}
