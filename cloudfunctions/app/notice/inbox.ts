import { type MemberContext, no, yes } from '#app/call/context'
import type { inboxList, inboxRead, Notice, NoticeBalance, noticeAllow } from '#contract/notice'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { placeOf } from '#core/notice/message'
import { allowances, notices } from '#store/collections'
import type { Inquiry } from '#store/engine/documents'
import type { NoticeDocument } from '#store/rows/notice'
import { appended, plus } from '#store/words/changes'
import { not } from '#store/words/conditions'
import { noticeText } from './noticeText'

const unreadOf = (memberId: string): Promise<number> => notices.count('unread', { memberId, read: false })

/** The same number, to be asked for with others. */
export const countingUnread = (memberId: string): Inquiry<number> =>
  notices.counting('unread', { memberId, read: false })

export async function list(
  { member }: MemberContext,
  { cursor, limit = 20 }: Input<typeof inboxList>,
): Promise<Answer<Page<Notice> & { unread: number }>> {
  const page = await notices.page('inbox', { memberId: member._id }, { cursor, limit })
  return yes({ ...page, items: page.items.map(shown), unread: await unreadOf(member._id) })
}

function shown(notice: NoticeDocument): Notice {
  const { _id, at, read, bookingId, requestId, activityId, teamId, kind } = notice
  const page = placeOf(kind)
  const about = {
    ...(bookingId === undefined ? {} : { bookingId }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(activityId === undefined ? {} : { activityId }),
    ...(page === undefined ? {} : { page }),
    ...(page === 'teamHours' && teamId !== undefined ? { teamId } : {}),
  }
  return { noticeId: _id, at, read, ...noticeText(notice), ...about }
}

/** Marks notices as read: those with these ids, or all about a matter. Somebody else's are passed over. */
export async function read(
  { member }: MemberContext,
  input: Input<typeof inboxRead>,
): Promise<Answer<{ unread: number }>> {
  const memberId = member._id
  if ('about' in input) {
    await notices.updateAll('unread', { memberId, read: false, ...input.about }, { read: true })
  } else {
    await notices.updateMany(input.noticeIds, { read: true }, { memberId })
  }
  return yes({ unread: await unreadOf(memberId) })
}

export const allowanceId = (memberId: string, templateId: string): string => `${memberId}_${templateId}`
/** So many taps are remembered, so that a repeat counts once. */
const rememberedTaps = 20

/** Notes what the person answered WeChat. One accept allows one message. */
export async function allow(
  { member, command, settings }: MemberContext,
  { templateId, outcome }: Input<typeof noticeAllow>,
): Promise<Answer<NoticeBalance>> {
  if (!Object.values(settings.messageTemplates).includes(templateId)) return no('not_found')
  const _id = allowanceId(member._id, templateId)
  if (outcome === 'accept') {
    const { communityId } = member
    await allowances.insert({
      _id,
      communityId,
      memberId: member._id,
      templateId,
      balance: 0,
      commands: [],
      spentOn: [],
    })
    await allowances.update(
      { _id, commands: not(command.key) },
      {
        balance: plus(1),
        commands: appended([command.key], rememberedTaps),
      },
    )
  }
  const allowance = await allowances.get(_id)
  return yes({ templateId, balance: allowance?.balance ?? 0 })
}
