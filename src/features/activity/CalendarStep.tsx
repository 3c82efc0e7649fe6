import { useState } from 'react'
import type { Instant } from '#contract/scalars'
import { sessionText as words } from '../../text/activity'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Place } from '../../ui/Place'
import { useAgreement } from '../../ui/useAgreement'
import { addToCalendar, calendarWords } from './addToCalendar'

export interface CalendarStepProps {
  sessionId: string
  title: string
  place: string
  from: Instant
  to: Instant
}

/** Puts the session into the person's own calendar, for those who want it. */
export function CalendarStep({ sessionId: id, ...entry }: CalendarStepProps) {
  const { ask, sheet } = useAgreement()
  const [outcome, setOutcome] = useState<'added' | 'left' | 'failed'>()

  const add = async () => setOutcome(await addToCalendar({ id, ...entry }))
  const press = () => ask({ why: words.calendarWhy, refuse: words.calendarRefuse, go: add })
  return (
    <Box className='stack-tight'>
      <Place>
        {outcome === 'added' && <Banner tone='good'>{words.calendarDone}</Banner>}
        {outcome === 'failed' && <Banner tone='bad'>{words.calendarFailed}</Banner>}
      </Place>
      <Button look='quiet' onPress={press}>
        {calendarWords()}
      </Button>
      <Place>{sheet}</Place>
    </Box>
  )
}
