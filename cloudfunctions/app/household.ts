import type { Household } from '#core/member/member'
import { households } from '#store/collections'
import type { CommunityDocument } from '#store/shapes'
import type { Settings } from './settings'

export interface Door {
  building: string
  unit: string
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
