/** `npm run keys:rotate`: gives the local cloud a new sealing key; `--drop` removes the old ones. */
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

try {
  const require = createRequire(import.meta.url)
  require('tsx/cjs')
  process.stdout.write(`${require('../local/rotateKeys.ts').run(process.env, process.argv.slice(2))}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
