import * as v from 'valibot'
import { messageAnswers, mostTemplatesAsked } from './asking'
import type { PublicationNews } from './publication'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import { type Instant, id, instant, type NoticeId, paging, type TeamId, templateId } from './shared/scalars'

export const inboxList = v.object({ ...paging })
/** What a notice is about. */
const matter = v.union([
  v.object({ bookingId: id }),
  v.object({ requestId: id }),
  v.object({ activityId: id }),
  v.object({ vacancyId: id }),
  v.object({ publicationId: id }),
])
export type Matter = v.InferOutput<typeof matter>
/** These notices; or all about a matter, which the person has opened; or what stands written up to then. */
export const inboxRead = v.union([
  v.object({ noticeIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(50)) }),
  v.object({ about: matter }),
  v.object({ newsUntil: instant }),
])
/** What the person answered when WeChat asked whether it may send one message of this template. */
const asked = v.object({ templateId, outcome: v.picklist(messageAnswers) })
/** One answer, or those of one tap. */
export const noticeAllow = v.union([
  asked,
  v.object({
    answers: v.pipe(
      v.array(asked),
      v.minLength(1),
      v.maxLength(mostTemplatesAsked),
      v.check((answers) => new Set(answers.map(({ templateId }) => templateId)).size === answers.length),
    ),
  }),
])

/** For what a person allows messages. One template of WeChat may serve several of them. */
export const purposes = [
  'booking',
  'activity',
  'request',
  'team',
  'training',
  'bulletin',
  'member',
  'duty',
] as const
export type Purpose = (typeof purposes)[number]

/** A page that a notice leads to, other than that of a matter. */
export type NoticePlace =
  | 'statement'
  | 'certificates'
  | 'teamHours'
  | 'teams'
  | 'me'
  | 'proxies'
  | 'guardian'
  | 'residents'
  | 'account'
  | 'messages'

export interface Notice {
  noticeId: NoticeId
  at: Instant
  title: string
  text: string
  /** The booking to open; absent where there is nothing to open. */
  bookingId?: string
  /** The request to open. */
  requestId?: string
  /** The activity to open. */
  activityId?: string
  /** The vacancy to open. */
  vacancyId?: string
  /** What stands written, to open. */
  publicationId?: string
  /** The page to open, where it is that of no matter. */
  page?: NoticePlace
  /** The team whose hours to open. */
  teamId?: TeamId
  read: boolean
}
export interface NoticeBalance {
  templateId: string
  balance: number
  /** The person lately allowed none, and is not asked again at once. */
  declined?: true
}
/** Of what was answered, the first balance by itself, as where one answer was given. */
export interface NoticeBalances extends NoticeBalance {
  balances: NoticeBalance[]
}
export interface InboxPage extends Page<Notice> {
  unread: number
  /** What is left of each template that serves the person, none where none was allowed. */
  balances: NoticeBalance[]
  /** On the first page: what was published since the person last said that they know it, the latest first. */
  news?: PublicationNews[]
}

export const noticeOperations = {
  'inbox.list': { input: inboxList, reply: reply<InboxPage>() },
  'inbox.read': { input: inboxRead, reply: reply<{ unread: number }>() },
  'notice.allow': { input: noticeAllow, reply: reply<NoticeBalances>() },
} as const satisfies Record<string, ContractRow>
