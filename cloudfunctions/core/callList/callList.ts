import type { PhoneOutcome, WhyUnreached } from '#contract/callList'
import { gridsOf, teamsOf } from '#contract/shared/grants'
import type { GridId, Instant, MemberId, TeamId } from '#contract/shared/scalars'
import { hourMs, minuteMs } from '#contract/shared/time'
import { isClosing } from '#core/account/closing'
import type { Activity } from '#core/activity/activity'
import { type Runner, runsEvery, teamsRun } from '#core/activity/runs'
import type { Booking } from '#core/booking/booking'
import type { NoticeEffect } from '#core/change/effect'
import type { Member } from '#core/member/member'
import { type Delivery, unreached } from '#core/notice/delivery'
import { tellUntil } from '#core/notice/message'
import { type Worth, worthOf } from '#core/notice/worth'
import { worthRows } from '#core/notice/worthRows'
import type { ServiceRequest } from '#core/request/request'

/**
 * Whose call it is: `activities` of the coordinators, `activity:<team>` of whoever runs that team's, `team:<team>` of
 * its leaders, `grid:<grid>` of its workers. An admin answers for all.
 */
export type Callers = string
const ofActivities = (teamId: TeamId | null | undefined): Callers =>
  teamId == null ? 'activities' : `activity:${teamId}`
export const ofTeam = (teamId: TeamId): Callers => `team:${teamId}`
const ofGrid = (gridId: GridId): Callers => `grid:${gridId}`

interface Places {
  teams: readonly { teamId: TeamId }[]
  grids: readonly { gridId: GridId }[]
}

/** Whose calls somebody makes, by their offices. */
export function callersOf(runner: Runner, { teams, grids }: Places): Callers[] {
  const all = teams.map(({ teamId }) => teamId)
  const { roles, grants } = runner
  const isAdmin = roles.includes('admin')
  const led = isAdmin ? all : roles.includes('team_leader') ? teamsOf(grants, 'team_leader') : []
  const worked = isAdmin ? grids.map(({ gridId }) => gridId) : gridsOf(grants)
  return [
    ...(runsEvery(runner) ? [ofActivities(null)] : []),
    ...(runsEvery(runner) ? all : teamsRun(runner)).map(ofActivities),
    ...led.map(ofTeam),
    ...(isAdmin || roles.includes('grid_worker') ? worked.map(ofGrid) : []),
  ]
}

/** One try to reach somebody by telephone. */
export interface PhoneCall {
  at: Instant
  who: string
  whoId: MemberId
  outcome: PhoneOutcome
  /** The command that noted it. */
  command: string
}

/** A notice as the call list sees it. */
export interface Callable
  extends Pick<
    NoticeEffect,
    'kind' | 'bookingId' | 'activityId' | 'requestId' | 'teamId' | 'windowFrom' | 'until'
  > {
  at: Instant
  read: boolean
  delivery: Delivery
  calls?: PhoneCall[]
}

/** What a notice is about, and to whom it goes, as they are now. */
export interface AboutNotice {
  member?: Pick<Member, 'state' | 'gridId' | 'closesAt'> | undefined
  booking?: Pick<Booking, 'state' | 'teamId'> | undefined
  activity?: Pick<Activity, 'state' | 'teamId'> | undefined
  request?: Pick<ServiceRequest, 'state' | 'gridId'> | undefined
}

/** How a notice stands in the call list; all null where nobody is to be called. */
export interface CallStanding {
  callers: Callers | null
  /** What is at stake, the most first: its worth, then how soon it is too late. */
  stake: number | null
  /** When it is looked at again. */
  dueAt: Instant | null
}
const nobody: CallStanding = { callers: null, stake: null, dueAt: null }

/** Whether the matter is over, or its place has changed, is looked at so often. */
const againMs = hourMs
/** A slip of the finger is taken back within this time. */
export const takenBackWithinMs = 10 * minuteMs
/** So many tries are remembered. */
export const keptCalls = 10

/** Whether its delivery has ended, and no message has reached the person. */
export const isUnreached = ({ delivery }: Pick<Callable, 'delivery'>): boolean => unreached.includes(delivery)

/** A higher worth comes first, then what is too late sooner. */
export const stakeOf = (worth: Worth, until: Instant): number => (10 - worthOf(worth)) * 1e14 + until

/** Whether somebody noted that the person was told, and has not taken it back. */
export const wasTold = ({ calls }: Pick<Callable, 'calls'>): boolean =>
  calls?.filter(({ outcome }) => outcome !== 'no_answer').at(-1)?.outcome === 'told'

/** Decides whether the person is to be called, by whom, and how urgent it is. */
export function callStandingOf(notice: Callable, known: AboutNotice, now: Instant): CallStanding {
  const { purpose, message } = worthRows[notice.kind]
  const until = tellUntil(notice, notice.at)
  // colleagues read their own lists of work
  if (!message || until === undefined || purpose === 'duty') return nobody
  if (notice.read || until <= now || !isUnreached(notice) || wasTold(notice)) return nobody
  const { member } = known
  if (!member || member.state === 'closed' || isClosing(member)) return nobody
  if (isMatterOver(notice, known, message.worth)) return nobody
  return {
    callers: callersFor(notice, known, member.gridId),
    stake: stakeOf(message.worth, until),
    dueAt: Math.min(until, now + againMs),
  }
}

function callersFor(
  { teamId }: Callable,
  { activity, booking, request }: AboutNotice,
  gridId: GridId,
): Callers {
  if (activity) return ofActivities(activity.teamId)
  if (booking) return ofTeam(booking.teamId)
  if (request) return ofGrid(request.gridId)
  return teamId === undefined ? ofGrid(gridId) : ofTeam(teamId)
}

const endedBookings: readonly Booking['state'][] = ['confirmed', 'cancelled', 'expired']
const endedRequests: readonly ServiceRequest['state'][] = ['closed', 'declined']

/** That something was called off or settled is worth telling afterwards, too; nothing else is. */
function isMatterOver(notice: Callable, { activity, booking, request }: AboutNotice, worth: Worth): boolean {
  const { activityId, bookingId, requestId } = notice
  if (activityId !== undefined && !activity) return true
  if (bookingId !== undefined && !booking) return true
  if (requestId !== undefined && !request) return true
  if (worth === 'cancelled' || worth === 'resolved') return false
  if (activity) return activity.state === 'cancelled'
  if (booking) return endedBookings.includes(booking.state)
  return request !== undefined && endedRequests.includes(request.state)
}

/** Why no message has reached somebody. */
export function whyUnreached({ delivery }: Pick<Callable, 'delivery'>, hasWeChat: boolean): WhyUnreached {
  if (!hasWeChat) return 'no_wechat'
  if (delivery === 'unknown') return 'unknown'
  return delivery === 'failed' || delivery === 'refused' ? delivery : 'not_allowed'
}

/** Whether this member may still take back their word that the person was told. */
export function mayTakeBack({ calls }: Pick<Callable, 'calls'>, memberId: MemberId, now: Instant): boolean {
  const last = calls?.at(-1)
  return last?.outcome === 'told' && last.whoId === memberId && now < last.at + takenBackWithinMs
}
