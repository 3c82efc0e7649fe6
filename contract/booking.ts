import * as v from 'valibot'
import { fileIds } from './file'
import type { Overlap } from './hours'
import { scannedCode } from './shared/attendanceCode'
import { type HelpPlace, helpPlace } from './shared/helpPlace'
import { type ContractRow, reply } from './shared/operation'
import type { RefusalCode } from './shared/refusal'
import type { Page } from './shared/scalars'
import {
  type BookingId,
  type Day,
  day,
  few,
  groupedCode,
  type Instant,
  id,
  instant,
  line,
  type MemberId,
  paging,
  paragraph,
  wholeNumber,
} from './shared/scalars'
import { hourMs } from './shared/time'

/** No series can be longer, whatever the limit of the community. */
export const mostWeeks = 26

const window = v.pipe(
  v.object({ from: instant, to: instant }),
  v.check((window) => window.to > window.from, 'to must be after from'),
  v.check((window) => window.to - window.from <= 12 * hourMs, 'at most twelve hours'),
)
export const bookingRequest = v.object({
  service: id,
  kind: id,
  description: paragraph(1, 300),
  window,
  place: helpPlace,
  address: v.optional(line(1, 100)),
  /** Where an escort goes. It may tell an illness, so it is kept and shown as the door is. */
  destination: v.optional(line(1, 60)),
  forDependentId: v.optional(id),
  /** What the volunteer should know: a dog, a ladder, a live wire. 「无」 is an answer too. */
  risks: paragraph(1, 200),
  fileIds,
  /** How many volunteers are wanted; absent: one. A series has one each time. */
  hands: v.optional(v.picklist([1, 2])),
  /** The same help every week, so many weeks from the window's on; absent: this once. */
  weeks: v.optional(wholeNumber(2, mostWeeks)),
  /** Days of the weeks that are left out, for example public holidays. */
  without: v.optional(few(day, mostWeeks)),
})
/** Which public holidays the days of a series would fall on. */
export const bookingWeeks = v.object({ from: instant, weeks: wholeNumber(2, mostWeeks) })
export const bookingList = v.object({
  scope: v.picklist(['open', 'mine', 'claimed', 'team']),
  /** Filters of the hall; the other lists ignore them. */
  teamId: v.optional(id),
  estateId: v.optional(id),
  kind: v.optional(id),
  day: v.optional(day),
  ...paging,
})
export const bookingGet = v.object({ bookingId: id })
/** `restOfSeries`: this one and those of its series that come after it. */
const restOfSeries = v.optional(v.boolean())
export const bookingClaim = v.object({ bookingId: id, restOfSeries })
export const bookingRelease = v.object({ bookingId: id, reason: line(1, 200), restOfSeries })
export const bookingCancel = v.object({ bookingId: id, reason: line(1, 200), restOfSeries })
/** What is absent stays as it is. The kind of help cannot be changed: it decides who may come. */
export const bookingChange = v.object({
  bookingId: id,
  window: v.optional(window),
  description: v.optional(paragraph(1, 300)),
  risks: v.optional(paragraph(1, 200)),
  place: v.optional(helpPlace),
  address: v.optional(line(1, 100)),
  destination: v.optional(line(1, 60)),
})
export const bookingCode = v.object({ bookingId: id })
export const bookingSlip = v.object({ bookingId: id })
/** Six typed digits, the eight of a printed slip, or what the scanned code holds (see attendanceCode). */
const code = v.union([v.pipe(groupedCode, v.regex(/^(\d{6}|\d{8})$/)), scannedCode])
export const bookingCheckIn = v.object({ bookingId: id, code, at: v.optional(instant) })
export const bookingCheckOut = bookingCheckIn
/** A party says that the other party did not come; the accused may appeal. */
export const bookingNoShow = v.object({ bookingId: id, note: line(1, 200) })
/** The leader's decision on a no-show: whether it stands. */
export const bookingDecideNoShow = v.object({
  bookingId: id,
  claim: v.pipe(v.number(), v.integer(), v.minValue(1)),
  stands: v.boolean(),
  reason: line(1, 200),
})
export const bookingNoShows = v.object({ teamId: id, ...paging })
export const bookingConfirm = v.object({
  bookingId: id,
  stars: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  comment: v.optional(paragraph(1, 300)),
})

/** Without a team, the list covers every team the caller leads and every grid the caller works for. */
export const bookingAtRisk = v.object({ teamId: v.optional(id), ...paging })
export const bookingCandidates = v.object({ bookingId: id })
export const bookingDispatch = v.object({ bookingId: id, memberId: id })
export const bookingInvite = v.object({
  bookingId: id,
  memberIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(20)),
})
export const bookingForgotten = v.object({ teamId: v.optional(id), ...paging })
export const bookingObject = v.object({ bookingId: id, note: line(2, 200) })
export const bookingSettle = v.object({
  bookingId: id,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60)),
  reason: line(1, 200),
})

