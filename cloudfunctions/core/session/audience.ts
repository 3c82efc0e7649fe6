import type { Audience } from '#contract/activity'
import type { CannotJoin } from '#contract/session'

/** One of a party; the age is null where nobody knows it. A guest only says whether they are under 14. */
export interface Attendee {
  age: number | null
  under14?: boolean | undefined
}
/** Where the member who signs a party up lives. */
export interface AudienceHome {
  gridId: string
  estateId: string
}
export type NotInvited = Extract<
  CannotJoin,
  'other_grid' | 'other_estate' | 'too_young' | 'too_old' | 'age_unknown' | 'needs_child'
>

const childUnder = 14

/** What the ages of an audience say to one person. */
function ageBar({ minAge, maxAge }: Audience, { age }: Attendee): NotInvited | undefined {
  if (minAge === undefined && maxAge === undefined) return undefined
  if (age === null) return 'age_unknown'
  if (minAge !== undefined && age < minAge) return 'too_young'
  return maxAge !== undefined && age > maxAge ? 'too_old' : undefined
}

const isChild = ({ age, under14 }: Attendee): boolean => (age === null ? under14 === true : age < childUnder)

/**
 * Why a party is not the one an activity is for; undefined when it is. Everybody must fit the ages; where children come
 * with an adult, the ages are asked of the children.
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
    // a guest who is known to be a child, and not how old, is taken at their word
    if (withChild && attendee.age === null) continue
    const bar = ageBar(audience, attendee)
    if (bar) return bar
  }
  return undefined
}
