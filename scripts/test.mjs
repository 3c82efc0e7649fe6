/**
 * `npm test`: every test, in one run. Brings the builds up to date first; further arguments go to jest.
 * The last line counts: `N passed, N failed`, with `N skipped` behind it where there are any.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

/** Runs jest and resolves with its exit code and its counts; null when it did not get as far as counting. */
async function jest(args) {
  const folder = await mkdtemp(path.join(tmpdir(), 'jest-'))
  const report = path.join(folder, 'report.json')
  const bin = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js')
  // Jest leaves one core to itself, which on two cores is half of them; it has little to do while a suite runs.
  const workers = `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`
  const child = spawn(process.execPath, [bin, workers, '--json', `--outputFile=${report}`, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const code = await new Promise((resolve) => child.on('close', (exit) => resolve(exit ?? 1)))
  const counts = await readFile(report, 'utf8').then(JSON.parse, () => null)
  await rm(folder, { recursive: true, force: true })
  return { code, counts }
}

try {
  await ensureBuilt(['cloud', 'h5', 'weapp'], (line) => process.stderr.write(`${line}\n`))
  const args = process.argv.slice(2)
  // Before the clock of any test runs: to install a browser takes longer than a test may.
  if (args.length === 0) {
    const require = createRequire(import.meta.url)
    require('tsx/cjs')
    require('../test/support/chromium.ts').ensureChromium()
  }
  const { code, counts } = await jest(args)
  if (counts) {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = counts
    // A suite that could not even start has no failed test of its own.
    const failed = Math.max(numFailedTests, numFailedTestSuites)
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
    process.stdout.write(`${numPassedTests} passed, ${failed} failed${skipped}\n`)
  }
  process.exitCode = code
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  if (typeof error?.output === 'string') process.stderr.write(`${error.output}\n`)
  process.exitCode = 1
}
