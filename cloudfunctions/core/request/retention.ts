import { guideAnswersKeptDays } from '#contract/guide'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type { RequestRules, ServiceRequest } from './request'

/** All pictures of the request: the requester's and those added by events. */
export const picturesOf = ({ fileIds, events }: ServiceRequest): string[] => [
  ...fileIds,
  ...events.flatMap((line) => line.fileIds ?? []),
]
const unneeded = (request: ServiceRequest): string[] =>
  picturesOf(request).filter((fileId) => !request.published?.fileIds?.includes(fileId))

const reopenableUntil = ({ finishedAt }: ServiceRequest, { limits }: RequestRules): Instant =>
  (finishedAt ?? 0) + limits.reopenDays * dayMs
const wordsKeptUntil = ({ finishedAt }: ServiceRequest, { limits, wordsKeptDays }: RequestRules): Instant =>
  (finishedAt ?? 0) + Math.max(wordsKeptDays, limits.reopenDays) * dayMs

const answersKeptUntil = ({ finishedAt }: ServiceRequest, { limits }: RequestRules): Instant =>
  (finishedAt ?? 0) + Math.max(guideAnswersKeptDays, limits.reopenDays) * dayMs

/**
 * When a finished request forgets its next part. First, once it cannot be reopened: the pictures that are not
 * on the board, and for whom it was filed. Then the answers of a pre-acceptance, and later all texts.
 */
export function requestForgetsAt(request: ServiceRequest, rules: RequestRules): Instant | null {
  if (request.wordsGone) return null
  const ends = [wordsKeptUntil(request, rules)]
  if (request.forResident !== null || unneeded(request).length > 0) ends.push(reopenableUntil(request, rules))
  if (request.guideAnswers) ends.push(answersKeptUntil(request, rules))
  return Math.min(...ends)
}

/** The finished request without the parts whose term is over. Its category, grid and times always stay. */
export function forgetRequestWords(
  request: ServiceRequest,
  now: Instant,
  rules: RequestRules,
): { next: ServiceRequest; fileIds: string[] } {
  if (now >= wordsKeptUntil(request, rules)) return { next: wordless(request), fileIds: picturesOf(request) }
  const fileIds = unneeded(request)
  const kept = (ids: string[]) => ids.filter((fileId) => !fileIds.includes(fileId))
  const next: ServiceRequest = {
    ...request,
    ...(request.guideAnswers && now >= answersKeptUntil(request, rules) && { guideAnswers: null }),
    rev: request.rev + 1,
    forResident: null,
    fileIds: kept(request.fileIds),
    events: request.events.map((line) => (line.fileIds ? { ...line, fileIds: kept(line.fileIds) } : line)),
  }
  return { next, fileIds }
}

/**
 * Removes the texts. The commands stay, so that late repeats are recognised; `supporters` are ids, and go
 * with their accounts.
 */
function wordless({ guide: _guide, guideAnswers: _answers, ...request }: ServiceRequest): ServiceRequest {
  return {
    ...request,
    rev: request.rev + 1,
    answers: [],
    description: '',
    estateId: null,
    building: null,
    place: null,
    fileIds: [],
    requesterName: '',
    forResident: null,
    assigneeId: null,
    assigneeName: null,
    resolution: null,
    comment: null,
    published: null,
    onBoard: false,
    events: request.events.map(({ at, event, command, fingerprint, tier }) => ({
      at,
      event,
      command,
      fingerprint,
      ...(tier !== undefined && { tier }),
    })),
    wordsGone: true,
  }
}
