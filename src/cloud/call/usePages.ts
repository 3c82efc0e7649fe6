import { useState } from 'react'
import { useRemembered } from './readMemory'

/** How many a list shows at once; more would outgrow what WeChat draws smoothly. */
const pageSize = 20

interface Pages {
  /** Give it to the list's input. */
  paging: { limit: number; cursor?: string }
  /** Turns to the page that `nextCursor` begins; pages replace each other. */
  older: (nextCursor: string) => void
  /** Turns back; undefined on the first page. */
  newer: (() => void) | undefined
}

/**
 * Leafs through a list by its cursors; a smaller `limit` where one item is drawn large. With the `name` of the
 * list, the page one has leafed to is there again after Back.
 */
export function usePages(limit = pageSize, name?: string): Pages {
  const passing = useState<readonly string[]>([])
  const remembered = useRemembered<readonly string[]>(`pages ${name}`, [])
  const [cursors, setCursors] = name === undefined ? passing : remembered
  const cursor = cursors[cursors.length - 1]
  return {
    paging: { limit, ...(cursor !== undefined && { cursor }) },
    older: (nextCursor) => setCursors((before) => [...before, nextCursor]),
    newer: cursors.length > 0 ? () => setCursors((before) => before.slice(0, -1)) : undefined,
  }
}
