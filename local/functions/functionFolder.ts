import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isPlainObject, type PlainObject } from '#local/engine/documents'

/** One deployed function: its bundle and its config.json. */
export interface FunctionSpec {
  readonly name: string
  readonly file: string
  readonly timeoutMs: number
  /** Names of its timer triggers; CloudBase allows one. */
  readonly timers: readonly string[]
  /** The open APIs it may call, from `permissions.openapi`. */
  readonly openApis: ReadonlySet<string>
}

/** CloudBase's time limit where config.json sets none. */
const DEFAULT_TIMEOUT_SECONDS = 3

/** Reads `<folder>/<name>/index.js` and `config.json`. Throws where there is nothing to run. */
export function readFunctions(folder: string): ReadonlyMap<string, FunctionSpec> {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : []
  if (names.length === 0)
    throw new Error(`There is no function bundle in ${folder}; build the functions first.`)
  return new Map(names.map(({ name }) => [name, readFunction(name, join(folder, name))]))
}

function readFunction(name: string, folder: string): FunctionSpec {
  const file = join(folder, 'index.js')
  if (!existsSync(file))
    throw new Error(`Function ${name} has no bundle: ${file} is missing; build the functions.`)
  const config = readConfig(join(folder, 'config.json'))
  const seconds = config.timeout === undefined ? DEFAULT_TIMEOUT_SECONDS : config.timeout
  if (typeof seconds !== 'number' || seconds <= 0) throw new Error(`Function ${name} has no valid timeout.`)
  const triggers = Array.isArray(config.triggers) ? config.triggers.filter(isPlainObject) : []
  const permissions = isPlainObject(config.permissions) ? config.permissions.openapi : undefined
  return {
    name,
    file,
    timeoutMs: seconds * 1000,
    timers: triggers.filter(({ type }) => type === 'timer').map((trigger) => String(trigger.name)),
    openApis: new Set(Array.isArray(permissions) ? permissions.map(String) : []),
  }
}

function readConfig(file: string): PlainObject {
  if (!existsSync(file)) return {}
  try {
    const config: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isPlainObject(config)) return config
  } catch {
    // refused below, like a config that is not an object
  }
  throw new Error(`${file} is not a JSON object.`)
}
