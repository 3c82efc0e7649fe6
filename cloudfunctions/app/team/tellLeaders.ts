import { tellMembers } from '#app/notice/tell'
import type { LeadersEffect } from '#core/change/effect'
import { memberships } from '#store/collections'

/** No team has more leaders. */
const manyLeaders = 20

/** Tells whoever leads the team now; each is told once. */
export async function tellLeaders(effect: LeadersEffect, communityId: string, now: number): Promise<void> {
  const { effect: _, teamId, ...about } = effect
  const leaders = await memberships.find('leaders', { teamId, leads: true }, { limit: manyLeaders })
  await tellMembers(
    leaders.map(({ memberId: to }) => ({
      ...about,
      teamId,
      effect: 'notice',
      noticeId: `${about.noticeId}_${to}`,
      to,
    })),
    communityId,
    now,
  )
}
