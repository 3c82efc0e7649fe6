import type { Limits } from '#contract/community'
import type { Feedbacks, MySignup } from '#contract/session'
import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type { OwnLessons } from '#core/training/attendance'
import type { DoorList } from './door'
import type { Session } from './session'

/** What a party says after a session, once; readers are not told who said it. */
export interface Feedback {
  /** `fb_<session>_<member>`, so that a second feedback collides with the first. */
  _id: string
  communityId: string
  sessionId: string
  activityId: string
  memberId: MemberId
  stars: number
  comment: string | null
  at: Instant
  /** The command that gave it, so that a repeat is recognised. */
  command: string
  fingerprint: string
}

export const feedbackId = (sessionId: string, memberId: MemberId): string => `fb_${sessionId}_${memberId}`

/** The part of a door list that concerns one member. */
export type OwnDoor = Pick<Partial<DoorList>, 'marks' | 'missed' | 'appeals' | 'untaken'>

type Spoken = Pick<Session, 'state' | 'from' | 'to' | 'roster'>

/**
 * Why a member may give no feedback on a session now; undefined when they may. A member who was not present
 * may not; where nobody took attendance, everybody who had a place may.
 */
export function feedbackBar(
  session: Spoken,
  door: OwnDoor | undefined,
  memberId: MemberId,
  now: Instant,
  limits: Pick<Limits, 'feedbackDays'>,
): RefusalCode | undefined {
  const party = session.roster[memberId]
  if (!party) return 'not_signed_up'
  if (session.state === 'cancelled') return 'session_cancelled'
  if (now < session.to) return 'feedback_early'
  if (now > session.to + limits.feedbackDays * dayMs) return 'feedback_late'
  if (party.state !== 'confirmed') return 'feedback_absent'
  const taken = door && !door.untaken
  return taken && !door.marks?.[memberId]?.present ? 'feedback_absent' : undefined
}

/** What became of a member's place once the session began. */
export type Aftermath = Pick<MySignup, 'present' | 'missed' | 'appeal' | 'mayExplain' | 'stars' | 'mayRate'>

/** The same, with what is said of the member at the lessons of a course. */
export interface OwnAftermath {
  own: Aftermath
  lessons?: OwnLessons
}

export function aftermathOf(
  session: Spoken,
  door: OwnDoor | undefined,
  stars: number | undefined,
  memberId: MemberId,
  now: Instant,
  limits: Pick<Limits, 'feedbackDays' | 'attendanceFixDays'>,
): Aftermath {
  const mark = door?.marks?.[memberId]
  const appeal = door?.appeals?.[memberId]
  const missed = door?.missed?.[memberId] !== undefined
  const correctable = now <= session.to + limits.attendanceFixDays * dayMs
  const mayRate = stars === undefined && feedbackBar(session, door, memberId, now, limits) === undefined
  return {
    ...(mark ? { present: mark.present } : {}),
    ...(missed ? { missed: true as const } : {}),
    ...(appeal ? { appeal: appeal.note } : {}),
    ...(missed && !appeal && correctable ? { mayExplain: true as const } : {}),
    ...(stars === undefined ? {} : { stars }),
    ...(mayRate ? { mayRate: true as const } : {}),
  }
}

/** All feedback on a session together; it is given oldest first, and the comments come newest first. */
export function feedbacksOf(all: readonly Pick<Feedback, 'stars' | 'comment' | 'at'>[]): Feedbacks {
  const byStars: Feedbacks['byStars'] = [0, 0, 0, 0, 0]
  for (const { stars } of all) byStars[stars - 1] = (byStars[stars - 1] ?? 0) + 1
  const comments = all
    .flatMap(({ at, stars, comment }) => (comment === null ? [] : [{ at, stars, comment }]))
    .sort((a, b) => b.at - a.at)
  return { count: all.length, byStars, comments }
}
