const { spawnSync } = require('node:child_process')
const path = require('node:path')
const { openRunFolder } = require('./runFolder.cjs')

/**
 * A Jest globalSetup that brings these targets of scripts/build.mjs up to date, and ends the run where a
 * build fails. Each suite has a file of its own that calls this, because Jest runs a globalSetup file once,
 * however many suites name it.
 */
exports.build =
  (...targets) =>
  () => {
    const script = path.resolve(__dirname, '../../../scripts/build.mjs')
    const { status } = spawnSync(process.execPath, [script, ...targets, '--if-stale'], { stdio: 'inherit' })
    if (status !== 0) process.exit(1)
    openRunFolder()
  }
