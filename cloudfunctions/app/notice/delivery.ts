import type { Settings } from '#app/call/settings'
import { allowances, members, notices } from '#store/collections'
import { sendMessage } from '#store/platform/wechat'
import type { NoticeDocument } from '#store/rows/notice'
import { appended, plus } from '#store/words/changes'
import { above, not } from '#store/words/conditions'
import { allowanceId } from './inbox'
import { messageValues } from './noticeText'

/** An allowance remembers so many notices that it was spent on. */
const rememberedNotices = 20

/**
 * Asks WeChat once to deliver a notice about a booking, where the person has allowed a message. The allowance
 * is spent before the call: a crash in between may lose a message, and never sends a second one.
 */
export async function deliver(notice: NoticeDocument, settings: Settings): Promise<void> {
  const templateId = settings.messageTemplates.bookingProgress
  const { bookingId } = notice
  const outcome =
    templateId === undefined || bookingId === undefined
      ? 'not_allowed'
      : await send(notice, templateId, `packages/booking/detail?id=${bookingId}`)
  await notices.update({ _id: notice._id, delivery: 'waiting' }, { delivery: outcome, dueAt: null })
}

/**
 * Notes of many notices, by one read and one write, that nobody has allowed a message about them. Answers the
 * others.
 */
export async function passOver(
  waiting: readonly NoticeDocument[],
  settings: Settings,
): Promise<NoticeDocument[]> {
  const templateId = settings.messageTemplates.bookingProgress
  const asked = waiting.flatMap(({ memberId, bookingId }) =>
    templateId === undefined || bookingId === undefined ? [] : [allowanceId(memberId, templateId)],
  )
  const some = { fields: ['memberId'] as const, where: { balance: above(0) } }
  const found = await allowances.getMany([...new Set(asked)], some)
  const allowed = new Set(found.map(({ memberId }) => memberId))
  const isAllowed = ({ memberId, bookingId }: NoticeDocument) =>
    bookingId !== undefined && allowed.has(memberId)
  const over = waiting.filter((notice) => !isAllowed(notice)).map(({ _id }) => _id)
  if (over.length > 0)
    await notices.updateMany(over, { delivery: 'not_allowed', dueAt: null }, { delivery: 'waiting' })
  return waiting.filter(isAllowed)
}

async function send(
  notice: NoticeDocument,
  templateId: string,
  page: string,
): Promise<NoticeDocument['delivery']> {
  const _id = allowanceId(notice.memberId, templateId)
  const spent = await allowances.update(
    { _id, balance: above(0), spentOn: not(notice._id) },
    {
      balance: plus(-1),
      spentOn: appended([notice._id], rememberedNotices),
    },
  )
  if (!spent) return 'not_allowed'
  const member = await members.get(notice.memberId)
  if (member?.openid === undefined || member.state === 'closed') return 'failed'
  const sent = await sendMessage({ openid: member.openid, templateId, page, values: messageValues(notice) })
  // WeChat's count decides: the person may have turned messages off there
  if (sent === 'refused') await allowances.update({ _id }, { balance: 0 })
  return sent
}
