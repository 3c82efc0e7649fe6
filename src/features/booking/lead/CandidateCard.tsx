import { cloudNow } from '#clock'
import type { BookingCandidate } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { dispatchText as words } from '#text/booking/dispatch'
import { matchWords } from '#text/booking/match'
import { LineButton } from '#ui/button/LineButton'
import { Tick } from '#ui/choice/Tick'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { SealChip } from '#ui/show/SealChip'
import './CandidateCard.scss'

export interface CandidateCardProps {
  /** The beginning of the booking's window. */
  from: Instant
  candidate: BookingCandidate
  chosen: boolean
  onChoose: (chosen: boolean) => void
  onSend: () => void
}

/** A candidate for a booking, with the reasons of the match, or why they cannot take it. */
export function CandidateCard({ from, candidate, chosen, onChoose, onSend }: CandidateCardProps) {
  const { name, match, invited, fault } = candidate
  const why = matchWords(match, 'theirs', from, cloudNow())
  return (
    <Box tag='li' className='candidate'>
      <Box className='candidate-head'>
        <Heading level={3}>{name}</Heading>
        <Maybe>{invited && <SealChip tone='waits'>{words.asked}</SealChip>}</Maybe>
      </Box>
      {why && <Box className='candidate-why'>{why}</Box>}
      {fault ? (
        <Box className='soft small'>{fault.message}</Box>
      ) : (
        <Box className='candidate-ways'>
          <Maybe>{!invited && <Tick label={words.ask(name)} ticked={chosen} onTick={onChoose} />}</Maybe>
          <LineButton onPress={onSend} label={words.sendOf(name)}>
            {words.send}
          </LineButton>
        </Box>
      )}
    </Box>
  )
}
