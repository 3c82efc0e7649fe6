import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs jest and answers its exit code. The last line it prints is the result: `N passed, N failed`, followed
 * by `N skipped` where there are any.
 *
 * @param {string[]} args
 */
export async function runJest(args) {
  const folder = await mkdtemp(path.join(tmpdir(), 'jest-'))
  const report = path.join(folder, 'report.json')
  const bin = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js')
  // One more than there are cores, since tests sometimes wait for a browser, a process or a timer.
  const workers = `--maxWorkers=${availableParallelism() + 1}`
  // The workers keep every core busy: what V8 would do beside them in threads of its own takes time from them.
  const node = ['--single-threaded', bin]
  const child = spawn(process.execPath, [...node, workers, '--json', `--outputFile=${report}`, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const code = await new Promise((resolve) => child.on('close', (exit) => resolve(exit ?? 1)))
  const counts = await readFile(report, 'utf8').then(JSON.parse, () => null)
  await rm(folder, { recursive: true, force: true })
  if (counts) {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = counts
    // a suite that could not start has no failed test of its own
    const failed = Math.max(numFailedTests, numFailedTestSuites)
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
    process.stdout.write(`${numPassedTests} passed, ${failed} failed${skipped}\n`)
  }
  return code
}

/**
 * Finds or installs the browser of the tests before any test's time limit runs, since installing takes long.
 */
export function ensureBrowser() {
  const require = createRequire(import.meta.url)
  require('tsx/cjs')
  require('../test/support/chromium.ts').ensureChromium()
}

/** Prints the fault that stopped a run, and what a builder printed. */
export function sayFault(error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  if (typeof error?.output === 'string') process.stderr.write(`${error.output}\n`)
  process.exitCode = 1
}
