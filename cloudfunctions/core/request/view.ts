import type { Grant, Tier } from '#contract/member'
import type { RequestCard, RequestDetail, RequestEvent, RequestPart, RequestStep } from '#contract/request'
import { tierAbove, tierBelow } from '#contract/request'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { clipped } from '#contract/shared/text'
import { dayMs } from '#contract/shared/time'
import { isWorkingAt } from '#core/calendar/workHours'
import { isCorrectable } from './correct'
import {
  finishedStates,
  hasResolved,
  isAbove,
  isHolder,
  type RequestRecorded,
  type RequestRules,
  type ServiceRequest,
} from './request'
import { isPrivate } from './reserved'

const titleLength = 30

export interface RequestViewer {
  /** Absent for somebody who is not registered. */
  memberId: MemberId | undefined
  grants: readonly Grant[]
}
/** Who is not registered: sees what the board shows, and takes no step. */
export const nobody: RequestViewer = { memberId: undefined, grants: [] }

/** What tells who may see a request, and how much of it. Of the supporters it asks for the viewer alone. */
export type SeenRequest = Pick<ServiceRequest, 'queue' | 'tier' | 'gridId' | 'requesterId' | 'published'> & {
  events: readonly Pick<RequestRecorded, 'tier'>[]
  supporters?: ServiceRequest['supporters']
}
/** What tells as well whether it is about the same. */
export type ComparedRequest = SeenRequest & Pick<ServiceRequest, 'estateId' | 'building' | 'place'>

/**
 * What the viewer is to the request; undefined where a stranger asks for a request that is not on the board,
 * and must not learn that it exists. A requester who also works on it counts as requester only, since nobody
 * decides on their own request.
 */
export function requestPartOf(
  request: SeenRequest,
  { memberId, grants }: RequestViewer,
): RequestPart | undefined {
  if (isHolder(request, grants)) return 'holder'
  if (request.requesterId === memberId) return 'requester'
  if (isAbove(request, grants)) return 'above'
  if (hasHeld(request, grants)) return 'reader'
  if (memberId !== undefined && request.supporters?.[memberId]?.on) return 'supporter'
  return request.published === null ? undefined : 'reader'
}

/** Whether these grants belong to a tier that held it before; such a tier may still read it. */
function hasHeld(request: SeenRequest, grants: readonly Grant[]): boolean {
  return grants.some(
    ({ role, scope }) =>
      (role === 'grid_worker' && scope?.gridId === request.gridId) ||
      (role === 'officer' && request.events.some(({ tier }) => tier !== undefined && tier === scope?.tier)),
  )
}

const isStaff = (request: SeenRequest, { grants }: RequestViewer): boolean =>
  isHolder(request, grants) || isAbove(request, grants) || hasHeld(request, grants)

/** Whether the viewer reads all texts: the requester and staff do, readers of the board do not. */
export const readsAll = (request: SeenRequest, viewer: RequestViewer): boolean =>
  request.requesterId === viewer.memberId || isStaff(request, viewer)

/** What the viewer may do next, in the order it should be offered. */
export function requestStepsFor(
  request: ServiceRequest,
  viewer: RequestViewer,
  { limits }: RequestRules,
  now: Instant,
): RequestStep[] {
  const { state } = request
  const steps: RequestStep[] = []
  if (isHolder(request, viewer.grants)) {
    if (!finishedStates.has(state)) {
      if (state === 'filed' || state === 'reopened') steps.push('accept')
      steps.push('progress', 'resolve', 'assign')
      if (!request.waiting && request.deadline !== null) steps.push('ask', 'extend')
      if (tierAbove(request.tier)) steps.push('escalate')
      if (tierBelow(request.tier)) steps.push('return')
      steps.push('decline')
    }
    if (!request.wordsGone && !request.withdrawn && !isPrivate(request)) steps.push('publish')
  }
  if (isAbove(request, viewer.grants) && !finishedStates.has(state)) {
    if (request.extensionAsked) steps.push('approve')
    steps.push('takeOver')
  }
  if (request.requesterId === viewer.memberId) {
    if (request.waiting) steps.push('answer')
    if (state === 'resolved' && !hasResolved(request, viewer.memberId)) steps.push('rate')
    const until = (request.finishedAt ?? 0) + limits.reopenDays * dayMs
    const isOver = (state === 'closed' && !request.withdrawn) || state === 'declined'
    if (isOver && now < until && !request.wordsGone) steps.push('reopen')
    if (!finishedStates.has(state)) {
      steps.push(isCorrectable(request) ? 'correct' : 'supplement')
      if (!isHolder(request, viewer.grants)) steps.push('withdraw')
    }
  } else if (
    viewer.memberId !== undefined &&
    !isStaff(request, viewer) &&
    !isPrivate(request) &&
    !finishedStates.has(state)
  )
    steps.push('support')
  return steps
}

