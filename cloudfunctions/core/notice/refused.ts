import type { Purpose } from '#contract/notice'
import { purposeTitles } from '#contract/shared/messageText'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { NoticeEffect } from '#core/change/effect'

/** Tells administrators once a day that WeChat refuses messages of a template. */
export const refusedNotices = (
  admins: readonly MemberId[],
  templateId: string,
  purpose: Purpose,
  now: Instant,
): NoticeEffect[] =>
  admins.map((to) => ({
    effect: 'notice',
    noticeId: `n_${templateId}_refused_${dayOf(now)}_${to}`,
    to,
    kind: 'messages_refused',
    title: purposeTitles[purpose],
  }))
