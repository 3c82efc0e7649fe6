import type { Notice } from '#contract/notice'
import type { Instant } from '#contract/scalars'
import { activityDetail, bookingDetail } from '../../routes'
import { inboxText } from '../../text/inbox'
import { momentWords } from '../../text/time'
import { Box } from '../../ui/Box'
import { Heading } from '../../ui/Heading'
import { LineButton } from '../../ui/LineButton'
import { SealChip } from '../../ui/SealChip'
import './NoticeCard.scss'

export interface NoticeCardProps {
  notice: Notice
  now: Instant
  onRead: () => void
}

/** One notice: what happened, when, and the booking it is about. Opening that booking reads it. */
export function NoticeCard({ notice, now, onRead }: NoticeCardProps) {
  const { title, text, at, read, bookingId, activityId } = notice
  const moment = momentWords(at, now)
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
            <LineButton label={inboxText.markReadOf(title, moment)} onPress={onRead}>
              {inboxText.markRead}
            </LineButton>
          )}
          {activityId && (
            <LineButton
              label={inboxText.openActivityOf(title, moment)}
              to={activityDetail(activityId)}
              onPress={read ? undefined : onRead}
            >
              {inboxText.openActivity}
            </LineButton>
          )}
          {bookingId && (
            <LineButton
              label={inboxText.openOf(title, moment)}
              to={bookingDetail(bookingId)}
              onPress={read ? undefined : onRead}
            >
              {inboxText.open}
            </LineButton>
          )}
        </Box>
      </Box>
    </Box>
  )
}
