import type { Community } from '../community'
import type { EstateId, GridId } from './scalars'

/**
 * The grid that a building belongs to, as the community's data says; without a building, the one that a whole estate
 * belongs to. Undefined where the data does not say, or says two.
 */
export function gridOf(
  { grids }: Pick<Community, 'grids'>,
  { estateId, building }: { estateId?: EstateId | undefined; building?: string | undefined },
): GridId | undefined {
  if (estateId === undefined) return undefined
  const parts = grids.flatMap(({ gridId, covers = [] }) =>
    covers.flatMap((part) => (part.estateId === estateId ? { gridId, buildings: part.buildings } : [])),
  )
  const naming = parts.filter(({ buildings }) => building !== undefined && buildings?.includes(building))
  const whole = parts.filter(({ buildings }) => building === undefined || buildings === undefined)
  const found = new Set((naming.length > 0 ? naming : whole).map(({ gridId }) => gridId))
  return found.size === 1 ? [...found][0] : undefined
}
