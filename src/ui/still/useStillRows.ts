import { useCallback, useLayoutEffect, useRef } from 'react'
import { phoneNow } from '#clock'
import { answers, type DrawnRow, drawnAnew, nothingDrawn } from './stillRows'

/** Does what a press asks, or nothing where what stands there has only just come under the hand. */
export type PressOnRow = (key: string, press: () => void) => void

/**
 * Keeps a second tap from meeting the wrong row: after a list has moved nothing in it answers for a moment, nor a
 * button that has only just become another. `above` names what comes and goes above the list, `view` what the person
 * chose to see of it.
 */
export function useStillRows(
  rows: readonly DrawnRow[],
  { above = '', view = '' }: { above?: string | undefined; view?: string } = {},
): PressOnRow {
  const drawn = useRef(nothingDrawn)
  // A list that is read does not begin before its rows are there.
  const begun = rows.length > 0 || drawn.current !== nothingDrawn
  useLayoutEffect(() => {
    if (begun) drawn.current = drawnAnew(drawn.current, { rows, above, view }, phoneNow())
  })
  return useCallback((key, press) => {
    if (answers(drawn.current, key, phoneNow())) press()
  }, [])
}
