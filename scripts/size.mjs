/**
 * Prints how much is downloaded before a first page can be seen, and fails where it exceeds the budget.
 *
 *   node scripts/size.mjs
 *
 * Builds what is stale first. Exit code 1 when a budget is exceeded.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { ensureBuilt } from './build.mjs'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const kilobyte = 1024

/** In bytes. WeChat's own limit is 2 MB for a package; these are lower, and keep the first opening quick. */
export const budgets = {
  weappMain: 800 * kilobyte,
  weappSubpackage: 300 * kilobyte,
  h5FirstLoad: 132 * kilobyte,
  cloudFunction: 1953 * kilobyte,
}

/** The page that opens first on H5. */
const homePage = 'pages/home'

/**
 * @typedef {object} Measure
 * @property {string} what
 * @property {number} bytes
 * @property {number} [budget] absent where the size is only reported
 */

/**
 * Raw bytes of the main package and of each subpackage: every file counts, as WeChat counts them.
 *
 * @param {string} root a compiled mini-program
 * @returns {Measure[]}
 */
export function measureWeapp(root) {
  const { subPackages = [] } = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8'))
  const packages = subPackages.map((each) => ({
    what: `weapp ${each.root.replace(/\/$/, '')}`,
    bytes: total(filesUnder(path.join(root, each.root))),
    budget: budgets.weappSubpackage,
  }))
  const inPackages = packages.reduce((sum, { bytes }) => sum + bytes, 0)
  const main = total(filesUnder(root)) - inPackages
  return [{ what: 'weapp main package', bytes: main, budget: budgets.weappMain }, ...packages]
}

/**
 * Gzipped bytes of the scripts that the first page loads, and, reported only, of its styles.
 *
 * @param {string} root a built H5 folder with the `manifest.json` of config/h5Manifest.ts
 * @returns {Measure[]}
 */
export function measureH5(root) {
  const { initial, pages } = JSON.parse(readFileSync(path.join(root, 'manifest.json'), 'utf8'))
  if (!pages[homePage]) throw new Error(`manifest.json has no ${homePage}: ${Object.keys(pages).join(', ')}`)
  const files = [...new Set([...initial, ...pages[homePage]])]
  const gzipped = (extension) =>
    files
      .filter((file) => file.endsWith(extension))
      .reduce((sum, file) => sum + gzipSync(readFileSync(path.join(root, file))).length, 0)
  return [
    { what: 'h5 first load, scripts, gzip', bytes: gzipped('.js'), budget: budgets.h5FirstLoad },
    { what: 'h5 first load, styles, gzip', bytes: gzipped('.css') },
  ]
}

/**
 * Raw bytes of each function: its bundle and what stands beside it.
 *
 * @param {string} root the folder of the bundled functions
 * @returns {Measure[]}
 */
export function measureCloud(root) {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      what: `cloud function ${name}`,
      bytes: total(filesUnder(path.join(root, name)).filter((file) => file.endsWith('.js'))),
      budget: budgets.cloudFunction,
    }))
}

/** @param {Measure} measure */
export function exceeds({ bytes, budget }) {
  return budget !== undefined && bytes > budget
}

function filesUnder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
}

function total(files) {
  return files.reduce((sum, file) => sum + statSync(file).size, 0)
}

function kilobytes(bytes) {
  return `${(bytes / kilobyte).toFixed(1)} KB`
}

async function main() {
  await ensureBuilt(['weapp', 'h5', 'cloud'], console.log)
  const measures = [
    ...measureWeapp(path.join(dist, 'weapp')),
    ...measureH5(path.join(dist, 'h5')),
    ...measureCloud(path.join(dist, 'cloudfunctions')),
  ]
  const width = Math.max(...measures.map(({ what }) => what.length))
  for (const measure of measures) {
    const limit = measure.budget === undefined ? '' : `  of ${kilobytes(measure.budget)}`
    const verdict = exceeds(measure) ? '  EXCEEDED' : ''
    console.log(`${measure.what.padEnd(width)}  ${kilobytes(measure.bytes).padStart(10)}${limit}${verdict}`)
  }
  if (measures.some(exceeds)) process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((failure) => {
    console.error(failure.output ?? failure)
    process.exitCode = 1
  })
}
