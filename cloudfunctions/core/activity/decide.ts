import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { Effect, TellPartiesEffect } from '#core/change/effect'
import { type CountedLesson, type Course, isCourse, liveLessons } from '#core/training/course'
import {
  type Activity,
  type ActivityContent,
  type PlannedSession,
  spanOf,
  uncancelledSessions,
  withCourseSpan,
} from './activity'
import type { Span } from './change'
import { changesBetween } from './changes'
import { datesFault, latestClose } from './dates'

/** When time alone will next change it: sign-up closes, then the last session ends. */
function naturalWakesAt({ state, ahead, signup, lastTo }: Activity): Instant | null {
  if (!ahead) return null
  return state === 'published' ? Math.min(signup.closesAt, lastTo) : lastTo
}

const settle = (next: Activity, command: Command, effects: Effect[] = []): Decision<Activity> =>
  withEffects(next, command, effects, naturalWakesAt(next))

/** The activity with its two effects: sessions and shifts are aligned, then everybody concerned is told. */
function followed(
  activity: Activity,
  about: Pick<TellPartiesEffect, 'kind' | 'changes' | 'cancelledIds' | 'reason'>,
): Effect[] {
  const { _id: activityId, rev, title } = activity
  const cause = `${activityId}:${rev}`
  return [
    { effect: 'align', cause, activityId },
    { effect: 'tellParties', cause, activityId, title, ...about },
  ]
}

/** Whether somebody else has saved it since the caller read it. */
const stale = (activity: Activity, rev: number | undefined): boolean =>
  rev !== undefined && rev !== activity.rev

/** Saves a new draft, or replaces one. */
export function decideSaveDraft(
  activity: Activity,
  command: Command,
  content: ActivityContent,
  rev?: number,
): Decision<Activity> {
  if (activity.state !== 'draft' || stale(activity, rev)) return { refusal: 'conflict' }
  return { next: { ...withEvent(activity, command, 'drafted'), ...content, ...spanOf(content) } }
}

/** Shows a draft to everybody; its sessions exist already. Publishing it again changes nothing. */
export function decidePublish(activity: Activity, command: Command): Decision<Activity> {
  if (activity.state === 'cancelled') return { refusal: 'activity_cancelled' }
  if (activity.published) return { next: activity }
  if (activity.sessions.some(({ to }) => to <= command.at)) return { refusal: 'session_past' }
  if (activity.course?.lessons.some(({ to }) => to <= command.at)) return { refusal: 'lesson_past' }
  const fault = datesFault(activity, command.at)
  if (fault) return { refusal: fault.refusal }
  const next: Activity = {
    ...withEvent(activity, command, 'published'),
    state: command.at < activity.signup.closesAt ? 'published' : 'closed',
    published: true,
    ahead: true,
  }
  return settle(next, command)
}

const sameSession = (a: PlannedSession, b: PlannedSession): boolean =>
  a.from === b.from && a.to === b.to && a.capacity === b.capacity && a.cancelled === b.cancelled

/** Why the sessions of an edit are refused; undefined when they are not. */
function sessionsBar(
  before: Activity,
  sessions: PlannedSession[],
  taken: Record<string, number>,
  now: Instant,
): RefusalCode | undefined {
  for (const session of sessions) {
    const past = before.sessions.find(({ sessionId }) => sessionId === session.sessionId)
    if (past?.cancelled && !session.cancelled) return 'session_cancelled'
    if (
      !session.cancelled &&
      session.shifts.some(({ shiftId, capacity }) => capacity < (taken[shiftId] ?? 0))
    )
      return 'shift_held'
    if (past && sameSession(past, session)) continue
    if (past && past.to <= now) return 'session_past'
    if (!session.cancelled && session.to <= now) return 'session_past'
    if (session.capacity < (taken[session.sessionId] ?? 0)) return 'capacity_taken'
  }
  return undefined
}

/** Why the lessons of an edit are refused: what is over, or was called off, stays as it was. */
function lessonsBar(before: Activity, { course }: ActivityContent, now: Instant): RefusalCode | undefined {
  if (isCourse(before) !== (course != null && course.lessons.length > 0)) return 'course_fixed'
  for (const lesson of course?.lessons ?? []) {
    const past = before.course?.lessons.find(({ lessonId }) => lessonId === lesson.lessonId)
    if (past?.cancelled && !lesson.cancelled) return 'lesson_cancelled'
    const sameWindow = past?.from === lesson.from && past.to === lesson.to
    if (past && sameWindow && past.cancelled === lesson.cancelled) continue
    if ((past && past.to <= now) || (!lesson.cancelled && lesson.to <= now)) return 'lesson_past'
  }
  return undefined
}

