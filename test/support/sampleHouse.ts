import { cpSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { dayOf } from '#contract/shared/wallClock'
import type { LocalCloud } from '#local/cloud'
import { openHouse } from '#local/house'
import { compiled } from './compiled'
import { preparedFolder } from './preparedFolder'
import { hourMs } from './time'

/** What `npm start` shows, on a folder and a port of its own. */
export interface SampleHouse {
  cloud: LocalCloud
  dataDir: string
  close(): Promise<void>
}

/**
 * `wholeMonth`: its month does not end while a test looks, for what shows birthdays or a leaderboard. Its clock may then be
 * ahead of the machine's, which a phone without a network goes by.
 */
export async function openSampleHouse({ wholeMonth = false } = {}): Promise<SampleHouse> {
  return openFolder(await sampleFolder(wholeMonth ? aheadMs() : 0))
}

/** The sample house in which `live` has run, within one month; `notes` is what that answers. */
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

/** So long the clocks of the tests may run after the sample is filled, stages and slow machines together. */
const longestMs = 6 * hourMs

/** The birthdays and the leaderboard of the sample are those of its month, which must not end while tests look. */
function aheadMs(): number {
  const monthOf = (at: number) => dayOf(at).slice(0, 7)
  return monthOf(Date.now()) === monthOf(Date.now() + longestMs) ? 0 : longestMs
}

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
