import type { Community } from '#contract/community'
import type { Team } from '#contract/team'
import { teamDetail } from '#routes'
import { teamPageText as words } from '#text/team/team'
import type { Forwarded } from '#ui/forward/forwarded'

/** What is passed on of a team: what everybody may read, and nobody's name. */
export const forwardedTeam = (
  { teamId, name }: Team,
  { name: issuer }: Pick<Community, 'name'>,
): Forwarded => ({
  title: words.forward(name),
  path: teamDetail(teamId),
  picture: { title: name, lines: [words.wanted], issuer },
  moments: true,
})
