import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { Notice } from '#contract/notice'
import { minuteMs } from '#contract/shared/time'
import { AllowMore } from '#features/notice/AllowMore'
import { FreshNews } from '#features/notice/FreshNews'
import { mattersOf } from '#features/notice/matters'
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
import { useStillRows } from '#ui/still/useStillRows'

/** Fewer than in other lists, since each is drawn large and WeChat is sent all of it. */
const cardsAtOnce = 14

/** The viewer's notices by what they are about, the newest first. */
export default function Inbox() {
  const now = useNow()
  const { paging, older, newer } = usePages(cardsAtOnce)
  const [inbox, refresh] = useRead('inbox.list', paging)
  const mark = useCommand('inbox.read')
  const notices = inbox.state === 'ready' ? inbox.data.items : []
  const matters = mattersOf(notices)
  const press = useStillRows(
    matters.map((matter) => ({
      key: matter[0].noticeId,
      face: String(matter.every(({ read }) => read)),
    })),
    {
      above: String(unreadOf(notices).length > 1),
    },
  )

  async function markRead(noticeIds: string[]) {
    if (await mark.run({ noticeIds })) await refresh()
  }

  async function markNews(newsUntil: number) {
    if (await mark.run({ newsUntil })) await refresh()
  }

  return (
    <Screen title={titles.inbox}>
      <Failure>{mark.failure}</Failure>
      <StateView
        of={inbox}
        onRetry={refresh}
        empty={
          inbox.state === 'empty' && (
            <>
              <AllowMore balances={inbox.data.balances} onAllowed={refresh} />
              <FreshNews news={inbox.data.news ?? []} onKnown={markNews} />
              <Empty drawing='bell' title={inboxText.emptyTitle} text={inboxText.emptyText} />
            </>
          )
        }
      >
        {({ items, balances, nextCursor, news = [] }) => {
          const unread = unreadOf(items)
          const latest = matters.map(([notice]) => notice)
          return (
            <Box className='stack'>
              <AllowMore balances={balances} onAllowed={refresh} />
              <FreshNews news={news} onKnown={markNews} />
              <Maybe>
                {unread.length > 1 && (
                  <Button look='quiet' busy={mark.busy} onPress={() => markRead(unread)}>
                    {inboxText.readAll}
                  </Button>
                )}
              </Maybe>
              <Box tag='ul' className='stack-tight'>
                {matters.map((notices, index) => (
                  <NoticeCard
                    key={notices[0].noticeId}
                    notices={notices}
                    now={now}
                    twins={twinsAbove(latest, index)}
                    onRead={(ids) => press(notices[0].noticeId, () => markRead(ids))}
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

const unreadOf = (notices: readonly Notice[]) =>
  notices.filter(({ read }) => !read).map(({ noticeId }) => noticeId)

/** How many of the notices above this one have the same title in the same minute. */
function twinsAbove(notices: readonly Notice[], index: number): number {
  const minute = ({ at }: Notice) => Math.floor(at / minuteMs)
  const own = notices[index]
  return notices
    .slice(0, index)
    .filter((each) => own && each.title === own.title && minute(each) === minute(own)).length
}
