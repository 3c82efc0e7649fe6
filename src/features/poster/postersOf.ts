import type { ActivityDetail } from '#contract/activity'
import type { Community } from '#contract/community'
import type { SessionView } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { clipped } from '#contract/shared/text'
import type { Team } from '#contract/team'
import { audienceWords, activityText as facts, isForVolunteers } from '#text/activity/activity'
import { phoneWords } from '#text/member/phone'
import { firstSentence, posterTimes, posterWords as said } from '#text/poster/poster'
import type { PosterWords } from './posterLayout'

/** Sessions that one can still come to. */
export const sessionsAhead = ({ sessions }: Pick<ActivityDetail, 'sessions'>, now: Instant): SessionView[] =>
  sessions.filter(({ to, state }) => to > now && state !== 'cancelled')

/** Units of for whom it is; who is of a grid further down hears it by telephone. */
const mostOfAudience = 48

const callOf = ({ phone }: Community, call: string) =>
  phone ? { call, phone: phoneWords(phone) } : { call: said.noPhone, phone: '' }

export function activityPoster(
  activity: ActivityDetail,
  sessions: readonly SessionView[],
  community: Community,
): PosterWords {
  const { title, summary, place, audience } = activity
  const whom = isForVolunteers(activity) ? facts.volunteers : audienceWords(audience, community)
  return {
    issuer: community.name,
    kind: said.activity,
    title,
    what: firstSentence(summary),
    facts: [
      { name: said.when, ways: posterTimes(sessions) },
      { name: said.where, ways: [[place]] },
      { name: said.whom, ways: [[clipped(whom ?? facts.everybody, mostOfAudience)]] },
    ],
    ...callOf(community, said.call),
    foot: said.free,
  }
}

export function teamPoster({ name, purpose, teamId }: Team, community: Community): PosterWords {
  const kinds = community.services
    .filter((service) => service.teamId === teamId)
    .flatMap((service) => service.kinds.map(({ title }) => title))
  return {
    issuer: community.name,
    kind: said.team,
    title: said.joinTeam(name),
    what: firstSentence(purpose),
    facts: [
      ...(kinds.length > 0 ? [{ name: said.teamDoes, ways: [[kinds.slice(0, 6).join('、')]] }] : []),
      { name: said.whom, ways: [[said.teamWhom]] },
      { name: said.teamHow, ways: [[said.teamSteps]] },
    ],
    ...callOf(community, said.callTeam),
    foot: said.freeTeam,
  }
}
