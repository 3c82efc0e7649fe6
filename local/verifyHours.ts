import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startHouse } from './house'
import { firstAdminOpenid } from './sample/people'

/** Asks an operation as an administrator; answers data or refusal. */
export type AskAdmin = (op: string, input: object) => Promise<unknown>

/**
 * Runs `look` on the data of a folder, without timer and HTTP; the clock stays where the folder's clock was.
 * Throws one sentence where there is no data or another process holds it.
 */
export async function onFolder<Found>(
  folder: string,
  look: (ask: AskAdmin) => Promise<Found>,
): Promise<Found> {
  const dataDir = resolve(folder)
  if (!existsSync(join(dataDir, 'cloud.db'))) throw new Error(`There is no data in ${dataDir}.`)
  const cloud = await startHouse({
    dataDir,
    functionsDir: resolve('dist/cloudfunctions'),
    port: 0,
    timers: false,
    workers: 1,
  })
  try {
    return await look((op, input) => cloud.call(firstAdminOpenid, 'api', { op, input }))
  } finally {
    await cloud.close()
  }
}
