import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { Connection, makePrivate } from '#local/engine/connection'
import { sqlTable, tablesIn } from '#local/engine/schema'
import { documentText } from '#local/engine/sql/form'
import { idPrefix } from '#local/storage/fileStore'

/** The data folder as it was at one moment, in a folder of its own. */
export interface Snapshot {
  /** Names below the folder, with `/`. */
  readonly names: readonly string[]
  readonly documents: Readonly<Record<string, number>>
  readonly missing: readonly string[]
}

/** A picture that goes while it is being copied makes the copy begin again, so many times. */
const tries = 3

/**
 * Copies database, keys, clock and pictures into an empty folder, while others write. The database is one
 * moment of it; a picture is stored before a document names it and removed after, so that those it names are
 * there, unless one was removed just then.
 */
export function takeSnapshot(dataDir: string, folder: string): Snapshot {
  for (let left = tries - 1; ; left--) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const keys = readFileSync(join(dataDir, 'keys.json'))
    const { documents, named } = copyDatabase(join(dataDir, 'cloud.db'), join(folder, 'cloud.db'))
    for (const name of filesUnder(join(dataDir, 'files')))
      keep(join(dataDir, 'files', name), join(folder, 'files', name))
    for (const name of ['keys.json', 'clock'])
      if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(folder, name))
    const missing = named.filter((name) => !existsSync(join(folder, 'files', name)))
    const isOneMoment = missing.length === 0 && readFileSync(join(folder, 'keys.json')).equals(keys)
    if (isOneMoment || left === 0) return { names: filesUnder(folder), documents, missing }
  }
}

/** Answers what the copy holds: how many documents, and which pictures they name. */
function copyDatabase(from: string, to: string): Pick<Snapshot, 'documents'> & { named: string[] } {
  const db = new Connection(from)
  makePrivate(to)
  try {
    db.run('VACUUM INTO ?', [to])
  } finally {
    db.close()
  }
  return contentsOf(to)
}

const pictureId = new RegExp(`${idPrefix}([^"\\\\]+)`, 'g')

/** How many documents each collection of a database has, and the paths of the pictures that they name. */
export function contentsOf(file: string): Pick<Snapshot, 'documents'> & { named: string[] } {
  const db = new Connection(file)
  try {
    const documents: Record<string, number> = {}
    const named = new Set<string>()
    for (const [collection, stored] of tablesIn(db)) {
      const table = sqlTable(stored)
      documents[collection] = Number(db.all(`SELECT count(*) AS total FROM ${table}`)[0]?.total)
      for (const { doc } of db.all(
        `SELECT ${documentText} AS doc FROM ${table} WHERE instr(${documentText}, ?) > 0`,
        [idPrefix],
      ))
        for (const [, path = ''] of String(doc).matchAll(pictureId)) named.add(path)
    }
    return { documents, named: [...named] }
  } finally {
    db.close()
  }
}

/** Names of files below a folder, with `/`; without what is being written. */
function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/(\.next|-wal|-shm)$/.test(name))
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .map((name) => relative(folder, join(folder, name)).split(sep).join('/'))
    .sort()
}

/** Holds a picture, which never changes, against being removed; one that is gone already is left out. */
function keep(file: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  try {
    linkSync(file, to)
  } catch {
    if (existsSync(file)) copyFileSync(file, to)
  }
}
