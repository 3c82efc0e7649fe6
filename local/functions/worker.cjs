// @ts-check
// One function inside a worker thread: it loads the bundle, runs one call at a time, and reports when it is
// quiet again. It is plain JavaScript, because Node starts a worker from a file that it can read as it is.
'use strict'

const { parentPort, workerData } = require('node:worker_threads')
const { format } = require('node:util')
const loadBundle = require('./loadBundle.cjs')

/** @typedef {{id: string, event: unknown, context: object, env: Record<string, string>, clockOffsetMs: number}} Call */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

/** How often a worker that is not quiet checks again. */
const LOOK_AGAIN_MS = 2

let clockOffsetMs = 0
/** @type {string | undefined} */
let requestId

shiftClock()
redirectConsole()
releaseSlowWarnings()
process.on('unhandledRejection', (reason) => {
  log('error', `un-awaited rejection: ${reason instanceof Error ? reason.stack : String(reason)}`)
})

const { main } = loadBundle(workerData.file, workerData.codeDir)
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
 * Reports `quiet` once nothing that the call started keeps the loop alive, or `late` at the deadline.
 *
 * @param {string} id
 * @param {number} deadline
 */
function reportQuiet(id, deadline) {
  if (isQuiet()) port.postMessage({ type: 'quiet', id })
  else if (performance.now() > deadline) port.postMessage({ type: 'late', id })
  else setTimeout(reportQuiet, LOOK_AGAIN_MS, id, deadline).unref()
}

/** Whether nothing is under way. Node's agent unreferences idle keep-alive sockets, so these do not count. */
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
 * Sets the caller in the environment, where the SDK reads it; nothing of the call before may remain.
 *
 * @param {Record<string, string>} env
 */
function takeIdentity(env) {
  for (const key of Object.keys(process.env)) {
    if (key.startsWith('WX_') || key === 'TCB_SOURCE' || key === 'TRIGGER_SRC') delete process.env[key]
  }
  Object.assign(process.env, env)
}

/** Makes Date give the local cloud's time; dates made from parts, and timers, are not shifted. */
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

/**
 * Lets the SDK's warning of a slow request keep nothing alive. Where a connection breaks, the SDK leaves the
 * timer behind, and a worker would seem to work on after its reply.
 */
function releaseSlowWarnings() {
  const { setTimeout: start } = globalThis
  /** @param {any[]} given */
  const released = (...given) => {
    const timer = start(.../** @type {[() => void, number]} */ (given))
    return String(given[0]).includes('[TCB][WARN] Your current request') ? timer.unref() : timer
  }
  globalThis.setTimeout = Object.assign(released, start)
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
