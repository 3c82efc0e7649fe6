import type { Community } from '#contract/community'
import type { Me } from '#contract/member'

/** The home in words: estate, building and unit. The cloud has masked the unit. */
export function wordsOfHome(household: NonNullable<Me['household']>, community: Community): string {
  const estate = community.estates.find(({ estateId }) => estateId === household.estateId)
  return [estate?.name, household.building, household.unitMasked].filter(Boolean).join(' ')
}
