import {
  decideClaimSubsidy,
  decideGroundPassing,
  decideWithdrawClaim,
  groundEndsAt,
  newSubsidy,
  subsidiesJoined,
  subsidyWithout,
} from '#core/subsidy/claim'
import type { StoredSubsidy } from '#core/subsidy/subsidy'
import { no, yes } from '#support/commands'
import { courseOver, keyedCommand } from '#support/subsidies'
import { dayMs, mondayNine } from '#support/time'

const limits = { subsidyGroundDays: 90 }
const course = { activityId: 'a_1', sessionId: 's_1', title: '家政培训', courseEnds: courseOver }
const said = { ...course, ground: 'sealed', claim: { at: mondayNine, version: '1' } }
const gone = { memberId: 'm_wang', name: '已注销的居民', words: '' }

const of = (memberId: string): StoredSubsidy =>
  newSubsidy(course, { _id: memberId, communityId: 'tubengkan' })
const claimed = (memberId = 'm_wang') =>
  yes(decideClaimSubsidy(of(memberId), keyedCommand(mondayNine), said, limits))
/** With one line that waits, or was paid. */
const withLine = (subsidy: StoredSubsidy, key: string, paid = false): StoredSubsidy => {
  const by = { at: mondayNine, byId: 'm_zhao', byName: '赵姐' }
  const lines: StoredSubsidy['lines'] = {
    [key]: { n: 1, kind: 'owed', fen: 'sealed', ...by },
    ...(paid && { [`${key}p`]: { n: 2, kind: 'paid', fen: 'sealed', about: key, ...by } }),
  }
  return { ...subsidy, lines: { ...subsidy.lines, ...lines } }
}

test('the ground goes when its term after the course is over, or with the consent; the claim stays without it', () => {
  const one = claimed()
  const endsAt = groundEndsAt(courseOver, limits)
  expect(one).toMatchObject({ ground: 'sealed', wakesAt: endsAt, restsSince: courseOver })
  const at = (time: number, ends = courseOver) => decideGroundPassing(one, keyedCommand(time), ends, limits)
  expect(at(endsAt - 1)).toBeUndefined()
  expect(yes(at(endsAt))).toMatchObject({ ground: null, wakesAt: null, claim: { version: '1' } })
  // the course was moved meanwhile
  expect(yes(at(endsAt, courseOver + dayMs))).toMatchObject({ ground: 'sealed', wakesAt: endsAt + dayMs })
  const back = yes(decideWithdrawClaim(one, keyedCommand(courseOver)))
  expect(back).toMatchObject({ ground: null, claim: { withdrawnAt: courseOver } })
  expect(yes(decideWithdrawClaim(back, keyedCommand(courseOver)))).toBe(back)
  expect(no(decideClaimSubsidy(back, keyedCommand(endsAt), said, limits))).toBe('subsidy_closed')
})

test('of a forgotten person the lines stay without a name, and nothing where there are none', () => {
  expect(subsidyWithout(claimed(), gone)).toBe('remove')
  const left = subsidyWithout(withLine(claimed(), 'k1'), gone) as StoredSubsidy
  expect(left).toMatchObject({ claim: null, ground: null, restsSince: mondayNine })
  expect(Object.keys(left.lines)).toEqual(['k1'])
  expect(subsidyWithout(left, gone)).toBe(left)
  const officers = subsidyWithout(withLine(claimed(), 'k1'), { ...gone, memberId: 'm_zhao' }) as StoredSubsidy
  expect(officers.lines).toMatchObject({ k1: { byName: '已注销的居民' } })
  expect(officers.ground).toBe('sealed')
})

test('an account and its paper member in one course: the lines of both stand, and one claim', () => {
  const paper = withLine(of('m_paper'), 'p1', true)
  const account = withLine(claimed('m_account'), 'a1')
  const joined = subsidiesJoined(account, paper)
  expect(Object.keys(joined.lines).sort()).toEqual(['a1', 'p1', 'p1p'])
  expect(joined).toMatchObject({ ground: 'sealed', claim: { version: '1' }, restsSince: null })
})
