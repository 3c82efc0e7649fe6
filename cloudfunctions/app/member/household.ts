import type { Context } from '#app/call/context'
import { invalid } from '#app/call/context'
import type { Settings } from '#app/call/settings'
import { gridOf } from '#contract/shared/gridOf'
import type { Refusal } from '#contract/shared/refusal'
import type { Household } from '#core/member/member'
import { buildingIn, doorSpelling } from '#core/register/rows'
import { households } from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'

type Served = Pick<Context, 'settings' | 'community'>

export interface DoorNumber {
  building: string
  unit: string
}

/** Derives a dwelling's id. Other spellings of the door give the same id, and nobody can tell the door from it. */
export function householdIdOf(
  { settings: { sealing }, community }: Served,
  { estateId, building, unit }: DoorNumber & { estateId: string },
): string {
  return `h_${sealing.indexKey(JSON.stringify([community._id, estateId, ...doorSpelling(building, unit)]))}`
}

export interface StatedHome extends DoorNumber {
  gridId: string
  estateId: string
}

/**
 * Puts a dwelling into the community's own spelling, with the grid of its building where none is named; refused where
 * the community has no such building or grid.
 */
export function dwellingIn(
  community: CommunityDocument,
  {
    gridId: chosen,
    estateId,
    building: said,
    unit,
  }: Omit<StatedHome, 'gridId'> & { gridId?: string | undefined },
): StatedHome | Refusal {
  const { estates, grids } = community
  const estate = estates.find((known) => known.estateId === estateId)
  if (!estate) return invalid('estateId', 'is not an estate of this community')
  const building = buildingIn(estate, said)
  if (building === undefined) return invalid('building', 'is not a building of this estate')
  const gridId = chosen ?? gridOf(community, { estateId, building })
  if (gridId === undefined || !grids.some((known) => known.gridId === gridId))
    return invalid('gridId', 'is not a grid of this community')
  return { gridId, estateId, building, unit }
}

/** Finds the household behind a door, or makes it where nobody has registered there. Answers its id. */
export async function householdAt(
  served: Served,
  { estateId, building, unit }: DoorNumber & { estateId: string },
): Promise<string> {
  const { sealing } = served.settings
  const id = householdIdOf(served, { estateId, building, unit })
  if (!(await households.get(id)))
    await households.insert({
      _id: id,
      communityId: served.community._id,
      estateId,
      door: sealing.seal(JSON.stringify({ building, unit }), { collection: 'households', id, field: 'door' }),
    })
  return id
}

/** Opens a household's sealed door. Whoever shows it to somebody else records an opening. */
export function openDoor(household: Household, { sealing }: Settings): DoorNumber {
  return JSON.parse(
    sealing.open(household.door, { collection: 'households', id: household._id, field: 'door' }),
  )
}

/** Says in words where a household lives, as one would tell a visitor; undefined where there is none. */
export async function doorWords(
  householdId: string,
  { settings, community }: Served,
): Promise<string | undefined> {
  const household = householdId === '' ? undefined : await households.get(householdId)
  if (!household) return undefined
  const { building, unit } = openDoor(household, settings)
  const estate = community.estates.find(({ estateId }) => estateId === household.estateId)
  return [estate?.name, building, unit].filter(Boolean).join(' ')
}
