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
import { passDoor } from '#app/session/door'
import { passSession } from '#app/session/sessionPassing'
import { alignPlaces } from '#app/shift/shiftDesk'
import type { Limits } from '#contract/community'
import { type Answer, refuse } from '#contract/shared/refusal'
import { decideClosed } from '#core/account/closing'
import { decideActivityPassing } from '#core/activity/decide'
import { decideBookingPassing } from '#core/booking/decide'
import type { Aggregate, Command, Decision } from '#core/change/aggregate'
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
} from '#store/collections'
import type { Passing } from '#store/engine/documents'
import { removeOver } from '#store/passing'
import { faultFields, log } from '#store/platform/log'
import type { CommunityDocument } from '#store/rows/community'
import type { PassingName } from '#store/table'
import { keyNames } from './nameKeys'
import { reseal } from './reseal'

const changes = changesWith(carryOut)

/** One round takes so many documents; where there are more, another round follows. */
const round = 50
/** The function's own limit is 60 s. */
const budgetMs = 45_000

/**
 * Does what time alone does, once a minute: bookings expire or confirm themselves, owed effects are done,
 * messages are delivered. It may run twice at once, and after any gap. Refused, and nothing done, under other
 * keys than those of the data.
 */
export async function pass({ communityId, settings }: Deployment): Promise<Answer<Record<string, number>>> {
  const community = await loadCommunity(communityId)
  if (!community) return { ok: true, data: {} }
  if (!(await keysFit(community, settings))) return refuse('wrong_keys')
  await leaveCanary(community, settings)
  const stopAt = performance.now() + budgetMs
  const minute: Minute = { community, limits: community.limits, settings, stopAt }
  const done: Record<string, number> = {}
  for (const [name, step] of Object.entries(steps)) done[name] = await step(minute)
  const { notices: messages = 0, ...passed } = done
  const counts = { ...passed, messages, ...(await removeOver(Date.now(), community.limits)) }
  log('jobs.passed', counts)
  return { ok: true, data: counts }
}

/** What every step is given. */
interface Minute {
  community: CommunityDocument
  limits: Limits
  settings: Settings
  stopAt: number
}
type Step = (minute: Minute) => Promise<number>

/** The steps run in this order. A collection over which time passes does not compile without its step. */
const steps = {
  activities: ({ stopAt }) => through(activities, stopAt, decideActivityPassing),
  bookings: ({ stopAt, limits }) =>
    through(bookings, stopAt, (booking, command) => decideBookingPassing(booking, command, limits)),
  noShows: ({ stopAt }) => through(noShows, stopAt, () => undefined),
  requests: ({ stopAt, community }) =>
    through(requests, stopAt, (request, command) =>
      decideRequestPassing(request, command, requestRulesOf(community)),
    ),
  posts: ({ stopAt }) => through(posts, stopAt, () => undefined),
  doors: ({ stopAt, limits }) => eachDue(doors, stopAt, (found) => passDoor(found, limits, changes)),
  shiftPlaces: ({ stopAt, limits }) =>
    through(shiftPlaces, stopAt, (place, command) => decidePlacePassing(place, command, limits)),
  shifts: ({ stopAt, limits }) =>
    eachDue(shifts, stopAt, (shift) => alignPlaces(shift, limits, changes.change)),
  sessions: ({ stopAt, limits, settings }) =>
    eachDue(sessions, stopAt, (session) => passSession(session, limits, settings, changes)),
  honours: ({ stopAt }) => through(honours, stopAt, () => undefined),
  reversals: ({ stopAt }) => through(reversals, stopAt, () => undefined),
  certificates: ({ stopAt }) => through(certificates, stopAt, () => undefined),
  digests: ({ stopAt, community }) => digestDays(community._id, Date.now(), stopAt),
  members: ({ stopAt }) =>
    through(members, stopAt, (member, command) => decideClosed(member, command, closedName)),
  memberships: ({ stopAt, limits }) =>
    through(memberships, stopAt, (membership, command) => decideLicencePassing(membership, command, limits)),
  guardianships: ({ stopAt }) => through(guardianships, stopAt, () => undefined),
  proxyships: ({ stopAt }) => through(proxyships, stopAt, () => undefined),
  closings: ({ stopAt }) => eachDue(closings, stopAt, (closing) => forget(closing, stopAt)),
  files: ({ stopAt }) => eachDue(files, stopAt, sweep),
  nameKeys: ({ stopAt, community }) => keyNames(community._id, stopAt),
  resealed: ({ stopAt, settings, community }) => reseal({ communityId: community._id, settings }, stopAt),
  notices: ({ stopAt, settings }) => eachDue(notices, stopAt, (notice) => deliver(notice, settings)),
} satisfies Record<PassingName | 'digests' | 'nameKeys' | 'resealed', Step>

/** Moves every due aggregate by its rule and pays off what it owes. */
function through<State extends Aggregate>(
  documents: Passing<State>,
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

/** Treats every due document. One that fails stays due for the next minute, and the others go on. */
async function eachDue<Doc extends { _id: string; dueAt: number | null }>(
  documents: Passing<Doc>,
  stopAt: number,
  treat: (doc: Doc) => Promise<void>,
): Promise<number> {
  let treated = 0
  let after: Doc | undefined
  while (performance.now() < stopAt) {
    const found = await documents.due(Date.now(), round, after)
    for (const doc of found) {
      try {
        await treat(doc)
        treated += 1
      } catch (fault) {
        log('jobs.fault', { id: doc._id, ...faultFields(fault) })
      }
    }
    const last = found[found.length - 1]
    if (found.length < round || !last) return treated
    after = last
  }
  return treated
}
