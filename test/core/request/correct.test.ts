import { type Correction, decideCorrect, decideWithdrawRequest, manySupplements } from '#core/request/correct'
import { ratesOf, sharesOf, tallyLinesOf } from '#core/request/rates'
import type { ServiceRequest } from '#core/request/request'
import { requestDetailOf } from '#core/request/view'
import { commandAt, no, yes } from '#support/commands'
import { decisions, filedAt, filedRequest, officerOf, requestRules, wangId } from '#support/requests'
import { dayMs, hourMs } from '#support/time'

const grid = officerOf('grid')
const at = (hours: number, word = 'tap') => commandAt(filedAt + hours * hourMs, word)
const accepted = () => yes(decisions.accept(filedRequest(), at(1), grid))
const resolved = () => yes(decisions.resolve(filedRequest(), at(1), grid))
const correct = (request: ServiceRequest, correction: Correction) =>
  decideCorrect(request, at(2), wangId, correction, requestRules)
const stepsOf = (request: ServiceRequest) =>
  requestDetailOf(request, { memberId: wangId, grants: [] }, requestRules, filedAt + 3 * hourMs).steps

describe('a correction', () => {
  it('changes what was filed while nobody relies on it, and leaves its deadline', () => {
    const filed = filedRequest({ fileIds: ['f_1', 'f_2'] })
    const next = yes(correct(filed, { description: '车棚顶漏雨，很大', place: '北门', fileIds: ['f_2'] }))
    expect(next).toMatchObject({
      state: 'filed',
      description: '车棚顶漏雨，很大',
      place: '北门',
      fileIds: ['f_2'],
      deadline: filed.deadline,
    })
    expect(next.events.at(-1)?.event).toBe('corrected')
    expect(next.pending).toContainEqual({ effect: 'releaseFiles', fileIds: ['f_1'] })
  })
  it('that changes nothing is success and writes nothing', () => {
    const filed = filedRequest()
    expect(yes(correct(filed, { description: filed.description }))).toBe(filed)
  })
  it.each<[string, () => ServiceRequest]>([
    ['a tier has accepted it', accepted],
    ['a tier has passed it on', () => yes(decisions.escalate(filedRequest(), at(1), grid))],
    ['the board shows it', () => yes(decisions.publish(filedRequest(), at(1), grid))],
    ['somebody supports it', () => filedRequest({ supporterCount: 1 })],
  ])('is refused once %s; more can be said instead', (_, request) => {
    expect(no(correct(request(), { description: '别的事' }))).toBe('request_relied_on')
    expect(stepsOf(request())).toEqual(['supplement', 'withdraw'])
  })
  it('is for whoever filed it alone, and not for what is finished', () => {
    expect(no(decideCorrect(filedRequest(), at(2), 'm_li', { place: '北门' }, requestRules))).toBe(
      'not_found',
    )
    expect(no(correct(resolved(), { place: '北门' }))).toBe('request_finished')
  })
})

describe('a supplement', () => {
  it('tells the tier that holds it and leaves its state and its clock', () => {
    const before = accepted()
    const next = yes(decisions.supplement(before, at(2)))
    expect(next).toMatchObject({ state: 'accepted', deadline: before.deadline })
    expect(next.events.at(-1)).toMatchObject({ event: 'supplemented', note: '雨水流进了楼道' })
    expect(next.pending.slice(before.pending.length)).toContainEqual(
      expect.objectContaining({ effect: 'tellQueue', kind: 'request_supplemented', queue: 'grid:grid1' }),
    )
  })
  it('does not answer a question that waits', () => {
    const asked = yes(decisions.ask(accepted(), at(2), grid))
    expect(yes(decisions.supplement(asked, at(3))).waiting).toEqual(asked.waiting)
  })
  it('is said so many times and no more', () => {
    let request = accepted()
    for (let count = 0; count < manySupplements; count++)
      request = yes(decisions.supplement(request, at(2, `more ${count}`)))
    expect(no(decisions.supplement(request, at(3)))).toBe('supplements_spent')
  })
})

describe('a withdrawal', () => {
  it('closes it, takes it off the board, and tells its tier and its supporters', () => {
    const shown = yes(decisions.publish({ ...accepted(), supporterCount: 1 }, at(2), grid))
    const next = yes(decisions.withdraw(shown, at(3)))
    expect(next).toMatchObject({
      state: 'closed',
      withdrawn: true,
      unfinished: false,
      onBoard: false,
      published: null,
      deadline: null,
      finishedAt: filedAt + 3 * hourMs,
    })
    const kinds = next.pending
      .slice(shown.pending.length)
      .flatMap((effect) => ('kind' in effect ? effect.kind : []))
    expect(kinds).toEqual(['request_withdrawn', 'supported_withdrawn'])
  })
  it('again is success; nothing opens, rates or publishes it afterwards', () => {
    const gone = yes(decisions.withdraw(accepted(), at(2)))
    expect(yes(decisions.withdraw(gone, at(3)))).toBe(gone)
    expect(no(decisions.reopen(gone, at(3)))).toBe('request_withdrawn')
    expect(no(decisions.satisfied(gone, at(3)))).toBe('request_withdrawn')
    expect(no(decisions.publish(gone, at(3), grid))).toBe('request_finished')
    expect(stepsOf(gone)).toEqual([])
  })
  it('is refused of what is resolved, and to whoever works on it', () => {
    expect(no(decisions.withdraw(resolved(), at(2)))).toBe('request_finished')
    const own = { reason: '提错了', worksOnIt: true }
    expect(no(decideWithdrawRequest(accepted(), at(2), wangId, own, requestRules))).toBe('own_withdrawal')
  })
  it('ends with time as anything that is finished: its words go', () => {
    const gone = yes(decisions.withdraw(accepted(), at(2)))
    const late = commandAt(filedAt + 800 * dayMs, 'pass')
    expect(yes(decisions.pass(gone, late))).toMatchObject({
      wordsGone: true,
      description: '',
      withdrawn: true,
    })
  })
})

describe('the rates of what was withdrawn', () => {
  const linesOf = (...requests: ServiceRequest[]) => {
    const lines = tallyLinesOf(requests)
    const { total } = ratesOf([{ day: '2026-11-23', lines }], 'grid', () => true)
    return { total, shares: sharesOf(total) }
  }
  it('are not moved by one that nobody had to answer yet; it is counted apart', () => {
    const early = yes(decisions.withdraw(filedRequest(), at(1)))
    expect(linesOf(resolved(), early)).toMatchObject({
      total: { filed: 2, resolved: 1, withdrawn: 1, withdrawnEarly: 1 },
      shares: { responseRate: 1, resolutionRate: 1 },
    })
  })
  it('keep an answer that came too late, so that a withdrawal betters nobody', () => {
    const late = yes(decisions.withdraw(filedRequest(), at(72)))
    const { total, shares } = linesOf(resolved(), late)
    expect(total).toMatchObject({ withdrawn: 1 })
    expect(total).not.toHaveProperty('withdrawnEarly')
    expect(shares).toMatchObject({ responseRate: 0.5, resolutionRate: 1 })
  })
  it('keep a rating that it was not well done', () => {
    const wrong = yes(decisions.unsatisfied(resolved(), at(2)))
    const { total, shares } = linesOf(yes(decisions.withdraw(wrong, at(3))))
    expect(total).toMatchObject({ resolved: 0, rated: 1, satisfied: 0 })
    expect(shares).toEqual({ responseRate: 1, satisfactionRate: 0 })
  })
  it('say nothing of it where there is none, as days that were counted before', () => {
    expect(linesOf(resolved()).total).not.toHaveProperty('withdrawn')
  })
})
