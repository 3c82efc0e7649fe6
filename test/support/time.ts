import type { Instant } from '#contract/shared/scalars'

export const secondMs = 1_000
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** A Monday, 9:00 at +08:00. */
export const mondayNine: Instant = Date.UTC(2026, 10, 23, 1)
