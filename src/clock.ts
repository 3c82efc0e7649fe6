import { useEffect, useState } from 'react'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs, secondMs } from '#contract/shared/time'

/** A phone that differs by less is taken to be right: an answer is on its way for seconds, on a poor network for more. */
const toleratedMs = 30 * secondMs

/** How far the cloud's clock is ahead of the phone's; negative where the phone is ahead. */
let aheadMs = 0

/** What is drawn by the time, each drawn anew when the minute or the clock has changed. */
const watching = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | undefined

/** The phone's own clock: for what it measures by itself, as between two taps. It decides nothing and words nothing. */
export const phoneNow = (): Instant => Date.now()

/** The cloud's time, by which everything is dated and decided. Until the first answer it is the phone's. */
export const cloudNow = (): Instant => Date.now() + aheadMs

/** Sets the clock by an answer: `at` is the cloud's time between the two of the phone. Says whether it has changed. */
export function hearCloudTime(at: Instant, sentAt: Instant, receivedAt: Instant): boolean {
  const least = at - receivedAt - toleratedMs
  const most = at - sentAt + toleratedMs
  if (aheadMs >= least && aheadMs <= most) return false
  setClockAhead(Math.round(at - (sentAt + receivedAt) / 2))
  return true
}

/** What `setClockAhead` brings back where the app begins without a network. */
export const clockAheadMs = (): number => aheadMs

export function setClockAhead(ms: number): void {
  aheadMs = ms
  tick()
}

function tick(): void {
  for (const draw of watching) draw()
}

/** The cloud's time for what is drawn: the part is drawn again each minute, and when the clock is set. */
export function useNow(): Instant {
  const [, draw] = useState(0)
  useEffect(() => {
    const again = () => draw((count) => count + 1)
    watching.add(again)
    ticking ??= setInterval(tick, minuteMs)
    return () => {
      watching.delete(again)
      if (watching.size > 0) return
      clearInterval(ticking)
      ticking = undefined
    }
  }, [])
  return cloudNow()
}
