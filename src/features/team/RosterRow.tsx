import type { TeamMember } from '#contract/team'
import { teamText } from '../../text/team'
import { dateWords } from '../../text/time'
import { Box } from '../../ui/Box'
import { Heading } from '../../ui/Heading'
import { LineButton } from '../../ui/LineButton'
import { SealChip } from '../../ui/SealChip'
import './TeamCard.scss'

export interface RosterRowProps {
  person: TeamMember
  onAccept: () => void
  onDecline: () => void
}

/** A person of the roster; an application carries the leader's two answers. */
export function RosterRow({ person, onAccept, onDecline }: RosterRowProps) {
  const { name, state, skills, licences, since, age, guardian } = person
  const applied = state === 'applied'
  return (
    <Box tag='li' className='team'>
      <Box className='team-head'>
        <Heading level={3}>{name}</Heading>
        <SealChip tone={applied ? 'asks' : state === 'accepted' ? 'going' : 'over'}>
          {teamText.state[state]}
        </SealChip>
      </Box>
      {skills.length > 0 && <Box>{teamText.skillsList(skills)}</Box>}
      {licences.length > 0 && (
        <Box>
          {teamText.licencesList(
            licences.map(({ licence, validUntil }) => teamText.licence(licence, validUntil)),
          )}
        </Box>
      )}
      {age && (applied || age !== 'unknown') && (
        <Box>{guardian ? teamText.guardian(guardian.name, guardian.relation) : teamText.age[age]}</Box>
      )}
      <Box className='soft small'>
        {applied ? teamText.appliedOn(dateWords(since)) : teamText.since(dateWords(since))}
      </Box>
      {applied && (
        <Box className='team-ways'>
          <LineButton look='pine' onPress={onAccept} label={teamText.acceptOf(name)}>
            {teamText.accept}
          </LineButton>
          <LineButton onPress={onDecline} label={teamText.declineOf(name)}>
            {teamText.decline}
          </LineButton>
        </Box>
      )}
    </Box>
  )
}
