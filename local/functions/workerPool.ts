import { Worker } from 'node:worker_threads'
import { minuteMs } from '#contract/shared/time'
import { functionFailed, functionTimedOut } from '#local/cloudError'
import type { FunctionSpec } from './functionFolder'
import type { LogLine } from './functionLog'

export interface PoolOptions {
  readonly spec: FunctionSpec
  readonly workerFile: string
  readonly env: Readonly<Record<string, string>>
  readonly max: number
  readonly lateMs: number
  readonly codeDir: string | undefined
  readonly onLog: (line: LogLine) => void
}

export interface Call {
  readonly id: string
  readonly event: unknown
  readonly context: object
  readonly env: Readonly<Record<string, string>>
  /** Read when the call starts, not when it is queued. */
  readonly clockOffsetMs: () => number
}

/** How long a bundle may take to load; an idle machine needs a few hundred milliseconds. */
const LOAD_MS = minuteMs

/**
 * How long a call waits for a settling worker before another one is started. Settling takes a few milliseconds,
 * or more on a busy machine; starting takes longer than this.
 */
const SETTLE_MS = 300

/**
 * A worker's heap for what a call leaves behind. Left to itself, V8 keeps up to 48 MB for each worker, and fills
 * them before it looks what of it is still needed.
 */
const YOUNG_MB = 6

interface Job extends Call {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** The messages of worker.cjs. */
type Message =
  | { readonly type: 'ready' }
  | { readonly type: 'reply'; readonly id: string; readonly json: string | undefined }
  | { readonly type: 'failure'; readonly id: string; readonly error: string }
  | { readonly type: 'quiet' | 'late'; readonly id: string }
  | {
      readonly type: 'log'
      readonly level: LogLine['level']
      readonly text: string
      readonly requestId?: string
    }

/**
 * The states are starting → idle → running → settling → idle. A worker that fails, runs out of time or does
 * not settle is removed; the next call starts another.
 */
interface Seat {
  readonly worker: Worker
  state: 'starting' | 'idle' | 'running' | 'settling'
  job?: Job | undefined
  timer?: NodeJS.Timeout | undefined
  /** Ends when the worker, having answered, is quiet or gone. */
  quiet?: { readonly reached: Promise<void>; readonly end: () => void } | undefined
}

function newQuiet(): NonNullable<Seat['quiet']> {
  let end = () => {}
  const reached = new Promise<void>((resolve) => {
    end = resolve
  })
  return { reached, end }
}

function quieten(seat: Seat): void {
  seat.quiet?.end()
  seat.quiet = undefined
}

/** The workers of one function and the calls that wait for one, first come, first served. */
export class WorkerPool {
  readonly #seats = new Set<Seat>()
  readonly #queue: Job[] = []
  #closed = false
  #spawning: NodeJS.Timeout | undefined

  constructor(private readonly options: PoolOptions) {}

  get timeoutMs() {
    return this.options.spec.timeoutMs
  }

