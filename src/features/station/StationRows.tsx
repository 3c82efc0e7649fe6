import { useNow } from '#clock'
import type { PublicationCard } from '#contract/publication'
import { stationText as words } from '#text/station/station'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { StationRow } from './StationRow'
import { isStationOpen } from './stationNow'

/** Stations, those first that are open now. */
export function StationRows({ stations }: { stations: readonly PublicationCard[] }) {
  const now = useNow()
  const open = stations.filter((station) => isStationOpen(station, now))
  const shut = stations.filter((station) => !open.includes(station))
  const rows = (some: readonly PublicationCard[], isOpen: boolean) =>
    some.map((station) => (
      <StationRow key={station.publicationId} station={station} isOpen={isOpen} now={now} />
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
