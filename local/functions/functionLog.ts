import { appendFileSync, existsSync, renameSync, statSync, truncateSync } from 'node:fs'
import { isNoRoom } from '#local/noRoom'

/** One line that a function has written, or that the host writes about it. */
export interface LogLine {
  /** Instant of the machine's own clock. */
  readonly at: number
  readonly name: string
  readonly requestId?: string
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly text: string
}

const MAX_BYTES = 10 * 1024 * 1024

/**
 * Appends JSON lines to the file. A file of more than 10 MB is renamed to `.1`, which replaces the one
 * before. On a full disk lines are left out, and the first that finds room again says how many.
 */
export function fileLog(file: string): (line: LogLine) => void {
  let leftOut = 0
  return (line) => {
    try {
      if (leftOut > 0) append(file, { ...line, level: 'warn', text: gap(leftOut) })
      leftOut = 0
      append(file, line)
    } catch (fault) {
      if (!isNoRoom(fault)) throw fault
      leftOut += 1
    }
  }
}

const gap = (count: number) => `the disk was full: ${count} lines of this log are missing`

/** Appends the line whole. Of one that does not fit nothing stays, or the next would go on in its middle. */
function append(file: string, line: LogLine): void {
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > MAX_BYTES) {
    renameSync(file, `${file}.1`)
    size = 0
  }
  try {
    appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 })
  } catch (fault) {
    if (existsSync(file)) truncateSync(file, size)
    throw fault
  }
}
