import type { LedgerLine } from '#core/hours/ledger'
import { sumsOf } from '#core/hours/sums'
import { tallyLinesOf } from '#core/request/rates'
import type { ServiceRequest } from '#core/request/request'
import { entries, hourSums, requests, tallies } from '#store/collections'
import { saving } from '#store/saving'

/** The database gives so many documents at once. */
const most = 1000

/** Counts a day's requests anew. Of two that count at once, the slower one counts again. */
export async function recountRequests(communityId: string, day: string): Promise<void> {
  const _id = `${communityId}_${day}`
  await saving(tallies, _id, async (before) => {
    const lines = tallyLinesOf(await filedOn(communityId, day))
    return { next: { _id, communityId, day, rev: (before?.rev ?? 0) + 1, lines } }
  })
}

async function filedOn(communityId: string, filedDay: string): Promise<ServiceRequest[]> {
  const found: ServiceRequest[] = []
  for (;;) {
    const day = { communityId, filedDay }
    const next = await requests.find('byDay', day, { limit: most, after: found.at(-1) })
    found.push(...next)
    if (next.length < most) return found
  }
}

/** Adds a day's service up anew from the ledgers. Of two that count at once, the slower one counts again. */
export async function recountHours(communityId: string, day: string): Promise<void> {
  const _id = `${communityId}_${day}`
  await saving(hourSums, _id, async (before) => {
    const sums = sumsOf(await servedOn(communityId, day))
    return { next: { _id, communityId, day, rev: (before?.rev ?? 0) + 1, ...sums } }
  })
}

async function servedOn(communityId: string, day: string): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = []
  for (;;) {
    const next = await entries.find('byDay', { communityId, day }, { limit: most, after: lines.at(-1) })
    lines.push(...next)
    if (next.length < most) return lines
  }
}
