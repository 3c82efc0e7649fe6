import * as v from 'valibot'
import type { BookingCode } from './booking'
import { doorCode } from './shared/attendanceCode'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import {
  type Instant,
  id,
  instant,
  line,
  type MemberId,
  paging,
  paragraph,
  personName,
  wholeNumber,
} from './shared/scalars'
import type { Clash, ShiftView } from './shift'

/**
 * `first_come`: places go in the order in which the database applied the sign-ups. `draw`: places go by a
 * seed that was committed to before sign-up opened.
 */
export type SignupRule = 'first_come' | 'draw'

/** One person of a party: the caller, a dependent, or a guest by name. */
const companion = v.union([
  v.strictObject({ self: v.literal(true) }),
  v.strictObject({ dependentId: id }),
  v.strictObject({ name: personName, under14: v.optional(v.boolean()) }),
])

export const sessionSignUp = v.object({
  sessionId: id,
  party: v.pipe(v.array(companion), v.minLength(1), v.maxLength(10)),
})

export const sessionOne = v.object({ sessionId: id })

/** The lesson of a course whose door is meant; absent: the one that is on, or else the next, or else the last. */
const lessonId = v.optional(id)

/** A session, or one lesson of a course. */
export const sessionDoor = v.object({ sessionId: id, lessonId })

export const sessionWithdraw = v.object({ sessionId: id, reason: v.optional(line(1, 200)) })

/** Who of the party still comes, by the names that `MySignup.party` has; nobody is added. */
export const sessionChangeParty = v.object({
  sessionId: id,
  names: v.pipe(v.array(line(1, 40)), v.minLength(1), v.maxLength(10)),
})

/** The caller's own sign-ups, the next first. */
export const sessionMine = v.object({ when: v.picklist(['upcoming', 'past']), ...paging })

export const sessionCheckIn = v.object({
  sessionId: id,
  lessonId,
  code: doorCode,
  at: v.optional(instant),
})

/** Of a course without a lesson: that one is said never to have come. */
export const sessionAppeal = v.object({ sessionId: id, lessonId, note: paragraph(2, 200) })

export const sessionUndoWalkIn = v.object({ sessionId: id, lessonId, walkInId: id })

export const sessionMark = v.object({
  sessionId: id,
  lessonId,
  marks: v.pipe(
    v.array(v.object({ memberId: id, present: v.boolean(), at: v.optional(instant) })),
    v.minLength(1),
    v.maxLength(500),
  ),
})

export const sessionWalkIn = v.object({
  sessionId: id,
  lessonId,
  name: personName,
  size: wholeNumber(1, 10),
  at: v.optional(instant),
})

/** Of a course without a lesson: everybody by all lessons. Telephone numbers are included only with a reason, which each person reads in 谁看过我的信息. */
export const sessionExport = v.object({
  sessionId: id,
  lessonId,
  withPhone: v.optional(v.boolean()),
  reason: v.optional(line(2, 100)),
})

/** Something to whoever has a place, or waits for one, too. */
export const sessionTell = v.object({
  sessionId: id,
  words: paragraph(2, 120),
  alsoWaiting: v.optional(v.boolean()),
})

/** A party's feedback after a session, given once. */
export const sessionFeedback = v.object({
  sessionId: id,
  stars: wholeNumber(1, 5),
  comment: v.optional(paragraph(1, 300)),
})

/** The state of a party's sign-up. */
export type SignupState =
  | 'confirmed'
  | 'waitlisted'
  | 'offered'
  | 'in_draw'
  | 'withdrawn'
  /** The party did not take its offer in time. */
  | 'lapsed'
  /** The session was cancelled. */
  | 'cancelled'

/** Why somebody cannot sign up. The client has a sentence for each, and the first that holds is given. */
export type CannotJoin =
  | 'not_signed_in'
  | 'not_registered'
  | 'not_verified'
  | 'not_open_yet'
  | 'closed'
  | 'cancelled'
  | 'over'
  | 'waitlist_full'
  | 'volunteers_only'
  | 'other_grid'
  | 'other_estate'
  | 'too_young'
  | 'too_old'
  | 'age_unknown'
  | 'needs_child'

