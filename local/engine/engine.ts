import { randomBytes } from 'node:crypto'
import {
  CloudError,
  collectionExists,
  duplicateKey,
  invalidParam,
  transactionConflict,
  unknownCollection,
} from '#local/cloudError'
import { isNoRoom } from '#local/noRoom'
import { aggregate, type Stage } from './aggregate'
import { type Selection, StoredCollection } from './collection'
import { Connection } from './connection'
import { type Doc, type Id, type PlainObject, requireId, toStored } from './documents'
import { compileFilter, type Filter } from './filter'
import { isCollectionName, type Manifest } from './manifest'
import { type Order, sortDocuments } from './order'
import { applyManifest, createCollection, refreshKinds, type Schema } from './schema'
import { type Transaction, Transactions } from './transactions'
import { openWhole } from './whole'

/** A write wants a document that an open transaction holds: try again when that one ends. */
export class DocumentHeld extends Error {}

export interface EngineOptions {
  /** The SQLite file; it is made where there is none. */
  readonly file: string
  readonly manifest: Manifest
  /** How long a transaction may stay open, in real time. Default 30 000 (CloudBase). */
  readonly transactionMs?: number
}

/** How a matching document becomes the new one; `touched` where it reads and changes these paths alone. */
export interface EngineChange {
  (doc: Doc): Doc
  readonly touched?: readonly string[]
}

/**
 * Opens the documents and makes the file hold exactly the manifest's indexes. Throws one sentence where the
 * file is damaged.
 */
