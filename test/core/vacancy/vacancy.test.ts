import {
  decideCloseVacancy,
  decideEditVacancy,
  decidePublishVacancy,
  decideVacancyPassing,
  newVacancy,
  type Vacancy,
} from '#core/vacancy/vacancy'
import { commandAt, no, yes } from '#support/commands'
import { dayMs, mondayNine } from '#support/time'

const zheng = { _id: 'm_zheng', name: '郑大姐', communityId: 'tubengkan' }
const written = {
  ...{ title: '保洁员', firm: '清清家政', place: '土崩坎 12 号' },
  ...{ payText: '每月 3500 元', hoursText: '每天 8 小时', validTo: mondayNine + 30 * dayMs },
}
const draft = (more: Partial<Vacancy> = {}): Vacancy => ({
  ...newVacancy('vac_1', zheng, written, mondayNine),
  ...more,
})
const published = (): Vacancy => ({
  ...yes(decidePublishVacancy(draft(), commandAt(mondayNine))),
  pending: [],
})
const at = (afterMs: number, word = 'tap') => commandAt(mondayNine + afterMs, word)

describe('a vacancy', () => {
  it('stands until its end, at most ninety days, and is over then by time alone', () => {
    expect(no(decidePublishVacancy(draft({ validTo: mondayNine }), commandAt(mondayNine)))).toBe(
      'vacancy_ends',
    )
    const far = draft({ validTo: mondayNine + 90 * dayMs + 1 })
    expect(no(decidePublishVacancy(far, commandAt(mondayNine)))).toBe('vacancy_ends')
    const open = published()
    expect(open).toMatchObject({ state: 'open', wakesAt: written.validTo })
    expect(decideVacancyPassing(open, at(30 * dayMs - 1))).toBeUndefined()
    const over = yes(decideVacancyPassing(open, at(30 * dayMs)))
    expect(over).toMatchObject({ state: 'closed', wakesAt: null, closedAt: written.validTo })
    expect(over.pending).toMatchObject([{ effect: 'vacancy', vacancyId: 'vac_1' }])
    expect(over.pending).not.toMatchObject([{ changed: expect.anything() }])
  })
  it('that asks for money is neither shown nor edited so', () => {
    const asks = { words: '入职交押金一百元' }
    expect(no(decidePublishVacancy(draft(asks), commandAt(mondayNine)))).toBe('vacancy_fee')
    expect(no(decideEditVacancy(published(), at(1), asks))).toBe('vacancy_fee')
    expect(no(decideEditVacancy(published(), at(1), { payText: '面议' }))).toBe('vacancy_pay_open')
  })
  it('says what an edit has changed, and nothing of what nobody need hear', () => {
    const paid = yes(decideEditVacancy(published(), at(1), { payText: '每月 3800 元', count: 3 }))
    expect(paid.pending).toMatchObject([{ effect: 'vacancy', changed: ['payText'] }])
    const longer = yes(decideEditVacancy(published(), at(1), { validTo: written.validTo + dayMs }))
    expect(longer.pending).toEqual([])
    expect(longer.wakesAt).toBe(written.validTo + dayMs)
    const same = published()
    expect(yes(decideEditVacancy(same, at(1), { payText: written.payText }))).toBe(same)
    const counted = yes(decideEditVacancy(published(), at(1), { count: 3, words: '包一餐' }))
    const { count, words } = yes(decideEditVacancy(counted, at(2, 'less'), { count: null, words: null }))
    expect([count, words]).toEqual([undefined, undefined])
  })
  it('is closed once, with a reason, and not edited after that', () => {
    const closed = yes(decideCloseVacancy(published(), at(1), '招满了'))
    expect(closed).toMatchObject({ state: 'closed', closedReason: '招满了' })
    expect(closed.pending).toMatchObject([{ effect: 'vacancy', reason: '招满了' }])
    expect(yes(decideCloseVacancy(closed, at(2, 'again'), '又一次'))).toBe(closed)
    expect(no(decideEditVacancy(closed, at(2), { count: 2 }))).toBe('vacancy_over')
  })
})
