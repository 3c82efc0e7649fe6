/** `npm run restore -- FILE`: puts the data of a backup into the data folder; `--replace` where it has data. */
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
process.umask(0o077)

try {
  const require = createRequire(import.meta.url)
  require('tsx/cjs')
  const said = await require('../local/backup/commands.ts').runRestore(process.env, process.argv.slice(2))
  process.stdout.write(`${said}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
