import { useEffect, useRef, useState } from 'react'
import type { Outcome } from '#cloud/call/call'
import type { StepCourse } from '#cloud/call/useStep'
import type { Instant } from '#contract/shared/scalars'
import {
  dropReport,
  isLate,
  keepReport,
  keptReport,
  onReportSent,
  type ReportAbout,
  type ReportOp,
  sendKeptReports,
  type UnsentReport,
} from './keptReports'

export interface KeptReport {
  /** Reports a typed or scanned code. */
  report: (code: string) => Promise<void>
  /** What is still to be sent, kept on the phone. */
  unsent: UnsentReport | undefined
  /** Sends it, with the time it was made. */
  resend: () => Promise<void>
}

export interface KeptReportOptions {
  /** Where it is kept: one for each thing that can be reported. */
  place: string
  op: ReportOp
  about: ReportAbout
  /** Settles with undefined for a second tap. */
  send: (report: { code: string; at?: Instant }) => Promise<Outcome<object> | undefined>
  /** It was sent without this page's doing, when the app was opened or the network came back. */
  onSent?: ((outcome: Outcome<object>) => void) | undefined
}

/**
 * Reports that somebody is there, or leaves. It is kept on the phone before it is sent, and until an answer has come:
 * neither a dead network nor a closed app loses it. The cloud's own clock dates a report that reaches it soon, so a
 * phone that is wrong by an hour does no harm; later it is sent with the phone's time.
 */
export function useKeptReport({ place, op, about, send, onSent }: KeptReportOptions): KeptReport {
  const [unsent, setUnsent] = useState(() => keptReport(place))
  const told = useRef(onSent)
  told.current = onSent

  useEffect(
    () =>
      onReportSent((sent, outcome) => {
        if (sent !== place) return
        setUnsent(undefined)
        told.current?.(outcome)
      }),
    [place],
  )

  async function sendMade(made: UnsentReport) {
    const { code, at } = made
    const outcome = await send({ code, ...(isLate(made, Date.now()) && { at }) })
    if (!outcome) return
    if (!outcome.ok && outcome.code === 'unreachable') return setUnsent(made)
    dropReport(place)
    setUnsent(undefined)
  }

  return {
    report: (code) => sendMade(keepReport(place, { op, about, code, at: Date.now() })),
    unsent,
    resend: async () => {
      await sendKeptReports()
      const left = keptReport(place)
      setUnsent(left)
    },
  }
}

/** What a page says of a report that was sent without its doing. Somebody who was faster has said the same. */
export const saySent =
  <Reply>({ refresh, tell }: StepCourse, done: (reply: Reply) => string) =>
  async (outcome: Outcome<object>): Promise<void> => {
    await refresh()
    if (outcome.ok) tell({ tone: 'good', text: done(outcome.data as Reply) })
    else if (outcome.code !== 'conflict') tell({ tone: 'bad', text: outcome.message })
  }
