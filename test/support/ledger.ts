import { createHmac } from 'node:crypto'
import type { CreditEffect } from '#core/change/effect'
import { decideReverse, newReversal } from '#core/hours/honour'
import { type LedgerLine, nextEntry } from '#core/hours/ledger'
import type { Marker, Vouched } from '#core/hours/marks'
import { countedOnce } from '#core/hours/union'
import { commandAt } from './commands'
import { chenLeader } from './hours'
import { mondayNine } from './time'

/** Marks under a key that no forger of a test has. */
export const markForTests: Marker = (text) => createHmac('sha256', 'a key').update(text).digest('hex')
/** What a check is given where every line of the ledger has a mark, or none has and none is asked for. */
export const vouchedForTests: Vouched = { mark: markForTests, since: undefined }

/** A ledger as the cloud keeps it: each source is credited once, however often its effect is carried out. */
export class Ledger {
  readonly lines: LedgerLine[] = []
  readonly credits: CreditEffect[] = []

  credit(effect: CreditEffect): void {
    this.credits.push(effect)
    if (this.lines.some(({ source }) => source === effect.source)) return
    const counted = countedOnce(effect, this.lines)
    this.lines.push(nextEntry(this.lines.at(-1), counted, 'tubengkan', mondayNine + this.lines.length))
  }

  /** A leader takes one of the lines back, where that is possible. */
  reverse(which: number, at: number): void {
    const line = this.lines[which % Math.max(this.lines.length, 1)]
    if (!line) return
    const decision = decideReverse(newReversal(line), commandAt(mondayNine + at), line, chenLeader, '记错了')
    for (const effect of decision.next?.pending ?? []) if (effect.effect === 'credit') this.credit(effect)
  }
}
