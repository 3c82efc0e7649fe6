import type { HomePublication } from '#contract/home'
import type { PublicationAudience } from '#contract/publication'
import type { Instant } from '#contract/shared/scalars'
import { type AudienceHome, notInvited } from '#core/session/audience'
import type { ListedPublication } from './view'

/** So many that are new stand on the first page, beside what is pinned. */
const newestShown = 2
/** No first page has more that is pinned. */
export const mostPinned = 5

/** Whether a publication concerns somebody who lives there; of those for some homes alone, none concerns a visitor. */
export function concerns(audience: PublicationAudience | undefined, home: AudienceHome | undefined): boolean {
  const { gridIds = [], estateIds = [] } = audience ?? {}
  if (gridIds.length === 0 && estateIds.length === 0) return true
  return home !== undefined && notInvited(audience, home, []) === undefined
}

/** What the first page shows: what is pinned, the latest first, then the newest two that are not. */
export function newsOf(
  { pinned, newest }: Record<'pinned' | 'newest', readonly ListedPublication[]>,
  home: AudienceHome | undefined,
  now: Instant,
): HomePublication[] {
  const stands = ({ content: { audience, validTo } }: ListedPublication): boolean =>
    concerns(audience, home) && (validTo === undefined || validTo > now)
  const first = pinned.filter(stands).sort((a, b) => b.at - a.at)
  const ids = new Set(first.map(({ _id }) => _id))
  const next = newest.filter((one) => stands(one) && !ids.has(one._id)).slice(0, newestShown)
  return [...first, ...next].map(({ _id: publicationId, kind, content: { title, urgent }, at }) => ({
    ...{ publicationId, kind, title, at },
    ...(ids.has(publicationId) && { pinned: true as const }),
    ...(urgent && { urgent }),
  }))
}
