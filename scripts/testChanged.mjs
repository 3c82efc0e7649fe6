/**
 * `npm run test:changed`: only the tests that a change can touch, and what was left out.
 *
 *   npm run test:changed               what is not committed, and what this branch has over main
 *   npm run test:changed -- HEAD~1     what differs from a commit
 */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { pagesTouchedBy, suiteOf, touchedBy, visitsTo } from './changed.mjs'
import { ensureBrowser, runJest, sayFault } from './jest.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

const say = (line) => process.stderr.write(`${line}\n`)
const git = (...args) =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()

/** The commit at which this branch left main; HEAD where there is no main. */
function baseOf() {
  for (const main of ['origin/main', 'main', 'origin/master', 'master']) {
    try {
      return git('merge-base', 'HEAD', main)
    } catch {
      // there is no such branch
    }
  }
  return git('rev-parse', 'HEAD')
}

/** Every file of the working tree that differs from the base, new files included. */
function changedSince(base) {
  const differing = git('diff', '--name-only', base, '--').split('\n')
  const untracked = git('ls-files', '--others', '--exclude-standard').split('\n')
  return [...new Set([...differing, ...untracked])].filter((file) => file !== '').sort()
}

function everyTest() {
  return readdirSync('test', { recursive: true })
    .map((file) => `test/${String(file).split(path.sep).join('/')}`)
    .filter((file) => /\.test\.tsx?$/.test(file))
}

/** Tests of the unit suite that import a changed file, directly or not. */
async function unitTests(changed) {
  const code = changed.filter((file) => /\.[cm]?[jt]sx?$/.test(file) && existsSync(file))
  if (code.length === 0) return []
  const bin = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js')
  const args = ['--selectProjects', 'unit', '--listTests', '--findRelatedTests', ...code]
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...args])
  return stdout
    .split('\n')
    .filter((line) => path.isAbsolute(line))
    .map((file) => path.relative(root, file).split(path.sep).join('/'))
}

const needs = {
  cloud: ['cloud'],
  h5: ['cloud', 'h5'],
  weapp: ['cloud', 'weapp'],
  way: ['cloud', 'h5', 'weapp'],
}

/**
 * Runs the tests; of the visits only those to pages that a changed file is part of, where that is known.
 * Answers the exit code.
 *
 * @param {readonly string[]} chosen
 * @param {readonly string[]} changed
 */
async function runChosen(chosen, changed) {
  const tests = chosen.filter((test) => test.startsWith('test/h5/pages/') && !changed.includes(test))
  const sources = tests.length > 0 ? JSON.parse(readFileSync('dist/h5.meta.json', 'utf8')) : {}
  const touched = [...(pagesTouchedBy(changed, sources) ?? [])]
  const pages = touched.filter((page) => tests.includes(visitsTo(page)))
  if (pages.length === 0) return runJest(['--runTestsByPath', ...chosen])
  say(`of the pages only these are opened: ${pages.join(', ')}`)
  const others = chosen.filter((test) => !tests.includes(test))
  const first = others.length > 0 ? await runJest(['--runTestsByPath', ...others]) : 0
  const visits = new Set(pages.map(visitsTo))
  return (await runJest(['--runTestsByPath', ...visits, '-t', `^(${pages.join('|')}), `])) || first
}

/** @param {readonly string[]} chosen @param {readonly string[]} all */
function sayLeftOut(chosen, all) {
  const count = (tests) => {
    const counts = new Map()
    for (const test of tests) counts.set(suiteOf(test), (counts.get(suiteOf(test)) ?? 0) + 1)
    return counts
  }
  const [run, there] = [count(chosen), count(all)]
  const left = [...there].map(([suite, total]) => `${suite} ${total - (run.get(suite) ?? 0)}`)
  say(`not run, by suite and files: ${left.join(', ')}; npm test runs them`)
}

try {
  const [base = baseOf()] = process.argv.slice(2)
  const changed = changedSince(base)
  const all = everyTest()
  const read = all.map((file) => ({ file, source: readFileSync(file, 'utf8') }))
  const { tests, subjects, unplaced } = touchedBy(changed, read)
  say(
    `changed since ${base.slice(0, 12)}: ${changed.length} files; subjects: ${subjects.join(', ') || 'none'}`,
  )
  for (const file of unplaced) say(`belongs to no subject, so one short test of each suite runs: ${file}`)
  const targets = new Set(tests.flatMap((test) => needs[suiteOf(test)] ?? []))
  const [unit] = await Promise.all([unitTests(changed), ensureBuilt([...targets], say)])
  const chosen = [...new Set([...unit, ...tests])]
  sayLeftOut(chosen, all)
  if (chosen.length > 0) {
    if (targets.has('h5')) ensureBrowser()
    process.exitCode = await runChosen(chosen, changed)
  } else process.stdout.write('0 passed, 0 failed\n')
} catch (error) {
  sayFault(error)
}
