import { type Context, no, yes } from '#app/call/context'
import type { HoursDigest, hoursDigest } from '#contract/hours'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Day } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { addDays } from '#core/calendar/almanac'
import { type Digest, digestOf } from '#core/hours/digest'
import type { LedgerLine } from '#core/hours/ledger'
import { markedDigest } from '#core/hours/marks'
import { digests, entries } from '#store/collections'
import { log } from '#store/platform/log'
import { atLeast, below, between, present } from '#store/words/conditions'
import { environmentMark } from './mark'

/** Lines that were being written at midnight are there by then: no function runs that long. */
export const settleMs = 10 * minuteMs
/** The database gives so many documents at once. */
const most = 1000
/** One run of the timer digests so many days at most; a longer gap takes several runs. */
const daysAtOnce = 31

export async function creditedOn(communityId: string, day: Day): Promise<LedgerLine[]> {
  const from = instantOf(day, '00:00') ?? 0
  const lines: LedgerLine[] = []
  for (;;) {
    const span = { communityId, creditedAt: between(atLeast(from), below(from + dayMs)) }
    const next = await entries.find('credited', span, { limit: most, after: lines.at(-1) })
    lines.push(...next)
    if (next.length < most) return lines
  }
}

const latestDigest = async (communityId: string): Promise<Digest | undefined> =>
  (await digests.find('byDay', { communityId }, { limit: 1, backwards: true }))[0]

/** The day since which every line has a mark, see `Vouched`. */
export const markedSince = async (communityId: string): Promise<Day | undefined> =>
  (await digests.find('byDay', { communityId, mark: present }, { limit: 1 }))[0]?.day

/** The day before which this instance has seen every day digested, for each community. */
const digestedBefore = new Map<string, Day>()

/** Publishes the digest of every day that is over, from the first line ever; a digest is never written twice. */
export async function digestDays(communityId: string, now: number, stopAt: number): Promise<number> {
  const today = dayOf(now - settleMs)
  if (digestedBefore.get(communityId) === today) return 0
  let before = await latestDigest(communityId)
  const [first] = before ? [] : await entries.find('credited', { communityId }, { limit: 1 })
  let day = before ? addDays(before.day, 1) : first && dayOf(first.creditedAt)
  let made = 0
  for (; day !== undefined && day < today && made < daysAtOnce && performance.now() < stopAt; made++) {
    const lines = await creditedOn(communityId, day)
    const digest = markedDigest(digestOf(communityId, day, lines, before), environmentMark())
    if (!(await digests.insert(digest))) return made
    // whoever rewrites the database would have to rewrite this log as well
    log('hours.digested', { day, entries: digest.entries, digest: digest.digest })
    before = digest
    day = addDays(day, 1)
  }
  if (day === undefined || day >= today) digestedBefore.set(communityId, today)
  return made
}

/** Shows anybody a day's digest, or the latest. */
export async function digest(
  { community }: Context,
  { day }: Input<typeof hoursDigest>,
): Promise<Answer<HoursDigest>> {
  const communityId = community._id
  const found =
    day === undefined ? await latestDigest(communityId) : await digests.get(`${communityId}_${day}`)
  if (!found) return no('not_found')
  return yes({ day: found.day, entries: found.entries, prev: found.prev, digest: found.digest })
}
