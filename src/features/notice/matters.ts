import type { Notice } from '#contract/notice'

/** The notices about one matter, the newest first; one that is about none stands alone. */
export type MatterNotices = readonly [Notice, ...Notice[]]

/** Groups notices by what they are about. A group stands where its newest notice stood. */
export function mattersOf(notices: readonly Notice[]): MatterNotices[] {
  const matters = new Map<string, [Notice, ...Notice[]]>()
  for (const notice of notices) {
    const { bookingId, requestId, activityId, vacancyId, publicationId, noticeId } = notice
    const about = bookingId ?? requestId ?? activityId ?? vacancyId ?? publicationId ?? noticeId
    const group = matters.get(about)
    if (group) group.push(notice)
    else matters.set(about, [notice])
  }
  return [...matters.values()]
}
