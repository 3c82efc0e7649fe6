import { loadCommunity } from '#app/community/community'
import type { Limits } from '#contract/community'
import type { Refusal } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import type { Activity, PlannedSession } from '#core/activity/activity'
import type { Command, Decision } from '#core/change/aggregate'
import type { AlignEffect } from '#core/change/effect'
import { lessonReminders, remindersOf } from '#core/session/reminder'
import { decideSessionCancel, decideSessionEdit } from '#core/session/rules'
import { newSession, type Session, type SessionEdit, type SessionPlan } from '#core/session/session'
import { newShift, reshapeShift, type Shift } from '#core/shift/shift'
import { isCourse } from '#core/training/course'
import { activities, sessions, shifts } from '#store/collections'
import type { Documents } from '#store/engine/documents'
import { saving } from '#store/saving'

/** An activity has at most twenty sessions at a time; those it has cancelled stay. */
export const manySessions = 200
/** Each session has at most ten shifts; those it has cancelled stay. */
export const manyShifts = 500

const settingsOf = (activity: Activity, plan: PlannedSession, now: Instant, limits: Limits): SessionEdit => {
  const { title, place, signup } = activity
  const { from, to, capacity } = plan
  const course = isCourse(activity) ? activity.course : null
  const remindAts = course ? lessonReminders(course, now) : remindersOf(from, now, limits)
  return { title, place, from, to, capacity, ...signup, remindAts, ...(course && { course }) }
}

/**
 * Makes the sessions and shifts that an activity plans beyond those of `before`. Nobody sees them until the
 * activity's own write names them.
 */
export async function raise(
  activity: Activity,
  limits: Limits,
  seedOf: (sessionId: string) => SessionPlan['seed'],
  before: readonly PlannedSession[] = [],
): Promise<void> {
  const { _id: activityId, communityId, coordinatorId, teamId, title } = activity
  const byWhom = { coordinatorId, ...(teamId && { runBy: teamId }) }
  const known = new Set(
    before.flatMap(({ sessionId, shifts: past }) => [sessionId, ...past.map(({ shiftId }) => shiftId)]),
  )
  const planned = activity.sessions.filter(({ cancelled }) => !cancelled)
  await Promise.all(
    planned.flatMap((plan) => {
      const { sessionId, from, to } = plan
      const ours = { communityId, activityId, title, from, to }
      const wanted = plan.shifts
        .filter(({ shiftId }) => !known.has(shiftId))
        .map((shift) => putFresh(shifts, newShift({ ...ours, ...shift, sessionId, ...byWhom })))
      if (known.has(sessionId)) return wanted
      const settings = settingsOf(activity, plan, Date.now(), limits)
      const seed = seedOf(sessionId)
      return [putFresh(sessions, newSession({ ...ours, sessionId, seed, ...settings })), ...wanted]
    }),
  )
}

/** A call that broke off may have left an older document. It is replaced unless somebody has changed it. */
async function putFresh<Doc extends { _id: string; rev: number }>(
  documents: Documents<Doc>,
  fresh: Doc,
): Promise<void> {
  if (await documents.insert(fresh)) return
  await documents.save({ _id: fresh._id, rev: fresh.rev }, fresh)
}

/** Counts the places that are taken, by session and by shift. */
export async function takenIn({ _id: activityId }: Activity): Promise<Record<string, number>> {
  const [held, helping] = await Promise.all([
    sessions.find('ofActivities', { activityId }, { limit: manySessions, fields: ['capacity', 'free'] }),
    shifts.find('byActivity', { activityId }, { limit: manyShifts, fields: ['capacity', 'free'] }),
  ])
  return Object.fromEntries([...held, ...helping].map(({ _id, capacity, free }) => [_id, capacity - free]))
}

/** Changes one session by a rule, as `change` does. The caller hands it in, since aligning is itself an effect. */
export type ChangeSession = (
  id: string,
  command: Command,
  decide: (session: Session) => Promise<Decision<Session>>,
) => Promise<{ refusal?: Refusal | undefined }>

/**
 * Brings sessions and shifts in line with what their activity plans now. The activity is read after the
 * session that is written, so an older plan never overwrites a newer one.
 */
export async function align(
  { activityId, cause }: AlignEffect,
  communityId: string,
  now: Instant,
  changeSession: ChangeSession,
): Promise<void> {
  const [community, held, helping] = await Promise.all([
    loadCommunity(communityId),
    sessions.find('ofActivities', { activityId }, { limit: manySessions, fields: ['to', 'state'] }),
    shifts.find('byActivity', { activityId }, { limit: manyShifts, fields: ['to', 'state'] }),
  ])
  if (!community) return
  const ahead = <Each extends { to: Instant; state: string }>({ to, state }: Each) =>
    to > now && state !== 'cancelled' && state !== 'finished'
  for (const { _id } of held.filter(ahead)) {
    const key = `${cause}:${_id}`
    const command: Command = { key, fingerprint: key, at: now }
    const aligned = await changeSession(_id, command, async (session) => {
      const activity = await activities.get(activityId)
      const plan = activity?.sessions.find(({ sessionId }) => sessionId === _id)
      // the session was made for an edit that lost its race
      if (!activity?.published || !plan) return { next: session }
      if (plan.cancelled) return decideSessionCancel(session, command)
      return alignedSession(
        session,
        command,
        settingsOf(activity, plan, now, community.limits),
        community.limits,
      )
    })
    if (aligned.refusal?.code === 'conflict')
      throw new Error(`the session ${_id} does not follow: ${aligned.refusal.code}`)
  }
  for (const { _id } of helping.filter(ahead)) await alignShift(_id, activityId, now)
}

/** Places may have been taken since the edit was allowed; the capacity never falls below them. */
function alignedSession(
  session: Session,
  command: Command,
  edit: SessionEdit,
  limits: Limits,
): Decision<Session> {
  const capacity = Math.max(edit.capacity, session.capacity - session.free)
  return decideSessionEdit(session, command, { ...edit, capacity }, limits)
}

/** The shift follows its session. The places of its volunteers follow by `alignPlaces`. */
async function alignShift(shiftId: string, activityId: string, now: Instant): Promise<void> {
  const aligned = await saving(shifts, shiftId, async (shift) => {
    const activity = await activities.get(activityId)
    return shift && activity?.published ? alignedShift(shift, activity, now) : {}
  })
  if ('refusal' in aligned) throw new Error(`the shift ${shiftId} does not follow: ${aligned.refusal}`)
}

function alignedShift(shift: Shift, activity: Activity, now: Instant): ReturnType<typeof reshapeShift> {
  const wanted = shiftWanted(shift, activity)
  const same = (Object.keys(wanted) as (keyof typeof wanted)[]).every(
    (key) => (wanted[key] ?? null) === (shift[key] ?? null),
  )
  if (same) return { next: shift }
  const held = Object.keys(shift.holders).length
  const capacity = wanted.capacity === undefined ? {} : { capacity: Math.max(wanted.capacity, held) }
  return reshapeShift(shift, { ...wanted, ...capacity }, now)
}

function shiftWanted(shift: Shift, activity: Activity): Parameters<typeof reshapeShift>[1] {
  const session = activity.sessions.find(({ sessionId }) => sessionId === shift.sessionId)
  const plan = session?.shifts.find(({ shiftId }) => shiftId === shift._id)
  if (!session || session.cancelled || !plan) return { state: 'cancelled' }
  const { name, capacity, teamId } = plan
  const runBy = activity.teamId ?? null
  return { title: activity.title, name, capacity, teamId, runBy, from: session.from, to: session.to }
}
