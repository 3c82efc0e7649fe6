import { appendFileSync, renameSync, rmSync, statSync } from 'node:fs'

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
 * before.
 */
export function fileLog(file: string): (line: LogLine) => void {
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return (line) => {
    const text = `${JSON.stringify(line)}\n`
    if (size > MAX_BYTES) {
      rmSync(`${file}.1`, { force: true })
      renameSync(file, `${file}.1`)
      size = 0
    }
    appendFileSync(file, text)
    size += Buffer.byteLength(text)
  }
}
