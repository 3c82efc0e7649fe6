import { existsSync, readFileSync } from 'node:fs'
import { writeWhole } from './wholeFile'

/** The time the functions see: the machine's clock plus the time it was moved forward. */
export interface Clock {
  readonly offsetMs: () => number
  readonly now: () => number
  /**
   * Moves forward by whole milliseconds; the offset is kept over a restart. Throws RangeError for anything
   * else.
   */
  readonly advance: (ms: number) => number
}

/**
 * Opens the clock kept in the file. Without a file its offset is `startMs`; a negative one is in the past.
 */
export function openClock(file: string, startMs = 0): Clock {
  let offset = existsSync(file) ? readOffset(file) : startMs
  const now = () => Date.now() + offset
  return {
    offsetMs: () => offset,
    now,
    advance(ms) {
      if (!Number.isSafeInteger(ms) || ms < 0 || !Number.isSafeInteger(now() + ms)) {
        throw new RangeError('advanceMs must be a whole number of milliseconds, 0 or more.')
      }
      writeWhole(file, String(offset + ms))
      offset += ms
      return now()
    },
  }
}

function readOffset(file: string): number {
  const offset = Number(readFileSync(file, 'utf8'))
  if (Number.isSafeInteger(offset)) return offset
  throw new Error(
    `${file} does not hold the clock's offset in milliseconds; delete it to begin at the real time.`,
  )
}