/**
 * Why silence does not credit a service. `forgotten`: nobody checked out. `overrun`: it ended long after the
 * planned end. `related`: the two live in one dwelling, or one acts for the other. `resumed`: the check-in
 * arrived after the booking had been cancelled, or the claim given back. `objected`: it was to be credited by word, and
 * the requester says that it was not so.
 */
export type BookingWait = 'forgotten' | 'overrun' | 'related' | 'resumed' | 'objected'
/** What the requester and the claimer are to each other: they share a dwelling, or one acts for the other. */
export type Relation = 'dwelling' | 'proxy'

export type BookingState = 'open' | 'claimed' | 'in_service' | 'done' | 'confirmed' | 'cancelled' | 'expired'

/** What a caller is to a booking; it decides what they see and may do. */
export type BookingPart = 'requester' | 'claimer' | 'team' | 'staff'

/** What the caller may do next, in the order it should be offered. */
export type BookingStep =
  | 'claim'
  | 'checkIn'
  | 'checkOut'
  | 'showCode'
  | 'confirm'
  | 'object'
  | 'settle'
  | 'word'
  | 'dispatch'
  | 'noShow'
  | 'change'
  | 'release'
  | 'cancel'

/** Why a booking and a volunteer go together, or do not; the screen has the words for it. */
export type MatchReason =
  | { reason: 'invited' | 'same_estate' | 'week_free' | 'at_risk' | 'clash' | 'gave_back' | 'too_young' }
  | { reason: 'skill'; skill: string }
  | { reason: 'licence' | 'licence_missing'; licence: string }
  /** The number of bookings the volunteer has promised in the week of this booking. */
  | { reason: 'week_load'; count: number }

/** What one of a series is in it. */
export interface InSeries {
  /** From 1, in the order of the weeks. */
  number: number
  of: number
  /** In a list that shows the series as one: how many of it are still ahead, this one among them. */
  ahead?: number
}
/** Two volunteers are wanted. */
export interface TwoHands {
  /** Which of the two places this is. */
  number: 1 | 2
  /** How many of the two are claimed, where the list or the page knows it. */
  claimed?: 0 | 1 | 2
}
export interface BookingCard {
  bookingId: BookingId
  state: BookingState
  service: string
  kind: string
  /** The service's and the kind's titles as they were when it was booked. */
  serviceTitle: string
  kindTitle: string
  teamId: string
  window: { from: Instant; to: Instant }
  place: HelpPlace
  estateId: string
  gridId: string
  needsLicence?: string
  /** The least age of a volunteer; absent where every volunteer is old enough. */
  minAge?: number
  /** A new member of the team cannot claim it. */
  experienced?: true
  part: BookingPart
  /** In the hall: the reasons for the booking's rank, the strongest first. */
  match?: MatchReason[]
  /** The dependent it is for; only the requester, the claimer and staff see it. */
  forName?: string
  series?: InSeries
  hands?: TwoHands
}
/** Another of the same series, in the order of the weeks. */
export interface SeriesEntry {
  bookingId: BookingId
  number: number
  window: { from: Instant; to: Instant }
  state: BookingState
  /** Who comes; for the requester and staff. */
  who?: string
  /** The caller has claimed it. */
  mine?: true
}
/** The other place of a booking that wants two volunteers. */
export interface OtherHand {
  bookingId: BookingId
  state: BookingState
  /** Who comes there; for those concerned. */
  name?: string
  /** The caller has claimed it. */
  mine?: true
  checkedInAt?: Instant
  checkedOutAt?: Instant
  minutes?: number
  /** What the caller may do next of it. */
  steps: BookingStep[]
}
export interface BookingEvent {
  at: Instant
  event:
    | 'requested'
    | 'claimed'
    | 'released'
    | 'cancelled'
    /** The requester changed the window, the texts or the place, or both. */
    | 'moved'
    | 'changed'
    | 'moved_changed'
    | 'checked_in'
    | 'checked_out'
    | 'confirmed'
    | 'confirmed_by_silence'
    | 'closed_at_planned_end'
    | 'expired'
    | 'slip_printed'
    /** One side is said not to have come: the volunteer, or the resident. */
    | 'no_show_claimer'
    | 'no_show_requester'
    | 'leaders_told'
    | 'grid_told'
    | 'invited'
    | 'offered'
    | 'dispatched'
    | 'settled'
    | 'worded'
    | 'objected'
    /** A code of a claim that had ended proves that its volunteer was there. */
    | 'proved'
  /** The person's name; absent for what time alone did. */
  who?: string
  /** `who` did it for the person concerned, as a proxy or as a worker. */
  onBehalf?: true
  note?: string
}
/** Who is said not to have come. */
export type NoShowSide = 'claimer' | 'requester'
/** `appealed`: the accused has appealed, and the leader has not decided yet. */
export type NoShowState = 'said' | 'appealed' | 'upheld' | 'lifted'
/**
 * A code of a claim that arrived after the claim had ended, or a no-show was said: the volunteer had checked
 * in or out without a network.
 */
