import * as v from 'valibot'
import { manyPictures } from './file'
import type { SessionView, SignupRule } from './session'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import {
  type Day,
  day,
  few,
  type Instant,
  id,
  instant,
  line,
  type MemberId,
  paging,
  paragraph,
  type TeamId,
  wholeNumber,
} from './shared/scalars'
import { dayMs } from './shared/time'

export const activityKinds = ['festival', 'training', 'birthday', 'lecture', 'other'] as const

export type ActivityKind = (typeof activityKinds)[number]

/** What a transport subsidy is counted by. */
export const subsidyRates = ['lesson', 'course'] as const
export type SubsidyRate = (typeof subsidyRates)[number]

/** The kinds that a team's leader publishes; the others are the Women's Home's. */
export const teamActivityKinds: readonly ActivityKind[] = ['festival', 'lecture', 'other']

export type ActivityState = 'draft' | 'published' | 'closed' | 'finished' | 'cancelled'

/**
 * For whom the activity is. An absent field asks nothing. Everybody in a party must fit, except that
 * `withChild` asks for one person under 14 and one adult.
 */
export const audience = v.object({
  gridIds: v.optional(few(id, 50)),
  estateIds: v.optional(few(id, 50)),
  minAge: v.optional(wholeNumber(0, 120)),
  maxAge: v.optional(wholeNumber(0, 120)),
  withChild: v.optional(v.literal(true)),
})

export type Audience = v.InferOutput<typeof audience>

const shiftPlan = v.object({
  /** The id of a shift that exists already; a new shift has none. */
  shiftId: v.optional(id),
  name: line(1, 20),
  capacity: wholeNumber(1, 100),
  /** The team whose ledger gets the minutes; absent: the activity's team, or the community's Women's team. */
  teamId: v.optional(id),
})

const sessionPlan = v.pipe(
  v.object({
    sessionId: v.optional(id),
    from: instant,
    to: instant,
    /** People who may come; 0 where only the volunteers of its shifts do. */
    capacity: wholeNumber(0, 500),
    shifts: v.optional(few(shiftPlan, 10)),
  }),
  v.check((plan) => plan.to > plan.from, 'to must be after from'),
  v.check(({ capacity, shifts = [] }) => capacity > 0 || shifts.length > 0, 'has neither places nor shifts'),
)

/** How many sessions one activity may have at a time. */
export const mostSessions = 20

const lessonPlan = v.pipe(
  v.object({
    lessonId: v.optional(id),
    from: instant,
    to: instant,
    /** Where it differs from the activity's place. */
    place: v.optional(line(1, 60)),
    trainer: v.optional(line(1, 20)),
    /** The lesson that it makes up for. */
    makesUp: v.optional(id),
  }),
  v.check((plan) => plan.to > plan.from, 'to must be after from'),
  v.check((plan) => plan.to - plan.from <= dayMs, 'at most twenty-four hours'),
)

/** How many lessons a course may have. */
export const mostLessons = 40

const signupPlan = v.pipe(
  v.object({
    opensAt: instant,
    closesAt: instant,
    rule: v.picklist(['first_come', 'draw']),
    /** People in one party at most. */
    partyMax: wholeNumber(1, 10),
    audience: v.optional(audience),
  }),
  v.check((plan) => plan.closesAt > plan.opensAt, 'closesAt must be after opensAt'),
)

const content = {
  kind: v.picklist(activityKinds),
  title: line(1, 40),
  summary: paragraph(1, 1000),
  place: line(1, 60),
  sessions: v.pipe(v.array(sessionPlan), v.minLength(1), v.maxLength(mostSessions)),
  signup: signupPlan,
  /**
   * The lessons of a training that is one course: one session decides its places, and spans the lessons from the
   * first beginning to the last end, whatever its times say.
   */
  lessons: v.optional(v.pipe(v.array(lessonPlan), v.maxLength(mostLessons))),
  /** Per cent of the lessons that one must be at to complete the course; absent: the community's limit. */
  leastPercent: v.optional(wholeNumber(1, 100)),
  /** What one can do after the course, in a few words; null or absent: nothing is said. */
  gain: v.optional(v.nullable(line(1, 60))),
  /** Transport subsidy of a training, for one person. */
  subsidyFen: v.optional(wholeNumber(0, 1_000_000)),
  /** Whether the subsidy is for each lesson that one is at, or for the whole course; absent: the whole. */
  subsidyPer: v.optional(v.picklist(subsidyRates)),
  /** The festival or template it was made from, for the month's view. */
  festival: v.optional(id),
  /** The team whose activity it is, and whose leaders run it; null or absent: the community's own. */
  teamId: v.optional(v.nullable(id)),
}

/**
 * The edition that the editor read. If it is no longer the present one, nothing is written. Without it, the
 * last edit wins.
 */
const rev = v.optional(wholeNumber(0, Number.MAX_SAFE_INTEGER))

/** Without an id, it makes a new draft; with an id, it replaces that draft. */
export const activitySaveDraft = v.object({ activityId: v.optional(id), rev, ...content })

/** The id of a draft, or the whole content to publish at once. */
export const activityPublish = v.union([v.object({ activityId: id }), v.object(content)])

/** Each field that is given replaces the old one; everybody concerned is told what changed. */
export const activityEdit = v.object({ activityId: id, rev, ...v.partial(v.object(content)).entries })

