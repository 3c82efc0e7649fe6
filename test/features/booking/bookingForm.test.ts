import fc from 'fast-check'
import * as v from 'valibot'
import { stillWrong } from '#cloud/call/checked'
import { bookingRequest } from '#contract/booking'
import type { ServiceKind } from '#contract/community'
import { hourMs, minuteMs } from '#contract/shared/time'
import {
  type BookingDraft,
  emptyBooking,
  withHands,
  withKind,
  withNoRisk,
  withRisk,
  withSentence,
  withTurned,
  withWeeks,
  withWho,
  withWindow,
} from '#features/booking/form/bookingDraft'
import {
  type BookingFaults,
  checkBooking,
  labelsOf,
  refusedBooking,
} from '#features/booking/form/bookingInput'
import { quickWindowsAt } from '#features/booking/form/quickWindows'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-11-24T08:00')
const around = { now, service: 'repair', hasHousehold: true }
const draft = (part: Partial<BookingDraft> = {}): BookingDraft => ({
  ...emptyBooking(now),
  kind: 'lamp',
  description: ' 厨房的灯不亮了 ',
  noRisk: true,
  ...part,
})
const own = (day: string, from: string, to: string): Partial<BookingDraft> => ({
  when: 'own',
  ownWindow: { day, from, to },
})
const kind = (named: string, more: Partial<ServiceKind> = {}): ServiceKind => ({
  kind: named,
  title: named,
  ...more,
})
const seriesDays = (from: number, holidays: readonly (string | undefined)[]) =>
  holidays.map((holiday, week) => ({
    day: `2026-12-0${week + 1}`,
    from: from + week * 168 * hourMs,
    ...(holiday !== undefined && { holiday }),
  }))
const faultsIn = (part: Partial<BookingDraft>, more = {}) =>
  Object.keys(checkBooking(draft(part), { ...around, ...more }).faults ?? {})

