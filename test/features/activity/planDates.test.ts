import fc from 'fast-check'
import { mostSessions, type Template } from '#contract/activity'
import { dayMs, hourMs, minuteMs } from '#contract/shared/time'
import { instantOf } from '#contract/shared/wallClock'
import type { ActivityForm, SessionForm } from '#features/coordinator/edit/activityFields'
import { emptiedFields, emptyForm, formFrom, readForm } from '#features/coordinator/edit/activityForm'
import {
  closeMoved,
  closeRemark,
  lessonMore,
  offTheFestival,
  oneMore,
  remarksOf,
  seriesAfter,
  sessionsRemark,
} from '#features/coordinator/edit/planDates'
import { datesWords, festivalRemark, mendWords } from '#text/activity/activityEditor'
import { draftOfWindow, readWindow } from '#ui/field/windowDraft'

const at = (day: string, time = '10:00') => instantOf(day, time) ?? 0
/** A Monday morning. */
const now = at('2026-11-30', '09:36')

const solstice: Template = {
  template: 'winter_solstice',
  kind: 'festival',
  title: '冬至喝羊肉汤、包饺子',
  summary: '一起包饺子、喝热汤。',
  place: '活动室',
  day: '2026-12-22',
  festive: true,
  begins: '10:00',
  durationMinutes: 150,
  capacity: 60,
  shifts: [{ name: '熬汤煮饺子', capacity: 5 }],
}
const lecture: Template = { ...solstice, template: 'lecture', kind: 'lecture', day: '2026-12-02' }
delete (lecture as Partial<Template>).festive
const form = (more: Partial<ActivityForm> = {}, template = solstice): ActivityForm => ({
  ...formFrom(template, 60, now),
  ...more,
})
const session = (from: number, more: Partial<SessionForm> = {}): SessionForm => ({
  window: draftOfWindow({ from, to: from + 2 * hourMs }),
  capacity: '20',
  shifts: [],
  ...more,
})
const fromOf = ({ window }: SessionForm) => readWindow(window)?.from ?? 0
const words = (remark: ReturnType<typeof closeRemark>) =>
  remark && [datesWords(remark.what, remark.at, now), mendWords(remark.what, remark.to, now)]

const frame = { leader: false, mostPeople: 500, teams: [] }

describe('the close of sign-up', () => {
  it('goes along with the first session when that is moved', () => {
    const { sessions, closes } = form()
    expect(closes).toEqual({ day: '2026-12-21', time: '18:00' })
    const moved = (from: number) => closeMoved({ sessions, closes }, [session(from)], now)
    expect(moved(at('2026-12-19'))).toEqual({ day: '2026-12-18', time: '18:00' })
    expect(moved(at('2027-01-02', '15:00'))).toEqual({ day: '2027-01-01', time: '18:00' })
    // the evening before is over
    expect(moved(at('2026-11-30', '14:00'))).toEqual({ day: '2026-11-30', time: '14:00' })
  })

  it('stays where a session is added, and where it holds for later sessions', () => {
    const { sessions, closes } = form()
    expect(closeMoved({ sessions, closes }, [session(at('2026-12-10')), ...sessions], now)).toBe(closes)
    const late = { day: '2027-01-04', time: '18:00' }
    const two = [session(at('2026-12-22')), session(at('2027-01-05'))]
    const earlier = [session(at('2026-12-21')), session(at('2027-01-05'))]
    expect(closeMoved({ sessions: two, closes: late }, earlier, now)).toBe(late)
  })

  it('after the beginning is said beside the field, and mended to the evening before', () => {
    const late = form({ sessions: [session(at('2026-12-12'))] })
    const remark = closeRemark(late, now)
    expect(words(remark)).toEqual(['报名截止的时间晚于活动开始。', '改成 12月11日 周五 18:00 截止'])
    expect(readForm(late, { elderAge: 60, frame }, remarksOf(late, now)).faults).toHaveProperty('closes')
    const mended = { ...late, ...remark?.mended }
    expect(closeRemark(mended, now)).toBeUndefined()
    expect(readForm(mended, { elderAge: 60, frame }, remarksOf(mended, now)).written).toBeDefined()
  })

  it('may come between two sessions, but not where lots are drawn', () => {
    const sessions = [session(at('2026-12-19')), session(at('2026-12-26'))]
    expect(closeRemark(form({ sessions }), now)).toBeUndefined()
    expect(closeRemark(form({ sessions, rule: 'draw' }), now)).toMatchObject({ what: 'draw_late' })
  })

  it('long before the later sessions is remarked, and does not stand in the way', () => {
    const [first] = form({}, lecture).sessions
    const sessions = [first as SessionForm, ...seriesAfter([first as SessionForm], 7, 10)]
    const series = form({ sessions }, lecture)
    const remark = closeRemark(series, now)
    expect(words(remark)?.[1]).toBe('一直能报，改成 2027年2月2日 周二 18:00 截止')
    expect(readForm(series, { elderAge: 60, frame }, remarksOf(series, now)).faults).toEqual({})
    expect(closeRemark({ ...series, kind: 'training' }, now)).toBeUndefined()
  })

  it('of an activity that stands is only looked at where it changes', () => {
    const stood = form({ sessions: [session(at('2026-12-12'), { sessionId: 's_1' })] })
    expect(remarksOf({ ...stood, title: '新名字' }, now, stood)).toEqual({})
    expect(remarksOf({ ...stood, rule: 'draw' }, now, stood).closes).toMatchObject({ what: 'draw_late' })
  })
})

