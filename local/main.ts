import { resolve } from 'node:path'
import { openHouse } from './house'

/**
 * PORT (default 10086), HOST (default 127.0.0.1), LOCAL_DATA (default .local, or .local-empty with --empty). Throws one
 * sentence for a bad one.
 */
function settings(env: NodeJS.ProcessEnv, args: readonly string[]) {
  const stray = args.find((arg) => arg !== '--empty')
  if (stray !== undefined) throw new Error(`The only option is --empty; “${stray}” is not known.`)
  const empty = args.includes('--empty')
  const port = Number(env.PORT ?? 10086)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be a whole number from 0 to 65535; it is “${env.PORT}”.`)
  return {
    port,
    host: env.HOST,
    dataDir: resolve(env.LOCAL_DATA ?? (empty ? '.local-empty' : '.local')),
    empty,
  }
}

/**
 * Runs the product on this machine until it is told to stop. With `--empty` a new data folder is not filled: nothing
 * stands, and the configured first admin sets the community up. A folder that holds something is opened as it is.
 */
export async function run(env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  process.umask(0o077)
  let stopping = false
  let close: (() => Promise<void>) | undefined
  const stop = async () => {
    if (stopping) return
    stopping = true
    await close?.()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const cloud = await openHouse({
    ...settings(env, args),
    functionsDir: resolve('dist/cloudfunctions'),
    h5Dir: resolve('dist/h5'),
    timers: true,
    onProgress: say,
  })
  close = cloud.close
  if (stopping) return cloud.close()
  say(`Open ${cloud.url} in a browser. Ctrl-C stops it.`)
}