  run(call: Call): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ ...call, resolve, reject })
      this.#next()
    })
  }

  /** Ends when what has gone on after replies that were given before now is done, or was cut off. */
  async settled(): Promise<void> {
    await Promise.all([...this.#seats].map(({ quiet }) => quiet?.reached))
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#spawning)
    for (const job of this.#queue.splice(0)) job.reject(functionFailed('the local cloud is closing'))
    await Promise.all(
      [...this.#seats].map((seat) => this.#retire(seat, functionFailed('the local cloud is closing'))),
    )
  }

  /** Gives waiting calls to idle workers, and starts more workers for the others up to the limit. */
  #next() {
    if (this.#closed) return
    for (const seat of this.#seats) if (seat.state === 'idle' && this.#queue.length > 0) this.#start(seat)
    this.#spawnFor(this.#queue.length - this.#count('starting') - this.#count('settling'))
    if (this.#queue.length === 0 || this.#count('settling') === 0) return
    this.#spawning ??= setTimeout(() => {
      this.#spawning = undefined
      this.#spawnFor(this.#queue.length - this.#count('starting'))
    }, SETTLE_MS)
  }

  #count(state: Seat['state']): number {
    return [...this.#seats].filter((seat) => seat.state === state).length
  }

  /** Starts workers for so many calls, up to the limit. */
  #spawnFor(calls: number) {
    if (this.#closed) return
    const wanted = Math.min(calls, this.options.max - this.#seats.size)
    for (let i = 0; i < wanted; i++) this.#spawn()
  }

  #spawn() {
    const { spec, workerFile, env, lateMs, codeDir } = this.options
    const worker = new Worker(workerFile, {
      workerData: { file: spec.file, lateMs, codeDir },
      env: { ...env },
      // a function sees nothing of what this process was started with, such as a loader of TypeScript
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    const seat: Seat = { worker, state: 'starting' }
    this.#seats.add(seat)
    seat.timer = setTimeout(() => this.#fail(seat, 'the bundle did not load in time'), LOAD_MS)
    worker.on('message', (message: Message) => this.#hear(seat, message))
    worker.on('error', (error) => this.#fail(seat, error.stack ?? error.message))
    worker.on('exit', () => this.#fail(seat, 'the function ended its process'))
  }

  #start(seat: Seat) {
    const job = this.#queue.shift()
    if (!job) return
    seat.state = 'running'
    seat.job = job
    seat.timer = setTimeout(() => {
      const seconds = this.timeoutMs / 1000
      this.#log('error', `ended after its time limit of ${seconds} s`, job.id)
      void this.#retire(seat, functionTimedOut(seconds))
    }, this.timeoutMs)
    const { id, event, context, env } = job
    seat.worker.postMessage({ id, event, context, env, clockOffsetMs: job.clockOffsetMs() })
  }

  #hear(seat: Seat, message: Message) {
    if (message.type === 'log') return this.#log(message.level, message.text, message.requestId)
    if (!this.#seats.has(seat)) return
    if (message.type === 'reply') {
      this.#settle(seat)?.resolve(message.json === undefined ? null : JSON.parse(message.json))
    } else if (message.type === 'failure') {
      this.#log('error', message.error, message.id)
      this.#settle(seat)?.reject(functionFailed(message.error))
    } else if (message.type === 'late') {
      this.#log('warn', 'work after the reply was cut off; what must not be lost has to be owed', message.id)
      void this.#retire(seat, functionFailed('retired'))
    } else {
      clearTimeout(seat.timer)
      seat.state = 'idle'
      quieten(seat)
      this.#next()
    }
  }

  /** The call is answered; the worker gets no other call until it reports that it is quiet. */
  #settle(seat: Seat): Job | undefined {
    clearTimeout(seat.timer)
    const { job } = seat
    seat.job = undefined
    seat.state = 'settling'
    seat.quiet = newQuiet()
    return job
  }

  /**
   * Removes a worker that cannot continue: its call fails, and where the bundle cannot load, a waiting call
   * fails too.
   */
  #fail(seat: Seat, why: string) {
    if (!this.#seats.has(seat)) return
    this.#log('error', why, seat.job?.id)
    if (seat.state === 'starting') this.#queue.shift()?.reject(functionFailed(why))
    void this.#retire(seat, functionFailed(why))
  }

  async #retire(seat: Seat, error: Error): Promise<void> {
    this.#seats.delete(seat)
    clearTimeout(seat.timer)
    quieten(seat)
    seat.job?.reject(error)
    seat.job = undefined
    const gone = seat.worker.terminate()
    this.#next()
    await gone
  }

  #log(level: LogLine['level'], text: string, requestId: string | undefined) {
    const line = { at: Date.now(), name: this.options.spec.name, level, text }
    this.options.onLog(requestId === undefined ? line : { ...line, requestId })
  }
}
