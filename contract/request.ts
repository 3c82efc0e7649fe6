import * as v from 'valibot'
import { fileIds } from './file'
import { type Tier, tiers } from './member'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import { type Day, day, type Instant, id, line, type MemberId, paging, paragraph } from './shared/scalars'

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
/** Where it is: an estate and a building of the community, or words. */
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
  /** To the category's own questions, by field. */
  answers: v.optional(answers),
  fileIds,
  /** A worker files for somebody without an account; only staff of the holding tier read it. */
  forResident: v.optional(v.object({ name: line(1, 20), phone: v.optional(line(1, 20)) })),
})
/** What was filed already about the same thing; asked before filing. */
export const requestSimilar = v.object({ category: id, ...where })
export const requestOne = v.object({ requestId: id })
export const requestList = v.object({
  scope: v.picklist(['mine', 'published', 'queue', 'supported']),
  category: v.optional(id),
  /** Of a queue: what is not finished (the nearest deadline first), or what is. */
  finished: v.optional(v.boolean()),
  ...paging,
})
export const requestAssign = v.object({ requestId: id, memberId: id })
export const requestExtend = v.object({
  requestId: id,
  /** Working days. */
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  reason: line(2, 200),
})
export const requestReason = v.object({ requestId: id, reason: line(2, 200) })
export const requestTakeOver = v.object({ requestId: id, reason: v.optional(line(2, 200)) })
export const requestProgress = v.object({
  requestId: id,
  note: paragraph(2, 300),
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
/** What everybody may read; a worker has taken personal data out of it. `shown: false` takes it from the board. */
export const requestPublish = v.object({
  requestId: id,
  shown: v.optional(v.boolean(), true),
  title: v.optional(line(2, 40)),
  text: v.optional(paragraph(2, 500)),
  /** Pictures of the request that show nobody and no door; absent: as they were. */
  fileIds,
})
export const requestRate = v.object({
  requestId: id,
  satisfied: v.boolean(),
  comment: v.optional(paragraph(1, 300)),
})
export const requestReopen = v.object({ requestId: id, reason: paragraph(2, 300) })
/** Joins those who want the same; `supports: false` takes it back. */
export const requestSupport = v.object({ requestId: id, supports: v.optional(v.boolean(), true) })
/** Who of the holding tier may be asked to do it. */
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
  | 'support'

export interface RequestCard {
  requestId: string
  category: string
  categoryTitle: string
  /** The published title, or the beginning of the description for those who may read it. */
  title: string
  state: RequestState
  tier: Tier
  gridId: string
  estateId?: string
  building?: string
  place?: string
  filedAt: Instant
  /** When the holding tier's time ends; absent while the clock stands still and when it is finished. */
  dueAt?: Instant
  /** The time is over and nobody above is left to move it to. */
  overdue?: true
  /** The clock stands still until the requester answers. */
  waitingForAnswer?: true
  supporters: number
  /** The caller is one of them. */
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
  /** Of the tier that did it; absent for residents and for what happened by itself. */
  tier?: Tier
  /** The person's name; absent for what happened by itself and for residents whom the reader may not know. */
  who?: string
  onBehalf?: true
  note?: string
  fileIds?: string[]
}
export interface RequestDetail extends RequestCard {
  description?: string
  /** Its term is over: what was written is gone. */
  wordsGone?: true
  answers: { title: string; value: string }[]
  /** All of the requester's for those who may read everything; for others those a worker has cleared. */
  fileIds: string[]
  /** Only for the holding tier and above. */
  requesterName?: string
  forResident?: { name: string; phone?: string }
  assigneeName?: string
  question?: string
  resolution?: string
  /** When the clock stands still: outside working hours, or until an answer comes. */
  clock: 'runs' | 'outside_hours' | 'waits_for_answer' | 'finished'
  extensionAsked?: { days: number; reason: string }
  satisfied?: boolean
  comment?: string
  /** Without a word from the requester it is closed at this time. */
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
/** Counts of requests filed in a span, and of them those with an answer in time, those resolved, and the words of those asked. */
export interface RateLine {
  /** The grid, category, tier or `YYYY-MM`; absent in the total. */
  of?: string
  filed: number
  responded: number
  respondedInTime: number
  resolved: number
  rated: number
  satisfied: number
}
/** The three rates as shares from 0 to 1, to four places; absent where there is nothing to count. */
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
/** Somebody who may be asked to do it. */
export interface Hand {
  memberId: MemberId
  name: string
}

export const tierAbove = (tier: Tier): Tier | undefined => tiers[tiers.indexOf(tier) + 1]
export const tierBelow = (tier: Tier): Tier | undefined => tiers[tiers.indexOf(tier) - 1]

/** Working minutes and days of the requests' clock; an administrator may edit them. */
export interface RequestLimits {
  /** A tier answers within this. */
  respondMinutes: number
  /** How long each tier may hold a request. */
  holdMinutes: Record<Tier, number>
  /** Where a category has times of its own. */
  holdMinutesOf: Record<string, Partial<Record<Tier, number>>>
  /** One extension of a tier's own accord is at most this many working days. */
  extendDays: number
  /** The clock waits for an answer this many working days at most. */
  waitDays: number
  /** After a resolution without a word it is closed, in calendar days. */
  silentCloseDays: number
  /** A finished request may be reopened for this long, in calendar days. */
  reopenDays: number
}
/** Seven hours are a working day. */
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
  'request.hands': { input: requestHands, reply: reply<Page<Hand>>() },
  'request.rates': { input: requestRates, reply: reply<Rates>() },
} as const satisfies Record<string, ContractRow>