export interface AttendanceProof {
  step: 'checkIn' | 'checkOut'
  /** When it happened, as the code proves it. */
  at: Instant
  how: 'scan' | 'typed' | 'slip'
  reportedAt: Instant
}
/** A no-show as its two parties and the leaders of the team see it; nobody else sees it. */
export interface NoShowView {
  /** The number of the claim it is about, from 1. */
  claim: number
  side: NoShowSide
  accusedName: string
  saidByName: string
  saidAt: Instant
  note: string
  state: NoShowState
  /** The caller's side in it. */
  own?: 'accused' | 'said'
  appeal?: { at: Instant; note: string }
  proofs?: AttendanceProof[]
  word?: { at: Instant; who: string; reason: string }
  /** The caller may appeal until then. */
  appealUntil?: Instant
  mayDecide?: true
}
/** A no-show that waits for the leader's decision, in a list. */
export interface NoShowCard extends NoShowView {
  bookingId: BookingId
  kindTitle: string
  windowFrom: Instant
}
export interface BookingDetail extends BookingCard {
  /** Pictures of the problem; `file.url` gives each. */
  photoIds?: string[]
  /** The team reads it, and the risks, only after WeChat's text check has passed it. */
  description?: string
  risks?: string
  requesterName?: string
  claimer?: { memberId: MemberId; name: string }
  /**
   * Only for the claimer while the booking is claimed, and for staff; each opening is on record. `needs` says
   * what to mind when helping the dependent it is for.
   */
  contact?: { phone?: string; door: string; needs?: string }
  /** Where an escort goes; for the requester, and for whoever is shown `contact`. */
  destination?: string
  /** `contact` stays closed for staff who have spent the day's looks. */
  lookupsSpent?: true
  checkedInAt?: Instant
  checkedOutAt?: Instant
  minutes?: number
  /** What of the minutes another service of the claimer had counted; its titles are for the claimer and staff. */
  overlap?: Overlap
  stars?: number
  /** What the requester wrote with the stars. */
  comment?: string
  /** A check-in or check-out was reported long after it happened; the leader should check it. */
  reportedLate?: boolean
  /** A code of a printed slip was used: the service counts for the booked time at most. */
  bySlip?: true
  /** The time at which the minutes are credited if the requester says nothing. */
  confirmsItselfAt?: Instant
  /** Whose word it waits for: the leader's, but the requester's does for `overrun` and `resumed` as well. */
  waits?: BookingWait
  /** It is credited by word, without a code; the reason is in the timeline. */
  byWord?: true
  /** For staff: why the claimer's minutes need a leader's word. */
  related?: Relation
  /** For staff: what proves that volunteers were there whose claims had ended. */
  proofs?: AttendanceProof[]
  /** The no-shows of this booking's claims that the caller may see. */
  noShows?: NoShowView[]
  timeline: BookingEvent[]
  steps: BookingStep[]
  /** The whole series, this one among it. */
  seriesEntries?: SeriesEntry[]
  otherHand?: OtherHand
  /** When `checkIn` opens. */
  checkInOpensAt: Instant
}
export interface SlipCodes {
  checkIn?: string
  checkOut: string
}
/** A printed page for a person without a phone. It shows neither their door nor their number. */
export interface Slip {
  bookingId: BookingId
  /** The dependent whom the booking is for, or the requester. */
  forName: string
  serviceTitle: string
  kindTitle: string
  window: { from: Instant; to: Instant }
  place: HelpPlace
  /** Absent while nobody has claimed the booking; `codes` is absent then as well. */
  claimer?: { name: string; team?: string; volunteerNo?: string }
  /** Where an escort goes. */
  destination?: string
  /** What there is to mind, as the booking says it; empty where it says nothing. */
  prepare: string[]
  /** Eight digits each; each counts once, for this booking and this claimer. A new slip makes them void. */
  codes?: SlipCodes
  /** The second volunteer of a booking that wants two, with codes of their own. */
  second?: Pick<Slip, 'claimer' | 'codes'>
  /** Whom the resident may call. */
  community: { name: string; phone: string }
  printedAt: Instant
  /** Who printed it. */
  printedBy: string
}
/** A booking at risk, as the leaders or the grid's workers see it. */
export interface BookingAtRisk extends BookingCard {
  requestedAt: Instant
  /** Who has been told: the leaders alone, or the grid's workers as well. */
  told: 'leader' | 'grid'
  /** How many volunteers have been asked. */
  invited: number
}
/** A volunteer who could be asked or sent; in a list the best match is first. */
export interface BookingCandidate {
  memberId: MemberId
  name: string
  match: MatchReason[]
  /** The volunteer has been asked already. */
  invited?: true
  /** Why the volunteer cannot be sent; absent where they can. */
  fault?: { code: RefusalCode; message: string }
}
/** One booking, and the volunteers who could be asked or sent for it. */
export interface BookingCandidates {
  booking: BookingCard
  items: BookingCandidate[]
}
/** A booking that silence does not credit and that a leader may settle. */
export interface BookingForgotten extends BookingCard {
  claimer: { memberId: MemberId; name: string }
  checkedInAt: Instant
  /** The minutes until the check-out, or the planned end; the leader cannot settle on more. */
  minutes: number
  waits: BookingWait
}
export interface BookingMoved {
  state: BookingState
}
export interface BookingClaimed extends BookingMoved {
  /** The booking that was claimed, where it is not the one that was asked for: the other of two places, a later one. */
  bookingId?: BookingId
  /** Of a whole series: how many are the caller's now, and which are not, with the reason. */
  series?: { claimed: number; left: { number: number; from: Instant; why: 'clash' | 'taken' }[] }
}
export interface BookingSeriesMoved extends BookingMoved {
  /** Of a whole series: how many were moved. */
  moved?: number
}
export interface BookingRequested extends BookingMoved {
  bookingId: BookingId
  /** The length of the series that was made. */
  of?: number
}
/** A day of a series before it is booked. */
export interface SeriesDay {
  day: Day
  from: Instant
  /** The public holiday it falls on. */
  holiday?: string
}
export interface BookingMinutes extends BookingMoved {
  minutes?: number
  /** It arrived too late to count by itself: it is kept for the leader, who decides. */
  noted?: true
}
export interface BookingCode {
  code: string
  validUntil: Instant
  /** Base32; the phone computes later codes from it, also without a network. */
  secret: string
  stepSeconds: number
}

