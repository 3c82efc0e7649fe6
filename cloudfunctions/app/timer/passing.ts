import { forget } from '#app/account/forgetting'
import { sha256 } from '#app/call/ids'
import type { Deployment, Settings } from '#app/call/settings'
import { changesWith } from '#app/change/change'
import { keysFit, leaveCanary } from '#app/community/canary'
import { loadCommunity, requestRulesOf } from '#app/community/community'
import { carryOut } from '#app/effects/carryOut'
import { sweep } from '#app/file/sweep'
import { digestDays } from '#app/hours/digests'
import { deliver } from '#app/notice/delivery'
import { closedName } from '#app/notice/noticeText'
import { recountHours, recountRequests } from '#app/report/recount'
import { passDoor } from '#app/session/door'
import { passSession } from '#app/session/sessionPassing'
import { settleSignups } from '#app/session/settle'
import { alignPlaces } from '#app/shift/shiftDesk'
import type { Limits } from '#contract/community'
import { type Answer, refuse } from '#contract/shared/refusal'
import { decideClosed } from '#core/account/closing'
import { decideActivityPassing } from '#core/activity/decide'
import { decideBookingPassing } from '#core/booking/decide'
import type { Aggregate, Command, Decision } from '#core/change/aggregate'
import { type Due, triedAgainAt } from '#core/change/setback'
import { decideProxyPassing } from '#core/proxy/proxyship'
import { decideRequestPassing } from '#core/request/word'
import { decideShiftPassing as decidePlacePassing } from '#core/shift/shiftPlace'
import { decideLicencePassing } from '#core/team/licences'
import {
  activities,
  bookings,
  certificates,
  closings,
  doors,
  files,
  guardianships,
  honours,
  hourSums,
  members,
  memberships,
  noShows,
  notices,
  posts,
  proxyships,
  requests,
  reversals,
  sessions,
  shiftPlaces,
  shifts,
  signups,
  tallies,
} from '#store/collections'
import type { Passing } from '#store/engine/documents'
import { removeOver } from '#store/passing'
import { faultFields, log } from '#store/platform/log'
import type { CommunityDocument } from '#store/rows/community'
import type { PassingName } from '#store/table'
import { keyNames } from './nameKeys'
import { reseal } from './reseal'

const changes = changesWith(carryOut)

/** One round takes so many documents; where there are more, another round follows after those of the others. */
const round = 50
/** Of what is done together, one round takes so many. */
const together = 500
/** No document is begun later; the function's own limit is 60 s. */
const budgetMs = 40_000
/** A document that takes longer is put off, and the others go on beside it. */
const patienceMs = 10_000

/**
 * Does what time alone does, once a minute: bookings expire or confirm themselves, owed effects are done,
 * messages are delivered. It may run twice at once, and after any gap. Refused, and nothing done, under other
 * keys than those of the data. The collections take turns, so that a long line in one does not keep the others
 * waiting; what is left when the time is over comes in a minute.
 */
export async function pass({ communityId, settings }: Deployment): Promise<Answer<Record<string, number>>> {
  const community = await loadCommunity(communityId)
  if (!community) return { ok: true, data: {} }
  if (!(await keysFit(community, settings))) return refuse('wrong_keys')
  await leaveCanary(community, settings)
  const stopAt = performance.now() + budgetMs
  const minute: Minute = { community, limits: community.limits, settings, stopAt, slow: new Set() }
  const counts: Record<string, number> = {}
  let turns = Object.entries<Step>(steps).map(([name, step]) => ({ name, rounds: step(minute) }))
  while (turns.length > 0 && performance.now() < stopAt) {
    const more: typeof turns = []
    for (const turn of turns) if (await takeTurn(turn, counts)) more.push(turn)
    turns = more
  }
  await endsWithin(stopAt - performance.now(), Promise.all(minute.slow))
  const { notices: messages = 0, ...passed } = counts
  const done = { ...passed, messages, ...(await removeOver(Date.now(), community.limits)) }
  log('jobs.passed', done)
  return { ok: true, data: done }
}

/** Lets a collection do one round; false where it has no more. One that fails does not stop the others. */
async function takeTurn(
  { name, rounds }: { name: string; rounds: Rounds },
  counts: Record<string, number>,
): Promise<boolean> {
  try {
    const { value = 0, done } = await rounds.next()
    counts[name] = (counts[name] ?? 0) + value
    return !done
  } catch (fault) {
    log('jobs.fault', { id: name, ...faultFields(fault) })
    return false
  }
}

/** What every step is given. */
interface Minute {
  community: CommunityDocument
  limits: Limits
  settings: Settings
  stopAt: number
  /** What takes longer than others wait for it. */
  slow: Set<Promise<unknown>>
}
/** Each round says how much it has done. */
type Rounds = AsyncGenerator<number, undefined, void>
type Step = (minute: Minute) => Rounds

