import { duplicateKey, invalidParam } from '#local/cloudError'
import type { Connection, SqlRow } from './connection'
import { type Doc, fromStored, type Id, type PlainObject, toStored } from './documents'
import { compileFilter, type Filter, fieldsOf } from './filter'
import { isPlain, kind, kindsOf, wholeDocument } from './kinds'
import type { Order } from './order'
import { sortDocuments } from './order'
import { pathsOverlap, valuesAt } from './paths'
import { type CollectionSchema, column, idIndex, sqlTable, violatedIndex } from './schema'
import { type Bounds, isExact } from './sql/bounds'
import { documentText, LARGE, newDocument } from './sql/form'
import { isById, partsOf } from './sql/merge'
import { changedDocument, hasParts, type PartialDoc, partColumns, readParts } from './sql/parts'
import { pushFilter, pushOrder } from './sql/pushdown'
import { anyRow, noRow, type Sql, sql, union, written } from './sql/sql'

export interface Selection {
  readonly filter: Filter
  readonly order?: Order
  readonly skip?: number
  readonly limit?: number
  /** The paths that are asked for; a large document is then answered with what stands there alone. */
  readonly fields?: readonly string[] | undefined
}

/** How SQL finds the documents of a selection. */
export interface Plan {
  /** From `FROM` to `ORDER BY`. */
  readonly from: Sql
  /** What SQLite must read beside the document to keep the order. */
  readonly keys: string
  /** Of what `from` finds, 1 for a document that needs no second look. */
  readonly sure: Sql
  /** Whether they come in the required order already. */
  readonly ordered: boolean
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

  plan(filter: Filter, order: Order = []): Plan {
    const orderBy = pushOrder(order, this.schema)
    const parts = orderBy ? partsOf(filter, order, this.schema) : undefined
    const from = parts
      ? written('FROM (', union(parts.map((part) => written('SELECT * ', this.#found(part)))), ')')
      : this.#found(filter)
    return {
      from: written(from, orderBy ?? ''),
      keys: parts ? order.map(([field]) => `, ${column(field)}`).join('') : '',
      sure: sureness(pushFilter(filter, this.schema)),
      ordered: orderBy !== undefined,
    }
  }

  #found(filter: Filter): Sql {
    const { table } = this.schema
    const { may } = pushFilter(filter, this.schema)
    const how = isById(filter, this.schema) ? ` INDEXED BY ${idIndex(table)}` : ''
    return written(`FROM ${sqlTable(table)}${how}`, may === anyRow ? '' : written(' WHERE ', may))
  }

  /**
   * The matching documents, in order, after `skip`, at most `limit`; without an order, in that of an index or
   * of insertion.
   */
  find(asked: Selection): Doc[] {
    const selection = this.#servesParts(asked.filter, asked.fields) ? asked : { ...asked, fields: undefined }
    const { filter, order = [], skip = 0, limit = Number.POSITIVE_INFINITY } = selection
    const plan = this.plan(filter, order)
    if (!plan.ordered) {
      const sorted = sortDocuments(this.#sift(this.#rows(plan), { filter }), order)
      return sorted.slice(skip, skip + limit)
    }
    if (plan.sure === anyRow) return this.#sift(this.#rows(plan, selection, limit, skip), selection)
    if (limit === Number.POSITIVE_INFINITY) return this.#sift(this.#rows(plan), { filter }).slice(skip)
    return this.#inBatches(plan, selection, skip, limit)
  }

  #inBatches(plan: Plan, selection: Selection, skip: number, limit: number): Doc[] {
    const found: Doc[] = []
    let batch = Math.max(FIRST_BATCH, skip + limit)
    for (let offset = 0; ; offset += batch, batch *= 2) {
      const rows = this.#rows(plan, selection, batch, offset)
      found.push(...this.#sift(rows, selection, skip + limit - found.length))
      if (found.length >= skip + limit || rows.length < batch) return found.slice(skip, skip + limit)
    }
  }

  #rows(
    { from, sure, keys }: Plan,
    { fields }: Pick<Selection, 'fields'> = {},
    limit = Number.POSITIVE_INFINITY,
    skip = 0,
  ): SqlRow[] {
    const bounded = limit !== Number.POSITIVE_INFINITY || skip > 0
    const page = bounded ? sql(' LIMIT ? OFFSET ?', Number.isFinite(limit) ? limit : -1, skip) : ''
    const text = fields ? `CASE WHEN octet_length(doc) < ${LARGE} THEN ${documentText} END` : documentText
    return this.#all(written('SELECT id, ', text, ' AS doc, ', sure, ` AS sure${keys} `, from, page))
  }

  /** Parses what was found, until there are so many; mingo decides where SQL was not sure. */
  #sift(rows: readonly SqlRow[], { filter, fields = [] }: Selection, most = Number.POSITIVE_INFINITY): Doc[] {
    const decides = this.#secondLook(filter)
    const found: Doc[] = []
    for (const row of rows) {
      if (found.length === most) break
      const doc = typeof row.doc === 'string' ? fromStored(row.doc) : undefined
      if (row.sure !== 1 && !decides(row, doc)) continue
      found.push(doc ?? this.#partsOf(row, fields).doc)
    }
    return found
  }

  /** Whether a change of what stands at these paths need not read the documents whole. */
  changesParts(filter: Filter, touched: readonly string[]): boolean {
    return this.#servesParts(filter, touched) && !touched.some((path) => pathsOverlap(path, '_id'))
  }

  #servesParts(filter: Filter, fields: readonly string[] = []): boolean {
    return isPlain(this.schema.kinds) && hasParts([...fields, ...fieldsOf(filter)])
  }

  /** The changes of matching documents, each with the write that does it, inside `db.atomic`. */
  changesOfParts(
    filter: Filter,
    change: (doc: Doc) => Doc,
    touched: readonly string[],
    multi: boolean,
  ): { id: Id; write: () => void }[] {
    const { from, sure } = this.plan(filter)
    const one = !multi && sure === anyRow ? ' LIMIT 1' : ''
    const large = `octet_length(doc) >= ${LARGE} AS large, `
    const select = written('SELECT ', partColumns(touched), ', ', large, sure, ' AS sure ', from, one)
    const matches = this.#secondLook(filter)
    const found = this.#all(select)
      .map((row) => ({ sure: row.sure === 1, isLarge: row.large === 1, parts: readParts(row, touched) }))
      .filter((row) => row.sure || matches({ id: row.parts.doc._id }))
    return (multi ? found : found.slice(0, 1)).flatMap(({ parts, isLarge }) => {
      const after = change(parts.doc)
      const text = changedDocument(parts, after, isLarge)
      return text ? [{ id: after._id, write: () => this.#writeParts(parts.paths, after, text, change) }] : []
    })
  }

  /** Mingo's word on a document; on one that was not read whole, by the parts that the filter asks about. */
  #secondLook(filter: Filter): (row: SqlRow, doc?: Doc) => boolean {
    let matches: ((doc: Doc) => boolean) | undefined
    return (row, doc) => {
      matches ??= compileFilter(filter)
      return matches(doc ?? this.#partsOf(row, fieldsOf(filter)).doc)
    }
  }

  #partsOf({ id = null }: SqlRow, fields: readonly string[]): PartialDoc {
    const where = sql(` FROM ${sqlTable(this.schema.table)} WHERE id = ?`, id)
    const [row = {}] = this.#all(written('SELECT ', partColumns(fields), where))
    return readParts(row, fields)
  }

  #all({ sql: text, args }: Sql): SqlRow[] {
    return this.db.all(text, args)
  }

  #whole(id: Id): Doc {
    return fromStored(this.text(id) ?? '{}')
  }

  #writeParts(paths: readonly string[], after: Doc, text: Sql, change: (doc: Doc) => Doc) {
    const near = (field: string) => field === wholeDocument || paths.some((path) => pathsOverlap(path, field))
    this.#noteKinds(after, near)
    const update = written(
      `UPDATE ${sqlTable(this.schema.table)} SET doc = `,
      text,
      sql(' WHERE id = ?', after._id),
    )
    this.#uniquely(update, () => change(this.#whole(after._id)))
  }

