import { type Context, yes } from '#app/call/context'
import { faultsOf, wholeLedger } from '#app/certificate/certificates'
import { recountedDays } from '#app/report/recount'
import type { HoursBreak, HoursVerified, hoursVerify } from '#contract/hours'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import { type Digest, digestOf } from '#core/hours/digest'
import { breaksIn, type Head, type LedgerLine } from '#core/hours/ledger'
import { isWronglySummed, type LedgerSums } from '#core/hours/ledgerSums'
import { forgeriesIn, isForgedDigest, type Marker, unmarkedIn, type Vouched } from '#core/hours/marks'
import { certificates, digests, entries, ledgerSums, members } from '#store/collections'
import { above } from '#store/words/conditions'
import { creditedOn, markedSince, settleMs } from './digests'
import { markWith } from './mark'

const most = 1000
const fewChains = 20

/**
 * Checks all ledgers with the sums that are kept of them, a page of volunteers at a time, then all certificates,
 * and with the first page every day's digest and sums. First come the members who note a ledger, then ledgers
 * that no member notes. Breaks are named by ids only.
 */
export async function verify(
  { community, command, settings }: Context,
  { cursor, limit = fewChains }: Input<typeof hoursVerify>,
): Promise<Answer<HoursVerified>> {
  const mark = markWith(settings)
  const about: About = {
    communityId: community._id,
    now: command.at,
    vouched: { mark, since: await markedSince(community._id) },
  }
  if (cursor?.startsWith(ofCertificates))
    return yes(await checkedCertificates(about, cursor.slice(ofCertificates.length), limit))
  const known = cursor === undefined || cursor.startsWith(ofMembers)
  const walked = known
    ? await knownLedgers(about, cursor?.slice(ofMembers.length), limit)
    : await unknownLedgers(about, cursor, limit)
  if (cursor === undefined) {
    walked.breaks.push(...(await brokenDays(about.communityId, mark)))
    walked.breaks.push(...(await brokenSums(about)))
  }
  return yes(walked)
}

interface About {
  communityId: string
  now: number
  vouched: Vouched
}

/**
 * Cursors over members begin with `ofMembers`, those over certificates with `ofCertificates`. `beginsUnknown`
 * starts the ledgers that no member notes.
 */
const ofMembers = 'm.'
const beginsUnknown = 'e.'
const ofCertificates = 'c.'

async function knownLedgers(
  { communityId, vouched }: About,
  cursor: string | undefined,
  limit: number,
): Promise<HoursVerified> {
  const page = await members.page('byHours', { communityId, hoursLines: above(0) }, { cursor, limit })
  const breaks: HoursBreak[] = []
  let counted = 0
  let unmarkedLines = 0
  const kept = await keptSums(page.items.map(({ _id }) => _id))
  for (const { _id: memberId, hoursLines = 0, hoursHash = '', hoursMark } of page.items) {
    const head: Head = { lines: hoursLines, hash: hoursHash, mark: hoursMark }
    const ledger = await wholeLedger(memberId)
    counted += ledger.length
    unmarkedLines += unmarkedIn(ledger)
    for (const broken of breaksIn(ledger, head))
      breaks.push({ memberId, ...broken, ...(ledger.length === 0 && { whole: true }) } as HoursBreak)
    breaks.push(...forgeriesIn(ledger, head, memberId, vouched).map((forgery) => ({ memberId, ...forgery })))
    breaks.push(...missummed(memberId, kept.get(memberId), ledger, vouched.mark))
  }
  const nextCursor = page.nextCursor === undefined ? beginsUnknown : ofMembers + page.nextCursor
  return { chains: page.items.length, entries: counted, breaks, unmarkedLines, nextCursor }
}

/** The sums that are kept of these ledgers. They are read first, so the lines may be ahead of them. */
const keptSums = async (ids: readonly MemberId[]): Promise<ReadonlyMap<MemberId, LedgerSums>> =>
  new Map((await ledgerSums.getMany(ids)).map((sums) => [sums._id, sums]))

