import { useState } from 'react'
import { useNow } from '#clock'
import type { StepCourse } from '#cloud/call/useStep'
import type { PublicationDetail } from '#contract/publication'
import { requestAbout } from '#routes'
import { stationText as words } from '#text/station/station'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { ListRow, ListRows } from '#ui/show/Row'
import { SaySheet } from './SaySheet'
import { isStationOpen, seenWords } from './stationNow'

export interface StationHereProps {
  station: PublicationDetail
  course: StepCourse
}

/** Whether a station is open now and what somebody has seen there; whoever is there may say it anew. */
export function StationHere({ station, course }: StationHereProps) {
  const { now: said, saidBy, steps } = station
  const now = useNow()
  const [saying, setSaying] = useState(false)
  const open = isStationOpen(station, now)
  const seen = seenWords(station, now)
  return (
    <Box className='stack'>
      <Card title={open ? words.openNow : words.closedNow} edge={open ? 'pine' : 'ochre'}>
        {seen.length > 0 ? seen.map((line) => <Box key={line}>{line}</Box>) : <Box>{words.byHours}</Box>}
        {saidBy && said && <Box className='soft'>{words.saidBy(saidBy)}</Box>}
      </Card>
      {steps.includes('say') && <Button onPress={() => setSaying(true)}>{words.say}</Button>}
      {saying && <SaySheet station={station} course={course} onClose={() => setSaying(false)} />}
    </Box>
  )
}

/** Whoever finds something wrong at a station has the request half written. */
export function StationReport({ station }: Pick<StationHereProps, 'station'>) {
  const { publicationId, title } = station
  return (
    <ListRows>
      <ListRow
        icon='info'
        title={words.report}
        detail={words.reportDetail}
        to={requestAbout('rest_place', publicationId, words.reportAbout(title))}
      />
    </ListRows>
  )
}
