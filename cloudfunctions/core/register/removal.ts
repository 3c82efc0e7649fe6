import type { Instant } from '#contract/shared/scalars'
import { type Dwelling, isRemoved } from './match'

/**
 * What a removal finds: a dwelling to take out, nothing to do, or no such dwelling. It was first sent at `sentAt`: what
 * a file has said of the dwelling since then stands, so a late repeat does not undo it.
 */
export function decideRemoval(
  dwelling: Pick<Dwelling, 'importedAt' | 'removedAt'> | undefined,
  sentAt: Instant,
): 'remove' | 'nothing' | { refusal: 'dwelling_unknown' } {
  if (!dwelling) return { refusal: 'dwelling_unknown' }
  return isRemoved(dwelling) || dwelling.importedAt > sentAt ? 'nothing' : 'remove'
}

/** Whether a dwelling was taken out after this import was first sent: its late repeat does not bring it back. */
export const removedSince = (dwelling: Pick<Dwelling, 'removedAt'> | undefined, sentAt: Instant): boolean =>
  (dwelling?.removedAt ?? null) !== null && (dwelling?.removedAt ?? 0) > sentAt
