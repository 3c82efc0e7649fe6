import type { Instant, MemberId } from '#contract/shared/scalars'
import type { NoticeEffect } from '#core/change/effect'

/** What is told of an urgent bulletin, once to each. */
export const urgentNotice = (
  { _id, publicationId, title, until }: { _id: string; publicationId: string; title: string; until: Instant },
  to: MemberId,
): NoticeEffect => ({
  effect: 'notice',
  noticeId: `n_${_id}_${to}`,
  to,
  kind: 'bulletin_urgent',
  ...{ publicationId, title, until },
})
