import { bookingFormText } from '#text/booking/bookingForm'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import type { BookingDraft, BookingWords, OnChoose } from './bookingDraft'

export interface BookingPlaceProps {
  draft: BookingDraft
  /** The known door, which need not be typed. Absent when none is known. */
  door: { title: string; detail: string } | undefined
  onChoose: OnChoose
  onWrite: (words: Partial<BookingWords>) => void
  error: string | undefined
}

const places = [
  { value: 'home' as const, ...bookingFormText.places.home },
  { value: 'accompany' as const, ...bookingFormText.places.accompany },
]

/** Asks where the help is: at home or outside, and at which door. The known door counts unless another is typed. */
export function BookingPlace({ draft, door, onChoose, onWrite, error }: BookingPlaceProps) {
  const elsewhere = door === undefined || draft.meet === 'elsewhere'
  return (
    <Box className='stack'>
      <Choice
        label={bookingFormText.place}
        options={places}
        chosen={draft.place}
        onChoose={(place) => onChoose({ place })}
      />
      {door !== undefined && (
        <Choice
          label={draft.place === 'home' ? bookingFormText.door : bookingFormText.meetingPoint}
          options={[
            { value: 'household' as const, ...door },
            { value: 'elsewhere' as const, title: bookingFormText.elsewhere },
          ]}
          chosen={draft.meet}
          onChoose={(meet) => onChoose({ meet })}
          error={elsewhere ? undefined : error}
        />
      )}
      <Maybe>
        {elsewhere && (
          <TextField
            label={bookingFormText.address}
            hint={bookingFormText.addressHint}
            initial={draft.address}
            maxLength={100}
            onText={(address) => onWrite({ address })}
            error={error}
          />
        )}
      </Maybe>
    </Box>
  )
}
