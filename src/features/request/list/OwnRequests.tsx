import type { ReactNode } from 'react'
import type { RequestCard } from '#contract/request'
import { requestListText } from '#text/request/request'
import { Folded } from '#ui/page/Folded'
import { Box } from '#ui/show/Box'
import { ListRows } from '#ui/show/Row'
import { needsFirst } from './needsFirst'

export interface OwnRequestsProps {
  items: readonly RequestCard[]
  row: (request: RequestCard) => ReactNode
}

/** A page of the viewer's requests: what needs their word first; what is over is folded. */
export function OwnRequests({ items, row }: OwnRequestsProps) {
  const { ahead, over } = needsFirst(items)
  return (
    <Box className='stack'>
      {ahead.length > 0 && <ListRows>{ahead.map(row)}</ListRows>}
      {over.length > 0 && (
        <Folded title={requestListText.over(over.length)} open={ahead.length === 0}>
          <ListRows>{over.map(row)}</ListRows>
        </Folded>
      )}
    </Box>
  )
}
