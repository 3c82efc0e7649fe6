import { decidePublishRequest } from '#core/request/decide'
import { tallyLinesOf } from '#core/request/rates'
import type { ServiceRequest } from '#core/request/request'
import { requestCardOf, requestDetailOf } from '#core/request/view'
import { commandAt, no, yes } from '#support/commands'
import { decisions, filedAt, filedRequest, officerOf, requestRules, wangId } from '#support/requests'
import { dayMs, hourMs } from '#support/time'

const { limits, wordsKeptDays } = requestRules
const at = (hours: number, word: string, who = '刘网格') => commandAt(filedAt + hours * hourMs, word, who)
const grid = officerOf('grid')

/** A closed and rated request on the board, with a picture, answers and all other text that people may write. */
function closedRequest(): ServiceRequest {
  const filed = filedRequest({
    fileIds: ['f_1'],
    answers: [{ title: '哪一排', value: '第二排' }],
    place: '后门',
  })
  const assigned = yes(decisions.assign(filed, at(1, 'assign'), grid))
  const resolved = yes(decisions.resolve(assigned, at(2, 'resolve'), grid))
  const closed = yes(decisions.satisfied(resolved, at(3, 'rate', '王奶奶')))
  return yes(decisions.publish(closed, at(4, 'publish'), grid))
}
const passedOn = (request: ServiceRequest): ServiceRequest =>
  yes(decisions.pass(request, commandAt(request.wakesAt ?? 0, 'pass')))

describe('a finished request whose term is over', () => {
  const closed = closedRequest()
  const ended = closed.finishedAt as number
  const forgotten = passedOn(closed)
  const wordless = passedOn(forgotten)

  it('first loses its pictures, when it cannot be reopened, and later every word, with who wrote it', () => {
    expect(closed.wakesAt).toBe(ended + limits.reopenDays * dayMs)
    expect(forgotten).toMatchObject({ fileIds: [], description: '车棚顶漏雨', onBoard: true })
    expect(forgotten.wakesAt).toBe(ended + wordsKeptDays * dayMs)
    expect(decisions.pass(forgotten, commandAt((forgotten.wakesAt ?? 0) - 1, 'pass'))).toBeUndefined()
    const text = JSON.stringify({ ...wordless, pending: [] })
    for (const gone of [
      '漏雨',
      '第二排',
      '后门',
      '补好',
      '三号',
      '王奶奶',
      '刘网格',
      'grid one',
      'huochai',
      '3栋',
    ])
      expect(text).not.toContain(gone)
    expect(wordless).toMatchObject({ wakesAt: null, onBoard: false, published: null, wordsGone: true })
  })

  it('keeps its kind, its grid, its times and its part in the rates', () => {
    const kept = ({
      category,
      categoryTitle,
      gridId,
      filedAt,
      respondedAt,
      finishedAt,
      satisfied,
    }: ServiceRequest) => ({
      ...{ category, categoryTitle, gridId, filedAt, respondedAt, finishedAt, satisfied },
    })
    expect(kept(wordless)).toEqual(kept(closed))
    expect(tallyLinesOf([wordless])).toEqual(tallyLinesOf([closed]))
    const when = (request: ServiceRequest) => request.events.map(({ at, event }) => [at, event])
    expect(when(wordless)).toEqual(when(closed))
  })

  it('loses everything at once where the timer was away, and a second passing finds nothing', () => {
    const late = commandAt(ended + 2 * wordsKeptDays * dayMs, 'pass')
    const { rev: _, ...once } = yes(decisions.pass(closed, late))
    const { rev: __, ...steps } = wordless
    expect(once).toMatchObject({ ...steps, pending: once.pending, dueAt: once.dueAt })
    expect(decisions.pass(wordless, late)).toBeUndefined()
  })

  it('is listed by its kind, says that its words are gone, and takes no new ones', () => {
    const viewer = { memberId: wangId, grants: [] }
    expect(requestCardOf(wordless, viewer).title).toBe('车棚')
    const seen = requestDetailOf(wordless, viewer, requestRules, filedAt)
    expect(seen).toMatchObject({ wordsGone: true, steps: [], timeline: expect.any(Array) })
    const staff = { memberId: grid.memberId, grants: grid.grants }
    expect(requestDetailOf(wordless, staff, requestRules, filedAt).steps).toEqual([])
    const again = at(5, 'again')
    expect(no(decisions.publish(wordless, again, grid))).toBe('request_finished')
    expect(no(decisions.satisfied(wordless, again))).toBe('too_late_to_reopen')
    // It cannot be reopened even if an admin has since made the time to reopen longer.
    expect(no(decisions.reopen(wordless, again))).toBe('too_late_to_reopen')
  })

  it('never loses its words while it may be reopened', () => {
    const short = { ...requestRules, wordsKeptDays: 30, limits: { ...limits, reopenDays: 365 } }
    const asked = { ...forgotten, finishedAt: ended }
    const { next } = decidePublishRequest(asked, at(5, 'unpublish'), grid, null, short)
    expect(next?.wakesAt).toBe(ended + 365 * dayMs)
  })
})
