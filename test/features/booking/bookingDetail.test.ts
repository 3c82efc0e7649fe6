import fc from 'fast-check'
import { clockAhead } from '#cloud/call/clockAhead'
import type { BookingDetail, BookingPart, BookingState } from '#contract/booking'
import { nextStepAt, stepAt } from '#contract/shared/attendanceCode'
import { nextStar } from '#features/hours/starScale'
import { bookingSentence } from '#text/booking/booking'
import { requesterNext } from '#text/booking/bookingState'
import { phoneWords } from '#text/member/phone'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-11-24T08:00')

describe('The clock of a phone', () => {
  const stepSeconds = 60
  const received = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 })

  it('that agrees with the cloud on the step is left alone', () => {
    fc.assert(
      fc.property(received, (instant) => {
        expect(clockAhead({ validUntil: nextStepAt(instant, stepSeconds), stepSeconds }, instant)).toBe(0)
      }),
    )
  })

  it('that is wrong is set to the cloud’s step, at most half a step off', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: -86_400_000, max: 86_400_000 }), (cloud, wrong) => {
        const phone = cloud - wrong
        const corrected =
          phone + clockAhead({ validUntil: nextStepAt(cloud, stepSeconds), stepSeconds }, phone)
        expect(stepAt(corrected, stepSeconds)).toBe(stepAt(cloud, stepSeconds))
        if (stepAt(phone, stepSeconds) !== stepAt(cloud, stepSeconds)) {
          expect(Math.abs(corrected - cloud)).toBeLessThanOrEqual(stepSeconds * 500)
        }
      }),
    )
  })
})

describe('Where a booking stands', () => {
  const states: BookingState[] = [
    'open',
    'claimed',
    'in_service',
    'done',
    'confirmed',
    'cancelled',
    'expired',
  ]
  const parts: BookingPart[] = ['requester', 'claimer', 'team', 'staff']
  const booking = (part: BookingPart, state: BookingState, more: Partial<BookingDetail> = {}) =>
    ({
      part,
      state,
      steps: [],
      timeline: [],
      window: { from: at('2026-11-25T09:00'), to: at('2026-11-25T11:00') },
      claimer: { memberId: 'm_1', name: '李师傅' },
      minutes: 47,
      ...more,
    }) as unknown as BookingDetail

  it.each(parts.flatMap((part) => states.map((state) => [part, state] as const)))(
    'is said to the %s in whole sentences: %s',
    (part, state) => {
      expect(bookingSentence(booking(part, state), now)).toMatch(/^[^\s].*[。！]$/)
      expect(bookingSentence(booking(part, state), now)).not.toMatch(/undefined|NaN/)
    },
  )

  it.each([
    ['more than half a day before', at('2026-11-24T20:59'), '正在等志愿者认领。'],
    ['from half a day before its beginning', at('2026-11-24T21:00'), '还没有人认领，社区正在帮您找。'],
    ['from its hour on', at('2026-11-25T09:00'), '对不起，到点了还没有人来。请打社区电话，或者换个时间。'],
  ])('says to the requester that nobody has claimed it, %s', (_, moment, words) => {
    const open = booking('requester', 'open')
    expect(bookingSentence(open, moment)).toContain(words)
    expect(requesterNext(open, moment)).toContain(words)
  })

  it('says whom the community looks for, and who is told, where somebody acts for another', () => {
    const soon = at('2026-11-25T08:00')
    expect(requesterNext(booking('requester', 'open'), soon, '王奶奶')).toBe(
      '还没有人认领，社区正在帮王奶奶找。有人认领，就会通知王奶奶。',
    )
  })

  it.each<[BookingPart, BookingState, 'no_show_claimer' | 'no_show_requester', string]>([
    ['requester', 'expired', 'no_show_claimer', '志愿者没有来'],
    ['requester', 'cancelled', 'no_show_requester', '没有找到您'],
    ['claimer', 'expired', 'no_show_claimer', '居民说您没有来'],
    ['claimer', 'cancelled', 'no_show_requester', '没有找到人'],
    ['staff', 'expired', 'no_show_claimer', '志愿者没有来'],
    ['staff', 'cancelled', 'no_show_requester', '没有找到居民'],
  ])('says to the %s of what is %s that somebody did not come: %s', (part, state, event, words) => {
    const missed = booking(part, state, { timeline: [{ at: now, event }] })
    expect(bookingSentence(missed, now)).toContain(words)
  })

  it('says when silence credits the minutes, and that a forgotten check-out waits for the leader', () => {
    const silent = booking('claimer', 'done', { confirmsItselfAt: at('2026-11-28T11:00') })
    expect(bookingSentence(silent, now)).toContain('11月28日 周六 11:00 前没有回音')
    expect(bookingSentence(booking('claimer', 'done'), now)).toContain('队长核定以后，才会')
    expect(bookingSentence(booking('requester', 'done'), now)).toContain('请您说一说')
    expect(bookingSentence(booking('requester', 'done', { stars: 4 }), now)).toContain('正在等队长核定')
  })
})

describe('The next star', () => {
  it.each([
    [-60, 1, 6060, 0],
    [0, 1, 6000, 0],
    [3000, 1, 3000, 0.5],
    [5999, 1, 1, 5999 / 6000],
    [6000, 2, 12_000, 0],
    [89_999, 5, 1, 29_999 / 30_000],
  ])('after %i recorded minutes is number %i, %i minutes away', (recorded, star, missingMinutes, part) => {
    expect(nextStar(recorded)).toEqual({ star, missingMinutes, part })
  })

  it('is none for who has all five', () => {
    expect(nextStar(90_000)).toBeUndefined()
  })
})

describe('A phone number', () => {
  it.each([
    ['+8613900000001', '139 0000 0001'],
    ['13900000001', '139 0000 0001'],
    ['023-0000 0000', '023-0000 0000'],
  ])('%s is read as %s', (phone, words) => {
    expect(phoneWords(phone)).toBe(words)
  })
})
