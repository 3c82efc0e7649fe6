import { changesBetween, concernedBy } from '#core/activity/changes'
import {
  activityStateAt,
  decideActivityPassing,
  decideCancelActivity,
  decideEdit,
  decidePublish,
  decideSaveDraft,
  nextSession,
} from '#core/activity/decide'
import type { TellPartiesEffect } from '#core/change/effect'
import { aDraft, aPublished, aSession, someContent } from '#support/activityModel'
import { commandAt, no, yes } from '#support/commands'
import { dayMs, hourMs, mondayNine } from '#support/time'

const first = mondayNine + 7 * dayMs
const tap = (at = mondayNine, word?: string) => commandAt(at, word)

describe('a draft', () => {
  it('is replaced by what is saved over it', () => {
    const saved = yes(decideSaveDraft(aDraft(), tap(), someContent({ title: '中秋节' })))
    expect(saved).toMatchObject({ state: 'draft', title: '中秋节', published: false })
  })

  it('is not replaced by a coordinator who has read an older edition', () => {
    const draft = aDraft()
    expect(no(decideSaveDraft(draft, tap(), someContent(), draft.rev - 1))).toBe('conflict')
  })

  it('cannot be shown when a session is over', () => {
    expect(no(decidePublish(aDraft(), tap(first + 2 * hourMs)))).toBe('session_past')
  })

  it('is thrown away without telling anybody', () => {
    const gone = yes(decideCancelActivity(aDraft(), tap(), '不办了'))
    expect(gone).toMatchObject({ state: 'cancelled', published: false, ahead: false, pending: [] })
  })
})

describe('what is published', () => {
  it('is published once', () => {
    const published = aPublished()
    expect(decidePublish(published, tap())).toEqual({ next: published })
    expect(published).toMatchObject({ state: 'published', published: true, ahead: true })
    expect(published.wakesAt).toBe(published.signup.closesAt)
  })

  it('stops taking sign-ups, then is over, and leaves what is coming', () => {
    const published = aPublished()
    expect(decideActivityPassing(published, tap(published.signup.closesAt - 1))).toBeUndefined()
    const closed = yes(decideActivityPassing(published, tap(published.signup.closesAt)))
    expect(closed).toMatchObject({ state: 'closed', wakesAt: published.lastTo })
    const finished = yes(decideActivityPassing(closed, tap(published.lastTo)))
    expect(finished).toMatchObject({ state: 'finished', ahead: false, wakesAt: null })
    expect(decideActivityPassing(finished, tap(published.lastTo + dayMs))).toBeUndefined()
  })

  it('is shown as the clock says, even before the timer ran', () => {
    const published = aPublished()
    expect(activityStateAt(published, published.signup.closesAt)).toBe('closed')
    expect(activityStateAt(published, published.lastTo)).toBe('finished')
  })

  it('speaks on its card of the first session that is not over', () => {
    const sessions = [aSession('s_2', first + dayMs), aSession('s_1', first)]
    const published = aPublished({ sessions })
    expect(nextSession(published, mondayNine).sessionId).toBe('s_1')
    expect(nextSession(published, first + 3 * hourMs).sessionId).toBe('s_2')
    expect(nextSession(published, first + 9 * dayMs).sessionId).toBe('s_2')
  })
})

