import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'

/** One notice of a person that a message is worth. */
export interface WaitingNotice {
  noticeId: string
  /** The template that would be sent; purposes may share one, and then they share its allowance. */
  templateId: string
  /** Higher is worth more. */
  worth: number
  /** When it may be sent, at the earliest. */
  dueAt: Instant
  /** From then on it is of no use. */
  until: Instant
  /** The last allowance is not spent on it. */
  spare?: boolean
}

/** A notice that will come, as far as it is known. */
export type ForeseenNotice = Pick<WaitingNotice, 'templateId' | 'worth' | 'dueAt'>

/** What becomes of the notices of one person now. */
export interface Spending {
  send: string[]
  /** These are decided anew at this time. */
  wait: { noticeId: string; at: Instant }[]
  /** No allowance is left for them. */
  passOver: string[]
  /** Their time is over. */
  late: string[]
}

/** An allowance is kept for what is due within this time. */
export const foresightMs = dayMs

interface Claim {
  worth: number
  dueAt: Instant
  until: Instant
  noticeId?: string
  spare?: boolean
}

/** What is worth more comes first; of equal worth what can be sent now, and then what ends first. */
const inOrder =
  (now: Instant) =>
  (one: Claim, other: Claim): number =>
    other.worth - one.worth ||
    Number(one.dueAt > now) - Number(other.dueAt > now) ||
    one.until - other.until ||
    (one.noticeId ?? '').localeCompare(other.noticeId ?? '')

/**
 * Spends the allowances of one person, for each template on what is worth most of all that is due within a day.
 * The last is not spent on what can be spared. A notice for which none is left waits where one is kept for what may not come, and is passed over otherwise.
 * What waits for its time is in no list.
 */
export function spend(
  now: Instant,
  balances: ReadonlyMap<string, number>,
  waiting: readonly WaitingNotice[],
  foreseen: readonly ForeseenNotice[],
): Spending {
  const spending: Spending = { send: [], wait: [], passOver: [], late: [] }
  const isOver = ({ until }: WaitingNotice) => until <= now
  spending.late = waiting.filter(isOver).map(({ noticeId }) => noticeId)
  const living = waiting.filter((notice) => !isOver(notice))
  for (const templateId of new Set(living.map((notice) => notice.templateId))) {
    const claims: Claim[] = [
      ...living.filter((notice) => notice.templateId === templateId),
      ...foreseen
        .filter((notice) => notice.templateId === templateId && notice.dueAt > now)
        .map((notice) => ({ ...notice, until: notice.dueAt + foresightMs })),
    ]
      .filter(({ dueAt }) => dueAt <= now + foresightMs)
      .sort(inOrder(now))
    const balance = Math.max(0, balances.get(templateId) ?? 0)
    const isServed = ({ spare }: Claim, index: number) => index < (spare ? balance - 1 : balance)
    const served = claims.filter(isServed)
    const others = claims.filter((claim, index) => !isServed(claim, index))
    const freeAt = Math.min(...served.filter(({ dueAt }) => dueAt > now).map(({ dueAt }) => dueAt))
    for (const { noticeId, dueAt } of served) if (noticeId && dueAt <= now) spending.send.push(noticeId)
    for (const { noticeId, dueAt, until } of others) {
      if (!noticeId || dueAt > now) continue
      if (freeAt < until) spending.wait.push({ noticeId, at: freeAt })
      else spending.passOver.push(noticeId)
    }
  }
  return spending
}
