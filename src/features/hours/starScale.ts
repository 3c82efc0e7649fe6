import { starHours } from '#contract/hours'

/** The next star and the minutes that are missing to it. Undefined for a member with all five. */
export function nextStar(recordedMinutes: number): { star: number; missingMinutes: number } | undefined {
  const index = starHours.findIndex((hours) => recordedMinutes < hours * 60)
  const hours = starHours[index]
  return hours === undefined ? undefined : { star: index + 1, missingMinutes: hours * 60 - recordedMinutes }
}
