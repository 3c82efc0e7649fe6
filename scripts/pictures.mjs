/**
 * `npm run pictures`: every page of the browser in light, dark and elder mode at 320, 390 and 1280, as contact sheets.
 *
 *   npm run pictures                       one picture of each page, into pictures/
 *   npm run pictures -- --all              every state of each page that the tests visit
 *   npm run pictures -- packages/booking   only pages whose path has these words
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensureBrowser, sayFault } from './jest.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const say = (line) => process.stderr.write(`${line}\n`)

try {
  const wishes = process.argv.slice(2)
  await ensureBuilt(['cloud', 'h5'], say)
  ensureBrowser()
  const require = createRequire(import.meta.url)
  require('tsx/cjs')
  const { makeContactSheets } = require('../test/support/h5/contactSheet.ts')
  const missed = await makeContactSheets({
    folder: path.join(root, 'pictures'),
    all: wishes.includes('--all'),
    of: wishes.find((wish) => !wish.startsWith('--')),
    say,
  })
  for (const sentence of missed) say(`not taken: ${sentence}`)
  process.stdout.write('pictures/\n')
  process.exit(missed.length > 0 ? 1 : 0)
} catch (error) {
  sayFault(error)
}
