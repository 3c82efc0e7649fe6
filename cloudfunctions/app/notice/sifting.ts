import type { Instant, MemberId } from '#contract/shared/scalars'
import {
  calledAfter,
  type Delivery,
  mendedWithinMs,
  settingsPauseMs,
  unanswered,
} from '#core/notice/delivery'
import { type ForeseenNotice, foresightMs, spend } from '#core/notice/spend'
import { worthOf } from '#core/notice/worth'
import { allowances, members, messageFaults, notices, sessions, signups } from '#store/collections'
import type { NoticeDocument } from '#store/rows/notice'
import { above, atMost, oneOf } from '#store/words/conditions'
import { allowanceId } from './allowances'
import { type Messaging, type Ready, readyOf, templateOf } from './messaging'

/** A round's people have no more notices that wait at a time. */
const manyWaiting = 1000
/** The sessions of so many sign-ups are looked at. */
const manySignups = 500

type Balances = ReadonlyMap<MemberId, ReadonlyMap<string, number>>

/** Ends or puts off, many with one call, the notices that are not sent now. Answers those that are. */
export async function sift(
  messaging: Messaging,
  found: readonly NoticeDocument[],
): Promise<NoticeDocument[]> {
  const now = Date.now()
  const tried = idsOf(found.filter(({ delivery }) => delivery === 'trying'))
  if (tried.length > 0)
    await notices.updateMany(tried, unanswered(now), { delivery: 'trying', dueAt: atMost(now) })
  const waiting = found.filter(({ delivery }) => delivery === 'waiting')
  await end('inbox', idsOf(waiting.filter(({ read }) => read)))
  const ready = waiting.filter(({ read }) => !read).map((notice) => readyOf(messaging, notice))
  const balances = await balancesOf(ready.flat())
  const isAllowed = ({ notice, templateId }: Ready) => balances.get(notice.memberId)?.has(templateId) === true
  const allowed = ready.flat().filter(isAllowed)
  const going = new Set(allowed.map(({ noticeId }) => noticeId))
  await end('not_allowed', idsOf(waiting.filter(({ _id, read }) => !read && !going.has(_id))))
  if (allowed.length === 0) return []
  const spent = await spending(
    messaging,
    allowed.map(({ notice }) => notice),
    balances,
    now,
  )
  return reachable(messaging, spent, now)
}

/** Decides for each person what is sent now, and ends or puts off the rest. */
async function spending(
  messaging: Messaging,
  allowed: readonly NoticeDocument[],
  balances: Balances,
  now: Instant,
): Promise<NoticeDocument[]> {
  const memberIds = [...new Set(allowed.map(({ memberId }) => memberId))]
  const waits = { memberId: oneOf(memberIds), delivery: 'waiting' } as const
  const all = await notices.find('waiting', waits, { limit: manyWaiting })
  const ready = all.filter(({ read }) => !read).flatMap((notice) => readyOf(messaging, notice))
  const foreseen = await foreseenOf(messaging, ready, now)
  const plans = memberIds.map((memberId) =>
    spend(
      now,
      balances.get(memberId) ?? new Map(),
      ready.filter(({ notice }) => notice.memberId === memberId),
      foreseen.get(memberId) ?? [],
    ),
  )
  const wanted = new Map(allowed.map((notice) => [notice._id, notice]))
  const here = (ids: readonly string[]) => ids.filter((id) => wanted.has(id))
  await end('not_allowed', here(plans.flatMap(({ passOver }) => passOver)))
  await end('late', here(plans.flatMap(({ late }) => late)))
  const putOffTo = new Map<Instant, string[]>()
  for (const { noticeId, at } of plans.flatMap(({ wait }) => wait))
    putOffTo.set(at, [...(putOffTo.get(at) ?? []), noticeId])
  for (const [at, ids] of putOffTo) await putOff(here(ids), at)
  return plans.flatMap(({ send }) => send).flatMap((id) => wanted.get(id) ?? [])
}

