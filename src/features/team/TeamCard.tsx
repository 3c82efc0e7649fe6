import type { Team } from '#contract/team'
import { myTeam, rosterAt } from '#routes'
import { myTeamText } from '#text/team/licence'
import { teamPageText, teamText } from '#text/team/team'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { SealChip, type StateTone } from '#ui/show/SealChip'
import './TeamCard.scss'

const tones: Record<NonNullable<Team['mine']>, StateTone> = {
  applied: 'waits',
  accepted: 'going',
  declined: 'off',
  left: 'off',
}

export interface TeamCardProps {
  team: Team
  /** Whether the viewer leads the team. */
  leads: boolean
  /** Whether the membership is the viewer's own, not that of a member for whom they act. */
  own?: boolean
  /** Whether the viewer may apply, as a verified resident. */
  mayApply: boolean
  onApply: () => void
  onLeave: () => void
  /** The page of the team; absent on that page. */
  page?: string | undefined
}

/** A team: its purpose and size, the viewer's membership, and the steps to apply or leave. */
export function TeamCard({ team, leads, own = true, mayApply, onApply, onLeave, page }: TeamCardProps) {
  const { name, purpose, sample, memberCount, mine } = team
  const outside = mine === undefined || mine === 'declined' || mine === 'left'
  return (
    <Box tag='li' className='team'>
      <Box className='team-head'>
        <Heading level={2}>{name}</Heading>
        {leads ? (
          <SealChip tone='going'>{teamText.leads}</SealChip>
        ) : (
          mine && <SealChip tone={tones[mine]}>{teamText.state[mine]}</SealChip>
        )}
      </Box>
      <Box>{purpose}</Box>
      <Box className='soft small'>
        {teamText.members(memberCount)}
        {sample && ` · ${teamText.sample}`}
      </Box>
      <Box className='team-ways'>
        {page && (
          <LineButton to={page} label={teamPageText.openOf(name)}>
            {teamPageText.open}
          </LineButton>
        )}
        {leads && (
          <LineButton to={rosterAt(team.teamId)} label={teamText.rosterOf(name)}>
            {teamText.rosterWay}
          </LineButton>
        )}
        {outside && !leads && mayApply && (
          <LineButton onPress={onApply} label={teamText.applyOf(name)}>
            {teamText.apply}
          </LineButton>
        )}
        {own && (mine === 'accepted' || mine === 'applied') && (
          <LineButton to={myTeam(team.teamId)} label={myTeamText.wayOf(name)}>
            {myTeamText.way}
          </LineButton>
        )}
        {mine === 'accepted' && (
          <LineButton onPress={onLeave} label={teamText.leaveOf(name)}>
            {teamText.leave}
          </LineButton>
        )}
      </Box>
    </Box>
  )
}
