import type { TeamMember } from '#contract/team'
import { noShowText } from '#text/booking/noShow'
import { dateWords, fullDateWords } from '#text/shared/time'
import { licenceText } from '#text/team/licence'
import { teamText } from '#text/team/team'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { SealChip } from '#ui/show/SealChip'
import './TeamCard.scss'

export interface RosterRowProps {
  person: TeamMember
  onAccept: () => void
  onDecline: () => void
  /** Opens the licences and the probation. */
  onDetails: () => void
}

/** One person of the roster. The leader can accept or decline an application. */
export function RosterRow({ person, onAccept, onDecline, onDetails }: RosterRowProps) {
  const { name, state, leads, skills, licences, shown, probation, missed, since, age, guardian } = person
  const details = licences.length > 0 || shown.length > 0 || probation !== undefined
  const applied = state === 'applied'
  return (
    <Box tag='li' className='team'>
      <Box className='team-head'>
        <Heading level={3}>{name}</Heading>
        <SealChip tone={applied ? 'needs' : leads || state === 'accepted' ? 'going' : 'off'}>
          {leads && !applied ? teamText.leads : teamText.state[state]}
        </SealChip>
      </Box>
      {skills.length > 0 && <Box>{teamText.skillsList(skills)}</Box>}
      {age && (applied || age !== 'unknown') && (
        <Box>{guardian ? teamText.guardian(guardian) : teamText.age[age]}</Box>
      )}
      {shown.length > 0 && <Box>{licenceText.waiting}</Box>}
      {missed !== undefined && <Box>{noShowText.missed(missed)}</Box>}
      {since > 0 && (
        <Box className='soft small'>
          {applied ? teamText.appliedOn(dateWords(since)) : teamText.since(fullDateWords(since))}
        </Box>
      )}
      {(applied || details) && (
        <Box className='team-ways'>
          {details && (
            <LineButton onPress={onDetails} label={licenceText.detailsOf(name)}>
              {licenceText.details}
            </LineButton>
          )}
          {applied && (
            <LineButton look='pine' onPress={onAccept} label={teamText.acceptOf(name)}>
              {teamText.accept}
            </LineButton>
          )}
          {applied && (
            <LineButton onPress={onDecline} label={teamText.declineOf(name)}>
              {teamText.decline}
            </LineButton>
          )}
        </Box>
      )}
    </Box>
  )
}