const missummed = (
  memberId: MemberId,
  sums: LedgerSums | undefined,
  ledger: readonly LedgerLine[],
  mark: Marker,
): HoursBreak[] =>
  sums && isWronglySummed(memberId, sums, ledger, mark)
    ? [{ memberId, what: 'missummed', seq: sums.seq }]
    : []

async function unknownLedgers(
  { communityId, now, vouched }: About,
  cursor: string | undefined,
  limit: number,
): Promise<HoursVerified> {
  const after = cursor === beginsUnknown ? undefined : cursor
  const page = await entries.page('firsts', { communityId, seq: 1 }, { cursor: after, limit })
  const ids = page.items.map(({ memberId }) => memberId)
  const people = await members.getMany(ids)
  const noted = new Set(people.filter(({ hoursLines }) => hoursLines).map(({ _id }) => _id))
  const breaks: HoursBreak[] = []
  let counted = 0
  let chains = 0
  const kept = await keptSums(ids)
  for (const { memberId } of page.items.filter((first) => !noted.has(first.memberId))) {
    const ledger = await wholeLedger(memberId)
    chains++
    counted += ledger.length
    // a line that was credited just now is about to be noted
    const isFresh = ledger.every(({ creditedAt }) => creditedAt >= now - settleMs)
    if (!isFresh) breaks.push({ memberId, what: 'unnoted', seq: ledger.length })
    breaks.push(...breaksIn(ledger, undefined).map((broken) => ({ memberId, ...broken })))
    breaks.push(
      ...forgeriesIn(ledger, undefined, memberId, vouched).map((forgery) => ({ memberId, ...forgery })),
    )
    breaks.push(...missummed(memberId, kept.get(memberId), ledger, vouched.mark))
  }
  return { chains, entries: counted, breaks, nextCursor: page.nextCursor ?? ofCertificates }
}

/** Checks what certificates say, against the ledgers and their marks. */
async function checkedCertificates(
  { communityId, vouched }: About,
  after: string,
  limit: number,
): Promise<HoursVerified> {
  const page = await certificates.walk(after, limit)
  const ours = page.filter((certificate) => certificate.communityId === communityId)
  const faults = await faultsOf(ours, vouched)
  const breaks = ours.flatMap(({ _id: certificateNo }, index): HoursBreak[] => {
    const what = faults[index]
    return what === undefined || what === 'revoked' ? [] : [{ certificateNo, what }]
  })
  const unmarkedCertificates = ours.filter(({ marks }) => marks === undefined).length
  const last = page.length < limit ? undefined : page.at(-1)
  return {
    chains: 0,
    entries: 0,
    breaks,
    certificates: ours.length,
    unmarkedCertificates,
    ...(last && { nextCursor: ofCertificates + last._id }),
  }
}

/** Finds days whose digest does not follow from their lines and the day before, or is not this deployment's. */
async function brokenDays(communityId: string, mark: Marker): Promise<HoursBreak[]> {
  const broken: HoursBreak[] = []
  let before: Digest | undefined
  for (;;) {
    const after = before?.day ?? ''
    const next = await digests.find('byDay', { communityId, day: above(after) }, { limit: most })
    for (const published of next) {
      const again = digestOf(communityId, published.day, await creditedOn(communityId, published.day), before)
      if (again.digest !== published.digest || isForgedDigest(published, before, mark))
        broken.push({ day: published.day })
      before = published
    }
    if (next.length < most) return broken
  }
}

/** Finds days whose sums are not those of their lines. What was credited just now is about to be added up. */
async function brokenSums({ communityId, now }: About): Promise<HoursBreak[]> {
  const days = await recountedDays(communityId)
  const wrong = days.filter(({ agrees, creditedAt }) => !agrees && creditedAt < now - settleMs)
  return wrong.map(({ day }): HoursBreak => ({ day, what: 'sums' }))
}
