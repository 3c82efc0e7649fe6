import { cloudNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { wallClock } from '#contract/shared/wallClock'

/** So many months before the present one are told, the last of them whole. */
const monthsTold = 6

/** The figures of the last whole months. */
export function useMeasures(): ReturnType<typeof useRead<'standard.figures'>> {
  const first = wallClock(cloudNow()).startOf('month')
  const month = (back: number) => first.subtract(back, 'month').format('YYYY-MM')
  return useRead('standard.figures', { from: month(monthsTold), to: month(1) }, { visitor: true })
}
