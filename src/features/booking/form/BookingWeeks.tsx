import { useNow } from '#clock'
import type { SeriesDay } from '#contract/booking'
import { bookingFormText } from '#text/booking/bookingForm'
import { dateInYearWords } from '#text/shared/time'
import { Choice } from '#ui/choice/Choice'
import { ManyChoice } from '#ui/choice/ManyChoice'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type BookingDraft, isTicked, type OnChoose, withTurned, withWeeks } from './bookingDraft'

export interface BookingWeeksProps {
  draft: BookingDraft
  /** The days of the series; none while it is none, or they are being read. */
  days: readonly SeriesDay[]
  /** The longest series. */
  most: number
  onChoose: OnChoose
  error: string | undefined
}

const lengths = [4, 8, 12]

/** Asks whether the help is wanted once or every week, for how long, and on which of the days. */
export function BookingWeeks({ draft, days, most, onChoose, error }: BookingWeeksProps) {
  const now = useNow()
  const { weeks } = draft
  const offered = [...lengths.filter((length) => length < most), Math.min(most, 12)]
  return (
    <Box className='stack-tight'>
      <Choice
        label={bookingFormText.often}
        options={[
          { value: 'once' as const, title: bookingFormText.once },
          { value: 'weekly' as const, title: bookingFormText.weekly },
        ]}
        chosen={weeks === undefined ? 'once' : 'weekly'}
        onChoose={(often) =>
          onChoose((held) => withWeeks(held, often === 'once' ? undefined : (held.weeks ?? offered[0])))
        }
      />
      <Maybe>
        {weeks !== undefined && (
          <Choice
            label={bookingFormText.howLong}
            options={[...new Set(offered)].map((length) => ({
              value: String(length),
              title: bookingFormText.weeks(length),
            }))}
            chosen={String(weeks)}
            onChoose={(length) => onChoose((held) => withWeeks(held, Number(length)))}
            error={days.length === 0 ? error : undefined}
          />
        )}
      </Maybe>
      <Maybe>
        {days.length > 0 && (
          <ManyChoice
            label={bookingFormText.dates}
            hint={bookingFormText.datesHint}
            options={days.map(({ day, from, holiday }) => ({
              value: day,
              title: bookingFormText.dateOf(dateInYearWords(from, now), holiday),
            }))}
            chosen={days.filter((one) => isTicked(draft, one)).map(({ day }) => day)}
            onToggle={(day) => onChoose((held) => withTurned(held, day))}
            error={error}
          />
        )}
      </Maybe>
      <Maybe>
        {days.length > 0 && (
          <Box className='soft' live='polite'>
            {bookingFormText.datesCount(days.filter((one) => isTicked(draft, one)).length)}
          </Box>
        )}
      </Maybe>
    </Box>
  )
}
