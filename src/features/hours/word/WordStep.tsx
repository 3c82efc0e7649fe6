import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { StepCourse } from '#cloud/call/useStep'
import type { BookingDetail } from '#contract/booking'
import { wordText as words } from '#text/hours/word'
import { Button } from '#ui/button/Button'
import { StateView } from '#ui/page/StateView'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { WordSheet } from './WordSheet'

export interface WordStepProps {
  booking: BookingDetail
  course: StepCourse
}

/** A leader proposes to credit a booking that no code could prove: its claimer, or somebody of the team. */
export function WordStep({ booking, course }: WordStepProps) {
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const finish = (name: string) => {
    close()
    course.tell({ tone: 'good', text: words.sent(name) })
    void course.refresh()
  }
  return (
    <Box className='stack-tight'>
      <Button look='quiet' onPress={() => setAsking(true)}>
        {words.open}
      </Button>
      <Maybe>{asking && <Asked booking={booking} onSent={finish} onClose={close} />}</Maybe>
    </Box>
  )
}

interface AskedProps {
  booking: BookingDetail
  onSent: (name: string) => void
  onClose: () => void
}

function Asked({ booking: { bookingId, claimer, teamId, window }, ...ways }: AskedProps) {
  const [team, refresh] = useRead('team.roster', { teamId, limit: 50 }, { wait: claimer !== undefined })
  const [me] = useRead('member.me', {}, { wait: claimer !== undefined })
  const about = { bookingId }
  if (claimer) return <WordSheet about={about} people={[claimer]} planned={window} {...ways} />
  if (team.state === 'ready' && me.state !== 'loading') {
    // nobody proposes their own
    const own = me.state === 'ready' ? me.data.member?.memberId : undefined
    const people = team.data.items.filter(({ state, memberId }) => state === 'accepted' && memberId !== own)
    return <WordSheet about={about} people={people} planned={window} {...ways} />
  }
  return (
    <Sheet title={words.open} onClose={ways.onClose}>
      <StateView of={team} onRetry={refresh} empty={<Box className='soft'>{words.noCandidates}</Box>}>
        {() => null}
      </StateView>
    </Sheet>
  )
}
