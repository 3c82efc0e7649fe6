import { type Context, invalid, yes } from '#app/call/context'
import { sumsIn } from '#app/report/recount'
import { rates } from '#app/request/rates'
import type { BookingState } from '#contract/booking'
import type { hoursLeaderboard, Leaderboard } from '#contract/hours'
import type { MemberState } from '#contract/member'
import type { Overview, reportOverview } from '#contract/report'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { dayMs } from '#contract/shared/time'
import { instantOf, wallClock } from '#contract/shared/wallClock'
import { sumsOfDays } from '#core/hours/sums'
import { latestConsent } from '#core/member/member'
import { sharesOf } from '#core/request/rates'
import { bookings, members } from '#store/collections'
import { atLeast, below, between } from '#store/words/conditions'

const shownPlaces = 20

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
  const found = await members.getMany(ranked.map(([memberId]) => memberId))
  const agreed = new Map(
    found.filter((member) => latestConsent(member, 'leaderboard')?.given).map(({ _id, name }) => [_id, name]),
  )
  const places = ranked
    .filter(([memberId]) => agreed.has(memberId))
    .slice(0, shownPlaces)
    .map(([memberId, minutes], index) => ({
      place: index + 1,
      name: agreed.get(memberId) ?? '',
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

/** Counts what happened in a span of days, for staff. */
export async function overview(
  context: Context,
  { from, to }: Input<typeof reportOverview>,
): Promise<Answer<Overview>> {
  const counted = await rates(context, { from, to, by: 'grid' })
  if (!counted.ok) return counted
  const communityId = context.community._id
  const start = instantOf(from, '00:00')
  const end = instantOf(to, '00:00')
  if (start === undefined || end === undefined) return invalid('from', 'is not a day')
  const inSpan = between(atLeast(start), below(end + dayMs))
  const requested = (state?: BookingState) =>
    bookings.count('created', { communityId, createdAt: inSpan, ...(state === undefined ? {} : { state }) })
  const registered = (state?: MemberState) =>
    members.count('byState', { communityId, ...(state === undefined ? {} : { state }), registeredAt: inSpan })
  const [all, verified, booked, confirmed, expired, cancelled, days] = await Promise.all([
    registered(),
    registered('verified'),
    requested(),
    requested('confirmed'),
    requested('expired'),
    requested('cancelled'),
    sumsIn(communityId, from, to),
  ])
  const { byTeam, byMember } = sumsOfDays(days)
  const teams = Object.entries(byTeam).map(([teamId, sum]) => ({ teamId, ...sum }))
  const total = (of: 'recordedMinutes' | 'honourMinutes') => teams.reduce((sum, team) => sum + team[of], 0)
  return yes({
    from,
    to,
    members: { registered: all, verified },
    bookings: { requested: booked, confirmed, expired, cancelled },
    requests: { ...counted.data.total, ...sharesOf(counted.data.total) },
    hours: {
      recordedMinutes: total('recordedMinutes'),
      honourMinutes: total('honourMinutes'),
      byTeam: teams,
      volunteers: Object.values(byMember).filter((minutes) => minutes > 0).length,
    },
  })
}
