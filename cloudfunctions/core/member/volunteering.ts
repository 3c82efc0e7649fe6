import type { RefusalCode } from '#contract/shared/refusal'
import { adultAge, volunteerAge } from './age'

/** What is known about somebody who wants to volunteer. */
export interface Standing {
  /**
   * In whole years; undefined where no birthday was given: then the leader has seen that they are an adult.
   */
  age?: number | undefined
  /** A guardian's consent holds. */
  guardianConsents?: boolean | undefined
}

/** Whether somebody is known to be under 18: a minor needs a guardian's consent to volunteer. */
export const isMinor = (age: number | undefined): boolean => age !== undefined && age < adultAge

/** Why somebody may not volunteer now; undefined where they may. */
export function volunteeringFault({ age, guardianConsents }: Standing): RefusalCode | undefined {
  if (age === undefined || age >= adultAge) return undefined
  if (age < volunteerAge) return 'too_young_to_volunteer'
  return guardianConsents ? undefined : 'guardian_needed'
}

/**
 * The least age for a kind of help: the community's own number, otherwise that of an adult for licensed work.
 */
export const leastAge = (kind: { minAge?: number | undefined; needsLicence?: string | undefined }): number =>
  kind.minAge ?? (kind.needsLicence === undefined ? volunteerAge : adultAge)
