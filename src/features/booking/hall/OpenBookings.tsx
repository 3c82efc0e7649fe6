import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '#clock'
import { useRemembered } from '#cloud/call/readMemory'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { Community } from '#contract/community'
import { routes } from '#routes'
import { hallFilterText, hallText } from '#text/booking/hall'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { Pager } from '#ui/page/Pager'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { HallCard } from './HallCard'
import { HallFilterSheet } from './HallFilterSheet'
import { filterWords, type HallFilter, withoutPast } from './hallFilter'
import './OpenBookings.scss'

export interface OpenBookingsProps {
  community: Community | undefined
  /** The teams in which the viewer is a volunteer. */
  teamIds: readonly string[]
}

/** The open bookings of the viewer's teams, the best match first. The filter still stands after Back. */
export function OpenBookings({ community, teamIds }: OpenBookingsProps) {
  const now = useNow()
  const [remembered, setFilter] = useRemembered<HallFilter>('hall filter', {})
  const [choosing, setChoosing] = useState(false)
  const filter = withoutPast(remembered, now)
  const show = (next: HallFilter) => {
    setFilter(() => next)
    setChoosing(false)
  }
  const only = community ? filterWords(filter, community, teamIds, now) : []
  return (
    <Box className='stack'>
      <Box>{hallText.lead}</Box>
      <Box className='hall-filter'>
        <Box className='hall-filter-words'>{only.length > 0 && hallFilterText.only(only)}</Box>
        <LineButton onPress={() => setChoosing(true)}>{hallFilterText.open}</LineButton>
        {only.length > 0 && <LineButton onPress={() => show({})}>{hallFilterText.all}</LineButton>}
      </Box>
      <Matches
        key={JSON.stringify(filter)}
        filter={filter}
        community={community}
        now={now}
        onAll={() => show({})}
      />
      <Maybe>
        {choosing && community && (
          <HallFilterSheet
            community={community}
            teamIds={teamIds}
            filter={filter}
            onFilter={show}
            onClose={() => setChoosing(false)}
          />
        )}
      </Maybe>
    </Box>
  )
}

/** Fewer than in other lists, since the page and the filter sheet together have a limit of elements. */
const cardsAtOnce = 15

interface MatchesProps {
  filter: HallFilter
  community: Community | undefined
  now: number
  onAll: () => void
}

function Matches({ filter, community, now, onAll }: MatchesProps) {
  const filtered = Object.keys(filter).length > 0
  const { paging, older, newer } = usePages(cardsAtOnce, `hall ${JSON.stringify(filter)}`)
  const [bookings, refresh] = useRead('booking.list', { scope: 'open', ...filter, ...paging })
  usePullDownRefresh(() => {
    void refresh().then(() => stopPullDownRefresh())
  })
  // All bookings of this page may have been claimed since.
  const nothing = newer ? (
    <Pager onNewer={newer} onOlder={undefined} />
  ) : filtered ? (
    <Empty title={hallFilterText.none.title} text={hallFilterText.none.text}>
      <Button look='quiet' onPress={onAll}>
        {hallFilterText.all}
      </Button>
    </Empty>
  ) : (
    <Empty drawing='tools' title={hallText.empty.title} text={hallText.empty.text}>
      <Button look='quiet' to={routes.myClaims}>
        {hallText.empty.action}
      </Button>
    </Empty>
  )
  return (
    <StateView of={bookings} onRetry={refresh} empty={nothing}>
      {({ items, nextCursor }) => (
        <Box className='stack'>
          <Box tag='ul' className='stack-tight'>
            {items.map((booking) => (
              <Box tag='li' key={booking.bookingId}>
                <HallCard booking={booking} community={community} now={now} />
              </Box>
            ))}
          </Box>
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </StateView>
  )
}
