import { cloudNow } from '#clock'
import { type CallOutcome, call } from '#cloud/call/call'
import { newCommandId } from '#cloud/call/commandId'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { keep, kept } from './kept'
import { sendLater } from './sendLater'

/** A word that one is there, or leaves: at a booking, a session or a shift. */
export type ReportAbout =
  | { op: 'booking.checkIn' | 'booking.checkOut'; about: { bookingId: string } }
  | { op: 'session.checkIn'; about: { sessionId: string; lessonId?: string } }
  | { op: 'shift.checkIn' | 'shift.checkOut'; about: { shiftId: string } }

/** A report by a code, made at a time. */
type MadeReport = ReportAbout & { code: string; at: Instant }

/**
 * A report that no answer has come to: the code proves when it was, so it can be sent later. The commandId names the
 * sending with `at`, so that sending it once more is sending it once.
 */
export type UnsentReport = MadeReport & { commandId: string }

/** One key of the phone's storage for all, so that whatever is there can be sent when the app opens. */
const shelf = 'reports'
type Shelf = Record<string, UnsentReport>

/** A code read this long ago still counts by the cloud's own clock. */
const freshMs = minuteMs

const onShelf = (): Shelf => kept<Shelf>(shelf) ?? {}

export const keptReport = (keptUnder: string): UnsentReport | undefined => onShelf()[keptUnder]

/** Kept before it is sent: an app that dies on the way loses nothing. */
export function keepReport(keptUnder: string, said: MadeReport): UnsentReport {
  const before = keptReport(keptUnder)
  const report = before?.code === said.code ? before : { ...said, commandId: newCommandId() }
  keep(shelf, { ...onShelf(), [keptUnder]: report })
  return report
}

/** An answer came to it, whichever. */
export function dropReport(keptUnder: string): void {
  const { [keptUnder]: _, ...others } = onShelf()
  keep(shelf, others)
}

/** When the report must say when it was; a fresh one is dated by the cloud, whose clock is right. */
export const isLate = ({ at }: MadeReport, now: Instant): boolean => now - at > freshMs

type Listener = (keptUnder: string, outcome: CallOutcome<object>) => void
const listeners = new Set<Listener>()

/** Tells of reports that were sent without the page's doing. Answers how to stop. */
export function onReportSent(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Sends what is kept, the earliest first, each once; stops where there is no network. */
export const sendKeptReports = sendLater<UnsentReport & { keptUnder: string }, object>({
  waiting: () =>
    Object.entries(onShelf())
      .map(([keptUnder, report]) => ({ ...report, keptUnder }))
      .sort((a, b) => a.at - b.at),
  send: (report) => {
    const { code, at, commandId } = report
    return isLate(report, cloudNow())
      ? tell(report, { code, at }, { commandId })
      : // its own id would make it the dated one
        tell(report, { code }, {})
  },
  settle: ({ keptUnder }, outcome) => {
    dropReport(keptUnder)
    for (const listener of listeners) listener(keptUnder, outcome)
  },
})

/** Each operation with what it is about. */
function tell(
  report: ReportAbout,
  said: { code: string; at?: Instant },
  options: { commandId?: string },
): Promise<CallOutcome<object>> {
  switch (report.op) {
    case 'booking.checkIn':
    case 'booking.checkOut':
      return call(report.op, { ...report.about, ...said }, options)
    case 'session.checkIn':
      return call(report.op, { ...report.about, ...said }, options)
    case 'shift.checkIn':
    case 'shift.checkOut':
      return call(report.op, { ...report.about, ...said }, options)
  }
}
