import { countUnclaimed } from '#app/booking/dispatch'
import { type Context, isAdmin } from '#app/call/context'
import type { HomeCounts } from '#contract/home'
import { dayMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { requestCounts } from '#core/home/counts'
import { teamsOf } from '#core/member/member'
import { queuesOf } from '#core/request/request'
import { memberships, requests } from '#store/collections'
import { oneOf } from '#store/words/conditions'

/** The most urgent requests of the caller's queues; a longer queue is counted as so many. */
const countedRequests = 200

/** Counts what waits for the caller because of their office; undefined for somebody who has none. */
export async function countsFor(context: Context): Promise<HomeCounts | undefined> {
  const [ofRequests, applications, unclaimed] = await Promise.all([
    countRequests(context),
    countApplications(context),
    countUnclaimed(context),
  ])
  const counts: HomeCounts = {
    ...ofRequests,
    ...(applications !== undefined && { applications }),
    ...(unclaimed !== undefined && { unclaimed }),
  }
  return Object.keys(counts).length > 0 ? counts : undefined
}

async function countRequests({ community, member, command }: Context): Promise<HomeCounts> {
  const queues = queuesOf(member?.roles ?? [])
  if (queues.length === 0) return {}
  const found = await requests.find(
    'queue',
    { communityId: community._id, queue: oneOf(queues), unfinished: true },
    { limit: countedRequests, fields: ['state', 'deadline'] },
  )
  const midnight = (instantOf(dayOf(command.at), '00:00') ?? command.at) + dayMs
  return requestCounts(found, midnight)
}

async function countApplications(context: Context): Promise<number | undefined> {
  const led = teamsOf(context.member?.roles ?? [], 'team_leader')
  const teams = isAdmin(context) ? context.community.teams.map(({ teamId }) => teamId) : led
  if (teams.length === 0) return undefined
  return memberships.count('seats', { teamId: oneOf(teams), state: 'applied' })
}
