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

/** `first_come`: in the order the database applied. `draw`: by a seed that was committed to before sign-up opened. */
export type SignupRule = 'first_come' | 'draw'

/** One of a party: the caller, a dependent, or a guest by name. */
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

export const sessionWithdraw = v.object({ sessionId: id, reason: v.optional(line(1, 200)) })

/** The caller's own sign-ups, the next first. */
export const sessionMine = v.object({ when: v.picklist(['upcoming', 'past']), ...paging })

export const sessionCheckIn = v.object({ sessionId: id, code: doorCode, at: v.optional(instant) })

export const sessionAppeal = v.object({ sessionId: id, note: paragraph(2, 200) })

export const sessionUndoWalkIn = v.object({ sessionId: id, walkInId: id })

export const sessionMark = v.object({
  sessionId: id,
  marks: v.pipe(
    v.array(v.object({ memberId: id, present: v.boolean(), at: v.optional(instant) })),
    v.minLength(1),
    v.maxLength(500),
  ),
})

export const sessionWalkIn = v.object({
  sessionId: id,
  name: personName,
  size: wholeNumber(1, 10),
  at: v.optional(instant),
})

/** Telephone numbers go into it only with a reason, which each person reads in 谁看过我的信息. */
export const sessionExport = v.object({
  sessionId: id,
  withPhone: v.optional(v.boolean()),
  reason: v.optional(line(2, 100)),
})

/** What a party says after a session, once. */
export const sessionFeedback = v.object({
  sessionId: id,
  stars: wholeNumber(1, 5),
  comment: v.optional(paragraph(1, 300)),
})

/** Where a party stands with a session. */
export type SignupState =
  | 'confirmed'
  | 'waitlisted'
  | 'offered'
  | 'in_draw'
  | 'withdrawn'
  /** An offer that nobody took in its time. */
  | 'lapsed'
  /** The session was cancelled. */
  | 'cancelled'

/** Why somebody cannot join, each with a sentence in the client; the first that holds is said. */
export type CannotJoin =
  | 'not_signed_in'
  | 'not_registered'
  | 'not_verified'
  | 'not_open_yet'
  | 'closed'
  | 'cancelled'
  | 'over'
  | 'waitlist_full'
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
  /** Everybody of the party by name. */
  party: string[]
  /** What stands for the party in a draw, so that its member finds it in the proof. */
  ticket?: string
  present?: boolean
  /** Had a place and is said not to have come. */
  missed?: true
  /** What they have said to it. */
  appeal?: string
  /** They may say something to it, and it can still be put right. */
  mayExplain?: true
  /** What they gave afterwards. */
  stars?: number
  /** It is over and they were there: a word about it may be said now. */
  mayRate?: true
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
  /** Absent when the caller may sign up now. */
  cannotJoin?: CannotJoin
  shifts: ShiftView[]
  /** What else of the caller's lies at that time; it hinders nobody. */
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
}

export interface RosterParty {
  memberId: MemberId
  name: string
  size: number
  /** Everybody of the party by name. */
  names: string[]
  state: Exclude<SignupState, 'lapsed' | 'cancelled'>
  /** Why a `withdrawn` one has gone, where it was not by their own word. */
  left?: 'lapsed' | 'cancelled'
  position?: number
  present?: boolean
  /** When they were found present. */
  at?: Instant
  /** Came without a sign-up; `memberId` is then the walk-in's id. */
  walkIn?: true
  /** Had a place and was not found present. */
  missed?: true
  /** What they say to having missed it. */
  appeal?: string
}

/** A session's roster as an Excel workbook. */
export interface RosterExported {
  fileName: string
  base64: string
  parties: number
  /** With `withPhone`: the numbers of those who signed up themselves and have given one, for the printed sheet. */
  phones?: { memberId: MemberId; phone: string }[]
}

/** What was said about a session, by nobody in particular. */
export interface Feedbacks {
  count: number
  /** How often one star was given, two, and so on to five. */
  byStars: [number, number, number, number, number]
  /** The latest first. */
  comments: { at: Instant; stars: number; comment: string }[]
}

/** People, not parties. */
export interface AttendanceTally {
  expected: number
  came: number
  walkedIn: number
  missed: number
}

/** Everything to recompute a draw; no names. */
export interface DrawProof {
  /** SHA-256 of the seed in hex, shown before sign-up opens. */
  commitment: string
  /** Hex; absent until the draw. */
  seed?: string
  capacity: number
  tickets: { ticket: string; size: number; rank?: string; result?: 'confirmed' | 'waitlisted' }[]
  /** The tickets in the order of their ranks, once drawn. */
  result?: string[]
}

export const sessionOperations = {
  'session.code': { input: sessionOne, reply: reply<BookingCode>() },
  'session.checkIn': { input: sessionCheckIn, reply: reply<{ state: 'present' }>() },
  'session.mark': { input: sessionMark, reply: reply<{ marked: number; unknown: string[] }>() },
  'session.walkIn': { input: sessionWalkIn, reply: reply<{ walkInId: string }>() },
  'session.undoWalkIn': { input: sessionUndoWalkIn, reply: reply<{ walkInId: string }>() },
  'session.roster': { input: sessionOne, reply: reply<{ parties: RosterParty[]; tally: AttendanceTally }>() },
  'session.export': { input: sessionExport, reply: reply<RosterExported>() },
  'session.appeal': { input: sessionAppeal, reply: reply<{ state: 'appealed' }>() },
  'session.feedback': { input: sessionFeedback, reply: reply<{ stars: number }>() },
  'session.feedbacks': { input: sessionOne, reply: reply<Feedbacks>() },
  'session.signUp': { input: sessionSignUp, reply: reply<SignedUp>() },
  'session.withdraw': { input: sessionWithdraw, reply: reply<SignedUp>() },
  'session.acceptOffer': { input: sessionOne, reply: reply<SignedUp>() },
  'session.declineOffer': { input: sessionOne, reply: reply<SignedUp>() },
  'session.mine': { input: sessionMine, reply: reply<Page<SignupCard>>() },
  'session.drawProof': { input: sessionOne, reply: reply<DrawProof>() },
} as const satisfies Record<string, ContractRow>
