import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { H5Manifest } from '../../../config/h5Manifest'
import { budgets, measureH5 } from '../../../scripts/size.mjs'
import { distH5 } from './page'

/** Scripts that came over the network, and their compressed bytes as the browser counted them. */
export interface Loaded {
  scripts: string[]
  bytes: number
}

/** Counts during `visit`, with an empty cache. */
export async function countScripts(page: Page, visit: () => Promise<unknown>): Promise<Loaded> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Map<string, string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, new URL(response.url).pathname.slice(1))
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await visit()
  await page.waitForLoadState('networkidle')
  await session.detach()
  return { scripts: [...scripts.values()], bytes }
}

/** How many characters of the scripts ran during `visit`, and how many were there. */
export async function countExecuted(
  page: Page,
  visit: () => Promise<unknown>,
): Promise<{ executed: number; loaded: number }> {
  await page.coverage.startJSCoverage({ resetOnNavigation: false })
  await visit()
  await page.waitForLoadState('networkidle')
  const scripts = await page.coverage.stopJSCoverage()
  const sum = { executed: 0, loaded: 0 }
  for (const { source = '', functions } of scripts) {
    const runs = new Uint8Array(source.length).fill(1)
    // a range comes after the one around it, and knows better
    for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges))
      runs.fill(count > 0 ? 1 : 0, startOffset, endOffset)
    sum.executed += runs.reduce((total, ran) => total + ran, 0)
    sum.loaded += source.length
  }
  return sum
}

/** The scripts that these pages need and home does not. */
export function ownScripts(folder: string, isTheirs: (page: string) => boolean): string[] {
  const manifest = path.join(folder, 'manifest.json')
  if (!existsSync(manifest)) throw new Error(`${folder} has no manifest.json`)
  const { initial, pages } = JSON.parse(readFileSync(manifest, 'utf8')) as H5Manifest
  const home = new Set([...initial, ...(pages['pages/home'] ?? [])])
  const theirs = Object.entries(pages).flatMap(([page, files]) => (isTheirs(page) ? files : []))
  return [...new Set(theirs)].filter((file) => file.endsWith('.js') && !home.has(file))
}

/** What is wrong with the first load of home, judged by the files and by what the browser fetched. */
export function loadFaults(loaded: Loaded, folder = distH5): string[] {
  const measured = measureH5(folder).find(({ what }) => what.includes('scripts'))?.bytes ?? 0
  const early = ownScripts(folder, (page) => page.startsWith('packages/')).filter((file) =>
    loaded.scripts.includes(file),
  )
  return [
    ...early.map((file) => `${file} belongs to a later page`),
    ...[
      { how: 'measured', bytes: measured },
      { how: 'fetched', bytes: loaded.bytes },
    ]
      .filter(({ bytes }) => bytes > budgets.h5FirstLoad)
      .map(({ how, bytes }) => `${bytes} bytes of script ${how}, of ${budgets.h5FirstLoad}`),
  ]
}
