import type { Audience } from '#contract/activity'
import { clipped } from '#contract/shared/text'
import { isCourse, type Lesson } from '#core/training/course'
import type { Activity, ActivityContent, PlannedSession } from './activity'
import type { PlannedChange } from './change'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What an edit changes in a published activity, in the order in which people are told. */
export function changesBetween(before: Activity, after: ActivityContent): PlannedChange[] {
  const changes: PlannedChange[] = []
  for (const what of ['title', 'place'] as const)
    if (before[what] !== after[what]) changes.push({ what, from: before[what], to: after[what] })
  for (const session of after.sessions) changes.push(...sessionChanges(before, session))
  changes.push(...lessonChanges(before, after))
  for (const what of ['opensAt', 'closesAt'] as const)
    if (before.signup[what] !== after.signup[what])
      changes.push({
        what,
        from: before.signup[what],
        to: after.signup[what],
        ...(what === 'closesAt' && after.signup.rule === 'draw' && { draws: true as const }),
      })
  if (before.signup.partyMax !== after.signup.partyMax)
    changes.push({ what: 'partyMax', from: before.signup.partyMax, to: after.signup.partyMax })
  if (before.subsidyFen !== after.subsidyFen || (before.subsidyPer ?? null) !== (after.subsidyPer ?? null))
    changes.push({ what: 'subsidyFen', from: before.subsidyFen ?? 0, to: after.subsidyFen ?? 0 })
  if (before.signup.rule !== after.signup.rule) changes.push({ what: 'rule' })
  if (!sameAudience(before.signup.audience, after.signup.audience))
    changes.push({ what: 'audience', from: before.signup.audience, to: after.signup.audience })
  if ((before.gain ?? null) !== (after.gain ?? null)) changes.push({ what: 'gain' })
  if (before.summary !== after.summary)
    changes.push({ what: 'summary', ...summaryDifference(before.summary, after.summary) })
  if (before.kind !== after.kind || before.festival !== after.festival) changes.push({ what: 'kind' })
  if ((before.teamId ?? null) !== (after.teamId ?? null)) changes.push({ what: 'team' })
  const shifts = after.sessions.flatMap((session) => shiftChanges(before, session))
  changes.push(...shifts)
  if (after.sessions.some((session) => shiftsDiffer(before, session))) changes.push({ what: 'shifts' })
  return changes
}

/** What a notice quotes of a summary at most, so that it stays a notice. */
const quotedMost = 100

/** The sentences that differ between two summaries; how they are written, and in which order, is nothing. */
export function summaryDifference(before: string, after: string): { gone?: string; added?: string } {
  const [was, is] = [sentencesOf(before), sentencesOf(after)]
  const missing = (from: Map<string, string>, other: Map<string, string>) =>
    [...from].flatMap(([key, sentence]) => (other.has(key) ? [] : [sentence])).join('')
  const gone = missing(was, is)
  const added = missing(is, was)
  return {
    ...(gone && { gone: clipped(gone, quotedMost) }),
    ...(added && { added: clipped(added, quotedMost) }),
  }
}

/** A text by its sentences, each under its letters and digits alone. */
function sentencesOf(text: string): Map<string, string> {
  const sentences = text.match(/[^。！？!?；;\n]+[。！？!?；;]*/g) ?? []
  return new Map(
    sentences.flatMap((sentence): [string, string][] => {
      const key = sentence.replaceAll(/[\s\p{P}]/gu, '')
      return key ? [[key, sentence.trim()]] : []
    }),
  )
}

/** The shifts that were and are planned at a session that existed before and is not cancelled. */
function shiftPairs(before: Activity, { sessionId, cancelled, shifts }: PlannedSession) {
  const past = before.sessions.find((each) => each.sessionId === sessionId)
  if (past === undefined || cancelled) return undefined
  const known = new Map(past.shifts.map((shift) => [shift.shiftId, shift]))
  return { known, pairs: shifts.map((shift) => ({ was: known.get(shift.shiftId), is: shift })) }
}

/** Of the shifts that stay, what matters to their volunteers. */
function shiftChanges(before: Activity, session: PlannedSession): PlannedChange[] {
  const { sessionId } = session
  return (shiftPairs(before, session)?.pairs ?? []).flatMap(({ was, is }): PlannedChange[] => {
    if (was === undefined) return []
    const { shiftId, name } = is
    return [
      ...(was.name === name
        ? []
        : [{ what: 'shiftName' as const, sessionId, shiftId, from: was.name, to: name }]),
      ...(was.teamId === is.teamId
        ? []
        : [{ what: 'shiftTeam' as const, sessionId, shiftId, name, from: was.teamId, to: is.teamId }]),
    ]
  })
}

/** Whether a session has other shifts, or as many slots as before no more; their order is nothing. */
function shiftsDiffer(before: Activity, session: PlannedSession): boolean {
  const found = shiftPairs(before, session)
  if (!found) return false
  const { known, pairs } = found
  return pairs.length !== known.size || pairs.some(({ was, is }) => was?.capacity !== is.capacity)
}

/** The order of grids and of estates is nothing. */
function sameAudience(a: Audience | null, b: Audience | null): boolean {
  const inOrder = ({ gridIds, estateIds, minAge, maxAge, withChild }: Audience) => [
    [...(gridIds ?? [])].sort(),
    [...(estateIds ?? [])].sort(),
    minAge,
    maxAge,
    withChild,
  ]
  return same(inOrder(a ?? {}), inOrder(b ?? {}))
}

