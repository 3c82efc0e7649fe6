/** `npm run keys:rotate`: gives the local cloud a new sealing key; `--drop` removes the old ones. */
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

try {
  await ensureBuilt(['cloud'], (line) => process.stderr.write(`${line}\n`))
  const require = createRequire(import.meta.url)
  require('tsx/cjs')
  const said = await require('../local/rotateKeys.ts').run(process.env, process.argv.slice(2))
  process.stdout.write(`${said}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
