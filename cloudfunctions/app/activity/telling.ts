import { loadCommunity } from '#app/community/community'
import { tellMembers } from '#app/notice/tell'
import { doorsOfCourse } from '#app/training/attendance'
import type { Instant } from '#contract/shared/scalars'
import { concernedBy } from '#core/activity/changes'
import type { NoticeEffect, RemindEffect, TellPartiesEffect, TellSessionEffect } from '#core/change/effect'
import type { DoorList } from '#core/session/door'
import { holdsPlace, isLive, type Party, type Session } from '#core/session/session'
import { meantBy } from '#core/session/telling'
import type { Shift } from '#core/shift/shift'
import { wholeDoor } from '#core/training/attendance'
import { isCourse, lessonOf } from '#core/training/course'
import { doors, sessions, shifts } from '#store/collections'
import { manySessions, manyShifts } from './align'
import { changeWords, when } from './words'

/** What one person is told of an edit. */
interface Word {
  kind: NoticeEffect['kind']
  from: Instant
  words: string[]
}

/** Says the words of a coordinator to whoever has a place in the session by then, and to the line where they are meant. */
export async function tellSession(
  effect: TellSessionEffect,
  communityId: string,
  now: Instant,
): Promise<void> {
  const { effect: _, cause, sessionId, alsoWaiting, ...about } = effect
  const [session] = await sessions.getMany([sessionId], { fields: ['roster', 'state'] })
  if (!session || session.state === 'cancelled') return
  const notices = meantBy(session, alsoWaiting).map(
    (to): NoticeEffect => ({
      ...about,
      effect: 'notice',
      noticeId: `n_${cause}_${to}`,
      to,
      kind: 'activity_told',
    }),
  )
  await tellMembers(notices, communityId, now)
}

/** Tells each person once, in one notice, everything of an edit that concerns them, as party and as volunteer. */
export async function tellParties(
  effect: TellPartiesEffect,
  communityId: string,
  now: Instant,
): Promise<void> {
  const { activityId, cause, changes, cancelledIds, kind, title, reason } = effect
  const concerned = new Set(changes.flatMap(concernedBy))
  if (concerned.size === 0 && cancelledIds.length === 0) return
  const names = await loadCommunity(communityId)
  if (!names) return
  const told = new Map<string, Word>()
  const note = (memberId: string, word: Word) => {
    const past = told.get(memberId)
    const words = [...new Set([...(past?.words ?? []), ...word.words])]
    told.set(memberId, { ...(past ?? word), words })
  }
  const held = await sessions.find('ofActivities', { activityId }, { limit: manySessions })
  for (const session of held.sort((a, b) => a.from - b.from)) {
    const called = cancelledIds.includes(session._id)
    if (!called && (session.to <= now || session.state === 'cancelled')) continue
    for (const [memberId, party] of Object.entries(session.roster)) {
      if (!(called ? party.state === 'cancelled' : isLive(party))) continue
      const about = changes.filter((change) => isForParty(change, session._id, party))
      if (about.length === 0 && !called) continue
      const words = about.map((change) => changeWords(change, names))
      note(memberId, { kind, from: session.from, words: [...words, ...offerMoved(about, party)] })
    }
  }
  if (concerned.has('volunteers')) {
    const fields = ['sessionId', 'from', 'to', 'state', 'holders'] as const
    const helping = await shifts.find('byActivity', { activityId }, { limit: manyShifts, fields })
    for (const shift of helping.sort((a, b) => a.from - b.from)) {
      if (shift.state === 'cancelled' || shift.to <= now) continue
      const about = changes.filter((change) => isForShift(change, shift))
      if (about.length === 0) continue
      const moved = about.some(({ what }) => what === 'window')
      const words = about.map((change) => changeWords(change, names))
      for (const memberId of Object.keys(shift.holders))
        note(memberId, { kind: moved ? 'shift_moved' : 'shift_changed', from: shift.from, words })
    }
  }
  const notices = [...told].map(
    ([to, { kind, from, words }]): NoticeEffect => ({
      effect: 'notice',
      noticeId: `n_${cause}_${to}`,
      to,
      kind,
      activityId,
      title,
      windowFrom: from,
      note: reason ?? words.join('；'),
    }),
  )
  await tellMembers(notices, communityId, now)
}

/**
 * Tells everybody with a place that the session is near, or asks who was there how it was. A session that was
 * moved may remind again.
 */
export async function remind(
  { sessionId, lessonId, kind }: RemindEffect,
  communityId: string,
  now: Instant,
): Promise<void> {
  const session = await sessions.get(sessionId)
  if (!session || session.state === 'cancelled') return
  const { activityId, title, roster } = session
  const lesson = lessonId === undefined || !isCourse(session) ? undefined : lessonOf(session.course, lessonId)
  if (lesson?.cancelled) return
  const from = lesson?.from ?? session.from
  const place = lesson?.place ?? session.place
  const marks = kind === 'activity_over' ? await marksOf(session) : undefined
  const confirmed = Object.entries(roster).filter(
    ([memberId, { state }]) => state === 'confirmed' && (!marks || marks[memberId]?.present),
  )
  const notices = confirmed.map(
    ([to]): NoticeEffect => ({
      effect: 'notice',
      noticeId: `n_${sessionId}_${kind}_${from}_${to}`,
      to,
      kind,
      activityId,
      title,
      windowFrom: from,
      note: place,
    }),
  )
  await tellMembers(notices, communityId, now)
}

/** Who was there; of a course, who was at any of its lessons. */
async function marksOf(session: Session): Promise<DoorList['marks']> {
  if (isCourse(session)) return wholeDoor(await doorsOfCourse(session.course)).marks
  return (await doors.get(session._id))?.marks ?? {}
}

type Changed = TellPartiesEffect['changes'][number]

/** A session that is added concerns who waits anywhere; every other change of a session, its own parties. */
function isForParty(change: Changed, sessionId: string, { state }: Pick<Party, 'state'>): boolean {
  if (change.what !== 'sessionAdded' && 'sessionId' in change && change.sessionId !== sessionId) return false
  // who was called off does not come, whatever else the edit says
  if (state === 'cancelled') return change.what === 'sessionCancelled'
  return concernedBy(change).includes(holdsPlace({ state }) ? 'placed' : 'waiting')
}

function isForShift(change: Changed, { _id, sessionId }: Pick<Shift, '_id' | 'sessionId'>): boolean {
  if (!concernedBy(change).includes('volunteers')) return false
  if ('shiftId' in change) return change.shiftId === _id
  return !('sessionId' in change) || change.sessionId === sessionId
}

/** An earlier beginning may end an offer earlier. */
function offerMoved(changes: readonly Changed[], { state, offerUntil }: Party): string[] {
  const moves = (what: Changed['what']) => what === 'window' || what === 'lessonMoved'
  const moved = state === 'offered' && offerUntil && changes.some(({ what }) => moves(what))
  return moved ? [`给您留的名额留到 ${when(offerUntil)}`] : []
}
