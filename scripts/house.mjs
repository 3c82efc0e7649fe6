/**
 * `npm run house`: counts how well the house is kept, and fails where a figure is above what it must be.
 *
 *   npm run house                      the figures, with the first places of what is broken
 *   npm run house -- --list TEXT       every place of the figures that have TEXT in their name, broken or not
 *   npm run house -- --verbose         every place of every figure
 *
 * Reads the sources alone; nothing has to be built. Exit code 1 when a figure is broken.
 */
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { countedIn } from './house/figures.mjs'
import { readTree } from './house/tree.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** How many places are printed of a broken figure. */
const firstPlaces = 5

function printTable(counted) {
  const rows = [
    ['figure', 'now', 'must be'],
    ...counted.map(({ name, now, atMost }) => [name, `${now ?? 'unknown'}`, `≤ ${atMost}`]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)))
  rows.forEach(([name, now, limit], at) => {
    const verdict = counted[at - 1]?.broken ? '  BROKEN' : ''
    console.log(
      `${name.padEnd(widths[0])}  ${now.padStart(widths[1])}  ${limit.padStart(widths[2])}${verdict}`,
    )
  })
}

function printPlaces({ name, found }, most) {
  console.log(`\n${name}:`)
  for (const each of found.slice(0, most)) console.log(`  ${each}`)
  if (found.length > most) console.log(`  … and ${found.length - most} more`)
}

async function main() {
  const options = { list: { type: 'string' }, verbose: { type: 'boolean' } }
  const { list, verbose } = parseArgs({ options }).values
  const counted = countedIn(await readTree(root))
  const wanted = counted.filter(({ name }) => verbose || (list !== undefined && name.includes(list)))
  if (list !== undefined && wanted.length === 0) throw new Error(`No figure has "${list}" in its name.`)
  printTable(counted)
  const broken = counted.filter((each) => each.broken)
  if (wanted.length > 0) for (const each of wanted) printPlaces(each, Infinity)
  else for (const each of broken) printPlaces(each, firstPlaces)
  if (broken.length > 0) process.exitCode = 1
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