describe('an edit', () => {
  const told = (next: { pending: unknown[] }) => next.pending[1] as TellPartiesEffect

  it('says what changed, and that its sessions follow', () => {
    const moved = aSession('s_1', first + hourMs)
    const edited = yes(
      decideEdit(aPublished(), tap(), { place: '广场', sessions: [moved], summary: '改了一点' }, {}),
    )
    expect(edited.changes).toEqual([
      {
        at: mondayNine,
        changes: [
          { what: 'place', from: '妇女之家', to: '广场' },
          {
            what: 'window',
            sessionId: 's_1',
            from: { from: first, to: first + 2 * hourMs },
            to: { from: first + hourMs, to: first + 3 * hourMs },
          },
          { what: 'summary', gone: '糯米、粽叶都备好了。', added: '改了一点' },
        ],
      },
    ])
    expect(edited.pending.map(({ effect }) => effect)).toEqual(['align', 'tellParties'])
    expect(told(edited)).toMatchObject({ kind: 'activity_changed', cancelledIds: [] })
    expect(edited).toMatchObject({ firstFrom: first + hourMs, lastTo: first + 3 * hourMs })
  })

  it('that says what stood there already changes nothing', () => {
    const published = aPublished()
    const { title, place } = published
    expect(decideEdit(published, tap(), { title, place, sessions: published.sessions }, {})).toEqual({
      next: published,
    })
  })

  it('gives times to the minute, as they are shown: what stood within that minute stands', () => {
    const seconds = { opensAt: mondayNine + 17_345, closesAt: first - hourMs + 1 }
    const published = aPublished({
      signup: { ...someContent().signup, ...seconds },
      sessions: [{ ...aSession('s_1', first), from: first + 9_000 }],
    })
    const { signup } = published
    const shown = { ...signup, opensAt: mondayNine, closesAt: first - hourMs }
    const begun = tap(seconds.opensAt + hourMs)
    const asShown = { signup: shown, sessions: [aSession('s_1', first)] }
    expect(decideEdit(published, begun, asShown, {})).toEqual({ next: published })
    const earlier = { ...asShown, signup: { ...shown, closesAt: first - 2 * hourMs } }
    expect(yes(decideEdit(published, begun, earlier, {})).changes[0]?.changes).toEqual([
      { what: 'closesAt', from: signup.closesAt, to: first - 2 * hourMs },
    ])
  })

  it('cancels a session that it leaves out, unless that is over', () => {
    const sessions = [aSession('s_1', first), aSession('s_2', first + dayMs)]
    const published = aPublished({ sessions })
    const before = yes(decideEdit(published, tap(), { sessions: [aSession('s_2', first + dayMs)] }, {}))
    expect(before.sessions.map(({ sessionId, cancelled }) => [sessionId, cancelled])).toEqual([
      ['s_2', false],
      ['s_1', true],
    ])
    expect(told(before).cancelledIds).toEqual(['s_1'])
    expect(before.firstFrom).toBe(first + dayMs)
    const late = tap(first + 3 * hourMs)
    const after = yes(
      decideEdit(published, late, { sessions: [aSession('s_2', first + dayMs)], place: '广场' }, {}),
    )
    expect(after.sessions.every(({ cancelled }) => !cancelled)).toBe(true)
  })

  it.each([
    [
      'a capacity below what is taken',
      { sessions: [aSession('s_1', first, { capacity: 9 })] },
      'capacity_taken',
    ],
    ['a session in the past', { sessions: [aSession('s_1', mondayNine - dayMs)] }, 'session_past'],
  ] as const)('refuses %s', (_, edit, code) => {
    expect(no(decideEdit(aPublished(), tap(), { ...edit, sessions: [...edit.sessions] }, { s_1: 10 }))).toBe(
      code,
    )
  })

  it('takes a capacity of just what is taken', () => {
    const sessions = [aSession('s_1', first, { capacity: 10 })]
    expect(yes(decideEdit(aPublished(), tap(), { sessions }, { s_1: 10 })).sessions[0]?.capacity).toBe(10)
  })

  it('does not bring a cancelled session back', () => {
    const sessions = [aSession('s_1', first), aSession('s_2', first + dayMs)]
    const called = yes(
      decideEdit(aPublished({ sessions }), tap(), { sessions: [aSession('s_1', first)] }, {}),
    )
    expect(no(decideEdit(called, tap(), { sessions }, {}))).toBe('session_cancelled')
  })

  it('leaves the way of signing up alone once that has begun', () => {
    const published = aPublished()
    const { signup } = published
    const begun = tap(signup.opensAt)
    const draw = { signup: { ...signup, rule: 'draw' as const } }
    expect(no(decideEdit(published, begun, draw, {}))).toBe('signup_begun')
    expect(yes(decideEdit(published, tap(), draw, {})).signup.rule).toBe('draw')
    expect(no(decideEdit(published, begun, { signup: { ...signup, opensAt: 1 } }, {}))).toBe('signup_begun')
    const later = { signup: { ...signup, closesAt: signup.closesAt + dayMs } }
    expect(yes(decideEdit(published, begun, later, {})).changes[0]?.changes[0]?.what).toBe('closesAt')
  })

  it('opens sign-up again when it closes later', () => {
    const published = aPublished()
    const closed = yes(decideActivityPassing(published, tap(published.signup.closesAt)))
    const signup = { ...published.signup, closesAt: published.signup.closesAt + dayMs }
    const again = yes(decideEdit(closed, tap(published.signup.closesAt + hourMs), { signup }, {}))
    expect(again.state).toBe('published')
  })

  it('from an older edition is a conflict', () => {
    const published = aPublished()
    expect(no(decideEdit(published, tap(), { place: '广场' }, {}, published.rev - 1))).toBe('conflict')
    expect(yes(decideEdit(published, tap(), { place: '广场' }, {}, published.rev)).place).toBe('广场')
  })

  it('of what is over, cancelled or a draft is refused', () => {
    const published = aPublished()
    const cancelled = yes(decideCancelActivity(published, tap(), '下大雨'))
    const finished = yes(decideActivityPassing(published, tap(published.lastTo)))
    const place = { place: '广场' }
    expect(no(decideEdit(cancelled, tap(), place, {}))).toBe('activity_cancelled')
    expect(no(decideEdit(finished, tap(published.lastTo + 1), place, {}))).toBe('activity_over')
    expect(no(decideEdit(aDraft(), tap(), place, {}))).toBe('conflict')
  })

  it('of a shift’s name concerns its volunteers, and nobody who signed up', () => {
    const withShift = (name: string) =>
      aSession('s_1', first, { shifts: [{ shiftId: 'f_1', name, capacity: 2, teamId: 'women' }] })
    const published = aPublished({ sessions: [withShift('教包粽子')] })
    const changes = changesBetween(published, someContent({ sessions: [withShift('煮粽子')] }))
    expect(changes).toEqual([
      { what: 'shiftName', sessionId: 's_1', shiftId: 'f_1', from: '教包粽子', to: '煮粽子' },
    ])
    expect(changes.map(concernedBy)).toEqual([['volunteers']])
  })
})

