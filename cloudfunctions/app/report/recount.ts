import type { Day, Instant } from '#contract/shared/scalars'
import type { LedgerLine } from '#core/hours/ledger'
import { type DaySums, type SummedLine, sameSums, sumsOf } from '#core/hours/sums'
import { type CountedRequest, tallyLinesOf } from '#core/request/rates'
import { entries, hourSums, requests, tallies } from '#store/collections'
import type { Documents } from '#store/engine/documents'
import type { HourSums } from '#store/rows/hours'
import type { Tally } from '#store/rows/request'
import { plus } from '#store/words/changes'
import { above, atLeast, atMost, between } from '#store/words/conditions'
import { bookingsMadeIn } from './bookingFigures'

/** The database gives so many documents at once. */
const most = 1000

/** The figures of a day. They owe a recount while they are due. */
type DayDocument = Tally | HourSums

/**
 * Says that a day's requests, or its bookings, have changed. It costs one write, however many the day has; they
 * are counted once for all that has been said, by the timer or by whoever reads the day before it.
 */
export const oweRecountOfRequests = (communityId: string, day: string): Promise<void> =>
  owe<Tally>(tallies, { ...dayAt(communityId, day), lines: [] })

/** The same for a day's service. */
export const oweRecountOfHours = (communityId: string, day: string): Promise<void> =>
  owe<HourSums>(hourSums, { ...dayAt(communityId, day), byTeam: {}, byProject: {}, byMember: {} })

const dayAt = (communityId: string, day: string) => {
  const _id = `${communityId}_${day}`
  return { _id, communityId, day, rev: 0, dueAt: Date.now() }
}

/** Figures that are counted anew when they are due. */
interface Counted {
  _id: string
  rev: number
  dueAt: Instant | null
}

/** Every change raises `rev`, so that who counts at this moment does not take the figures for counted. */
export async function owe<Figures extends Counted>(
  figures: Pick<Documents<Figures>, 'insert'> & Pick<Documents<Counted>, 'update'>,
  first: Figures & { dueAt: Instant },
): Promise<void> {
  const { _id, dueAt } = first
  const again = { rev: plus(1), dueAt }
  if (await figures.update({ _id }, again)) return
  if (!(await figures.insert(first))) await figures.update({ _id }, again)
}

const owesRecount = ({ dueAt = null }: DayDocument): boolean => dueAt !== null

/**
 * Counts a day's requests anew, and its bookings where their figures are kept. The day stays due where one of them
 * has changed meanwhile; what was counted is answered all the same.
 */
export async function recountRequests({
  _id,
  communityId,
  day,
  rev,
  bookings,
}: Tally): Promise<Pick<Tally, 'lines' | 'bookings'>> {
  const counted = {
    lines: tallyLinesOf(await filedOn(communityId, day)),
    ...(bookings && { bookings: await bookingsMadeIn(communityId, day, day) }),
  }
  await tallies.update({ _id, rev }, { ...counted, dueAt: null })
  return counted
}

/** Adds a day's service up anew from the ledgers, as `recountRequests` does. */
export async function recountHours({ _id, communityId, day, rev }: HourSums): Promise<DaySums> {
  const sums = sumsOf(await servedOn(communityId, day))
  await hourSums.update({ _id, rev }, { ...sums, dueAt: null })
  return sums
}

/** Counts every day of service that owes it, before its sums are asked. */
export async function countOwedHours(): Promise<void> {
  for (const day of await hourSums.due(Date.now(), longestDays)) await recountHours(day)
}

/** A report covers a year at most. */
export const longestDays = 366

/** The counts of a span of days, both ends included. What owes a recount is counted before it is answered. */
export async function talliesOf(communityId: string, from: Day, to: Day): Promise<Tally[]> {
  const span = { communityId, day: between(atLeast(from), atMost(to)) }
  const days = await tallies.find('byDay', span, { limit: longestDays })
  for (const day of days.filter(owesRecount)) Object.assign(day, await recountRequests(day))
  return days
}

/** The sums of a span of days, as `talliesOf`. */
export async function sumsIn(communityId: string, from: Day, to: Day): Promise<HourSums[]> {
  const span = { communityId, day: between(atLeast(from), atMost(to)) }
  const days = await hourSums.find('byDay', span, { limit: longestDays })
  for (const day of days.filter(owesRecount)) Object.assign(day, await recountHours(day))
  return days
}

const countedFields = [
  ...(['gridId', 'category', 'tier', 'state'] as const),
  ...(['respondedAt', 'respondBy', 'satisfied', 'withdrawn', 'finishedAt'] as const),
]

async function filedOn(communityId: string, filedDay: string): Promise<CountedRequest[]> {
  const found: (CountedRequest & { _id: string })[] = []
  for (;;) {
    const reading = { limit: most, fields: countedFields, after: found.at(-1) }
    const next = await requests.find('byDay', { communityId, filedDay }, reading)
    found.push(...next)
    if (next.length < most) return found
  }
}

const summedFields = [
  ...(['kind', 'reversedKind', 'minutes'] as const),
  ...(['teamId', 'projectId', 'memberId'] as const),
]

async function servedOn(communityId: string, day: string): Promise<SummedLine[]> {
  const lines: SummedLine[] = []
  for (;;) {
    const reading = { limit: most, fields: summedFields, after: lines.at(-1) }
    const next = await entries.find('byDay', { communityId, day }, reading)
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

/**
 * Adds every day's service up anew and compares. The sums are read first, so a line may be ahead of them. A day
 * that owes a recount agrees: nobody is shown its sums before it is counted.
 */
export async function recountedDays(communityId: string): Promise<RecountedDay[]> {
  const stored = new Map((await allSums(communityId)).map((sums) => [sums.day, sums]))
  const recounted: RecountedDay[] = []
  for await (const lines of linesByDay(communityId)) {
    const day = lines[0]?.day ?? ''
    const creditedAt = Math.max(...lines.map((line) => line.creditedAt))
    recounted.push({ day, agrees: agrees(stored.get(day), lines), creditedAt })
    stored.delete(day)
  }
  for (const [day, sums] of stored) recounted.push({ day, agrees: agrees(sums, []), creditedAt: 0 })
  return recounted
}

const agrees = (sums: HourSums | undefined, lines: readonly LedgerLine[]): boolean =>
  (sums !== undefined && owesRecount(sums)) || sameSums(sumsOf(lines), sums)

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