describe('the sessions', () => {
  it('at the same time are said, and the later one is put into the next free week', () => {
    const sessions = [session(at('2026-12-02')), session(at('2026-12-09')), session(at('2026-12-02'))]
    const remark = sessionsRemark(form({ sessions }), now)
    expect(words(remark)).toEqual(['后天 10:00 写了两场，时间一样。', '把后面一场改到 12月16日 周三'])
    const mended = remark?.mended.sessions ?? []
    expect(mended.map(({ window }) => window.day)).toEqual(['2026-12-02', '2026-12-09', '2026-12-16'])
  })

  it('of which one has begun are said as well, but the phone’s clock locks nobody out', () => {
    const closes = { day: '2026-11-29', time: '18:00' }
    const running = form({ sessions: [session(at('2026-11-30', '09:00'))], closes })
    const remark = sessionsRemark(running, now)
    expect(words(remark)).toEqual(['今天 9:00 的这一场已经开始了，发布不了。', '改到 12月7日 周一'])
    expect(remark?.mended.closes).toEqual({ day: '2026-12-06', time: '18:00' })
    const open = { ...running, opens: { day: '2026-11-01', time: '09:00' } }
    expect(readForm(open, { elderAge: 60, frame }, remarksOf(open, now)).written).toBeDefined()
    expect(sessionsRemark(form({ sessions: [session(now - 20 * minuteMs)] }), now)).toBeUndefined()
  })

  it('of a running activity stay as they are', () => {
    const stood = [
      session(at('2026-11-23'), { sessionId: 's_1' }),
      session(now - hourMs, { sessionId: 's_2' }),
    ]
    expect(sessionsRemark(form({ sessions: stood }), now, stood)).toBeUndefined()
    const longer = {
      ...(stood[1] as SessionForm),
      window: draftOfWindow({ from: now - hourMs, to: now + hourMs }),
    }
    expect(sessionsRemark(form({ sessions: [stood[0] as SessionForm, longer] }), now, stood)).toBeUndefined()
    const twin = session(at('2026-11-23'))
    const remark = sessionsRemark(form({ sessions: [twin, ...stood] }), now, stood)
    expect(remark?.mended.sessions?.map(({ sessionId }) => sessionId)).toEqual([undefined, 's_1', 's_2'])
    expect(fromOf(remark?.mended.sessions?.[0] as SessionForm)).toBeGreaterThan(now)
  })

  it('get one more in the next free week, with the shifts of the last', () => {
    const shifts = [{ shiftId: 'f_1', name: '端茶', capacity: '2' }]
    const sessions = [session(at('2026-12-09'), { shifts, sessionId: 's_1' }), session(at('2026-12-02'))]
    expect(oneMore(sessions, now)).toEqual({
      ...{ window: session(at('2026-12-16')).window, capacity: '20' },
      shifts: [{ name: '端茶', capacity: '2' }],
    })
    expect(oneMore([session(at('2026-10-07'))], now).window.day).toBe('2026-12-02')
    expect(oneMore([], now)).toEqual({ window: { day: '', from: '', to: '' }, capacity: '30', shifts: [] })
  })

  it('of a series are all there, week by week, and none at a time that is taken', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 2, max: mostSessions - 5 }),
        (days, weeks, count) => {
          const sessions = [...new Set(days)].map((day) => session(at('2026-12-02') + day * dayMs))
          const added = seriesAfter(sessions, weeks * 7, count)
          const last = Math.max(...sessions.map(fromOf))
          expect(added.map(fromOf)).toEqual(
            Array.from({ length: count - 1 }, (_, index) => last + (index + 1) * weeks * 7 * dayMs),
          )
          const all = form({ sessions: [...sessions, ...added] })
          expect(sessionsRemark(all, now)).toBeUndefined()
        },
      ),
    )
  })

  it('away from their festival are remarked', () => {
    expect(offTheFestival(form())).toBeUndefined()
    const off = form({ sessions: [session(at('2026-11-30', '14:00'))] })
    expect(festivalRemark(off.festival, offTheFestival(off) ?? '', off.festivalDay ?? '')).toBe(
      '11月30日 周一不是冬至（冬至是12月22日 周二）。',
    )
    expect(offTheFestival(form({}, lecture))).toBeUndefined()
    expect(festivalRemark('new_year_feast', '2027-02-01', '2027-02-02')).toBeUndefined()
  })
})

