import type { DatesRefusal } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { type ActivityContent, type PlannedSession, uncancelledSessions } from './activity'

/** Dates that cannot be meant, and when they are: the session in question, or the close of sign-up. */
export interface DatesFault {
  refusal: DatesRefusal
  at: Instant
}

/** What is published a little late, at the door, is still meant. */
export const lateAnnouncementMs = 30 * minuteMs

type Dates = Pick<ActivityContent, 'sessions' | 'signup'>

/**
 * The latest time at which sign-up may close: lots are drawn before the first session begins, and who comes
 * first may sign up for the last one until that begins. Sessions that are over do not count; undefined where
 * no other is left.
 */
export function latestClose({ sessions, signup }: Dates, now: Instant): Instant | undefined {
  const begins = uncancelledSessions({ sessions }).flatMap(({ from, to }) => (to > now ? [from] : []))
  if (begins.length === 0) return undefined
  return signup.rule === 'draw' ? Math.min(...begins) : Math.max(...begins)
}

const sameWindow = (a: PlannedSession, b: PlannedSession): boolean => a.from === b.from && a.to === b.to

/**
 * The dates of a plan that cannot be meant; undefined while all can. Of a plan that is published already, only
 * what differs from `before` is looked at, so that a session that runs stands in nobody's way.
 */
export function datesFault(plan: Dates, now: Instant, before?: Dates): DatesFault | undefined {
  const known = new Map(before?.sessions.map((session) => [session.sessionId, session]))
  const live = uncancelledSessions(plan)
  const fresh = live.filter((session) => {
    const past = known.get(session.sessionId)
    return !past || past.cancelled || !sameWindow(past, session)
  })
  for (const session of fresh) {
    const twin = live.some((other) => other !== session && sameWindow(other, session))
    if (twin) return { refusal: 'sessions_same', at: session.from }
    const past = known.get(session.sessionId)
    const ran = past !== undefined && past.from <= now
    if (!ran && session.from <= now - lateAnnouncementMs)
      return { refusal: 'session_running', at: session.from }
  }
  return closeFault(plan, now, before)
}

function closeFault(plan: Dates, now: Instant, before: Dates | undefined): DatesFault | undefined {
  const { closesAt, rule } = plan.signup
  const latest = latestClose(plan, now)
  if (latest === undefined || closesAt <= latest) return undefined
  const stood =
    before?.signup.closesAt === closesAt && before.signup.rule === rule && latestClose(before, now) === latest
  if (stood) return undefined
  return { refusal: rule === 'draw' ? 'draw_late' : 'closes_late', at: closesAt }
}
