import type { Overlap } from '#contract/hours'
import type { Grant } from '#contract/member'
import type { PublicationAudience } from '#contract/publication'
import type { Day, Instant, MemberId, TeamId } from '#contract/shared/scalars'
import type { ToldPart } from '#contract/vacancy'
import type { PlannedChange } from '#core/activity/change'
import type { NoticeKind } from '#core/notice/notice'
import type { PollAbout } from '#core/poll/about'
import type { Edition } from '#core/publication/edition'

/**
 * Something that an event of one document must cause in another. Each carries what the target's id derives
 * from.
 */
export type Effect =
  | NoticeEffect
  | LeadersEffect
  | CreditEffect
  | WordEffect
  | FreeDiaryEffect
  | MoveDiaryEffect
  | NoteReleaseEffect
  | FreeSlotEffect
  | GrantEffect
  | SeatEffect
  | RenameEffect
  | CallOffEffect
  | ForgetEffect
  | JoinEffect
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
  | TakeLicenceEffect
  | AlignEffect
  | TellPartiesEffect
  | TellSessionEffect
  | RemindEffect
  | CourseAttendanceEffect
  | CourseCompletedEffect
  | OfferEffect
  | RelateEffect
  | OtherHandEffect
  | VacancyEffect
  | EditionEffect
  | MailingEffect
  | PollEffect
  | PollCountedEffect
  | GatheredEffect
  | ResolveGatheredEffect

/**
 * The sign-up lists of these members are made anew from the session's roster as it is then; `cause` names the
 * event.
 */
export interface SignupsEffect {
  effect: 'signups'
  cause: string
  sessionId: string
  memberIds: MemberId[]
  /** The command won a place; its party is told if it still has the place. */
  won?: true
}
/** A member's missed sessions follow the door list of the session `about` as it is then. */
export interface NoShowEffect {
  effect: 'noShow'
  memberId: MemberId
  about: string
  at: Instant
}

/** A party of a booking reported that the other did not come; a no-show is recorded. */
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
  /** Who said it for that party; absent where the party did. */
  spokenById?: MemberId
  note: string
  at: Instant
}

/** Everybody who works on a queue is told; the recipients are read when the effect is carried out. */
export interface TellQueueEffect extends Omit<NoticeEffect, 'effect' | 'to'> {
  effect: 'tellQueue'
  queue: string
}
/** Everybody who supports a request is told; the recipients are read when the effect is carried out. */
export interface TellSupportersEffect extends Omit<NoticeEffect, 'effect' | 'to' | 'requestId'> {
  effect: 'tellSupporters'
  requestId: string
}
/** Certificates that cover this line of a ledger are revoked. */
export interface RevokeCertificatesEffect {
  effect: 'revokeCertificates'
  memberId: MemberId
  seq: number
  /** The day of the service whose line was taken back. */
  day: Day
}
/** The counts of one day are to be made anew from its requests and bookings; the timer, or who reads them, does so. */
export interface RecountEffect {
  effect: 'recount'
  communityId: string
  day: string
}
/** A member was given or lost a role that works on a queue. */
export interface PostEffect {
  effect: 'post'
  cause: string
  memberId: MemberId
  memberName: string
  queue: string
  held: boolean
}
/** A promised window is over since `at`. A hold taken later belongs to another promise and stays. */
export interface FreeDiaryEffect {
  effect: 'freeDiary'
  memberId: MemberId
  /** The id of the booking, or of the shift place. */
  heldFor: string
  at: Instant
}
/**
 * The window of a shift place has moved; the diary's hold follows it to the window as it is then. Where that
 * is another promise's, both sides are told; `cause` names the event.
 */
export interface MoveDiaryEffect {
  effect: 'moveDiary'
  cause: string
  memberId: MemberId
  heldFor: string
}
/** A volunteer released a claim of their own accord; the day's releases are counted. */
export interface NoteReleaseEffect {
  effect: 'noteRelease'
  cause: string
  memberId: MemberId
  memberName: string
  teamId: TeamId
  at: Instant
}
/** A volunteer's slot at a shift is freed; a slot taken after `at` stays. */
export interface FreeSlotEffect {
  effect: 'freeSlot'
  shiftId: string
  memberId: MemberId
  at: Instant
}
/** An accepted application gives a role. `cause` names the event, so that a repeat is recognised. */
export interface GrantEffect {
  effect: 'grant'
  cause: string
  memberId: MemberId
  grant: Grant
  licences: Licence[]
}
/** A role in a team was given or taken; the team's roster follows. */
export interface SeatEffect {
  effect: 'seat'
  cause: string
  memberId: MemberId
  memberName: string
  teamId: TeamId
  role: 'volunteer' | 'team_leader'
  seated: boolean
}
/**
 * Documents that show a member's present name get the name the member has then; past events keep the old one.
 */
