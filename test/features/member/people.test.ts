import fc from 'fast-check'
import * as v from 'valibot'
import type { AccessLine } from '#contract/account'
import { memberReveal } from '#contract/member'
import { isResidentStaff } from '#features/member/own/rolesHeld'
import { memberIdOfProxyCode, proxyCodeOf, proxyGroups } from '#features/member/proxy/proxyCode'
import { checkReveal, ownReason } from '#features/member/staff/revealDraft'
import { bookingDetail, bookingRequestAt } from '#routes'
import { accessReason, accessTitle } from '#text/account/access'
import { bookingEventWords } from '#text/booking/booking'
import { residentText, waitedWords } from '#text/member/resident'

const memberId = 'm_0f3a91bc22d4e5f60718293a'

describe('A 代办码', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 24, maxLength: 24 })

  it('is understood as scanned, as shown in groups, and as people type it', () => {
    fc.assert(
      fc.property(digits, (text) => {
        const id = `m_${text}`
        expect(memberIdOfProxyCode(proxyCodeOf(id))).toBe(id)
        expect(memberIdOfProxyCode(proxyGroups(id).join(' '))).toBe(id)
        expect(memberIdOfProxyCode(` ${proxyGroups(id).join('-').toUpperCase()}\n`)).toBe(id)
        expect(memberIdOfProxyCode(id)).toBe(id)
      }),
    )
  })

  it('has six groups of four', () => {
    expect(proxyGroups(memberId)).toEqual(['0f3a', '91bc', '22d4', 'e5f6', '0718', '293a'])
  })

  it.each([
    ['', 'nothing'],
    ['0f3a 91bc 22d4 e5f6 0718 293', 'a digit too few'],
    ['0f3a 91bc 22d4 e5f6 0718 293a 1', 'a digit too many'],
    ['0f3a 91bc 22d4 e5f6 0718 293g', 'another letter'],
    ['LL1.12345.ABCDEFGHIJKLMNOP', 'an attendance code'],
    ['https://example.com', 'an address'],
  ])('is not %j: %s', (text) => {
    expect(memberIdOfProxyCode(text)).toBeUndefined()
  })
})

describe('Who looked', () => {
  const line = (change: Partial<AccessLine>): AccessLine => ({
    at: 0,
    viewerName: '李师傅',
    fields: ['phone', 'door'],
    reason: 'booking_claimed',
    ...change,
  })

  it.each<[Partial<AccessLine>, string, string]>([
    [{}, '李师傅看了您的电话、住址', '认领了您的预约'],
    [{ fields: ['birth'], reason: '上门走访。' }, '李师傅看了您的生日', '原因：上门走访。'],
    [{ reason: 'booking_staff' }, '李师傅看了您的电话、住址', '查看您的预约'],
    [{ fields: ['phone', 'blood'] }, '李师傅看了您的电话、其他信息', '认领了您的预约'],
    [{ fields: [], reason: 'constructor' }, '李师傅看了您的信息', '原因：constructor'],
  ])('%j is said as %s, %s', (change, title, reason) => {
    expect(accessTitle(line(change))).toBe(title)
    expect(accessReason(line(change))).toBe(reason)
  })
})

describe('Opening what is sealed', () => {
  it('asks the cloud for the chosen fields with a usual reason', () => {
    const { input } = checkReveal({ fields: ['phone'], reason: residentText.reasons[0], written: 'x' })
    expect(v.parse(memberReveal, { memberId, ...input })).toMatchObject({
      fields: ['phone'],
      reason: residentText.reasons[0],
    })
  })

  it("or with the worker's own words, trimmed", () => {
    const { input } = checkReveal({ fields: ['door'], reason: ownReason, written: ' 送米上门 ' })
    expect(input).toEqual({ fields: ['door'], reason: '送米上门' })
  })

  it.each([
    [{ fields: [], reason: residentText.reasons[0], written: '' }, ['fields']],
    [{ fields: ['phone' as const], written: '送米上门' }, ['reason']],
    [{ fields: ['phone' as const], reason: ownReason, written: ' 看 ' }, ['written']],
    [{ fields: [], reason: ownReason, written: '' }, ['fields', 'written']],
  ])('is not asked with %j', (draft, faults) => {
    const checked = checkReveal(draft)
    expect(checked.input).toBeUndefined()
    expect(Object.keys(checked.faults)).toEqual(faults)
  })
})

describe('How long somebody has waited', () => {
  const hour = 3_600_000
  it.each([
    [hour - 1, '等了不到 1 小时'],
    [hour, '等了 1 小时'],
    [24 * hour - 1, '等了 23 小时'],
    [24 * hour, '等了 1 天'],
    [71 * hour, '等了 2 天'],
  ])('%i ms is %s', (waited, words) => {
    expect(waitedWords(1_000, 1_000 + waited)).toBe(words)
  })
})

describe('What was done for another', () => {
  it('is marked in the history', () => {
    expect(bookingEventWords({ at: 0, event: 'requested', who: '小王', onBehalf: true })).toBe(
      '小王（代办）提交了预约',
    )
    expect(bookingEventWords({ at: 0, event: 'requested', who: '小王' })).toBe('小王提交了预约')
  })

  it('has the member in the path of its pages', () => {
    expect(bookingDetail('b_1', memberId)).toMatch(new RegExp(`id=b_1&for=${memberId}$`))
    expect(bookingDetail('b_1')).not.toContain('for=')
    expect(bookingRequestAt('', memberId)).toMatch(new RegExp(`service=&for=${memberId}$`))
  })
})

describe('The residents’ page', () => {
  it.each([
    ['grid_worker' as const, true],
    ['admin' as const, true],
    ['team_leader' as const, false],
    ['resident' as const, false],
  ])('is for a %s: %s', (role, staff) => {
    expect(isResidentStaff({ roles: [{ role }], consents: [] })).toBe(staff)
  })
})
