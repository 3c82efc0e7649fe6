import { sha256 } from '#app/call/ids'
import type { TeamId } from '#contract/shared/scalars'
import { shortId } from '#core/poster/code'

/** Whether a team has this id, as it is or as the scene of a code holds it. */
export const hasId =
  (id: string) =>
  ({ teamId }: { teamId: TeamId }): boolean =>
    teamId === id || shortId(teamId, sha256) === id
