import { eachAtOnce } from '#app/call/atOnce'
import type { Instant } from '#contract/shared/scalars'
import { type AboutNotice, type CallStanding, callStandingOf, isUnreached } from '#core/callList/callList'
import { activities, bookings, members, notices, requests } from '#store/collections'
import type { NoticeDocument } from '#store/rows/notice'
import { atMost } from '#store/words/conditions'

/** So many groups are written at once. */
const together = 8

/**
 * Brings notices that have reached nobody into the call list of those who answer for them, and out of it. What
 * they are about is read together, and those that stand alike are written together. Answers all other notices.
 */
export async function siftUnreached(
  found: readonly NoticeDocument[],
  now: Instant,
): Promise<NoticeDocument[]> {
  const ended = found.filter(isUnreached)
  if (ended.length > 0) {
    const knownOf = await knownFor(ended)
    const groups = new Map<string, { standing: CallStanding; ids: string[] }>()
    for (const notice of ended) {
      const standing = callStandingOf(notice, knownOf(notice), now)
      const key = JSON.stringify(standing)
      const ids = [...(groups.get(key)?.ids ?? []), notice._id]
      groups.set(key, { standing, ids })
    }
    await eachAtOnce([...groups.values()], together, async ({ standing, ids }) => {
      // who was told, or has read it, meanwhile is looked at no more
      await notices.updateMany(ids, standing, { dueAt: atMost(now) })
    })
  }
  return found.filter((notice) => !isUnreached(notice))
}

/** Reads people and matters, each collection once. */
async function knownFor(some: readonly NoticeDocument[]): Promise<(notice: NoticeDocument) => AboutNotice> {
  const idsOf = (idOf: (notice: NoticeDocument) => string | undefined) => [
    ...new Set(some.flatMap((notice) => idOf(notice) ?? [])),
  ]
  const [people, booked, held, filed] = await Promise.all([
    members.getMany(
      idsOf(({ memberId }) => memberId),
      { fields: ['state', 'gridId', 'closesAt'] },
    ),
    bookings.getMany(
      idsOf(({ bookingId }) => bookingId),
      { fields: ['state', 'teamId'] },
    ),
    activities.getMany(
      idsOf(({ activityId }) => activityId),
      { fields: ['state', 'teamId'] },
    ),
    requests.getMany(
      idsOf(({ requestId }) => requestId),
      { fields: ['state', 'gridId'] },
    ),
  ])
  const byId = <Doc extends { _id: string }>(docs: readonly Doc[]) =>
    new Map(docs.map((doc) => [doc._id, doc]))
  const [member, booking, activity, request] = [byId(people), byId(booked), byId(held), byId(filed)]
  return ({ memberId, bookingId = '', activityId = '', requestId = '' }) => ({
    member: member.get(memberId),
    booking: booking.get(bookingId),
    activity: activity.get(activityId),
    request: request.get(requestId),
  })
}
