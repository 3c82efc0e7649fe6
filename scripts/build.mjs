/**
 * Builds what runs: `weapp` (the mini-program), `h5` (the page) and `cloud` (the two functions), into `dist/`.
 *
 *   node scripts/build.mjs weapp|h5|cloud … [--if-stale]
 *
 * Quiet on success, one line per stage; on failure the builder's own output follows and the exit code is 1.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { functionBundle } from './bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = path.join(root, 'dist')
const manifests = ['package.json', 'package-lock.json', 'scripts/build.mjs']
const client = ['src', 'contract', 'config', 'babel.config.js', ...manifests]

/**
 * `inputs` decide staleness, `output` is emptied before each build, and `proof` is a file that only a
 * finished build leaves: Taro ends with exit code 0 after some failures.
 */
const targets = {
  weapp: {
    inputs: [...client, 'project.config.json'],
    output: 'weapp',
    proof: 'weapp/app.json',
    build: () => runTaro('weapp'),
  },
  h5: { inputs: client, output: 'h5', proof: 'h5/index.html', build: () => runTaro('h5') },
  cloud: {
    inputs: ['cloudfunctions', 'contract', 'scripts/bundle.mjs', ...manifests],
    output: 'cloudfunctions',
    proof: 'cloudfunctions.meta.json',
    build: bundleFunctions,
  },
}

/** A build that failed; `output` is what the builder printed. */
export class BuildError extends Error {
  name = 'BuildError'

  constructor(target, output) {
    super(`The ${target} build failed.`)
    this.output = output
  }
}

/**
 * Builds the targets side by side, except those whose inputs have not changed since the last build.
 *
 * @param {('weapp'|'h5'|'cloud')[]} names
 * @param {(line: string) => void} [onProgress] called with one line per stage
 * @param {{ always?: boolean }} [options] `always` builds fresh targets too
 * @throws {BuildError} when a build fails; the others are built all the same
 */
export async function ensureBuilt(names, onProgress = () => {}, { always = false } = {}) {
  requireNode20()
  for (const name of names)
    if (!Object.hasOwn(targets, name)) throw new Error(`There is no target “${name}”: weapp, h5 or cloud.`)
  const building = names.map((name) =>
    withLock(name, onProgress, () => buildTarget(name, onProgress, always)),
  )
  for (const { reason } of await Promise.allSettled(building)) if (reason) throw reason
}

/**
 * Makes the next `ensureBuilt` build these again; for a watch, which writes another build into the same
 * folder.
 *
 * @param {('weapp'|'h5'|'cloud')[]} names
 */
export async function forgetBuilt(names) {
  for (const name of names) await rm(path.join(dist, '.stamps', name), { force: true })
}

async function buildTarget(name, onProgress, always) {
  const { inputs, output, proof, build } = targets[name]
  const stamp = path.join(dist, '.stamps', name)
  const inputsHash = await hashInputs(inputs)
  const built = existsSync(path.join(dist, proof)) && (await readFile(stamp, 'utf8').catch(() => ''))
  if (!always && built === inputsHash) return onProgress(`${name}: up to date`)

  const startedAt = performance.now()
  const elapsed = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
  onProgress(`${name}: building`)
  const heartbeat = setInterval(() => onProgress(`${name}: still building, ${elapsed()}`), 10_000)
  try {
    await rm(stamp, { force: true })
    await rm(path.join(dist, output), { recursive: true, force: true })
    const printed = await build()
    if (!existsSync(path.join(dist, proof)))
      throw new BuildError(name, `${printed}\ndist/${proof} was not written.`)
    await mkdir(path.dirname(stamp), { recursive: true })
    await writeFile(stamp, inputsHash)
  } finally {
    clearInterval(heartbeat)
  }
  onProgress(`${name}: built in ${elapsed()}`)
}

/**
 * Taro's builds and the checks beside them keep every core busy: what V8 would do in threads of its own takes time
 * from them. Most of what webpack makes is garbage at once, and is cheaper to clear where there is room for more of it.
 */
const node = ['--single-threaded', '--max-semi-space-size=64']

