/**
 * `npm test`: every test, in one run. Brings the builds up to date first; further arguments go to jest.
 * The last line counts: `N passed, N failed`, with `N skipped` behind it where there are any.
 */
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensureBrowser, runJest, sayFault } from './jest.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

try {
  await ensureBuilt(['cloud', 'h5', 'weapp'], (line) => process.stderr.write(`${line}\n`))
  const args = process.argv.slice(2)
  if (args.length === 0) ensureBrowser()
  process.exitCode = await runJest(args)
} catch (error) {
  sayFault(error)
}
