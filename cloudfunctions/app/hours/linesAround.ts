import type { Day } from '#contract/shared/scalars'
import type { DaySpan } from '#core/hours/union'
import { atLeast, atMost, between, type Test } from '#store/words/conditions'

/**
 * Reads the lines of the stretches that belong to something: those of the days around it, and more where a
 * stretch goes on.
 *
 * @param around the days on which lines may lie that belong to it, as far as these lines tell.
 */
export async function linesAround<Line>(
  readOn: (days: Test<Day>) => Promise<Line[]>,
  around: (lines: readonly Line[]) => DaySpan,
): Promise<Line[]> {
  let read = around([])
  for (;;) {
    const lines = await readOn(between(atLeast(read.from), atMost(read.to)))
    const { from, to } = around(lines)
    if (from >= read.from && to <= read.to) return lines
    read = { from: from < read.from ? from : read.from, to: to > read.to ? to : read.to }
  }
}
