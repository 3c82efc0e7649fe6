import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { invalidParam, unknownFunction } from '#local/cloudError'
import type { FunctionSpec } from './functionFolder'
import type { LogLine } from './functionLog'
import { identityEnv, type LocalCaller } from './identity'
import { WorkerPool } from './workerPool'

export interface HostOptions {
  readonly functions: ReadonlyMap<string, FunctionSpec>
  /** The `/admin` address the SDK is sent to. */
  readonly adminUrl: string
  /** `worker.cjs` of this folder. */
  readonly workerFile: string
  /** Added to the environment of every function: its configuration and keys. */
  readonly env: Readonly<Record<string, string>>
  /** Workers per function; further calls queue. */
  readonly maxWorkers: number
  /** How far the functions' clock is ahead, asked before every call. */
  readonly clockOffsetMs: () => number
  readonly onLog: (line: LogLine) => void
  /** How long work may continue after the reply before it is cut off. Default 10 000. */
  readonly lateMs?: number
  /** Where the workers keep compiled code; without it each compiles the bundle anew. */
  readonly codeDir?: string | undefined
}

/**
 * Runs functions in worker threads, as CloudBase runs them in instances.
 *
 * A worker has one call at a time, because the SDK reads the caller from the process environment. A call that
 * exceeds its time limit is ended with its worker. After the reply a worker gets no other call until its
 * event loop is quiet; work that takes longer than `lateMs` is cut off with the worker and logged. A call that
 * comes in later begins when the work after earlier replies is done, so that whoever has read an answer finds
 * what follows from it. (CloudBase may freeze such work and continue it during somebody else's call, or never:
 * it must be owed as well.)
 */
export class FunctionHost {
  readonly #pools = new Map<string, WorkerPool>()

  constructor(private readonly options: HostOptions) {
    for (const spec of options.functions.values()) {
      this.#pools.set(
        spec.name,
        new WorkerPool({
          spec,
          workerFile: options.workerFile,
          env: environment(spec, options),
          max: options.maxWorkers,
          lateMs: options.lateMs ?? 10_000,
          codeDir: options.codeDir,
          onLog: options.onLog,
        }),
      )
    }
  }

  /** Answers what `main` returned, as JSON carries it. Throws CloudError where it failed or ran out of time. */
  async invoke(name: string, event: unknown, caller: LocalCaller): Promise<unknown> {
    const pool = this.#pools.get(name)
    if (!pool) throw unknownFunction(name)
    const id = randomUUID()
    const env = identityEnv(caller)
    const context = {
      request_id: id,
      function_name: name,
      function_version: '$LATEST',
      time_limit_in_ms: pool.timeoutMs,
      namespace: ENV_ID,
      environment: JSON.stringify(env),
    }
    if (caller.from !== 'function') await this.settled()
    return pool.run({
      id,
      event: asJson(event ?? {}),
      context,
      env,
      clockOffsetMs: this.options.clockOffsetMs,
    })
  }

  /** Ends when what has gone on after replies that were given before now is done, or was cut off. */
  async settled(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.settled()))
  }

  /** Ends every worker; calls under way fail. */
  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()))
  }
}

/** The call's event as JSON. JSON.stringify fails on what is nested some thousands deep. */
function asJson(event: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(event))
  } catch {
    throw invalidParam('The event cannot be written as JSON.')
  }
}

const ENV_ID = 'local'

/**
 * The environment that makes wx-server-sdk talk to this machine. Without RUNENV=SCF each of its calls would
 * first ask a metadata service that does not exist here. The secret id carries the function's name, so that
 * the protocol knows which function asks.
 */
function environment({ name, file }: FunctionSpec, { adminUrl, env }: HostOptions): Record<string, string> {
  return {
    // as in CloudBase, so that `require('config/route.js')` finds a file of the function
    NODE_PATH: dirname(file),
    PATH: process.env.PATH ?? '',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    TENCENTCLOUD_SECRETID: name,
    TENCENTCLOUD_SECRETKEY: 'local',
    TCB_ENV: ENV_ID,
    SCF_NAMESPACE: ENV_ID,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    ...env,
  }
}
