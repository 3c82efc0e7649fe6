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

/** A line that was on its way at midnight has arrived by then: no function lives that long. */
const settleMs = 10 * minuteMs
const most = 1000
/** Days digested in one run of the timer; a gap is caught up over several. */
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
    // a copy outside the database: whoever could rewrite both would have to rewrite the log as well
    log('hours.digested', { day, entries: digest.entries, digest: digest.digest })
    before = digest
    day = nextDay(day)
  }
  return made
}

/** A day's digest, or the latest; for anybody to note. */
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
 * Walks the ledgers, some volunteers at a time, and with the first of them every day's digest: first whoever's document
 * knows of a ledger, there or not; then ledgers that nobody's document knows. What does not follow is named by ids only.
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

/** Marks a cursor of the first walk; the second has cursors of its own, and begins with this one. */
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
  // what was credited just now is noted in a moment
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

/** Days whose digest is not what their lines and the day before give. */
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
