import type { ReactNode } from 'react'
import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { Community } from '#contract/community'
import type { RequestCard } from '#contract/request'
import type { MemberId } from '#contract/shared/scalars'
import { Pager } from '#ui/page/Pager'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRows } from '#ui/show/Row'
import { RequestRow } from './RequestRow'

export interface RequestPagesProps {
  scope: 'mine' | 'supported' | 'published' | 'queue'
  category?: string | undefined
  finished?: boolean | undefined
  community: Community | undefined
  /** The member whose requests they are, when the reader acts for somebody. */
  actingFor?: MemberId | undefined
  empty: ReactNode
  /** Draws the rows of a page. Without it they stand in one list. */
  children?:
    | ((items: readonly RequestCard[], row: (request: RequestCard) => ReactNode) => ReactNode)
    | undefined
}

/** Fewer than in other lists, since each is drawn large and WeChat is sent all of it. */
const cardsAtOnce = 15

/** A list of requests in pages. Give it a `key` that changes with the filter, so that it begins at the first page. */
export function RequestPages(props: RequestPagesProps) {
  const { scope, category, finished, community, actingFor, empty, children } = props
  const now = useNow()
  const { paging, older, newer } = usePages(cardsAtOnce)
  const asked = {
    scope,
    ...(category !== undefined && { category }),
    ...(finished !== undefined && { finished }),
    ...paging,
  }
  const [requests, refresh] = useRead('request.list', asked, { actingFor })
  const row = (request: RequestCard) => (
    <RequestRow
      key={request.requestId}
      request={request}
      community={community}
      now={now}
      actingFor={actingFor}
    />
  )
  return (
    <StateView of={requests} onRetry={refresh} empty={empty}>
      {({ items, nextCursor }) => (
        <Box className='stack'>
          {children ? children(items, row) : <ListRows>{items.map(row)}</ListRows>}
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </StateView>
  )
}
