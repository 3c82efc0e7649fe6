import type { Faults } from '#cloud/call/checked'
import type { ActivityDetail, Audience, Template } from '#contract/activity'
import type { RawInputOf } from '#contract/operations'
import type { LessonView } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { editorText as words } from '#text/activity/activityEditor'
import { draftOfWindow, readWindow } from '#ui/field/windowDraft'
import { type Frame, onlyTeamOf } from '../frame'
import { type ActivityForm, type CalledOff, isCourseForm, type SessionForm } from './activityFields'
import { closeBefore, type DatesRemark, type DatesRemarks, instantAt, isFault, momentOf } from './planDates'

/** A course before anything of it is written; the community's limit says what completes it. */
const emptyCourse = {
  course: true,
  places: '30',
  calledOff: [],
  leastPercent: '',
  gain: '',
  subsidyPer: 'lesson' as const,
}

export function emptyForm(now: Instant): ActivityForm {
  return {
    teamId: '',
    kind: 'other',
    title: '',
    summary: '',
    place: '',
    sessions: [],
    ...emptyCourse,
    opens: { day: dayOf(now), time: '09:00' },
    closes: { day: dayOf(now + 6 * dayMs), time: '18:00' },
    rule: 'first_come',
    partyMax: '4',
    ...invitedBy(undefined, 0),
    subsidy: '',
  }
}

/** The form's choice for an audience. */
function invitedBy(
  audience: Audience | undefined,
  elderAge: number,
): Pick<ActivityForm, 'invited' | 'minAge' | 'maxAge' | 'gridIds' | 'estateIds'> {
  const { gridIds = [], estateIds = [], minAge, maxAge, withChild } = audience ?? {}
  const elders = minAge === elderAge && maxAge === undefined
  const aged = minAge !== undefined || maxAge !== undefined
  return {
    invited: withChild ? 'children' : elders ? 'elders' : aged ? 'ages' : 'all',
    minAge: minAge === undefined ? '' : String(minAge),
    maxAge: maxAge === undefined ? '' : String(maxAge),
    gridIds,
    estateIds,
  }
}

/** A form for a template's next date, with sign-up from now until the evening before. */
export function formFrom(template: Template, elderAge: number, now: Instant): ActivityForm {
  const { day, begins, durationMinutes, capacity, shifts, audience, kind, title, summary, place } = template
  const from = instantOf(day, begins) ?? now
  const form = emptyForm(now)
  const closes = closeBefore(from, now)
  return {
    ...form,
    ...{ kind, title, summary, place, closes },
    // sign-up for something of this morning is open since midnight
    ...(closes.day === form.opens.day &&
      closes.time <= form.opens.time && {
        opens: { ...form.opens, time: '00:00' },
      }),
    festival: template.template,
    ...(template.festive && { festivalDay: day }),
    places: String(capacity),
    sessions: [
      {
        window: draftOfWindow({ from, to: from + durationMinutes * minuteMs }),
        capacity: String(capacity),
        // a course has no shifts
        shifts: (kind === 'training' ? [] : shifts).map((shift) => ({
          name: shift.name,
          capacity: String(shift.capacity),
        })),
      },
    ],
    ...invitedBy(audience, elderAge),
  }
}

const lessonForm = ({ lessonId, from, to, place, trainer, makesUp }: LessonView): SessionForm => ({
  sessionId: lessonId,
  window: draftOfWindow({ from, to }),
  ...{ capacity: '', shifts: [], place, trainer, makesUp },
})

/** What nothing makes up for yet; a lesson that itself made up for one is not made up for. */
const calledOffOf = (lessons: readonly LessonView[]): CalledOff[] =>
  lessons.flatMap(({ lessonId, from, cancelled, makesUp }) =>
    cancelled && !makesUp && !lessons.some((other) => other.makesUp === lessonId && !other.cancelled)
      ? [{ lessonId, from }]
      : [],
  )

export function formOf(activity: ActivityDetail, elderAge: number): ActivityForm {
  const { kind, title, summary, place, sessions, signup, partyMax, audience, subsidyFen } = activity
  const { festival, festivalDay, teamId = '', gain = '', leastPercent, subsidyPer = 'lesson' } = activity
  const [session] = sessions
  const lessons = session?.lessons
  return {
    teamId,
    ...{ kind, title, summary, place, festival, festivalDay, gain, subsidyPer },
    course: lessons !== undefined || kind !== 'training',
    places: String(session?.capacity ?? ''),
    calledOff: lessons ? calledOffOf(lessons) : [],
    leastPercent: leastPercent === undefined ? '' : String(leastPercent),
    sessions:
      lessons?.filter(({ cancelled }) => !cancelled).map(lessonForm) ??
      sessions
        .filter(({ state }) => state !== 'cancelled')
        .map(({ sessionId, from, to, capacity, shifts }) => ({
          sessionId,
          window: draftOfWindow({ from, to }),
          capacity: String(capacity),
          shifts: shifts.map((shift) => ({
            shiftId: shift.shiftId,
            name: shift.name,
            capacity: String(shift.capacity),
          })),
        })),
    opens: momentOf(signup.opensAt),
    closes: momentOf(signup.closesAt),
    rule: signup.rule,
    partyMax: String(partyMax),
    ...invitedBy(audience, elderAge),
    subsidy: subsidyFen ? String(subsidyFen / 100) : '',
  }
}

