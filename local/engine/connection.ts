import { closeSync, openSync } from 'node:fs'
import Database from 'libsql'

export type SqlValue = string | number | null

export type SqlRow = Record<string, SqlValue>

/** Prepared statements kept per connection. Queries come in few shapes, so a full cache is emptied. */
const MAX_STATEMENTS = 400

/**
 * One SQLite connection. Every read is run to its end, so that no statement keeps a lock or holds the log
 * back.
 */
export class Connection {
  readonly #database: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  /** Opens or makes the file; a commit returns only when the disk has it. */
  constructor(readonly file: string) {
    makePrivate(file)
    this.#database = new Database(file, { timeout: 5000 })
    this.exec('PRAGMA journal_mode=WAL')
    this.exec('PRAGMA synchronous=FULL')
    // erased data must not be readable in the file's free pages
    this.exec('PRAGMA secure_delete=ON')
  }

  exec(sql: string) {
    this.#database.exec(sql)
  }

  all(sql: string, args: readonly SqlValue[] = []): SqlRow[] {
    return this.#prepare(sql).all(args) as SqlRow[]
  }

  run(sql: string, args: readonly SqlValue[] = []): void {
    this.#prepare(sql).run(args)
  }

  /** Runs the work in one SQLite transaction; it is durable when this returns and undone when it throws. */
  atomic<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.exec('COMMIT')
      return result
    } catch (error) {
      // SQLite has undone it already where the disk was full
      if (this.#database.inTransaction) this.exec('ROLLBACK')
      throw error
    }
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql)
    if (!statement) {
      if (this.#statements.size >= MAX_STATEMENTS) this.#statements.clear()
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  /** How many steps SQLite's machine has taken for the statements it keeps, since each was prepared. */
  get steps(): number {
    const others = "SELECT total(nstep) AS steps FROM sqlite_stmt WHERE sql NOT LIKE '%sqlite_stmt%'"
    const [counted] = this.#database.prepare(others).all() as SqlRow[]
    return Number(counted?.steps)
  }

  /**
   * Empties the log, which holds everything written before, erased data included. Waits for open snapshots. On
   * a full disk it fails and loses nothing.
   */
  emptyLog() {
    this.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  close() {
    this.#statements.clear()
    this.#database.close()
  }
}

/** Makes an empty file for its owner only where there is none; SQLite gives its log the same rights. */
export function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
}

/** An SQL identifier in quotes. */
export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
