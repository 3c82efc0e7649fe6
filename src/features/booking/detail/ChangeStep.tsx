import { useState } from 'react'
import { cloudNow } from '#clock'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { BookingDetail } from '#contract/booking'
import { BookingPlace } from '#features/booking/form/BookingPlace'
import { BookingWindow } from '#features/booking/form/BookingWindow'
import { bookingFormText } from '#text/booking/bookingForm'
import { unclaimedStanding } from '#text/booking/bookingState'
import { changeText } from '#text/booking/change'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type BookingCourse, useBookingStep } from './bookingCourse'
import { checkMove, checkWords, draftOfBooking } from './changeInput'

interface ChangeStepProps {
  booking: BookingDetail
  course: BookingCourse
}

/** Whether somebody who has claimed the booking may be on the way already. */
const isOnTheWay = ({ state, checkInOpensAt }: BookingDetail): boolean =>
  state === 'claimed' && cloudNow() >= checkInOpensAt

/** Changes the booking's time, or what it says. Once its hour has come, only another time helps. */
export function ChangeStep({ booking, course }: ChangeStepProps) {
  const [changing, setChanging] = useState<'move' | 'words'>()
  const late = booking.state === 'open' && unclaimedStanding(booking.window, cloudNow()) === 'begun'
  const close = () => setChanging(undefined)
  return (
    <Box className='stack-tight'>
      <Maybe>
        {!isOnTheWay(booking) && (
          <Button look={late ? 'primary' : 'quiet'} onPress={() => setChanging('move')}>
            {late ? changeText.move.openLate : changeText.move.open}
          </Button>
        )}
      </Maybe>
      <Maybe>
        {!late && (
          <Button look='quiet' onPress={() => setChanging('words')}>
            {changeText.words.open}
          </Button>
        )}
      </Maybe>
      <Maybe>
        {changing === 'move' && <MoveSheet booking={booking} course={course} onClose={close} />}
        {changing === 'words' && <WordsSheet booking={booking} course={course} onClose={close} />}
      </Maybe>
    </Box>
  )
}

type SheetProps = ChangeStepProps & { onClose: () => void }

/** Asks for another time. Where somebody has claimed the booking it says before what becomes of the claim. */
function MoveSheet({ booking, course, onClose }: SheetProps) {
  const words = changeText.move
  const step = useBookingStep('booking.change', course)
  const held = useDraft(() => draftOfBooking(booking, cloudNow()))
  const form = useForm(held, {
    check: (draft) => checkMove(booking, draft, cloudNow()),
    by: step.saying(() => (booking.claimer ? words.doneClaimed : words.done)),
    mends: true,
    atFault: showFirstFault,
    onDone: onClose,
    onRefused: ({ code }) => (code === 'window_past' ? { window: bookingFormText.faults.windowPast } : {}),
  })
  return (
    <Sheet title={words.title} onClose={onClose}>
      <Maybe>{booking.claimer && <Banner tone='plain'>{words.releases(booking.claimer.name)}</Banner>}</Maybe>
      <BookingWindow draft={form.draft} onChoose={form.choose} error={form.faults.window} />
      <FormFoot form={form} action={words.action} />
    </Sheet>
  )
}

/** Asks for other words, and for another place while nobody can be on the way. */
function WordsSheet({ booking, course, onClose }: SheetProps) {
  const words = changeText.words
  const step = useBookingStep('booking.change', course)
  const where = !isOnTheWay(booking)
  const held = useDraft(() => draftOfBooking(booking, cloudNow()))
  const form = useForm(held, {
    check: (draft) => checkWords(booking, draft, where),
    by: step.saying(() => (booking.claimer ? words.doneClaimed : words.done)),
    mends: true,
    atFault: showFirstFault,
    onDone: onClose,
  })
  const { draft, faults, choose, write } = form
  return (
    <Sheet title={words.title} onClose={onClose}>
      <Maybe>{booking.claimer && <Box>{words.tells(booking.claimer.name)}</Box>}</Maybe>
      <ParagraphField
        label={bookingFormText.description}
        initial={draft.description}
        maxLength={300}
        onText={(description) => write({ description })}
        error={faults.description}
      />
      <ParagraphField
        label={bookingFormText.risks}
        initial={draft.riskWords}
        maxLength={200}
        optional
        onText={(riskWords) => write({ riskWords })}
      />
      {where ? (
        <BookingPlace
          draft={draft}
          door={words.door}
          onChoose={choose}
          onWrite={write}
          error={faults.address}
          destinationError={faults.destination}
        />
      ) : (
        <Box className='soft'>{words.onTheWay}</Box>
      )}
      <FormFoot form={form} action={words.action} />
    </Sheet>
  )
}
