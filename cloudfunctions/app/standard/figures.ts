import { type Context, invalid, yes } from '#app/call/context'
import { bookingsOf } from '#app/report/bookingFigures'
import { talliesOf } from '#app/report/recount'
import { type Measure, measures } from '#contract/publication'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { type MonthFigure, mostMonths, type StandardFigures, type standardFigures } from '#contract/standard'
import { noFigures } from '#core/booking/figures'
import { addDays } from '#core/calendar/almanac'
import { ratesOf } from '#core/request/rates'
import { measuresOf, monthsBetween } from '#core/standard/measures'
import type { Tally } from '#store/rows/request'

const firstOf = (month: string): string => `${month}-01`
const lastOf = (month: string): string => addDays(firstOf(monthsBetween(month, '9999-12').at(1) ?? month), -1)

/** Every measure, month by month, from what is counted of each day: anybody may read it. */
export async function promiseFigures(
  { community: { _id: communityId } }: Context,
  { from, to }: Input<typeof standardFigures>,
): Promise<Answer<StandardFigures>> {
  const months = monthsBetween(from, to)
  if (months.length === 0) return invalid('to', 'is before from')
  if (months.length > mostMonths) return invalid('to', `at most ${mostMonths} months`)
  const days = await talliesOf(communityId, firstOf(from), lastOf(to))
  const counted = await Promise.all(
    months.map(async (month) => {
      const own = days.filter(({ day }) => day.startsWith(month))
      const { total } = ratesOf(own, 'month', () => true)
      return { month, parts: measuresOf(total, await bookedIn(communityId, month, own, days)) }
    }),
  )
  const lineOf = (measure: Measure): MonthFigure[] =>
    counted.map(({ month, parts }) => ({ month, ...parts[measure] }))
  const lines = Object.fromEntries(measures.map((measure) => [measure, lineOf(measure)]))
  return yes({ from, to, measures: lines as StandardFigures['measures'] })
}

/** The bookings made in a month. Before the first day whose figures are kept, none were made where later days are kept. */
function bookedIn(communityId: string, month: string, own: readonly Tally[], days: readonly Tally[]) {
  const isKept = ({ bookings }: Tally) => bookings !== undefined
  const later = days.some((day) => day.day > lastOf(month) && isKept(day))
  if (later && !own.some(isKept)) return noFigures
  return bookingsOf(communityId, { from: firstOf(month), to: lastOf(month) }, own)
}
