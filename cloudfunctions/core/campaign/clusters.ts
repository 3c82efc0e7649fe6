import { type Cluster, clusterLeast } from '#contract/campaign'
import type { ServiceRequest } from '#core/request/request'

type Counted = Pick<ServiceRequest, 'category' | 'estateId' | 'campaignId' | 'filedAt'>

/** Where so many open requests of one category and estate are that a campaign is worth it, the most first. */
export function clustersOf(
  open: readonly Counted[],
): Pick<Cluster, 'category' | 'estateId' | 'count' | 'since'>[] {
  const found = new Map<string, Pick<Cluster, 'category' | 'estateId' | 'count' | 'since'>>()
  for (const { category, estateId, campaignId, filedAt } of open) {
    if (estateId === null || campaignId !== undefined) continue
    const key = `${category} ${estateId}`
    const { count, since } = found.get(key) ?? { count: 0, since: filedAt }
    found.set(key, { category, estateId, count: count + 1, since: Math.min(since, filedAt) })
  }
  return [...found.values()]
    .filter(({ count }) => count >= clusterLeast)
    .sort((a, b) => b.count - a.count || a.since - b.since)
}
