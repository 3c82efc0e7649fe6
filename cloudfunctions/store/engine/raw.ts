import { noteCall } from '#store/platform/callCount'
import { isDuplicate, patiently } from './faults'
import type { Asked, Sort } from './lists'
import { queryOf, updateOf } from './query'
import { database, innerStages, type Stages } from './sdk'

/** The SDK's answer; the SDK's types do not describe it. */
async function answered<Answer>(call: () => unknown): Promise<Answer> {
  const counted = async () => {
    noteCall()
    return call()
  }
  return (await patiently(counted)) as Answer
}

/** False where a key exists already, instead of the fault. */
async function unlessTaken(write: () => unknown): Promise<boolean> {
  try {
    await answered(write)
    return true
  } catch (fault) {
    if (isDuplicate(fault)) return false
    throw fault
  }
}

/**
 * Documents of the collection `from` that go with those of another: their field `by` is the other’s field `key`.
 * `fields` are read of them.
 */
export interface Naming {
  readonly from: string
  readonly key: string
  readonly by: string
  readonly fields: readonly string[]
}

/** A list as a pipeline reads it; each document with those of `others` that go with it, under their names. */
export interface Listed {
  readonly asked: Asked
  readonly sort: Sort
  readonly limit: number
  readonly fields?: readonly string[] | undefined
  readonly others?: Readonly<Record<string, Naming>>
}

/** What a pipeline of its own answers of the collection `from`: a list, or how many match. */
export type Sought = { readonly from: string } & ({ readonly list: Listed } | { readonly counted: Asked })

/** The name of the number that `$count` gives. */
const total = 'total'

function listedBy<Pipeline extends Stages<Pipeline>>(
  pipeline: Pipeline,
  { asked, sort: [field, direction], limit, fields, others = {} }: Listed,
): Pipeline {
  const order = field === '_id' ? { _id: direction } : { [field]: direction, _id: direction }
  const kept = [...(fields ?? [])]
  let staged = pipeline.match(queryOf(asked)).sort(order).limit(limit)
  for (const [as, { from, key, by, fields: theirs }] of Object.entries(others)) {
    staged = staged.lookup({ from, localField: key, foreignField: by, as })
    kept.push(...theirs.map((path) => `${as}.${path}`))
  }
  return fields ? staged.project(Object.fromEntries(kept.map((path) => [path, 1]))) : staged
}

function stagesOf(sought: Sought): object[] {
  const inner = innerStages()
  const staged =
    'list' in sought ? listedBy(inner, sought.list) : inner.match(queryOf(sought.counted)).count(total)
  return staged.done()
}

/** How many match, in what was found by `counted`: one document, or none where nothing matches. */
export const totalOf = ([found]: readonly { readonly [total]: number }[]): number => found?.[total] ?? 0

/** The calls to the database with their repeats; the types in documents.ts say what may be asked. */
export function raw<Doc extends { _id: string }>(name: string) {
  const collection = database.collection(name)
  return {
    async get(id: string): Promise<Doc | undefined> {
      const { data } = await answered<{ data?: Doc | null }>(() => collection.doc(id).get())
      return data ?? undefined
    },
    add: (doc: Doc): Promise<boolean> => unlessTaken(() => collection.add({ data: doc })),
    /** One call for all; where one of them exists already, which of the others were written is unknown. */
    addAll: (docs: readonly Doc[]): Promise<boolean> =>
      unlessTaken(() => collection.add({ data: [...docs] })),
    set: ({ _id, ...fields }: Doc): Promise<boolean> =>
      unlessTaken(() => collection.doc(_id).set({ data: fields })),
    async read<Read = Doc>(
      asked: Asked,
      [field, direction]: Sort,
      limit: number,
      fields?: readonly string[],
    ): Promise<Read[]> {
      const order = direction === 1 ? 'asc' : 'desc'
      let query = collection.where(queryOf(asked)).orderBy(field, order)
      if (field !== '_id') query = query.orderBy('_id', order)
      if (fields) query = query.field(Object.fromEntries(fields.map((path) => [path, true])))
      const { data } = await answered<{ data: Read[] }>(() => query.limit(limit).get())
      return data
    },
    /** Reads documents, each with those of other collections that go with it. */
    async readListed<Read>(listed: Listed): Promise<Read[]> {
      const { list } = await answered<{ list: Read[] }>(() => listedBy(collection.aggregate(), listed).end())
      return list
    },
    /** Reads of other collections, by the names in `sought`, beside one document; undefined where that is not there. */
    async readBeside<Found>(
      id: string,
      sought: Readonly<Record<string, Sought>>,
    ): Promise<Readonly<Record<string, Found[]>> | undefined> {
      let pipeline = collection.aggregate().match({ _id: id }).project({ _id: 1 })
      for (const [as, one] of Object.entries(sought))
        pipeline = pipeline.lookup({ from: one.from, pipeline: stagesOf(one), as })
      const { list } = await answered<{ list: Record<string, Found[]>[] }>(() => pipeline.end())
      return list[0]
    },
    /** Answers how many documents were changed. */
    async write(asked: Asked, change: Asked): Promise<number> {
      const { stats } = await answered<{ stats: { updated: number } }>(() =>
        collection.where(queryOf(asked)).update({ data: updateOf(change) }),
      )
      return stats.updated
    },
    /** Answers how many documents were removed. */
    async erase(asked: Asked): Promise<number> {
      const { stats } = await answered<{ stats: { removed: number } }>(() =>
        collection.where(queryOf(asked)).remove(),
      )
      return stats.removed
    },
    async count(asked: Asked): Promise<number> {
      const { total } = await answered<{ total: number }>(() => collection.where(queryOf(asked)).count())
      return total
    },
  }
}