export function requestCardOf(request: ServiceRequest, viewer: RequestViewer): RequestCard {
  const part = requestPartOf(request, viewer) ?? 'reader'
  const all = readsAll(request, viewer)
  const card: RequestCard = {
    requestId: request._id,
    category: request.category,
    categoryTitle: request.categoryTitle,
    title: (all && clip(request.description)) || (request.published?.title ?? request.categoryTitle),
    state: request.state,
    tier: request.tier,
    gridId: request.gridId,
    filedAt: request.filedAt,
    supporters: request.supporterCount,
    part,
  }
  if (request.estateId !== null) card.estateId = request.estateId
  if (request.deadline !== null) card.dueAt = request.deadline
  if (request.overdue) card.overdue = true
  if (request.waiting) card.waitingForAnswer = true
  if (request.withdrawn) card.withdrawn = true
  if (viewer.memberId !== undefined && request.supporters[viewer.memberId]?.on) card.supported = true
  const [first] = all ? request.fileIds : (request.published?.fileIds ?? [])
  if (first !== undefined) card.photoFileId = first
  if (!all) return card
  if (request.building !== null) card.building = request.building
  if (request.place !== null) card.place = request.place
  return card
}

/** What the one who filed a request reads as its title. */
export const ownTitleOf = ({
  description,
  categoryTitle,
}: Pick<ServiceRequest, 'description' | 'categoryTitle'>): string => clip(description) || categoryTitle

const clip = (text: string): string => {
  const [line = ''] = text.split('\n')
  return clipped(line, titleLength)
}

/** What the use case has opened of a request, on record. */
export interface OpenedRequest {
  forResident?: NonNullable<RequestDetail['forResident']>
  /** Of a pre-acceptance. */
  answers?: RequestDetail['answers']
}

/** The request as one viewer may see it. */
export function requestDetailOf(
  request: ServiceRequest,
  viewer: RequestViewer,
  rules: RequestRules,
  now: Instant,
  opened: OpenedRequest = {},
): RequestDetail {
  const all = readsAll(request, viewer)
  const staff = isStaff(request, viewer)
  const detail: RequestDetail = {
    ...requestCardOf(request, viewer),
    answers: opened.answers ?? (all ? request.answers : []),
    fileIds: all ? request.fileIds : (request.published?.fileIds ?? []),
    clock: clockOf(request, rules, now),
    timeline: request.events.map((line) => lineOf(line, all, staff)),
    steps: requestStepsFor(request, viewer, rules, now),
  }
  if (request.published) detail.published = request.published
  if (request.state === 'resolved' && request.wakesAt !== null) detail.closesItselfAt = request.wakesAt
  if (request.wordsGone) detail.wordsGone = true
  if (!all) return detail
  detail.description = request.description
  if (request.assigneeName !== null) detail.assigneeName = request.assigneeName
  if (request.campaignId !== undefined) detail.campaignId = request.campaignId
  if (request.waiting) detail.question = request.waiting.question
  if (request.resolution !== null) detail.resolution = request.resolution
  if (request.extensionAsked) detail.extensionAsked = request.extensionAsked
  if (request.satisfied !== null) detail.satisfied = request.satisfied
  if (request.comment !== null) detail.comment = request.comment
  if (staff && !request.wordsGone) detail.requesterName = request.requesterName
  if (request.guide) {
    detail.guide = request.guide
    if (!request.guideAnswers) detail.answersGone = true
  }
  if (opened.forResident) detail.forResident = opened.forResident
  return detail
}

function clockOf(request: ServiceRequest, { calendar }: RequestRules, now: Instant): RequestDetail['clock'] {
  if (!request.unfinished) return 'finished'
  if (request.waiting) return 'waits_for_answer'
  return isWorkingAt(now, calendar) ? 'runs' : 'outside_hours'
}

/** Only staff see residents' names; only those who may read everything see the notes. */
function lineOf(line: ServiceRequest['events'][number], all: boolean, staff: boolean): RequestEvent {
  const { at, event, tier, who, onBehalf, note, handName, fileIds } = line
  const shown: RequestEvent = { at, event }
  if (tier !== undefined) shown.tier = tier as Tier
  if (!all) return shown
  if (who !== undefined && (staff || tier !== undefined)) shown.who = who
  if (onBehalf) shown.onBehalf = true
  if (note !== undefined) shown.note = note
  if (handName !== undefined) shown.note = handName
  if (fileIds) shown.fileIds = fileIds
  return shown
}

/**
 * Whether two requests of the same category and grid are about one problem: the same estate and building, or
 * the same words for where it is. Only what the viewer may read of it is compared, so that nobody finds out
 * by trying where somebody's request is; what the viewer may not see at all is like nothing.
 */
export function isSimilar(
  request: ComparedRequest,
  asked: { estateId?: string | undefined; building?: string | undefined; place?: string | undefined },
  viewer: RequestViewer,
): boolean {
  if (requestPartOf(request, viewer) === undefined) return false
  const { building, place } = readsAll(request, viewer) ? request : onBoard(request)
  const words = plain(asked.place)
  if (words !== '' && place !== null) {
    const theirs = plain(place)
    if (theirs.includes(words) || words.includes(theirs)) return true
  }
  if (asked.estateId === undefined || request.estateId !== asked.estateId) return false
  return asked.building === undefined || building === null || building === asked.building
}

/** Where it is, as far as the board says it: in a worker's words. */
const onBoard = ({ published }: SeenRequest): Pick<ServiceRequest, 'building' | 'place'> => ({
  building: null,
  place: published ? `${published.title ?? ''}${published.text ?? ''}` || null : null,
})

const plain = (words: string | undefined | null): string => (words ?? '').replace(/[\s，。,.、]/g, '')
