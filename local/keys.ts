import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from './wholeFile'

/** The secrets that a deployment keeps in its environment. */
export interface Keys {
  readonly SEAL_KEYS: string
  readonly INDEX_KEY: string
}

export const keysFile = (dataDir: string): string => join(dataDir, 'keys.json')

/**
 * The local cloud's own secrets, made in an empty data folder and kept with the data, readable by their owner
 * only. Throws one sentence where there is a database without them: new ones would open nothing in it.
 */
export function openKeys(dataDir: string): Keys {
  const file = keysFile(dataDir)
  if (existsSync(file) || existsSync(join(dataDir, 'cloud.db'))) return readKeys(dataDir)
  const secret = () => randomBytes(32).toString('base64')
  const keys: Keys = { SEAL_KEYS: `k1:${secret()}`, INDEX_KEY: secret() }
  writeKeys(dataDir, keys)
  return keys
}

/** The secrets of a data folder. Throws one sentence where they are missing, or are no keys. */
export function readKeys(dataDir: string): Keys {
  const file = keysFile(dataDir)
  if (!existsSync(file))
    throw new Error(
      `${file} is missing, and without it nobody can read the data in ${dataDir}; put it back from the backup (npm run restore).`,
    )
  const keys = keysIn(file)
  const ids = keyIds(keys)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined)
    throw new Error(
      `SEAL_KEYS in ${file} has two keys under the id ${twice}; each key needs an id of its own.`,
    )
  return keys
}

function keysIn(file: string): Keys {
  const refusal = `${file} does not hold the local cloud's keys; put back the file that belongs to this data folder.`
  try {
    const { SEAL_KEYS, INDEX_KEY } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Keys>
    if (typeof SEAL_KEYS === 'string' && typeof INDEX_KEY === 'string') return { SEAL_KEYS, INDEX_KEY }
  } catch (fault) {
    throw new Error(refusal, { cause: fault })
  }
  throw new Error(refusal)
}

export const writeKeys = (dataDir: string, keys: Keys): void =>
  writeWhole(keysFile(dataDir), JSON.stringify(keys, null, 2))

export const keyIds = ({ SEAL_KEYS }: Keys): string[] =>
  SEAL_KEYS.split(',').map((pair) => pair.split(':')[0]?.trim() ?? '')