/** What can be sent: to people who are there, of templates that WeChat has not just refused. */
async function reachable(
  messaging: Messaging,
  sending: readonly NoticeDocument[],
  now: Instant,
): Promise<NoticeDocument[]> {
  const { openids } = messaging
  const memberIds = [...new Set(sending.map(({ memberId }) => memberId))]
  for (const { _id, openid, state } of await members.getMany(memberIds, { fields: ['openid', 'state'] }))
    if (openid && state !== 'closed') openids.set(_id, openid)
  await end('failed', idsOf(sending.filter(({ memberId }) => !openids.has(memberId))))
  const left = sending.filter(({ memberId }) => openids.has(memberId))
  const stopped = await stoppedUntil(messaging, left, now)
  const stopOf = (notice: NoticeDocument) => stopped.get(templateOf(messaging, notice)?.id ?? '')
  const held = left.filter((notice) => stopOf(notice) !== undefined)
  const isOver = ({ at }: NoticeDocument) => at + mendedWithinMs <= now
  await end('failed', idsOf(held.filter(isOver)))
  for (const until of new Set(stopped.values()))
    await putOff(idsOf(held.filter((notice) => !isOver(notice) && stopOf(notice) === until)), until)
  return left.filter((notice) => stopOf(notice) === undefined)
}

/** Until when each template rests of which WeChat takes no message at all. */
async function stoppedUntil(
  messaging: Messaging,
  sending: readonly NoticeDocument[],
  now: Instant,
): Promise<Map<string, Instant>> {
  const ids = [...new Set(sending.flatMap((notice) => templateOf(messaging, notice)?.id ?? []))]
  const found = await messageFaults.getMany(ids.map((id) => `${messaging.community._id}_${id}`))
  for (const { templateId } of found) messaging.refused.add(templateId)
  return new Map(
    found
      .filter(
        ({ fault, at }) => (fault === 'template' || fault === 'permission') && at + settingsPauseMs > now,
      )
      .map(({ templateId, at }) => [templateId, at + settingsPauseMs]),
  )
}

async function balancesOf(ready: readonly Ready[]): Promise<Balances> {
  const ids = ready.map(({ notice, templateId }) => allowanceId(notice.memberId, templateId))
  const found = await allowances.getMany([...new Set(ids)], {
    fields: ['memberId', 'templateId', 'balance'],
    where: { balance: above(0) },
  })
  const balances = new Map<MemberId, Map<string, number>>()
  for (const { memberId, templateId, balance } of found)
    balances.set(memberId, (balances.get(memberId) ?? new Map<string, number>()).set(templateId, balance))
  return balances
}

/**
 * The first reminders of a day, for people to whom something worth less waits: nothing else that is known
 * beforehand is worth more than anything that waits.
 */
async function foreseenOf(
  { templates }: Messaging,
  ready: readonly Ready[],
  now: Instant,
): Promise<Map<MemberId, ForeseenNotice[]>> {
  const reminder = { templateId: templates.activity?.id ?? '', worth: worthOf('reminder') }
  const less = ready.filter(
    ({ templateId, worth }) => templateId === reminder.templateId && worth < reminder.worth,
  )
  const concerned = [...new Set(less.map(({ notice }) => notice.memberId))]
  const foreseen = new Map<MemberId, ForeseenNotice[]>()
  if (concerned.length === 0) return foreseen
  const living = { memberId: oneOf(concerned), over: false } as const
  const own = await signups.find('mine', living, { limit: manySignups, fields: ['memberId', 'sessionId'] })
  const sessionIds = [...new Set(own.map(({ sessionId }) => sessionId))]
  const found = await sessions.getMany(sessionIds, { fields: ['remindAts'] })
  for (const { memberId, sessionId } of own) {
    const [first, ...later] = found.find(({ _id }) => _id === sessionId)?.remindAts ?? []
    if (first === undefined || later.length === 0 || first > now + foresightMs) continue
    foreseen.set(memberId, [...(foreseen.get(memberId) ?? []), { ...reminder, dueAt: first }])
  }
  return foreseen
}

const idsOf = (some: readonly NoticeDocument[]) => some.map(({ _id }) => _id)

/** Ends notices alike, by one write. */
async function end(delivery: Delivery, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await notices.updateMany(
      ids,
      { delivery, dueAt: calledAfter(delivery, Date.now()) },
      { delivery: 'waiting' },
    )
}

async function putOff(ids: readonly string[], until: Instant): Promise<void> {
  if (ids.length > 0) await notices.updateMany(ids, { dueAt: until }, { delivery: 'waiting' })
}
