import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** The secrets that a deployment keeps in its environment. */
export interface Keys {
  readonly SEAL_KEYS: string
  readonly INDEX_KEY: string
}

/**
 * The local cloud's own secrets, made at the first start and kept with the data, readable by their owner
 * only. Throws one sentence where the file does not hold them: without them, sealed texts cannot be opened
 * again.
 */
export function openKeys(file: string): Keys {
  if (!existsSync(file)) {
    const secret = () => randomBytes(32).toString('base64')
    const keys: Keys = { SEAL_KEYS: `k1:${secret()}`, INDEX_KEY: secret() }
    writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600, flush: true })
    return keys
  }
  const refusal = `${file} does not hold the local cloud's keys; put back the file that belongs to this data folder.`
  try {
    const { SEAL_KEYS, INDEX_KEY } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Keys>
    if (typeof SEAL_KEYS === 'string' && typeof INDEX_KEY === 'string') return { SEAL_KEYS, INDEX_KEY }
  } catch (fault) {
    throw new Error(refusal, { cause: fault })
  }
  throw new Error(refusal)
}
