import { type Context, no, yes } from '#app/call/context'
import { wholeLedger } from '#app/certificate/certificates'
import type { HoursBreak, HoursDigest, HoursVerified, hoursDigest, hoursVerify } from '#contract/hours'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Day } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { type Digest, digestOf } from '#core/hours/digest'
import { breaksIn, type LedgerLine } from '#core/hours/ledger'
import { digests, entries, members } from '#store/collections'
import { log } from '#store/platform/log'
import { above, atLeast, below, between } from '#store/words/conditions'

/** Lines that were being written at midnight are there by then: no function runs that long. */
const settleMs = 10 * minuteMs
const most = 1000
/** One run of the timer digests so many days at most; a longer gap takes several runs. */
const daysAtOnce = 31
const fewChains = 20

const nextDay = (day: Day): Day => dayOf((instantOf(day, '00:00') ?? 0) + dayMs)

async function creditedOn(communityId: string, day: Day): Promise<LedgerLine[]> {
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

/** Publishes the digest of every day that is over, from the first line ever; a digest is never written twice. */
export async function digestDays(communityId: string, now: number, stopAt: number): Promise<number> {
  let before = await latestDigest(communityId)
  const [first] = before ? [] : await entries.find('credited', { communityId }, { limit: 1 })
  let day = before ? nextDay(before.day) : first && dayOf(first.creditedAt)
  const today = dayOf(now - settleMs)
  let made = 0
  for (; day !== undefined && day < today && made < daysAtOnce && performance.now() < stopAt; made++) {
    const digest: Digest = digestOf(communityId, day, await creditedOn(communityId, day), before)
    if (!(await digests.insert(digest))) return made
    // whoever rewrites the database would have to rewrite this log as well
    log('hours.digested', { day, entries: digest.entries, digest: digest.digest })
    before = digest
    day = nextDay(day)
  }
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

/**
 * Checks all ledgers, a page of volunteers at a time, and with the first page every day's digest. First come
 * the members who note a ledger, then ledgers that no member notes. Breaks are named by ids only.
 */
export async function verify(
  { community, command }: Context,
  { cursor, limit = fewChains }: Input<typeof hoursVerify>,
): Promise<Answer<HoursVerified>> {
  const communityId = community._id
  const known = cursor === undefined || cursor.startsWith(ofMembers)
  const walked = known
    ? await knownLedgers(communityId, cursor?.slice(ofMembers.length), limit)
    : await unknownLedgers(communityId, cursor, limit, command.at)
  if (cursor === undefined) walked.breaks.push(...(await brokenDays(communityId)))
  return yes(walked)
}

/** Cursors over members begin with `ofMembers`. `beginsUnknown` starts the ledgers that no member notes. */
const ofMembers = 'm.'
const beginsUnknown = 'e.'

async function knownLedgers(
  communityId: string,
  cursor: string | undefined,
  limit: number,
): Promise<HoursVerified> {
  const page = await members.page('byHours', { communityId, hoursLines: above(0) }, { cursor, limit })
  const breaks: HoursBreak[] = []
  let counted = 0
  for (const { _id: memberId, hoursLines: lines = 0, hoursHash: hash = '' } of page.items) {
    const ledger = await wholeLedger(memberId)
    counted += ledger.length
    for (const broken of breaksIn(ledger, { lines, hash }))
      breaks.push({ memberId, ...broken, ...(ledger.length === 0 && { whole: true }) } as HoursBreak)
  }
  const nextCursor = page.nextCursor === undefined ? beginsUnknown : ofMembers + page.nextCursor
  return { chains: page.items.length, entries: counted, breaks, nextCursor }
}

async function unknownLedgers(
  communityId: string,
  cursor: string | undefined,
  limit: number,
  now: number,
): Promise<HoursVerified> {
  const after = cursor === beginsUnknown ? undefined : cursor
  const page = await entries.page('firsts', { communityId, seq: 1 }, { cursor: after, limit })
  const ids = page.items.map(({ memberId }) => memberId)
  const people = await members.getMany(ids)
  const noted = new Set(people.filter(({ hoursLines }) => hoursLines).map(({ _id }) => _id))
  const breaks: HoursBreak[] = []
  let counted = 0
  // a line that was credited just now is about to be noted
  const unnoted = page.items.filter(
    ({ memberId, creditedAt }) => !noted.has(memberId) && creditedAt < now - settleMs,
  )
  for (const { memberId } of unnoted) {
    const ledger = await wholeLedger(memberId)
    counted += ledger.length
    breaks.push({ memberId, what: 'unnoted', seq: ledger.length })
    breaks.push(...breaksIn(ledger, undefined).map((broken) => ({ memberId, ...broken })))
  }
  const { nextCursor } = page
  return { chains: unnoted.length, entries: counted, breaks, ...(nextCursor && { nextCursor }) }
}

/** Finds days whose digest does not follow from their lines and the day before. */
async function brokenDays(communityId: string): Promise<{ day: Day }[]> {
  const broken: { day: Day }[] = []
  let before: Digest | undefined
  for (;;) {
    const after = before?.day ?? ''
    const next = await digests.find('byDay', { communityId, day: above(after) }, { limit: most })
    for (const published of next) {
      const again = digestOf(communityId, published.day, await creditedOn(communityId, published.day), before)
      if (again.digest !== published.digest) broken.push({ day: published.day })
      before = published
    }
    if (next.length < most) return broken
  }
}
