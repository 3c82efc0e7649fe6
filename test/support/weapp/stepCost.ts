import type { MiniProgram } from './miniProgram'
import type { SetDataRecord } from './setDataLog'

/**
 * What the page in view sent to the view after one touch; a page that the touch opened is counted separately.
 */
export interface StepCost {
  calls: number
  bytes: number
  /** The page that replaced this one or came over it, and what its opening sent. */
  opened?: { route: string; bytes: number }
  records: readonly SetDataRecord[]
}

export async function stepCost(program: MiniProgram, touch: () => Promise<unknown>): Promise<StepCost> {
  const before = program.setData.records.length
  const { route } = program.page
  await touch()
  await program.idle()
  const made = program.setData.records.slice(before)
  const own = made.filter(({ unit }) => unit === route)
  const other = made.filter(({ unit }) => unit !== route)
  return {
    calls: own.length,
    bytes: bytesOf(own),
    ...(program.page.route !== route && { opened: { route: program.page.route, bytes: bytesOf(other) } }),
    records: own,
  }
}

export const bytesOf = (records: readonly SetDataRecord[]): number =>
  records.reduce((sum, { bytes }) => sum + bytes, 0)
