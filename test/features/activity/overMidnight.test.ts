import fc from 'fast-check'
import type { Template } from '#contract/activity'
import { formFrom, readForm } from '#features/coordinator/edit/activityForm'
import { sessionWords } from '#features/coordinator/edit/sessionWords'
import { draftOfWindow, readWindow } from '#ui/field/windowDraft'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-11-24T08:00')
const minuteMs = 60_000

/** A programme of the eve of the lunar new year. */
const eve: Template = {
  template: 'spring_festival',
  kind: 'festival',
  title: '除夕守岁',
  summary: '一起看晚会、守岁。',
  place: '社区活动室',
  day: '2027-02-05',
  begins: '20:00',
  durationMinutes: 270,
  capacity: 40,
  shifts: [],
}

const frame = { leader: false, mostPeople: 500, teams: [] }

describe('a session over midnight', () => {
  it('of a template keeps its day and its length, and is shown with 次日', () => {
    const form = formFrom(eve, 60, now)
    const session = form.sessions[0]
    if (!session) throw new Error('there is one')
    expect(sessionWords(session, now)).toBe('2027年2月5日 周五 20:00–次日00:30')
    expect(readForm(form, { elderAge: 60, frame }).written?.sessions).toMatchObject([
      { from: at('2027-02-05T20:00'), to: at('2027-02-06T00:30') },
    ])
  })

  it('can be edited again as it is, whatever its times of at most a day', () => {
    const minutes = fc.record({ from: fc.nat(60 * 24 * 40), long: fc.integer({ min: 1, max: 24 * 60 }) })
    fc.assert(
      fc.property(minutes, ({ from, long }) => {
        const window = { from: now + from * minuteMs, to: now + (from + long) * minuteMs }
        expect(readWindow(draftOfWindow(window))).toEqual(window)
      }),
    )
  })
})