export type FormPart =
  | 'team'
  | 'title'
  | 'summary'
  | 'place'
  | 'sessions'
  | 'opens'
  | 'closes'
  | 'partyMax'
  | 'subsidy'
  | 'places'
  | 'leastPercent'
  | 'ages'
type FormFaults = Faults<FormPart>
export type Written = Omit<RawInputOf<'activity.saveDraft'>, 'activityId' | 'rev'>

const whole = (text: string, min: number, max: number): number | undefined => {
  const value = Number(text)
  return /^\d+$/.test(text.trim()) && value >= min && value <= max ? value : undefined
}

/** What is wrong with a session, in a sentence. Undefined when it can be kept. Without places it has shifts. */
export function sessionFault(
  { window, capacity, shifts }: SessionForm,
  mostPeople: number,
): string | undefined {
  if (!readWindow(window)) return words.faults.window
  const least = shifts.length > 0 ? 0 : 1
  if (whole(capacity, least, mostPeople) === undefined) return words.faults.capacity(mostPeople)
  const mostSlots = Math.min(mostPeople, 100)
  const wrong = shifts.some(
    ({ name, capacity: slots }) => !name.trim() || whole(slots, 1, mostSlots) === undefined,
  )
  return wrong ? words.faults.shift(mostSlots) : undefined
}

const writtenSessions = ({ sessions }: ActivityForm): Written['sessions'] =>
  sessions.flatMap(({ sessionId, window, capacity, shifts }) => {
    const span = readWindow(window)
    if (!span) return []
    return [
      {
        ...(sessionId && { sessionId }),
        ...span,
        capacity: Number(capacity),
        shifts: shifts.map(({ shiftId, name, capacity: slots }) => ({
          ...(shiftId && { shiftId }),
          name,
          capacity: Number(slots),
        })),
      },
    ]
  })

/** What is wrong with the parts that only a course has. */
function courseFaults(form: ActivityForm, mostPeople: number): FormFaults {
  const least = form.leastPercent.trim()
  return {
    ...(whole(form.places, 1, mostPeople) === undefined && { places: words.faults.places(mostPeople) }),
    ...(least !== '' && whole(least, 1, 100) === undefined && { leastPercent: words.faults.leastPercent }),
  }
}

/** The lessons of a course, and the session that spans them. */
function writtenCourse(form: ActivityForm): Pick<Written, 'sessions' | 'lessons' | 'leastPercent' | 'gain'> {
  const lessons = form.sessions.flatMap(({ sessionId, window, place, trainer, makesUp }) => {
    const span = readWindow(window)
    if (!span) return []
    return [
      {
        ...(sessionId && { lessonId: sessionId }),
        ...span,
        ...(place?.trim() && { place }),
        ...(trainer?.trim() && { trainer }),
        ...(makesUp && { makesUp }),
      },
    ]
  })
  const span = {
    from: Math.min(...lessons.map(({ from }) => from)),
    to: Math.max(...lessons.map(({ to }) => to)),
  }
  return {
    sessions: [{ ...span, capacity: Number(form.places) }],
    lessons,
    ...(form.leastPercent.trim() && { leastPercent: Number(form.leastPercent) }),
    ...(form.gain.trim() && { gain: form.gain }),
  }
}

/** What is wrong with a lesson, in a sentence. */
export const lessonFault = ({ window }: SessionForm): string | undefined =>
  readWindow(window) ? undefined : words.faults.window