/** Makes a new draft; its dates are moved by `shiftDays`, or to the next date of the same festival. */
export const activityCopy = v.object({ activityId: id, shiftDays: v.optional(wholeNumber(-3650, 3650)) })

export const activityCancel = v.object({ activityId: id, reason: line(1, 200) })

export const activityList = v.pipe(
  v.object({
    /** `drafts` are those of whoever may run them. */
    when: v.picklist(['upcoming', 'past', 'drafts']),
    kind: v.optional(v.picklist(activityKinds)),
    /** Only the activities of this team. */
    teamId: v.optional(id),
    ...paging,
  }),
  v.check(({ kind, teamId }) => kind === undefined || teamId === undefined, 'a kind or a team, not both'),
)

export const activityGet = v.object({ activityId: id })

/** Lists the templates a coordinator may begin from, with dates proposed from the lunar calendar. */
export const activityTemplates = v.object({ from: v.optional(day) })

/** Lists elders whose birthday falls in the month, by the solar or the lunar date. */
export const activityBirthdays = v.object({
  month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  reason: line(2, 100),
})

/** Asks members to come; each member is asked once. */
export const activityInvite = v.object({
  activityId: id,
  memberIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(100)),
})

/** How many pictures one activity may show. */
export const manyPhotos = 12

/** Pictures that `file.begin` announced as `activity_photo`, and what they show. */
export const activityAddPhotos = v.object({
  activityId: id,
  fileIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(manyPictures)),
  caption: v.optional(line(1, 60)),
})

export const activityRemovePhoto = v.object({ activityId: id, fileId: id })

export interface Published {
  activityId: string
  sessionIds: string[]
  /** In the order of the sessions and, inside one, of its shifts. */
  shiftIds: string[]
  /** Of a course, in the order of their beginnings. */
  lessonIds?: string[]
}

export interface ActivityCard {
  activityId: string
  kind: ActivityKind
  festival?: string
  /**
   * The lunar calendar's name of the day, such as `正月十五`; only where the activity was made from the template of
   * a festival, and the day is that festival.
   */
  lunar?: string
  title: string
  /** The team whose activity it is; absent where it is the community's own. */
  teamId?: TeamId
  teamName?: string
  place: string
  state: ActivityState
  /** The beginning of the first session that is not over, or of the last session. */
  from: Instant
  to: Instant
  sessionCount: number
  /** How many lessons a course has; absent for everything else. */
  lessonCount?: number
  /** What one can do after a course. */
  gain?: string
  signup: { opensAt: Instant; closesAt: Instant; rule: SignupRule }
  capacity: number
  free: number
  waiting: number
  /** The places of each session, where several are counted and all have as many. */
  capacityEach?: number
  /** Free slots of the shifts that are not over; absent where volunteers are not needed. */
  freeSlots?: number
  photoFileId?: string
}

export interface ActivityDetail extends ActivityCard {
  summary: string
  subsidyFen?: number
  subsidyPer?: SubsidyRate
  /** Per cent of the lessons that completes the course. */
  leastPercent?: number
  partyMax: number
  audience?: Audience
  sessions: SessionView[]
  photos: { fileId: string; caption?: string }[]
  /** What was changed after it was published, the newest first. */
  changes: { at: Instant; what: string[] }[]
  cancelReason?: string
  /** The caller may edit and cancel it. */
  mayRun?: true
  /** The edition, to be sent back with an edit; present only with `mayRun`. */
  rev?: number
  /**
   * The day of its festival that is nearest to its first session; present only with `mayRun`, and where its
   * template is of a festival.
   */
  festivalDay?: Day
}

export interface Template {
  template: string
  kind: ActivityKind
  title: string
  summary: string
  place: string
  /** The next day the template falls on, on which it has not begun yet. */
  day: Day
  /** The template is of a festival, and `day` is that festival. */
  festive?: true
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
  /** The dependent of `memberId` whose birthday it is; absent where it is the member's own. */
  dependentId?: string
  day: Day
  turns: number
  /** The birthday in the words of the lunar calendar; absent where it is kept by the solar calendar. */
  lunar?: string
}

export const activityOperations = {
  'activity.saveDraft': { input: activitySaveDraft, reply: reply<Published>() },
  'activity.publish': { input: activityPublish, reply: reply<Published>() },
  'activity.edit': { input: activityEdit, reply: reply<Published>() },
  'activity.copy': { input: activityCopy, reply: reply<Published>() },
  'activity.cancel': { input: activityCancel, reply: reply<Published>() },
  'activity.list': { input: activityList, reply: reply<Page<ActivityCard>>() },
  'activity.get': { input: activityGet, reply: reply<ActivityDetail>() },
  'activity.templates': { input: activityTemplates, reply: reply<Page<Template>>() },
  'activity.birthdays': { input: activityBirthdays, reply: reply<Page<Celebrant>>() },
  'activity.invite': { input: activityInvite, reply: reply<{ invited: number }>() },
  'activity.addPhotos': { input: activityAddPhotos, reply: reply<{ photos: number }>() },
  'activity.removePhoto': { input: activityRemovePhoto, reply: reply<{ photos: number }>() },
} as const satisfies Record<string, ContractRow>
