import { duplicateKey, invalidParam } from '#local/cloudError'
import type { Connection, SqlValue } from './connection'
import { type Doc, fromStored, type Id, type PlainObject, toStored } from './documents'
import { compileFilter, type Filter } from './filter'
import { kind, kindsOf } from './kinds'
import type { Order } from './order'
import { sortDocuments } from './order'
import { valuesAt } from './paths'
import { pushFilter, pushOrder } from './pushdown'
import { type CollectionSchema, sqlTable, violatedIndex } from './schema'

export interface Selection {
  readonly filter: Filter
  readonly order?: Order
  readonly skip?: number
  readonly limit?: number
}

/** Documents are parsed in growing batches, so that a page found early costs only its own rows. */
const FIRST_BATCH = 64

/** Reads and writes one collection over one connection; transactions are handled elsewhere. */
export class StoredCollection {
  constructor(
    readonly schema: CollectionSchema,
    readonly db: Connection,
  ) {}

  get name() {
    return this.schema.name
  }

  /** The SQL that yields the candidates, and whether they come in the required order already. */
  plan(filter: Filter, order: Order = []): { sql: string; args: readonly SqlValue[]; ordered: boolean } {
    const where = pushFilter(filter, this.schema)
    const orderBy = pushOrder(order, this.schema)
    const sql = `SELECT id, doc FROM ${sqlTable(this.name)}${where ? ` WHERE ${where.sql}` : ''}${orderBy ?? ''}`
    return { sql, args: where?.args ?? [], ordered: orderBy !== undefined }
  }

  /**
   * The matching documents, in order, after `skip`, at most `limit`; without an order, in that of an index or
   * of insertion.
   */
  find({ filter, order = [], skip = 0, limit = Number.POSITIVE_INFINITY }: Selection): Doc[] {
    const plan = this.plan(filter, order)
    const matches = compileFilter(filter)
    if (!plan.ordered || limit === Number.POSITIVE_INFINITY) {
      const all = this.db.all(plan.sql, plan.args).map((row) => fromStored(String(row.doc)))
      const found = all.filter((doc) => matches(doc))
      return (plan.ordered ? found : sortDocuments(found, order)).slice(skip, skip + limit)
    }
    const found: Doc[] = []
    let batch = Math.max(FIRST_BATCH, skip + limit)
    for (let offset = 0; ; offset += batch, batch *= 2) {
      const rows = this.db.all(`${plan.sql} LIMIT ? OFFSET ?`, [...plan.args, batch, offset])
      for (const row of rows) {
        const doc = fromStored(String(row.doc))
        if (!matches(doc)) continue
        found.push(doc)
        if (found.length === skip + limit) return found.slice(skip)
      }
      if (rows.length < batch) return found.slice(skip)
    }
  }

  /** The stored text of one document, undefined where there is none. */
  text(id: Id): string | undefined {
    const row = this.db.all(`SELECT doc FROM ${sqlTable(this.name)} WHERE id = ?`, [id])[0]
    return row && String(row.doc)
  }

  count(filter: Filter): number {
    if (Object.keys(filter).length > 0) return this.find({ filter }).length
    return Number(this.db.all(`SELECT count(*) AS total FROM ${sqlTable(this.name)}`)[0]?.total)
  }

  /** Refuses an `_id` or a unique key that exists. Must run inside `db.atomic`. */
  insert(doc: Doc) {
    this.#write(doc, `INSERT INTO ${sqlTable(this.name)}(id, doc) VALUES(?, ?)`, [doc._id, toStored(doc)])
  }

  /** Writes the document whether it exists or not. Must run inside `db.atomic`. */
  replace(doc: Doc) {
    this.#write(
      doc,
      `INSERT INTO ${sqlTable(this.name)}(id, doc) VALUES(?, ?) ON CONFLICT(id) DO UPDATE SET doc = excluded.doc`,
      [doc._id, toStored(doc)],
    )
  }

  /** Must run inside `db.atomic`. */
  delete(id: Id) {
    this.db.run(`DELETE FROM ${sqlTable(this.name)} WHERE id = ?`, [id])
  }

  #write(doc: Doc, sql: string, args: readonly SqlValue[]) {
    this.#noteKinds(doc)
    try {
      this.db.run(sql, args)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (!message.includes('UNIQUE constraint failed')) throw error
      const index = violatedIndex(this.schema, message)
      throw duplicateKey(
        this.name,
        index?.name ?? '_id_',
        JSON.stringify(keyOf(doc, index?.keys ?? [['_id', 1]])),
      )
    }
  }

  /** Notes a document's kinds in `field_kinds` before it is written, in the same SQLite transaction. */
  #noteKinds(doc: Doc) {
    for (const [field, known] of this.schema.kinds) {
      const seen = kindsOf(doc, field)
      if ((seen & kind.array) !== 0) this.#refuseUniqueArray(field)
      if ((known | seen) === known) continue
      this.db.run('UPDATE field_kinds SET kinds = ? WHERE collection = ? AND field = ?', [
        known | seen,
        this.name,
        field,
      ])
      this.schema.kinds.set(field, known | seen)
    }
  }

  /**
   * Refuses an array in a unique index. MongoDB would keep each element unique; SQLite would compare whole
   * arrays.
   */
  #refuseUniqueArray(field: string) {
    const index = this.schema.unique.find(({ keys }) => keys.some(([key]) => key === field))
    if (index)
      throw invalidParam(`the local cloud keeps no unique index over an array: ${index.name}, ${field}`)
  }
}

const keyOf = (doc: Doc, keys: readonly (readonly [string, 1 | -1])[]): PlainObject =>
  Object.fromEntries(keys.map(([field]) => [field, valuesAt(doc, field)[0] ?? null]))