describe('what an edit is said to change', () => {
  const shift = (shiftId: string, name: string, capacity = 2) => ({
    shiftId,
    name,
    capacity,
    teamId: 'women',
  })
  const cook = shift('f_1', '熬汤煮饺子')
  const door = shift('f_2', '门口迎接老人')
  const later = aSession('s_2', first + dayMs)
  const published = aPublished({ sessions: [aSession('s_1', first, { shifts: [cook, door] }), later] })

  it('has no shifts or sessions that only stand in another order', () => {
    const closesAt = published.signup.closesAt - hourMs
    const edit = {
      sessions: [later, aSession('s_1', first, { shifts: [door, cook] })],
      signup: { ...published.signup, closesAt },
    }
    expect(yes(decideEdit(published, tap(), edit, {})).changes[0]?.changes).toEqual([
      { what: 'closesAt', from: published.signup.closesAt, to: closesAt },
    ])
  })

  it.each([
    ['one is added', [cook, door, shift('f_3', '拍照')]],
    ['one is left out', [cook]],
    ['one gets another number of slots', [cook, shift('f_2', '门口迎接老人', 3)]],
    ['one is replaced', [cook, shift('f_3', '门口迎接老人')]],
  ])('has the shifts where %s', (_, shifts) => {
    const content = someContent({ sessions: [aSession('s_1', first, { shifts }), later] })
    expect(changesBetween(published, content)).toEqual([{ what: 'shifts' }])
  })

  it('has no audience whose grids only stand in another order', () => {
    const asked = (gridIds: string[]) => ({ signup: { ...published.signup, audience: { gridIds } } })
    const before = aPublished(asked(['grid_1', 'grid_2']))
    expect(changesBetween(before, someContent(asked(['grid_2', 'grid_1'])))).toEqual([])
    expect(changesBetween(before, someContent(asked(['grid_2'])))).toEqual([
      { what: 'audience', from: { gridIds: ['grid_1', 'grid_2'] }, to: { gridIds: ['grid_2'] } },
    ])
  })
})

describe('a cancellation', () => {
  it('calls off what is ahead and leaves what is over', () => {
    const sessions = [aSession('s_1', first), aSession('s_2', first + dayMs)]
    const cancelled = yes(decideCancelActivity(aPublished({ sessions }), tap(first + 3 * hourMs), '下大雨'))
    expect(cancelled.sessions.map((session) => session.cancelled)).toEqual([false, true])
    expect(cancelled.pending[1]).toMatchObject({
      kind: 'activity_cancelled',
      reason: '下大雨',
      cancelledIds: ['s_2'],
    })
  })

  it('comes too late once everything is over', () => {
    const published = aPublished()
    expect(no(decideCancelActivity(published, tap(published.lastTo), '下大雨'))).toBe('activity_over')
  })

  it('again changes nothing', () => {
    const cancelled = yes(decideCancelActivity(aPublished(), tap(), '下大雨'))
    expect(decideCancelActivity(cancelled, tap(mondayNine, 'again'), '别的原因')).toEqual({ next: cancelled })
  })

  it('stays among what is coming until its time, so that people see it', () => {
    const cancelled = yes(decideCancelActivity(aPublished(), tap(), '下大雨'))
    expect(cancelled).toMatchObject({ ahead: true, published: true })
    const off = yes(decideActivityPassing(cancelled, tap(cancelled.lastTo)))
    expect(off).toMatchObject({ state: 'cancelled', ahead: false })
  })
})
