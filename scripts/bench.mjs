/**
 * `npm run bench`: ratios measured in one run on this machine, and counts that are the same everywhere. With
 * `--full`, it also measures lists among a million documents, and the page with Lighthouse, which it downloads.
 */
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const full = process.argv.includes('--full')
await ensureBuilt(full ? ['cloud', 'h5'] : ['cloud'], (line) => process.stderr.write(`${line}\n`))
const require = createRequire(import.meta.url)
require('tsx/cjs')
for (const name of [
  'calls',
  'claim',
  'lists',
  'signUp',
  'afterRush',
  'request',
  'timer',
  'reach',
  'memory',
  'load',
  ...(full ? ['page'] : []),
])
  await require(`../bench/${name}.ts`).run({ full })
process.exit(0)
