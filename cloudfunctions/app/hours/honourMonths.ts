import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Honour } from '#core/hours/honour'
import { countedHonours, honourMonthId, monthOf, newHonourMonth, withHeld } from '#core/hours/honourMonth'
import type { LedgerLine } from '#core/hours/ledger'
import { entries, honourMonths, honours } from '#store/collections'
import { saving } from '#store/saving'
import { atLeast, atMost, between } from '#store/words/conditions'

/** The database gives so many documents at once; nobody has more lines in a month. */
const manyLines = 1000

/**
 * Holds the minutes of an honour in its month before it is approved. False, and nothing is held, where the member
 * would then have more than `most` in that month. Holding again changes nothing.
 */
export async function holdHonour(honour: Honour, most: number, now: Instant): Promise<boolean> {
  const { fits } = await saving(honourMonths, honourMonthId(honour), async (stored) => {
    // the month is read before the ledger: what is not held in it any more has its line by then
    const month = stored ?? newHonourMonth(honour)
    const lines = await linesIn(honour.memberId, monthOf(honour))
    const counted = countedHonours(month, lines, honour._id, now)
    const fits =
      counted.minutes + honour.minutes <= most ||
      countedHonours(month, lines, honour._id, now, await neverApproved(counted.doubtful)).minutes +
        honour.minutes <=
        most
    const isHeld = month.held[honour._id]?.minutes === honour.minutes
    return fits && !isHeld ? { fits, next: withHeld(month, honour, now) } : { fits }
  })
  return fits
}

const linesIn = (memberId: MemberId, month: string): Promise<LedgerLine[]> =>
  entries.find(
    'year',
    { memberId, day: between(atLeast(`${month}-01`), atMost(`${month}-31`)) },
    { limit: manyLines },
  )

async function neverApproved(ids: readonly string[]): Promise<string[]> {
  const found = await honours.getMany(ids, { fields: ['state'] })
  return found.filter(({ state }) => state !== 'approved').map(({ _id }) => _id)
}
