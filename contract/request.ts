import * as v from 'valibot'
import { fileIds } from './file'
import { type Tier, tiers } from './member'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import {
  type Day,
  day,
  type Instant,
  id,
  line,
  type MemberId,
  paging,
  paragraph,
  personName,
  wholeNumber,
} from './shared/scalars'

export const requestStates = [
  'filed',
  'accepted',
  'assigned',
  'in_work',
  'resolved',
  'closed',
  'declined',
  'reopened',
] as const
export type RequestState = (typeof requestStates)[number]

const answers = v.pipe(
  v.record(id, line(0, 100)),
  v.check((given) => Object.keys(given).length <= 10, 'at most ten answers'),
)
/** Where the problem is: an estate and a building of the community, or words. */
const where = {
  gridId: id,
  estateId: v.optional(id),
  building: v.optional(line(1, 10)),
  place: v.optional(line(1, 100)),
}
export const requestFile = v.object({
  category: id,
  description: paragraph(1, 500),
  ...where,
  /** Answers to the category's own questions, by field. */
  answers: v.optional(answers),
  fileIds,
  /** Given where a worker files for somebody without an account; only staff of the holding tier read it. */
  forResident: v.optional(v.object({ name: personName, phone: v.optional(line(1, 20)) })),
})
/** Finds requests about the same problem; a client asks before filing. */
export const requestSimilar = v.object({ category: id, ...where })
export const requestOne = v.object({ requestId: id })
export const requestList = v.object({
  scope: v.picklist(['mine', 'published', 'queue', 'supported']),
  category: v.optional(id),
  /** For a queue only: what is not finished (the nearest deadline first), or what is finished. */
  finished: v.optional(v.boolean()),
  ...paging,
})
export const requestAssign = v.object({ requestId: id, memberId: id })
export const requestExtend = v.object({
  requestId: id,
  /** In working days. */
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  reason: line(2, 200),
})
export const requestReason = v.object({ requestId: id, reason: line(2, 200) })
export const requestTakeOver = v.object({ requestId: id, reason: v.optional(line(2, 200)) })
export const requestProgress = v.object({
  requestId: id,
  note: paragraph(2, 300),
  /** Of a pre-acceptance: which of its guide's stages it has reached, from 0. It never goes back. */
  stage: v.optional(wholeNumber(0, 20)),
  fileIds,
})
export const requestAsk = v.object({ requestId: id, question: paragraph(2, 300) })
export const requestAnswer = v.object({
  requestId: id,
  answer: paragraph(1, 300),
  fileIds,
})
export const requestResolve = v.object({
  requestId: id,
  resolution: paragraph(2, 500),
  fileIds,
})
/**
 * The public text of a request, from which a worker has removed personal data. `shown: false` takes the
 * request off the board.
 */
export const requestPublish = v.object({
  requestId: id,
  shown: v.optional(v.boolean(), true),
  title: v.optional(line(2, 40)),
  text: v.optional(paragraph(2, 500)),
  /** The pictures of the request that show no person and no door; absent: no change. */
  fileIds,
})
export const requestRate = v.object({
  requestId: id,
  satisfied: v.boolean(),
  comment: v.optional(paragraph(1, 300)),
})
/** What is absent stays. `fileIds` are all its pictures, those there already among them. */
export const requestCorrect = v.object({
  requestId: id,
  description: v.optional(paragraph(1, 500)),
  place: v.optional(line(0, 100)),
  answers: v.optional(answers),
  fileIds,
})
export const requestSupplement = v.object({ requestId: id, words: paragraph(2, 300), fileIds })
export const requestReopen = v.object({ requestId: id, reason: paragraph(2, 300) })
/** Adds the caller's support; `supports: false` takes it back. */
export const requestSupport = v.object({ requestId: id, supports: v.optional(v.boolean(), true) })
/** Lists the people of the holding tier who may be asked to handle the request. */
export const requestHands = requestOne
export const requestRates = v.object({
  from: day,
  to: day,
  by: v.picklist(['grid', 'category', 'month', 'tier']),
})

/** What a caller is to a request; it decides what they see and may do. */
export type RequestPart = 'requester' | 'supporter' | 'holder' | 'above' | 'reader'
/** What the caller may do next, in the order it should be offered. */
export type RequestStep =
  | 'accept'
  | 'assign'
  | 'progress'
  | 'ask'
  | 'resolve'
  | 'extend'
  | 'escalate'
  | 'return'
  | 'decline'
  | 'publish'
  | 'approve'
  | 'takeOver'
  | 'answer'
  | 'rate'
  | 'reopen'
  | 'correct'
  | 'supplement'
  | 'withdraw'
  | 'support'

