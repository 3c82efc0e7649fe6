import type { Notice } from '#contract/notice'
import type { Instant } from '#contract/shared/scalars'
import { activityDetail, bookingDetail, requestDetail, routes, teamHoursOf } from '#routes'
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
  /** How many notices above it have the same title and minute. It makes the names of its controls unique. */
  twins: number
  onRead: () => void
}

/** One notice: what happened, when, and a link to what it is about. The link marks the notice as read. */
export function NoticeCard({ notice, now, twins, onRead }: NoticeCardProps) {
  const { title, text, at, read } = notice
  const about = aboutOf(notice)
  const moment = momentWords(at, now)
  const told = twins > 0 ? inboxText.twin(moment, twins + 1) : moment
  return (
    <Box tag='li' className='notice'>
      <Box className='notice-head'>
        <Heading>{title}</Heading>
        {!read && <SealChip tone='needs'>{inboxText.unread}</SealChip>}
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

/** The page of what the notice is about. */
function aboutOf({ bookingId, requestId, activityId, page, teamId }: Notice) {
  if (bookingId) return { to: bookingDetail(bookingId), words: inboxText.booking }
  if (requestId) return { to: requestDetail(requestId), words: inboxText.request }
  if (activityId) return { to: activityDetail(activityId), words: inboxText.activity }
  if (page === 'teamHours' && teamId) return { to: teamHoursOf(teamId), words: inboxText.teamHours }
  if (page) return { to: routes[page], words: inboxText[page] }
  return undefined
}
