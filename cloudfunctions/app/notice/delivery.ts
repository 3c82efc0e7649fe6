import { messageFields } from '#contract/shared/message'
import { answered, attempted, consequences } from '#core/notice/delivery'
import { messagePage, tellUntil } from '#core/notice/message'
import { allowances, notices } from '#store/collections'
import { type Sent, sendMessage } from '#store/platform/wechat'
import type { NoticeDocument } from '#store/rows/notice'
import { appended, plus } from '#store/words/changes'
import { above, not, oneOf } from '#store/words/conditions'
import { allowanceId } from './allowances'
import { forgetFault, noteFault } from './messageFaults'
import { type Messaging, templateOf } from './messaging'
import { messageFacts } from './noticeText'

/** An allowance remembers so many notices that it was spent on. */
const rememberedNotices = 20

/**
 * Asks WeChat once to deliver a notice that was sifted. The attempt is noted before; whatever cuts it off, no second
 * message is sent.
 */
export async function deliver(messaging: Messaging, notice: NoticeDocument): Promise<void> {
  const { _id, memberId, dueAt } = notice
  const [template, openid] = [templateOf(messaging, notice), messaging.openids.get(memberId)]
  if (!template || openid === undefined) return
  const attempt = attempted(notice, Date.now())
  if (!(await notices.update({ _id, delivery: 'waiting', dueAt }, attempt))) return
  const sent = await sendMessage({
    openid,
    templateId: template.id,
    page: messagePage(notice),
    values: messageFields(template, messageFacts(notice, messaging.community)),
  })
  await note(messaging, { ...notice, ...attempt }, template.id, sent)
}

/** Notes the answer first: what is cut off after it leaves an allowance too high, which WeChat sets right. */
async function note(
  messaging: Messaging,
  notice: NoticeDocument,
  templateId: string,
  sent: Sent,
): Promise<void> {
  const { _id, memberId } = notice
  const now = Date.now()
  const next = answered(notice, sent.answer, tellUntil(notice, notice.at) ?? now, now)
  await notices.update({ _id, delivery: oneOf(['trying', 'unknown']) }, next)
  const { allowance, told } = consequences[sent.answer]
  const allowanceOf = { _id: allowanceId(memberId, templateId) }
  if (allowance === 'emptied') await allowances.update(allowanceOf, { balance: 0 })
  if (allowance === 'spent')
    await allowances.update(
      { ...allowanceOf, balance: above(0), spentOn: not(_id) },
      { balance: plus(-1), spentOn: appended([_id], rememberedNotices) },
    )
  if (told) await noteFault(messaging, templateId, sent, now)
  if (allowance === 'spent' && messaging.refused.delete(templateId))
    await forgetFault(messaging.community._id, templateId)
}
