import type { NoticePlace } from '#contract/notice'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type { NoticeEffect } from '#core/change/effect'
import type { NoticeKind } from './notice'
import type { NoticePage } from './worth'
import { worthRows } from './worthRows'

type Told = Pick<
  NoticeEffect,
  'kind' | 'bookingId' | 'requestId' | 'activityId' | 'vacancyId' | 'publicationId' | 'teamId'
>

const addresses: Record<NoticePage, (notice: Told) => string | undefined> = {
  booking: ({ bookingId }) => bookingId && `packages/booking/detail?id=${bookingId}`,
  request: ({ requestId }) => requestId && `packages/request/detail?id=${requestId}`,
  activity: ({ activityId }) => activityId && `packages/activity/detail?id=${activityId}`,
  vacancy: ({ vacancyId }) => vacancyId && `packages/vacancy/detail?id=${vacancyId}`,
  publication: ({ publicationId }) => publicationId && `packages/publication/detail?id=${publicationId}`,
  statement: () => 'packages/hours/statement',
  certificates: () => 'packages/certificate/index',
  teamHours: ({ teamId }) => `packages/hours/team${teamId ? `?id=${teamId}` : ''}`,
  teams: () => 'packages/team/index',
  me: () => 'pages/me',
  proxies: () => 'packages/member/proxies',
  guardian: () => 'packages/member/guardian',
  residents: () => 'packages/staff/residents',
  account: () => 'packages/account/index',
  messages: () => 'packages/admin/messages',
}

const isPlace = (page: NoticePage): page is NoticePlace =>
  !['booking', 'request', 'activity', 'vacancy', 'publication'].includes(page)

/** The page that the inbox leads to, where it is that of no matter. */
export function placeOf(kind: NoticeKind): NoticePlace | undefined {
  const { page } = worthRows[kind]
  return isPlace(page) ? page : undefined
}

/** The page of the mini-program that a message about it opens; the inbox where the matter's id is missing. */
export const messagePage = (notice: Told): string =>
  addresses[worthRows[notice.kind].page](notice) ?? 'packages/inbox/index'

/** Until when a message about it is of use; undefined where none ever is. */
export function tellUntil(
  notice: Pick<NoticeEffect, 'kind' | 'until' | 'windowFrom'>,
  at: Instant,
): Instant | undefined {
  const lasts = worthRows[notice.kind].message?.lasts
  if (lasts === undefined) return undefined
  if (typeof lasts === 'object') return at + lasts.days * dayMs
  return (lasts === 'until' ? notice.until : undefined) ?? notice.windowFrom ?? at + dayMs
}
