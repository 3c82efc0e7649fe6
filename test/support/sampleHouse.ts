import { cpSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { LocalCloud } from '#local/cloud'
import { openHouse } from '#local/house'
import { compiled } from './compiled'
import { preparedFolder } from './preparedFolder'
import { untilHour } from './time'

/** What `npm start` shows, on a folder and a port of its own. */
export interface SampleHouse {
  cloud: LocalCloud
  dataDir: string
  close(): Promise<void>
}

/**
 * `atWork`: it begins on a working morning whenever the test runs, so that what is soon is never at night, and no month
 * ends meanwhile. Its clock is then ahead of the machine's, which a phone without a network goes by.
 */
export async function openSampleHouse({ atWork = false } = {}): Promise<SampleHouse> {
  return openFolder(await sampleFolder(atWork ? aheadMs() : 0))
}

/** The sample house at work, in which `live` has run; `notes` is what that answers. */
export async function openLivedHouse<Notes>(
  name: string,
  live: (cloud: LocalCloud) => Promise<Notes>,
): Promise<{ house: SampleHouse; notes: Notes }> {
  const { dataDir, notes } = await preparedFolder(name, async (folder) => {
    const sample = await sampleFolder(aheadMs())
    cpSync(sample, folder, { recursive: true })
    rmSync(sample, { recursive: true })
    const cloud = await openCloud(folder)
    try {
      return await live(cloud)
    } finally {
      await cloud.close()
    }
  })
  return { house: await openFolder(dataDir), notes }
}

async function sampleFolder(ahead: number): Promise<string> {
  const { dataDir } = await preparedFolder(ahead === 0 ? 'sample' : 'sampleAhead', async (folder) => {
    await (await openCloud(folder, ahead)).close()
  })
  return dataDir
}

/** When the day of a lived house begins, in Chongqing: what its stages plan soon is not what the sample has at ten. */
const beginsAt = 10.5
const aheadMs = () => untilHour(beginsAt, Date.now())

/** `ahead` counts where the folder is empty: a clock that is there already goes on. */
function openCloud(dataDir: string, ahead = 0): Promise<LocalCloud> {
  const functionsDir = resolve('dist/cloudfunctions')
  return openHouse({
    ...{ dataDir, functionsDir, h5Dir: resolve('dist/h5'), port: 0, aheadMs: ahead },
    ...compiled,
  })
}

async function openFolder(dataDir: string): Promise<SampleHouse> {
  const cloud = await openCloud(dataDir)
  return {
    cloud,
    dataDir,
    async close() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
