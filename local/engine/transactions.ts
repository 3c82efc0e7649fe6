import { randomUUID } from 'node:crypto'
import { transactionConflict, transactionNotExist } from '#local/cloudError'
import { Connection } from './connection'
import type { Doc, Id } from './documents'

/** Documents a transaction has written and not yet committed; null stands for a removal. */
export type Staged = Map<Id, Doc | null>

export interface Transaction {
  readonly id: string
  /** Sees the documents as they were when the transaction began. */
  readonly snapshot: Connection
  readonly staged: Map<string, Staged>
  /** It tried to write a document of another writer; it can only be aborted. */
  doomed: boolean
  readonly expiry: NodeJS.Timeout
}

/** Idle snapshot connections kept open; a new one costs a millisecond. */
const SPARE_CONNECTIONS = 4

/**
 * The open transactions: their snapshots, and who may write which document.
 *
 * The first transaction to write a document holds it until it ends; every other writer is refused at once. A
 * transaction that is neither committed nor aborted within the limit is aborted (CloudBase: 30 s).
 */
export class Transactions {
  readonly #open = new Map<string, Transaction>()
  readonly #holders = new Map<string, Transaction>()
  readonly #spare: Connection[] = []
  #waiting: (() => void)[] = []

  /** @param limitMs real time, whatever clock the functions see */
  constructor(
    private readonly file: string,
    private readonly limitMs: number,
  ) {}

  begin(): Transaction {
    const snapshot = this.#spare.pop() ?? new Connection(this.file)
    snapshot.exec('BEGIN')
    snapshot.all('SELECT count(*) FROM field_kinds')
    const id = randomUUID()
    const expiry = setTimeout(() => this.end(id), this.limitMs)
    expiry.unref()
    const transaction: Transaction = { id, snapshot, staged: new Map(), doomed: false, expiry }
    this.#open.set(id, transaction)
    return transaction
  }

  /** Refuses an id that does not exist, or whose transaction has ended or expired. */
  get(id: string): Transaction {
    const transaction = this.#open.get(id)
    if (!transaction) throw transactionNotExist()
    return transaction
  }

  /** True where an open transaction has written the document. */
  isHeld(collection: string, id: Id): boolean {
    return this.#holders.has(holding(collection, id))
  }

  /**
   * Gives the document to the transaction. Refuses where another transaction holds it, and dooms the second
   * one.
   */
  hold(transaction: Transaction, collection: string, id: Id, sinceSnapshotUnchanged: boolean) {
    const key = holding(collection, id)
    const holder = this.#holders.get(key)
    if (transaction.doomed || (holder && holder !== transaction) || !sinceSnapshotUnchanged) {
      transaction.doomed = true
      throw transactionConflict()
    }
    this.#holders.set(key, transaction)
  }

  stage(transaction: Transaction, collection: string, id: Id, doc: Doc | null) {
    const staged = transaction.staged.get(collection) ?? new Map()
    transaction.staged.set(collection, staged.set(id, doc))
  }

  /** Ends the transaction and frees its documents. */
  end(id: string) {
    const transaction = this.get(id)
    clearTimeout(transaction.expiry)
    this.#open.delete(id)
    for (const [key, holder] of this.#holders) if (holder === transaction) this.#holders.delete(key)
    transaction.snapshot.exec('ROLLBACK')
    if (this.#spare.length < SPARE_CONNECTIONS) this.#spare.push(transaction.snapshot)
    else transaction.snapshot.close()
    const waiting = this.#waiting
    this.#waiting = []
    for (const wake of waiting) wake()
  }

  /** Resolves when any transaction ends, at the latest after `ms`. */
  whenOneEnds(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  close() {
    for (const id of [...this.#open.keys()]) this.end(id)
    for (const connection of this.#spare.splice(0)) connection.close()
  }
}

const holding = (collection: string, id: Id) => JSON.stringify([collection, id])
