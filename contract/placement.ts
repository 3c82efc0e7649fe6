import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import { type Instant, id, line, type MemberId, paging } from './shared/scalars'
import type { OwnPlacement, PlacementState, VacancyCard } from './vacancy'

/**
 * The person wants to go. `consent`: whether their name and number may be passed to this firm for this vacancy, once,
 * within the days that `vacancy.get` says. Sending it again says it anew, or takes the consent alone back.
 */
export const placementInterest = v.object({ vacancyId: id, consent: v.boolean() })

/** Takes the interest back, and the consent with it. */
export const placementWithdraw = v.object({ placementId: id })

/** Shows name and number once, to be given to the firm. */
export const placementPass = v.object({ placementId: id })

/** `words`: when and where to go, for the person. */
export const placementInvite = v.object({ placementId: id, words: v.optional(line(1, 200)) })

export const placementPlace = v.object({ placementId: id })

/** It came to nothing, on either side; the person reads the reason. */
export const placementDecline = v.object({ placementId: id, reason: v.optional(line(1, 200)) })

/** Who was placed works there no longer. */
export const placementLeave = v.object({ placementId: id, reason: v.optional(line(1, 200)) })

/** Answers every follow-up of this person that stands. */
export const placementFollowUp = v.object({ placementId: id, stillInWork: v.boolean() })

export const placementList = v.object({ vacancyId: id, ...paging })
export const placementMine = v.object({ ...paging })
export const placementDue = v.object({ ...paging })
export const placementFigures = v.object({})

/** What of the way of somebody a coordinator sees; who has withdrawn is not in it. */
export interface PlacementCard extends Omit<OwnPlacement, 'state'> {
  memberId: MemberId
  name: string
  state: PlacementState
  /** Since when they work there. */
  placedAt?: Instant
  /** It is the caller's own, or one that they have spoken for: somebody else decides. */
  own?: true
}

export interface MyPlacement extends OwnPlacement {
  vacancy: VacancyCard
}

/** A follow-up that stands: is this person still in work, so many days after they were placed? */
export interface FollowUpCard {
  placementId: string
  vacancyId: string
  title: string
  firm: string
  memberId: MemberId
  name: string
  placedAt: Instant
  days: number
  /** Since when it stands. */
  since: Instant
}

export interface Passed {
  name: string
  /** Absent where the person has given no number. */
  phone?: string
  firm: string
}

/** How many still work so many days after they were placed. */
export interface AfterDays {
  days: number
  /** Whose day has come, and of whom it is known. */
  known: number
  still: number
  /** Whose day has come, and of whom nobody has said it. */
  unknown: number
}

export interface PlacementFigures {
  /** People on their way, counted once for each vacancy; who has withdrawn before anything came of it is not. */
  interested: number
  /** Of these, those who were invited at least once. */
  invited: number
  /** How often somebody began to work. */
  placed: number
  after: AfterDays[]
}
export interface PlacementOfCourse extends PlacementFigures {
  activityId: string
  title: string
}
export interface AllFigures extends PlacementFigures {
  /** Apart by the course that the vacancy follows, in the order of their titles. */
  courses: PlacementOfCourse[]
}

type Moved = { state: PlacementState }

export const placementOperations = {
  'placement.interest': { input: placementInterest, reply: reply<OwnPlacement>() },
  'placement.withdraw': { input: placementWithdraw, reply: reply<Moved>() },
  'placement.pass': { input: placementPass, reply: reply<Passed>() },
  'placement.invite': { input: placementInvite, reply: reply<Moved>() },
  'placement.place': { input: placementPlace, reply: reply<Moved>() },
  'placement.decline': { input: placementDecline, reply: reply<Moved>() },
  'placement.leave': { input: placementLeave, reply: reply<Moved>() },
  'placement.followUp': { input: placementFollowUp, reply: reply<Moved>() },
  'placement.list': { input: placementList, reply: reply<Page<PlacementCard>>() },
  'placement.mine': { input: placementMine, reply: reply<Page<MyPlacement>>() },
  'placement.due': { input: placementDue, reply: reply<Page<FollowUpCard>>() },
  'placement.figures': { input: placementFigures, reply: reply<AllFigures>() },
} as const satisfies Record<string, ContractRow>
