import { forget } from '#app/account/forgetting'
import type { Deployment, Settings } from '#app/call/settings'
import { siftUnreached } from '#app/callList/standing'
import { changesWith } from '#app/change/change'
import { keysFit, leaveCanary } from '#app/community/canary'
import { loadCommunity, requestRulesOf } from '#app/community/community'
import { carryOut } from '#app/effects/carryOut'
import { joinToTheEnd } from '#app/enrolment/joining'
import { sweep } from '#app/file/sweep'
import { digestDays } from '#app/hours/digests'
import { keepLedgerSums } from '#app/hours/ledgerSums'
import { deliver } from '#app/notice/delivery'
import { messagingOf } from '#app/notice/messaging'
import { closedName } from '#app/notice/noticeText'
import { sift } from '#app/notice/sifting'
import { templatesOf } from '#app/notice/templates'
import { mailOn } from '#app/publication/mailing'
import { keepBookingFigures } from '#app/report/bookingFigures'
import { recountHours, recountRequests } from '#app/report/recount'
import { passDoor } from '#app/session/door'
import { passSession } from '#app/session/sessionPassing'
import { settleSignups } from '#app/session/settle'
import { alignPlaces } from '#app/shift/shiftDesk'
import { passSubsidy } from '#app/subsidy/passing'
import type { Limits } from '#contract/community'
import { type Answer, refuse } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { hourMs } from '#contract/shared/time'
import { decideClosed } from '#core/account/closing'
import { decideActivityPassing } from '#core/activity/decide'
import { decideBookingPassing } from '#core/booking/decide'
import { decidePlacementPassing } from '#core/placement/wakes'
import { decidePollPassing } from '#core/poll/poll'
import { decideProxyPassing } from '#core/proxy/proxyship'
import { decidePublicationPassing } from '#core/publication/decide'
import { decideRequestPassing } from '#core/request/word'
import { decideShiftPassing as decidePlacePassing } from '#core/shift/shiftPlace'
import { decideLicencePassing } from '#core/team/licences'
import { decideVacancyPassing } from '#core/vacancy/vacancy'
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
  joinings,
  ledgerSums,
  mailings,
  members,
  memberships,
  noShows,
  notices,
  placements,
  polls,
  posts,
  proxyships,
  publications,
  requests,
  reversals,
  sessions,
  shiftPlaces,
  shifts,
  signups,
  subsidies,
  tallies,
  vacancies,
} from '#store/collections'
import { removeOver } from '#store/passing'
import { log } from '#store/platform/log'
import type { CommunityDocument } from '#store/rows/community'
import type { PassingName } from '#store/table'
import { keyNames } from './nameKeys'
import { reseal } from './reseal'
import { dueTogether, eachDue, through, type Watch } from './rounds'
import { endsWithin, type Round, type Turn, takeTurns } from './turns'

const changes = changesWith(carryOut)

/** No document is begun later. A run of the timer is over after half a minute; the function's own limit is 60 s. */
const budgetMs = 22_000
/** Until then the last steps go on. */
const lastMs = 26_000
/** What has begun is waited for until then. */
const endMs = 28_000
/** What is one long work, and can stop in between, does so after this time. */
const turnMs = 5_000

/**
 * Does what time alone does, once a minute: bookings expire or confirm themselves, owed effects are done,
 * messages are delivered. It may run twice at once, and after any gap. Refused, and nothing done, under other
 * keys than those of the data. What is left when the time is over comes in a minute.
 */
export async function pass({ communityId, settings }: Deployment): Promise<Answer<Record<string, number>>> {
  const beganAt = performance.now()
  const community = await loadCommunity(communityId)
  if (!community) return { ok: true, data: {} }
  if (!(await keysFit(community, settings))) return refuse('wrong_keys')
  await leaveCanary(community, settings)
  const { limits } = community
  const [stopAt, lastUntil, endsAt] = [beganAt + budgetMs, beganAt + lastMs, beganAt + endMs]
  const minute: Minute = { community, limits, settings, stopAt, endsAt, slow: new Set() }
  const counts: Record<string, number> = {}
  await takeTurns(turnsOf(steps, minute), stopAt, counts)
  await takeTurns(turnsOf(lastSteps, minute), lastUntil, counts)
  await endsWithin(endsAt - performance.now(), Promise.all(minute.slow))
  const { notices: messages = 0, ...passed } = counts
  const done = { ...passed, messages }
  log('jobs.passed', done)
  return { ok: true, data: done }
}

/** What every step is given. */
interface Minute extends Watch {
  community: CommunityDocument
  limits: Limits
  settings: Settings
  /** No document is begun later. */
  stopAt: number
}
type Step = (minute: Minute) => Round

const turnsOf = (these: Record<string, Step>, minute: Minute): Turn[] =>
  Object.entries(these).map(([name, step]) => ({ name, round: step(minute) }))

/** What comes after all others: figures, so that a day is counted once in a run, and what is over. */
const lastSteps = {
  tallies: (minute) => eachDue(tallies, minute, recountRequests),
  hourSums: (minute) => eachDue(hourSums, minute, recountHours),
  ledgerSums: (minute) => seldom('ledgerSums', eachDue(ledgerSums, minute, keepLedgerSums)),
  removed: ({ limits }) => once(hourly('removed', (until) => removeOver(Date.now(), limits, until))),
} satisfies Partial<Record<PassingName | 'removed', Step>>

