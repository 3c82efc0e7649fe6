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
import { withHoldMoved, withoutHold } from '#core/diary/diary'
import { type LedgerLine, nextEntry, withProject } from '#core/hours/ledger'
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
  signups,
} from '#store/collections'
import { appended, without } from '#store/words/changes'
import { below, missing, not, oneOf } from '#store/words/conditions'

/** Puts a notice into the inbox; WeChat is asked to deliver it later, by `jobs`. */
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
      await tellMember(tellParty(session, memberId, 'signed_up', at), session.communityId, now)
}

/** Notes that a session was missed, or that it was not after all; each session counts once. */
export async function noteNoShow({ memberId, about, at }: NoShowEffect): Promise<void> {
  const missed = (await doors.get(about))?.missed?.[memberId] !== undefined
  if (missed)
    await members.update(
      { _id: memberId, 'noShows.about': not(about) },
      { noShows: appended([{ about, at }]) },
    )
  else await members.update({ _id: memberId }, { noShows: without({ about }) })
}

/** No team is led by more. */
const manyLeaders = 20

/** Tells whoever leads the team now; each is told once. */
export async function tellLeaders(effect: LeadersEffect, communityId: string, now: number): Promise<void> {
  const { effect: _, teamId, ...about } = effect
  const leaders = await memberships.find('byTeam', { teamId, leads: true }, { limit: manyLeaders })
  for (const { memberId } of leaders) {
    const noticeId = `${about.noticeId}_${memberId}`
    await tellMember({ ...about, effect: 'notice', noticeId, to: memberId }, communityId, now)
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
  const held = await posts.find('byQueue', { queue, held: true }, { limit: manyPosts })
  for (const { memberId } of held)
    await tellMember(
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
      await tellMember(
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

async function creditedLine(effect: CreditEffect, communityId: string, now: number): Promise<LedgerLine> {
  const { memberId, source } = effect
  const community = await loadCommunity(communityId)
  const placed = community ? withProject(effect, community) : effect
  for (;;) {
    const [tail] = await entries.find('bySeq', { memberId }, { limit: 1 })
    const entry = nextEntry(tail, placed, communityId, now)
    if (await entries.insert(entry)) return noted(entry)
    const [credited] = await entries.find('source', { memberId, source }, { limit: 1 })
    if (credited) return noted(credited)
  }
}

/** The volunteer's own document remembers how long the ledger is and what it ends with, so that no line goes unseen. */
async function noted(entry: LedgerLine): Promise<LedgerLine> {
  const { memberId, seq, hash } = entry
  const behind = [{ hoursLines: missing }, { hoursLines: below(seq) }]
  await members.update({ _id: memberId, anyOf: behind }, { hoursLines: seq, hoursHash: hash })
  return entry
}

/** Gives a window of a volunteer's diary back, unless it was taken again after `until`. */
export async function freeDiary(memberId: string, heldFor: string, until?: number): Promise<void> {
  for (;;) {
    const diary = await diaries.get(memberId)
    const next = diary && withoutHold(diary, heldFor, until)
    if (!diary || !next || (await diaries.save(diary, next))) return
  }
}

/** The hold of a place follows its window to where that is by now, however late this is done. */
export async function moveDiary(memberId: string, heldFor: string): Promise<void> {
  for (;;) {
    const place = await shiftPlaces.get(heldFor)
    const diary = await diaries.get(memberId)
    const next = place && diary && withHoldMoved(diary, heldFor, place)
    if (!diary || !next || (await diaries.save(diary, next))) return
  }
}

/** Bookings somebody may still come to, or speak about. */
const running = { state: oneOf(['open', 'claimed', 'in_service', 'done']) }

/** Who reads a name today reads the one that is borne now. What is over, and every history, keeps the old one. */
export async function carryName({ memberId }: RenameEffect): Promise<void> {
  const name = (await members.get(memberId))?.name
  if (name === undefined) return
  await Promise.all([
    memberships.updateAll('byMember', { memberId }, { memberName: name }),
    posts.updateAll('byMember', { memberId }, { memberName: name }),
    proxyships.updateAll('byMember', { memberId }, { memberName: name }),
    proxyships.updateAll('byProxy', { proxyId: memberId }, { proxyName: name }),
    guardianships.update({ _id: memberId }, { minorName: name }),
    guardianships.updateAll('byGuardian', { guardianId: memberId }, { guardianName: name }),
    bookings.updateAll('mine', { requesterId: memberId, ...running }, { requesterName: name }),
    bookings.updateAll('claimed', { claimerId: memberId, ...running }, { claimerName: name }),
    shiftPlaces.updateAll(
      'byMember',
      { memberId, state: oneOf(['confirmed', 'in_service', 'done']) },
      { memberName: name },
    ),
  ])
}