export const bookingOperations = {
  'booking.request': { input: bookingRequest, reply: reply<BookingRequested>() },
  'booking.weeks': { input: bookingWeeks, reply: reply<{ days: SeriesDay[] }>() },
  'booking.list': { input: bookingList, reply: reply<Page<BookingCard>>() },
  'booking.get': { input: bookingGet, reply: reply<BookingDetail>() },
  'booking.claim': { input: bookingClaim, reply: reply<BookingClaimed>() },
  'booking.release': { input: bookingRelease, reply: reply<BookingSeriesMoved>() },
  'booking.cancel': { input: bookingCancel, reply: reply<BookingSeriesMoved>() },
  'booking.change': { input: bookingChange, reply: reply<BookingMoved>() },
  'booking.code': { input: bookingCode, reply: reply<BookingCode>() },
  'booking.slip': { input: bookingSlip, reply: reply<Slip>() },
  'booking.checkIn': { input: bookingCheckIn, reply: reply<BookingMinutes>() },
  'booking.checkOut': { input: bookingCheckOut, reply: reply<BookingMinutes>() },
  'booking.confirm': { input: bookingConfirm, reply: reply<BookingMinutes>() },
  'booking.noShow': { input: bookingNoShow, reply: reply<BookingMoved>() },
  'booking.appeal': { input: bookingNoShow, reply: reply<{ state: NoShowState }>() },
  'booking.decideNoShow': { input: bookingDecideNoShow, reply: reply<{ state: NoShowState }>() },
  'booking.noShows': { input: bookingNoShows, reply: reply<Page<NoShowCard>>() },
  'booking.atRisk': { input: bookingAtRisk, reply: reply<Page<BookingAtRisk>>() },
  'booking.candidates': { input: bookingCandidates, reply: reply<BookingCandidates>() },
  'booking.dispatch': { input: bookingDispatch, reply: reply<BookingMoved>() },
  'booking.invite': { input: bookingInvite, reply: reply<BookingMoved>() },
  'booking.forgotten': { input: bookingForgotten, reply: reply<Page<BookingForgotten>>() },
  'booking.object': { input: bookingObject, reply: reply<BookingMoved>() },
  'booking.settle': { input: bookingSettle, reply: reply<BookingMinutes>() },
} as const satisfies Record<string, ContractRow>