export function openEngine({ file, manifest, transactionMs = 30_000 }: EngineOptions): Engine {
  const db = openWhole(file)
  try {
    return new Engine(db, applyManifest(db, manifest), new Transactions(file, transactionMs))
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Documents over SQLite with CloudBase's semantics. Every call is synchronous; a write has reached the disk
 * when it returns and has changed nothing when it throws. A `transactionId` makes a call part of a transaction.
 */
export class Engine {
  constructor(
    private readonly db: Connection,
    private readonly schema: Schema,
    private readonly transactions: Transactions,
  ) {}

  createCollection(name: unknown) {
    if (!isCollectionName(name)) throw invalidParam(`invalid collection name: ${JSON.stringify(name)}`)
    if (this.schema.has(name)) throw collectionExists(name)
    this.schema.set(
      name,
      this.#atomic(() => createCollection(this.db, name)),
    )
  }

  find(name: string, selection: Selection, transactionId?: string): Doc[] {
    const collection = this.#collection(name)
    if (transactionId === undefined) return collection.find(selection)
    const transaction = this.transactions.get(transactionId)
    const seen = new StoredCollection(collection.schema, transaction.snapshot)
    const staged = transaction.staged.get(name)
    if (!staged) return seen.find(selection)
    const { filter, order = [], skip = 0, limit = Number.POSITIVE_INFINITY } = selection
    const matches = compileFilter(filter)
    const untouched = seen.find({ filter }).filter((doc) => !staged.has(doc._id))
    const written = [...staged.values()].filter((doc) => doc !== null && matches(doc)) as Doc[]
    return sortDocuments([...untouched, ...written], order).slice(skip, skip + limit)
  }

  count(name: string, filter: Filter): number {
    return this.#collection(name).count(filter)
  }

  /** Makes an `_id` where there is none; writes all documents or none. */
  insert(name: string, documents: readonly PlainObject[], transactionId?: string): Id[] {
    const collection = this.#collection(name)
    const docs = documents.map((doc): Doc => ({ ...doc, _id: requireId(doc._id ?? newId()) }))
    if (transactionId === undefined) {
      for (const { _id } of docs) this.#requireFree(name, _id)
      this.#atomic(() => {
        for (const doc of docs) collection.insert(doc)
      })
    } else {
      const transaction = this.transactions.get(transactionId)
      for (const doc of docs) this.#stageInsert(transaction, collection, doc)
    }
    return docs.map(({ _id }) => _id)
  }

  /** Answers how many documents changed; a matching document that stays equal does not count. */
  update(name: string, filter: Filter, change: EngineChange, multi: boolean, transactionId?: string): number {
    const { touched } = change
    const collection = this.#collection(name)
    if (transactionId === undefined && touched && collection.changesParts(filter, touched)) {
      const changes = collection.changesOfParts(filter, change, touched, multi)
      for (const { id } of changes) this.#requireFree(name, id)
      if (changes.length === 0) return 0
      this.#atomic(() => {
        for (const { write } of changes) write()
      })
      return changes.length
    }
    return this.#change(name, filter, change, multi, transactionId).filter(({ changed }) => changed).length
  }

  /** Changes the first match and answers its new state; undefined where nothing matches. */
  updateAndReturn(
    name: string,
    filter: Filter,
    change: EngineChange,
    transactionId?: string,
  ): Doc | undefined {
    return this.#change(name, filter, change, false, transactionId)[0]?.after
  }

  #change(
    name: string,
    filter: Filter,
    change: EngineChange,
    multi: boolean,
    transactionId: string | undefined,
  ) {
    const collection = this.#collection(name)
    const apply = () =>
      this.find(name, multi ? { filter } : { filter, limit: 1 }, transactionId).map((before) => {
        const after = change(before)
        const changed = toStored(after) !== toStored(before)
        if (changed && transactionId === undefined) {
          this.#requireFree(name, before._id)
          collection.replace(after)
        } else if (changed && transactionId !== undefined) {
          this.#stage(this.transactions.get(transactionId), collection, before._id, after)
        }
        return { after, changed }
      })
    return transactionId === undefined ? this.#atomic(apply) : apply()
  }

  /** `doc(id).set(data)`: replaces the document or creates it, and answers which. */
  set(name: string, id: Id, data: PlainObject, transactionId?: string): 'updated' | 'unchanged' | 'inserted' {
    const filter = { _id: { $eq: id } }
    if (this.find(name, { filter }, transactionId).length === 0) {
      this.insert(name, [{ ...data, _id: id }], transactionId)
      return 'inserted'
    }
    const updated = this.update(name, filter, (doc) => ({ ...data, _id: doc._id }), false, transactionId)
    return updated > 0 ? 'updated' : 'unchanged'
  }

  /** Answers how many documents were removed. */
  remove(name: string, filter: Filter, multi: boolean, transactionId?: string): number {
    const collection = this.#collection(name)
    const apply = () => {
      const docs = this.find(name, multi ? { filter } : { filter, limit: 1 }, transactionId)
      for (const { _id } of docs) {
        if (transactionId === undefined) {
          this.#requireFree(name, _id)
          collection.delete(_id)
        } else this.#stage(this.transactions.get(transactionId), collection, _id, null)
      }
      return docs.length
    }
    return transactionId === undefined ? this.#atomic(apply) : apply()
  }

  aggregate(name: string, stages: readonly Stage[]): PlainObject[] {
    this.#collection(name)
    return aggregate(name, stages, {
      find: (from, selection) => (this.schema.has(from) ? this.find(from, selection) : []),
      count: (from, filter) => (this.schema.has(from) ? this.count(from, filter) : 0),
    })
  }

  begin(): string {
    return this.transactions.begin().id
  }

  /**
   * Writes everything at once. A unique key taken in the meantime is a conflict; the repeat then meets
   * E11000.
   */
  commit(transactionId: string) {
    const transaction = this.transactions.get(transactionId)
    try {
      if (transaction.doomed) throw transactionConflict()
      if (transaction.staged.size > 0) this.#atomic(() => this.#writeStaged(transaction))
    } catch (error) {
      throw error instanceof CloudError ? transactionConflict() : error
    } finally {
      this.transactions.end(transactionId)
    }
  }

  abort(transactionId: string) {
    this.transactions.end(transactionId)
  }

  /** Resolves when any transaction ends, at the latest after `ms`. */
  whenATransactionEnds(ms: number): Promise<void> {
    return this.transactions.whenOneEnds(ms)
  }

  /** SQLite's own account of how it would answer: "SEARCH … USING INDEX …", or "SCAN …" where no index serves;
   * "SORT AFTERWARDS" where the engine sorts by itself what was found. */
  explain(name: string, filter: Filter, order: Order = []): string {
    const { from, keys, ordered } = this.#collection(name).plan(filter, order)
    // libsql leaves a finished EXPLAIN open, which would lock the schema; closing its connection ends it.
    const db = new Connection(this.db.file)
    try {
      const steps = db
        .all(`EXPLAIN QUERY PLAN SELECT id, doc${keys} ${from.sql}`, from.args)
        .map(({ detail }) => detail)
      return [...steps, ...(ordered ? [] : ['SORT AFTERWARDS'])].join('\n')
    } finally {
      db.close()
    }
  }

  /** What SQLite does for one read, in the steps of its machine: a row that it looks at costs several. */
  stepsOf(read: () => unknown): number {
    const before = this.db.steps
    read()
    return this.db.steps - before
  }

  close() {
    this.transactions.close()
    try {
      this.db.emptyLog()
    } catch (error) {
      if (!isNoRoom(error)) throw error
    } finally {
      this.db.close()
    }
  }

  #collection(name: string): StoredCollection {
    const schema = this.schema.get(name)
    if (!schema) throw unknownCollection(name)
    return new StoredCollection(schema, this.db)
  }

  /** After a write was undone, the kinds in memory may have more bits than the disk; they are read again. */
  #atomic<T>(work: () => T): T {
    try {
      return this.db.atomic(work)
    } catch (error) {
      refreshKinds(this.db, this.schema)
      throw error
    }
  }

  #requireFree(name: string, id: Id) {
    if (this.transactions.isHeld(name, id)) throw new DocumentHeld()
  }

  #stageInsert(transaction: Transaction, collection: StoredCollection, doc: Doc) {
    const staged = transaction.staged.get(collection.name)?.get(doc._id)
    const seen = new StoredCollection(collection.schema, transaction.snapshot).text(doc._id)
    if (staged || (staged === undefined && seen !== undefined)) {
      throw duplicateKey(collection.name, '_id_', JSON.stringify({ _id: doc._id }))
    }
    this.#stage(transaction, collection, doc._id, doc)
  }

  #stage(transaction: Transaction, collection: StoredCollection, id: Id, doc: Doc | null) {
    const seen = new StoredCollection(collection.schema, transaction.snapshot).text(id)
    this.transactions.hold(transaction, collection.name, id, collection.text(id) === seen)
    const before = transaction.staged.get(collection.name)?.get(id)
    this.transactions.stage(transaction, collection.name, id, doc)
    if (doc === null || collection.schema.unique.length === 0) return
    try {
      this.#rehearse(transaction)
    } catch (error) {
      const staged = transaction.staged.get(collection.name)
      if (before === undefined) staged?.delete(id)
      else staged?.set(id, before)
      throw error
    }
  }

  /**
   * Writes the staged documents and undoes that, so that a duplicate key is found at the write and not at the
   * commit.
   */
  #rehearse(transaction: Transaction) {
    const undo = new Error('rehearsed')
    try {
      this.#atomic(() => {
        this.#writeStaged(transaction)
        throw undo
      })
    } catch (error) {
      if (error !== undo) throw error
    }
  }

  #writeStaged({ staged }: Transaction) {
    for (const [name, docs] of staged) {
      const collection = this.#collection(name)
      for (const [id, doc] of docs) if (doc === null) collection.delete(id)
      for (const doc of docs.values()) if (doc !== null) collection.replace(doc)
    }
  }
}

/** CloudBase's own ids are 32 hexadecimal digits too. */
const newId = () => randomBytes(16).toString('hex')
