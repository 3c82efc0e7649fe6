import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import type { Community } from '#contract/community'
import { usePages } from '../../cloud/usePages'
import { useRead } from '../../cloud/useRead'
import { routes } from '../../routes'
import { hallText } from '../../text/booking'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Pager } from '../../ui/Pager'
import { Empty, StateView } from '../../ui/StateView'
import { HallCard } from './HallCard'

/** What nobody has claimed yet in my teams, the earliest first. */
export function OpenBookings({ community }: { community: Community | undefined }) {
  const now = Date.now()
  const { paging, older, newer } = usePages()
  const [bookings, refresh] = useRead('booking.list', { scope: 'open', ...paging })
  usePullDownRefresh(() => {
    void refresh().then(() => stopPullDownRefresh())
  })
  return (
    <StateView
      of={bookings}
      onRetry={refresh}
      empty={
        <Empty title={hallText.empty.title} text={hallText.empty.text}>
          <Button look='quiet' to={routes.myClaims}>
            {hallText.empty.action}
          </Button>
        </Empty>
      }
    >
      {({ items, nextCursor }) => (
        <Box className='stack'>
          <Box>{hallText.lead}</Box>
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
