import { tellMembers } from '#app/notice/tell'
import type { MemberId } from '#contract/shared/scalars'
import type { NoticeEffect, TellQueueEffect, TellSupportersEffect } from '#core/change/effect'
import { posts, requests } from '#store/collections'

/** No queue has more workers. */
const manyPosts = 200

/** Tells everybody who works on these queues now; each queue is read once, whatever it is told. */
export async function tellQueues(
  effects: readonly TellQueueEffect[],
  communityId: string,
  now: number,
): Promise<void> {
  const queues = [...new Set(effects.map(({ queue }) => queue))]
  const workers = new Map(
    await Promise.all(queues.map(async (queue) => [queue, await workersOn(queue)] as const)),
  )
  const told = effects.flatMap(({ effect: _, queue, noticeId, ...about }) =>
    (workers.get(queue) ?? []).map(
      (to): NoticeEffect => ({ ...about, effect: 'notice', noticeId: `${noticeId}_${to}`, to }),
    ),
  )
  await tellMembers(told, communityId, now)
}

async function workersOn(queue: string): Promise<MemberId[]> {
  const reading = { limit: manyPosts, fields: ['memberId'] } as const
  const held = await posts.find('byQueue', { queue, held: true }, reading)
  return held.map(({ memberId }) => memberId)
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
