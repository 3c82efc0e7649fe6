import { useNow } from '#clock'
import { bookingFormText } from '#text/booking/bookingForm'
import { clockSpanWords, dateWords } from '#text/shared/time'
import { Choice } from '#ui/choice/Choice'
import { WindowField } from '#ui/field/WindowField'
import { readWindow } from '#ui/field/windowDraft'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import {
  type BookingDraft,
  type OnChoose,
  type QuickWindow,
  quickWindows,
  windowDraftOf,
} from './bookingDraft'

export interface BookingWindowProps {
  draft: BookingDraft
  onChoose: OnChoose
  error: string | undefined
}

const quick = Object.keys(quickWindows) as QuickWindow[]
const clock = ({ from, to }: { from: string; to: string }) =>
  `${from.replace(/^0/, '')}–${to.replace(/^0/, '')}`
const options = [
  ...quick.map((value) => ({
    value,
    title: bookingFormText.quick[value],
    detail: clock(quickWindows[value]),
  })),
  { value: 'own' as const, title: bookingFormText.ownWindow },
]

/** Asks for the window: a common one with one tap, or a day, a start and an end. */
export function BookingWindow({ draft, onChoose, error }: BookingWindowProps) {
  const now = useNow()
  const own = draft.when === 'own'
  const chosen = windowDraftOf(draft, now)
  const window = readWindow(chosen)
  return (
    <Box className='stack-tight'>
      <Choice
        label={bookingFormText.when}
        options={options}
        chosen={draft.when}
        // An own window begins with the values of the window that was chosen before.
        onChoose={(when) => onChoose({ when, ownWindow: chosen })}
        error={own ? undefined : error}
      />
      <Box className='soft' live='polite'>
        {window ? `${dateWords(window.from)} ${clockSpanWords(window)}` : ''}
      </Box>
      <Maybe>
        {own && (
          <WindowField
            label={bookingFormText.window}
            now={now}
            draft={draft.ownWindow}
            onDraft={(ownWindow) => onChoose({ ownWindow })}
            error={error}
          />
        )}
      </Maybe>
    </Box>
  )
}
