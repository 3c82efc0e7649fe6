import { starHours } from '#contract/hours'

/** The next star, the minutes that are missing to it, and how much of the way from the star before is behind. */
export interface NextStar {
  star: number
  missingMinutes: number
  /** From 0 to 1. */
  part: number
}

/** Undefined for a member with all five stars. */
export function nextStar(recordedMinutes: number): NextStar | undefined {
  const index = starHours.findIndex((hours) => recordedMinutes < hours * 60)
  const hours = starHours[index]
  if (hours === undefined) return undefined
  const before = (starHours[index - 1] ?? 0) * 60
  const all = hours * 60
  return {
    star: index + 1,
    missingMinutes: all - recordedMinutes,
    part: Math.max(0, recordedMinutes - before) / (all - before),
  }
}
