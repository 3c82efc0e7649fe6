import type { Grant } from '#contract/member'
import type { Day, Instant, MemberId, TeamId } from '#contract/shared/scalars'
import type { PlannedChange } from '#core/activity/change'
import type { NoticeKind } from '#core/notice/notice'

/** Something one document's event must cause in another. Each carries what derives its target's id. */
export type Effect =
  | NoticeEffect
  | LeadersEffect
  | CreditEffect
  | FreeDiaryEffect
  | MoveDiaryEffect
  | FreeSlotEffect
  | GrantEffect
  | SeatEffect
  | RenameEffect
  | CallOffEffect
  | ForgetEffect
  | SignupsEffect
  | NoShowEffect
  | NoShowSaidEffect
  | TellQueueEffect
  | TellSupportersEffect
  | RecountEffect
  | RevokeCertificatesEffect
  | PostEffect
  | ReleaseFilesEffect
  | GiveBackEffect
  | AlignEffect
  | TellPartiesEffect
  | RemindEffect
  | OfferEffect

/** The lists of these members follow a session's roster as it is by then; `cause` names the event. */
export interface SignupsEffect {
  effect: 'signups'
  cause: string
  sessionId: string
  memberIds: MemberId[]
  /** The command won a place: whoever still has it is told. */
  won?: true
}
/** Somebody's record of what they missed follows the door list of the session `about` as it is by then. */
export interface NoShowEffect {
  effect: 'noShow'
  memberId: MemberId
  about: string
  at: Instant
}

/** A party of a booking said that the other did not come: it is put on record. */
export interface NoShowSaidEffect {
  effect: 'noShowSaid'
  cause: string
  bookingId: string
  claim: number
  teamId: TeamId
  kindTitle: string
  windowFrom: Instant
  side: 'claimer' | 'requester'
  accusedId: MemberId
  accusedName: string
  saidById: MemberId
  saidByName: string
  note: string
  at: Instant
}

/** Everybody who works on a queue is told; who they are is read when it is done. */
export interface TellQueueEffect extends Omit<NoticeEffect, 'effect' | 'to'> {
  effect: 'tellQueue'
  queue: string
}
/** Everybody who supports a request is told; who they are is read when it is done. */
export interface TellSupportersEffect extends Omit<NoticeEffect, 'effect' | 'to' | 'requestId'> {
  effect: 'tellSupporters'
  requestId: string
}
/** Certificates that rest on this line of a ledger, or on a later one, are valid no more. */
export interface RevokeCertificatesEffect {
  effect: 'revokeCertificates'
  memberId: MemberId
  seq: number
  /** The day of the service that was taken back. */
  day: Day
}
/** A day's counts of requests are made anew from that day's requests. */
export interface RecountEffect {
  effect: 'recount'
  communityId: string
  day: string
}
/** A role that works on a queue was given or taken. */
export interface PostEffect {
  effect: 'post'
  cause: string
  memberId: MemberId
  memberName: string
  queue: string
  held: boolean
}
/** A promised window is over; `at` is when. A hold taken later belongs to another promise and stays. */
export interface FreeDiaryEffect {
  effect: 'freeDiary'
  memberId: MemberId
  /** The booking, or the place at a shift. */
  heldFor: string
  at: Instant
}
/** A place's window has moved: the diary's hold follows it to where it is by then. */
export interface MoveDiaryEffect {
  effect: 'moveDiary'
  memberId: MemberId
  heldFor: string
}
/** A volunteer's slot at a shift is free again; a slot taken after `at` stays. */
export interface FreeSlotEffect {
  effect: 'freeSlot'
  shiftId: string
  memberId: MemberId
  at: Instant
}
/** An accepted application gives the role. `cause` names the event, so that a late repeat is known as one. */
export interface GrantEffect {
  effect: 'grant'
  cause: string
  memberId: MemberId
  grant: Grant
  licences: Licence[]
}
/** A role in a team was given or taken: the team's roster follows. */
export interface SeatEffect {
  effect: 'seat'
  cause: string
  memberId: MemberId
  memberName: string
  teamId: TeamId
  role: 'volunteer' | 'team_leader'
  seated: boolean
}
/** What shows a member's name to others today follows the name they bear when it is done; the past keeps the old one. */
export interface RenameEffect {
  effect: 'rename'
  cause: string
  memberId: MemberId
}
/**
 * What is under way between a member and others ends, and the others hear of it. `everything`: the member leaves;
 * `sensitive`: the consent to keep what is sensitive was withdrawn, and what rests on it goes.
 */
export interface CallOffEffect {
  effect: 'callOff'
  cause: string
  memberId: MemberId
  what: 'everything' | 'sensitive'
}
/** A closed account's person is to be forgotten wherever they are named. */
export interface ForgetEffect {
  effect: 'forget'
  memberId: MemberId
}
/** A guardian took their word back: what the minor had claimed returns to the hall, unless the word stands again. */
export interface GiveBackEffect {
  effect: 'giveBack'
  cause: string
  memberId: MemberId
}
export interface Licence {
  licence: string
  validUntil: string
}
export interface NoticeEffect {
  effect: 'notice'
  /** Derived from the event, so that telling twice is telling once. */
  noticeId: string
  to: MemberId
  kind: NoticeKind
  bookingId?: string
  activityId?: string
  requestId?: string
  title?: string
  windowFrom?: Instant
  who?: string
  /** Whose name `who` is. */
  whoId?: MemberId
  minutes?: number
  /** Until when it may be answered. */
  until?: Instant
  note?: string
}
/** The same to everybody who leads a team when it is done. */
export interface LeadersEffect extends Omit<NoticeEffect, 'effect' | 'to'> {
  effect: 'tellLeaders'
  teamId: TeamId
}
/** Pictures that their document needs no more. */
export interface ReleaseFilesEffect {
  effect: 'releaseFiles'
  fileIds: string[]
}
export interface CreditEffect {
  effect: 'credit'
  /** `recorded` where nothing is said. */
  kind?: 'recorded' | 'honour'
  /** Takes a line back: its id. The minutes are negative then, and `kind` is the line's. */
  reverses?: string
  /** Whose word it rests on, where it is not a service that was recorded. */
  byId?: MemberId
  reason?: string
  projectId?: string
  memberId: MemberId
  /** Names what the minutes are for; a source is credited once. */
  source: string
  minutes: number
  teamId: TeamId
  title: string
  servedFrom: Instant
  servedTo: Instant
}

/** The sessions and shifts of an activity follow what it plans now. `cause` names the event. */
export interface AlignEffect {
  effect: 'align'
  cause: string
  activityId: string
}
/** Who has signed up hears of an edit or a cancellation: once each, and only of what concerns them. */
export interface TellPartiesEffect {
  effect: 'tellParties'
  cause: string
  kind: 'activity_changed' | 'activity_cancelled'
  activityId: string
  title: string
  changes: PlannedChange[]
  /** Sessions that this event cancelled; their parties are told, too. */
  cancelledIds: string[]
  reason?: string
}
/** A session's confirmed parties are told that it is near; once it is over, those who were found there. */
export interface RemindEffect {
  effect: 'remind'
  cause: string
  sessionId: string
  kind: 'activity_tomorrow' | 'activity_soon' | 'activity_over'
}
/** A booking that was given back is offered to those who fit best; who they are is read when it is done. */
export interface OfferEffect {
  effect: 'offer'
  cause: string
  bookingId: string
}
