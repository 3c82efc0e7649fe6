import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Connection } from './engine/connection'
import { lockFolder } from './engine/lock'
import { type Keys, openKeys } from './keys'

const keyIds = ({ SEAL_KEYS }: Keys): string[] => SEAL_KEYS.split(',').map((pair) => pair.split(':')[0] ?? '')

/** After a crash the file holds the old keys or the new ones, never a part. */
function write(file: string, keys: Keys): void {
  writeFileSync(`${file}.next`, JSON.stringify(keys, null, 2), { mode: 0o600, flush: true })
  renameSync(`${file}.next`, file)
}

/** Puts a new key first: from the next start on it seals, and the timer seals the older texts anew. */
export function addSealKey(dataDir: string): string {
  const release = lockFolder(dataDir)
  try {
    const file = join(dataDir, 'keys.json')
    readFileSync(file)
    const keys = openKeys(file)
    const used = keyIds(keys).map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0))
    const id = `k${Math.max(...used) + 1}`
    const SEAL_KEYS = `${id}:${randomBytes(32).toString('base64')},${keys.SEAL_KEYS}`
    write(file, { ...keys, SEAL_KEYS })
    return id
  } finally {
    release()
  }
}

/** Removes all keys but the first. Throws, and changes nothing, while any text is sealed with another key. */
export function dropOldKeys(dataDir: string): string[] {
  const release = lockFolder(dataDir)
  try {
    const file = join(dataDir, 'keys.json')
    readFileSync(file)
    const keys = openKeys(file)
    const [first, ...old] = keyIds(keys)
    const left = stillSealed(join(dataDir, 'cloud.db'), old)
    if (left.length > 0)
      throw new Error(
        `Still sealed with an old key: ${left.join(', ')}. Run npm start until the log says keys.resealed, then try again.`,
      )
    write(file, { ...keys, SEAL_KEYS: keys.SEAL_KEYS.split(',')[0] ?? '' })
    return first === undefined ? [] : old
  } finally {
    release()
  }
}

/** The tables with texts under one of these keys, each with the number of its rows. */
function stillSealed(file: string, keys: readonly string[]): string[] {
  const database = new Connection(file)
  try {
    const tables = database
      .all("SELECT name FROM sqlite_master WHERE type = 'table'")
      .map(({ name }) => String(name))
    return tables.flatMap((table) => {
      const rows = database.all(`SELECT * FROM "${table}"`)
      const held = rows.filter((row) => {
        const text = JSON.stringify(row)
        return keys.some((key) => text.includes(`s1.${key}.`))
      })
      return held.length > 0 ? [`${table} (${held.length})`] : []
    })
  } finally {
    database.close()
  }
}

/**
 * `npm run keys:rotate` adds a key; with `--drop` it removes the old ones. LOCAL_DATA names the data folder.
 */
export function run(env: NodeJS.ProcessEnv, args: readonly string[]): string {
  const dataDir = resolve(env.LOCAL_DATA ?? '.local')
  if (!args.includes('--drop'))
    return `${addSealKey(dataDir)} seals from the next start. When the log says keys.resealed: npm run keys:rotate -- --drop`
  const gone = dropOldKeys(dataDir)
  return gone.length > 0 ? `Nothing needs ${gone.join(', ')} any more; removed.` : 'There is no old key.'
}
