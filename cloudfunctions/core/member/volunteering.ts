import type { RefusalCode } from '#contract/shared/refusal'
import { adultAge, volunteerAge } from './age'

/** What is known about somebody who wants to volunteer. */
export interface Standing {
  /** Whole years; undefined where no birthday was given: then whoever accepted them has seen that they are an adult. */
  age?: number | undefined
  /** A guardian's word stands. */
  guardianConsents?: boolean | undefined
}

/** Known to be one: from fourteen to the day before the eighteenth birthday a guardian's word is needed. */
export const isMinor = (age: number | undefined): boolean => age !== undefined && age < adultAge

/** Why somebody may not volunteer now; undefined where they may. */
export function volunteeringFault({ age, guardianConsents }: Standing): RefusalCode | undefined {
  if (age === undefined || age >= adultAge) return undefined
  if (age < volunteerAge) return 'too_young_to_volunteer'
  return guardianConsents ? undefined : 'guardian_needed'
}

/** The least age for a kind of help: what the community says; otherwise licensed work is for adults. */
export const leastAge = (kind: { minAge?: number | undefined; needsLicence?: string | undefined }): number =>
  kind.minAge ?? (kind.needsLicence === undefined ? volunteerAge : adultAge)
