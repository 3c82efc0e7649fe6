import type { HoursEntry } from '#core/hours/ledger'
import { sumsOf } from '#core/hours/sums'
import { tallied } from '#core/request/rates'
import type { ServiceRequest } from '#core/request/request'
import { entries, hourSums, requests, tallies } from '#store/collections'
import { operator } from '#store/engine/sdk'

/** As many documents as the database gives at once. */
const most = 1000

/** Makes a day's counts anew. Of two that count at once, the one that read earlier looks again. */
export async function recountRequests(communityId: string, day: string): Promise<void> {
  const _id = `${communityId}_${day}`
  for (;;) {
    const before = await tallies.get(_id)
    const lines = tallied(await filedOn(communityId, day))
    const after = { _id, communityId, day, rev: (before?.rev ?? 0) + 1, lines }
    if (before ? await tallies.save(before, after) : await tallies.insert(after)) return
  }
}

async function filedOn(communityId: string, filedDay: string): Promise<ServiceRequest[]> {
  const found: ServiceRequest[] = []
  for (let after = ''; ; ) {
    const next = await requests.find({ communityId, filedDay, _id: operator.gt(after) }, ['_id', 1], most)
    found.push(...next)
    const last = next.at(-1)
    if (next.length < most || !last) return found
    after = last._id
  }
}

/** Adds a day's service up anew from the ledgers' lines. Of two that count at once, the one that read earlier looks again. */
export async function recountHours(communityId: string, day: string): Promise<void> {
  const _id = `${communityId}_${day}`
  for (;;) {
    const before = await hourSums.get(_id)
    const sums = sumsOf(await servedOn(communityId, day))
    const after = { _id, communityId, day, rev: (before?.rev ?? 0) + 1, ...sums }
    if (before ? await hourSums.save(before, after) : await hourSums.insert(after)) return
  }
}

async function servedOn(communityId: string, day: string): Promise<HoursEntry[]> {
  const lines: HoursEntry[] = []
  for (;;) {
    const after = lines.at(-1)?._id ?? ''
    const next = await entries.find({ communityId, day, _id: operator.gt(after) }, ['_id', 1], most)
    lines.push(...next)
    if (next.length < most) return lines
  }
}
