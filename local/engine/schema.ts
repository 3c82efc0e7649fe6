import { type Connection, quote } from './connection'
import { fromStored } from './documents'
import { kindsOf, wholeDocument } from './kinds'
import { checkManifest, type IndexSpec, type Manifest } from './manifest'
import { jsonPath } from './paths'
import { documentText } from './sql/form'

/**
 * Tables: one per collection, named `c:` and the collection, `id` and `doc`, plus one generated column per indexed field named `.field`, which
 * occupies no space of its own. `field_kinds` remembers the bits of kinds.ts.
 */
export const column = (field: string) => (field === '_id' ? 'id' : quote(`.${field}`))

export interface CollectionSchema {
  readonly name: string
  /** What the table is called, and the beginning of its indexes' names, without quotes and `c:`. */
  readonly table: string
  readonly indexes: readonly IndexSpec[]
  readonly unique: readonly IndexSpec[]
  /** Indexed field, or the whole document → bits of kinds.ts; the engine adds bits as documents are written. */
  readonly kinds: Map<string, number>
}

export type Schema = Map<string, CollectionSchema>

/**
 * Makes the file hold exactly the manifest's indexes, in one SQLite transaction; documents are never touched,
 * and a collection that left the manifest keeps its documents.
 * Throws where existing documents contradict a unique index.
 */
export function applyManifest(db: Connection, manifest: Manifest): Schema {
  checkManifest(manifest)
  return db.atomic(() => {
    db.exec(
      'CREATE TABLE IF NOT EXISTS field_kinds(collection TEXT, field TEXT, kinds INTEGER, PRIMARY KEY(collection, field))',
    )
    const tables = tablesIn(db)
    for (const collection of Object.keys(manifest)) {
      if (!tables.has(collection)) tables.set(collection, createTable(db, collection, tables))
    }
    const schema: Schema = new Map()
    for (const [collection, table] of tables) {
      schema.set(collection, applyIndexes(db, collection, table, manifest[collection]?.indexes ?? []))
    }
    return schema
  })
}

/** Makes a collection that the manifest does not name. */
export function createCollection(db: Connection, collection: string): CollectionSchema {
  return applyIndexes(db, collection, createTable(db, collection, tablesIn(db)), [])
}

/**
 * The tables by collection. SQLite takes `Hall` and `hall` for one name, so the table of the second one says where
 * its capitals are: `Hall#1000`.
 */
export const tablesIn = (db: Connection): Map<string, string> =>
  new Map(
    db
      .all("SELECT name FROM sqlite_master WHERE type='table' AND name GLOB 'c:*'")
      .map(({ name }) => String(name).slice(2))
      .map((table) => [table.split('#')[0] ?? table, table]),
  )

export const sqlTable = (table: string) => quote(`c:${table}`)

/** SQLite's own index of the ids. */
export const idIndex = (table: string) => quote(`sqlite_autoindex_c:${table}_1`)

function createTable(db: Connection, collection: string, present: ReadonlyMap<string, string>): string {
  const alike = [...present.keys()].some((name) => name.toLowerCase() === collection.toLowerCase())
  const capitals = [...collection].map((letter) => (letter === letter.toLowerCase() ? '0' : '1')).join('')
  const table = alike ? `${collection}#${capitals}` : collection
  db.exec(`CREATE TABLE ${sqlTable(table)}(id NOT NULL PRIMARY KEY, doc TEXT NOT NULL)`)
  return table
}

function applyIndexes(
  db: Connection,
  collection: string,
  table: string,
  indexes: readonly IndexSpec[],
): CollectionSchema {
  const fields = new Set(indexes.flatMap(({ keys }) => keys.map(([field]) => field)))
  fields.delete('_id')
  addColumns(db, table, fields)
  const kinds = readKinds(db, { collection, table }, new Set([wholeDocument, ...fields]))
  const wanted = new Map(indexes.flatMap((index) => indexSql(table, index)))
  const present = db.all(
    "SELECT name, sql FROM sqlite_master WHERE type='index' AND tbl_name=? AND sql NOT NULL",
    [`c:${table}`],
  )
  for (const { name, sql } of present) {
    if (wanted.get(String(name)) === sql) wanted.delete(String(name))
    else db.exec(`DROP INDEX ${quote(String(name))}`)
  }
  for (const [name, sql] of wanted) {
    try {
      db.exec(sql)
    } catch (error) {
      throw new Error(
        `Index ${name} cannot be built over the existing documents: ${error instanceof Error ? error.message : error}`,
      )
    }
  }
  const unique = indexes.filter((index) => index.unique)
  return { name: collection, table, indexes, unique, kinds }
}