export interface RenameEffect {
  effect: 'rename'
  cause: string
  memberId: MemberId
}
/**
 * What is under way between a member and others ends, and the others are told. `everything`: the member
 * leaves. `sensitive`: the member withdrew the consent to keep sensitive data, and what needs that consent
 * ends.
 */
export interface CallOffEffect {
  effect: 'callOff'
  cause: string
  memberId: MemberId
  what: 'everything' | 'sensitive'
}
/** A closed account's person is removed from every document. */
export interface ForgetEffect {
  effect: 'forget'
  memberId: MemberId
}
/** All that an account has of its own is joined to the paper member it has adopted. */
export interface JoinEffect {
  effect: 'join'
  from: MemberId
  to: MemberId
}
/**
 * A guardian took their consent back: the minor's claims return to the hall, unless the consent has been
 * given again.
 */
export interface GiveBackEffect {
  effect: 'giveBack'
  cause: string
  memberId: MemberId
}
/** A leader took a licence back: it counts nowhere, and what was claimed on it returns to the hall. */
export interface TakeLicenceEffect {
  effect: 'takeLicence'
  cause: string
  memberId: MemberId
  licence: string
}
export interface Licence {
  licence: string
  validUntil: string
}
export interface NoticeEffect {
  effect: 'notice'
  /** Derived from the event, so that the notice is stored once. */
  noticeId: string
  to: MemberId
  kind: NoticeKind
  bookingId?: string
  activityId?: string
  requestId?: string
  vacancyId?: string
  publicationId?: string
  /** The team whose hours it is about. */
  teamId?: TeamId
  title?: string
  windowFrom?: Instant
  who?: string
  /** The id of the person whose name `who` is. */
  whoId?: MemberId
  minutes?: number
  /** Another attendance had counted some of the time. */
  overlap?: Overlap
  /** Until when an answer is possible. */
  until?: Instant
  note?: string
}
/** The same notice for everybody who leads the team when the effect is carried out. */
export interface LeadersEffect extends Omit<NoticeEffect, 'effect' | 'to'> {
  effect: 'tellLeaders'
  teamId: TeamId
}
/** Pictures that no document needs any more. */
export interface ReleaseFilesEffect {
  effect: 'releaseFiles'
  fileIds: string[]
}
export interface CreditEffect {
  effect: 'credit'
  /** Absent means `recorded`. */
  kind?: 'recorded' | 'honour'
  /**
   * The id of the line that this credit takes back. The minutes are negative then, and `kind` is that line's.
   */
  reverses?: string
  /** The member on whose word the credit rests, where no service was recorded. */
  byId?: MemberId
  /** Who proposed it, where it was recorded by the word of two. */
  proposedById?: MemberId
  reason?: string
  projectId?: string
  /** What the team is called, or was when the line was written that this credit takes back. */
  teamName?: string
  memberId: MemberId
  /** Names what the minutes are for; each source is credited once. */
  source: string
  minutes: number
  teamId: TeamId
  title: string
  servedFrom: Instant
  servedTo: Instant
  /** The booking or the place at a shift that shows how much of it counted. */
  shownOn?: { collection: 'bookings' | 'shiftPlaces'; id: string }
  /** Told once the line stands, with the minutes of the line. */
  told?: NoticeEffect
}
/** A second person has approved to credit a service by word; the place or the booking follows. */
export interface WordEffect {
  effect: 'word'
  cause: string
  about: 'shift' | 'booking'
  /** The shift or the booking. */
  id: string
  memberId: MemberId
  memberName: string
  from: Instant
  to: Instant
  reason: string
  proposedById: MemberId
  byId: MemberId
}
/** A credit of which every minute of the person counts once, and why it counts for less. */
export interface CountedCredit extends CreditEffect {
  overlap?: Overlap
}

