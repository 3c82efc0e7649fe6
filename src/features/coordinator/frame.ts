import type { ActivityKind } from '#contract/activity'
import { activityKinds, teamActivityKinds } from '#contract/activity'
import type { Limits } from '#contract/community'
import type { Me } from '#contract/member'
import { hasRole, runsEveryActivity } from '#contract/shared/grants'
import type { Team } from '#contract/team'

/** What somebody may write into an activity. */
export interface Frame {
  /** The teams among which they choose; a coordinator may also leave it to the community. */
  teams: readonly Pick<Team, 'teamId' | 'name'>[]
  /** A leader writes for a team of theirs: no draw, no subsidy, so many people at most. */
  leader: boolean
  kinds: readonly ActivityKind[]
  /** People at a session or a shift. */
  mostPeople: number
}

/** The teams that somebody leads, and for which they publish. */
export const teamsPublishedFor = <Known extends Pick<Team, 'teamId' | 'womens'>>(
  { roles }: Pick<Me, 'roles'>,
  teams: readonly Known[],
): Known[] => teams.filter(({ teamId, womens }) => !womens && hasRole(roles, 'team_leader', { teamId }))

/** The team of a leader who leads one: there is nothing to choose. */
export const onlyTeamOf = ({ leader, teams: [only, ...others] }: Pick<Frame, 'leader' | 'teams'>) =>
  leader && others.length === 0 ? only : undefined

/** So many people the contract takes. */
const mostOfAll = 500

export function frameOf(
  me: Pick<Me, 'roles'>,
  teams: readonly Team[],
  { teamActivityCapacity }: Pick<Limits, 'teamActivityCapacity'>,
): Frame {
  if (runsEveryActivity(me.roles))
    return { teams, leader: false, kinds: activityKinds, mostPeople: mostOfAll }
  const own = teamsPublishedFor(me, teams)
  return { teams: own, leader: true, kinds: teamActivityKinds, mostPeople: teamActivityCapacity }
}
