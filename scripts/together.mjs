/**
 * Runs npm scripts side by side, at most one more than there are cores, in the order given.
 *
 *   node scripts/together.mjs types lint build:h5 …
 *
 * One line for each that is done. The first that fails ends the others; its output follows and the exit code is 1.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const waiting = process.argv.slice(2)
const running = new Set()
let failed = false

/**
 * Resolves when the script has ended. It is a process group of its own, so that all its processes can be
 * ended together.
 */
function run(name) {
  const startedAt = performance.now()
  const child = spawn('npm', ['run', '--silent', name], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text
    })
  }
  return new Promise((resolve) => {
    child.on('close', (code) => {
      running.delete(child)
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
      if (code !== 0 && !failed) {
        failed = true
        process.stdout.write(`${printed}\n${name}: failed after ${seconds} s\n`)
        endAll()
      } else if (code === 0) process.stdout.write(`${name}: ${seconds} s\n`)
      resolve()
    })
  })
}

function endAll() {
  waiting.length = 0
  for (const { pid } of running) {
    try {
      process.kill(-pid, 'SIGTERM')
    } catch {
      // it has ended by itself
    }
  }
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    failed = true
    endAll()
  })
}

async function runNext() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await run(name)
}

await Promise.all(Array.from({ length: availableParallelism() + 1 }, runNext))
if (failed) process.exitCode = 1
