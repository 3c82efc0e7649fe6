import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import { type Honour, honourSource } from './honour'
import type { LedgerLine } from './ledger'

/**
 * The honour minutes of a member in a month that somebody has approved or is approving. Whoever approves some
 * writes here first, so that of two who do it at once the later counts those of the other.
 */
export interface HonourMonth {
  /** `<memberId>_<YYYY-MM>`. */
  _id: string
  communityId: string
  rev: number
  /** By the id of the honour. */
  held: Record<string, { minutes: number; at: Instant }>
}

type Proposed = Pick<Honour, '_id' | 'communityId' | 'memberId' | 'minutes' | 'proposedAt'>

/** The month of an honour is that of its proposal, as on the statement; later approval does not move it. */
export const monthOf = ({ proposedAt }: Pick<Honour, 'proposedAt'>): string => dayOf(proposedAt).slice(0, 7)

export const honourMonthId = (honour: Pick<Honour, 'memberId' | 'proposedAt'>): string =>
  `${honour.memberId}_${monthOf(honour)}`

export const newHonourMonth = (honour: Proposed): HonourMonth => ({
  _id: honourMonthId(honour),
  communityId: honour.communityId,
  rev: 0,
  held: {},
})

export const withHeld = (month: HonourMonth, { _id, minutes }: Proposed, at: Instant): HonourMonth => ({
  ...month,
  held: { ...month.held, [_id]: { minutes, at } },
})

/** What counts in a month besides one honour. */
export interface CountedHonours {
  minutes: number
  /**
   * Honours that were held a minute ago or earlier and have no line. A function that died has left them, or a line
   * is still owed; who knows which they are may count them again without the former.
   */
  doubtful: string[]
}

/**
 * @param lines the member's lines of that month. A line that was taken back does not count.
 * @param left honours that nobody has approved.
 */
export function countedHonours(
  { held }: HonourMonth,
  lines: readonly LedgerLine[],
  honourId: string,
  now: Instant,
  left: readonly string[] = [],
): CountedHonours {
  const back = new Set(lines.map(({ reverses }) => reverses))
  const credited = lines.filter(({ kind, source }) => kind === 'honour' && source !== honourSource(honourId))
  const sources = new Set(lines.map(({ source }) => source))
  const owed = Object.entries(held).filter(
    ([id]) => id !== honourId && !left.includes(id) && !sources.has(honourSource(id)),
  )
  const standing = credited.filter(({ _id }) => !back.has(_id)).map(({ minutes }) => minutes)
  const minutes = [...standing, ...owed.map(([, one]) => one.minutes)].reduce((sum, more) => sum + more, 0)
  return { minutes, doubtful: owed.filter(([, { at }]) => at <= now - minuteMs).map(([id]) => id) }
}
