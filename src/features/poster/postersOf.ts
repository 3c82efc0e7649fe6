import type { ActivityDetail } from '#contract/activity'
import type { Community } from '#contract/community'
import type { PublicationDetail } from '#contract/publication'
import type { SessionView } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { clipped } from '#contract/shared/text'
import type { Team } from '#contract/team'
import { audienceWords, activityText as facts, isForVolunteers } from '#text/activity/activity'
import { phoneWords } from '#text/member/phone'
import { firstSentence, posterTimes, posterWords as said } from '#text/poster/poster'
import { kindNames } from '#text/publication/news'
import { publicationText } from '#text/publication/publication'
import { openHoursWords, thingsWords } from '#text/publication/stationWords'
import type { PosterWords } from './posterLayout'

/** Sessions that one can still come to. */
export const sessionsAhead = ({ sessions }: Pick<ActivityDetail, 'sessions'>, now: Instant): SessionView[] =>
  sessions.filter(({ to, state }) => to > now && state !== 'cancelled')

/** Units of for whom it is; who is of a grid further down hears it by telephone. */
const mostOfAudience = 48

/** So many fit on a sheet. */
const mostFacts = 4

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

/** The poster of what stands written: whom it is for, where, when and for how long. */
export function publicationPoster({ kind, content }: PublicationDetail, community: Community): PosterWords {
  const { title, summary, body, concerns, place, hoursText, hours, things, takesText, bring, validTo } =
    content
  const facts = [
    { name: said.for, line: concerns },
    { name: said.where, line: place },
    { name: said.when, line: hoursText ?? (hours && openHoursWords(hours)) },
    { name: publicationText.bring, line: bring?.join('、') },
    { name: publicationText.things, line: things && thingsWords(things) },
    { name: publicationText.takesText, line: takesText },
    { name: said.until, line: validTo === undefined ? undefined : said.lastDay(validTo - 1) },
  ]
  return {
    issuer: community.name,
    kind: kindNames[kind],
    title,
    what: firstSentence(summary ?? body),
    facts: facts
      .flatMap(({ name, line }) => (line ? [{ name, ways: [[clipped(line, mostOfAudience)]] }] : []))
      .slice(0, mostFacts),
    ...callOf(content.phone ? { ...community, phone: content.phone } : community, said.callAsk),
    foot: said.freePublication,
  }
}
