import { aftermathOf, feedbackBar, feedbacksOf, type OwnDoor } from '#core/session/feedback'
import { aSession, sessionLimits as limits } from '#support/sessions'
import { dayMs } from '#support/time'

const session = aSession({ m_a: {}, m_b: { state: 'waitlisted' }, m_c: { state: 'withdrawn' } })
const door = (present: boolean): OwnDoor => ({
  marks: { m_a: { present, at: session.from, reportedAt: session.from, how: 'list', byId: 'm_sun' } },
})
const over = session.to

describe('feedback on a session', () => {
  it.each([
    ['who was there, at its end', 'm_a', over, door(true), undefined],
    ['who was there, before its end', 'm_a', over - 1, door(true), 'feedback_early'],
    ['who was there, on the last day', 'm_a', over + limits.feedbackDays * dayMs, door(true), undefined],
    ['who was there, later', 'm_a', over + limits.feedbackDays * dayMs + 1, door(true), 'feedback_late'],
    ['who was not found', 'm_a', over, door(false), 'feedback_absent'],
    ['who has no mark on a list that was kept', 'm_a', over, {}, 'feedback_absent'],
    ['who had a place, where nobody took attendance', 'm_a', over, undefined, undefined],
    ['who waited in vain', 'm_b', over, undefined, 'feedback_absent'],
    ['who withdrew', 'm_c', over, undefined, 'feedback_absent'],
    ['who never signed up', 'm_z', over, undefined, 'not_signed_up'],
  ] as const)('of %s', (_, memberId, now, list, refusal) => {
    expect(feedbackBar(session, list, memberId, now, limits)).toBe(refusal)
  })

  it('is not asked for when the session was cancelled', () => {
    const cancelled = { ...session, state: 'cancelled' as const }
    expect(feedbackBar(cancelled, door(true), 'm_a', over, limits)).toBe('session_cancelled')
  })

  it('is asked for until it was given', () => {
    expect(aftermathOf(session, door(true), undefined, 'm_a', over, limits)).toEqual({
      present: true,
      mayRate: true,
    })
    expect(aftermathOf(session, door(true), 4, 'm_a', over, limits)).toEqual({ present: true, stars: 4 })
  })

  it('about a no-show is asked for while the attendance can be corrected', () => {
    const missed: OwnDoor = { marks: {}, missed: { m_a: over }, appeals: {} }
    const lastDay = over + limits.attendanceFixDays * dayMs
    expect(aftermathOf(session, missed, undefined, 'm_a', lastDay, limits)).toEqual({
      missed: true,
      mayExplain: true,
    })
    expect(aftermathOf(session, missed, undefined, 'm_a', lastDay + 1, limits)).toEqual({ missed: true })
    const answered = { ...missed, appeals: { m_a: { note: '我在后排', at: over } } }
    expect(aftermathOf(session, answered, undefined, 'm_a', over, limits)).toEqual({
      missed: true,
      appeal: '我在后排',
    })
  })

  it('of many is counted by stars, and read without names, the latest first', () => {
    const all = [
      { stars: 5, comment: null, at: 1 },
      { stars: 5, comment: '很热闹', at: 2 },
      { stars: 2, comment: '太挤了', at: 3 },
    ]
    expect(feedbacksOf(all)).toEqual({
      count: 3,
      byStars: [0, 1, 0, 0, 2],
      comments: [
        { at: 3, stars: 2, comment: '太挤了' },
        { at: 2, stars: 5, comment: '很热闹' },
      ],
    })
  })
})
