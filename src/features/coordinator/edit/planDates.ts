import type { Day, Instant } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import { dayNumberOf, dayOf, instantOf, wallClock } from '#contract/shared/wallClock'
import { draftOfWindow, readWindow } from '#ui/field/windowDraft'
import { type ActivityForm, isCourseForm, type Moment, type SessionForm } from './activityFields'

const weekMs = 7 * dayMs
/** The cloud does not publish what began longer ago. */
const lateAnnouncementMs = 30 * minuteMs
/** A close that leaves more than a week to the last session leaves people out who hear of it late. */
const longBeforeMs = weekMs

export const momentOf = (at: Instant): Moment => ({ day: dayOf(at), time: wallClock(at).format('HH:mm') })
export const instantAt = ({ day, time }: Moment): Instant | undefined => instantOf(day, time)

const spansOf = (sessions: readonly SessionForm[]) =>
  sessions.flatMap(({ window }) => readWindow(window) ?? [])
export const beginsOf = (sessions: readonly SessionForm[]) => spansOf(sessions).map(({ from }) => from)
const firstBegin = (sessions: readonly SessionForm[]): Instant | undefined => {
  const begins = beginsOf(sessions)
  return begins.length > 0 ? Math.min(...begins) : undefined
}

/** The evening before, or the beginning itself where that evening is over. */
export function closeBefore(begin: Instant, now: Instant): Moment {
  const eve: Moment = { day: dayOf(begin - dayMs), time: '18:00' }
  return (instantAt(eve) ?? 0) > now ? eve : momentOf(begin)
}

/** The close goes along with the first session, as many days before it as it was; never behind its beginning. */
export function closeMoved(
  { sessions, closes }: Pick<ActivityForm, 'sessions' | 'closes'>,
  next: readonly SessionForm[],
  now: Instant,
): Moment {
  const [before, after] = [firstBegin(sessions), firstBegin(next)]
  const at = instantAt(closes)
  if (after === undefined || at === undefined || before === after) return closes
  if (before === undefined) return closeBefore(after, now)
  // one that holds for later sessions stays, and so does one where a session is added or taken away
  if (at > before || sessions.length !== next.length) return closes
  const moved = at + (dayNumberOf(after) - dayNumberOf(before)) * dayMs
  return moved > after || moved <= now ? closeBefore(after, now) : momentOf(moved)
}

const keyOf = ({ from, to }: { from: Instant; to: Instant }) => `${from} ${to}`

/** The same hours some weeks later, the first time that is free and still ahead. */
function freeWeekAfter(
  session: SessionForm,
  others: readonly SessionForm[],
  now: Instant,
): SessionForm | undefined {
  const span = readWindow(session.window)
  if (!span) return undefined
  const taken = new Set(spansOf(others).map(keyOf))
  let later = { from: span.from + weekMs, to: span.to + weekMs }
  while (later.from <= now || taken.has(keyOf(later)))
    later = { from: later.from + weekMs, to: later.to + weekMs }
  return { ...session, window: draftOfWindow(later) }
}

/** A new session like another: without its ids. */
function likeIt({ window, capacity, shifts, place, trainer }: SessionForm): SessionForm {
  return {
    window,
    capacity,
    place,
    trainer,
    shifts: shifts.map(({ name, capacity: slots }) => ({ name, capacity: slots })),
  }
}

/** The session that ends the list in time. */
export function lastOf(sessions: readonly SessionForm[]): SessionForm | undefined {
  const begin = ({ window }: SessionForm) => readWindow(window)?.from ?? Number.NEGATIVE_INFINITY
  return [...sessions].sort((a, b) => begin(a) - begin(b))[sessions.length - 1]
}

/** What is proposed for one lesson more: the hours of the last, on the next day, where the last was given. */
export function lessonMore(sessions: readonly SessionForm[]): SessionForm {
  const last = lastOf(sessions)
  const span = last && readWindow(last.window)
  if (!last || !span) return { window: { day: '', from: '', to: '' }, capacity: '', shifts: [] }
  const { place, trainer } = last
  const window = draftOfWindow({ from: span.from + dayMs, to: span.to + dayMs })
  return { window, capacity: '', shifts: [], place, trainer }
}

/** What is proposed for one session more: the hours of the last, in the next week that is free. */
export function oneMore(sessions: readonly SessionForm[], now: Instant): SessionForm {
  const last = lastOf(sessions)
  if (!last) return { window: { day: '', from: '', to: '' }, capacity: '30', shifts: [] }
  return freeWeekAfter(likeIt(last), sessions, now) ?? likeIt(last)
}

/** The sessions that a series adds after the last, `count` being how many there are with it. */
export function seriesAfter(
  sessions: readonly SessionForm[],
  everyDays: number,
  count: number,
): SessionForm[] {
  const last = lastOf(sessions)
  const span = last && readWindow(last.window)
  if (!last || !span) return []
  return Array.from({ length: Math.max(0, count - 1) }, (_, index) => {
    const later = (index + 1) * everyDays * dayMs
    return { ...likeIt(last), window: draftOfWindow({ from: span.from + later, to: span.to + later }) }
  })
}

