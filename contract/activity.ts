import * as v from 'valibot'
import { manyPictures } from './file'
import {
  type Day,
  day,
  type Instant,
  id,
  instant,
  line,
  type MemberId,
  paging,
  paragraph,
  personName,
} from './shared/scalars'

export const activityKinds = ['festival', 'training', 'birthday', 'lecture', 'other'] as const
export type ActivityKind = (typeof activityKinds)[number]
export type ActivityState = 'draft' | 'published' | 'closed' | 'finished' | 'cancelled'
/** `first_come`: in the order the database applied. `draw`: by a seed that was committed to before sign-up opened. */
export type SignupRule = 'first_come' | 'draw'

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const few = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most))

/** For whom it is; a part left out asks nothing. Every one of a party must fit, save that `withChild` asks for one under 14 and one adult. */
export const audience = v.object({
  gridIds: v.optional(few(id, 50)),
  estateIds: v.optional(few(id, 50)),
  minAge: v.optional(whole(0, 120)),
  maxAge: v.optional(whole(0, 120)),
  withChild: v.optional(v.literal(true)),
})
export type Audience = v.InferOutput<typeof audience>

const shiftPlan = v.object({
  /** Of a shift that exists already; a new one has none. */
  shiftId: v.optional(id),
  name: line(1, 20),
  capacity: whole(1, 100),
  /** The team whose ledger the minutes belong to; the community's Women's team where left out. */
  teamId: v.optional(id),
})
const sessionPlan = v.pipe(
  v.object({
    sessionId: v.optional(id),
    from: instant,
    to: instant,
    capacity: whole(1, 500),
    shifts: v.optional(few(shiftPlan, 10)),
  }),
  v.check((plan) => plan.to > plan.from, 'to must be after from'),
  v.check((plan) => plan.to - plan.from <= 24 * 3_600_000, 'at most twenty-four hours'),
)
const signupPlan = v.pipe(
  v.object({
    opensAt: instant,
    closesAt: instant,
    rule: v.picklist(['first_come', 'draw']),
    /** People in one party at most. */
    partyMax: whole(1, 10),
    audience: v.optional(audience),
  }),
  v.check((plan) => plan.closesAt > plan.opensAt, 'closesAt must be after opensAt'),
)
const content = {
  kind: v.picklist(activityKinds),
  title: line(1, 40),
  summary: paragraph(1, 1000),
  place: line(1, 60),
  sessions: v.pipe(v.array(sessionPlan), v.minLength(1), v.maxLength(20)),
  signup: signupPlan,
  /** Transport subsidy of a training, for one person. */
  subsidyFen: v.optional(whole(0, 1_000_000)),
  /** The festival or template it was made from, for the month's view. */
  festival: v.optional(id),
}

/** The edition that was read: when another stands by now, nothing is written. Without it, the last one wins. */
const rev = v.optional(whole(0, Number.MAX_SAFE_INTEGER))

/** Without an id a new draft; with one it replaces that draft. */
export const activitySaveDraft = v.object({ activityId: v.optional(id), rev, ...content })
/** A draft by its id, or the whole content to publish at once. */
export const activityPublish = v.union([v.object({ activityId: id }), v.object(content)])
/** What is given replaces what was there; everybody concerned is told what changed. */
export const activityEdit = v.object({ activityId: id, rev, ...v.partial(v.object(content)).entries })
/** A new draft; its dates are moved by `shiftDays`, or to next year's date of the same festival. */
export const activityCopy = v.object({ activityId: id, shiftDays: v.optional(whole(-3650, 3650)) })
export const activityCancel = v.object({ activityId: id, reason: line(1, 200) })
export const activityList = v.object({
  /** `drafts` and `mine` are the coordinator's and the resident's own. */
  when: v.picklist(['upcoming', 'past', 'drafts']),
  kind: v.optional(v.picklist(activityKinds)),
  ...paging,
})
export const activityGet = v.object({ activityId: id })
/** What a coordinator may begin from, with dates proposed after the lunar calendar. */
export const activityTemplates = v.object({ from: v.optional(day) })
/** Elders whose birthday falls in the month, by solar or lunar date. */
export const activityBirthdays = v.object({
  month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  reason: line(2, 100),
})

/** Asks members to come, each once. */
export const activityInvite = v.object({
  activityId: id,
  memberIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(100)),
})

