import type { MemberId } from '#contract/shared/scalars'
import { carriedSource } from '#core/hours/carried'
import type { LedgerLine } from '#core/hours/ledger'
import { entries, members } from '#store/collections'
import { above } from '#store/words/conditions'
import { creditAll } from './credit'

/** The database gives so many lines at once. */
const most = 500

/**
 * Carries an account's hours to the member who has adopted it: each line that stands is credited to the member
 * under the same source, and taken back in the account's own ledger, which stays whole. Each step is known by its
 * source, so that doing it again changes nothing.
 */
export async function carryHours(
  { from, to }: { from: MemberId; to: MemberId },
  communityId: string,
  now: number,
): Promise<void> {
  const lines: LedgerLine[] = []
  for (;;) {
    const next = await entries.find(
      'bySeq',
      { memberId: from, seq: above(lines.at(-1)?.seq ?? 0) },
      { limit: most, backwards: true },
    )
    lines.push(...next)
    if (next.length < most) break
  }
  const back = new Set(lines.flatMap(({ reverses }) => reverses ?? []))
  for (const line of lines) {
    if (line.kind === 'reversal' || back.has(line._id)) continue
    const { kind, source, minutes, overlap, teamId, teamName, projectId, title, servedFrom, servedTo } = line
    const said = {
      ...{ effect: 'credit' as const, kind, teamId, title, servedFrom, servedTo },
      ...(teamName !== undefined && { teamName }),
      ...(projectId !== undefined && { projectId }),
      ...(line.byId !== undefined && { byId: line.byId }),
      ...(line.proposedById !== undefined && { proposedById: line.proposedById }),
      ...(line.reason !== undefined && { reason: line.reason }),
    }
    const own = minutes + (overlap?.minutes ?? 0)
    await creditAll([{ ...said, memberId: to, source, minutes: own }], communityId, now)
    await creditAll(
      [{ ...said, memberId: from, source: carriedSource(line._id), reverses: line._id, minutes: -minutes }],
      communityId,
      now,
    )
  }
}

/** The line that stands for this one: where its holder's account was joined to a paper member, that member's. */
export async function standingLine(line: LedgerLine): Promise<LedgerLine> {
  const holder = await members.get(line.memberId)
  if (!holder?.joinedTo) return line
  const own = { memberId: holder.joinedTo.memberId, source: line.source }
  const [carried] = await entries.find('source', own, { limit: 1 })
  return carried ?? line
}

/** The line of the account's own ledger that was carried to this one; undefined where it was credited here. */
export async function lineBefore({
  memberId,
  seq,
}: Pick<LedgerLine, 'memberId' | 'seq'>): Promise<LedgerLine | undefined> {
  const holder = await members.get(memberId)
  if (!holder?.accountId) return undefined
  const line = await entries.get(`${memberId}:${seq}`)
  if (!line) return undefined
  const [before] = await entries.find(
    'source',
    { memberId: holder.accountId, source: line.source },
    { limit: 1 },
  )
  return before
}
