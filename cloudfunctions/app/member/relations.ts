import type { Relation } from '#contract/booking'
import type { MemberId } from '#contract/shared/scalars'
import { relationOf } from '#core/member/relation'
import { proxyshipId } from '#core/proxy/proxyship'
import { members, proxyships } from '#store/collections'

/** Reads what two members are to each other now; undefined for strangers, and for one and the same. */
export async function relationBetween(oneId: MemberId, otherId: MemberId): Promise<Relation | undefined> {
  if (oneId === otherId) return undefined
  const ids = [proxyshipId(oneId, otherId), proxyshipId(otherId, oneId)]
  const [both, ties] = await Promise.all([
    members.getMany([oneId, otherId], { fields: ['householdId', 'movedFrom'] }),
    proxyships.getMany(ids, { where: { active: true }, fields: ['active'] }),
  ])
  const [one, other] = [oneId, otherId].map((id) => both.find(({ _id }) => _id === id))
  return one && relationOf(one, other, ties.length > 0)
}
