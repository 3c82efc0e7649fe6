import type { Tier } from '#contract/member'
import { isReserved, type RequestLimits, reservedCategories } from '#contract/request'

/** Requests of this category are never published, never supported and like no other, and hold no pictures. */
export const isPrivate = ({ category }: { category: string }): boolean => category === 'guide'

/** How long a tier may hold a request of this category. */
export function holdMinutes(category: string, tier: Tier, limits: RequestLimits): number {
  const usual = isReserved(category) ? reservedCategories[category].holdMinutes : limits.holdMinutes
  return limits.holdMinutesOf[category]?.[tier] ?? usual[tier]
}
