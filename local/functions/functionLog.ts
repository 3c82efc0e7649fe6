import { appendFileSync, renameSync, rmSync, statSync } from 'node:fs'

/** One line a function has written, or one the host says about it. */
export interface LogLine {
  /** Instant of the machine's own clock. */
  readonly at: number
  readonly name: string
  readonly requestId?: string
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly text: string
}

const MAX_BYTES = 10 * 1024 * 1024

/** Appends JSON lines to the file; past 10 MB it starts anew and keeps the last full one beside it as `.1`. */
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
