import type { Lacking } from '#contract/community'
import type { Grant } from '#contract/member'
import { hasRole } from '#contract/shared/grants'
import type { CommunityParts } from './edit'

/** What is known beside the community's own words. */
export interface SeenTo {
  /** The caller has registered. */
  registered: boolean
  /** Every role that somebody holds. */
  granted: readonly Grant[]
  messageTemplates: boolean
}

/** What nobody has seen to yet. */
export function lackingOf(
  { grids, teams }: Pick<CommunityParts, 'grids' | 'teams'>,
  { registered, granted, messageTemplates }: SeenTo,
): Lacking {
  return {
    ownRegistration: !registered,
    gridsWithoutWorker: grids.flatMap(({ gridId }) =>
      hasRole(granted, 'grid_worker', { gridId }) ? [] : gridId,
    ),
    teamsWithoutLeader: teams.flatMap(({ teamId }) =>
      hasRole(granted, 'team_leader', { teamId }) ? [] : teamId,
    ),
    coordinator: !hasRole(granted, 'coordinator'),
    officer: !granted.some(({ role, scope }) => role === 'officer' && scope?.tier === 'community'),
    messageTemplates: !messageTemplates,
  }
}
