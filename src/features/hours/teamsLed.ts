import type { HoursEntry } from '#contract/hours'
import type { Me } from '#contract/member'
import type { Team } from '#contract/team'

const isAdmin = ({ roles }: Me): boolean => roles.some(({ role }) => role === 'admin')
const leads = ({ roles }: Me, teamId: string): boolean =>
  roles.some(({ role, scope }) => role === 'team_leader' && scope?.teamId === teamId)

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
