import type { BookingDetail } from '#contract/booking'
import { checkMove, checkWords, draftOfBooking } from '#features/booking/detail/changeInput'
import { bookingFormText } from '#text/booking/bookingForm'
import { changeText } from '#text/booking/change'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-11-24T08:00')
const booking = {
  bookingId: 'b_1',
  kind: 'plumbing',
  description: '厨房水龙头漏水',
  risks: '有狗；楼道没有灯',
  place: 'home',
  window: { from: at('2026-11-25T09:30'), to: at('2026-11-25T11:00') },
} as unknown as BookingDetail
const draft = draftOfBooking(booking, now)

describe('Another time for a booking', () => {
  it('begins with the time there is, which is no change', () => {
    expect(checkMove(booking, draft, now)).toEqual({ faults: { window: changeText.move.same } })
  })
  it('is one tap away for tomorrow morning', () => {
    expect(checkMove(booking, { ...draft, when: 'tomorrowMorning' }, now)).toEqual({
      input: {
        bookingId: 'b_1',
        window: { from: at('2026-11-25T09:00'), to: at('2026-11-25T11:00') },
      },
    })
  })
  it.each([
    [{ day: '2026-11-24', from: '07:00', to: '09:00' }, bookingFormText.faults.windowPast],
    [{ day: '2026-11-26', from: '07:00', to: '20:00' }, bookingFormText.faults.windowLong],
    [{ day: '2026-11-26', from: '', to: '20:00' }, bookingFormText.faults.window],
  ])('that does not do is said beside the field: %j', (ownWindow, window) => {
    expect(checkMove(booking, { ...draft, ownWindow }, now)).toEqual({ faults: { window } })
  })
})

describe('Other words for a booking', () => {
  it('begin with what it says, in one text, and leave the door where it is', () => {
    expect(checkWords(booking, draft, true)).toEqual({
      input: {
        bookingId: 'b_1',
        description: '厨房水龙头漏水',
        risks: '有狗；楼道没有灯',
        place: 'home',
      },
    })
  })
  it('say that there is nothing to mind where that field is empty', () => {
    expect(checkWords(booking, { ...draft, riskWords: ' ' }, true).input?.risks).toBe(
      bookingFormText.noRiskWritten,
    )
  })
  it('name no place once somebody may be on the way', () => {
    const there = { meet: 'elsewhere' as const, address: '菜市场', destination: '市中医院' }
    const elsewhere = { ...draft, place: 'accompany' as const, ...there }
    expect(checkWords(booking, elsewhere, true).input).toMatchObject({
      place: 'accompany',
      address: '菜市场',
      destination: '市中医院',
    })
    expect(Object.keys(checkWords(booking, elsewhere, false).input ?? {})).toEqual([
      'bookingId',
      'description',
      'risks',
    ])
  })
  it('want to know where it goes once help at home becomes an escort', () => {
    const escort = { ...draft, place: 'accompany' as const }
    expect(Object.keys(checkWords(booking, escort, true).faults ?? {})).toEqual(['destination'])
    expect(checkWords({ ...booking, place: 'accompany' }, escort, true).input).not.toHaveProperty(
      'destination',
    )
  })
  it('want a sentence, and an address where it is another', () => {
    expect(checkWords(booking, { ...draft, description: '', meet: 'elsewhere' }, true)).toEqual({
      faults: {
        description: bookingFormText.faults.description,
        address: bookingFormText.faults.address,
      },
    })
  })
})
