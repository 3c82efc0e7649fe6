import { derivedId } from '#app/call/ids'
import type { NoticeEffect } from '#core/change/effect'
import { notices } from '#store/collections'
import type { NoticeDocument } from '#store/rows/notice'

/** Puts a notice into the inbox. Later `jobs` asks WeChat to deliver it. */
export async function tellMember(effect: NoticeEffect, communityId: string, now: number): Promise<void> {
  await notices.insert(noticeOf(effect, communityId, now))
}

/** Puts many notices into the inboxes, a hundred with one call. */
export const tellMembers = (
  effects: readonly NoticeEffect[],
  communityId: string,
  now: number,
): Promise<void> => notices.insertAll(effects.map((effect) => noticeOf(effect, communityId, now)))

function noticeOf(
  { effect: _, noticeId, to, ...about }: NoticeEffect,
  communityId: string,
  now: number,
): NoticeDocument {
  return {
    _id: derivedId('n', noticeId),
    communityId,
    memberId: to,
    at: now,
    read: false,
    dueAt: now,
    delivery: 'waiting',
    ...about,
  }
}
