import type { MonthOfHours } from '#contract/hours'

/** One month in the picture of a year. */
export interface MonthColumn {
  /** 1 to 12. */
  month: number
  recordedMinutes: number
  honourMinutes: number
  /** 0 to 1 of the year's highest column. */
  recordedShare: number
  honourShare: number
}

/** The twelve months of a year, including those without a line. `most` is the minutes of the highest. */
export function monthColumnsOf(months: readonly MonthOfHours[]): { columns: MonthColumn[]; most: number } {
  const sums = Array.from({ length: 12 }, (_, index) => {
    const held = months.find(({ month }) => Number(month.slice(5)) === index + 1)
    return { recordedMinutes: held?.recordedMinutes ?? 0, honourMinutes: held?.honourMinutes ?? 0 }
  })
  const most = Math.max(...sums.map((sum) => sum.recordedMinutes + sum.honourMinutes))
  const share = (minutes: number) => (most > 0 ? minutes / most : 0)
  const columns = sums.map((sum, index) => ({
    month: index + 1,
    ...sum,
    recordedShare: share(sum.recordedMinutes),
    honourShare: share(sum.honourMinutes),
  }))
  return { columns, most }
}

/** The hours over a column, such as `2.5`. Empty for an empty month; at least `0.1` otherwise. */
export function hoursOver({ recordedMinutes, honourMinutes }: MonthColumn): string {
  const minutes = recordedMinutes + honourMinutes
  if (minutes <= 0) return ''
  return String(Math.max(0.1, Math.round(minutes / 6) / 10))
}
