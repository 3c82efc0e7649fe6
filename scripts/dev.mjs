/**
 * `npm run dev`: the local cloud on PORT (10086) and the page with hot reload on 10087. Saving a file of a function, of
 * the contract or of the local cloud starts the cloud again on the same data.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { ensureBuilt, forgetBuilt } from './build.mjs'
import { whenSaved } from './whenSaved.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const say = (line) => process.stdout.write(`${line}\n`)
const cloudRooms = ['cloudfunctions', 'contract', 'local']

let cloud
let stopping = false

async function startCloud() {
  try {
    await ensureBuilt(['cloud'], say)
  } catch (error) {
    return say(`${error.message}\n${error.output ?? ''}`)
  }
  const entry =
    "require('tsx/cjs'); require('./local/main.ts').run(process.env).catch((e) => { console.error(e.message); process.exit(1) })"
  cloud = spawn(process.execPath, ['-e', entry], { stdio: 'inherit' })
}

async function restartCloud() {
  const old = cloud
  if (old && old.exitCode === null && old.signalCode === null) {
    old.kill('SIGTERM')
    await new Promise((resolve) => old.on('close', resolve))
  }
  if (!stopping) await startCloud()
}

await startCloud()
whenSaved(cloudRooms, restartCloud)
// the watch writes into the folder of the build, and what it leaves there is no build
await forgetBuilt(['h5'])
const taro = createRequire(import.meta.url).resolve('@tarojs/cli/bin/taro')
const page = spawn(process.execPath, [taro, 'build', '--type', 'h5', '--watch', '--disable-global-config'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'development' },
})
page.on('close', () => stop())

function stop() {
  if (stopping) return
  stopping = true
  page.kill('SIGTERM')
  cloud?.kill('SIGTERM')
  setTimeout(() => process.exit(0), 2000).unref()
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
