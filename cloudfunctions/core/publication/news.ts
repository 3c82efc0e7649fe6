import type { PublicationAudience, PublicationNews } from '#contract/publication'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type { Member } from '#core/member/member'
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

const standsFor =
  (home: AudienceHome | undefined, now: Instant) =>
  ({ content: { audience, validTo } }: ListedPublication): boolean =>
    concerns(audience, home) && (validTo === undefined || validTo > now)

const newsItem = ({
  _id: publicationId,
  kind,
  content: { title, urgent },
  at,
}: ListedPublication): PublicationNews => ({
  ...{ publicationId, kind, title, at },
  ...(urgent && { urgent }),
})

/** What the first page shows: what is pinned, the latest first, then the newest two that are not. */
export function newsOf(
  { pinned, newest }: Record<'pinned' | 'newest', readonly ListedPublication[]>,
  home: AudienceHome | undefined,
  now: Instant,
): PublicationNews[] {
  const stands = standsFor(home, now)
  const first = pinned.filter(stands).sort((a, b) => b.at - a.at)
  const ids = new Set(first.map(({ _id }) => _id))
  const next = newest.filter((one) => stands(one) && !ids.has(one._id)).slice(0, newestShown)
  return [...first.map((one) => ({ ...newsItem(one), pinned: true as const })), ...next.map(newsItem)]
}

/** Who has never said what they know of is told of what is so old at most. */
export const newsKeptMs = 14 * dayMs

/** Since when the inbox tells a member of what stands written. */
export const newsSince = ({ newsUntil }: Pick<Member, 'newsUntil'>, now: Instant): Instant =>
  newsUntil ?? now - newsKeptMs

/** What the inbox tells of what was published since: what concerns the member and stands. */
export const freshNews = (
  found: readonly ListedPublication[],
  member: AudienceHome,
  now: Instant,
): PublicationNews[] => found.filter(standsFor(member, now)).map(newsItem)
