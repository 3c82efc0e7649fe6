import { sessionWithout } from '#core/session/forgetting'
import { decideTelling, meantBy, nextTellingAt } from '#core/session/telling'
import { commandAt, no, yes } from '#support/commands'
import { aSession } from '#support/sessions'
import { dayMs, hourMs, mondayNine } from '#support/time'

const zhao = { _id: 'm_zhao', name: '赵姐' }
const lin = { _id: 'm_lin', name: '林姐' }
const session = aSession(
  {
    m_in: {},
    m_offered: { state: 'offered' },
    m_waits: { state: 'waitlisted' },
    m_left: { state: 'withdrawn' },
  },
  { from: mondayNine + 3 * dayMs, to: mondayNine + 3 * dayMs + hourMs },
)
const say = (alsoWaiting = false) => ({ words: '请带身份证。', alsoWaiting })

describe('a word to a session’s parties', () => {
  it.each([
    [false, ['m_in', 'm_offered']],
    [true, ['m_in', 'm_offered', 'm_waits']],
  ])('that goes to the line: %s, goes to %j', (alsoWaiting, members) => {
    expect(meantBy(session, alsoWaiting)).toEqual(members)
    const told = yes(decideTelling(session, commandAt(mondayNine), zhao, say(alsoWaiting)))
    expect(told.tellings).toEqual([
      {
        at: mondayNine,
        who: '赵姐',
        whoId: 'm_zhao',
        words: '请带身份证。',
        alsoWaiting,
        told: members.length,
      },
    ])
    expect(told.pending).toEqual([
      expect.objectContaining({ effect: 'tellSession', alsoWaiting, note: '请带身份证。', who: '赵姐' }),
    ])
  })

  it('is said once a day, whoever says it', () => {
    const told = yes(decideTelling(session, commandAt(mondayNine), zhao, say()))
    const midnight = mondayNine + 15 * hourMs
    expect(nextTellingAt(told, midnight - 1)).toBe(midnight)
    expect(no(decideTelling(told, commandAt(midnight - 1, 'other'), lin, say(true)))).toBe('told_today')
    expect(nextTellingAt(told, midnight)).toBeUndefined()
    expect(yes(decideTelling(told, commandAt(midnight, 'other'), lin, say())).tellings).toHaveLength(2)
  })

  it.each([
    ['session_over', { to: mondayNine }],
    ['session_over', { state: 'finished' as const }],
    ['session_cancelled', { state: 'cancelled' as const }],
    ['nobody_to_tell', { roster: {} }],
  ])('is refused with %s', (code, more) => {
    expect(no(decideTelling({ ...session, ...more }, commandAt(mondayNine), zhao, say(true)))).toBe(code)
  })

  it('stays without its words and its name when the coordinator is forgotten', () => {
    const told = yes(decideTelling(session, commandAt(mondayNine), zhao, say()))
    const gone = { memberId: 'm_zhao', name: '已注销的居民', words: '（已删除）' }
    expect(sessionWithout(told, gone).tellings).toEqual([
      expect.objectContaining({ who: '已注销的居民', words: '（已删除）', told: 2 }),
    ])
  })
})