  /** The stored text of one document, undefined where there is none. */
  text(id: Id): string | undefined {
    const [row] = this.db.all(
      `SELECT ${documentText} AS doc FROM ${sqlTable(this.schema.table)} WHERE id = ?`,
      [id],
    )
    return row && String(row.doc)
  }

  count(filter: Filter): number {
    const { from, sure } = this.plan(filter)
    if (sure === noRow) return this.find({ filter }).length
    const [counted] = this.#all(written('SELECT count(*) AS found, total(', sure, ') AS sure ', from))
    return counted?.found === counted?.sure ? Number(counted?.found) : this.find({ filter }).length
  }

  /** Refuses an `_id` or a unique key that exists. Must run inside `db.atomic`. */
  insert(doc: Doc) {
    this.#write(doc, '')
  }

  /** Writes the document whether it exists or not. Must run inside `db.atomic`. */
  replace(doc: Doc) {
    this.#write(doc, ' ON CONFLICT(id) DO UPDATE SET doc = excluded.doc')
  }

  /** Must run inside `db.atomic`. */
  delete(id: Id) {
    this.db.run(`DELETE FROM ${sqlTable(this.schema.table)} WHERE id = ?`, [id])
  }

  #write(doc: Doc, otherwise: string) {
    this.#noteKinds(doc, () => true)
    const into = sql(`INSERT INTO ${sqlTable(this.schema.table)}(id, doc) VALUES(?, `, doc._id)
    this.#uniquely(written(into, newDocument(toStored(doc)), `)${otherwise}`), () => doc)
  }

  /** Runs a write; where a unique key exists already the refusal names that of the document. */
  #uniquely(write: Sql, doc: () => Doc) {
    try {
      this.db.run(write.sql, write.args)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (!message.includes('UNIQUE constraint failed')) throw error
      const index = violatedIndex(this.schema, message)
      const key = keyOf(doc(), index?.keys ?? [['_id', 1]])
      throw duplicateKey(this.name, index?.name ?? '_id_', JSON.stringify(key))
    }
  }

  /** Notes the kinds of these fields in `field_kinds` before a write, in the same SQLite transaction. */
  #noteKinds(doc: Doc, isNear: (field: string) => boolean) {
    for (const [field, known] of this.schema.kinds) {
      if (!isNear(field)) continue
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

function sureness(bounds: Bounds): Sql {
  if (isExact(bounds)) return anyRow
  return bounds.must === noRow ? noRow : written('(', bounds.must, ') IS TRUE')
}

const keyOf = (doc: Doc, keys: readonly (readonly [string, 1 | -1])[]): PlainObject =>
  Object.fromEntries(keys.map(([field]) => [field, valuesAt(doc, field)[0] ?? null]))
