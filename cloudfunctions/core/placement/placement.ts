import type { Instant, MemberId } from '#contract/shared/scalars'
import type { PlacementState } from '#contract/vacancy'
import { type Aggregate, type Recorded, unwritten } from '#core/change/aggregate'

/**
 * A person's word that their name and number may be passed to a firm. It serves one passing, and ends by itself at
 * `until`. Neither is copied here: they are opened when they are passed.
 */
export interface FirmConsent {
  until: Instant
  /** The firm it was given for; an edit of the vacancy may name another. */
  firm: string
  passedAt?: Instant
  passedById?: MemberId
}

/** The question whether somebody still works, so many days after they were placed. */
export interface FollowUp {
  days: number
  at: Instant
  /** `out`: not in work on that day, also where they had left before. `missed`: nobody knows. */
  answer?: 'in_work' | 'out' | 'missed'
}

/** One time that somebody worked there. */
export interface Stint {
  placedAt: Instant
  leftAt?: Instant
  followUps: FollowUp[]
}

export type PlacementEvent =
  | 'interested'
  | 'consented'
  | 'consent_taken'
  | 'consent_lapsed'
  | 'passed'
  | 'invited'
  | 'placed'
  | 'declined'
  | 'left'
  | 'withdrawn'
  | 'vacancy_over'
  | 'follow_up_due'
  | 'followed_up'
  | 'words_gone'

/** Somebody's way from interest in a vacancy to work. */
export interface Placement extends Aggregate {
  /** `<vacancyId>_<memberId>`: one for each person. */
  _id: string
  vacancyId: string
  memberId: MemberId
  memberName: string
  state: PlacementState
  since: Instant
  /** Who said it for them, where they did not themselves: somebody else decides. */
  spokenById?: MemberId
  /** The coordinator who invited them or passed their number, and hears when they withdraw. */
  seenById?: MemberId
  consent?: FirmConsent
  /** What was last said to it. */
  reason?: string
  stints: Stint[]
  /** Since when a follow-up stands; null where none does. */
  asksAt: Instant | null
  events: Recorded<PlacementEvent>[]
}

export const placementId = (vacancyId: string, memberId: MemberId): string => `${vacancyId}_${memberId}`

/** A placement before its first interest. */
export function newPlacement(
  vacancyId: string,
  member: { _id: MemberId; name: string; communityId: string },
): Placement {
  return {
    _id: placementId(vacancyId, member._id),
    communityId: member.communityId,
    ...unwritten(),
    vacancyId,
    memberId: member._id,
    memberName: member.name,
    state: 'withdrawn',
    since: 0,
    stints: [],
    asksAt: null,
  }
}

/** The work that somebody is in; undefined where they are in none. */
export const stintOf = ({ state, stints }: Pick<Placement, 'state' | 'stints'>): Stint | undefined =>
  state === 'placed' ? stints.at(-1) : undefined

/** Nothing is decided yet. */
export const isOnItsWay = ({ state }: Pick<Placement, 'state'>): boolean =>
  state === 'interested' || state === 'invited'

/** Follow-ups that stand by then and have no answer, in their order. */
export const standing = ({ followUps }: Stint, now: Instant): FollowUp[] =>
  followUps.filter(({ at, answer }) => answer === undefined && at <= now)

/** Whether it is somebody's own, or they have spoken for the person: then others decide. */
export const isOwnWay = (
  placement: Pick<Placement, 'memberId' | 'spokenById'>,
  whoId: MemberId | undefined,
): boolean => whoId !== undefined && (placement.memberId === whoId || placement.spokenById === whoId)
