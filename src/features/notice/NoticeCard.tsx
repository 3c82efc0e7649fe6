import type { Notice } from '#contract/notice'
import type { Instant } from '#contract/shared/scalars'
import { activityDetail, bookingDetail, requestDetail, routes } from '#routes'
import { inboxText } from '#text/notice/inbox'
import { momentWords } from '#text/shared/time'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { SealChip } from '#ui/show/SealChip'
import './NoticeCard.scss'

export interface NoticeCardProps {
  notice: Notice
  now: Instant
  /** How many above it have its title and its minute; their controls would have its names. */
  twins: number
  onRead: () => void
}

/** One notice: what happened, when, and what it is about. Opening that reads it. */
export function NoticeCard({ notice, now, twins, onRead }: NoticeCardProps) {
  const { title, text, at, read } = notice
  const about = aboutOf(notice)
  const moment = momentWords(at, now)
  const told = twins > 0 ? inboxText.twin(moment, twins + 1) : moment
  return (
    <Box tag='li' className='notice'>
      <Box className='notice-head'>
        <Heading>{title}</Heading>
        {!read && <SealChip tone='asks'>{inboxText.unread}</SealChip>}
      </Box>
      <Box>{text}</Box>
      <Box className='notice-foot'>
        <Box className='notice-at'>{moment}</Box>
        <Box className='notice-ways'>
          {!read && (
            <LineButton label={inboxText.markReadOf(title, told)} onPress={onRead}>
              {inboxText.markRead}
            </LineButton>
          )}
          {about && (
            <LineButton label={about.words.of(title, told)} to={about.to} onPress={read ? undefined : onRead}>
              {about.words.open}
            </LineButton>
          )}
        </Box>
      </Box>
    </Box>
  )
}

/** What the notice is about, to be opened. */
function aboutOf({ bookingId, requestId, activityId, page }: Notice) {
  if (bookingId) return { to: bookingDetail(bookingId), words: inboxText.booking }
  if (requestId) return { to: requestDetail(requestId), words: inboxText.request }
  if (activityId) return { to: activityDetail(activityId), words: inboxText.activity }
  if (page) return { to: routes[page], words: inboxText[page] }
  return undefined
}
