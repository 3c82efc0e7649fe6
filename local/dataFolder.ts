import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes the data folder where there is none, for its owner only, and takes from others what an earlier edition
 * let them read. Throws one sentence where it cannot be written to.
 */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    closeToOthers(folder)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`The data folder ${folder} cannot be written: ${why}.`)
  }
}

const ours = /^(cloud\.db(-wal|-shm)?|keys\.json|clock|lock|functions\.log(\.1)?)$/

/** A folder that others share, such as /tmp, stays theirs; the files in it are ours. */
function closeToOthers(folder: string): void {
  const sticky = 0o1000
  const mode = (file: string) => statSync(file).mode
  if ((mode(folder) & sticky) === 0 && (mode(folder) & 0o077) !== 0 && existsSync(join(folder, 'cloud.db')))
    chmodSync(folder, 0o700)
  for (const name of readdirSync(folder).filter((entry) => ours.test(entry)))
    if ((mode(join(folder, name)) & 0o077) !== 0) chmodSync(join(folder, name), 0o600)
}
