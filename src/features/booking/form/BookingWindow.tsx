import { useNow } from '#clock'
import { bookingFormText } from '#text/booking/bookingForm'
import { clockSpanWords, dateWords } from '#text/shared/time'
import { Choice } from '#ui/choice/Choice'
import { WindowField } from '#ui/field/WindowField'
import { readWindow, type WindowDraft } from '#ui/field/windowDraft'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type BookingDraft, type OnChoose, windowDraftOf, withWindow } from './bookingDraft'
import { hasBegun, isToday, type OfferedWindow, quickWindowsAt } from './quickWindows'

export interface BookingWindowProps {
  draft: BookingDraft
  onChoose: OnChoose
  error: string | undefined
}

const clock = ({ from, to }: WindowDraft) => `${from.replace(/^0/, '')}–${to.replace(/^0/, '')}`

/** Asks for the window: a common one with one tap, or a day, a start and an end. */
export function BookingWindow({ draft, onChoose, error }: BookingWindowProps) {
  const now = useNow()
  const own = draft.when === 'own'
  const kept = windowDraftOf(draft, now)
  // a window of today whose hour has come is no longer chosen: a tap chooses the next hours
  const chosen = isToday(draft.when) && hasBegun(kept, now) ? undefined : draft.when
  const offered = withKept(quickWindowsAt(now), chosen, kept)
  const window = chosen && readWindow(kept)
  return (
    <Box className='stack-tight'>
      <Choice
        label={bookingFormText.when}
        options={[
          ...offered.map(({ quick, window: hours }) => ({
            value: quick,
            title: bookingFormText.quick[quick],
            detail: clock(hours),
          })),
          { value: 'own' as const, title: bookingFormText.ownWindow },
        ]}
        chosen={chosen}
        onChoose={(when) => {
          const tapped = offered.find(({ quick }) => quick === when)?.window
          onChoose((held) => withWindow(held, { when, window: tapped, now }))
        }}
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

/** The chosen window stands with the hours that were tapped, also when it would no longer be offered. */
function withKept(
  offered: OfferedWindow[],
  chosen: BookingDraft['when'] | undefined,
  kept: WindowDraft,
): OfferedWindow[] {
  if (chosen === undefined || chosen === 'own' || !isToday(chosen)) return offered
  const others = offered.filter(({ quick }) => quick !== chosen)
  const held = { quick: chosen, window: kept }
  return chosen === 'soon' ? [held, ...others] : [...others.slice(0, 1), held, ...others.slice(1)]
}
