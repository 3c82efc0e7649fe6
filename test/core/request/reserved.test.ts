import { guideAnswersKeptDays } from '#contract/guide'
import { categoryOf, isReserved, reservedCategories } from '#contract/request'
import { decideWithdrawRequest } from '#core/request/correct'
import { decideProgress } from '#core/request/decide'
import { requestWithout } from '#core/request/forgetting'
import type { ServiceRequest } from '#core/request/request'
import { holdMinutes } from '#core/request/reserved'
import { forgetRequestWords, requestForgetsAt } from '#core/request/retention'
import { requestCardOf, requestDetailOf, requestStepsFor } from '#core/request/view'
import { commandAt, no, yes } from '#support/commands'
import { decisions, filedAt, filedRequest, officerOf, requestRules, wangId } from '#support/requests'
import { dayMs, hourMs } from '#support/time'

const grid = officerOf('grid')
const at = (hours: number, word = 'tap') => commandAt(filedAt + hours * hourMs, word)
const guide = { publicationId: 'pub_1', edition: 2, stages: ['收到', '核对', '可以来取'], stage: 0 }
const applied = (more: Partial<ServiceRequest> = {}) =>
  filedRequest({
    category: 'guide',
    categoryTitle: reservedCategories.guide.title,
    description: '办老年卡',
    guide,
    guideAnswers: 'sealed',
    ...more,
  })
const progress = (request: ServiceRequest, stage: number | undefined) =>
  decideProgress(request, at(1, `to ${stage}`), grid, { note: '材料齐了', stage }, requestRules)

describe('a reserved category', () => {
  it('is found by its id as those of the community are, and by no other name', () => {
    const own = { category: 'parking_shed', title: '车棚', fields: [] }
    const community = { requestCategories: [own] }
    expect(categoryOf(community, 'guide')).toMatchObject({ title: '预受理', fields: [] })
    expect(categoryOf(community, 'pact')).toMatchObject({ title: '公约建议' })
    expect(categoryOf(community, 'parking_shed')).toBe(own)
    expect(categoryOf(community, 'toString')).toBeUndefined()
    expect(isReserved('constructor')).toBe(false)
  })
  it('has times of its own, until the community gives others', () => {
    const { limits } = requestRules
    expect(holdMinutes('pact', 'grid', limits)).toBe(reservedCategories.pact.holdMinutes.grid)
    const given = { ...limits, holdMinutesOf: { pact: { grid: 60 } } }
    expect(holdMinutes('pact', 'grid', given)).toBe(60)
  })
})

describe('a pre-acceptance', () => {
  it('is never published, supported or corrected by anybody; more is said to it instead', () => {
    expect(no(decisions.publish(applied(), at(1), grid))).toBe('request_private')
    expect(no(decisions.correct(applied(), at(1)))).toBe('request_relied_on')
    const stepsOf = (memberId: string, grants = grid.grants) =>
      requestStepsFor(applied(), { memberId, grants }, requestRules, filedAt + hourMs)
    expect(stepsOf('m_grid')).not.toContain('publish')
    expect(stepsOf(wangId, [])).toEqual(['supplement', 'withdraw'])
    expect(stepsOf('m_li', [])).not.toContain('support')
  })
  it('shows its stages to whoever reads all, and its answers where they have been opened', () => {
    const viewer = { memberId: wangId, grants: [] }
    const answers = [{ title: '几月生日', value: '3 月' }]
    const detail = requestDetailOf(applied(), viewer, requestRules, filedAt, { answers })
    expect(detail).toMatchObject({ guide: { stage: 0, stages: ['收到', '核对', '可以来取'] }, answers })
    expect(detail).not.toHaveProperty('answersGone')
    expect(JSON.stringify(requestCardOf(applied(), viewer))).not.toContain('sealed')
  })
  it.each([
    ['the same stage', 1, 1],
    ['a later stage', 1, 2],
  ])('moves to %s', (_, from, to) => {
    const next = yes(progress(applied({ guide: { ...guide, stage: from } }), to))
    expect(next.guide?.stage).toBe(to)
    expect(next.state).toBe('in_work')
  })
  it('stays at its stage where none is said, and never goes back or past the last', () => {
    const second = yes(progress(applied(), 1))
    expect(yes(progress(second, undefined)).guide?.stage).toBe(1)
    expect(no(progress(second, 0))).toBe('stage_unfit')
    expect(no(progress(second, 3))).toBe('stage_unfit')
    expect(no(progress(filedRequest(), 0))).toBe('stage_unfit')
  })
  it('loses its answers after their term, and the rest later', () => {
    const resolved = yes(decisions.resolve(applied(), at(1), grid))
    const closed = yes(decisions.satisfied(resolved, at(2)))
    const end = closed.finishedAt as number
    expect(requestForgetsAt(closed, requestRules)).toBe(end + guideAnswersKeptDays * dayMs)
    const { next } = forgetRequestWords(closed, end + guideAnswersKeptDays * dayMs, requestRules)
    expect(next).toMatchObject({ guideAnswers: null, description: '办老年卡' })
    const viewer = { memberId: wangId, grants: [] }
    expect(requestDetailOf(next, viewer, requestRules, end).answersGone).toBe(true)
    const later = requestForgetsAt(next, requestRules) as number
    expect(later).toBe(end + requestRules.wordsKeptDays * dayMs)
    const wordless = forgetRequestWords(next, later, requestRules).next
    expect(wordless).not.toHaveProperty('guide')
    expect(wordless.wordsGone).toBe(true)
  })
  it('keeps its answers while it may be opened again', () => {
    const rules = { ...requestRules, limits: { ...requestRules.limits, reopenDays: 300 } }
    const closed = yes(decisions.satisfied(yes(decisions.resolve(applied(), at(1), grid)), at(2)))
    expect(requestForgetsAt(closed, rules)).toBe((closed.finishedAt as number) + 300 * dayMs)
  })
  it('loses its answers at once where it is withdrawn', () => {
    const withdrawn = decideWithdrawRequest(
      applied(),
      at(1),
      wangId,
      { reason: '不办了', worksOnIt: false },
      requestRules,
    )
    expect(yes(withdrawn).guideAnswers).toBeNull()
  })
  it('forgets with its person what it was for', () => {
    const gone = requestWithout(applied(), { memberId: wangId, name: '已注销', words: '已删除' })
    expect(gone).not.toHaveProperty('guide')
    expect(gone).not.toHaveProperty('guideAnswers')
  })
})
