import { useNow } from '#clock'
import type { SeriesDay } from '#contract/booking'
import { bookingFormText } from '#text/booking/bookingForm'
import { dateInYearWords } from '#text/shared/time'
import { Choice } from '#ui/choice/Choice'
import { ManyChoice } from '#ui/choice/ManyChoice'
import { Folded } from '#ui/page/Folded'
import { type Loadable, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type BookingDraft, isTicked, type OnChoose, withTurned, withWeeks } from './bookingDraft'

/** The days of a series as they are read, and how to read them again. */
export interface SeriesDays {
  /** Absent while it is no series, or its first day is not known. */
  read: Loadable<{ days: SeriesDay[] }> | undefined
  again: () => Promise<void>
}

export interface BookingWeeksProps {
  draft: BookingDraft
  days: SeriesDays
  /** The longest series. */
  most: number
  onChoose: OnChoose
  error: string | undefined
}

const lengths = [4, 8, 12]

/** Asks whether the help is wanted once or every week, for how long, and on which of the days. */
export function BookingWeeks({ draft, days, most, onChoose, error }: BookingWeeksProps) {
  const { weeks } = draft
  const offered = [...lengths.filter((length) => length < most), most]
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
            options={offered.map((length) => ({
              value: String(length),
              title: bookingFormText.weeks(length),
            }))}
            chosen={String(weeks)}
            onChoose={(length) => onChoose((held) => withWeeks(held, Number(length)))}
            error={days.read?.state === 'ready' ? undefined : error}
          />
        )}
      </Maybe>
      <Maybe>
        {days.read && (
          <StateView of={days.read} onRetry={days.again}>
            {({ days: all }) => <Dates all={all} draft={draft} onChoose={onChoose} error={error} />}
          </StateView>
        )}
      </Maybe>
    </Box>
  )
}

function Dates({
  all,
  draft,
  onChoose,
  error,
}: { all: readonly SeriesDay[] } & Pick<BookingWeeksProps, 'draft' | 'onChoose' | 'error'>) {
  const now = useNow()
  const ticked = all.filter((one) => isTicked(draft, one))
  const free = all.filter((one) => !isTicked(draft, one))
  const inWords = (days: readonly SeriesDay[]) => days.map(({ from }) => dateInYearWords(from, now))
  return (
    <>
      <Box live='polite'>{bookingFormText.datesTaken(inWords(ticked))}</Box>
      <Maybe>
        {free.length > 0 && <Box className='soft'>{bookingFormText.datesLeft(inWords(free))}</Box>}
      </Maybe>
      <Folded title={bookingFormText.changeDates} open={ticked.length === 0}>
        <ManyChoice
          label={bookingFormText.dates}
          hint={bookingFormText.datesHint}
          options={all.map(({ day, from, holiday }) => ({
            value: day,
            title: bookingFormText.dateOf(dateInYearWords(from, now), holiday),
          }))}
          chosen={ticked.map(({ day }) => day)}
          onToggle={(day) => onChoose((held) => withTurned(held, day))}
          error={error}
        />
      </Folded>
    </>
  )
}
