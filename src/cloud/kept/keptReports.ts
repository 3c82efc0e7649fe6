import { call, type Outcome } from '#cloud/call/call'
import { newCommandId } from '#cloud/call/commandId'
import type { Instant } from '#contract/shared/scalars'
import { keep, kept } from './kept'

/** Operations that say that one is there, or leaves, by a code. */
export type ReportOp =
  | 'booking.checkIn'
  | 'booking.checkOut'
  | 'session.checkIn'
  | 'shift.checkIn'
  | 'shift.checkOut'

/** What a report is about: the booking, the session or the shift. */
export type ReportAbout = { bookingId: string } | { sessionId: string } | { shiftId: string }

/** A report that no answer has come to: the code proves when it was, so it can be sent later. */
export interface UnsentReport {
  op: ReportOp
  about: ReportAbout
  code: string
  at: Instant
  /** Names the sending with `at`, so that sending it once more is sending it once. */
  commandId: string
}

/** One key of the phone's storage for all, so that whatever is there can be sent when the app opens. */
const shelf = 'reports'
type Shelf = Record<string, UnsentReport>

/** A code read this long ago still counts by the cloud's own clock. */
const freshMs = 60_000

const onShelf = (): Shelf => kept<Shelf>(shelf) ?? {}

export const keptReport = (place: string): UnsentReport | undefined => onShelf()[place]

/** Kept before it is sent: an app that dies on the way loses nothing. */
export function keepReport(place: string, said: Omit<UnsentReport, 'commandId'>): UnsentReport {
  const before = keptReport(place)
  const report = before?.code === said.code ? before : { ...said, commandId: newCommandId() }
  keep(shelf, { ...onShelf(), [place]: report })
  return report
}

/** An answer came to it, whichever. */
export function dropReport(place: string): void {
  const { [place]: _, ...others } = onShelf()
  keep(shelf, others)
}

/** When the report must say when it was; a fresh one is dated by the cloud, whose clock is right. */
export const isLate = ({ at }: UnsentReport, now: Instant): boolean => now - at > freshMs

type Listener = (place: string, outcome: Outcome<object>) => void
const listeners = new Set<Listener>()

/** Tells of reports that were sent without the page's doing. Answers how to stop. */
export function onReportSent(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

let underWay: Promise<void> | undefined

/** Sends what is kept, the earliest first, each once; stops where there is no network. */
export function sendKeptReports(): Promise<void> {
  underWay ??= sendAll().finally(() => {
    underWay = undefined
  })
  return underWay
}

async function sendAll(): Promise<void> {
  const waiting = Object.entries(onShelf()).sort(([, a], [, b]) => a.at - b.at)
  for (const [place, report] of waiting) {
    const { op, about, code, at, commandId } = report
    const late = isLate(report, Date.now())
    const input = { ...about, code, ...(late && { at }) }
    const outcome = (await call(op, input as never, late ? { commandId } : {})) as Outcome<object>
    // not signed in yet, or too fast: it is sent when the app opens next
    if (!outcome.ok && ['unreachable', 'unauthenticated', 'rate_limited'].includes(outcome.code)) return
    dropReport(place)
    for (const listener of listeners) listener(place, outcome)
  }
}
