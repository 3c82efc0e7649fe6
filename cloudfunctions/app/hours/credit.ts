import { eachAtOnce } from '#app/call/atOnce'
import { loadCommunity } from '#app/community/community'
import { tellMembers } from '#app/notice/tell'
import { oweRecountOfHours } from '#app/report/recount'
import { tellLeaders } from '#app/team/tellLeaders'
import type { CreditEffect, NoticeEffect } from '#core/change/effect'
import { type LedgerLine, nextEntry, withTeam } from '#core/hours/ledger'
import { linesOfPage } from '#core/hours/ledgerSums'
import { markedLine, markOfHead } from '#core/hours/marks'
import { countedOnce, daysAround, overlapEffect } from '#core/hours/union'
import { bookings, entries, members, shiftPlaces } from '#store/collections'
import { below, missing } from '#store/words/conditions'
import { oweLedgerSums } from './ledgerSums'
import { linesAround } from './linesAround'
import { environmentMark } from './mark'

/** The database gives so many documents at once; nobody serves so often in a few days. */
const manyLines = 1000

/** So many people are credited at once. */
const peopleAtOnce = 16

/**
 * Credits minutes once for each source, and each minute of a person once. Whoever loses the next seq to
 * another line reads the ledger again and tries the one after. The lines of one person are written one after
 * the other; that their days owe a recount is said once for all, and those concerned are told together.
 */
export async function creditAll(
  effects: readonly CreditEffect[],
  communityId: string,
  now: number,
): Promise<void> {
  const credited: Credited[] = []
  await eachAtOnce([...groupedByMember(effects)], peopleAtOnce, async (ofOne) => {
    for (const effect of ofOne) credited.push({ effect, line: await creditedLine(effect, communityId, now) })
  })
  for (const day of new Set(credited.map(({ line }) => line.day))) await oweRecountOfHours(communityId, day)
  for (const { effect, line } of credited) if (line.overlap) await tellOfOverlap(effect, line, now)
  await tellMembers(credited.flatMap(toldOf), communityId, now)
}

interface Credited {
  effect: CreditEffect
  line: LedgerLine
}

function groupedByMember(effects: readonly CreditEffect[]): Iterable<CreditEffect[]> {
  const groups = new Map<string, CreditEffect[]>()
  for (const effect of effects) groups.set(effect.memberId, [...(groups.get(effect.memberId) ?? []), effect])
  return groups.values()
}

/** The notice of a credit, with the minutes of the line. */
function toldOf({ effect: { told }, line: { overlap, minutes } }: Credited): NoticeEffect[] {
  return told ? [{ ...told, minutes: Math.abs(minutes), ...(overlap && { overlap }) }] : []
}

async function creditedLine(effect: CreditEffect, communityId: string, now: number): Promise<LedgerLine> {
  const { memberId, source } = effect
  const community = await loadCommunity(communityId)
  const placed = community ? withTeam(effect, community) : effect
  for (;;) {
    // the tail is read first: a line that comes after it takes its seq, and this one is counted anew
    const [tail] = await entries.find('bySeq', { memberId }, { limit: 1 })
    const lines = tail && effect.kind !== 'honour' ? await linesOfStretch(placed) : []
    const next = nextEntry(tail, countedOnce(placed, lines), communityId, now)
    const entry = markedLine(next, environmentMark())
    if (await entries.insert(entry)) return noted(entry)
    const [credited] = await entries.find('source', { memberId, source }, { limit: 1 })
    if (credited) return noted(credited)
  }
}

/** Reads the lines of the stretch that a credit belongs to. */
const linesOfStretch = (credit: CreditEffect): Promise<LedgerLine[]> =>
  linesAround(
    (day) => entries.find('year', { memberId: credit.memberId, day }, { limit: manyLines }),
    (lines) => daysAround(credit, lines),
  )

/** Shows on the service that some of its time had counted, and tells the team's leaders once. */
async function tellOfOverlap({ shownOn }: CreditEffect, line: LedgerLine, now: number): Promise<void> {
  const { memberId, communityId, overlap } = line
  if (overlap && shownOn?.collection === 'bookings') await bookings.update({ _id: shownOn.id }, { overlap })
  if (overlap && shownOn?.collection === 'shiftPlaces')
    await shiftPlaces.update({ _id: shownOn.id }, { overlap })
  const member = await members.get(memberId)
  const told = member && overlapEffect(line, member)
  if (told) await tellLeaders(told, communityId, now)
}

/**
 * Notes in the member how long their ledger is and what it ends with, so that a removed line is found. The last
 * line of a page owes the ledger's sums.
 */
async function noted(entry: LedgerLine): Promise<LedgerLine> {
  const { communityId, memberId, seq, hash } = entry
  const behind = [{ hoursLines: missing }, { hoursLines: below(seq) }]
  const hoursMark = markOfHead(memberId, { lines: seq, hash }, environmentMark())
  await members.update({ _id: memberId, anyOf: behind }, { hoursLines: seq, hoursHash: hash, hoursMark })
  if (seq % linesOfPage === 0) await oweLedgerSums(communityId, memberId)
  return entry
}
