import type { Instant } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'

/**
 * What became of a notice in WeChat. `inbox`: no message is worth it; `waiting`: it is still to be decided;
 * `trying`: WeChat is being asked; `sent`: WeChat took it; `not_allowed`: the person's allowances are spent, or
 * kept for more; `refused`: the person refuses; `failed`: WeChat cannot reach them; `late`: its time was over
 * before it could be sent; `unknown`: the answer was lost, and it is not sent again.
 */
export const deliveries = [
  'inbox',
  'waiting',
  'trying',
  'sent',
  'not_allowed',
  'refused',
  'failed',
  'late',
  'unknown',
] as const
export type Delivery = (typeof deliveries)[number]

/** No message has reached the person, as far as anybody knows, and none will come. */
export const unreached: readonly Delivery[] = ['not_allowed', 'refused', 'failed', 'late', 'unknown']

/**
 * What WeChat said to one message. `sent`: it took it. `refused`: the person has not allowed it, or has used it up.
 * `gone`: there is no such user. `unfit`: these words or this page, by a mistake in the settings; `unusable`: no
 * message of the template, by one as well. `unwanted`: WeChat will not carry these words. `busy`: not now.
 * `lost`: nobody knows.
 */
export type SendAnswer = 'sent' | 'refused' | 'gone' | 'unfit' | 'unusable' | 'unwanted' | 'busy' | 'lost'

/** What follows from an answer. Every answer has its row. */
interface Consequence {
  /** What the notice ends as; absent: it is tried again, until its time is over. */
  ends?: Delivery
  /** What becomes of the allowance. Nothing is spent on what WeChat has not taken. */
  allowance: 'spent' | 'emptied' | 'kept'
  /** The administrator is told, and sees it beside the template. */
  told?: true
  /** Other messages of the template are put off as well. */
  stops?: true
}
export const consequences: Record<SendAnswer, Consequence> = {
  sent: { ends: 'sent', allowance: 'spent' },
  refused: { ends: 'refused', allowance: 'emptied' },
  gone: { ends: 'failed', allowance: 'kept' },
  unfit: { allowance: 'kept', told: true },
  unusable: { allowance: 'kept', told: true, stops: true },
  unwanted: { ends: 'failed', allowance: 'kept' },
  busy: { allowance: 'kept' },
  // it may have been taken; WeChat says by 43101 when nothing is left
  lost: { ends: 'unknown', allowance: 'kept' },
}

/** Whoever opens the mini-program within this time is not telephoned. */
export const graceMs = 10 * minuteMs

/** When it is looked at whether somebody is to be telephoned, after a delivery that ended so; null for never. */
export const calledAfter = (delivery: Delivery, now: Instant): Instant | null =>
  unreached.includes(delivery) && delivery !== 'late' ? now + graceMs : null

/** A mistake in the settings can be mended within this time; then the notice is given up. */
export const mendedWithinMs = dayMs
/** So long WeChat is left alone after a mistake in the settings. */
export const settingsPauseMs = 30 * minuteMs
/** A run of the timer is over by then, so nobody waits for this answer any more. */
export const answerWithinMs = 2 * minuteMs

/** A notice as its delivery sees it. */
export interface Delivered {
  delivery: Delivery
  /** When it is looked at next; null when that is over. */
  dueAt: Instant | null
  at: Instant
  /** How often it was tried. */
  tries?: number
}
type Next = Pick<Delivered, 'delivery' | 'dueAt' | 'tries'>

/** The attempt is noted before WeChat is asked: whoever finds it later knows that it may have been sent. */
export const attempted = ({ tries = 0 }: Delivered, now: Instant): Next => ({
  delivery: 'trying',
  dueAt: now + answerWithinMs,
  tries: tries + 1,
})

/** What becomes of a notice after the answer; `until`: from then on it is of no use. */
export function answered(
  { at, tries = 1 }: Delivered,
  answer: SendAnswer,
  until: Instant,
  now: Instant,
): Pick<Next, 'delivery' | 'dueAt'> {
  const { ends, told } = consequences[answer]
  if (ends) return { delivery: ends, dueAt: calledAfter(ends, now) }
  const lasts = told ? Math.min(until, at + mendedWithinMs) : until
  const again = now + (told ? settingsPauseMs : Math.min(2 ** tries, 60) * minuteMs)
  if (lasts <= now) {
    const end = told ? 'failed' : 'late'
    return { delivery: end, dueAt: calledAfter(end, now) }
  }
  return { delivery: 'waiting', dueAt: Math.min(again, lasts) }
}

/** An attempt whose answer nobody noted is never made again. */
export const unanswered = (now: Instant): Next => ({
  delivery: 'unknown',
  dueAt: calledAfter('unknown', now),
})
