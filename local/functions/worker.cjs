// @ts-check
// One function inside a worker thread: loads its bundle, runs one call at a time, says when it is quiet again.
// Plain JavaScript, because a worker starts from a file that Node can read as it is.
'use strict'

const { parentPort, workerData } = require('node:worker_threads')
const { format } = require('node:util')

/** @typedef {{id: string, event: unknown, context: object, env: Record<string, string>, clockOffsetMs: number}} Call */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

/** How often a worker that is not quiet looks again. */
const LOOK_AGAIN_MS = 5

let clockOffsetMs = 0
/** @type {string | undefined} */
let requestId

shiftClock()
redirectConsole()
process.on('unhandledRejection', (reason) => {
  log('error', `un-awaited rejection: ${reason instanceof Error ? reason.stack : String(reason)}`)
})

const { main } = require(workerData.file)
if (typeof main !== 'function') throw new Error(`${workerData.file} does not export main`)

port.on('message', (call) => void run(call))
const idle = activeResources()
port.postMessage({ type: 'ready' })

/** @param {Call} call */
async function run(call) {
  clockOffsetMs = call.clockOffsetMs
  requestId = call.id
  takeIdentity(call.env)
  /** @type {object} */
  let answer
  try {
    const result = await main(call.event, call.context)
    answer = { type: 'reply', id: call.id, json: JSON.stringify(result) }
  } catch (error) {
    answer = { type: 'failure', id: call.id, error: error instanceof Error ? error.stack : String(error) }
  }
  port.postMessage(answer)
  setImmediate(reportQuiet, call.id, performance.now() + workerData.lateMs)
}

/**
 * Says `quiet` once nothing that the call started keeps the loop alive, or `late` when time is up.
 * @param {string} id
 * @param {number} deadline
 */
function reportQuiet(id, deadline) {
  if (isQuiet()) port.postMessage({ type: 'quiet', id })
  else if (performance.now() > deadline) port.postMessage({ type: 'late', id })
  else setTimeout(reportQuiet, LOOK_AGAIN_MS, id, deadline).unref()
}

/** Idle keep-alive sockets are unreferenced by Node's agent and do not count; a request under way does. */
function isQuiet() {
  const now = activeResources()
  return [...now].every(([type, count]) => count <= (idle.get(type) ?? 0))
}

/** @returns {Map<string, number>} */
function activeResources() {
  const counts = new Map()
  for (const type of process.getActiveResourcesInfo()) counts.set(type, (counts.get(type) ?? 0) + 1)
  return counts
}

/**
 * The SDK reads who calls from the environment; nothing of the previous call may stay.
 * @param {Record<string, string>} env
 */
function takeIdentity(env) {
  for (const key of Object.keys(process.env)) {
    if (key.startsWith('WX_') || key === 'TCB_SOURCE' || key === 'TRIGGER_SRC') delete process.env[key]
  }
  Object.assign(process.env, env)
}

/** Date tells the local cloud's time; a date made from parts, and every timer, stays what it is. */
function shiftClock() {
  const RealDate = Date
  /**
   * @param {...any} args
   * @returns {any}
   */
  function ShiftedDate(...args) {
    if (!new.target) return new RealDate(RealDate.now() + clockOffsetMs).toString()
    const given = args.length === 0 ? [RealDate.now() + clockOffsetMs] : args
    return Reflect.construct(RealDate, given, new.target === ShiftedDate ? RealDate : new.target)
  }
  ShiftedDate.prototype = RealDate.prototype
  ShiftedDate.now = () => RealDate.now() + clockOffsetMs
  ShiftedDate.parse = RealDate.parse
  ShiftedDate.UTC = RealDate.UTC
  Object.defineProperty(ShiftedDate, 'name', { value: 'Date' })
  Object.defineProperty(ShiftedDate, 'length', { value: 7 })
  RealDate.prototype.constructor = ShiftedDate
  globalThis.Date = /** @type {DateConstructor} */ (/** @type {unknown} */ (ShiftedDate))
}

function redirectConsole() {
  /** @type {[name: 'log' | 'info' | 'debug' | 'warn' | 'error' | 'trace', level: string][]} */
  const methods = [
    ['log', 'info'],
    ['info', 'info'],
    ['debug', 'debug'],
    ['trace', 'debug'],
    ['warn', 'warn'],
    ['error', 'error'],
  ]
  for (const [name, level] of methods) console[name] = (...args) => log(level, format(...args))
}

/**
 * @param {string} level
 * @param {string} text
 */
function log(level, text) {
  port.postMessage({ type: 'log', level, text, requestId })
}
