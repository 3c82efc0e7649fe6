import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { phoneNow } from '#clock'
import { nextStepAt, stepAt } from '#contract/shared/attendanceCode'

/** What a screen needs to compute attendance codes by itself. */
export interface AttendanceSecret {
  /** Base32. */
  secret: string
  stepSeconds: number
  /** How far the cloud's clock is ahead of this phone's; negative where the phone is ahead. */
  aheadMs: number
}

/** The step that counts now by the cloud's clock, renewed at its end and whenever the page is shown. */
export function useCodeStep({ stepSeconds, aheadMs }: AttendanceSecret): number {
  const read = () => stepAt(phoneNow() + aheadMs, stepSeconds)
  const [held, setHeld] = useState(read)
  const step = Math.max(held, read())

  useEffect(() => {
    const now = phoneNow() + aheadMs
    const timer = setTimeout(() => setHeld(step + 1), nextStepAt(now, stepSeconds) - now)
    return () => clearTimeout(timer)
  }, [step, stepSeconds, aheadMs])
  // A phone that sleeps stops its timers.
  useDidShow(() => setHeld(read()))
  return step
}
