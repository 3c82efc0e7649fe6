import type { HoursEntry } from '#contract/hours'
import type { Me } from '#contract/member'
import { hasRole } from '#contract/shared/grants'
import type { Team } from '#contract/team'

const isAdmin = ({ roles }: Me): boolean => hasRole(roles, 'admin')
const leads = ({ roles }: Me, teamId: string): boolean => hasRole(roles, 'team_leader', { teamId })

/** The teams that a person leads. */
export const teamsLed = <Known extends Pick<Team, 'teamId'>>(me: Me, teams: readonly Known[]): Known[] =>
  teams.filter(({ teamId }) => leads(me, teamId))

/** The teams whose hours a person sees: the teams they lead, for an admin all teams. */
export const teamsSeen = <Known extends Pick<Team, 'teamId'>>(me: Me, teams: readonly Known[]): Known[] =>
  isAdmin(me) ? [...teams] : teamsLed(me, teams)

/** Whether a person may reverse a line in another member's ledger. */
export function mayReverse(
  me: Me,
  memberId: string,
  { kind, reversed, teamId }: Pick<HoursEntry, 'kind' | 'reversed' | 'teamId'>,
): boolean {
  if (kind === 'reversal' || reversed || me.member?.memberId === memberId) return false
  return isAdmin(me) || leads(me, teamId)
}