it('a template of this morning can be signed up for until it begins', () => {
  const morning = { ...lecture, day: '2026-11-30', begins: '10:00' }
  const { opens, closes, ...rest } = formFrom(morning, 60, now)
  expect({ opens, closes }).toEqual({
    opens: { day: '2026-11-30', time: '09:00' },
    closes: { day: '2026-11-30', time: '10:00' },
  })
  expect(remarksOf({ opens, closes, ...rest }, now)).toEqual({})
})

describe('the lessons of a course', () => {
  const lesson = (from: string, to: string, more: Partial<SessionForm> = {}): SessionForm => ({
    window: { day: '2026-12-07', from, to },
    ...{ capacity: '', shifts: [], ...more },
  })
  const course = (sessions: readonly SessionForm[]): ActivityForm => ({
    ...emptyForm(now),
    kind: 'training',
    sessions,
    closes: { day: '2026-12-07', time: '09:30' },
  })

  it('may not overlap, and the remark says so', () => {
    const form = course([lesson('09:00', '11:00'), lesson('10:00', '12:00')])
    const remark = remarksOf(form, now).sessions
    expect(remark).toMatchObject({ what: 'sessions_same', course: true })
    expect(remark && datesWords(remark.what, remark.at, now, remark.course)).toMatch(/两课，时间撞在一起/)
    expect(remarksOf({ ...form, course: false }, now).sessions).toBeUndefined()
  })

  it('let sign-up stay open until the end of the first', () => {
    const form = course([lesson('09:00', '11:00'), lesson('14:00', '16:00')])
    expect(remarksOf(form, now).closes).toBeUndefined()
    const late = { ...form, closes: { day: '2026-12-07', time: '11:30' } }
    expect(remarksOf(late, now).closes?.what).toBe('closes_late')
  })

  it('are proposed on the next day, with the same teacher', () => {
    const last = lesson('09:00', '11:00', { trainer: '周老师' })
    expect(lessonMore([last])).toMatchObject({ window: { day: '2026-12-08' }, trainer: '周老师' })
  })

  it('lose what was emptied in an edit: the subsidy, what one gains, and a share of one’s own', () => {
    const before = {
      ...course([lesson('09:00', '11:00')]),
      subsidy: '10',
      gain: '能做家政',
      leastPercent: '60',
    }
    const words = { title: '家政培训', summary: '做饭', place: '活动室' }
    const frame = { leader: false, mostPeople: 500, teams: [] }
    const after = { ...before, ...words, subsidy: '', gain: '', leastPercent: '' }
    const { written } = readForm(after, { elderAge: 60, frame })
    if (!written) throw new Error('the form has faults')
    expect(emptiedFields(before, written, 80)).toEqual({ subsidyFen: 0, gain: null, leastPercent: 80 })
    expect(emptiedFields(after, written, 80)).toEqual({})
  })
})