describe('A request for help', () => {
  it('that is filled in is what the contract takes, tomorrow from nine to eleven at one’s own door', () => {
    const { input } = checkBooking(draft(), around)
    expect(v.parse(bookingRequest, input)).toEqual({
      service: 'repair',
      kind: 'lamp',
      description: '厨房的灯不亮了',
      window: { from: at('2026-11-25T09:00'), to: at('2026-11-25T11:00') },
      place: 'home',
      risks: '没有',
    })
  })

  it('every week is sent with the days that are left out: holidays at first, and what is turned by hand', () => {
    const days = seriesDays(at('2026-11-25T09:00'), [undefined, '元旦', undefined])
    const weekly = withTurned(withWeeks(draft(), 3), days[2]?.day ?? '')
    const { input } = checkBooking(weekly, { ...around, days })
    expect(input).toMatchObject({ weeks: 3, without: [days[1]?.day, days[2]?.day] })
    const all = withTurned(withTurned(weekly, days[1]?.day ?? ''), days[2]?.day ?? '')
    expect(checkBooking(all, { ...around, days }).input).toMatchObject({ without: [] })
    expect(faultsIn(withWeeks(draft(), 3))).toEqual(['weeks'])
    expect(faultsIn(withTurned(weekly, days[0]?.day ?? ''), { days })).toEqual(['weeks'])
  })

  it('wants two volunteers or every week, never both, and neither after another kind is chosen', () => {
    const two = withHands(withWeeks(draft(), 4), 2)
    expect([two.hands, two.weeks]).toEqual([2, undefined])
    const weekly = withWeeks(two, 4)
    expect([weekly.hands, weekly.weeks]).toEqual([undefined, 4])
    expect(checkBooking(two, around).input).toMatchObject({ hands: 2 })
    expect(checkBooking(withHands(two, 1), around).input).not.toHaveProperty('hands')
    for (const chosen of [two, weekly])
      expect(withKind(chosen, kind('lock'), undefined)).toMatchObject({ kind: 'lock' })
    expect(withKind(two, kind('lock'), undefined).hands).toBeUndefined()
    expect(withKind(weekly, kind('lock'), undefined).weeks).toBeUndefined()
  })

  it.each<[string, Partial<BookingDraft>, string[]]>([
    ['no kind of help yet', { kind: '' }, ['kind']],
    ['no description', { description: '  ' }, ['description']],
    ['no word on where an escort goes', { place: 'accompany' }, ['destination']],
    ['a window of today whose hours never stood there', { when: 'soon' }, ['window']],
    ['no address where it is elsewhere', { meet: 'elsewhere' }, ['address']],
    ['an end before its start, which makes it too long', own('2026-11-25', '11:00', '09:00'), ['window']],
    ['equal times, which are a whole day', own('2026-11-25', '09:00', '09:00'), ['window']],
    ['a day not chosen', own('', '09:00', '11:00'), ['window']],
    ['a window that has begun', own('2026-11-24', '08:00', '10:00'), ['window']],
    ['a window longer than twelve hours', own('2026-11-25', '06:00', '19:00'), ['window']],
  ])('with %s is not sent, and only that is named', (_, part, faults) => {
    expect(faultsIn(part)).toEqual(faults)
  })

  it('that says nothing of risks says that there are none, also in a draft from before that was so', () => {
    expect(checkBooking(draft({ noRisk: false }), around).input?.risks).toBe('没有')
  })

  it('for an escort says where it goes, and one at home does not', () => {
    const escort = draft({ place: 'accompany', destination: ' 市中医院 ' })
    expect(v.parse(bookingRequest, checkBooking(escort, around).input)).toMatchObject({
      place: 'accompany',
      destination: '市中医院',
    })
    expect(checkBooking({ ...escort, place: 'home' }, around).input).not.toHaveProperty('destination')
  })

  it('over midnight ends on the next day', () => {
    const { input } = checkBooking(draft(own('2026-11-29', '22:00', '02:00')), around)
    expect(v.parse(bookingRequest, input).window).toEqual({
      from: at('2026-11-29T22:00'),
      to: at('2026-11-30T02:00'),
    })
  })

  it('that is too long over midnight says that its end counts as the next day', () => {
    const { faults } = checkBooking(draft(own('2026-11-25', '11:00', '09:00')), around)
    expect(faults?.window).toMatch(/12 小时.*次日/)
  })

  it('asks for an address where no door is known', () => {
    expect(faultsIn({}, { hasHousehold: false })).toEqual(['address'])
    expect(faultsIn({ address: '火柴新村大门口' }, { hasHousehold: false })).toEqual([])
  })

  it('asks which service where the page was opened without one', () => {
    expect(faultsIn({}, { service: undefined })).toEqual(['service'])
    expect(checkBooking(draft({ service: 'repair' }), { ...around, service: undefined }).input?.service).toBe(
      'repair',
    )
  })

  it('says the chosen hints and the typed words as one sentence', () => {
    const hinted = withRisk(withRisk(draft({ riskWords: ' 家里有狗 ' }), '需要登高'), '地面湿滑')
    expect(checkBooking(hinted, around).input?.risks).toBe('需要登高；地面湿滑；家里有狗')
  })
})

describe('Whom a request is for', () => {
  it('is a dependent, somebody one acts for, or oneself: never two of them', () => {
    const dependent = withWho(draft(), { forDependentId: 'd_1' })
    const member = withWho(dependent, { actingFor: 'm_1' })
    expect(member).toMatchObject({ actingFor: 'm_1' })
    expect(member).not.toHaveProperty('forDependentId')
    expect(withWho(member, {})).toEqual(draft())
  })

  it('is in the command’s envelope for a member, and in its input for a dependent', () => {
    expect(checkBooking(withWho(draft(), { forDependentId: 'd_1' }), around).input).toMatchObject({
      forDependentId: 'd_1',
    })
    expect(checkBooking(withWho(draft(), { actingFor: 'm_1' }), around).input).toEqual(
      checkBooking(draft(), around).input,
    )
  })
})

describe('Risks', () => {
  it('never say both a hint and that there is nothing to mind', () => {
    const toggles = fc.array(fc.constantFrom('需要登高', '地面湿滑', 'none'))
    fc.assert(
      fc.property(toggles, (taps) => {
        const end = taps.reduce(
          (held, tap) => (tap === 'none' ? withNoRisk(held) : withRisk(held, tap)),
          draft(),
        )
        expect(end.noRisk && end.risks.length > 0).toBe(false)
        expect(new Set(end.risks).size).toBe(end.risks.length)
      }),
    )
  })

  it('of another kind of help are forgotten', () => {
    const hinted = withRisk(draft(), '需要登高')
    expect(withKind(hinted, kind('lamp'), undefined).risks).toEqual(['需要登高'])
    expect(withKind(hinted, kind('lock'), undefined)).toMatchObject({ risks: [], noRisk: true })
  })
})

