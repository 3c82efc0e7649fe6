import type { BookingDetail, SeriesEntry } from '#contract/booking'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { bookingDetail } from '#routes'
import { bookingStateText } from '#text/booking/bookingState'
import { seriesText } from '#text/booking/together'
import { windowWords } from '#text/shared/time'
import { Folded } from '#ui/page/Folded'
import { ListRow, ListRows } from '#ui/show/Row'

export interface SeriesListProps {
  booking: BookingDetail
  now: Instant
  actingFor: MemberId | undefined
}

/** Which one of its series the booking is, and, folded, all of them: each with its day and who comes. */
export function SeriesList({ booking, now, actingFor }: SeriesListProps) {
  const { series, seriesEntries = [] } = booking
  if (!series || seriesEntries.length === 0) return null
  return (
    <Folded title={seriesText.title(series)}>
      <ListRows>
        {seriesEntries.map((entry) => {
          const here = entry.bookingId === booking.bookingId
          return (
            <ListRow
              key={entry.bookingId}
              title={windowWords(entry.window, now)}
              detail={stateWords(entry)}
              end={here ? seriesText.this : undefined}
              to={here ? undefined : bookingDetail(entry.bookingId, actingFor)}
            />
          )
        })}
      </ListRows>
    </Folded>
  )
}

function stateWords({ state, who, mine }: SeriesEntry): string {
  if (state === 'claimed' && mine) return seriesText.mine
  return state === 'claimed' && who ? seriesText.by(who) : bookingStateText[state]
}
