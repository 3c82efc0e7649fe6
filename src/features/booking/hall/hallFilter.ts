import type { Community } from '#contract/community'
import type { RawInputOf } from '#contract/operations'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import { hallFilterText } from '#text/booking/hall'
import { dayWords } from '#text/shared/time'
import type { Option } from '#ui/choice/Choice'

/** What a volunteer wants to see of the hall. An absent part does not filter. */
export type HallFilter = Pick<RawInputOf<'booking.list'>, 'teamId' | 'estateId' | 'kind' | 'day'>

/** People rarely book further ahead. */
const daysAhead = 7

/** Today and the days after it. */
export const daysFrom = (now: Instant): Option<string>[] =>
  Array.from({ length: daysAhead }, (_, index) => now + index * dayMs).map((at) => ({
    value: dayOf(at),
    title: dayWords(at, now),
  }))

/** The kinds of help of these teams. */
export const hallKindsOf = ({ services }: Community, teamIds: readonly string[]): Option<string>[] =>
  services
    .filter(({ teamId }) => teamIds.includes(teamId))
    .flatMap(({ kinds }) => kinds.map(({ kind, title }) => ({ value: kind, title })))

export const estatesOf = ({ estates }: Community): Option<string>[] =>
  estates.map(({ estateId, name }) => ({ value: estateId, title: name }))

/** The teams as options, each named by the titles of its services. */
export const hallTeamsOf = ({ services }: Community, teamIds: readonly string[]): Option<string>[] =>
  teamIds
    .map((teamId) => ({
      value: teamId,
      title: services
        .filter((service) => service.teamId === teamId)
        .map(({ title }) => title)
        .join(hallFilterText.and),
    }))
    .filter(({ title }) => title !== '')

/** The filter in words, in the order in which people say it: day, estate, team, kind. */
export function filterWords(
  { teamId, estateId, kind, day }: HallFilter,
  community: Community,
  teamIds: readonly string[],
  now: Instant,
): string[] {
  const said = (options: readonly Option<string>[], value: string | undefined) =>
    options.filter((option) => option.value === value).map(({ title }) => title)
  return [
    ...said(daysFrom(now), day),
    ...said(estatesOf(community), estateId),
    ...said(hallTeamsOf(community, teamIds), teamId),
    ...said(hallKindsOf(community, teamIds), kind),
  ]
}

/** The filter without a day that is over, since that would always show an empty hall. */
export function withoutPast(filter: HallFilter, now: Instant): HallFilter {
  if (filter.day === undefined || filter.day >= dayOf(now)) return filter
  const { day: _over, ...rest } = filter
  return rest
}
