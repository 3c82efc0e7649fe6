import { derivedId } from '#app/call/ids'
import type { NoticeEffect } from '#core/change/effect'
import { notices } from '#store/collections'

/** Puts a notice into the inbox. Later `jobs` asks WeChat to deliver it. */
export async function tellMember(effect: NoticeEffect, communityId: string, now: number): Promise<void> {
  const { effect: _, noticeId, to, ...about } = effect
  await notices.insert({
    _id: derivedId('n', noticeId),
    communityId,
    memberId: to,
    at: now,
    read: false,
    dueAt: now,
    delivery: 'waiting',
    ...about,
  })
}
