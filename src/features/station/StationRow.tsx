import type { PublicationCard } from '#contract/publication'
import { publicationDetail } from '#routes'
import { stationText as words } from '#text/station/station'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { SealChip } from '#ui/show/SealChip'
import { seenWords } from './stationNow'
import './StationRow.scss'

export interface StationRowProps {
  station: PublicationCard
  isOpen: boolean
  /** When it is open, in words. */
  hours: string
  now: number
}

/** One station: whether it is open, where it is, and what somebody has seen there. */
export function StationRow({ station, isOpen, hours, now }: StationRowProps) {
  const { publicationId, title, place } = station
  return (
    <Pressable
      className={`station-row ${isOpen ? '' : 'station-row-closed'}`}
      to={publicationDetail(publicationId)}
    >
      <Box className='station-row-head'>
        <Box className='station-row-title'>{title}</Box>
        <SealChip tone={isOpen ? 'going' : 'off'}>{isOpen ? words.open : words.closed}</SealChip>
      </Box>
      {place && <Box>{place}</Box>}
      <Box>{hours}</Box>
      {seenWords(station, now).map((line) => (
        <Box key={line} className='station-row-seen'>
          {line}
        </Box>
      ))}
    </Pressable>
  )
}