type Edit = { [Field in keyof ActivityContent]?: ActivityContent[Field] | undefined }

/**
 * What an edit leaves: what it gives, and what stood. Of its sessions, those it leaves out are cancelled. People read
 * and write minutes: a time within the minute that stood is no other time.
 */
export function editedContent(activity: Activity, edit: Edit, now: Instant): Activity {
  const given = Object.fromEntries(Object.entries(edit).filter(([, part]) => part !== undefined))
  const content = { ...activity, ...given } as Activity
  content.signup = withinMinute(activity.signup, content.signup, ['opensAt', 'closesAt'])
  if (edit.sessions) {
    const stood = new Map(activity.sessions.map((session) => [session.sessionId, session]))
    const sessions = edit.sessions.map((session) => {
      const before = stood.get(session.sessionId)
      return before ? withinMinute(before, session, ['from', 'to']) : session
    })
    content.sessions = withLeftOut(activity, sessions, now)
  }
  if (content.course && edit.course) content.course = withLessonsLeftOut(activity, content.course, now)
  const whole = withCourseSpan(content)
  if ((edit.sessions || edit.course) && !edit.signup) whole.signup = signupInTime(activity, whole, now)
  return whole
}

/** The lessons of an edit, and those it leaves out: what is over stays, what is to come is called off. */
function withLessonsLeftOut(activity: Activity, course: Course, now: Instant): Course {
  const stood = new Map((activity.course?.lessons ?? []).map((lesson) => [lesson.lessonId, lesson]))
  const named = new Set(course.lessons.map(({ lessonId }) => lessonId))
  const lessons = course.lessons.map((lesson) => {
    const before = stood.get(lesson.lessonId)
    return before ? withinMinute(before, lesson, ['from', 'to']) : lesson
  })
  const leftOut = [...stood.values()]
    .filter(({ lessonId }) => !named.has(lessonId))
    .map((lesson) => (lesson.cancelled || lesson.to <= now ? lesson : { ...lesson, cancelled: true }))
  return { ...course, lessons: [...lessons, ...leftOut] }
}

/** `after`, with the times of `before` where they differ by less than their minute. */
function withinMinute<Name extends string, Times extends Record<Name, Instant>>(
  before: Times,
  after: Times,
  names: readonly Name[],
): Times {
  const minuteOf = (at: Instant) => Math.floor(at / minuteMs)
  const same = names.filter((name) => minuteOf(before[name]) === minuteOf(after[name]))
  return { ...after, ...Object.fromEntries(same.map((name) => [name, before[name]])) }
}

/** Sign-up of which an edit says nothing closes in time for the sessions that the edit moves. */
function signupInTime(before: Activity, content: Activity, now: Instant): Activity['signup'] {
  const { signup } = content
  const latest = latestClose(content, now)
  if (latest === undefined || latest === latestClose(before, now)) return signup
  const inTime = signup.closesAt <= latest || latest <= signup.opensAt
  return inTime ? signup : { ...signup, closesAt: latest }
}

/** So many of the latest edits are shown on the activity's page. */
const keptChanges = 100

/**
 * Changes a published activity. A session that the edit leaves out is cancelled; one that is over stays as it
 * was.
 *
 * @param taken how many places are taken, by session and shift; a capacity cannot be less.
 */
