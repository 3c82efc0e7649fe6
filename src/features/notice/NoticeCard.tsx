import type { Notice } from '#contract/notice'
import type { Instant } from '#contract/shared/scalars'
import {
  activityDetail,
  bookingDetail,
  publicationDetail,
  requestDetail,
  routes,
  teamHoursOf,
  vacancyDetail,
} from '#routes'
import { inboxText } from '#text/notice/inbox'
import { momentWords } from '#text/shared/time'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { SealChip } from '#ui/show/SealChip'
import type { MatterNotices } from './matters'
import './NoticeCard.scss'

export interface NoticeCardProps {
  notices: MatterNotices
  now: Instant
  /** How many cards above it have the same title and minute. It makes the names of its controls unique. */
  twins: number
  onRead: (noticeIds: string[]) => void
}

/** What was told about one matter: the latest in full, what came before in a line each, and a link to it. */
export function NoticeCard({ notices, now, twins, onRead }: NoticeCardProps) {
  const [latest, ...before] = notices
  const { title, text, at } = latest
  const about = aboutOf(latest)
  const moment = momentWords(at, now)
  const told = twins > 0 ? inboxText.twin(moment, twins + 1) : moment
  const unread = notices.filter(({ read }) => !read).map(({ noticeId }) => noticeId)
  const markRead = unread.length > 0 ? () => onRead(unread) : undefined
  return (
    <Box tag='li' className='notice'>
      <Box className='notice-head'>
        <Heading>{title}</Heading>
        {markRead && <SealChip tone='waits'>{inboxText.unread}</SealChip>}
      </Box>
      <Box>{text}</Box>
      {before.map((one) => (
        <Box key={one.noticeId} className='notice-before'>
          {inboxText.before(momentWords(one.at, now), one.title)}
        </Box>
      ))}
      <Box className='notice-foot'>
        <Box className='notice-at'>{moment}</Box>
        <Box className='notice-ways'>
          {markRead && (
            <LineButton label={inboxText.markReadOf(title, told)} onPress={markRead}>
              {inboxText.markRead}
            </LineButton>
          )}
          {about && (
            <LineButton label={about.words.of(title, told)} to={about.to} onPress={markRead}>
              {about.words.open}
            </LineButton>
          )}
        </Box>
      </Box>
    </Box>
  )
}

/** The page of what the notice is about. */
function aboutOf({ bookingId, requestId, activityId, vacancyId, publicationId, page, teamId }: Notice) {
  if (bookingId) return { to: bookingDetail(bookingId), words: inboxText.booking }
  if (requestId) return { to: requestDetail(requestId), words: inboxText.request }
  if (activityId) return { to: activityDetail(activityId), words: inboxText.activity }
  if (vacancyId) return { to: vacancyDetail(vacancyId), words: inboxText.vacancy }
  if (publicationId) return { to: publicationDetail(publicationId), words: inboxText.publication }
  if (page === 'teamHours' && teamId) return { to: teamHoursOf(teamId), words: inboxText.teamHours }
  if (page) return { to: routes[page], words: inboxText[page] }
  return undefined
}
