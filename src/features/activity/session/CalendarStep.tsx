import { useState } from 'react'
import type { Instant } from '#contract/shared/scalars'
import { sessionText as words } from '#text/session/session'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { useAgreement } from '#ui/sheet/useAgreement'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { addToCalendar, calendarWords } from './addToCalendar'

export interface CalendarStepProps {
  sessionId: string
  title: string
  place: string
  from: Instant
  to: Instant
}

/** Offers to add the session to the calendar of the phone or computer. */
export function CalendarStep({ sessionId: id, ...entry }: CalendarStepProps) {
  const { ask, sheet } = useAgreement()
  const [outcome, setOutcome] = useState<'added' | 'left' | 'failed'>()

  const add = async () => setOutcome(await addToCalendar({ id, ...entry }))
  const press = () => ask({ why: words.calendarWhy, refuse: words.calendarRefuse, go: add })
  return (
    <Box className='stack-tight'>
      <Maybe>
        {outcome === 'added' && <Banner tone='good'>{words.calendarDone}</Banner>}
        {outcome === 'failed' && <Banner tone='bad'>{words.calendarFailed}</Banner>}
      </Maybe>
      <Button look='quiet' onPress={press}>
        {calendarWords()}
      </Button>
      <Maybe>{sheet}</Maybe>
    </Box>
  )
}
