import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LocalCloud } from '#local/cloud'
import { openHouse } from '#local/house'

/** What `npm start` shows, on a folder and a port of its own. */
export interface SampleHouse {
  cloud: LocalCloud
  dataDir: string
  close(): Promise<void>
}

export async function openSampleHouse(): Promise<SampleHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sample-house-'))
  const cloud = await openHouse({
    dataDir,
    functionsDir: resolve('dist/cloudfunctions'),
    h5Dir: resolve('dist/h5'),
    port: 0,
  })
  return {
    cloud,
    dataDir,
    async close() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
