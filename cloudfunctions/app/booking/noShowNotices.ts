import { when as whenAt } from '#app/activity/words'
import type { NoShowNoticeKind } from '#core/notice/notice'
import type { NoticeDocument } from '#store/rows/notice'

type Writer = (notice: NoticeDocument) => { title: string; text: string }

const when = (at: number | undefined): string => (at === undefined ? '' : whenAt(at))

/** Notices about one of two people who did not come. */
export const noShowNotices: Record<NoShowNoticeKind, Writer> = {
  no_show_claimer: (n) => ({
    title: '居民说您没有来',
    text: `${n.who}说${when(n.windowFrom)}的「${n.title}」您没有来（${n.note}）。来过的话，请打开这一单写一句说明，队长会核对。`,
  }),
  no_show_requester: (n) => ({
    title: '志愿者说家里没有人',
    text: `${n.who}说${when(n.windowFrom)}的「${n.title}」到了没有找到您（${n.note}）。不是这样的话，请打开预约写一句说明；还需要请再约。`,
  }),
  no_show_said: (n) => ({
    title: '有一次失约等您核对',
    text: `${when(n.windowFrom)}的「${n.title}」，${n.who}被记为没有来（${n.note}）。请两边都问一问，再定。`,
  }),
  no_show_appealed: (n) => ({
    title: '有人说他没有失约',
    text: `${n.who}对${when(n.windowFrom)}的「${n.title}」说：「${n.note}」。请核对后作出决定。`,
  }),
  no_show_proved: (n) => ({
    title: '失约记录有了签到凭证',
    text: `${n.who}没有网络时给${when(n.windowFrom)}的「${n.title}」办的签到签退，现在才送到。请打开看时间，核对后再定。`,
  }),
  no_show_upheld: (n) => ({
    title: '失约已经核对',
    text: `${when(n.windowFrom)}的「${n.title}」，队长核对后，仍记${n.who}没有来（${n.note}）。有疑问请打社区电话。`,
  }),
  no_show_lifted: (n) => ({
    title: '失约记录撤销了',
    text: `${when(n.windowFrom)}的「${n.title}」，队长核对后，撤销了${n.who}的失约记录（${n.note}）。请您放心。`,
  }),
}
