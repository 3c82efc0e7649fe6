import type { ServiceKind } from '#contract/community'
import { bookingFormText } from '#text/booking/bookingForm'
import { Choice } from '#ui/choice/Choice'
import { Maybe } from '#ui/show/Maybe'
import { BookingWeeks, type SeriesDays } from './BookingWeeks'
import { BookingWindow } from './BookingWindow'
import { type BookingDraft, type OnChoose, withHands } from './bookingDraft'
import type { BookingFaults } from './bookingInput'

export interface BookingTimesProps {
  draft: BookingDraft
  /** Absent while none is chosen. */
  kind: Pick<ServiceKind, 'twoHands' | 'weekly'> | undefined
  days: SeriesDays
  /** The longest series. */
  most: number
  onChoose: OnChoose
  faults: BookingFaults
}

/**
 * Asks when, and where the kind of help is often wanted so, how many volunteers and whether every week. A series has
 * one volunteer each time, so that either question goes with the other's answer.
 */
export function BookingTimes({ draft, kind, days, most, onChoose, faults }: BookingTimesProps) {
  return (
    <>
      <Maybe>
        {kind?.twoHands && draft.weeks === undefined && (
          <Choice
            label={bookingFormText.hands}
            options={([1, 2] as const).map((count) => ({
              value: String(count),
              ...bookingFormText.handsOptions[count],
            }))}
            chosen={String(draft.hands ?? 1)}
            onChoose={(count) => onChoose((now) => withHands(now, count === '2' ? 2 : 1))}
          />
        )}
      </Maybe>
      <BookingWindow draft={draft} onChoose={onChoose} error={faults.window} />
      <Maybe>
        {kind?.weekly && !draft.hands && (
          <BookingWeeks draft={draft} days={days} most={most} onChoose={onChoose} error={faults.weeks} />
        )}
      </Maybe>
    </>
  )
}
