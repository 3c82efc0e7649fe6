import { type Change, causedBy, insist } from '#app/change/change'
import { loadCommunity } from '#app/community/community'
import { tellMembers } from '#app/notice/tell'
import { vacancyChanges } from '#app/placement/placementNotices'
import type { Instant } from '#contract/shared/scalars'
import type { NoticeEffect, VacancyEffect } from '#core/change/effect'
import { decideVacancyOver } from '#core/placement/decide'
import { placements } from '#store/collections'
import { oneOf } from '#store/words/conditions'

/** No vacancy has more people on their way. */
const manyWays = 500

/** Tells those who are interested or invited by then what has changed; where the vacancy is over, an interest ends. */
export async function carryVacancy(
  effect: VacancyEffect,
  communityId: string,
  now: Instant,
  change: Change,
): Promise<void> {
  const { cause, vacancyId, title, changed, reason } = effect
  const found = await placements.find(
    'byVacancy',
    { vacancyId, state: oneOf(['interested', 'invited']) },
    { limit: manyWays, fields: ['memberId'] },
  )
  if (changed) {
    const notices = found.map(
      ({ memberId }): NoticeEffect => ({
        effect: 'notice',
        noticeId: `n_${cause}_${memberId}`,
        to: memberId,
        kind: 'vacancy_changed',
        ...{ vacancyId, title, note: vacancyChanges(changed) },
      }),
    )
    return tellMembers(notices, communityId, now)
  }
  const community = await loadCommunity(communityId)
  if (!community) return
  const command = causedBy(cause, now)
  for (const { _id } of found)
    insist(
      await change(placements, _id, command, (placement) =>
        decideVacancyOver(placement, command, { _id: vacancyId, title }, reason, community.limits),
      ),
    )
}
