import type { Audience } from '#contract/activity'
import type { CannotJoin } from '#contract/session'

/**
 * One person of a party; the age is null where nobody knows it. A guest only states whether they are under
 * 14.
 */
export interface Attendee {
  age: number | null
  under14?: boolean | undefined
}
/** The home of the member who signs a party up. */
export interface AudienceHome {
  gridId: string
  estateId: string
}
export type NotInvited = Extract<
  CannotJoin,
  'other_grid' | 'other_estate' | 'too_young' | 'too_old' | 'age_unknown' | 'needs_child'
>

const childUnder = 14

/** Why one person's age does not fit the audience. */
function ageBar({ minAge, maxAge }: Audience, { age }: Attendee): NotInvited | undefined {
  if (minAge === undefined && maxAge === undefined) return undefined
  if (age === null) return 'age_unknown'
  if (minAge !== undefined && age < minAge) return 'too_young'
  return maxAge !== undefined && age > maxAge ? 'too_old' : undefined
}

const isChild = ({ age, under14 }: Attendee): boolean => (age === null ? under14 === true : age < childUnder)

/**
 * Why a party does not fit an audience; undefined when it does. Everybody must fit the ages; where children
 * come with an adult, only the children must.
 */
export function notInvited(
  audience: Audience | undefined,
  home: AudienceHome,
  party: readonly Attendee[],
): NotInvited | undefined {
  if (!audience) return undefined
  const { gridIds, estateIds, withChild } = audience
  if (gridIds && gridIds.length > 0 && !gridIds.includes(home.gridId)) return 'other_grid'
  if (estateIds && estateIds.length > 0 && !estateIds.includes(home.estateId)) return 'other_estate'
  const children = party.filter(isChild)
  if (withChild && (children.length === 0 || children.length === party.length)) return 'needs_child'
  for (const attendee of withChild ? children : party) {
    // the age of a guest who is said to be a child is not asked
    if (withChild && attendee.age === null) continue
    const bar = ageBar(audience, attendee)
    if (bar) return bar
  }
  return undefined
}
