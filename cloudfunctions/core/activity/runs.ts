import { teamActivityKinds } from '#contract/activity'
import type { Grant, Role } from '#contract/member'
import { teamsOf } from '#contract/shared/grants'
import type { Issue } from '#contract/shared/refusal'
import type { TeamId } from '#contract/shared/scalars'
import type { Activity, ActivityContent, PlannedSession } from './activity'

/** Who wants to do something to an activity, and which team is the Women's Home's. */
export interface Runner {
  /** The roles that they hold now. */
  roles: readonly Role[]
  /** Their grants, with the scopes; those that rest are not among them. */
  grants: readonly Grant[]
  womensTeamId: TeamId | undefined
}

/** Whether somebody runs every activity, of whatever team. */
export const runsEvery = ({ roles }: Pick<Runner, 'roles'>): boolean =>
  roles.includes('coordinator') || roles.includes('admin')

/** The teams whose activities somebody runs as their leader; the Women's Home's are its coordinators'. */
export const teamsRun = ({ roles, grants, womensTeamId }: Runner): TeamId[] =>
  roles.includes('team_leader')
    ? teamsOf(grants, 'team_leader').filter((teamId) => teamId !== womensTeamId)
    : []

/**
 * Whether somebody runs an activity: writes, shows, edits and cancels it, and stands at its door. The one place
 * that says so: a coordinator and an admin run all, a leader those of their own team.
 */
export const runsActivity = (runner: Runner, { teamId }: Pick<Activity, 'teamId'>): boolean =>
  runsEvery(runner) || (teamId != null && teamsRun(runner).includes(teamId))

/** The part that a leader may not write so, and why; undefined where all of it is in their frame. */
export type FrameFault = { issue: Issue } | { refusal: 'team_capacity' }

/**
 * What a leader may not write, though the team is theirs: another kind than teams hold, a draw, a subsidy, shifts
 * of another team, or more people than the community allows. What a coordinator has written so may stay.
 */
export function frameFault(
  content: ActivityContent,
  mostPeople: number,
  before?: Pick<Activity, 'kind' | 'signup' | 'subsidyFen' | 'sessions'>,
): FrameFault | undefined {
  const issue = (path: string, message: string): FrameFault => ({ issue: { path, message } })
  const { kind, signup, subsidyFen, sessions, teamId } = content
  if (!teamActivityKinds.includes(kind) && kind !== before?.kind)
    return issue('kind', 'is not a kind that a team holds')
  if (signup.rule === 'draw' && before?.signup.rule !== 'draw')
    return issue('signup.rule', 'a draw is held by a coordinator')
  if (subsidyFen && subsidyFen !== before?.subsidyFen)
    return issue('subsidyFen', 'a subsidy is promised by a coordinator')
  for (const [index, session] of sessions.entries()) {
    const past = before?.sessions.find(({ sessionId }) => sessionId === session.sessionId)
    const foreign = session.shifts.findIndex(
      (shift) => shift.teamId !== teamId && shift.teamId !== shiftIn(past, shift.shiftId)?.teamId,
    )
    if (foreign >= 0) return issue(`sessions.${index}.shifts.${foreign}.teamId`, 'is not the activity’s team')
    if (session.cancelled) continue
    if (isBeyond(session.capacity, past?.capacity, mostPeople)) return { refusal: 'team_capacity' }
    if (
      session.shifts.some(({ shiftId, capacity }) =>
        isBeyond(capacity, shiftIn(past, shiftId)?.capacity, mostPeople),
      )
    )
      return { refusal: 'team_capacity' }
  }
  return undefined
}

const shiftIn = (session: PlannedSession | undefined, shiftId: string) =>
  session?.shifts.find((shift) => shift.shiftId === shiftId)

const isBeyond = (people: number, before: number | undefined, most: number): boolean =>
  people > Math.max(most, before ?? 0)
