import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { phoneNow } from '#clock'
import { call } from '#cloud/call/call'
import { clockAhead } from '#cloud/call/clockAhead'
import { discard, keep, kept } from '#cloud/kept/kept'
import type { MemberId } from '#contract/shared/scalars'
import type { AttendanceSecret } from '#ui/code/useCodeStep'

const keptUnder = (bookingId: string) => `attendance:${bookingId}`

/** The secret of a booking that is kept on the device for the time without a network. */
export function keptSecret(bookingId: string): AttendanceSecret | undefined {
  return kept<AttendanceSecret>(keptUnder(bookingId))
}

/** Removes the secret of a claim that is over. */
export function discardSecret(bookingId: string): void {
  discard(keptUnder(bookingId))
}

interface HeldSecret {
  secret: AttendanceSecret | undefined
  /** Why there is no secret. */
  failure: string | undefined
  retry: () => Promise<void>
}

/** The secret of a booking's claim. A kept one is there at once; it is read again whenever the page is shown. */
export function useAttendanceSecret(bookingId: string, actingFor: MemberId | undefined): HeldSecret {
  const [secret, setSecret] = useState(() => keptSecret(bookingId))
  const [failure, setFailure] = useState<string>()
  const reading = useRef(false)

  const read = useCallback(async () => {
    if (reading.current) return
    reading.current = true
    const outcome = await call('booking.code', { bookingId }, { actingFor })
    reading.current = false
    setFailure(outcome.ok ? undefined : outcome.message)
    if (!outcome.ok) return
    const { secret: text, stepSeconds } = outcome.data
    const next = { secret: text, stepSeconds, aheadMs: clockAhead(outcome.data, phoneNow()) }
    keep(keptUnder(bookingId), next)
    setSecret((before) => (before && JSON.stringify(before) === JSON.stringify(next) ? before : next))
  }, [bookingId, actingFor])

  useEffect(() => {
    void read()
  }, [read])
  useDidShow(() => {
    void read()
  })
  return { secret, failure, retry: read }
}
