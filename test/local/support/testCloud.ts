import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { type CloudOptions, type LocalCloud, startLocalCloud } from '#local/cloud'

const FIXTURES = resolve('test/local/functions')

/** Bundles the fixture functions as deployed ones are bundled: one file each, the SDK inlined. */
export async function bundleFixtures(folder: string): Promise<string> {
  for (const name of ['api', 'jobs', 'spin']) {
    await build({
      entryPoints: [join(FIXTURES, name, 'index.ts')],
      outfile: join(folder, name, 'index.js'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'error',
    })
    copyFileSync(join(FIXTURES, name, 'config.json'), join(folder, name, 'config.json'))
  }
  return folder
}

const folders: string[] = []

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is removed after the last test of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  folders.push(folder)
  return folder
}

export const manifest = {
  things: { indexes: [] },
  bookings: {
    indexes: [
      {
        name: 'open',
        keys: [
          ['state', 1],
          ['from', 1],
        ],
      },
      {
        name: 'credit',
        keys: [
          ['memberId', 1],
          ['source', 1],
        ],
        unique: true,
      },
    ],
  },
} as const

export interface TestCloud extends LocalCloud {
  readonly folder: string
}

/** A local cloud with the fixture functions in a folder of its own. */
export async function startTestCloud(options: Partial<CloudOptions> = {}): Promise<TestCloud> {
  const folder = temporaryFolder()
  const functionsDir = options.functionsDir ?? join(folder, 'functions')
  if (!existsSync(functionsDir)) {
    mkdirSync(functionsDir)
    await bundleFixtures(functionsDir)
  }
  const cloud = await startLocalCloud({
    port: 0,
    manifest,
    dataDir: join(folder, 'data'),
    functionsDir,
    ...options,
  })
  return { ...cloud, folder }
}