/** The input to send, or the faults of the fields. */
export function readForm(
  form: ActivityForm,
  { elderAge, frame }: { elderAge: number; frame: Pick<Frame, 'leader' | 'mostPeople' | 'teams'> },
  remarks: DatesRemarks = {},
): { written?: Written; faults: FormFaults } {
  const teamId = onlyTeamOf(frame)?.teamId ?? form.teamId
  const opensAt = instantAt(form.opens)
  const closesAt = instantAt(form.closes)
  const partyMax = whole(form.partyMax, 1, 10)
  const subsidy = form.subsidy.trim() === '' ? 0 : Number(form.subsidy)
  const subsidyWrong = !Number.isFinite(subsidy) || subsidy < 0 || subsidy > 10_000
  const [minAge, maxAge] = [form.minAge, form.maxAge].map((text) => whole(text, 0, 120))
  const agesWrong =
    (form.minAge.trim() !== '' && minAge === undefined) ||
    (form.maxAge.trim() !== '' && maxAge === undefined) ||
    (minAge === undefined && maxAge === undefined) ||
    (minAge !== undefined && maxAge !== undefined && minAge > maxAge)
  const course = isCourseForm(form)
  const bad = form.sessions
    .map((session) => (course ? lessonFault(session) : sessionFault(session, frame.mostPeople)))
    .find(Boolean)
  const wrong = (remark: DatesRemark | undefined) => remark !== undefined && isFault(remark)
  const faults: FormFaults = {
    ...(frame.leader && !teamId && { team: words.faults.team }),
    ...(!form.title.trim() && { title: words.faults.title }),
    ...(!form.summary.trim() && { summary: words.faults.summary }),
    ...(!form.place.trim() && { place: words.faults.place }),
    ...(wrong(remarks.sessions) && { sessions: words.faults.dates }),
    ...(course && courseFaults(form, frame.mostPeople)),
    ...(form.sessions.length === 0
      ? { sessions: course ? words.faults.lessons : words.faults.sessions }
      : bad && { sessions: bad }),
    ...(wrong(remarks.closes) && { closes: words.faults.dates }),
    ...(opensAt === undefined && { opens: words.faults.moment }),
    ...((closesAt === undefined || (opensAt !== undefined && closesAt <= opensAt)) && {
      closes: words.faults.closes,
    }),
    ...(partyMax === undefined && { partyMax: words.faults.partyMax }),
    ...(subsidyWrong && { subsidy: words.faults.subsidy }),
    ...(form.invited === 'ages' && agesWrong && { ages: words.faults.ages }),
  }
  if (Object.keys(faults).length > 0 || opensAt === undefined || closesAt === undefined) return { faults }
  const audience = {
    ...(form.gridIds.length > 0 && { gridIds: [...form.gridIds] }),
    ...(form.estateIds.length > 0 && { estateIds: [...form.estateIds] }),
    ...(form.invited === 'elders' && { minAge: elderAge }),
    ...(form.invited === 'children' && { withChild: true as const }),
    ...((form.invited === 'ages' || form.invited === 'children') && {
      ...(minAge !== undefined && { minAge }),
      ...(maxAge !== undefined && { maxAge }),
    }),
  }
  return {
    faults,
    written: {
      teamId: teamId || null,
      kind: form.kind,
      title: form.title,
      summary: form.summary,
      place: form.place,
      ...(course ? writtenCourse(form) : { sessions: writtenSessions(form) }),
      signup: {
        ...{ opensAt, closesAt, rule: form.rule, partyMax: partyMax ?? 1 },
        ...(Object.keys(audience).length > 0 && { audience }),
      },
      ...(subsidy > 0 && { subsidyFen: Math.round(subsidy * 100) }),
      ...(subsidy > 0 && course && { subsidyPer: form.subsidyPer }),
      ...(form.festival && { festival: form.festival }),
    },
  }
}

/** What was emptied: a field that is left out of an edit keeps its value, so these say what an empty one means. */
export const emptiedFields = (
  before: ActivityForm,
  written: Written,
  usualPercent: number,
): Pick<RawInputOf<'activity.edit'>, 'subsidyFen' | 'gain' | 'leastPercent'> => ({
  ...(before.subsidy !== '' && written.subsidyFen === undefined && { subsidyFen: 0 }),
  ...(before.gain !== '' && written.gain === undefined && { gain: null }),
  ...(before.leastPercent !== '' && written.leastPercent === undefined && { leastPercent: usualPercent }),
})

/** What an edit changes, by the names of the fields. The notice to people says it in full. */
export function changedParts(before: ActivityForm, after: ActivityForm): string[] {
  const parts = [
    'teamId',
    'title',
    'summary',
    'place',
    'sessions',
    'opens',
    'closes',
    'rule',
    'partyMax',
    'subsidy',
    'subsidyPer',
    'places',
    'leastPercent',
    'gain',
  ] as const
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
  const audience = ({ invited, minAge, maxAge, gridIds, estateIds }: ActivityForm) => [
    invited,
    minAge,
    maxAge,
    gridIds,
    estateIds,
  ]
  return [
    ...parts.filter((part) => differs(before[part], after[part])).map((part) => words.parts[part]),
    ...(differs(audience(before), audience(after)) ? [words.parts.invited] : []),
  ]
}
