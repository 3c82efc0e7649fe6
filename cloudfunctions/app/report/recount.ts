import type { LedgerLine } from '#core/hours/ledger'
import { sameSums, sumsOf } from '#core/hours/sums'
import { tallyLinesOf } from '#core/request/rates'
import type { ServiceRequest } from '#core/request/request'
import { entries, hourSums, requests, tallies } from '#store/collections'
import type { HourSums } from '#store/rows/hours'
import { saving } from '#store/saving'
import { above } from '#store/words/conditions'

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

/** A day's service added up anew, beside what is stored. */
export interface RecountedDay {
  day: string
  agrees: boolean
  /** When the last of its lines was credited; 0 where it has none. */
  creditedAt: number
}

/** Adds every day's service up anew and compares. The sums are read first, so a line may be ahead of them. */
export async function recountedDays(communityId: string): Promise<RecountedDay[]> {
  const stored = new Map((await allSums(communityId)).map((sums) => [sums.day, sums]))
  const recounted: RecountedDay[] = []
  for await (const lines of linesByDay(communityId)) {
    const day = lines[0]?.day ?? ''
    const creditedAt = Math.max(...lines.map((line) => line.creditedAt))
    recounted.push({ day, agrees: sameSums(sumsOf(lines), stored.get(day)), creditedAt })
    stored.delete(day)
  }
  for (const [day, sums] of stored) recounted.push({ day, agrees: sameSums(sumsOf([]), sums), creditedAt: 0 })
  return recounted
}

async function allSums(communityId: string): Promise<HourSums[]> {
  const sums: HourSums[] = []
  for (;;) {
    const day = above(sums.at(-1)?.day ?? '')
    const next = await hourSums.find('byDay', { communityId, day }, { limit: most })
    sums.push(...next)
    if (next.length < most) return sums
  }
}

/** Every line of the community, the lines of one day at a time. */
async function* linesByDay(communityId: string): AsyncGenerator<LedgerLine[]> {
  let held: LedgerLine[] = []
  let last: LedgerLine | undefined
  for (;;) {
    const next = await entries.find('byDay', { communityId }, { limit: most, after: last })
    for (const line of next) {
      if (held[0] && held[0].day !== line.day) {
        yield held
        held = []
      }
      held.push(line)
    }
    last = next.at(-1)
    if (next.length < most) break
  }
  if (held.length > 0) yield held
}