export interface MySignup {
  state: SignupState
  size: number
  /** 1 is next; only while waitlisted. */
  position?: number
  /** Only while offered. */
  offerUntil?: Instant
  /** The names of everybody in the party. */
  party: string[]
  /** The party's ticket in a draw; its member finds it in the proof. */
  ticket?: string
  present?: boolean
  /** Lapsed since nobody saw the trainee at the first lessons of the course. */
  passedOn?: true
  /** The party had a place and is noted as missed. */
  missed?: true
  /** The party's appeal against it. */
  appeal?: string
  /** The party may still appeal. */
  mayExplain?: true
  /** The stars that the party gave. */
  stars?: number
  /** The session is over, the party was there, and it may give feedback now. */
  mayRate?: true
}

/** One lesson of a course. */
export interface LessonView {
  lessonId: string
  from: Instant
  to: Instant
  /** Where it differs from the activity's place. */
  place?: string
  trainer?: string
  cancelled?: true
  /** The lesson that it makes up for. */
  makesUp?: string
  /** Whether the viewer was there; absent where nobody has said so yet. */
  attended?: boolean
  /** What the viewer says against having missed it. */
  appeal?: string
  /** The viewer is noted as missing, and may say otherwise. */
  mayExplain?: true
}

/** What completes a course, and how far somebody has come. */
export interface CourseProgress {
  /** At how many of the lessons they have been; absent for who has no place. */
  attended?: number
  /** How many lessons count. */
  of: number
  /** How many complete the course. */
  least: number
}

export interface SessionView {
  sessionId: string
  from: Instant
  to: Instant
  capacity: number
  free: number
  waiting: number
  state: 'open' | 'drawing' | 'drawn' | 'closed' | 'finished' | 'cancelled'
  mine?: MySignup
  /** How many people came, walk-ins too; for coordinators, once it is over. */
  came?: number
  /** Absent when the caller may sign up now. */
  cannotJoin?: CannotJoin
  shifts: ShiftView[]
  /** The lessons of a course, in the order of their beginnings. */
  lessons?: LessonView[]
  /** What completes the course, and how far the viewer has come. */
  progress?: CourseProgress
  /** The caller's other sign-ups, bookings and shifts at that time; they do not prevent a sign-up. */
  clashes?: Clash[]
}

export interface SignedUp {
  state: SignupState
  position?: number
  offerUntil?: Instant
}

/** One of the caller's own sign-ups. */
export interface SignupCard {
  sessionId: string
  activityId: string
  title: string
  place: string
  from: Instant
  to: Instant
  session: SessionView['state']
  mine: MySignup
  /** Of a course: `from`, `to`, `place` and whether one is present are those of its next lesson. */
  progress?: CourseProgress
  lessonId?: string
}

export interface RosterParty {
  memberId: MemberId
  name: string
  size: number
  /** The names of everybody in the party. */
  names: string[]
  state: Exclude<SignupState, 'lapsed' | 'cancelled'>
  /** Why the party is `withdrawn`, where it did not withdraw by itself. */
  left?: 'lapsed' | 'cancelled'
  position?: number
  present?: boolean
  /** When the party was marked present. */
  at?: Instant
  /** The party came without a sign-up; `memberId` is then the walk-in's id. */
  walkIn?: true
  /** The party had a place and was not marked present. */
  missed?: true
  /** The party's appeal against being noted as missed. */
  appeal?: string
  /** Of a course: whether the trainee was at each lesson; a lesson of which nobody has said anything is absent. */
  attended?: Record<string, boolean>
  /** Not marked as present, though a code proves that the party was there then; it arrived later. */
  provedAt?: Instant
}

/** Which session a roster is of. */
export interface RosterHead {
  activityId: string
  title: string
  place: string
  from: Instant
  to: Instant
  /** The lesson of a course whose door it is; its times and place are those above. */
  lessonId?: string
  /** All lessons of the course. */
  lessons?: LessonView[]
}

