import { useEffect, useRef, useState } from 'react'
import { cloudNow } from '#clock'
import type { CallOutcome } from '#cloud/call/call'
import type { StepCourse } from '#cloud/call/useStep'
import type { Instant } from '#contract/shared/scalars'
import {
  dropReport,
  isLate,
  keepReport,
  keptReport,
  onReportSent,
  type ReportAbout,
  sendKeptReports,
  type UnsentReport,
} from './keptReports'

export interface KeptReport {
  /** Reports a typed or scanned code. */
  report: (code: string) => Promise<void>
  /** The report that is kept on the phone and still has to be sent. */
  unsent: UnsentReport | undefined
  /** Sends it, with the time it was made. */
  resend: () => Promise<void>
}

type KeptReportOptions = ReportAbout & {
  /** One for each thing that can be reported. */
  keptUnder: string
  /** Settles with undefined for a second tap. */
  send: (report: { code: string; at?: Instant }) => Promise<CallOutcome<object> | undefined>
  /** Called when the report was sent by something else: the app was opened, or the network came back. */
  onSent?: ((outcome: CallOutcome<object>) => void) | undefined
}

/**
 * Reports that somebody has come, or that they leave. The phone keeps the report before it is sent and until an answer
 * has come, so that neither a missing network nor a closed app loses it. The cloud's own clock dates a report that
 * arrives soon, so that a phone whose clock is an hour wrong does no harm. A later report carries the phone's time.
 */
export function useKeptReport({ keptUnder, send, onSent, ...report }: KeptReportOptions): KeptReport {
  const [unsent, setUnsent] = useState(() => keptReport(keptUnder))
  const told = useRef(onSent)
  told.current = onSent

  useEffect(
    () =>
      onReportSent((sent, outcome) => {
        if (sent !== keptUnder) return
        setUnsent(undefined)
        told.current?.(outcome)
      }),
    [keptUnder],
  )

  async function sendMade(made: UnsentReport) {
    const { code, at } = made
    const outcome = await send({ code, ...(isLate(made, cloudNow()) && { at }) })
    if (!outcome) return
    if (!outcome.ok && outcome.code === 'unreachable') return setUnsent(made)
    dropReport(keptUnder)
    setUnsent(undefined)
  }

  return {
    report: (code) => sendMade(keepReport(keptUnder, { ...report, code, at: cloudNow() })),
    unsent,
    resend: async () => {
      await sendKeptReports()
      const left = keptReport(keptUnder)
      setUnsent(left)
    },
  }
}

/**
 * Says on the page what became of a report that something else has sent. A conflict needs no word: it was said before.
 */
export const saySent =
  <Reply>({ refresh, tell }: StepCourse, done: (reply: Reply) => string) =>
  async (outcome: CallOutcome<object>): Promise<void> => {
    await refresh()
    if (outcome.ok) tell({ tone: 'good', text: done(outcome.data as Reply) })
    else if (outcome.code !== 'conflict') tell({ tone: 'bad', text: outcome.message })
  }
