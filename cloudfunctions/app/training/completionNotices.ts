import type { CompletionNoticeKind } from '#core/notice/notice'
import type { Completion } from '#core/training/completion'
import type { NoticeDocument } from '#store/rows/notice'

type Writer = (notice: NoticeDocument) => { title: string; text: string }

/** Stands in the notice of a certificate of completion. */
export const attendedNote = ({ attended, of }: Pick<Completion, 'attended' | 'of'>): string =>
  `共 ${of} 课，上了 ${attended} 课`

/** Stand as the reason where the lists of a course have ended a certificate. */
export const followNotes = {
  replaced: '签到改过了，已经换了一张新的',
  tooFew: '签到改过了，上满的课数不够结业',
}

export const completionNotices: Record<CompletionNoticeKind, Writer> = {
  completion_issued: (n) => ({
    title: '结业证开好了',
    text: `「${n.title}」${n.note}，够结业了。结业证请到「我的证明」里看，可以打印，也可以转给别人看。`,
  }),
  completion_anew: (n) => ({
    title: '结业证换了新的',
    text: `「${n.title}」的签到改过了：${n.note}。新的结业证请到「我的证明」里看，旧的那张作废了。`,
  }),
  completion_revoked: (n) => ({
    title: '一张结业证作废了',
    text: `「${n.title}」的结业证作废了：${n.note}。有疑问请打社区电话，请协调员核对。`,
  }),
}
