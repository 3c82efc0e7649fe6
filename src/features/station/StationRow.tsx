import type { PublicationCard } from '#contract/publication'
import { publicationDetail } from '#routes'
import { openHoursWords } from '#text/publication/stationWords'
import { stationText as words } from '#text/station/station'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { SealChip } from '#ui/show/SealChip'
import { seenWords } from './stationNow'
import './StationRow.scss'

export interface StationRowProps {
  station: PublicationCard
  isOpen: boolean
  now: number
}

/** One station: whether it is open, where it is, and what somebody has seen there. */
export function StationRow({ station, isOpen, now }: StationRowProps) {
  const { publicationId, title, place, hours = [] } = station
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
      <Box>{openHoursWords(hours)}</Box>
      {seenWords(station, now).map((line) => (
        <Box key={line} className='station-row-seen'>
          {line}
        </Box>
      ))}
    </Pressable>
  )
}
