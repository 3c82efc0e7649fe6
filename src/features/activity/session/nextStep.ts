import type { CannotJoin, MySignup, SessionView, SignupRule } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { ownDoor } from '../course/ownDoor'

/** The one thing to do next about a session. */
export type NextStep =
  | { step: 'signUp' }
  /** `position`: the place in the waiting line that a new party would get. */
  | { step: 'waitlist'; position: number }
  | { step: 'enterDraw' }
  | { step: 'accept' }
  | { step: 'checkIn' }
  /** The session is over and the viewer was there. */
  | { step: 'rate' }
  /** The session is recorded as missed, and the viewer may still answer that. */
  | { step: 'explain' }
  /** The viewer is signed up and has nothing to do now. */
  | { step: 'wait' }
  | { step: 'cannotJoin'; why: CannotJoin }

type Own = Pick<MySignup, 'state' | 'present'>
const live = new Set<Own['state']>(['confirmed', 'waitlisted', 'offered', 'in_draw'])

/** Whether the sign-up is neither withdrawn, lapsed nor cancelled. */
export const isStillMine = (mine: Own | undefined): boolean => mine !== undefined && live.has(mine.state)

/** Whether the viewer may still withdraw: before the session begins, and not after checking in. */
export const mayWithdraw = (mine: Own, from: Instant, now: Instant): boolean =>
  isStillMine(mine) && mine.state !== 'offered' && mine.present !== true && now < from

/** Until when somebody may leave: until a session begins, and out of a course until it is over. */
export const leavesUntil = ({ from, to, lessons }: Pick<SessionView, 'from' | 'to' | 'lessons'>): Instant =>
  lessons ? to : from

/** The door is open from `doorOpensAt` until the end. */
const doorIsOpen = (mine: Own, to: Instant, doorOpensAt: Instant, now: Instant): boolean =>
  mine.state === 'confirmed' && mine.present !== true && now >= doorOpensAt && now < to

export function nextStep(
  session: SessionView,
  rule: SignupRule,
  doorOpensAt: Instant,
  now: Instant,
): NextStep {
  const { mine, cannotJoin } = session
  if (mine && isStillMine(mine)) {
    if (mine.state === 'offered') return { step: 'accept' }
    if (mine.mayRate) return { step: 'rate' }
    if (mine.mayExplain) return { step: 'explain' }
    const { to, present } = ownDoor(session, now)
    const own = { state: mine.state, ...(present !== undefined && { present }) }
    return doorIsOpen(own, to, doorOpensAt, now) ? { step: 'checkIn' } : { step: 'wait' }
  }
  // `needs_child` does not end here: the sheet asks for the child.
  if (cannotJoin !== undefined && cannotJoin !== 'needs_child') return { step: 'cannotJoin', why: cannotJoin }
  if (rule === 'draw') return { step: 'enterDraw' }
  return session.waiting === 0 && session.free > 0
    ? { step: 'signUp' }
    : { step: 'waitlist', position: session.waiting + 1 }
}