/** Pictures that one activity may show. */
export const manyPhotos = 12
/** Pictures that `file.begin` announced as `activity_photo`, and what they show. */
export const activityAddPhotos = v.object({
  activityId: id,
  fileIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(manyPictures)),
  caption: v.optional(line(1, 60)),
})
export const activityRemovePhoto = v.object({ activityId: id, fileId: id })

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
const code = v.pipe(v.string(), v.trim(), v.regex(/^(\d{6}|LL1\.\d{1,12}\.[A-Z2-7]{16})$/))
export const sessionCheckIn = v.object({ sessionId: id, code, at: v.optional(instant) })
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
  size: whole(1, 10),
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
  stars: whole(1, 5),
  comment: v.optional(paragraph(1, 300)),
})
export const shiftOne = v.object({ shiftId: id })
export const shiftAttend = v.object({ shiftId: id, code, at: v.optional(instant) })
/** Without `memberIds` everybody who has checked out; a check-out that was forgotten is confirmed by name only. */
export const shiftConfirm = v.object({
  shiftId: id,
  memberIds: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(100))),
})
export const shiftMine = v.object({ when: v.picklist(['upcoming', 'past']), ...paging })
export const shiftRoster = v.object({ sessionId: id })

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

export interface Published {
  activityId: string
  sessionIds: string[]
  /** In the order of the sessions and, inside one, of its shifts. */
  shiftIds: string[]
}
export interface ActivityCard {
  activityId: string
  kind: ActivityKind
  festival?: string
  /** What the lunar calendar calls the first day, such as `正月十五`; only of a festival or template. */
  lunar?: string
  title: string
  place: string
  state: ActivityState
  /** Of the first session that is not over, or the last. */
  from: Instant
  to: Instant
  sessionCount: number
  signup: { opensAt: Instant; closesAt: Instant; rule: SignupRule }
  capacity: number
  free: number
  waiting: number
  photoFileId?: string
}
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
/** Something of the caller's own that overlaps a session. */
export interface Clash {
  what: 'session' | 'booking' | 'shift'
  from: Instant
  to: Instant
  /** Absent for a booking: it is the booking's own page that says more. */
  title?: string
}
export interface ShiftView {
  shiftId: string
  sessionId: string
  name: string
  from: Instant
  to: Instant
  teamId: string
  capacity: number
  free: number
  mine?: { state: ShiftPlaceState; minutes?: number; checkedInAt?: Instant; checkedOutAt?: Instant }
}
export type ShiftPlaceState =
  | 'confirmed'
  | 'withdrawn'
  | 'in_service'
  /** Checked out, or closed at the planned end; the minutes wait for a word. */
  | 'done'
  | 'credited'
  | 'absent'
  /** The shift was cancelled. */
  | 'cancelled'
export interface ShiftMoved {
  state: ShiftPlaceState
  minutes?: number
}
/** A shift of the caller's. */
export interface MyShift {
  shiftId: string
  activityId: string
  sessionId: string
  /** Of the activity. */
  title: string
  name: string
  teamId: string
  from: Instant
  to: Instant
  state: ShiftPlaceState
  minutes?: number
  checkedInAt?: Instant
  checkedOutAt?: Instant
}
/** One volunteer of a shift, as whoever runs it sees them. */
export interface ShiftVolunteer {
  memberId: MemberId
  name: string
  state: ShiftPlaceState
  minutes?: number
  checkedInAt?: Instant
  checkedOutAt?: Instant
  /** Reported late: worth a look before it is confirmed. */
  late?: true
  /** Nobody checked out; it was closed at the planned end and is confirmed by name only. */
  forgotten?: true
}
export interface ShiftLines {
  shiftId: string
  name: string
  teamId: string
  from: Instant
  to: Instant
  capacity: number
  free: number
  volunteers: ShiftVolunteer[]
}
export interface ActivityDetail extends ActivityCard {
  summary: string
  subsidyFen?: number
  partyMax: number
  audience?: Audience
  sessions: SessionView[]
  photos: { fileId: string; caption?: string }[]
  /** What was changed after it was published, the newest first. */
  changes: { at: Instant; what: string[] }[]
  cancelReason?: string
  /** The caller runs it. */
  mayRun?: true
  /** Only for who runs it: the edition, to be sent back with an edit. */
  rev?: number
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
export interface Template {
  template: string
  kind: ActivityKind
  title: string
  summary: string
  place: string
  /** The day it falls on next; for a day of the lunar calendar also in its words, such as 正月十五. */
  day: Day
  lunar?: string
  /** `HH:mm` on the wall clock. */
  begins: string
  durationMinutes: number
  capacity: number
  shifts: { name: string; capacity: number }[]
  audience?: Audience | undefined
}
export interface Celebrant {
  memberId: MemberId
  name: string
  /** Of the dependent of `memberId` whose birthday it is. */
  dependentId?: string
  day: Day
  turns: number
  /** Of a birthday that is kept by the lunar calendar: its words. */
  lunar?: string
}
