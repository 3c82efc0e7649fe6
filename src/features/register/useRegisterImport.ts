import { useRef, useState } from 'react'
import { call } from '#cloud/call/call'
import { newCommandId } from '#cloud/call/commandId'
import { registerImportText as words } from '#text/register/registerImport'
import { base64Of, type RegisterPart, registerPartsOf } from './registerParts'

export interface BadRow {
  row: number
  message: string
}

/** How far an import has come. */
export type ImportCourse =
  | { at: 'start' }
  | { at: 'checking' | 'importing'; part: number; parts: number }
  | { at: 'faulty'; rows: number; errors: BadRow[] }
  | { at: 'ready'; rows: number }
  /** No answer, or a no: it goes on where it stopped. */
  | { at: 'stopped'; what: 'checking' | 'importing'; message: string }
  | { at: 'imported'; rows: number; changed: number; verified: number }

interface Run {
  parts: RegisterPart[]
  what: 'checking' | 'importing'
  next: number
  /** Of the part under way: kept until it is answered, so that sending it again is sending it once. */
  commandId: string
  rows: number
  changed: number
  verified: number
  errors: BadRow[]
  /** The row of each dwelling so far; a file's parts do not know of each other. */
  seen: Map<string, number>
}

const newRun = (parts: RegisterPart[], what: Run['what']): Run => ({
  parts,
  what,
  next: 0,
  commandId: newCommandId(),
  rows: 0,
  changed: 0,
  verified: 0,
  errors: [],
  seen: new Map(),
})

/** Checks a register's file part by part, then imports it part by part. A second tap while it runs does nothing. */
export function useRegisterImport() {
  const [course, setCourse] = useState<ImportCourse>({ at: 'start' })
  const run = useRef<Run>()
  const underWay = useRef(false)

  async function goOn() {
    const now = run.current
    if (!now || underWay.current) return
    underWay.current = true
    setCourse(await through(now))
    underWay.current = false
  }

  async function through(now: Run): Promise<ImportCourse> {
    const { parts, what } = now
    for (; now.next < parts.length; now.next++) {
      setCourse({ at: what, part: now.next + 1, parts: parts.length })
      const { firstRow, bytes } = parts[now.next] as RegisterPart
      const dryRun = what === 'checking'
      const input = { csvBase64: base64Of(bytes), dryRun, firstRow }
      // a dry run leaves nothing behind, not even that it was
      const outcome = await call('member.import', input, dryRun ? {} : { commandId: now.commandId })
      if (!outcome.ok) {
        const issue = 'issues' in outcome ? outcome.issues?.[0]?.message : undefined
        return { at: 'stopped', what, message: issue ?? outcome.message }
      }
      const { rows, errors, keys = [], changed = 0, verified = 0 } = outcome.data
      now.rows += rows
      now.changed += changed
      now.verified += verified
      now.errors.push(...errors)
      for (const [index, key] of keys.entries()) {
        const before = key === '' ? undefined : now.seen.get(key)
        const row = firstRow + index
        if (before !== undefined) now.errors.push({ row, message: words.sameDwelling(before) })
        else if (key !== '') now.seen.set(key, row)
      }
      now.commandId = newCommandId()
      if (!dryRun && errors.length > 0) break
    }
    const { rows, errors, changed, verified } = now
    if (errors.length > 0) return { at: 'faulty', rows, errors: errors.sort((a, b) => a.row - b.row) }
    return what === 'checking' ? { at: 'ready', rows } : { at: 'imported', rows, changed, verified }
  }

  return {
    course,
    check: (bytes: Uint8Array) => {
      if (underWay.current) return
      run.current = newRun(registerPartsOf(bytes), 'checking')
      void goOn()
    },
    /** Writes what has been checked. */
    begin: () => {
      if (underWay.current || !run.current) return
      run.current = newRun(run.current.parts, 'importing')
      void goOn()
    },
    /** Goes on with the part that failed. */
    goOn: () => void goOn(),
  }
}