function sessionChanges(before: Activity, session: PlannedSession): PlannedChange[] {
  const { sessionId, from, to, capacity, cancelled } = session
  const past = before.sessions.find((each) => each.sessionId === sessionId)
  if (!past) return [{ what: 'sessionAdded', sessionId, at: from }]
  if (cancelled && !past.cancelled) return [{ what: 'sessionCancelled', sessionId, at: past.from }]
  const changes: PlannedChange[] = []
  // of a course its lessons say it
  if (!isCourse(before) && (past.from !== from || past.to !== to))
    changes.push({ what: 'window', sessionId, from: { from: past.from, to: past.to }, to: { from, to } })
  if (past.capacity !== capacity)
    changes.push({ what: 'capacity', sessionId, at: from, from: past.capacity, to: capacity })
  return changes
}

/** What an edit changes in the lessons of a course. */
function lessonChanges(before: Activity, after: ActivityContent): PlannedChange[] {
  const sessionId = after.sessions[0]?.sessionId
  if (!isCourse(after) || sessionId === undefined || after.sessions[0]?.cancelled) return []
  const stood = new Map((before.course?.lessons ?? []).map((lesson) => [lesson.lessonId, lesson]))
  const placeOf = ({ place }: Lesson) => place ?? after.place
  const changes = [...after.course.lessons]
    .sort((a, b) => a.from - b.from)
    .flatMap((lesson): PlannedChange[] => {
      const { lessonId, from, to, cancelled, makesUp } = lesson
      const past = stood.get(lessonId)
      const about = { sessionId, lessonId }
      if (!past) {
        const missed = after.course.lessons.find((other) => other.lessonId === makesUp)?.from
        const made = missed === undefined ? {} : { makesUp: missed }
        return [{ what: 'lessonAdded', ...about, at: { from, to }, place: placeOf(lesson), ...made }]
      }
      const was = { from: past.from, to: past.to }
      if (cancelled) return past.cancelled ? [] : [{ what: 'lessonCancelled', ...about, at: was }]
      const moved = past.from !== from || past.to !== to
      const [there, here] = [past.place ?? before.place, placeOf(lesson)]
      // where the whole activity moves, that says it
      const elsewhere = there !== here && past.place !== lesson.place
      return [
        ...(moved ? [{ what: 'lessonMoved' as const, ...about, from: was, to: { from, to } }] : []),
        ...(elsewhere ? [{ what: 'lessonPlace' as const, ...about, at: from, from: there, to: here }] : []),
      ]
    })
  const trainers = (lessons: readonly Lesson[]) => lessons.map(({ lessonId, trainer }) => [lessonId, trainer])
  const both = after.course.lessons.filter(({ lessonId }) => stood.has(lessonId))
  const known = (before.course?.lessons ?? []).filter(({ lessonId }) =>
    both.some((lesson) => lesson.lessonId === lessonId),
  )
  if (!same(trainers(known), trainers(both))) changes.push({ what: 'trainer' })
  if (before.course && before.course.leastPercent !== after.course.leastPercent)
    changes.push({ what: 'leastPercent' })
  return changes
}

/**
 * Who may be concerned by a change. `placed`: parties with a place or an offer. `waiting`: those on the waitlist and in
 * the draw. `volunteers`: who holds a slot at a shift.
 */
export type Concerned = 'placed' | 'waiting' | 'volunteers'

const everybody: readonly Concerned[] = ['placed', 'waiting', 'volunteers']
const parties: readonly Concerned[] = ['placed', 'waiting']
const nobody: readonly Concerned[] = []

/**
 * Who is told of each change: whoever may come to a wrong place or time, without what is asked for, or for nothing, and
 * whoever waits for something that has moved. All other changes only stand on the activity's page.
 */
const told: Readonly<Record<PlannedChange['what'], readonly Concerned[]>> = {
  title: everybody,
  place: everybody,
  // an offer may end earlier with it
  window: everybody,
  // a volunteer is told by the shift, which is cancelled as well
  sessionCancelled: parties,
  subsidyFen: parties,
  // what to bring stands there
  summary: everybody,
  // it may no more suit who has signed up; their place stays
  audience: everybody,
  lessonMoved: parties,
  lessonPlace: parties,
  lessonAdded: parties,
  lessonCancelled: parties,
  leastPercent: parties,
  capacity: ['waiting'],
  closesAt: ['waiting'],
  // who waits elsewhere may come then
  sessionAdded: ['waiting'],
  shiftName: ['volunteers'],
  shiftTeam: ['volunteers'],
  // both are fixed once sign-up has begun, and before it nobody has signed up
  opensAt: nobody,
  rule: nobody,
  // parties that stand stay as they are
  partyMax: nobody,
  kind: nobody,
  trainer: nobody,
  gain: nobody,
  // the shifts whose minutes go elsewhere with it say so themselves
  team: nobody,
  // who holds a slot keeps it, and is told by the shift where it is cancelled
  shifts: nobody,
}

/** Who is told of a change. */
export function concernedBy(change: PlannedChange): readonly Concerned[] {
  const reworded = change.what === 'summary' && change.gone === undefined && change.added === undefined
  return reworded ? nobody : told[change.what]
}