/** Runs Taro's CLI in its own process, because its settings are global; resolves with what it printed. */
function runTaro(platform) {
  const cli = path.join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro')
  const env = { ...process.env, NODE_ENV: 'production', TARO_ENV: platform }
  return new Promise((resolve, reject) => {
    const taro = spawn(
      process.execPath,
      [...node, cli, 'build', '--type', platform, '--disable-global-config'],
      {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let printed = ''
    for (const stream of [taro.stdout, taro.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        printed += text
      })
    }
    taro.on('error', reject)
    taro.on('close', (code) => (code === 0 ? resolve(printed) : reject(new BuildError(platform, printed))))
  })
}

/**
 * Bundles each function, see bundle.mjs, and beside `dist/cloudfunctions` a map of each, which reads the places in
 * a stack trace: `dist/cloudfunctions.maps`. A function is a folder of `cloudfunctions/` with a `config.json`;
 * its entry is `index.ts`.
 */
async function bundleFunctions() {
  const { build, formatMessages } = await import('esbuild')
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  const folders = (await readdir(path.join(root, 'cloudfunctions'))).sort()
  const names = folders.filter((name) => existsSync(path.join(root, 'cloudfunctions', name, 'config.json')))
  await rm(path.join(dist, 'cloudfunctions.meta.json'), { force: true })
  const maps = path.join(dist, 'cloudfunctions.maps')
  await mkdir(maps, { recursive: true })
  const inputsOf = {}
  for (const name of names) {
    const source = path.join(root, 'cloudfunctions', name)
    const target = path.join(dist, 'cloudfunctions', name)
    await rm(path.join(target, 'late'), { recursive: true, force: true })
    const result = await build({
      absWorkingDir: root,
      entryPoints: [path.join(source, 'index.ts')],
      outfile: path.join(target, 'index.js'),
      ...functionBundle,
      sourcemap: 'external',
      sourcesContent: false,
      metafile: true,
      logLevel: 'silent',
    }).catch(async (failure) => {
      const messages = await formatMessages(failure.errors ?? [], { kind: 'error' })
      throw new BuildError('cloud', messages.join('\n') || String(failure))
    })
    inputsOf[name] = result.metafile.inputs
    await rename(path.join(target, 'index.js.map'), path.join(maps, `${name}.js.map`))
    await writeFile(
      path.join(target, 'package.json'),
      `${JSON.stringify({ name, version, main: 'index.js' })}\n`,
    )
    await copyFile(path.join(source, 'config.json'), path.join(target, 'config.json'))
  }
  await writeFile(path.join(dist, 'cloudfunctions.meta.json'), JSON.stringify(inputsOf))
  return ''
}

/** SHA-256 over the path and content of every file under `inputs`; a missing input counts as empty. */
async function hashInputs(inputs) {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of await filesUnder(input)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(path.join(root, file)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/** Files under a path relative to the project, sorted, with forward slashes on every system. */
async function filesUnder(relative) {
  const info = await stat(path.join(root, relative)).catch(() => null)
  if (info === null) return []
  if (info.isFile()) return [relative]
  const entries = await readdir(path.join(root, relative))
  const nested = await Promise.all(entries.sort().map((entry) => filesUnder(`${relative}/${entry}`)))
  return nested.flat()
}

/** Keeps two processes from writing the same output at once; a lock whose owner has ended is taken over. */
async function withLock(name, onProgress, work) {
  await mkdir(dist, { recursive: true })
  const lock = path.join(dist, `.${name}.lock`)
  for (let waited = false; !(await claim(lock)); waited = true) {
    if (await isAbandoned(lock)) await rm(lock, { force: true })
    else if (!waited) onProgress(`${name}: waiting for a build that another process has begun`)
    await delay(200)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

/** True if the lock is ours now; false if another process holds it. */
async function claim(lock) {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (failure) {
    if (failure.code === 'EEXIST') return false
    throw failure
  }
}

/**
 * Whether the lock's owner has ended. A lock without a number is being written, unless it has been so for ten
 * seconds.
 */
async function isAbandoned(lock) {
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''))
  if (owner) return !isRunning(owner)
  const info = await stat(lock).catch(() => null)
  return info !== null && Date.now() - info.mtimeMs > 10_000
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (failure) {
    return failure.code === 'EPERM'
  }
}

function requireNode20() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return
  console.error(`This project needs Node.js 20 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

async function main() {
  const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  const always = !process.argv.includes('--if-stale')
  await ensureBuilt(names.length > 0 ? names : Object.keys(targets), console.log, { always })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((failure) => {
    if (failure.output) console.error(failure.output)
    console.error(failure.message)
    process.exitCode = 1
  })
}
