import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { Notice } from '#contract/notice'
import { minuteMs } from '#contract/shared/time'
import { NoticeCard } from '#features/notice/NoticeCard'
import { inboxText } from '#text/notice/inbox'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

/** Fewer than in other lists, since each is drawn large and WeChat is sent all of it. */
const cardsAtOnce = 14

/** The viewer's notices, the newest first. */
export default function Inbox() {
  const now = useNow()
  const { paging, older, newer } = usePages(cardsAtOnce)
  const [inbox, refresh] = useRead('inbox.list', paging)
  const read = useCommand('inbox.read')

  async function markRead(noticeIds: string[]) {
    if (await read.run({ noticeIds })) await refresh()
  }

  return (
    <Screen title={titles.inbox}>
      <Failure>{read.failure}</Failure>
      <StateView
        of={inbox}
        onRetry={refresh}
        empty={<Empty title={inboxText.emptyTitle} text={inboxText.emptyText} />}
      >
        {({ items, nextCursor }) => {
          const unread = items.filter((notice) => !notice.read).map(({ noticeId }) => noticeId)
          return (
            <Box className='stack'>
              <Maybe>
                {unread.length > 1 && (
                  <Button look='quiet' busy={read.busy} onPress={() => markRead(unread)}>
                    {inboxText.readAll}
                  </Button>
                )}
              </Maybe>
              <Box tag='ul' className='stack-tight'>
                {items.map((notice, index) => (
                  <NoticeCard
                    key={notice.noticeId}
                    notice={notice}
                    now={now}
                    twins={twinsAbove(items, index)}
                    onRead={() => markRead([notice.noticeId])}
                  />
                ))}
              </Box>
              <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
            </Box>
          )
        }}
      </StateView>
    </Screen>
  )
}

/** How many of the notices above this one have the same title in the same minute. */
function twinsAbove(notices: readonly Notice[], index: number): number {
  const minute = ({ at }: Notice) => Math.floor(at / minuteMs)
  const own = notices[index]
  return notices
    .slice(0, index)
    .filter((each) => own && each.title === own.title && minute(each) === minute(own)).length
}
