import { type MemberContext, yes } from '#app/call/context'
import { findingFresh } from '#app/publication/news'
import type { InboxPage, inboxList, inboxRead, Notice } from '#contract/notice'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { placeOf } from '#core/notice/message'
import { freshNews } from '#core/publication/news'
import { members, notices } from '#store/collections'
import type { Inquiry } from '#store/engine/documents'
import type { NoticeDocument } from '#store/rows/notice'
import { together } from '#store/together'
import { balancesOf, findingBalances } from './allowances'
import { noticeText } from './noticeText'

const unreadOf = (memberId: string): Promise<number> => notices.count('unread', { memberId, read: false })

/** The same number, to be asked for with others. */
export const countingUnread = (memberId: string): Inquiry<number> =>
  notices.counting('unread', { memberId, read: false })

export async function list(
  context: MemberContext,
  { cursor, limit = 20 }: Input<typeof inboxList>,
): Promise<Answer<InboxPage>> {
  const { member, command } = context
  const page = await notices.page('inbox', { memberId: member._id }, { cursor, limit })
  const first = cursor === undefined
  const beside = await together(member.communityId, {
    unread: countingUnread(member._id),
    balances: findingBalances(member._id, command.at),
    ...(first && { fresh: findingFresh(context) }),
  })
  return yes({
    ...page,
    items: page.items.map(shown),
    unread: beside.unread,
    balances: balancesOf(context, beside.balances),
    ...(beside.fresh && { news: freshNews(beside.fresh, member, command.at) }),
  })
}

function shown(notice: NoticeDocument): Notice {
  const { _id, at, read, bookingId, requestId, activityId, vacancyId, publicationId, teamId, kind } = notice
  const page = placeOf(kind)
  const about = {
    ...(bookingId === undefined ? {} : { bookingId }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(activityId === undefined ? {} : { activityId }),
    ...(vacancyId === undefined ? {} : { vacancyId }),
    ...(publicationId === undefined ? {} : { publicationId }),
    ...(page === undefined ? {} : { page }),
    ...(page === 'teamHours' && teamId !== undefined ? { teamId } : {}),
  }
  return { noticeId: _id, at, read, ...noticeText(notice), ...about }
}

/**
 * Marks notices as read: those with these ids, or all about a matter. Somebody else's are passed over. Or notes up to
 * when the person knows what stands written.
 */
export async function read(
  { member, command }: MemberContext,
  input: Input<typeof inboxRead>,
): Promise<Answer<{ unread: number }>> {
  const memberId = member._id
  if ('about' in input) {
    await notices.updateAll('unread', { memberId, read: false, ...input.about }, { read: true })
  } else if ('newsUntil' in input) {
    await members.update({ _id: memberId }, { newsUntil: Math.min(input.newsUntil, command.at) })
  } else {
    await notices.updateMany(input.noticeIds, { read: true }, { memberId })
  }
  return yes({ unread: await unreadOf(memberId) })
}