/** The sessions and shifts of an activity follow its present plan. `cause` names the event. */
export interface AlignEffect {
  effect: 'align'
  cause: string
  activityId: string
}
/** Everybody who has signed up is told of an edit or a cancellation that concerns them, once. */
export interface TellPartiesEffect {
  effect: 'tellParties'
  cause: string
  kind: 'activity_changed' | 'activity_cancelled'
  activityId: string
  title: string
  changes: PlannedChange[]
  /** Sessions that this event cancelled; their parties are told as well. */
  cancelledIds: string[]
  reason?: string
}
/** What a coordinator says to a session's parties; who they are is read when the effect is carried out. */
export interface TellSessionEffect
  extends Required<Pick<NoticeEffect, 'activityId' | 'title' | 'windowFrom' | 'who' | 'whoId' | 'note'>> {
  effect: 'tellSession'
  cause: string
  sessionId: string
  /** Also to whoever waits for a place. */
  alsoWaiting: boolean
}
/**
 * A session's confirmed parties are told that it is near; after its end, those that were present are asked
 * for feedback.
 */
export interface RemindEffect {
  effect: 'remind'
  cause: string
  sessionId: string
  /** The lesson of a course that is near. */
  lessonId?: string
  kind: 'activity_tomorrow' | 'activity_soon' | 'activity_over' | 'lesson_tomorrow'
}
/**
 * Who was at the lessons of a course has changed: a lesson's door was closed, or, with `memberId`, what stood of this
 * trainee was corrected afterwards. What rests on it is looked at anew.
 */
export interface CourseAttendanceEffect {
  effect: 'courseAttendance'
  cause: string
  sessionId: string
  memberId?: MemberId
}
/** A course was completed: whoever was at enough lessons gets a certificate. */
export interface CourseCompletedEffect {
  effect: 'courseCompleted'
  cause: string
  sessionId: string
}
/**
 * A released booking is offered to the volunteers who fit best; they are chosen when the effect is carried
 * out.
 */
export interface OfferEffect {
  effect: 'offer'
  cause: string
  bookingId: string
}
/** What a booking's claimer and requester are to each other is read; it concerns this claim alone. */
export interface RelateEffect {
  effect: 'relate'
  cause: string
  bookingId: string
  claim: number
  claimerId: MemberId
  requesterId: MemberId
}
/** What was decided of one place of a booking that wants two volunteers holds for the other, as it is then. */
export interface OtherHandEffect {
  effect: 'otherHand'
  cause: string
  what: 'cancelled' | 'changed' | 'confirmed'
  fromId: string
  otherId: string
}

/** A publication was published anew; the edition is kept as it is then. */
export interface EditionEffect extends Omit<Edition, '_id' | 'communityId'> {
  effect: 'edition'
}

/** Those whom an urgent bulletin concerns get a message, as far as they have allowed one; the timer goes through them. */
export interface MailingEffect {
  effect: 'mailing'
  publicationId: string
  edition: number
  title: string
  audience?: PublicationAudience
  until: Instant
}

/** A poll is opened about something; its id derives from what it is about. */
export interface PollEffect extends PollAbout {
  effect: 'poll'
  pollId: string
}

/** A poll was counted; what it was about follows. */
export interface PollCountedEffect extends Pick<PollAbout, 'subject' | 'subjectId'> {
  effect: 'pollCounted'
  pollId: string
  /** How many ballots have each choice. */
  counts: Record<string, number>
  at: Instant
}

/** A request came to the campaign `title`: who filed it and who supports it hear so, each of one campaign once. */
export interface GatheredEffect {
  effect: 'gathered'
  publicationId: string
  title: string
  requestId: string
}

/** The open requests of a campaign are resolved with these words, each once for this `cause`. */
export interface ResolveGatheredEffect {
  effect: 'resolveGathered'
  cause: string
  publicationId: string
  words: string
  byId: MemberId
  byName: string
}

/**
 * Those who are interested in a vacancy, or invited, hear what has `changed`; without it the vacancy is over, and an
 * interest ends with it. Who they are is read when the effect is carried out.
 */
export interface VacancyEffect {
  effect: 'vacancy'
  cause: string
  vacancyId: string
  title: string
  changed?: ToldPart[]
  reason?: string
}
