import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { lockFolder } from '#local/engine/lock'
import { minuteMs } from './time'

/** A folder is filled anew after this time, before its bookings begin by the machine's clock. */
const freshMs = 5 * minuteMs
/** What a running local cloud leaves behind and nobody reads again. */
const left = /(^|[\\/])(lock|functions\.log)$/

interface Filled<Notes> {
  /** The machine's clock when the folder was full. */
  atMs: number
  notes: Notes
}

/** Fills an empty data folder, closes it, and answers what a test must know of it. */
export type Filling<Notes> = (dataDir: string) => Promise<Notes>

/**
 * A new data folder with what `fill` puts into it; the caller removes it. All tests of one run share the filling:
 * the first one that asks does it, the others wait and get a copy. The clock of a copy stands where it stood when the
 * folder was full, but never behind the machine's.
 */
export async function preparedFolder<Notes>(
  name: string,
  fill: Filling<Notes>,
): Promise<{ dataDir: string; notes: Notes }> {
  const dataDir = mkdtempSync(join(tmpdir(), `${name}-`))
  const shared = process.env.PREPARED_FOLDERS
  if (!shared) return { dataDir, notes: await fill(dataDir) }
  const folder = join(shared, name)
  mkdirSync(folder, { recursive: true })
  const unlock = await lockWhenFree(folder)
  try {
    const { atMs, notes } = fresh<Notes>(folder) ?? (await refill(folder, fill))
    cpSync(join(folder, 'data'), dataDir, { recursive: true, filter: (file) => !left.test(file) })
    turnBack(join(dataDir, 'clock'), Date.now() - atMs)
    return { dataDir, notes }
  } catch (fault) {
    rmSync(dataDir, { recursive: true, force: true })
    throw fault
  } finally {
    unlock()
  }
}

function fresh<Notes>(folder: string): Filled<Notes> | undefined {
  const file = join(folder, 'filled.json')
  if (!existsSync(file)) return undefined
  const filled: Filled<Notes> = JSON.parse(readFileSync(file, 'utf8'))
  return Date.now() - filled.atMs < freshMs ? filled : undefined
}

async function refill<Notes>(folder: string, fill: Filling<Notes>): Promise<Filled<Notes>> {
  const data = join(folder, 'data')
  rmSync(join(folder, 'filled.json'), { force: true })
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data)
  const notes = await fill(data)
  const filled: Filled<Notes> = { atMs: Date.now(), notes }
  writeFileSync(join(folder, 'filled.json'), JSON.stringify(filled))
  return filled
}

/** Takes back the time that has passed since the folder was full, as far as the clock is ahead of the machine's. */
function turnBack(clock: string, passedMs: number): void {
  if (!existsSync(clock)) return
  const aheadMs = Number(readFileSync(clock, 'utf8'))
  writeFileSync(clock, String(Math.max(0, aheadMs - passedMs)))
}

/** The lock ends with the process that holds it, so nobody waits for one that was killed. */
async function lockWhenFree(folder: string): Promise<() => void> {
  for (;;) {
    try {
      return lockFolder(folder)
    } catch (fault) {
      if (!(fault instanceof Error && fault.message.includes('in use'))) throw fault
      await delay(50)
    }
  }
}
