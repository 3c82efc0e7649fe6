import { forget } from '#app/account/forgetting'
import { sha256 } from '#app/call/ids'
import type { Deployment } from '#app/call/settings'
import { changesWith } from '#app/change/change'
import { loadCommunity, requestRulesOf } from '#app/community/community'
import { carryOut } from '#app/effects/carryOut'
import { sweep } from '#app/file/sweep'
import { digestDays } from '#app/hours/digests'
import { deliver } from '#app/notice/delivery'
import { closedName } from '#app/notice/noticeText'
import { passDoor } from '#app/session/door'
import { passSession } from '#app/session/sessionPassing'
import { alignPlaces } from '#app/shift/shiftDesk'
import { decideClosed } from '#core/account/closing'
import { decideActivityPassing } from '#core/activity/decide'
import { decidePassing } from '#core/booking/decide'
import type { Aggregate, Command, Decision } from '#core/change/aggregate'
import { decidePassing as decideRequestPassing } from '#core/request/word'
import { decidePassing as decidePlacePassing } from '#core/shift/shiftPlace'
import { decideLicencePassing } from '#core/team/licences'
import {
  activities,
  bookings,
  certificates,
  closings,
  desks,
  doors,
  files,
  guardianships,
  honours,
  intents,
  lookups,
  members,
  memberships,
  noShows,
  notices,
  openings,
  pairs,
  posts,
  proxyships,
  requests,
  reversals,
  sessions,
  shiftPlaces,
  shifts,
} from '#store/collections'
import type { Documents } from '#store/documents'
import { faultFields, log } from '#store/log'
import { operator } from '#store/sdk'
import { reseal } from './reseal'

const changes = changesWith(carryOut)

/** Documents looked at in one round; a timer that finds more goes round again. */
const round = 50
/** A pair is of no use after five minutes; it is kept this long for a late poll to learn that it expired. */
const pairsKeptMs = 24 * 3_600_000
/** A browser's session that is over is listed nowhere; it is kept this long for questions about who was signed in. */
const desksKeptMs = 90 * 24 * 3_600_000
const dayMs = 24 * 3_600_000
/** Nobody sends a command again after this long. */
const intentsKeptMs = 30 * 24 * 3_600_000
/** Counts of look-ups, for the question who looked a lot lately; each opening is on record by itself. */
const lookupsKeptMs = 90 * 24 * 3_600_000
/** Leaves time before the function's own limit of 60 s. */
const budgetMs = 45_000

/**
 * What time alone does, once a minute: bookings expire or confirm themselves, owed effects are done, messages are
 * delivered. Safe to run twice at once and after any gap.
 */
export async function pass({ communityId, settings }: Deployment): Promise<Record<string, number>> {
  const community = await loadCommunity(communityId)
  if (!community) return {}
  const stopAt = performance.now() + budgetMs
  const { limits } = community
  const done = {
    activities: await through(activities, stopAt, decideActivityPassing),
    bookings: await through(bookings, stopAt, (booking, command) => decidePassing(booking, command, limits)),
    noShows: await through(noShows, stopAt, () => undefined),
    requests: await through(requests, stopAt, (request, command) =>
      decideRequestPassing(request, command, requestRulesOf(community)),
    ),
    posts: await through(posts, stopAt, () => undefined),
    doors: await eachDue(doors, stopAt, (found) => passDoor(found, limits, changes)),
    shiftPlaces: await through(shiftPlaces, stopAt, (place, command) =>
      decidePlacePassing(place, command, limits),
    ),
    shifts: await eachDue(shifts, stopAt, (shift) => alignPlaces(shift, limits, changes.change)),
    sessions: await eachDue(sessions, stopAt, (session) => passSession(session, limits, settings, changes)),
    honours: await through(honours, stopAt, () => undefined),
    reversals: await through(reversals, stopAt, () => undefined),
    certificates: await through(certificates, stopAt, () => undefined),
    digests: await digestDays(communityId, Date.now(), stopAt),
    members: await through(members, stopAt, (member, command) => decideClosed(member, command, closedName)),
    memberships: await through(memberships, stopAt, (membership, command) =>
      decideLicencePassing(membership, command, limits),
    ),
    guardianships: await through(guardianships, stopAt, () => undefined),
    proxyships: await through(proxyships, stopAt, () => undefined),
    closings: await eachDue(closings, stopAt, (closing) => forget(closing, stopAt)),
    files: await eachDue(files, stopAt, sweep),
    resealed: await reseal({ communityId, settings }, stopAt),
    messages: await eachDue(notices, stopAt, (notice) => deliver(notice, settings)),
    pairs: await pairs.remove({ expiresAt: operator.lte(Date.now() - pairsKeptMs) }),
    notices: await notices.remove({ at: operator.lte(Date.now() - limits.noticesKeptDays * dayMs) }),
    openings: await openings.remove({ at: operator.lte(Date.now() - limits.openingsKeptDays * dayMs) }),
    desks: await desks.remove({ expiresAt: operator.lte(Date.now() - desksKeptMs) }),
    lookups: await lookups.remove({ at: operator.lte(Date.now() - lookupsKeptMs) }),
    intents: await intents.remove({ at: operator.lte(Date.now() - intentsKeptMs) }),
  }
  log('jobs.passed', done)
  return done
}

/** Moves every due aggregate by its rule and pays off what it owes. */
function through<State extends Aggregate>(
  documents: Documents<State>,
  stopAt: number,
  rule: (state: State, command: Command) => Decision<State> | undefined,
): Promise<number> {
  return eachDue(documents, stopAt, async (found) => {
    const now = Date.now()
    const key = sha256(`${found._id}:${found.rev}:passing`).slice(0, 24)
    const command: Command = { key, fingerprint: key, at: now }
    if (rule(found, command))
      await changes.change(documents, found._id, command, (state) => rule(state, command) ?? { next: state })
    else await changes.payOff(documents, found)
  })
}

/** One document's fault keeps the others going; it stays due and is tried again next minute. */
async function eachDue<Doc extends { _id: string; dueAt: number | null }>(
  documents: Documents<Doc>,
  stopAt: number,
  treat: (doc: Doc) => Promise<void>,
): Promise<number> {
  let treated = 0
  let after: { dueAt: number; _id: string } | undefined
  while (performance.now() < stopAt) {
    const now = Date.now()
    const due = { dueAt: operator.lte(now) }
    const rest = after && [
      { dueAt: operator.gt(after.dueAt) },
      { dueAt: after.dueAt, _id: operator.gt(after._id) },
    ]
    const where = rest ? operator.and([due, operator.or(rest)]) : due
    const found = await documents.find(where as Record<string, unknown>, ['dueAt', 1], round)
    for (const doc of found) {
      try {
        await treat(doc)
        treated += 1
      } catch (fault) {
        log('jobs.fault', { id: doc._id, ...faultFields(fault) })
      }
    }
    const last = found[found.length - 1]
    if (found.length < round || !last || last.dueAt === null) return treated
    after = { dueAt: last.dueAt, _id: last._id }
  }
  return treated
}
