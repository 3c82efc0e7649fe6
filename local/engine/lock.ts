import { join } from 'node:path'
import Database from 'libsql'
import { makePrivate } from './connection'

/**
 * Takes the data folder for this process and answers a function that gives it back.
 *
 * The lock is an open SQLite transaction, so the operating system lifts it when the process ends, in whatever
 * way. The file that remains is no lock. Throws where another process holds the lock.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock')
  makePrivate(file)
  const database = new Database(file)
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!/locked|busy/i.test(error instanceof Error ? error.message : '')) throw error
    throw new Error(`The data in ${folder} is in use by another process; stop that one or set LOCAL_DATA.`)
  }
  return () => {
    database.exec('ROLLBACK')
    database.close()
  }
}