/** Dates that cannot be meant, or may not be, and how they are put right in one step. */
export interface DatesRemark {
  what: 'sessions_same' | 'session_running' | 'closes_late' | 'draw_late' | 'closes_early'
  /** The session or the close in question. */
  at: Instant
  mended: Partial<Pick<ActivityForm, 'sessions' | 'closes'>>
  /** What is mended is then. */
  to: Instant
  /** It is about lessons of a course. */
  course?: true
}

/** What the cloud would not publish on any clock; the phone's may be wrong, so the rest is only remarked. */
export const isFault = ({ what }: DatesRemark): boolean =>
  what === 'sessions_same' || what === 'closes_late' || what === 'draw_late'

/** Sessions may overlap, and not be the same; one trainee cannot be at two lessons at once. */
const isTwin = (form: Dates, a: Span, b: Span): boolean =>
  isCourseForm(form) ? a.from < b.to && b.from < a.to : keyOf(a) === keyOf(b)
type Span = { from: Instant; to: Instant }

type Dates = Pick<ActivityForm, 'kind' | 'course' | 'sessions' | 'closes' | 'rule'>

/**
 * What is remarked of the sessions. `stood` are those of a published activity: what stays as it was is not
 * looked at again.
 */
export function sessionsRemark(
  form: Dates,
  now: Instant,
  stood: readonly SessionForm[] = [],
): DatesRemark | undefined {
  const { sessions } = form
  const spans = sessions.map(({ window }) => readWindow(window))
  const stoodSpans = sessions.map(({ sessionId }) => {
    const past = stood.find((each) => sessionId !== undefined && each.sessionId === sessionId)
    return past && readWindow(past.window)
  })
  const elsewhere = (
    what: 'sessions_same' | 'session_running',
    index: number,
    at: Instant,
  ): DatesRemark | undefined => {
    const session = sessions[index]
    const moved = session && freeWeekAfter(session, sessions, now)
    const to = moved && readWindow(moved.window)?.from
    if (!moved || to === undefined) return undefined
    const next = sessions.map((each, nth) => (nth === index ? moved : each))
    const course = isCourseForm(form) && { course: true as const }
    return { what, at, to, mended: { sessions: next, closes: closeMoved(form, next, now) }, ...course }
  }
  // the later one in the list is the one that is put elsewhere
  for (let index = sessions.length - 1; index >= 0; index--) {
    const [span, past] = [spans[index], stoodSpans[index]]
    if (!span || (past && keyOf(past) === keyOf(span))) continue
    const twin = spans.some((other, nth) => nth !== index && other && isTwin(form, other, span))
    if (twin) return elsewhere('sessions_same', index, span.from)
  }
  for (const [index, span] of spans.entries()) {
    const past = stoodSpans[index]
    if (!span || (past && (past.from <= now || keyOf(past) === keyOf(span)))) continue
    if (span.from <= now - lateAnnouncementMs) return elsewhere('session_running', index, span.from)
  }
  return undefined
}

/** What is remarked of the close of sign-up, beside the other dates. */
export function closeRemark(form: Dates, now: Instant): DatesRemark | undefined {
  const closesAt = instantAt(form.closes)
  const ahead = spansOf(form.sessions).filter(({ to }) => to > now)
  const begins = (ahead.length > 0 ? ahead : spansOf(form.sessions)).map(({ from }) => from)
  if (closesAt === undefined || begins.length === 0) return undefined
  const [first, last] = [Math.min(...begins), Math.max(...begins)]
  const draw = form.rule === 'draw'
  const mend = (begin: Instant) => {
    const closes = closeBefore(begin, now)
    return { at: closesAt, mended: { closes }, to: instantAt(closes) ?? begin }
  }
  // whoever comes by on the first day of a course can still become a trainee
  const firstDay = Math.min(...spansOf(form.sessions).map(({ to }) => to))
  const latest = draw ? first : isCourseForm(form) ? Math.max(firstDay, first) : last
  if (closesAt > latest) return { what: draw ? 'draw_late' : 'closes_late', ...mend(first) }
  // a training is attended as a whole
  const early = !draw && form.kind !== 'training' && closesAt <= first && last - closesAt > longBeforeMs
  return early && last > first ? { what: 'closes_early', ...mend(last) } : undefined
}

/** The first day of a session that is not the activity's festival. */
export function offTheFestival({ sessions, festivalDay }: ActivityForm): Day | undefined {
  if (festivalDay === undefined) return undefined
  return sessions.find(({ window }) => window.day !== '' && window.day !== festivalDay)?.window.day
}

export interface DatesRemarks {
  sessions?: DatesRemark | undefined
  closes?: DatesRemark | undefined
}

/** What is remarked of all dates; `stood` is a published activity as it was. */
export function remarksOf(form: ActivityForm, now: Instant, stood?: ActivityForm): DatesRemarks {
  const sessions = sessionsRemark(form, now, stood?.sessions)
  const dates = ({ sessions, closes, rule }: ActivityForm) => JSON.stringify([sessions, closes, rule])
  const closes = stood && dates(stood) === dates(form) ? undefined : closeRemark(form, now)
  return { sessions, closes }
}
