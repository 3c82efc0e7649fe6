import { useState } from 'react'
import type { BookingDetail, NoShowView } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { type BookingCourse, useBookingStep } from '#features/booking/detail/bookingCourse'
import { noShowText } from '#text/booking/noShow'
import { Button } from '#ui/button/Button'
import { ReasonSheet } from '#ui/sheet/ReasonSheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { NoShowSaid } from './NoShowCard'

export interface NoShowCardsProps {
  booking: BookingDetail
  course: BookingCourse
  now: Instant
}

const { appeal, decide, until } = noShowText
/** The answer that the person is writing. */
type Asking = { what: 'appeal' | 'stands' | 'lift'; said: NoShowView }

/** The no-shows of a booking. The accused may appeal, and the leader decides. */
export function NoShowCards({ booking, course, now }: NoShowCardsProps) {
  const [asking, setAsking] = useState<Asking>()
  const appealing = useBookingStep('booking.appeal', course)
  const deciding = useBookingStep('booking.decideNoShow', course)
  const { bookingId } = course
  const taking = asking?.what === 'appeal' ? appealing : deciding

  const close = () => {
    setAsking(undefined)
    appealing.clear()
    deciding.clear()
  }
  async function send({ what, said }: Asking, words: string) {
    const outcome =
      what === 'appeal'
        ? await appealing.take({ bookingId, note: words }, () => appeal.done)
        : await deciding.take(
            { bookingId, claim: said.claim, stands: what === 'stands', reason: words },
            () => decide.done,
          )
    if (outcome?.ok) setAsking(undefined)
  }

  return (
    <Box className='stack'>
      {(booking.noShows ?? []).map((said) => (
        <NoShowSaid key={said.claim} said={said} now={now}>
          {said.appealUntil !== undefined && <Box>{until(said.appealUntil, now)}</Box>}
          {said.appealUntil !== undefined && (
            <Button onPress={() => setAsking({ what: 'appeal', said })}>{appeal.open}</Button>
          )}
          {said.mayDecide && (
            <Button look='pine' onPress={() => setAsking({ what: 'lift', said })}>
              {decide.lift}
            </Button>
          )}
          {said.mayDecide && (
            <Button look='quiet' onPress={() => setAsking({ what: 'stands', said })}>
              {decide.stands}
            </Button>
          )}
        </NoShowSaid>
      ))}
      <Maybe>
        {asking && (
          <ReasonSheet
            {...sheetWords(asking)}
            busy={taking.busy}
            failure={taking.failure}
            onReason={(words) => send(asking, words)}
            onClose={close}
          />
        )}
      </Maybe>
    </Box>
  )
}

function sheetWords({ what, said }: Asking) {
  if (what === 'appeal') {
    const { title, text, label, reasons, action } = appeal
    return { title, text, label, reasons: reasons[said.side], action, look: 'pine' as const }
  }
  const { text, label } = decide
  return what === 'stands'
    ? {
        ...{ text, label, look: 'danger' as const },
        ...{ title: decide.standsTitle, reasons: decide.standsReasons, action: decide.standsAction },
      }
    : {
        ...{ text, label, look: 'pine' as const },
        ...{ title: decide.liftTitle, reasons: decide.liftReasons, action: decide.liftAction },
      }
}
