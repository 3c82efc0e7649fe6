import type { BookingCandidate } from '#contract/booking'
import type { Instant } from '#contract/scalars'
import { matchWords, dispatchText as words } from '../../text/dispatch'
import { Box } from '../../ui/Box'
import { Heading } from '../../ui/Heading'
import { LineButton } from '../../ui/LineButton'
import { Place } from '../../ui/Place'
import { SealChip } from '../../ui/SealChip'
import { Tick } from '../../ui/Tick'
import './CandidateCard.scss'

export interface CandidateCardProps {
  /** When the booking begins. */
  from: Instant
  candidate: BookingCandidate
  chosen: boolean
  onChoose: (chosen: boolean) => void
  onSend: () => void
}

/** A volunteer who could be asked or sent, with why; or why not. */
export function CandidateCard({ from, candidate, chosen, onChoose, onSend }: CandidateCardProps) {
  const { name, match, invited, fault } = candidate
  const why = matchWords(match, 'theirs', from, Date.now())
  return (
    <Box tag='li' className='candidate'>
      <Box className='candidate-head'>
        <Heading level={3}>{name}</Heading>
        <Place>{invited && <SealChip tone='waits'>{words.asked}</SealChip>}</Place>
      </Box>
      {why && <Box className='candidate-why'>{why}</Box>}
      {fault ? (
        <Box className='soft small'>{fault.message}</Box>
      ) : (
        <Box className='candidate-ways'>
          <Place>{!invited && <Tick label={words.ask(name)} ticked={chosen} onTick={onChoose} />}</Place>
          <LineButton onPress={onSend} label={words.sendOf(name)}>
            {words.send}
          </LineButton>
        </Box>
      )}
    </Box>
  )
}
