import type { Household } from '#core/member/member'
import { doorSpelling } from '#core/register/rows'
import { households } from '#store/collections'
import type { CommunityDocument } from '#store/shapes'
import type { Settings } from './settings'

export interface Door {
  building: string
  unit: string
}

/** A dwelling's id, the same however its door is written; nobody can tell the door from it. */
export function householdIdOf(
  { sealing, communityId }: Settings,
  { estateId, building, unit }: Door & { estateId: string },
): string {
  return `h_${sealing.indexKey(JSON.stringify([communityId, estateId, ...doorSpelling(building, unit)]))}`
}

/** Opens a dwelling's sealed door. Who shows it to anybody but its people records that. */
export function openDoor(household: Household, { sealing }: Settings): Door {
  return JSON.parse(
    sealing.open(household.door, { collection: 'households', id: household._id, field: 'door' }),
  ) as Door
}

/** A dwelling in words, as one would tell a visitor; undefined where there is none. */
export async function doorWords(
  householdId: string,
  { settings, community }: { settings: Settings; community: CommunityDocument },
): Promise<string | undefined> {
  const household = await households.get(householdId)
  if (!household) return undefined
  const { building, unit } = openDoor(household, settings)
  const estate = community.estates.find(({ estateId }) => estateId === household.estateId)
  return [estate?.name, building, unit].filter(Boolean).join(' ')
}
