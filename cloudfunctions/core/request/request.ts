import type { Grant, Tier } from '#contract/member'
import { type RequestEvent, type RequestLimits, type RequestState, tierAbove } from '#contract/request'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { WorkCalendar } from '#contract/shared/workCalendar'
import { afterWorkMinutes } from '#core/calendar/workHours'
import { type Aggregate, type Command, type Recorded, unwritten } from '#core/change/aggregate'
import { holdMinutes } from './reserved'

export interface RequestRecorded extends Recorded<RequestEvent['event']> {
  tier?: Tier
  /** Who was asked to handle it. */
  handId?: MemberId
  handName?: string
  fileIds?: string[]
}
/** Somebody who supports the request. `by`: their latest commands, so that a late repeat undoes nothing. */
export interface Supporter {
  at: Instant
  on: boolean
  by: string[]
}

/** The edition of a guide that a pre-acceptance answers, and which of its stages it has reached. */
export interface GuideFollowed {
  publicationId: string
  edition: number
  stages: string[]
  /** From 0; of no meaning where there are no stages. */
  stage: number
}

/** A reported problem, held by one tier at a time. */
export interface ServiceRequest extends Aggregate {
  state: RequestState
  tier: Tier
  /** The queue it is in: `grid:<gridId>`, or the tier. */
  queue: string
  unfinished: boolean
  /** Orders the queue: the deadline, or when it was finished. */
  sortAt: Instant
  category: string
  categoryTitle: string
  answers: { title: string; value: string }[]
  description: string
  /** WeChat's text check has passed the texts; unchecked text is not published. */
  textChecked: boolean
  gridId: string
  estateId: string | null
  building: string | null
  place: string | null
  fileIds: string[]
  requesterId: MemberId
  requesterName: string
  /** Sealed {name, phone?} of somebody without an account. */
  forResident: string | null
  /** The hand: the person of the holding tier who was asked to handle it. */
  assigneeId: MemberId | null
  assigneeName: string | null
  filedAt: Instant
  filedDay: string
  /** Until when a tier should answer first, and when one did. */
  respondBy: Instant
  respondedAt: Instant | null
  /** Since when this tier has held it, and until when it may; null while the clock stands still. */
  heldSince: Instant
  deadline: Instant | null
  overdue: boolean
  /** Set while the clock stands still: the question, the minutes left, and when it continues by itself. */
  waiting: { question: string; leftMinutes: number; resumesAt: Instant } | null
  /** How many extensions this tier has given itself. */
  extensions: number
  extensionAsked: { days: number; reason: string } | null
  resolution: string | null
  finishedAt: Instant | null
  satisfied: boolean | null
  comment: string | null
  published: { title: string; text: string; at: Instant; fileIds?: string[] } | null
  onBoard: boolean
  /** Of a pre-acceptance. */
  guide?: GuideFollowed
  /** Of a pre-acceptance: its sealed `GuideAnswer[]`; null once their term is over. */
  guideAnswers?: string | null
  /** The pact that it is a proposal for. */
  pactId?: string
  /** Whoever filed it has withdrawn it; it is closed then. */
  withdrawn?: true
  /** The campaign that has gathered it; absent for none. */
  campaignId?: string
  /** The texts have been removed because their term is over, and with them who wrote them. */
  wordsGone?: true
  supporters: Record<MemberId, Supporter>
  supporterCount: number
  events: RequestRecorded[]
}

/** What deadlines are counted by, and how long texts are kept. */
export interface RequestRules {
  limits: RequestLimits
  calendar: WorkCalendar
  wordsKeptDays: number
}

/** Who acts, for which tiers; the community's first admin acts for none. */
export interface Officer {
  memberId: MemberId
  name: string
  grants: readonly Grant[]
}

export const finishedStates: ReadonlySet<RequestState> = new Set(['resolved', 'closed', 'declined'])

export const queueOf = (tier: Tier, gridId: string): string => (tier === 'grid' ? `grid:${gridId}` : tier)

/** The queues these grants work on. */
export function queuesOf(grants: readonly Grant[]): string[] {
  return grants.flatMap(({ role, scope }) => {
    if (role === 'grid_worker' && scope?.gridId) return [queueOf('grid', scope.gridId)]
    return role === 'officer' && scope?.tier && scope.tier !== 'grid' ? [scope.tier] : []
  })
}

/** Whether these grants belong to the holding tier. */
export const isHolder = (request: Pick<ServiceRequest, 'queue'>, grants: readonly Grant[]): boolean =>
  queuesOf(grants).includes(request.queue)

/** Whether these grants belong to the tier directly above the holding tier. */
export function isAbove(request: Pick<ServiceRequest, 'tier' | 'gridId'>, grants: readonly Grant[]): boolean {
  const above = tierAbove(request.tier)
  return above !== undefined && queuesOf(grants).includes(queueOf(above, request.gridId))
}

/** Whether this member has resolved it; nobody may rate their own work. */
export const hasResolved = ({ events }: Pick<ServiceRequest, 'events'>, memberId: MemberId): boolean =>
  events.filter(({ event }) => event === 'resolved').at(-1)?.whoId === memberId

export const workdayMinutes = ({ hours }: WorkCalendar): number =>
  hours.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0)

/**
 * When the last event happened. A command may bear an earlier time, since two functions' clocks are never quite
 * the same: what counts from an event counts from this.
 */
export const lastAt = ({ events, filedAt }: Pick<ServiceRequest, 'events' | 'filedAt'>): Instant =>
  events.at(-1)?.at ?? filedAt

/** The state of the hold of a tier that got the request with the last event. */
export function withHolder(request: ServiceRequest, tier: Tier, rules: RequestRules): ServiceRequest {
  const at = lastAt(request)
  const minutes = holdMinutes(request.category, tier, rules.limits)
  const deadline = afterWorkMinutes(at, minutes, rules.calendar)
  return {
    ...request,
    tier,
    queue: queueOf(tier, request.gridId),
    unfinished: true,
    sortAt: deadline,
    heldSince: at,
    deadline,
    overdue: false,
    waiting: null,
    extensions: 0,
    extensionAsked: null,
    assigneeId: null,
    assigneeName: null,
    finishedAt: null,
  }
}

export interface Filing {
  _id: string
  communityId: string
  category: string
  categoryTitle: string
  answers: { title: string; value: string }[]
  description: string
  textChecked: boolean
  gridId: string
  estateId: string | null
  building: string | null
  place: string | null
  fileIds: string[]
  requesterId: MemberId
  requesterName: string
  forResident: string | null
  guide?: GuideFollowed
  guideAnswers?: string
  pactId?: string
}

/** A request before its first event, which `decideFile` adds. */
export function newRequest(filing: Filing, { at }: Command, rules: RequestRules): ServiceRequest {
  const start: ServiceRequest = {
    ...filing,
    ...unwritten(),
    state: 'filed',
    tier: 'grid',
    queue: queueOf('grid', filing.gridId),
    unfinished: true,
    sortAt: at,
    filedAt: at,
    filedDay: dayOf(at),
    respondBy: afterWorkMinutes(at, rules.limits.respondMinutes, rules.calendar),
    respondedAt: null,
    heldSince: at,
    deadline: null,
    overdue: false,
    waiting: null,
    assigneeId: null,
    assigneeName: null,
    extensions: 0,
    extensionAsked: null,
    resolution: null,
    finishedAt: null,
    satisfied: null,
    comment: null,
    published: null,
    onBoard: false,
    supporters: {},
    supporterCount: 0,
  }
  return withHolder(start, 'grid', rules)
}
