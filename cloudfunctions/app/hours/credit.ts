import { loadCommunity } from '#app/community/community'
import { recountHours } from '#app/report/recount'
import type { CreditEffect } from '#core/change/effect'
import { type LedgerLine, nextEntry, withProject } from '#core/hours/ledger'
import { entries, members } from '#store/collections'
import { below, missing } from '#store/words/conditions'

/** Credits minutes once for each source. Whoever loses the next seq to another line tries the one after. */
export async function credit(effect: CreditEffect, communityId: string, now: number): Promise<void> {
  const credited = await creditedLine(effect, communityId, now)
  await recountHours(communityId, credited.day)
}

async function creditedLine(effect: CreditEffect, communityId: string, now: number): Promise<LedgerLine> {
  const { memberId, source } = effect
  const community = await loadCommunity(communityId)
  const placed = community ? withProject(effect, community) : effect
  for (;;) {
    const [tail] = await entries.find('bySeq', { memberId }, { limit: 1 })
    const entry = nextEntry(tail, placed, communityId, now)
    if (await entries.insert(entry)) return noted(entry)
    const [credited] = await entries.find('source', { memberId, source }, { limit: 1 })
    if (credited) return noted(credited)
  }
}

/** Notes in the member how long their ledger is and what it ends with, so that a removed line is found. */
async function noted(entry: LedgerLine): Promise<LedgerLine> {
  const { memberId, seq, hash } = entry
  const behind = [{ hoursLines: missing }, { hoursLines: below(seq) }]
  await members.update({ _id: memberId, anyOf: behind }, { hoursLines: seq, hoursHash: hash })
  return entry
}
