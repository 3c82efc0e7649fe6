import { clockAheadMs, hearCloudTime, phoneNow, setClockAhead } from '#clock'
import { keep, kept } from '#cloud/kept/kept'
import type { Instant } from '#contract/shared/scalars'

/** How far the cloud's clock was ahead when it was last heard of. */
const keptUnder = 'clockAhead'

/** Called as the app begins: where there is no network the clock goes on as the last answer has set it. */
export function recallCloudTime(): void {
  setClockAhead(kept<number>(keptUnder) ?? 0)
}

/** Hears of the cloud's time in an answer to what was asked at `sentAt`. An answer without it changes nothing. */
export function hearAnswer(answer: unknown, sentAt: Instant): void {
  const at = typeof answer === 'object' && answer !== null && 'at' in answer ? answer.at : undefined
  if (typeof at === 'number' && hearCloudTime(at, sentAt, phoneNow())) keep(keptUnder, clockAheadMs())
}
