import { type Context, invalid, yes } from '#app/call/context'
import { sumsIn, talliesOf } from '#app/report/recount'
import { isShownTo, spanFault } from '#app/request/rates'
import type { hoursLeaderboard, Leaderboard } from '#contract/hours'
import type { MemberState } from '#contract/member'
import type { Overview, reportOverview } from '#contract/report'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { instantOf, wallClock } from '#contract/shared/wallClock'
import { sumsOfDays } from '#core/hours/sums'
import { latestConsent } from '#core/member/member'
import { ratesOf, sharesOf } from '#core/request/rates'
import { members } from '#store/collections'
import { atLeast, below, between, oneOf, type Test } from '#store/words/conditions'
import { bookingsOf } from './bookingFigures'

const shownPlaces = 20
/** Of those who served most, so many are asked for at once whether they agreed. */
const readTogether = 100

/**
 * Lists who served most in a month, or in the present year where no month is given. Only those who agreed to
 * be named are on it.
 */
export async function leaderboard(
  { community, identity, command }: Context,
  { month }: Input<typeof hoursLeaderboard>,
): Promise<Answer<Leaderboard>> {
  const span = month ?? wallClock(command.at).format('YYYY')
  const { byMember } = sumsOfDays(await sumsIn(community._id, span, `${span}-99`))
  const ranked = Object.entries(byMember)
    .filter(([, minutes]) => minutes > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const places = (await firstAgreed(ranked)).map(({ memberId, name, minutes }, index) => ({
    place: index + 1,
    name,
    minutes,
    ...(memberId === identity.member?._id ? { mine: true as const } : {}),
  }))
  const own = identity.member && latestConsent(identity.member, 'leaderboard')?.given === true
  return yes({
    ...(month === undefined ? {} : { month }),
    places,
    ...(own === undefined ? {} : { agreed: own }),
  })
}

/** The first of these who agreed to be named, by their names. Members are read until there are enough. */
async function firstAgreed(ranked: readonly [memberId: string, minutes: number][]) {
  const places: { memberId: string; name: string; minutes: number }[] = []
  for (let first = 0; first < ranked.length && places.length < shownPlaces; first += readTogether) {
    const some = ranked.slice(first, first + readTogether)
    const ids = some.map(([memberId]) => memberId)
    const found = await members.getMany(ids, { fields: ['name', 'consents'] })
    const agreed = new Map(
      found.flatMap((member) =>
        latestConsent(member, 'leaderboard')?.given ? [[member._id, member.name]] : [],
      ),
    )
    for (const [memberId, minutes] of some) {
      const name = agreed.get(memberId)
      if (name !== undefined) places.push({ memberId, name, minutes })
    }
  }
  return places.slice(0, shownPlaces)
}

/** Who registered in a span. Each member is counted once: those verified, and the few of all other states. */
async function membersIn(communityId: string, registeredAt: Test<Instant>): Promise<Overview['members']> {
  const having = (...states: MemberState[]) =>
    members.count('byState', { communityId, state: oneOf(states), registeredAt })
  const [verified, others] = await Promise.all([having('verified'), having('pending', 'rejected', 'closed')])
  return { registered: verified + others, verified }
}

/** Counts what happened in a span of days, for staff. */
export async function overview(
  context: Context,
  { from, to }: Input<typeof reportOverview>,
): Promise<Answer<Overview>> {
  const fault = spanFault(from, to)
  if (fault) return fault
  const communityId = context.community._id
  const start = instantOf(from, '00:00')
  const end = instantOf(to, '00:00')
  if (start === undefined || end === undefined) return invalid('from', 'is not a day')
  const inSpan = between(atLeast(start), below(end + dayMs))
  const [tallied, registered, days] = await Promise.all([
    talliesOf(communityId, from, to),
    membersIn(communityId, inSpan),
    sumsIn(communityId, from, to),
  ])
  const { requested, confirmed, expired, cancelled } = await bookingsOf(communityId, { from, to }, tallied)
  const { total: requests } = ratesOf(tallied, 'grid', isShownTo(context))
  const { byTeam, byMember } = sumsOfDays(days)
  const teams = Object.entries(byTeam).map(([teamId, sum]) => ({ teamId, ...sum }))
  const total = (of: 'recordedMinutes' | 'honourMinutes') => teams.reduce((sum, team) => sum + team[of], 0)
  return yes({
    from,
    to,
    members: registered,
    bookings: { requested, confirmed, expired, cancelled },
    requests: { ...requests, ...sharesOf(requests) },
    hours: {
      recordedMinutes: total('recordedMinutes'),
      honourMinutes: total('honourMinutes'),
      byTeam: teams,
      volunteers: Object.values(byMember).filter((minutes) => minutes > 0).length,
    },
  })
}
