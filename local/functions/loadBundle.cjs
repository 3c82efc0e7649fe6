// @ts-check
// Loads a function's bundle inside a worker. Where there is a folder for compiled code, the first worker keeps in it
// what V8 has made of the bundle, and the next ones begin with that.
'use strict'

const { createHash } = require('node:crypto')
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { createRequire, wrap } = require('node:module')
const { dirname, join } = require('node:path')
const { threadId } = require('node:worker_threads')
const { cachedDataVersionTag } = require('node:v8')
const { Script } = require('node:vm')

/**
 * @param {string} file
 * @param {string | undefined} codeDir
 * @returns {any} what the bundle exports
 */
module.exports = function loadBundle(file, codeDir) {
  if (codeDir === undefined) return require(file)
  const source = readFileSync(file, 'utf8')
  // V8 compares no more than the source's length, so the name says what was compiled; and for which V8, with its flags
  const compiled = createHash('sha256').update(source).digest('hex')
  const kept = join(codeDir, `${compiled}.${cachedDataVersionTag()}`)
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined
  const script = new Script(wrap(source), { filename: file, ...(cachedData && { cachedData }) })
  const bundle = { exports: {} }
  script.runInThisContext()(bundle.exports, createRequire(file), bundle, file, dirname(file))
  if (!cachedData || script.cachedDataRejected) keep(kept, script.createCachedData())
  return bundle.exports
}

/**
 * Whole or not at all, since other workers read it.
 *
 * @param {string} file
 * @param {Buffer} code
 */
function keep(file, code) {
  const part = `${file}.${process.pid}.${threadId}`
  writeFileSync(part, code)
  renameSync(part, file)
}
