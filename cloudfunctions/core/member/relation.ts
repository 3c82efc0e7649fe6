import type { Relation } from '#contract/booking'
import type { Member } from './member'

/** What of a member says where they live; while a move is being checked, both homes count. */
export type Homes = Pick<Member, 'householdId' | 'movedFrom'>

const homesOf = ({ householdId, movedFrom }: Homes): string[] =>
  [householdId, movedFrom?.householdId ?? ''].filter((home) => home !== '')

/**
 * What two members are to each other; undefined for strangers.
 *
 * @param proxy one of them acts for the other.
 */
export function relationOf(one: Homes, other: Homes | undefined, proxy: boolean): Relation | undefined {
  const theirs = other ? homesOf(other) : []
  if (homesOf(one).some((home) => theirs.includes(home))) return 'dwelling'
  return proxy ? 'proxy' : undefined
}
