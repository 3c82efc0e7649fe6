import { derivedId } from '#app/call/ids'
import { dayOf } from '#contract/shared/wallClock'
import type { NoticeEffect } from '#core/change/effect'
import { toldOnceADay } from '#core/notice/toldOnce'
import { worthRows } from '#core/notice/worthRows'
import { notices } from '#store/collections'
import type { NoticeDocument } from '#store/rows/notice'
import { appended } from '#store/words/changes'
import { not } from '#store/words/conditions'

/** So many of the latest causes are remembered, so that a late repeat of one brings nothing up again. */
const keptCauses = 20

/**
 * Puts a notice into the inbox. Later `jobs` asks WeChat to deliver it. What one person does to another again
 * and again on one day is one notice: the same comes up again with the latest words, and no second message is
 * sent.
 */
export async function tellMember(effect: NoticeEffect, communityId: string, now: number): Promise<void> {
  const notice = noticeOf(effect, communityId, now)
  if ((await notices.insert(notice)) || !notice.causes) return
  const { effect: _, noticeId, to: _to, ...latest } = effect
  await notices.update(
    { _id: notice._id, causes: not(noticeId) },
    { ...latest, at: now, read: false, causes: appended([noticeId], keptCauses) },
  )
}

/** Puts many notices into the inboxes, a hundred with one call; what may be the same again, one by one. */
export async function tellMembers(
  effects: readonly NoticeEffect[],
  communityId: string,
  now: number,
): Promise<void> {
  const isAlone = (effect: NoticeEffect) => toldOnceADay(effect) === undefined
  await notices.insertAll(effects.filter(isAlone).map((effect) => noticeOf(effect, communityId, now)))
  for (const effect of effects) if (!isAlone(effect)) await tellMember(effect, communityId, now)
}

function noticeOf(told: NoticeEffect, communityId: string, now: number): NoticeDocument {
  const { effect: _, noticeId, to, ...about } = told
  const alike = toldOnceADay(told)
  return {
    _id: alike === undefined ? derivedId('n', noticeId) : derivedId('n', to, alike, dayOf(now)),
    communityId,
    memberId: to,
    at: now,
    read: false,
    ...(worthRows[told.kind].message
      ? ({ dueAt: now, delivery: 'waiting' } as const)
      : ({ dueAt: null, delivery: 'inbox' } as const)),
    ...(alike !== undefined && { causes: [noticeId] }),
    ...about,
  }
}
