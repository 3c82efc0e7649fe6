/** `npm start`: builds what is missing, then runs the local cloud with the page until Ctrl-C. `--empty`: in a new folder nothing stands. */
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const major = Number(process.versions.node.split('.')[0])

try {
  if (major < 20) throw new Error(`Node.js 20 or newer is needed; this is ${process.versions.node}.`)
  const say = (line) => process.stdout.write(`${line}\n`)
  const { ensureBuilt } = await import('./build.mjs')
  await ensureBuilt(['cloud', 'h5'], say)
  const require = createRequire(import.meta.url)
  require('tsx/cjs')
  await require('../local/main.ts').run(process.env, process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  if (typeof error?.output === 'string') process.stderr.write(`${error.output}\n`)
  process.exit(1)
}
