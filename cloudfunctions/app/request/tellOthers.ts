import { tellMembers } from '#app/notice/tell'
import type { TellQueueEffect, TellSupportersEffect } from '#core/change/effect'
import { posts, requests } from '#store/collections'

/** No queue has more workers. */
const manyPosts = 200

/** Tells everybody who works on a queue now. */
export async function tellQueue(
  { effect: _, queue, noticeId, ...about }: TellQueueEffect,
  communityId: string,
  now: number,
): Promise<void> {
  const held = await posts.find('byQueue', { queue, held: true }, { limit: manyPosts })
  await tellMembers(
    held.map(({ memberId: to }) => ({ ...about, effect: 'notice', noticeId: `${noticeId}_${to}`, to })),
    communityId,
    now,
  )
}

/** Tells everybody who supports a request now. */
export async function tellSupporters(
  { effect: _, noticeId, ...about }: TellSupportersEffect,
  communityId: string,
  now: number,
): Promise<void> {
  const supporters = (await requests.get(about.requestId))?.supporters ?? {}
  await tellMembers(
    Object.keys(supporters)
      .filter((memberId) => supporters[memberId]?.on)
      .map((to) => ({ ...about, effect: 'notice', noticeId: `${noticeId}_${to}`, to })),
    communityId,
    now,
  )
}