export interface RequestCard {
  requestId: string
  category: string
  categoryTitle: string
  /** The published title; or the beginning of the description, for readers who may see it. */
  title: string
  state: RequestState
  tier: Tier
  gridId: string
  estateId?: string
  building?: string
  place?: string
  filedAt: Instant
  /**
   * When the holding tier's time ends; absent while the clock stands still, and when the request is finished.
   */
  dueAt?: Instant
  /** The holding tier's time is over, and no tier above is left. */
  overdue?: true
  /** The clock stands still until the requester answers. */
  waitingForAnswer?: true
  /** Whoever filed it has withdrawn it; its state is `closed` then. */
  withdrawn?: true
  supporters: number
  /** The caller supports it. */
  supported?: true
  photoFileId?: string
  part: RequestPart
}
export interface RequestEvent {
  at: Instant
  event:
    | 'filed'
    | 'accepted'
    | 'assigned'
    | 'progressed'
    | 'asked'
    | 'answered'
    | 'clock_resumed'
    | 'extended'
    | 'extension_asked'
    | 'extension_approved'
    | 'escalated'
    | 'escalated_overdue'
    | 'overdue'
    | 'taken_over'
    | 'returned'
    | 'approved'
    | 'resolved'
    | 'declined'
    | 'published'
    | 'unpublished'
    | 'rated'
    | 'closed_by_silence'
    | 'reopened'
    /** By whoever filed it: other words, more words, or an end. */
    | 'corrected'
    | 'supplemented'
    | 'withdrawn'
    /** It came to a campaign. */
    | 'gathered'
  /** The tier of the person who did it; absent for residents and for what time alone did. */
  tier?: Tier
  /** The person's name; absent for what time alone did, and for residents whom the reader may not know. */
  who?: string
  onBehalf?: true
  note?: string
  fileIds?: string[]
}
export interface RequestDetail extends RequestCard {
  /** The reader is not registered, and sees what the board shows. */
  stranger?: true
  description?: string
  /** The texts have been removed because their term is over. */
  wordsGone?: true
  /** Of a pre-acceptance, for whoever reads all: the guide's edition, its stages in order, and which it has reached, from 0. */
  guide?: { publicationId: string; edition: number; stages: string[]; stage: number }
  /** Its answers have been removed, since their term is over or it was withdrawn. */
  answersGone?: true
  /** Those of a pre-acceptance are for whoever filed it and for the tiers that work on it. */
  answers: { title: string; value: string }[]
  /** All pictures for readers who may see everything; for others, those that a worker has cleared. */
  fileIds: string[]
  /** Only for the holding tier and the tiers above it. */
  requesterName?: string
  forResident?: { name: string; phone?: string }
  /** `forResident` and a pre-acceptance's answers stay closed for staff who have spent the day's looks. */
  lookupsSpent?: true
  assigneeName?: string
  question?: string
  resolution?: string
  /** Why the clock stands still: it is outside working hours, or the requester has to answer. */
  clock: 'runs' | 'outside_hours' | 'waits_for_answer' | 'finished'
  extensionAsked?: { days: number; reason: string }
  satisfied?: boolean
  comment?: string
  /** The campaign that it came to, for readers who may see everything. */
  campaignId?: string
  /** The time at which it is closed if the requester says nothing. */
  closesItselfAt?: Instant
  published?: { title: string; text: string; at: Instant; fileIds?: string[] }
  timeline: RequestEvent[]
  steps: RequestStep[]
}
export interface RequestMoved {
  state: RequestState
  tier: Tier
  dueAt?: Instant
}
export interface RequestFiled extends RequestMoved {
  requestId: string
  similar: RequestCard[]
}
/**
 * Counts of the requests filed in a span: how many were answered, answered in time, resolved, rated, and
 * rated as satisfactory.
 */
export interface RateLine {
  /** The grid, category, tier or `YYYY-MM` of the line; absent in the total. */
  of?: string
  filed: number
  responded: number
  respondedInTime: number
  resolved: number
  rated: number
  satisfied: number
  /** Withdrawn by whoever had filed them; absent for none. */
  withdrawn?: number
  /** Of these, withdrawn before a tier had answered or had to; absent for none. */
  withdrawnEarly?: number
}
/** Of how many requests the shares of answers and of solutions are taken. */
export const ratedOf = ({ filed, withdrawn = 0, withdrawnEarly = 0 }: RateLine) => ({
  toAnswer: filed - withdrawnEarly,
  toResolve: filed - withdrawn,
})
/** The three rates as shares from 0 to 1, rounded to four places; absent where the divisor is 0. */
export interface RateShares {
  responseRate?: number
  resolutionRate?: number
  satisfactionRate?: number
}
export interface Rates {
  from: Day
  to: Day
  total: RateLine
  lines: RateLine[]
}
/** A person who may be asked to handle the request. */
export interface Hand {
  memberId: MemberId
  name: string
}

