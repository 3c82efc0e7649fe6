import { resolve } from 'node:path'
import { openHouse } from './house'

/** PORT (default 10086), HOST (default 127.0.0.1), LOCAL_DATA (default .local). Throws one sentence for a bad one. */
function settings(env: NodeJS.ProcessEnv) {
  const port = Number(env.PORT ?? 10086)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be a whole number from 0 to 65535; it is “${env.PORT}”.`)
  return { port, host: env.HOST, dataDir: resolve(env.LOCAL_DATA ?? '.local') }
}

/** Runs the product on this machine until it is told to stop. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
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
    ...settings(env),
    functionsDir: resolve('dist/cloudfunctions'),
    h5Dir: resolve('dist/h5'),
    timers: true,
    onProgress: say,
  })
  close = cloud.close
  if (stopping) return cloud.close()
  say(`Open ${cloud.url} in a browser. Ctrl-C stops it.`)
}
