import { type Birth, birthCalendars } from '#contract/shared/birth'
import { type Refusal, refuse } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import { ageFrom } from '#core/member/age'
import type { Member } from '#core/member/member'
import type { SealedSpot } from '#store/sealing/sealedFields'
import type { Sealing } from '#store/sealing/sealing'

export interface BirthWords {
  birthDay?: string | undefined
  birthCalendar?: Birth['calendar'] | undefined
}

/** Reads the birthday that was given, with the age it makes; undefined where none was given. */
export function readBirth(
  { birthDay: day, birthCalendar: calendar = birthCalendars[0] }: BirthWords,
  now: Instant,
): { birth: Birth; age: number } | Refusal | undefined {
  if (day === undefined) return undefined
  const birth: Birth = { day, calendar }
  const age = ageFrom(birth, dayOf(now))
  if (age !== undefined) return { birth, age }
  return refuse('invalid_input', [{ path: 'birthDay', message: 'is no day anybody was born on' }])
}

export type BirthSpot = Extract<SealedSpot, { field: 'birth' | 'birthDay' }>
export const birthSpot = (memberId: string): BirthSpot => ({
  collection: 'members',
  id: memberId,
  field: 'birth',
})

export const dependentBirthSpot = (id: string): BirthSpot => ({
  collection: 'dependents',
  id,
  field: 'birthDay',
})

export const sealBirth = (birth: Birth, spot: BirthSpot, sealing: Sealing): string =>
  sealing.seal(JSON.stringify(birth), spot)

export const openBirth = (sealed: string, spot: BirthSpot, sealing: Sealing): Birth =>
  JSON.parse(sealing.open(sealed, spot))

/** The age in whole years; undefined without a birthday. Nobody sees the birthday, so no opening is recorded. */
export function ageOf(
  member: Pick<Member, '_id' | 'birth'>,
  now: Instant,
  sealing: Sealing,
): number | undefined {
  if (member.birth === null) return undefined
  return ageFrom(openBirth(member.birth, birthSpot(member._id), sealing), dayOf(now))
}
