import type { MemberId } from '#contract/shared/scalars'
import type { Command } from '#core/change/aggregate'
import type { GivenBack, HeldMaterial, Stock } from '#core/training/stock'
import { stocks } from '#store/collections'
import { entryOf } from '#store/engine/entry'
import { appended, plus } from '#store/words/changes'
import { atLeast, not } from '#store/words/conditions'

const entry = entryOf<Stock>()

/** So many commands and returns a stock remembers. */
const kept = 500

const firstTime = ({ key }: Command) => ({ commands: not(key) })
const remembering = ({ key }: Command) => ({ commands: appended([key], kept), rev: plus(1) })

/** Hands one out; false where none is left, the member has one, or the command came before. */
export function handOne(
  stockId: string,
  memberId: MemberId,
  held: HeldMaterial,
  command: Command,
): Promise<boolean> {
  const own = entry('holders', memberId)
  return stocks.update(
    { _id: stockId, left: atLeast(1), ...own.absent, ...firstTime(command) },
    { ...own.set(held), left: plus(-1), ...remembering(command) },
  )
}

/** Takes back the one that the member has had since an instant; false where they have it no more, or for a repeat. */
export function takeOne(stockId: string, back: GivenBack, command: Command): Promise<boolean> {
  const own = entry('holders', back.memberId)
  return stocks.update(
    { _id: stockId, ...own.where({ at: back.at }), ...firstTime(command) },
    { ...own.gone, left: plus(1), returned: appended([back], kept), ...remembering(command) },
  )
}
