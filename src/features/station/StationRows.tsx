import { useNow } from '#clock'
import type { OpenHours, PublicationCard } from '#contract/publication'
import { stationText as words } from '#text/station/station'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { StationRow } from './StationRow'
import { isStationOpen } from './stationNow'

export interface StationRowsProps {
  stations: readonly PublicationCard[]
  hoursWords: (hours: readonly OpenHours[]) => string
}

/** Stations, those first that are open now. */
export function StationRows({ stations, hoursWords }: StationRowsProps) {
  const now = useNow()
  const open = stations.filter((station) => isStationOpen(station, now))
  const shut = stations.filter((station) => !open.includes(station))
  const rows = (some: readonly PublicationCard[], isOpen: boolean) =>
    some.map((station) => (
      <StationRow
        key={station.publicationId}
        station={station}
        isOpen={isOpen}
        hours={hoursWords(station.hours ?? [])}
        now={now}
      />
    ))
  return (
    <>
      <Box tag='section' className='stack-tight'>
        <Heading>{words.openFirst}</Heading>
        {open.length > 0 ? rows(open, true) : <Box>{words.openFirstNone}</Box>}
      </Box>
      {shut.length > 0 && (
        <Box tag='section' className='stack-tight'>
          <Heading>{words.others}</Heading>
          {rows(shut, false)}
        </Box>
      )}
    </>
  )
}
