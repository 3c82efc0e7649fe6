import { existsSync, statSync } from 'node:fs'
import { Connection } from './connection'

/**
 * Opens the database after SQLite has looked through it. Throws one sentence where it is damaged: what is
 * read or written after that could spoil what is still whole.
 */
export function openWhole(file: string): Connection {
  if (sizeOf(file) === 0 && !sizeOf(`${file}-wal`)) throw damaged(file, 'it is empty')
  let db: Connection | undefined
  try {
    db = new Connection(file)
    const [found] = db.all('PRAGMA quick_check(1)').flatMap((row) => Object.values(row))
    if (found !== 'ok') throw damaged(file, String(found))
    return db
  } catch (fault) {
    db?.close()
    throw isDamage(fault) ? damaged(file, fault.message) : fault
  }
}

/** Undefined where there is no file. */
const sizeOf = (file: string): number | undefined => (existsSync(file) ? statSync(file).size : undefined)

const isDamage = (fault: unknown): fault is Error =>
  fault instanceof Error &&
  'code' in fault &&
  /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(String(fault.code))

const damaged = (file: string, what: string) =>
  new Error(
    `The database ${file} is damaged (${what.replace(/\s+/g, ' ').trim()}); restore the latest backup: npm run restore -- FILE --replace.`,
  )
