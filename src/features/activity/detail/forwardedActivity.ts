import type { ActivityDetail } from '#contract/activity'
import type { Community } from '#contract/community'
import { activityDetail } from '#routes'
import { activityText as words } from '#text/activity/activity'
import { clockWords, dateWords } from '#text/shared/time'
import type { Forwarded } from '#ui/forward/forwarded'

/** What is passed on of an activity: what everybody may read. A draft is not passed on. */
export function forwardedActivity(
  activity: ActivityDetail,
  { name: issuer }: Pick<Community, 'name'>,
): Forwarded | undefined {
  const { activityId, state, title, place, from, sessionCount } = activity
  if (state === 'draft') return undefined
  const when = `${dateWords(from)} ${clockWords(from)}`
  const often = sessionCount > 1 ? words.sessionsInAll(sessionCount) : ''
  const cancelled = state === 'cancelled'
  return {
    title: cancelled ? words.forwardCancelled(title) : `${title}：${when}${often}`,
    path: activityDetail(activityId),
    picture: { title, lines: cancelled ? [words.cancelledShort] : [`${when}${often}`, place], issuer },
    moments: true,
  }
}
