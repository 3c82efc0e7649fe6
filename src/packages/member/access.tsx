import { useRouter } from '@tarojs/taro'
import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { CallRow } from '#features/community/CallRow'
import { bookingDetail } from '#routes'
import { accessReason, accessText, accessTitle } from '#text/account/access'
import { momentWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { canPrint, printPage } from '#ui/device/print'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'

/** Who has opened the viewer's phone number and door, when and why, the newest first. */
export default function Access() {
  const now = useNow()
  const { for: actingFor } = useRouter().params
  const { paging, older, newer } = usePages()
  const [lines, refresh] = useRead('member.accessLog', paging, { actingFor: actingFor || undefined })
  const [community] = useRead('community.get', {})
  return (
    <Screen title={titles.access}>
      <Box>{accessText.lead}</Box>
      <StateView
        of={lines}
        onRetry={refresh}
        empty={<Empty title={accessText.emptyTitle} text={accessText.emptyText} />}
      >
        {({ items, nextCursor }) => (
          <Box className='stack'>
            <ListRows>
              {items.map((line) => (
                <ListRow
                  key={`${line.at} ${line.viewerName} ${line.reason} ${line.bookingId}`}
                  icon='eye'
                  title={accessTitle(line)}
                  detail={`${momentWords(line.at, now)} · ${accessReason(line)}`}
                  to={line.bookingId && !actingFor ? bookingDetail(line.bookingId) : undefined}
                />
              ))}
            </ListRows>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
            <Box className='soft'>{accessText.doubt}</Box>
            {actingFor && canPrint && (
              <Box className='not-printed'>
                <Button onPress={printPage}>{accessText.print}</Button>
              </Box>
            )}
          </Box>
        )}
      </StateView>
      {community.state === 'ready' && <CallRow phone={community.data.phone} />}
    </Screen>
  )
}
