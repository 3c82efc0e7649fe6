import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { lockFolder } from '#local/engine/lock'
import { minuteMs } from './time'

/**
 * After this time a folder is filled again, so that its bookings do not begin by the machine's clock. One whose
 * clock is ahead of the machine's is fresh for as long as that, since the clock of a copy is turned back.
 */
const freshMs = 5 * minuteMs
/** Files of a running local cloud that nobody reads again. */
const left = /(^|[\\/])(lock|functions\.log)$/

interface Filled<Notes> {
  /** The machine's clock when the folder was filled. */
  atMs: number
  notes: Notes
}

/** Fills an empty data folder, closes it, and answers what a test must know about it. */
export type Filling<Notes> = (dataDir: string) => Promise<Notes>

/**
 * A new data folder with what `fill` puts into it; the caller removes it. All tests of one run share the
 * filling: the first test to ask does it, the others wait and get a copy. A copy's clock is where it was when
 * the folder was filled, but never behind the machine's.
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
  const stays = Math.max(freshMs, aheadMs(join(folder, 'data', 'clock')))
  return Date.now() - filled.atMs < stays ? filled : undefined
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

/** Moves the clock back by the time since the folder was filled, but not behind the machine's. */
function turnBack(clock: string, passedMs: number): void {
  if (existsSync(clock)) writeFileSync(clock, String(Math.max(0, aheadMs(clock) - passedMs)))
}

const aheadMs = (clock: string) => (existsSync(clock) ? Number(readFileSync(clock, 'utf8')) : 0)

/**
 * Waits for the lock. It ends with the process that holds it, so no test waits for a process that was killed.
 */
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