export function decideEdit(
  activity: Activity,
  command: Command,
  edit: Edit,
  taken: Record<string, number>,
  rev?: number,
): Decision<Activity> {
  if (stale(activity, rev)) return { refusal: 'conflict' }
  if (activity.state === 'draft') return { refusal: 'conflict' }
  if (activity.state === 'cancelled') return { refusal: 'activity_cancelled' }
  if (activity.state === 'finished') return { refusal: 'activity_over' }
  const content = editedContent(activity, edit, command.at)
  const bar =
    sessionsBar(activity, content.sessions, taken, command.at) ?? lessonsBar(activity, content, command.at)
  if (bar) return { refusal: bar }
  const fault = datesFault(content, command.at, activity)
  if (fault) return { refusal: fault.refusal }
  const begun = activity.signup.opensAt <= command.at
  if (begun && content.signup.rule !== activity.signup.rule) return { refusal: 'signup_begun' }
  if (begun && content.signup.opensAt !== activity.signup.opensAt) return { refusal: 'signup_begun' }
  const changes = changesBetween(activity, content)
  if (changes.length === 0) return { next: activity }
  const edited: Activity = {
    ...withEvent(content, command, 'edited'),
    ...spanOf(content),
    state: command.at < content.signup.closesAt ? 'published' : 'closed',
    changes: [...activity.changes, { at: command.at, changes }].slice(-keptChanges),
  }
  const cancelledIds = changes.flatMap((change) =>
    change.what === 'sessionCancelled' ? [change.sessionId] : [],
  )
  return settle(edited, command, followed(edited, { kind: 'activity_changed', changes, cancelledIds }))
}

/**
 * The sessions of an edit, and those it leaves out: if they are over they stay, otherwise they are cancelled.
 */
function withLeftOut(activity: Activity, sessions: PlannedSession[], now: Instant): PlannedSession[] {
  const named = new Set(sessions.map(({ sessionId }) => sessionId))
  const leftOut = activity.sessions
    .filter(({ sessionId }) => !named.has(sessionId))
    .map((session) => (session.cancelled || session.to <= now ? session : { ...session, cancelled: true }))
  return [...sessions, ...leftOut]
}

/** Cancels all sessions that are not over. A draft is deleted, and nobody is told. */
export function decideCancelActivity(
  activity: Activity,
  command: Command,
  reason: string,
): Decision<Activity> {
  if (activity.state === 'cancelled') return { next: activity }
  if (activity.state === 'finished' || (activity.published && activity.lastTo <= command.at))
    return { refusal: 'activity_over' }
  const called = uncancelledSessions(activity).filter(({ to }) => to > command.at)
  const cancelledIds = called.map(({ sessionId }) => sessionId)
  const sessions = activity.sessions.map((session) =>
    called.includes(session) ? { ...session, cancelled: true } : session,
  )
  const cancelled: Activity = {
    ...withEvent(activity, command, 'cancelled', reason),
    state: 'cancelled',
    sessions,
    cancelReason: reason,
  }
  return settle(
    cancelled,
    command,
    activity.published
      ? followed(cancelled, { kind: 'activity_cancelled', changes: [], cancelledIds, reason })
      : [],
  )
}

/** What time alone does: sign-up closes; the last session ends. */
export function decideActivityPassing(activity: Activity, command: Command): Decision<Activity> | undefined {
  if (!activity.ahead) return undefined
  if (command.at >= activity.lastTo) {
    const over = activity.state === 'cancelled' ? 'taken_off' : 'finished'
    const next: Activity = { ...withEvent(activity, command, over), ahead: false }
    return settle(over === 'finished' ? { ...next, state: 'finished' } : next, command)
  }
  if (activity.state !== 'published' || command.at < activity.signup.closesAt) return undefined
  return settle({ ...withEvent(activity, command, 'closed'), state: 'closed' }, command)
}

/** The state as a viewer sees it now, even where the timer is late. */
export function activityStateAt(
  activity: Pick<Activity, 'state' | 'signup' | 'lastTo'>,
  now: Instant,
): Activity['state'] {
  const { state, signup, lastTo } = activity
  if (state !== 'published' && state !== 'closed') return state
  if (now >= lastTo) return 'finished'
  return now >= signup.closesAt ? 'closed' : 'published'
}

/** What a card shows: the first session, or lesson of a course, that is not over, or the last. */
export function nextWindow(
  activity: Pick<Activity, 'sessions'> & { course?: { lessons: readonly CountedLesson[] } | null },
  now: Instant,
): Span {
  const live = isCourse(activity) ? liveLessons(activity.course) : []
  const { from, to } = live.find((lesson) => lesson.to > now) ?? live.at(-1) ?? nextSession(activity, now)
  return { from, to }
}

/** The first session that is not over, or the last. */
export function nextSession(activity: Pick<Activity, 'sessions'>, now: Instant): PlannedSession {
  const live = uncancelledSessions(activity)
  const all = [...(live.length > 0 ? live : activity.sessions)].sort((a, b) => a.from - b.from)
  const next = all.find(({ to }) => to > now) ?? all[all.length - 1]
  if (!next) throw new Error('an activity has a session')
  return next
}
