import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { minuteMs } from '#contract/shared/time'
import { openClock } from './clock'
import { prepareFolder } from './dataFolder'
import { type Engine, openEngine } from './engine/engine'
import { lockFolder } from './engine/lock'
import type { Manifest } from './engine/manifest'
import { readFunctions } from './functions/functionFolder'
import { FunctionHost } from './functions/functionHost'
import { fileLog, type LogLine } from './functions/functionLog'
import { timerEvent } from './functions/identity'
import { frontServer } from './http/frontServer'
import { browserEvent } from './http/httpAccess'
import { listen, shut } from './http/listen'
import { localRoutes, type Routes } from './http/localRoutes'
import { staticFiles } from './http/staticFiles'
import { adminServer, type Hooks } from './protocol/adminServer'
import { FileStore } from './storage/fileStore'
import { OpenApis, type SentMessage } from './wechat/openApis'

export interface CloudOptions {
  /** The folder for all data of the local cloud; it is made where there is none. */
  readonly dataDir: string
  /** Holds `<name>/index.js` and `<name>/config.json` of every function. */
  readonly functionsDir: string
  /** The built page; without it the port serves the API alone. */
  readonly h5Dir?: string | undefined
  /** 0 takes a free port from the system. */
  readonly port: number
  /** Default 127.0.0.1, which the network cannot reach. */
  readonly host?: string | undefined
  readonly manifest: Manifest
  /** Added to the environment of every function: its configuration and keys. */
  readonly functionEnv?: Readonly<Record<string, string>>
  /** Workers per function. Default: as many as there are processors, but two at least and four at most. */
  readonly workers?: number | undefined
  /** Runs the timer function once a minute of real time. Default false. */
  readonly timers?: boolean
  /** Further `/local` routes; they are given the running cloud. */
  readonly routes?: (cloud: LocalCloud) => Routes
  /** Receives each line of `functions.log` as well. */
  readonly onLog?: (line: LogLine) => void
  /** Offset of the functions' clock in a new data folder. Default 0. */
  readonly clockStartMs?: number
  /** How long a transaction may stay open. Default 30 000. */
  readonly transactionMs?: number
  /** How long work may continue after a function's reply. Default 1000. */
  readonly lateMs?: number
  /** How long a request to the page or the API may take to arrive. Default 30 000. */
  readonly requestMs?: number
  /**
   * An existing folder in which workers keep the compiled code of functions, so that the next start is shorter. What lies
   * there is run: nobody else may write in it. Default: none.
   */
  readonly codeDir?: string | undefined
  /** The script every worker starts with. Default: `local/functions/worker.cjs` under the working directory. */
  readonly workerFile?: string
}

export interface LocalCloud {
  readonly port: number
  /** Where page and API are served. */
  readonly url: string
  /** Where functions reach CloudBase's protocol; on the loopback interface only. */
  readonly adminUrl: string
  /**
   * `wx.cloud.callFunction`, called by the person with that openid. Throws CloudError where the function
   * fails.
   */
  readonly call: (openid: string, name: string, data: unknown) => Promise<unknown>
  /**
   * The same call by this machine on a person's behalf; it is never rate-limited, and what follows from it is
   * done when it is answered. Without an openid it comes from an unknown browser.
   */
  readonly drive: (openid: string | undefined, name: string, data: unknown) => Promise<unknown>
  /** `POST /api` with a bearer token, or without one; answers the parsed body. */
  readonly api: (token: string | undefined, body: unknown) => Promise<unknown>
  /** Runs the timer function now; resolves when it is done. */
  readonly tick: () => Promise<unknown>
  /** Moves the functions' clock forward and answers their time. Throws RangeError for anything but whole ms ≥ 0. */
  readonly advance: (ms: number) => number
  readonly now: () => number
  readonly sent: () => readonly SentMessage[]
  /** The person taps "allow" once for the template. */
  readonly allow: (openid: string, templateId: string) => number
  /** Tests delay or drop what functions ask of the store. */
  readonly hooks: Hooks
  /** Ends when what has gone on after the answers given before now is done. */
  readonly settled: () => Promise<void>
  /** SQLite's plan for a query, for tests of the lists. */
  readonly explain: Engine['explain']
  /** Ends the servers, the workers and the timer, and closes the data. */
  readonly close: () => Promise<void>
}

const API = 'api'
const JOBS = 'jobs'

/**
 * Starts CloudBase on this machine: documents, functions, WeChat's open APIs, page and API on one port.
 * Throws one sentence for the operator where the port is taken, the data folder cannot be written or is in use,
 * or a function's bundle is missing; then nothing is left running.
 */