/** `guide`: a pre-acceptance, which an operation of guides files. `pact`: a proposal for a pact. */
export type ReservedCategory = 'guide' | 'pact'
/** Minutes are working minutes, as in `RequestLimits`. */
interface ReservedRow {
  title: string
  /** How long each tier may hold it, where the community has not said otherwise. */
  holdMinutes: Record<Tier, number>
}
/** The categories that no community defines: the requests of each are filed by an operation of its own. */
export const reservedCategories: Readonly<Record<ReservedCategory, ReservedRow>> = {
  guide: {
    title: '预受理',
    holdMinutes: { grid: 14 * 60, community: 21 * 60, subdistrict: 35 * 60, district: 70 * 60 },
  },
  pact: {
    title: '公约建议',
    holdMinutes: { grid: 35 * 60, community: 70 * 60, subdistrict: 70 * 60, district: 70 * 60 },
  },
}
export const isReserved = (category: string): category is ReservedCategory =>
  Object.keys(reservedCategories).includes(category)

/** The category of a request by its id: a reserved one, or one of the community's. */
export function categoryOf<Own extends { category: string; title: string; fields: readonly unknown[] }>(
  { requestCategories }: { requestCategories: readonly Own[] },
  category: string,
): Own | { category: string; title: string; fields: never[] } | undefined {
  return isReserved(category)
    ? { category, title: reservedCategories[category].title, fields: [] }
    : requestCategories.find((own) => own.category === category)
}

export const tierAbove = (tier: Tier): Tier | undefined => tiers[tiers.indexOf(tier) + 1]
export const tierBelow = (tier: Tier): Tier | undefined => tiers[tiers.indexOf(tier) - 1]

/** The limits of requests, in working minutes and working days; an administrator may edit them. */
export interface RequestLimits {
  /** A tier has to answer within this time. */
  respondMinutes: number
  /** How long each tier may hold a request. */
  holdMinutes: Record<Tier, number>
  /** Other times for single categories. */
  holdMinutesOf: Record<string, Partial<Record<Tier, number>>>
  /** The longest extension a tier may give itself, in working days. */
  extendDays: number
  /** The clock waits at most this long for the requester's answer, in working days. */
  waitDays: number
  /** A resolved request is closed after this long if the requester says nothing, in calendar days. */
  silentCloseDays: number
  /** A finished request may be reopened for this long, in calendar days. */
  reopenDays: number
}
/** A working day has seven hours. */
export const defaultRequestLimits: RequestLimits = {
  respondMinutes: 7 * 60,
  holdMinutes: { grid: 14 * 60, community: 21 * 60, subdistrict: 35 * 60, district: 70 * 60 },
  holdMinutesOf: { safety: { grid: 7 * 60, community: 7 * 60, subdistrict: 14 * 60, district: 21 * 60 } },
  extendDays: 5,
  waitDays: 5,
  silentCloseDays: 7,
  reopenDays: 30,
}
const workMinutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))
const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365))
const hold = v.object({
  grid: workMinutes,
  community: workMinutes,
  subdistrict: workMinutes,
  district: workMinutes,
})
export const requestLimits = v.object({
  respondMinutes: workMinutes,
  holdMinutes: hold,
  holdMinutesOf: v.optional(v.record(id, v.partial(hold)), {}),
  extendDays: days,
  waitDays: days,
  silentCloseDays: days,
  reopenDays: days,
})

export const requestOperations = {
  'request.file': { input: requestFile, reply: reply<RequestFiled>() },
  'request.similar': { input: requestSimilar, reply: reply<Page<RequestCard>>() },
  'request.support': { input: requestSupport, reply: reply<{ supporters: number }>() },
  'request.list': { input: requestList, reply: reply<Page<RequestCard>>() },
  'request.get': { input: requestOne, reply: reply<RequestDetail>() },
  'request.accept': { input: requestOne, reply: reply<RequestMoved>() },
  'request.assign': { input: requestAssign, reply: reply<RequestMoved>() },
  'request.progress': { input: requestProgress, reply: reply<RequestMoved>() },
  'request.ask': { input: requestAsk, reply: reply<RequestMoved>() },
  'request.extend': { input: requestExtend, reply: reply<RequestMoved>() },
  'request.escalate': { input: requestReason, reply: reply<RequestMoved>() },
  'request.takeOver': { input: requestTakeOver, reply: reply<RequestMoved>() },
  'request.return': { input: requestReason, reply: reply<RequestMoved>() },
  'request.approve': { input: requestOne, reply: reply<RequestMoved>() },
  'request.resolve': { input: requestResolve, reply: reply<RequestMoved>() },
  'request.decline': { input: requestReason, reply: reply<RequestMoved>() },
  'request.publish': { input: requestPublish, reply: reply<RequestMoved>() },
  'request.answer': { input: requestAnswer, reply: reply<RequestMoved>() },
  'request.rate': { input: requestRate, reply: reply<RequestMoved>() },
  'request.reopen': { input: requestReopen, reply: reply<RequestMoved>() },
  'request.correct': { input: requestCorrect, reply: reply<RequestMoved>() },
  'request.supplement': { input: requestSupplement, reply: reply<RequestMoved>() },
  'request.withdraw': { input: requestReason, reply: reply<RequestMoved>() },
  'request.hands': { input: requestHands, reply: reply<Page<Hand>>() },
  'request.rates': { input: requestRates, reply: reply<Rates>() },
} as const satisfies Record<string, ContractRow>
