import type { RegisterHint } from '#contract/register'
import { nameSpelling } from '#contract/shared/nameSpelling'
import type { GridId, Instant, MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'

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
  /**
   * By name key: the account that the register is vouching for now, as a keyed hash, and since when. It is
   * there while that account is being written.
   */
  vouching?: Record<string, { to: string; at: Instant }>
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

/** Writing an account takes no longer; an older hold was left behind. */
export const vouchingMs = minuteMs

/**
 * Whether the register may vouch for one account more. It vouches once for a name in a dwelling, and where it
 * names nobody, for so many accounts. A name has one account already where somebody verified lives there under
 * it, whoever verified them.
 *
 * @param living the names of the others who live there, also of those whose moving away is not confirmed.
 */
export function hasRoom(
  dwelling: Pick<Dwelling, 'nameKeys' | 'vouching'>,
  name: string,
  living: readonly string[],
  more: { to: string; now: Instant; most: number },
): boolean {
  if (living.some((other) => nameSpelling(other) === nameSpelling(name))) return false
  if (dwelling.nameKeys.length > 0) return true
  const others = Object.values(dwelling.vouching ?? {}).filter(
    ({ to, at }) => to !== more.to && at > more.now - vouchingMs,
  )
  return living.length + others.length < more.most
}

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
