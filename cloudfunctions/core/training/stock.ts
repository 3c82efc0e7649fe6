import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  unwritten,
  withEvent,
} from '#core/change/aggregate'
import { along, type Joined } from '#core/enrolment/along'

/** Who has one of a stock; the name stands in the roster of the course. */
export interface HeldMaterial {
  at: Instant
  byId: MemberId
  byName: string
}

/** What somebody has given back. */
export interface GivenBack extends HeldMaterial {
  memberId: MemberId
  backAt: Instant
  takenById: MemberId
  takenByName: string
}

/** Material of one kind that a course hands out, one to each. */
export interface Stock extends Aggregate {
  activityId: string
  title: string
  /** How many there are in all. */
  count: number
  /** `count` less the holders, never below zero: the write that hands one out asks for it. */
  left: number
  holders: Record<MemberId, HeldMaterial>
  /** The latest that were taken back. */
  returned: GivenBack[]
  /** The latest commands that handed out or took back, so that a late repeat does neither again. */
  commands: string[]
  events: Recorded<'made' | 'changed'>[]
}

/** A stock of which there is nothing yet. */
export const newStock = (_id: string, communityId: string, activityId: string): Stock => ({
  _id,
  communityId,
  ...unwritten(),
  activityId,
  title: '',
  count: 0,
  left: 0,
  holders: {},
  returned: [],
  commands: [],
})

const heldOf = ({ holders }: Pick<Stock, 'holders'>): number => Object.keys(holders).length

/** Says how many there are, and what they are called; never fewer than have been handed out. */
export function decideStock(
  stock: Stock,
  command: Command,
  { title, count }: { title: string; count: number },
): Decision<Stock> {
  const held = heldOf(stock)
  if (count < held) return { refusal: 'stock_held' }
  if (stock.rev > 0 && stock.title === title && stock.count === count) return { next: stock }
  const note = `${title} ${count}`
  const next = withEvent(stock, command, stock.rev === 0 ? 'made' : 'changed', note)
  return { next: { ...next, title, count, left: count - held } }
}

/** How a stock stands towards somebody after a step that was not written: it is done, or why it cannot be. */
export function handOutFault(
  { holders, left, commands }: Stock,
  memberId: MemberId,
  key: string,
): RefusalCode | undefined {
  if (holders[memberId] || commands.includes(key)) return undefined
  return left < 1 ? 'stock_empty' : 'conflict'
}

/** An account that is joined to a paper member: one of two of a kind is no longer counted, and none comes back. */
export function stockAlong(stock: Stock, joined: Joined): Stock {
  const next = along(stock, joined)
  const twice = heldOf(stock) - heldOf(next)
  return twice === 0 ? next : { ...next, count: next.count - twice }
}
