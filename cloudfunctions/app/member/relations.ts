import type { Relation } from '#contract/booking'
import type { MemberId } from '#contract/shared/scalars'
import type { Member } from '#core/member/member'
import { relationOf } from '#core/member/relation'
import { proxyshipId } from '#core/proxy/proxyship'
import { members, proxyships } from '#store/collections'

/** Reads what a member and another are to each other now; undefined for strangers, and for themselves. */
export async function relationBetween(member: Member, otherId: MemberId): Promise<Relation | undefined> {
  if (member._id === otherId) return undefined
  const ids = [proxyshipId(member._id, otherId), proxyshipId(otherId, member._id)]
  const [other, ties] = await Promise.all([
    members.get(otherId),
    proxyships.getMany(ids, { where: { active: true }, fields: ['active'] }),
  ])
  return relationOf(member, other, ties.length > 0)
}
