import { invalidParam, transactionBusy } from '#local/cloudError'
import type { Stage } from '#local/engine/aggregate'
import { fromWire, isPlainObject, type PlainObject, requireId, toWire } from '#local/engine/documents'
import { DocumentHeld, type Engine } from '#local/engine/engine'
import { readFilter } from '#local/engine/filter'
import { readOrder } from '#local/engine/order'
import { readProjection } from '#local/engine/projection'
import { readReplacement, readUpdate } from '#local/engine/update'

/** One `/admin` request: a flat object whose queries, documents and updates are EJSON strings. */
export type AdminRequest = PlainObject

/** The fields that the answer has beside `requestId`. */
export type Action = (request: AdminRequest) => Promise<PlainObject> | PlainObject

/** CloudBase's page size where no limit is given, and the largest one. */
const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** How long a write waits for a document that a transaction holds. */
const BUSY_MS = 3000

/** Every `database.*` action wx-server-sdk sends; `now` answers `db.serverDate()`. */
export function databaseActions(engine: Engine, now: () => number): Readonly<Record<string, Action>> {
  const read = (text: unknown) => withServerDates(fromWire(text), now())
  return {
    'database.addCollection': (request) => {
      engine.createCollection(request.collectionName)
      return { data: {} }
    },

    'database.insertDocument': async (request) => {
      if (!Array.isArray(request.data)) throw invalidParam('data must be a list of documents')
      const docs = request.data.map((text) => readReplacement(read(text)))
      const insertedIds = await whenFree(engine, () =>
        engine.insert(collection(request), docs, transaction(request)),
      )
      return { data: { insertedIds } }
    },

    'database.getDocument': (request) => {
      const project = readProjection(fromWire(request.projection))
      const limit = Math.min(whole(request.limit) ?? DEFAULT_LIMIT, MAX_LIMIT)
      const skip = whole(request.offset) ?? 0
      const docs = engine.find(
        collection(request),
        {
          filter: readFilter(fromWire(request.query)),
          order: readOrder(fromWire(request.order)),
          skip,
          limit: request.queryType === 'DOC' ? 1 : limit,
          fields: project.kept,
        },
        transaction(request),
      )
      return { data: { list: docs.map((doc) => toWire(project(doc))) }, limit, offset: skip }
    },

    'database.calculateDocument': (request) => ({
      data: { total: engine.count(collection(request), readFilter(fromWire(request.query))) },
    }),

    'database.modifyDocument': async (request) => {
      if (request.merge === false) return setDocument(engine, request, read(request.data))
      if (request.upsert === true) throw invalidParam('the local cloud supports upsert by doc(id).set() only')
      const change = readUpdate(read(request.data))
      const filter = readFilter(fromWire(request.query))
      const updated = await whenFree(engine, () =>
        engine.update(collection(request), filter, change, request.multi === true, transaction(request)),
      )
      return { data: { updated, upsert_id: null } }
    },

    'database.modifyAndReturnDoc': async (request) => {
      const change = readUpdate(read(request.data))
      const filter = readFilter(fromWire(request.query))
      const doc = await whenFree(engine, () =>
        engine.updateAndReturn(collection(request), filter, change, transaction(request)),
      )
      return { data: doc ? { updated: 1, doc: toWire(doc) } : { updated: 0 } }
    },

    'database.removeDocument': async (request) => {
      const filter = readFilter(fromWire(request.query))
      const deleted = await whenFree(engine, () =>
        engine.remove(collection(request), filter, request.multi === true, transaction(request)),
      )
      return { data: { deleted } }
    },

    'database.aggregateDocuments': (request) => ({
      data: { list: engine.aggregate(collection(request), stages(request.stages)).map((doc) => toWire(doc)) },
    }),

    'database.startTransaction': () => ({ transactionId: engine.begin() }),

    'database.commitTransaction': (request) => {
      engine.commit(text(request.transactionId, 'transactionId'))
      return {}
    },

    'database.abortTransaction': (request) => {
      engine.abort(text(request.transactionId, 'transactionId'))
      return {}
    },
  }
}

/** `doc(id).set(data)`, the only upsert. */
async function setDocument(engine: Engine, request: AdminRequest, data: unknown): Promise<PlainObject> {
  const query = fromWire(request.query)
  const id = requireId(isPlainObject(query) ? query._id : undefined)
  const done = await whenFree(engine, () =>
    engine.set(collection(request), id, readReplacement(data), transaction(request)),
  )
  return { data: { updated: done === 'updated' ? 1 : 0, upsert_id: done === 'inserted' ? id : null } }
}

/**
 * Repeats a write until no transaction holds its documents; after a while it fails with TransactionBusy, as
 * in CloudBase.
 */
async function whenFree<T>(engine: Engine, write: () => T): Promise<T> {
  const deadline = performance.now() + BUSY_MS
  for (;;) {
    try {
      return write()
    } catch (error) {
      if (!(error instanceof DocumentHeld)) throw error
    }
    const left = deadline - performance.now()
    if (left <= 0) throw transactionBusy()
    await engine.whenATransactionEnds(left)
  }
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw invalidParam(`${name} must be a string`)
}

const collection = (request: AdminRequest) => text(request.collectionName, 'collectionName')

const transaction = (request: AdminRequest) =>
  request.transactionId === undefined || request.transactionId === null
    ? undefined
    : text(request.transactionId, 'transactionId')

function whole(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined
  if (Number.isInteger(value) && (value as number) >= 0) return value as number
  throw invalidParam('limit and offset must be whole numbers')
}

function stages(value: unknown): Stage[] {
  if (!Array.isArray(value)) throw invalidParam('stages must be a list')
  return value.map((stage) => {
    if (!isPlainObject(stage)) throw invalidParam('a stage must be an object')
    return { name: text(stage.stageKey, 'stageKey'), value: fromWire(stage.stageValue) }
  })
}

/** Replaces each `db.serverDate({offset})` of the SDK by a date; the offset is in milliseconds. */
function withServerDates(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => withServerDates(item, now))
  if (!isPlainObject(value)) return value
  const mark = value.$tcb_server_date
  if (isPlainObject(mark)) return new Date(now + (typeof mark.offset === 'number' ? mark.offset : 0))
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withServerDates(field, now)]))
}
