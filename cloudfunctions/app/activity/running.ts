import { type Context, rolesOf } from '#app/call/context'
import type { TeamId } from '#contract/shared/scalars'
import type { Activity } from '#core/activity/activity'
import { type Runner, runsActivity, runsEvery, teamsRun } from '#core/activity/runs'
import { activities } from '#store/collections'

/** Who may run an activity at all; `runs` says which. Birthdays are their coordinators' alone. */
export const runners = ['admin', 'coordinator', 'team_leader'] as const

type Asker = Pick<Context, 'identity' | 'settings' | 'community'>

export const runnerOf = ({ identity, settings, community }: Asker): Runner => ({
  roles: rolesOf(identity, settings),
  grants: identity.member?.roles ?? [],
  womensTeamId: community.womensTeamId,
})

/** Whether the caller runs this activity. */
export const runs = (asker: Asker, activity: Pick<Activity, 'teamId'>): boolean =>
  runsActivity(runnerOf(asker), activity)

/** Whether the caller runs an activity of which only the id is known; it is read where a team decides. */
export async function runsId(asker: Asker, activityId: string): Promise<boolean> {
  const runner = runnerOf(asker)
  if (runsEvery(runner)) return true
  if (teamsRun(runner).length === 0) return false
  const [activity] = await activities.getMany([activityId], { fields: ['teamId'] })
  return activity !== undefined && runsActivity(runner, activity)
}

/** The teams whose activities the caller runs; `every` for those who run all. */
export function ownTeams(asker: Asker): TeamId[] | 'every' {
  const runner = runnerOf(asker)
  return runsEvery(runner) ? 'every' : teamsRun(runner)
}
