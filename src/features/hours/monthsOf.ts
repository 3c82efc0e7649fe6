import type { MonthOfHours } from '#contract/hours'

/** One column of a year's picture. */
export interface MonthColumn {
  /** 1 to 12. */
  month: number
  recordedMinutes: number
  honourMinutes: number
  /** 0 to 1 of the year's highest column. */
  recordedShare: number
  honourShare: number
}

/** All twelve months of a year, also those without a line, each beside the highest. */
export function columnsOf(months: readonly MonthOfHours[]): { columns: MonthColumn[]; most: number } {
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

/** `2.5` over a column; nothing over an empty one, and what is less than a tenth is a tenth. */
export function hoursOver({ recordedMinutes, honourMinutes }: MonthColumn): string {
  const minutes = recordedMinutes + honourMinutes
  if (minutes <= 0) return ''
  return String(Math.max(0.1, Math.round(minutes / 6) / 10))
}
