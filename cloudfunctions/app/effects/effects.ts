import { derivedId } from '#app/call/ids'
import { loadCommunity } from '#app/community/community'
import { recountHours } from '#app/report/recount'
import type {
  CreditEffect,
  LeadersEffect,
  NoShowEffect,
  NoticeEffect,
  RenameEffect,
  SignupsEffect,
  TellQueueEffect,
  TellSupportersEffect,
} from '#core/change/effect'
import { free, moved } from '#core/diary/diary'
import { type HoursEntry, nextEntry, withProject } from '#core/hours/ledger'
import { tellParty } from '#core/session/rules'
import { type Session, signupOf } from '#core/session/session'
import {
  bookings,
  diaries,
  doors,
  entries,
  guardianships,
  members,
  memberships,
  notices,
  posts,
  proxyships,
  requests,
  sessions,
  shiftPlaces,
  shifts,
  signups,
} from '#store/collections'
import { operator } from '#store/engine/sdk'

/** Puts a notice into the inbox; WeChat is asked to deliver it later, by `jobs`. */
export async function tell(effect: NoticeEffect, communityId: string, now: number): Promise<void> {
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

/** One round of writes to the lists of a session's members. */
const atOnce = 20

/** The members' lists follow the session's roster as it is now; who still has the place a command won is told. */
export async function relistSignups(effect: SignupsEffect, now: number): Promise<void> {
  const session = await sessions.get(effect.sessionId)
  if (session) await relistIn(session, [effect], now)
}

/** The same for many sign-ups of a session that has just been read: one write for each member. */
export async function relistIn(session: Session, effects: SignupsEffect[], now: number): Promise<void> {
  const members = [...new Set(effects.flatMap(({ memberIds }) => memberIds))]
  const rows = members.flatMap((memberId) => signupOf(session, memberId) ?? [])
  for (let start = 0; start < rows.length; start += atOnce)
    await Promise.all(rows.slice(start, start + atOnce).map((row) => signups.put(row)))
  const wins = new Set(effects.flatMap(({ won, cause }) => (won ? [cause] : [])))
  for (const { memberId, state, command, at } of rows)
    if (state === 'confirmed' && wins.has(command))
      await tell(tellParty(session, memberId, 'signed_up', at), session.communityId, now)
}

/** Notes that a session was missed, or that it was not after all; each session counts once. */
export async function noteNoShow({ memberId, about, at }: NoShowEffect): Promise<void> {
  const missed = (await doors.get(about))?.missed?.[memberId] !== undefined
  if (missed)
    await members.update(
      { _id: memberId, 'noShows.about': operator.neq(about) },
      { noShows: operator.push([{ about, at }]) },
    )
  else await members.update({ _id: memberId }, { noShows: operator.pull({ about }) })
}

/** No team is led by more. */
const manyLeaders = 20

/** Tells whoever leads the team now; each is told once. */
export async function tellLeaders(effect: LeadersEffect, communityId: string, now: number): Promise<void> {
  const { effect: _, teamId, ...about } = effect
  const leaders = await memberships.find({ teamId, leads: true }, ['since', -1], manyLeaders)
  for (const { memberId } of leaders) {
    const noticeId = `${about.noticeId}_${memberId}`
    await tell({ ...about, effect: 'notice', noticeId, to: memberId }, communityId, now)
  }
}

/** More people do not work on one queue. */
const manyPosts = 200

/** Tells everybody who works on a queue now. */
export async function tellQueue(
  { effect: _, queue, noticeId, ...about }: TellQueueEffect,
  communityId: string,
  now: number,
): Promise<void> {
  const held = await posts.find({ queue, held: true }, ['since', 1], manyPosts)
  for (const { memberId } of held)
    await tell(
      { ...about, effect: 'notice', noticeId: `${noticeId}_${memberId}`, to: memberId },
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
  for (const [memberId, { on }] of Object.entries(supporters))
    if (on)
      await tell(
        { ...about, effect: 'notice', noticeId: `${noticeId}_${memberId}`, to: memberId },
        communityId,
        now,
      )
}

/** Credits minutes once: the next seq is ours, or somebody else's and we look again. */
export async function credit(effect: CreditEffect, communityId: string, now: number): Promise<void> {
  const credited = await creditedLine(effect, communityId, now)
  await recountHours(communityId, credited.day)
}

async function creditedLine(effect: CreditEffect, communityId: string, now: number): Promise<HoursEntry> {
  const { memberId, source } = effect
  const community = await loadCommunity(communityId)
  const placed = community ? withProject(effect, community) : effect
  for (;;) {
    const [tail] = await entries.find({ memberId }, ['seq', -1], 1)
    const entry = nextEntry(tail, placed, communityId, now)
    if (await entries.insert(entry)) return noted(entry)
    const [credited] = await entries.find({ memberId, source }, ['seq', -1], 1)
    if (credited) return noted(credited)
  }
}

/** The volunteer's own document remembers how long the ledger is and what it ends with, so that no line goes unseen. */
async function noted(entry: HoursEntry): Promise<HoursEntry> {
  const { memberId, seq, hash } = entry
  const behind = operator.or([{ hoursLines: operator.exists(false) }, { hoursLines: operator.lt(seq) }])
  await members.update(operator.and([{ _id: memberId }, behind]) as never, {
    hoursLines: seq,
    hoursHash: hash,
  })
  return entry
}

/** Gives a window of a volunteer's diary back, unless it was taken again after `until`. */
export async function freeDiary(memberId: string, heldFor: string, until?: number): Promise<void> {
  for (;;) {
    const diary = await diaries.get(memberId)
    const next = diary && free(diary, heldFor, until)
    if (!diary || !next || (await diaries.save(diary, next))) return
  }
}

/** The hold of a place follows its window to where that is by now, however late this is done. */
export async function moveDiary(memberId: string, heldFor: string): Promise<void> {
  for (;;) {
    const place = await shiftPlaces.get(heldFor)
    const diary = await diaries.get(memberId)
    const next = place && diary && moved(diary, heldFor, place)
    if (!diary || !next || (await diaries.save(diary, next))) return
  }
}

/** Gives a volunteer's slot at a shift back, unless it was taken again after `until`. */
export async function freeSlot(shiftId: string, memberId: string, until: number): Promise<void> {
  const held = `holders.${memberId}`
  await shifts.update(
    { _id: shiftId, [`${held}.at`]: operator.lte(until) },
    { [held]: operator.remove(), free: operator.inc(1), rev: operator.inc(1) },
  )
}

/** Bookings somebody may still come to, or speak about. */
const running = { state: operator.in(['open', 'claimed', 'in_service', 'done']) }

/** Who reads a name today reads the one that is borne now. What is over, and every history, keeps the old one. */
export async function carryName({ memberId }: RenameEffect): Promise<void> {
  const name = (await members.get(memberId))?.name
  if (name === undefined) return
  await Promise.all([
    memberships.update({ memberId }, { memberName: name }),
    posts.update({ memberId }, { memberName: name }),
    proxyships.update({ memberId }, { memberName: name }),
    proxyships.update({ proxyId: memberId }, { proxyName: name }),
    guardianships.update({ _id: memberId }, { minorName: name }),
    guardianships.update({ guardianId: memberId }, { guardianName: name }),
    bookings.update({ requesterId: memberId, ...running }, { requesterName: name }),
    bookings.update({ claimerId: memberId, ...running }, { claimerName: name }),
    shiftPlaces.update(
      { memberId, state: operator.in(['confirmed', 'in_service', 'done']) },
      { memberName: name },
    ),
  ])
}
