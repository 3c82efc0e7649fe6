import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { Connection } from './engine/connection'
import { lockFolder } from './engine/lock'
import { startHouse } from './house'
import { type Keys, keyIds, readKeys, writeKeys } from './keys'

/** Puts a new key first: from the next start on it seals, and the timer seals the older texts anew. */
export function addSealKey(dataDir: string): string {
  const release = lockFolder(dataDir)
  try {
    const keys = readKeys(dataDir)
    const used = keyIds(keys).map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0))
    const id = `k${Math.max(...used) + 1}`
    const SEAL_KEYS = `${id}:${randomBytes(32).toString('base64')},${keys.SEAL_KEYS}`
    writeKeys(dataDir, { ...keys, SEAL_KEYS })
    return id
  } finally {
    release()
  }
}

/**
 * Removes all keys but the first. Throws, and changes nothing, while any text is sealed with another key, or
 * where the first alone is not a key of the data.
 */
export async function dropOldKeys(dataDir: string): Promise<string[]> {
  const keys = readKeys(dataDir)
  const [first = '', ...old] = keyIds(keys)
  if (old.length === 0) return []
  const kept: Keys = { ...keys, SEAL_KEYS: keys.SEAL_KEYS.split(',')[0] ?? '' }
  whileLocked(dataDir, () => requireNothingUnder(old, dataDir))
  await requireOpened(dataDir, kept, first)
  whileLocked(dataDir, () => {
    requireNothingUnder(old, dataDir)
    writeKeys(dataDir, kept)
  })
  return old
}

function whileLocked(dataDir: string, act: () => void): void {
  const release = lockFolder(dataDir)
  try {
    act()
  } finally {
    release()
  }
}

function requireNothingUnder(old: readonly string[], dataDir: string): void {
  const left = stillSealed(join(dataDir, 'cloud.db'), old)
  if (left.length > 0)
    throw new Error(
      `Still sealed with an old key: ${left.join(', ')}. Run npm start until the log says keys.resealed, then try again.`,
    )
}

/** Starts the functions with the new key alone; they refuse to start where it does not open the canary. */
async function requireOpened(dataDir: string, keys: Keys, first: string): Promise<void> {
  const functionsDir = resolve('dist/cloudfunctions')
  const cloud = await startHouse({ dataDir, functionsDir, port: 0, timers: false, workers: 1, keys }).catch(
    (fault: Error) => {
      throw new Error(
        `The key ${first} alone does not open the data, so no key was removed. ${fault.message}`,
      )
    },
  )
  await cloud.close()
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
export async function run(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<string> {
  const dataDir = resolve(env.LOCAL_DATA ?? '.local')
  if (!args.includes('--drop'))
    return `${addSealKey(dataDir)} seals from the next start. When the log says keys.resealed: npm run keys:rotate -- --drop`
  const gone = await dropOldKeys(dataDir)
  return gone.length > 0 ? `Nothing needs ${gone.join(', ')} any more; removed.` : 'There is no old key.'
}
