import type { RegisterHint } from '#contract/register'
import type { GridId, Instant, MemberId } from '#contract/shared/scalars'

/** What the community's own register says about a dwelling. Its id is the household's. */
export interface Dwelling {
  _id: string
  communityId: string
  estateId: string
  gridId: GridId
  groupId: string | null
  /** Sealed {building, unit}. */
  door: string
  /**
   * A keyed hash of each name, different in every dwelling; sorted. Empty where the register has no names.
   */
  nameKeys: string[]
  importedAt: Instant
  /** When an administrator took it out of the register; a later file that names it puts it back. */
  removedAt?: Instant | null
  /** Sealed: why. */
  removedFor?: string | null
  /** Null where the first admin has not registered. */
  removedById?: MemberId | null
}

/** Whether the register says nothing of it any more. What is left is the record of its removal. */
export const isRemoved = ({ removedAt }: Pick<Dwelling, 'removedAt'>): boolean => (removedAt ?? null) !== null

/**
 * Whether the register may confirm somebody without a worker. A register without names for a dwelling knows
 * the door only: it does not confirm a new name.
 */
export const registerConfirms = (
  dwelling: Pick<Dwelling, 'gridId' | 'nameKeys' | 'removedAt'> | undefined,
  stated: { gridId: GridId; nameKey: string },
  renamed: boolean,
): boolean =>
  matchRegister(dwelling, stated).match === 'same' && (!renamed || (dwelling?.nameKeys.length ?? 0) > 0)

/** The register's hint about a registration; `same` confirms it. */
export function matchRegister(
  dwelling: Pick<Dwelling, 'gridId' | 'nameKeys' | 'removedAt'> | undefined,
  stated: { gridId: GridId; nameKey: string },
): RegisterHint {
  if (!dwelling || isRemoved(dwelling)) return { match: 'no_dwelling' }
  if (dwelling.gridId !== stated.gridId) return { match: 'other_grid', gridId: dwelling.gridId }
  const { nameKeys } = dwelling
  if (nameKeys.length > 0 && !nameKeys.includes(stated.nameKey)) return { match: 'other_name' }
  return { match: 'same' }
}
