import type { FollowUpCard, MyPlacement, PlacementCard } from '#contract/placement'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { OwnPlacement, VacancyCard } from '#contract/vacancy'
import type { Vacancy } from '#core/vacancy/vacancy'
import { vacancyCardOf } from '#core/vacancy/view'
import { isOwnWay, type Placement, standing, stintOf } from './placement'

/** What a card shows of a placement. */
export const wayFields = ['state', 'since', 'consent', 'reason'] as const
type Way = Pick<Placement, '_id' | (typeof wayFields)[number]>

export function ownPlacementOf(placement: Way, { firm }: Pick<Vacancy, 'firm'>, now: Instant): OwnPlacement {
  const { _id: placementId, state, since, consent, reason } = placement
  const stands = consent !== undefined && consent.until > now && consent.firm === firm
  return {
    ...{ placementId, state, since },
    ...(stands && {
      consentUntil: consent.until,
      ...(consent.passedAt !== undefined && { passedAt: consent.passedAt }),
    }),
    ...(reason !== undefined && { reason }),
  }
}

/** What a coordinator's list needs. */
export const cardFields = [...wayFields, 'memberId', 'memberName', 'stints', 'spokenById'] as const
type Carded = Pick<Placement, '_id' | (typeof cardFields)[number]>

export function placementCardOf(
  placement: Carded,
  vacancy: Pick<Vacancy, 'firm' | 'publisherId'>,
  whoId: MemberId | undefined,
  now: Instant,
): PlacementCard {
  const stint = stintOf(placement)
  const own = isOwnWay(placement, whoId) || placement.memberId === vacancy.publisherId
  return {
    ...ownPlacementOf(placement, vacancy, now),
    memberId: placement.memberId,
    name: placement.memberName,
    ...(stint && { placedAt: stint.placedAt }),
    ...(own && { own: true as const }),
  }
}

export const myPlacementOf = (
  placement: Way,
  vacancy: Parameters<typeof vacancyCardOf>[0],
  now: Instant,
): MyPlacement => ({
  ...ownPlacementOf(placement, vacancy, now),
  vacancy: vacancyCardOf(vacancy, now) satisfies VacancyCard,
})

/** The latest follow-up that stands; undefined where none does. */
export function followUpCardOf(
  placement: Pick<Placement, '_id' | 'vacancyId' | 'memberId' | 'memberName' | 'state' | 'stints'>,
  { title, firm }: Pick<Vacancy, 'title' | 'firm'>,
  now: Instant,
): FollowUpCard | undefined {
  const stint = stintOf(placement)
  const due = stint && standing(stint, now).at(-1)
  if (!due) return undefined
  const { _id: placementId, vacancyId, memberId, memberName: name } = placement
  return {
    ...{ placementId, vacancyId, title, firm, memberId, name },
    ...{ placedAt: stint.placedAt, days: due.days, since: due.at },
  }
}