export async function startLocalCloud(options: CloudOptions): Promise<LocalCloud> {
  const functions = readFunctions(options.functionsDir)
  const page =
    options.h5Dir !== undefined && existsSync(options.h5Dir) ? staticFiles(options.h5Dir) : undefined
  prepareFolder(options.dataDir)
  const cleanups: (() => Promise<void> | void)[] = [lockFolder(options.dataDir)]
  const close = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
  }
  try {
    const clock = openClock(join(options.dataDir, 'clock'), options.clockStartMs)
    const engine = openEngine({
      file: join(options.dataDir, 'cloud.db'),
      manifest: options.manifest,
      ...(options.transactionMs === undefined ? {} : { transactionMs: options.transactionMs }),
    })
    cleanups.push(() => engine.close())
    const files = new FileStore(join(options.dataDir, 'files'), clock.now)
    const openApis = new OpenApis(clock.now)
    const hooks: Hooks = {}
    const toFile = fileLog(join(options.dataDir, 'functions.log'))
    const onLog = (line: LogLine) => {
      toFile(line)
      options.onLog?.(line)
    }
    const admin = adminServer({
      engine,
      now: clock.now,
      hooks,
      files,
      addresses: { upload: () => `${new URL(adminUrl).origin}/storage`, download: () => url },
      invoke: (name, event) => host.invoke(name, event, { from: 'function' }),
      openApi: (caller, api, params) =>
        openApis.answer(functions.get(caller)?.openApis ?? new Set(), api, params),
    })
    cleanups.push(() => shut(admin))
    const adminUrl = `http://127.0.0.1:${await listen(admin, 0, '127.0.0.1')}/admin`
    const host = new FunctionHost({
      functions,
      adminUrl,
      workerFile: resolve(options.workerFile ?? 'local/functions/worker.cjs'),
      env: options.functionEnv ?? {},
      maxWorkers: options.workers ?? Math.min(Math.max(availableParallelism(), 2), 4),
      clockOffsetMs: clock.offsetMs,
      onLog,
      codeDir: options.codeDir,
      ...(options.lateMs === undefined ? {} : { lateMs: options.lateMs }),
    })
    cleanups.push(() => host.close())

    const tick = () =>
      host.invoke(JOBS, timerEvent(functions.get(JOBS)?.timers[0] ?? JOBS, clock.now()), { from: 'timer' })
    const call = (openid: string, name: string, data: unknown) =>
      host.invoke(name, data, { from: 'miniProgram', openid })
    const drive: LocalCloud['drive'] = async (openid, name, data) => {
      const reply =
        openid === undefined
          ? await host.invoke(name, browserEvent(data), {
              from: 'http',
              clientIp: '127.0.0.1',
              unpaced: true,
            })
          : await host.invoke(name, data, { from: 'miniProgram', openid, unpaced: true })
      await host.settled()
      return openid === undefined ? JSON.parse((reply as { body: string }).body) : reply
    }
    const routes: Record<string, Routes[string]> = {}
    const address = options.host ?? '127.0.0.1'
    const front = frontServer({
      api: (event, clientIp) => host.invoke(API, event, { from: 'http', clientIp }),
      phone: (openid, asked) => call(openid, API, asked),
      routes,
      files,
      page,
      host: address,
      requestMs: options.requestMs ?? 30_000,
      onError: (error) => onLog({ at: Date.now(), name: 'local', level: 'error', text: reasonOf(error) }),
    })
    const port = await listen(front, options.port, address)
    cleanups.push(() => shut(front))
    const url = `http://${address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address}:${port}`
    const cloud: LocalCloud = {
      port,
      url,
      adminUrl,
      call,
      drive,
      api: (token, body) => postApi(url, token, body),
      tick,
      advance: clock.advance,
      now: clock.now,
      sent: () => openApis.sent(),
      allow: (openid, templateId) => openApis.allow(openid, templateId),
      hooks,
      settled: () => host.settled(),
      explain: (collection, filter, order) => engine.explain(collection, filter, order),
      close,
    }
    Object.assign(routes, localRoutes(cloud), options.routes?.(cloud))
    if (options.timers) cleanups.push(everyMinute(tick, onLog))
    return cloud
  } catch (error) {
    await close()
    throw error
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

async function postApi(url: string, token: string | undefined, body: unknown): Promise<unknown> {
  const response = await fetch(`${url}/api`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  return response.json()
}

/**
 * Runs a tick every minute. CloudBase's timer may run twice and may be late; here a tick is left out while
 * the one before still runs.
 */
function everyMinute(tick: () => Promise<unknown>, onLog: (line: LogLine) => void): () => void {
  let running = false
  const timer = setInterval(() => {
    if (running) return
    running = true
    tick()
      .catch((error) => onLog({ at: Date.now(), name: JOBS, level: 'error', text: reasonOf(error) }))
      .finally(() => {
        running = false
      })
  }, minuteMs)
  return () => clearInterval(timer)
}