/**
 * The kinds take their turns in this order: first what people wait for within minutes, offers and deadlines. A
 * collection over which time passes does not compile without its step.
 */
const steps = {
  sessions: (minute) =>
    eachDue(sessions, minute, (session) => passSession(session, minute.limits, minute.settings, changes)),
  signups: (minute) => dueTogether(signups, minute, (some) => settleSignups(some, Date.now())),
  bookings: (minute) =>
    through(bookings, minute, changes, (booking, command) =>
      decideBookingPassing(booking, command, minute.limits),
    ),
  requests: (minute) =>
    through(requests, minute, changes, (request, command) =>
      decideRequestPassing(request, command, requestRulesOf(minute.community)),
    ),
  doors: (minute) => eachDue(doors, minute, (found) => passDoor(found, minute.limits, changes)),
  shiftPlaces: (minute) =>
    through(shiftPlaces, minute, changes, (place, command) =>
      decidePlacePassing(place, command, minute.limits),
    ),
  shifts: (minute) => eachDue(shifts, minute, (shift) => alignPlaces(shift, minute.limits, changes.change)),
  activities: (minute) => through(activities, minute, changes, decideActivityPassing),
  publications: (minute) => through(publications, minute, changes, decidePublicationPassing),
  mailings: (minute) => {
    const { bulletin } = templatesOf(minute.community, minute.settings)
    return eachDue(mailings, minute, (mailing) => mailOn(mailing, bulletin?.id))
  },
  polls: (minute) => through(polls, minute, changes, decidePollPassing),
  vacancies: (minute) => through(vacancies, minute, changes, decideVacancyPassing),
  placements: (minute) =>
    through(placements, minute, changes, (placement, command) =>
      decidePlacementPassing(placement, command, minute.limits),
    ),
  subsidies: (minute) => eachDue(subsidies, minute, (found) => passSubsidy(found, minute.limits, changes)),
  noShows: (minute) => through(noShows, minute, changes, () => undefined),
  posts: (minute) => through(posts, minute, changes, () => undefined),
  honours: (minute) => through(honours, minute, changes, () => undefined),
  reversals: (minute) => through(reversals, minute, changes, () => undefined),
  certificates: (minute) => through(certificates, minute, changes, () => undefined),
  members: (minute) =>
    through(members, minute, changes, (member, command) => decideClosed(member, command, closedName)),
  memberships: (minute) =>
    through(memberships, minute, changes, (membership, command) =>
      decideLicencePassing(membership, command, minute.limits),
    ),
  guardianships: (minute) => through(guardianships, minute, changes, () => undefined),
  proxyships: (minute) => through(proxyships, minute, changes, decideProxyPassing),
  digests: (minute) => once((until) => digestDays(minute.community._id, Date.now(), until)),
  bookingFigures: (minute) => once((until) => keepBookingFigures(minute.community._id, Date.now(), until)),
  closings: (minute) =>
    eachDue(closings, minute, (closing) => forget(closing, endOfTurn(minute.stopAt)), { width: 1 }),
  joinings: (minute) =>
    eachDue(joinings, minute, (joining) => joinToTheEnd(joining, endOfTurn(minute.stopAt)), { width: 1 }),
  files: (minute) => eachDue(files, minute, sweep),
  nameKeys: (minute) => once((until) => keyNames(minute.community._id, until)),
  resealed: (minute) =>
    once((until) => reseal({ communityId: minute.community._id, settings: minute.settings }, until)),
  notices: (minute) => {
    const messaging = messagingOf(minute.community, minute.settings)
    return eachDue(notices, minute, (notice) => deliver(messaging, notice), {
      sift: async (found) => sift(messaging, await siftUnreached(found, Date.now())),
    })
  },
} satisfies Record<
  Exclude<PassingName, keyof typeof lastSteps> | 'digests' | 'bookingFigures' | 'nameKeys' | 'resealed',
  Step
>

/** What is done once. It gives way to the others before its time is over. */
const once =
  (act: (until: number) => Promise<number>): Round =>
  async (until) => ({ treated: await act(endOfTurn(until)), more: false })

/** What can stop in between does so then. */
const endOfTurn = (until: number): number => Math.min(until, performance.now() + turnMs)

/** When this instance last did something that needs no doing each minute. */
const doneAt = new Map<string, Instant>()

const isDoneLately = (name: string, now: Instant): boolean => {
  const at = doneAt.get(name)
  return at !== undefined && now >= at && now < at + hourMs
}

/** Does it where this instance has not done it to its end within the hour. */
const hourly =
  (name: string, act: (until: number) => Promise<number>) =>
  async (until: number): Promise<number> => {
    const now = Date.now()
    if (isDoneLately(name, now)) return 0
    const count = await act(until)
    if (performance.now() < until) doneAt.set(name, now)
    return count
  }

/** The rounds of what nobody waits for: looked for where this instance has not done all of it within the hour. */
const seldom =
  (name: string, round: Round): Round =>
  async (until) => {
    const now = Date.now()
    if (isDoneLately(name, now)) return { treated: 0, more: false }
    const done = await round(until)
    if (!done.more) doneAt.set(name, now)
    return done
  }
