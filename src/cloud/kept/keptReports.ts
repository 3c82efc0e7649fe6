import { call, type Outcome } from '#cloud/call/call'
import { newCommandId } from '#cloud/call/commandId'
import type { Instant } from '#contract/shared/scalars'
import { keep, kept } from './kept'

/** The operations by which somebody says with a code that they have come, or that they leave. */
export type ReportOp =
  | 'booking.checkIn'
  | 'booking.checkOut'
  | 'session.checkIn'
  | 'shift.checkIn'
  | 'shift.checkOut'

/** What a report is about: the booking, the session or the shift. */
export type ReportAbout = { bookingId: string } | { sessionId: string } | { shiftId: string }

/** A report that has no answer yet. Its code proves when it was made, so that it can be sent later. */
export interface UnsentReport {
  op: ReportOp
  about: ReportAbout
  code: string
  at: Instant
  /** The id of the command that sends it with `at`. A report that is sent twice counts once. */
  commandId: string
}

/** The one key of the phone's storage for all reports, so that every report can be sent when the app opens. */
const shelf = 'reports'
type Shelf = Record<string, UnsentReport>

/** How old a report may be that the cloud still dates by its own clock. */
const freshMs = 60_000

const onShelf = (): Shelf => kept<Shelf>(shelf) ?? {}

export const keptReport = (place: string): UnsentReport | undefined => onShelf()[place]

/** Keeps a report before it is sent. An app that ends meanwhile loses nothing. */
export function keepReport(place: string, said: Omit<UnsentReport, 'commandId'>): UnsentReport {
  const before = keptReport(place)
  const report = before?.code === said.code ? before : { ...said, commandId: newCommandId() }
  keep(shelf, { ...onShelf(), [place]: report })
  return report
}

/** Removes a report that has been answered, with whatever answer. */
export function dropReport(place: string): void {
  const { [place]: _, ...others } = onShelf()
  keep(shelf, others)
}

/** Whether the report must state its time. The cloud dates a fresh report, since the cloud's clock is right. */
export const isLate = ({ at }: UnsentReport, now: Instant): boolean => now - at > freshMs

type Listener = (place: string, outcome: Outcome<object>) => void
const listeners = new Set<Listener>()

/** Tells a page of the reports that were sent by something else. Returns a function that ends it. */
export function onReportSent(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

let underWay: Promise<void> | undefined

/** Sends the kept reports, the earliest first, each once. Stops where there is no network. */
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
    // The person is not signed in yet, or asked too often. The report is sent when the app opens next.
    if (!outcome.ok && ['unreachable', 'unauthenticated', 'rate_limited'].includes(outcome.code)) return
    dropReport(place)
    for (const listener of listeners) listener(place, outcome)
  }
}
