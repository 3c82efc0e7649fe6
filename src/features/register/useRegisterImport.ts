import { useRef, useState } from 'react'
import { call } from '#cloud/call/call'
import { newCommandId } from '#cloud/call/commandId'
import type { RegisterRowRead } from '#contract/register'
import { registerImportText as words } from '#text/register/registerImport'
import { base64Of, type RegisterPart, registerPartsOf } from './registerParts'

export interface BadRow {
  row: number
  message: string
}

/** The progress of an import. */
export type ImportCourse =
  | { at: 'start' }
  | { at: 'checking' | 'importing'; part: number; parts: number }
  | { at: 'faulty'; rows: number; errors: BadRow[] }
  | { at: 'ready'; rows: number; read: readonly RegisterRowRead[] }
  /** A part was refused or not answered. The import can go on from there. */
  | { at: 'stopped'; what: 'checking' | 'importing'; message: string }
  | { at: 'imported'; rows: number; changed: number; verified: number }

interface Run {
  parts: RegisterPart[]
  what: 'checking' | 'importing'
  next: number
  /** The command of the part that is being sent. It is kept until an answer comes, so that a part counts once. */
  commandId: string
  rows: number
  changed: number
  verified: number
  errors: BadRow[]
  /** The first rows of the file, as the cloud has understood them. */
  read: readonly RegisterRowRead[]
  /** The row of each dwelling so far, to find a dwelling that stands in two parts. */
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
  read: [],
  seen: new Map(),
})

/** Checks a register's file part by part, then imports it part by part. While it runs, a second tap does nothing. */
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
      // A dry run changes nothing, so it needs no command.
      const outcome = await call('member.import', input, dryRun ? {} : { commandId: now.commandId })
      if (!outcome.ok) {
        const issue = 'issues' in outcome ? outcome.issues?.[0]?.message : undefined
        return { at: 'stopped', what, message: issue ?? outcome.message }
      }
      const { rows, errors, keys = [], read = [], changed = 0, verified = 0 } = outcome.data
      now.rows += rows
      now.changed += changed
      now.verified += verified
      now.errors.push(...errors)
      if (now.next === 0) now.read = read
      for (const [index, key] of keys.entries()) {
        const before = key === '' ? undefined : now.seen.get(key)
        const row = firstRow + index
        if (before !== undefined) now.errors.push({ row, message: words.sameDwelling(before) })
        else if (key !== '') now.seen.set(key, row)
      }
      now.commandId = newCommandId()
      if (!dryRun && errors.length > 0) break
    }
    const { rows, errors, read, changed, verified } = now
    if (errors.length > 0) return { at: 'faulty', rows, errors: errors.sort((a, b) => a.row - b.row) }
    return what === 'checking' ? { at: 'ready', rows, read } : { at: 'imported', rows, changed, verified }
  }

  return {
    course,
    check: (bytes: Uint8Array) => {
      if (underWay.current) return
      run.current = newRun(registerPartsOf(bytes), 'checking')
      void goOn()
    },
    /** Imports the file after the check. */
    begin: () => {
      if (underWay.current || !run.current) return
      run.current = newRun(run.current.parts, 'importing')
      void goOn()
    },
    /** Sends the part that failed again. */
    goOn: () => void goOn(),
  }
}
