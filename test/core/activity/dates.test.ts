import fc from 'fast-check'
import { type ActivityContent, uncancelledSessions } from '#core/activity/activity'
import { datesFault, lateAnnouncementMs, latestClose } from '#core/activity/dates'
import { decideEdit, decidePublish } from '#core/activity/decide'
import { aDraft, aPublished, aSession, someContent } from '#support/activityModel'
import { commandAt, no, yes } from '#support/commands'
import { dayMs, hourMs, minuteMs, mondayNine } from '#support/time'

const first = mondayNine + 7 * dayMs
const now = mondayNine
const tap = (at = now) => commandAt(at)
const closing = (closesAt: number, rule: 'first_come' | 'draw' = 'first_come') => ({
  ...someContent().signup,
  closesAt,
  rule,
})
const two = [aSession('s_1', first), aSession('s_2', first + dayMs)]

describe('dates that cannot be meant', () => {
  it.each<[string, Partial<ActivityContent>, string | undefined]>([
    ['sign-up that closes as the session begins', { signup: closing(first) }, undefined],
    ['sign-up that closes after the session has begun', { signup: closing(first + 1) }, 'closes_late'],
    [
      'sign-up that closes between two sessions, for who comes to the second',
      { sessions: two, signup: closing(first + hourMs) },
      undefined,
    ],
    [
      'sign-up that closes after the last of two sessions has begun',
      { sessions: two, signup: closing(first + dayMs + 1) },
      'closes_late',
    ],
    ['lots that are drawn as the first session begins', { signup: closing(first, 'draw') }, undefined],
    [
      'lots that are drawn between two sessions',
      { sessions: two, signup: closing(first + hourMs, 'draw') },
      'draw_late',
    ],
    [
      'two sessions at the same time',
      { sessions: [aSession('s_1', first), aSession('s_2', first)] },
      'sessions_same',
    ],
    [
      'a session that begins with another and ends later',
      { sessions: [aSession('s_1', first), aSession('s_2', first, { to: first + 3 * hourMs })] },
      undefined,
    ],
    [
      'a session that has just begun',
      { sessions: [aSession('s_1', now - lateAnnouncementMs + 1)], signup: closing(now - hourMs) },
      undefined,
    ],
    [
      'a session that began half an hour ago',
      { sessions: [aSession('s_1', now - lateAnnouncementMs)], signup: closing(now - hourMs) },
      'session_running',
    ],
  ])('%s', (_, more, refusal) => {
    const draft = aDraft(more)
    expect(datesFault(draft, now)?.refusal).toBe(refusal)
    const decided = decidePublish(draft, tap())
    expect(decided.refusal).toBe(refusal)
  })

  it('are found whatever the order in which the sessions are written', () => {
    const someSession = fc.record({
      day: fc.integer({ min: 0, max: 6 }),
      hour: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(
        fc.array(someSession, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -48, max: 9 * 24 }),
        fc.constantFrom('first_come' as const, 'draw' as const),
        (written, closesInHours, rule) => {
          const sessions = written.map(({ day, hour }, index) =>
            aSession(`s_${index}`, first + day * dayMs + hour * hourMs),
          )
          const signup = closing(first + closesInHours * hourMs, rule)
          const fault = datesFault({ sessions, signup }, now)
          const begins = sessions.map(({ from }) => from)
          const twice = new Set(begins).size < begins.length
          const last = rule === 'draw' ? Math.min(...begins) : Math.max(...begins)
          const late = signup.closesAt > last ? (rule === 'draw' ? 'draw_late' : 'closes_late') : undefined
          expect(fault?.refusal).toBe(twice ? 'sessions_same' : late)
          const turned = datesFault({ sessions: [...sessions].reverse(), signup }, now)
          expect(turned?.refusal).toBe(fault?.refusal)
        },
      ),
    )
  })
})

describe('an edit', () => {
  it('leaves a session alone that runs or is over', () => {
    const running = aPublished({ sessions: two })
    const at = first + hourMs
    const later = aSession('s_2', first + 2 * dayMs)
    expect(yes(decideEdit(running, tap(at), { sessions: [aSession('s_1', first), later] }, {})).lastTo).toBe(
      first + 2 * dayMs + 2 * hourMs,
    )
    const longer = aSession('s_1', first, { to: first + 4 * hourMs })
    expect(yes(decideEdit(running, tap(at), { sessions: [longer, two[1] ?? later] }, {})).title).toBe(
      running.title,
    )
  })

  it('does not add a session that has long begun, nor one that is there already', () => {
    const published = aPublished({ sessions: two })
    const at = first - hourMs
    const added = (from: number) =>
      no(decideEdit(published, tap(at), { sessions: [...two, aSession('s_3', from)] }, {}))
    expect(added(at - hourMs)).toBe('session_running')
    expect(added(first)).toBe('sessions_same')
  })

  it('takes sign-up along where it moves the sessions and says nothing of it', () => {
    const published = aPublished()
    const earlier = first - 4 * dayMs
    const edited = yes(decideEdit(published, tap(), { sessions: [aSession('s_1', earlier)] }, {}))
    expect(edited.signup.closesAt).toBe(earlier)
    expect(edited.changes[0]?.changes.map(({ what }) => what)).toEqual(['window', 'closesAt'])
  })

  it('is refused where it names a close that is too late for the sessions', () => {
    const published = aPublished()
    const earlier = [aSession('s_1', first - 4 * dayMs)]
    const { signup } = published
    expect(no(decideEdit(published, tap(), { sessions: earlier, signup }, {}))).toBe('closes_late')
    expect(no(decideEdit(published, tap(), { signup: closing(first + 1) }, {}))).toBe('closes_late')
  })

  it('of something else leaves dates alone that were published before this was asked', () => {
    const old = {
      ...aPublished(),
      signup: closing(first + dayMs),
      sessions: [...two, aSession('s_3', first)],
    }
    const bad = { ...old, signup: closing(first + 9 * dayMs) }
    const edited = yes(decideEdit(bad, tap(), { place: '广场', sessions: bad.sessions }, {}))
    expect(edited.changes[0]?.changes).toEqual([{ what: 'place', from: '妇女之家', to: '广场' }])
  })

  it('never leaves a close that comes after the last chance to sign up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 * 24 }), fc.boolean(), (inHours, withSignup) => {
        const published = aPublished()
        const sessions = [aSession('s_1', now + inHours * hourMs + minuteMs)]
        const edit = { sessions, ...(withSignup && { signup: published.signup }) }
        const decided = decideEdit(published, tap(), edit, {})
        if (!decided.next) return
        const latest = latestClose(decided.next, now) ?? 0
        expect(decided.next.signup.closesAt).toBeLessThanOrEqual(latest)
        expect(uncancelledSessions(decided.next)).toHaveLength(1)
      }),
    )
  })
})
