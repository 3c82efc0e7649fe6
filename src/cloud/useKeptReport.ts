import { useState } from 'react'
import type { Instant } from '#contract/scalars'
import type { Outcome } from './call'
import { discard, keep, kept } from './kept'

/** A report that no network took: the code proves when it was, so it can be sent later. */
export interface UnsentReport {
  code: string
  at: Instant
}

export interface KeptReport {
  /** Reports a typed or scanned code. */
  report: (code: string) => Promise<void>
  /** What is still to be sent, kept on the phone. */
  unsent: UnsentReport | undefined
  /** Sends it, with the time it was made. */
  resend: () => Promise<void>
}

/** A code read this long ago still counts by the cloud's own clock. */
const freshMs = 60_000

/**
 * Reports that somebody is there, or leaves. The cloud's own clock dates a report that reaches it soon, so a phone that
 * is wrong by an hour does no harm; one that did not get through is kept under `place`, and later sent with the phone's
 * time. `send` settles with undefined for a second tap.
 */
export function useKeptReport(
  place: string,
  send: (report: { code: string; at?: Instant }) => Promise<Outcome<object> | undefined>,
): KeptReport {
  const [unsent, setUnsent] = useState(() => kept<UnsentReport>(place))

  async function sendMade(made: UnsentReport) {
    const { code, at } = made
    const late = Date.now() - at > freshMs
    const outcome = await send({ code, ...(late && { at }) })
    if (!outcome) return
    if (!outcome.ok && outcome.code === 'unreachable') {
      keep(place, made)
      setUnsent(made)
    } else {
      discard(place)
      setUnsent(undefined)
    }
  }

  return {
    report: (code) => sendMade(unsent?.code === code ? unsent : { code, at: Date.now() }),
    unsent,
    resend: async () => {
      if (unsent) await sendMade(unsent)
    },
  }
}
