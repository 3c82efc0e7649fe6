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

/** Which of these members are related to one: they share a dwelling, or one acts for the other. Two reads for all. */
export async function relatedTo(oneId: MemberId, otherIds: readonly MemberId[]): Promise<Set<MemberId>> {
  const others = [...new Set(otherIds)].filter((id) => id !== oneId)
  if (others.length === 0) return new Set()
  const pairs = others.flatMap((id) => [proxyshipId(oneId, id), proxyshipId(id, oneId)])
  const [found, ties] = await Promise.all([
    members.getMany([oneId, ...others], { fields: ['householdId', 'movedFrom'] }),
    proxyships.getMany(pairs, { where: { active: true }, fields: ['active'] }),
  ])
  const tied = new Set(ties.map(({ _id }) => _id))
  const one = found.find(({ _id }) => _id === oneId)
  const isRelated = (id: MemberId): boolean => {
    const acts = tied.has(proxyshipId(oneId, id)) || tied.has(proxyshipId(id, oneId))
    const other = found.find(({ _id }) => _id === id)
    return acts || (one !== undefined && relationOf(one, other, acts) !== undefined)
  }
  return new Set(others.filter(isRelated))
}