function addColumns(db: Connection, table: string, fields: ReadonlySet<string>) {
  const present = new Set(db.all(`PRAGMA table_xinfo(${sqlTable(table)})`).map(({ name }) => name))
  for (const field of fields) {
    if (present.has(`.${field}`)) continue
    db.exec(
      `ALTER TABLE ${sqlTable(table)} ADD COLUMN ${column(field)} GENERATED ALWAYS AS (json_extract(doc, '${jsonPath(field)}')) VIRTUAL`,
    )
  }
}

/** Reads the kinds of what was not looked at before, such as a newly indexed field, from every document, once. */
function readKinds(
  db: Connection,
  { collection, table }: { collection: string; table: string },
  fields: ReadonlySet<string>,
): Map<string, number> {
  const kinds = new Map<string, number>()
  for (const row of db.all('SELECT field, kinds FROM field_kinds WHERE collection=?', [collection])) {
    if (fields.has(String(row.field))) kinds.set(String(row.field), Number(row.kinds))
    else db.run('DELETE FROM field_kinds WHERE collection=? AND field=?', [collection, row.field ?? null])
  }
  const fresh = [...fields].filter((field) => !kinds.has(field))
  if (fresh.length === 0) return kinds
  for (const field of fresh) kinds.set(field, 0)
  const onlyWhole = fresh.every((field) => field === wholeDocument)
  const suspects = onlyWhole ? ` WHERE instr(${documentText}, '"$') > 0` : ''
  for (const row of db.all(`SELECT ${documentText} AS doc FROM ${sqlTable(table)}${suspects}`)) {
    const doc = fromStored(String(row.doc))
    for (const field of fresh) kinds.set(field, (kinds.get(field) ?? 0) | kindsOf(doc, field))
  }
  for (const field of fresh) {
    db.run('INSERT INTO field_kinds VALUES(?,?,?)', [collection, field, kinds.get(field) ?? 0])
  }
  return kinds
}

/** Reads the kinds from the disk again. */
export function refreshKinds(db: Connection, schema: Schema) {
  for (const { collection, field, kinds } of db.all('SELECT collection, field, kinds FROM field_kinds')) {
    schema.get(String(collection))?.kinds.set(String(field), Number(kinds))
  }
}

/** Marks the second index, for keys with a missing field, in which SQLite alone would find no duplicates. */
const NULLS = '?'

/** The statements of an index by name. A unique one needs a second, for keys in which a field is missing. */
function indexSql(table: string, { name, keys, unique }: IndexSpec): [name: string, sql: string][] {
  const columns = keys.map(([field, way]) => `${column(field)}${way === 1 ? '' : ' DESC'}`)
  const full = `${table}.${name}`
  const on = sqlTable(table)
  if (!unique) {
    const last = keys.at(-1)?.[1] === -1 ? 'id DESC' : 'id'
    const all = keys.some(([field]) => field === '_id') ? columns : [...columns, last]
    return [[full, `CREATE INDEX ${quote(full)} ON ${on}(${all.join(', ')})`]]
  }
  const some = keys.map(([field]) => `${column(field)} IS NULL`).join(' OR ')
  const padded = keys.map(([field]) => `coalesce(${column(field)}, x'00')`).join(', ')
  return [
    [full, `CREATE UNIQUE INDEX ${quote(full)} ON ${on}(${columns.join(', ')})`],
    [full + NULLS, `CREATE UNIQUE INDEX ${quote(full + NULLS)} ON ${on}(${padded}) WHERE ${some}`],
  ]
}

/** Which unique index SQLite complained about, undefined where the `_id` is the duplicate. */
export function violatedIndex(schema: CollectionSchema, message: string): IndexSpec | undefined {
  const byName = /index '(.+)'/.exec(message)?.[1]
  return schema.unique.find(({ name, keys }) => {
    if (byName !== undefined) return byName === `${schema.table}.${name}${NULLS}`
    const columns = keys.map(([field]) => `c:${schema.table}.${field === '_id' ? 'id' : `.${field}`}`)
    return message.endsWith(`: ${columns.join(', ')}`)
  })
}
