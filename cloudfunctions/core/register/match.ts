import type { RegisterHint } from '#contract/register'
import type { GridId, Instant } from '#contract/shared/scalars'

/** 登记册上的一户: what the community's own register says of a dwelling. The id is that of its household. */
export interface Dwelling {
  _id: string
  communityId: string
  estateId: string
  gridId: GridId
  groupId: string | null
  /** Sealed {building, unit}. */
  door: string
  /** A keyed hash of each name, other in every dwelling; sorted. Empty where the register names nobody. */
  nameKeys: string[]
  importedAt: Instant
}

/**
 * Whether the register's word is enough. A register that names nobody in a dwelling knows the door but no name: it does
 * not confirm that somebody is called otherwise now.
 */
export const registerConfirms = (
  dwelling: Pick<Dwelling, 'gridId' | 'nameKeys'> | undefined,
  stated: { gridId: GridId; nameKey: string },
  renamed: boolean,
): boolean =>
  matchRegister(dwelling, stated).match === 'same' && (!renamed || (dwelling?.nameKeys.length ?? 0) > 0)

/** What the register says to what a person has stated: `same` is a yes. */
export function matchRegister(
  dwelling: Pick<Dwelling, 'gridId' | 'nameKeys'> | undefined,
  stated: { gridId: GridId; nameKey: string },
): RegisterHint {
  if (!dwelling) return { match: 'no_dwelling' }
  if (dwelling.gridId !== stated.gridId) return { match: 'other_grid', gridId: dwelling.gridId }
  const { nameKeys } = dwelling
  if (nameKeys.length > 0 && !nameKeys.includes(stated.nameKey)) return { match: 'other_name' }
  return { match: 'same' }
}
