import type { CannotJoin, MySignup, SessionView, SignupRule } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'

/** The one thing to do next about a session. */
export type NextStep =
  | { step: 'signUp' }
  /** `position`: where one would stand. */
  | { step: 'waitlist'; position: number }
  | { step: 'enterDraw' }
  | { step: 'accept' }
  | { step: 'checkIn' }
  /** It is over and one was there. */
  | { step: 'rate' }
  /** One is said to have missed it, and may still say something to it. */
  | { step: 'explain' }
  /** Signed up, and nothing to be done now. */
  | { step: 'wait' }
  | { step: 'barred'; why: CannotJoin }

type Own = Pick<MySignup, 'state' | 'present'>
const live = new Set<Own['state']>(['confirmed', 'waitlisted', 'offered', 'in_draw'])

/** Whether a sign-up still stands. */
export const isStillMine = (mine: Own | undefined): boolean => mine !== undefined && live.has(mine.state)

/** Whether one may still leave a session: not once one is there. */
export const mayWithdraw = (mine: Own, from: Instant, now: Instant): boolean =>
  isStillMine(mine) && mine.state !== 'offered' && mine.present !== true && now < from

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
    return doorIsOpen(mine, session.to, doorOpensAt, now) ? { step: 'checkIn' } : { step: 'wait' }
  }
  // who needs a child, or asks for a relative, finds the way in the sheet
  if (cannotJoin !== undefined && cannotJoin !== 'needs_child') return { step: 'barred', why: cannotJoin }
  if (rule === 'draw') return { step: 'enterDraw' }
  return session.waiting === 0 && session.free > 0
    ? { step: 'signUp' }
    : { step: 'waitlist', position: session.waiting + 1 }
}