/** What a coordinator has said to a session's parties. */
export interface ToldWords {
  at: Instant
  who: string
  words: string
  /** It went to those who waited, too. */
  alsoWaiting: boolean
  /** How many parties it went to. */
  told: number
}

/** What has been said to a session's parties, the latest first, and to whom something could be said now. */
export interface Tellings {
  session: RosterHead
  /** Parties with a place or an offer. */
  placed: number
  /** Parties that wait, or stand in the draw. */
  waiting: number
  tellings: ToldWords[]
  /** When something may be said next; absent where it may be said now. */
  nextAt?: Instant
  /** It is over or cancelled: nothing is said any more. */
  over?: true
  /** The notice as residents read it, before and after the words. */
  notice: { title: string; before: string; after: string }
}

/** `noted`: the list says that the party was not there; the code is kept beside it, and the coordinator is told. */
export type SessionCheckedIn = { state: 'present'; noted?: never } | { state: 'absent'; noted: true }

/** A session's roster as an Excel workbook. */
export interface RosterExported {
  fileName: string
  base64: string
  parties: number
  /**
   * With `withPhone`: the telephone numbers of parties' own members, where one is known; for the printed
   * sheet.
   */
  phones?: { memberId: MemberId; phone: string }[]
}

/** The feedback on a session, without names. */
export interface Feedbacks {
  count: number
  /** How often one star was given, then two, and so on to five. */
  byStars: [number, number, number, number, number]
  /** The newest first. */
  comments: { at: Instant; stars: number; comment: string }[]
}

/** Counts people, not parties. */
export interface AttendanceTally {
  expected: number
  came: number
  walkedIn: number
  missed: number
}

export interface Roster {
  session: RosterHead
  parties: RosterParty[]
  tally: AttendanceTally
}

/** Everything needed to compute a draw again; it has no names. */
export interface DrawProof {
  /** SHA-256 of the seed in hex, shown before sign-up opens. */
  commitment: string
  /** Hex; absent until the draw. */
  seed?: string
  capacity: number
  tickets: { ticket: string; size: number; rank?: string; result?: 'confirmed' | 'waitlisted' }[]
  /** The tickets in the order of their ranks; absent until the draw. */
  result?: string[]
}

export const sessionOperations = {
  'session.code': { input: sessionDoor, reply: reply<BookingCode>() },
  'session.checkIn': { input: sessionCheckIn, reply: reply<SessionCheckedIn>() },
  'session.mark': { input: sessionMark, reply: reply<{ marked: number; unknown: string[] }>() },
  'session.walkIn': { input: sessionWalkIn, reply: reply<{ walkInId: string }>() },
  'session.undoWalkIn': { input: sessionUndoWalkIn, reply: reply<{ walkInId: string }>() },
  'session.roster': { input: sessionDoor, reply: reply<Roster>() },
  'session.tell': { input: sessionTell, reply: reply<{ told: number }>() },
  'session.tellings': { input: sessionOne, reply: reply<Tellings>() },
  'session.export': { input: sessionExport, reply: reply<RosterExported>() },
  'session.appeal': { input: sessionAppeal, reply: reply<{ state: 'appealed' }>() },
  'session.feedback': { input: sessionFeedback, reply: reply<{ stars: number }>() },
  'session.feedbacks': { input: sessionOne, reply: reply<Feedbacks>() },
  'session.signUp': { input: sessionSignUp, reply: reply<SignedUp>() },
  'session.withdraw': { input: sessionWithdraw, reply: reply<SignedUp>() },
  'session.changeParty': { input: sessionChangeParty, reply: reply<SignedUp>() },
  'session.acceptOffer': { input: sessionOne, reply: reply<SignedUp>() },
  'session.declineOffer': { input: sessionOne, reply: reply<SignedUp>() },
  'session.mine': { input: sessionMine, reply: reply<Page<SignupCard>>() },
  'session.drawProof': { input: sessionOne, reply: reply<DrawProof>() },
} as const satisfies Record<string, ContractRow>