describe('The windows that one tap chooses', () => {
  const offered = (clock: string) =>
    quickWindowsAt(at(`2026-11-24T${clock}`)).map(({ quick, window: { day, from, to } }) =>
      [quick, day.slice(8), from, to].join(' '),
    )
  const later = [
    'tomorrowMorning 25 09:00 11:00',
    'tomorrowAfternoon 25 14:00 16:00',
    'nextMorning 26 09:00 11:00',
  ]
  it.each([
    ['03:10', ['soon 24 08:00 10:00', 'todayAfternoon 24 14:00 16:00']],
    ['08:00', ['soon 24 09:00 11:00', 'todayAfternoon 24 14:00 16:00']],
    ['08:01', ['soon 24 09:30 11:30', 'todayAfternoon 24 14:00 16:00']],
    ['11:00', ['soon 24 12:00 14:00', 'todayAfternoon 24 14:00 16:00']],
    ['11:01', ['soon 24 12:30 14:30']],
    ['17:59', ['soon 24 19:00 21:00']],
    ['18:00', []],
    ['23:30', []],
  ])('at %s are of today %j, then those of the next days', (clock, today) => {
    expect(offered(clock)).toEqual([...today, ...later])
  })

  it('of today keep the hours that were tapped: sent later, or sent again, it is the same request', () => {
    const [soon] = quickWindowsAt(now)
    const tapped = withWindow(draft(), { when: 'soon', window: soon?.window, now })
    const sentAt = (time: number) => checkBooking(tapped, { ...around, now: time }).input?.window
    expect(sentAt(now + 50 * minuteMs)).toEqual({ from: at('2026-11-24T09:00'), to: at('2026-11-24T11:00') })
    expect(checkBooking(tapped, { ...around, now: now + hourMs }).faults?.window).toMatch(/已经过去/)
    expect(withWindow(tapped, { when: 'own', window: undefined, now }).ownWindow).toEqual(soon?.window)
  })
})

describe('A kind of help', () => {
  const plumbing = kind('plumbing', { sentences: ['水龙头一直滴水', '下水管漏水'], places: ['home'] })
  const escort = kind('escort', { sentences: ['陪我去医院'], places: ['accompany'] })

  it('brings its place: an escort is never filed at home by not looking', () => {
    const chosen = withKind(draft(), escort, undefined)
    expect(chosen.place).toBe('accompany')
    expect(withKind(chosen, plumbing, escort).place).toBe('home')
    expect(withKind(chosen, kind('errand'), escort).place).toBe('home')
  })

  it('has sentences to tap, which stand beside one’s own words and go as they came', () => {
    const typed = draft({ kind: 'plumbing', description: '在厨房' })
    const tapped = withSentence(withSentence(typed, '水龙头一直滴水'), '下水管漏水')
    expect(tapped).toMatchObject({ description: '在厨房；水龙头一直滴水；下水管漏水', filled: 2 })
    expect(withSentence(tapped, '水龙头一直滴水').description).toBe('在厨房；下水管漏水')
    expect(withKind(tapped, escort, plumbing).description).toBe('在厨房')
    expect(withKind(typed, escort, plumbing).filled).toBeUndefined()
  })
})

describe('What the cloud found wrong', () => {
  it('stands at the field it concerns', () => {
    const faults = refusedBooking({
      code: 'invalid_input',
      message: '',
      issues: [
        { path: 'window.from', message: 'x' },
        { path: 'description', message: 'y' },
        { path: 'unheard', message: 'z' },
      ],
    })
    expect(Object.keys(faults)).toEqual(['window', 'description'])
    expect(Object.keys(refusedBooking({ code: 'window_past', message: '' }))).toEqual(['window'])
    expect(Object.keys(refusedBooking({ code: 'no_household', message: '' }))).toEqual(['address'])
    expect(refusedBooking({ code: 'text_risky', message: '请换一种说法。' })).toEqual({
      description: '请换一种说法。',
    })
    expect(refusedBooking({ code: 'internal', message: '' })).toEqual({})
  })

  it('is named in the order of the page', () => {
    expect(labelsOf({ risks: 'x', kind: 'y' }, 'home')).toEqual(['要帮什么忙', '志愿者要留意什么'])
  })

  it('goes away as it is mended, and nothing new is said before the next tap', () => {
    const before: BookingFaults = { kind: 'a', risks: 'b' }
    expect(stillWrong(before, { kind: 'a', address: 'c' })).toEqual({ kind: 'a' })
    expect(stillWrong(before, { kind: 'a', risks: 'b' })).toBe(before)
  })
})
