import { countingUnclaimed } from '#app/booking/dispatch'
import { type Context, isAdmin } from '#app/call/context'
import { countingHonours } from '#app/hours/honours'
import { runsVacancies } from '#app/vacancy/vacancy'
import type { HomeCounts } from '#contract/home'
import { teamsOf } from '#contract/shared/grants'
import { dayMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { requestCounts } from '#core/home/counts'
import { queuesOf } from '#core/request/request'
import { memberships, placements, requests } from '#store/collections'
import { type Answers, readAs } from '#store/together'
import { above, oneOf } from '#store/words/conditions'

/** The most urgent requests of the caller's queues; a longer queue is counted as so many. */
const countedRequests = 200

/** Counts what waits for the caller because of their office; undefined for what is not their work. */
export const countingFor = (context: Context) => ({
  requestCounts: countingRequests(context),
  applications: countingApplications(context),
  unclaimed: countingUnclaimed(context),
  honours: countingHonours(context),
  interested: countingPlacements(context, 'interested'),
  followUps: countingPlacements(context, 'followUps'),
})

/** What was counted, undefined for somebody who has no office. */
export function officeCountsOf({
  requestCounts,
  applications,
  unclaimed,
  honours,
  interested,
  followUps,
}: Answers<ReturnType<typeof countingFor>>): HomeCounts | undefined {
  const counts: HomeCounts = {
    ...requestCounts,
    ...(applications !== undefined && { applications }),
    ...(unclaimed !== undefined && { unclaimed }),
    ...(honours !== undefined && { honours }),
    ...(interested ? { interested } : {}),
    ...(followUps ? { followUps } : {}),
  }
  return Object.keys(counts).length > 0 ? counts : undefined
}

function countingRequests({ community, member, command }: Context) {
  const queues = queuesOf(member?.roles ?? [])
  if (queues.length === 0) return undefined
  const found = requests.finding(
    'queue',
    { communityId: community._id, queue: oneOf(queues), unfinished: true },
    { limit: countedRequests, fields: ['state', 'deadline'] },
  )
  const midnight = (instantOf(dayOf(command.at), '00:00') ?? command.at) + dayMs
  return readAs(found, (queue) => requestCounts(queue, midnight))
}

function countingApplications(context: Context) {
  const led = teamsOf(context.member?.roles ?? [], 'team_leader')
  const teams = isAdmin(context) ? context.community.teams.map(({ teamId }) => teamId) : led
  if (teams.length === 0) return undefined
  return memberships.counting('seats', { teamId: oneOf(teams), state: 'applied' })
}

function countingPlacements(context: Context, what: 'interested' | 'followUps') {
  if (!runsVacancies(context)) return undefined
  const communityId = context.community._id
  return what === 'interested'
    ? placements.counting('byState', { communityId, state: 'interested' })
    : placements.counting('asks', { communityId, asksAt: above(0) })
}
