import { join } from 'node:path'
import Database from 'libsql'

/**
 * Takes the data folder for this process and answers what gives it back.
 *
 * The lock is an open SQLite transaction, so the operating system lifts it when the process dies, however it
 * dies; the file that stays behind means nothing. Throws where another process holds it.
 */
export function lockFolder(folder: string): () => void {
  const database = new Database(join(folder, 'lock'))
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
