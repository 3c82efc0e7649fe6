import { useRouter } from '@tarojs/taro'
import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { bookingDetail } from '#routes'
import { noShowText, saidWords } from '#text/booking/noShow'
import { momentWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'

const words = noShowText.list

/** The no-shows in a leader's team. The leader decides on each on its booking's page. */
export default function NoShows() {
  const teamId = useRouter().params.id ?? ''
  const now = useNow()
  const { paging, older, newer } = usePages()
  const [said, refresh] = useRead('booking.noShows', { teamId, ...paging })
  return (
    <Screen title={titles.noShows}>
      <Box>{words.lead}</Box>
      <StateView
        of={said}
        onRetry={refresh}
        empty={<Empty title={words.emptyTitle} text={words.emptyText} />}
      >
        {({ items, nextCursor }) => (
          <Box className='stack'>
            <ListRows>
              {items.map((one) => (
                <ListRow
                  key={`${one.bookingId}${one.claim}`}
                  title={`${momentWords(one.windowFrom, now)} · ${one.kindTitle}`}
                  detail={saidWords(one)}
                  end={
                    <SealChip tone={one.mayDecide ? 'needs' : 'off'}>{noShowText.state[one.state]}</SealChip>
                  }
                  to={bookingDetail(one.bookingId)}
                />
              ))}
            </ListRows>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
    </Screen>
  )
}
