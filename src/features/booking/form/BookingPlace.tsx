import type { HelpPlace } from '#contract/shared/helpPlace'
import { bookingFormText } from '#text/booking/bookingForm'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type BookingDraft, type BookingWords, type OnChoose, placesOf } from './bookingDraft'

export interface BookingPlaceProps {
  draft: BookingDraft
  /** Where the kind of help may be given; absent: anywhere. */
  places?: readonly HelpPlace[] | undefined
  /** The known door, which need not be typed. Absent when none is known. */
  door: { title: string; detail: string } | undefined
  onChoose: OnChoose
  onWrite: (words: Partial<BookingWords>) => void
  error: string | undefined
  /** What is wrong with where an escort goes. */
  destinationError?: string | undefined
}

/**
 * Asks where the help is: at home or outside, where the kind of help leaves a choice; where an escort goes; and at
 * which door. The known door counts unless another is typed.
 */
export function BookingPlace(props: BookingPlaceProps) {
  const { draft, places = placesOf(undefined), door, onChoose, onWrite, error, destinationError } = props
  const elsewhere = door === undefined || draft.meet === 'elsewhere'
  return (
    <Box className='stack'>
      <Maybe>
        {places.length > 1 && (
          <Choice
            label={bookingFormText.place}
            options={places.map((value) => ({ value, ...bookingFormText.places[value] }))}
            chosen={draft.place}
            onChoose={(place) => onChoose({ place })}
          />
        )}
      </Maybe>
      <Maybe>
        {draft.place === 'accompany' && (
          <TextField
            label={bookingFormText.destination}
            hint={bookingFormText.destinationHint}
            initial={draft.destination ?? ''}
            maxLength={60}
            onText={(destination) => onWrite({ destination })}
            error={destinationError}
          />
        )}
      </Maybe>
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
