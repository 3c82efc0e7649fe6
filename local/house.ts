import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { manifest } from '#store/manifest'
import { type CloudOptions, type LocalCloud, startLocalCloud } from './cloud'
import { CloudError } from './cloudError'
import { prepareFolder } from './dataFolder'
import { isPlainObject } from './engine/documents'
import { type Keys, keysFile, openKeys } from './keys'
import { askThrough } from './sample/driver'
import { fillSample, sampleHistoryMs } from './sample/fill'
import { firstAdminOpenid } from './sample/people'
import { sampleRoutes } from './sample/routes'
import { sampleTemplates } from './wechat/templates'

/** The template of messages about bookings. */
export const bookingTemplateId = sampleTemplates.booking.id

export interface HouseOptions
  extends Pick<
    CloudOptions,
    'dataDir' | 'functionsDir' | 'h5Dir' | 'port' | 'host' | 'timers' | 'workers' | 'onLog' | 'codeDir'
  > {
  /** Receives a line per stage of filling an empty data folder. */
  onProgress?: (line: string) => void
  /** An empty data folder stays so: nothing stands, as in a deployment that has just been made. */
  empty?: boolean
  /** The present of the sample lies so much ahead of the machine's clock, in ms; otherwise they are the same. */
  aheadMs?: number
}

/**
 * The files of a filled folder. The database comes last, because its existence means that the folder is
 * complete.
 */
const kept = ['keys.json', 'clock', 'files', 'cloud.db-wal', 'cloud.db-shm', 'cloud.db']

/**
 * The local cloud with this product's functions, filled with the sample community when its data folder is empty, unless
 * it is to stay so.
 */
export async function openHouse(options: HouseOptions): Promise<LocalCloud> {
  const { dataDir, onProgress = () => {} } = options
  prepareFolder(dataDir)
  if (!hasDatabase(dataDir)) {
    requireNoDataLost(dataDir)
    if (!options.empty) await fill(options, onProgress)
  }
  return startHouse(options)
}

const hasDatabase = (dataDir: string) => existsSync(join(dataDir, 'cloud.db'))

/**
 * Throws where a database has been there: keys without one are left over, unless filling the folder was
 * interrupted.
 */
function requireNoDataLost(dataDir: string): void {
  if (!existsSync(keysFile(dataDir)) || existsSync(join(dataDir, filling))) return
  throw new Error(
    `${join(dataDir, 'cloud.db')} is missing, though the keys of its data are there; put it back from the backup (npm run restore), or name an empty folder in LOCAL_DATA to begin again.`,
  )
}

/**
 * The same with the data folder as it is, also an empty one. Throws one sentence where the keys are not those
 * of the data.
 */
export async function startHouse({
  onProgress: _,
  empty: _empty,
  keys,
  ...options
}: HouseOptions & Pick<CloudOptions, 'clockStartMs'> & { keys?: Keys }): Promise<LocalCloud> {
  const { dataDir, port } = options
  prepareFolder(dataDir)
  const holdsData = hasDatabase(dataDir)
  const cloud = await startLocalCloud({
    ...options,
    manifest,
    functionEnv: {
      COMMUNITY_ID: 'tubengkan',
      FIRST_ADMIN_OPENID: firstAdminOpenid,
      // a browser signed in on this machine stays so, however far the clock is moved
      DESK_DAYS: '36500',
      MESSAGE_TEMPLATES: JSON.stringify(sampleTemplates),
      ...(port === 0 ? {} : { PAGE_ADDRESS: `http://localhost:${port}` }),
      ...(keys ?? openKeys(dataDir)),
    },
    routes: sampleRoutes,
  })
  try {
    if (holdsData) await requireFittingKeys(cloud, dataDir)
    return cloud
  } catch (fault) {
    await cloud.close()
    throw fault
  }
}

/** Asks the function, which compares its keys with the canary in the data before it does anything. */
async function requireFittingKeys(cloud: LocalCloud, dataDir: string): Promise<void> {
  const file = keysFile(dataDir)
  const answer = await cloud.drive(undefined, 'api', { op: 'community.get', input: {} }).catch((fault) => {
    const said = fault instanceof CloudError ? /Error: (.*)/.exec(fault.message)?.[1] : undefined
    throw said === undefined ? fault : new Error(`The functions do not start: ${said}`)
  })
  if (isPlainObject(answer) && answer.code === 'wrong_keys')
    throw new Error(
      `The keys in ${file} are not those of the data in ${dataDir}; put back the file that belongs to it (it is in each backup: npm run restore).`,
    )
}

const filling = 'filling'

/**
 * Fills a folder beside the data folder and renames it when it is complete, so that an interrupted first
 * start leaves nothing behind. The clock begins a week ago and ends at the present: the sample's past comes
 * from operations, not from written documents.
 */
async function fill(options: HouseOptions, onProgress: (line: string) => void): Promise<void> {
  const { aheadMs = 0 } = options
  const folder = join(options.dataDir, filling)
  rmSync(folder, { recursive: true, force: true })
  const cloud = await startHouse({
    ...options,
    dataDir: folder,
    port: 0,
    timers: false,
    clockStartMs: aheadMs - sampleHistoryMs,
  })
  try {
    onProgress('sample: filling the empty data folder')
    const clock = {
      now: cloud.now,
      async until(at: number) {
        if (at > cloud.now()) cloud.advance(at - cloud.now())
      },
    }
    const tick = async () => {
      await cloud.tick()
    }
    await fillSample(askThrough(cloud.drive), clock, tick)
    cloud.advance(Math.max(0, Date.now() + aheadMs - cloud.now()))
  } finally {
    await cloud.close()
  }
  for (const name of kept) {
    const file = join(folder, name)
    if (existsSync(file)) renameSync(file, join(options.dataDir, name))
  }
  rmSync(folder, { recursive: true, force: true })
  onProgress('sample: filled')
}