/** The steps take their turns in this order. A collection over which time passes does not compile without its step. */
const steps = {
  activities: (minute) => through(activities, minute, decideActivityPassing),
  bookings: (minute) =>
    through(bookings, minute, (booking, command) => decideBookingPassing(booking, command, minute.limits)),
  noShows: (minute) => through(noShows, minute, () => undefined),
  requests: (minute) =>
    through(requests, minute, (request, command) =>
      decideRequestPassing(request, command, requestRulesOf(minute.community)),
    ),
  posts: (minute) => through(posts, minute, () => undefined),
  doors: (minute) => eachDue(doors, minute, (found) => passDoor(found, minute.limits, changes)),
  shiftPlaces: (minute) =>
    through(shiftPlaces, minute, (place, command) => decidePlacePassing(place, command, minute.limits)),
  shifts: (minute) => eachDue(shifts, minute, (shift) => alignPlaces(shift, minute.limits, changes.change)),
  sessions: (minute) =>
    eachDue(sessions, minute, (session) => passSession(session, minute.limits, minute.settings, changes)),
  signups: (minute) => manyDue(signups, minute, (some) => settleSignups(some, Date.now())),
  honours: (minute) => through(honours, minute, () => undefined),
  reversals: (minute) => through(reversals, minute, () => undefined),
  certificates: (minute) => through(certificates, minute, () => undefined),
  digests: (minute) => once(minute, (until) => digestDays(minute.community._id, Date.now(), until)),
  members: (minute) =>
    through(members, minute, (member, command) => decideClosed(member, command, closedName)),
  memberships: (minute) =>
    through(memberships, minute, (membership, command) =>
      decideLicencePassing(membership, command, minute.limits),
    ),
  guardianships: (minute) => through(guardianships, minute, () => undefined),
  proxyships: (minute) => through(proxyships, minute, decideProxyPassing),
  closings: (minute) => eachDue(closings, minute, (closing) => forget(closing, endOfTurn(minute))),
  files: (minute) => eachDue(files, minute, sweep),
  nameKeys: (minute) => once(minute, (until) => keyNames(minute.community._id, until)),
  tallies: (minute) => eachDue(tallies, minute, recountRequests),
  hourSums: (minute) => eachDue(hourSums, minute, recountHours),
  resealed: (minute) =>
    once(minute, (until) => reseal({ communityId: minute.community._id, settings: minute.settings }, until)),
  notices: (minute) => eachDue(notices, minute, (notice) => deliver(notice, minute.settings)),
} satisfies Record<PassingName | 'digests' | 'nameKeys' | 'resealed', Step>

/** Moves every due aggregate by its rule and pays off what it owes. */
function through<State extends Aggregate>(
  documents: Passing<State>,
  minute: Minute,
  rule: (state: State, command: Command) => Decision<State> | undefined,
): Rounds {
  return eachDue(documents, minute, async (found) => {
    const now = Date.now()
    const key = sha256(`${found._id}:${found.rev}:passing`).slice(0, 24)
    const command: Command = { key, fingerprint: key, at: now }
    if (rule(found, command))
      await changes.change(documents, found._id, command, (state) => rule(state, command) ?? { next: state })
    else await changes.payOff(documents, found)
  })
}

/** What is no line of documents is done in one round. It is given until when it may go on. */
async function* once(minute: Minute, act: (until: number) => Promise<number>): Rounds {
  yield await act(endOfTurn(minute))
}

/** What can stop in between gives way to the others then. */
const endOfTurn = ({ stopAt }: Minute): number => Math.min(stopAt, performance.now() + patienceMs / 2)

/** Treats every due document, longest due first. One that fails, or takes long, is put off and the others go on. */
async function* eachDue<Doc extends { _id: string } & Due>(
  documents: Passing<Doc>,
  minute: Minute,
  treat: (doc: Doc) => Promise<unknown>,
): Rounds {
  let last: Doc | undefined
  for (;;) {
    const found = await documents.due(Date.now(), round, last)
    let treated = 0
    for (const doc of found) {
      if (performance.now() >= minute.stopAt) break
      if (await isTreated(documents, doc, treat, minute)) treated += 1
    }
    last = found[found.length - 1]
    yield treated
    if (found.length < round) return
  }
}

/** What is due together is done together. Where that fails, each is done by itself, so that one keeps no other back. */
async function* manyDue<Doc extends { _id: string } & Due>(
  documents: Passing<Doc>,
  minute: Minute,
  treat: (some: readonly Doc[]) => Promise<void>,
): Rounds {
  let last: Doc | undefined
  for (;;) {
    const found = await documents.due(Date.now(), together, last)
    try {
      if (found.length > 0) await treat(found)
    } catch (fault) {
      log('jobs.fault', { id: found[0]?._id ?? '', ...faultFields(fault) })
      for (const doc of found) await isTreated(documents, doc, (one) => treat([one]), minute)
    }
    last = found[found.length - 1]
    yield found.length
    if (found.length < together) return
  }
}

/** Whether the document could be done in its time. */
async function isTreated<Doc extends { _id: string } & Due>(
  documents: Passing<Doc>,
  doc: Doc,
  treat: (doc: Doc) => Promise<unknown>,
  { slow }: Minute,
): Promise<boolean> {
  const fault = (fault: unknown) => log('jobs.fault', { id: doc._id, ...faultFields(fault) })
  try {
    const treated = treat(doc)
    if (await endsWithin(patienceMs, treated)) {
      await documents.caughtUp(doc)
      return true
    }
    log('jobs.slow', { id: doc._id })
    slow.add(treated.catch(fault))
  } catch (thrown) {
    fault(thrown)
  }
  await documents.putOff(doc, triedAgainAt(doc, Date.now()))
  return false
}

/** Whether something ends in this time; throws as it does. It goes on where it has not ended. */
async function endsWithin(ms: number, under: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, Math.max(ms, 0), false)
  })
  try {
    return await Promise.race([under.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
