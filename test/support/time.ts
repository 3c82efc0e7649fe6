import type { Instant } from '#contract/shared/scalars'

export const secondMs = 1_000
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** A Monday, 9:00 at +08:00. */
export const mondayNine: Instant = Date.UTC(2026, 10, 23, 1)

const chinaMs = 8 * hourMs

/** From `now` to the next such hour in China, so that what a test sees does not depend on when it is run. */
export const untilHour = (hour: number, now: number): number =>
  (hour * hourMs - ((now + chinaMs) % dayMs) + dayMs) % dayMs
