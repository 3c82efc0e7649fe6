import {
  decideConfirmShift,
  decideShiftAlign,
  decideShiftCheckIn,
  decideShiftCheckOut,
  decideShiftPassing,
  decideShiftSignUp,
  decideWithdrawShift,
  type ShiftPlace,
  shiftWaitOf,
} from '#core/shift/shiftPlace'
import { commandAt, no, yes } from '#support/commands'
import { aShift, limits, reportAt, reportOf, servedUntil, servingSince, signedUp } from '#support/shifts'
import { dayMs, hourMs, minuteMs, mondayNine } from '#support/time'

const eleven = mondayNine + 2 * hourMs
const effects = (place: { pending: { effect: string }[] }) => place.pending.map(({ effect }) => effect)

describe('signing up', () => {
  it('promises the shift’s window', () => {
    expect(signedUp()).toMatchObject({
      _id: 'sh_1_m_zhao',
      state: 'confirmed',
      from: mondayNine,
      to: eleven,
      wakesAt: eleven + 72 * hourMs,
    })
  })
  it('again changes nothing', () => {
    const place = signedUp()
    expect(decideShiftSignUp(place, aShift(), commandAt(mondayNine), limits)).toEqual({ next: place })
  })
  it('is possible again after withdrawing', () => {
    const withdrawn = yes(decideWithdrawShift(signedUp(), commandAt(mondayNine - hourMs), limits))
    const again = yes(decideShiftSignUp(withdrawn, aShift(), commandAt(mondayNine - 1), limits))
    expect(again.state).toBe('confirmed')
    expect(again.events.map(({ event }) => event)).toEqual(['signed_up', 'withdrew', 'signed_up'])
  })
  it.each([
    ['over', {}, eleven, 'shift_over'],
    ['cancelled', { state: 'cancelled' as const }, mondayNine, 'shift_cancelled'],
  ])('is refused when the shift is %s', (_, more, at, refusal) => {
    const withdrawn = yes(decideWithdrawShift(signedUp(), commandAt(mondayNine - hourMs), limits))
    expect(no(decideShiftSignUp(withdrawn, aShift(more), commandAt(at), limits))).toBe(refusal)
  })
  it('is refused to who has served already', () => {
    expect(
      no(decideShiftSignUp(servedUntil(mondayNine + hourMs), aShift(), commandAt(eleven - 1), limits)),
    ).toBe('shift_over')
  })
})

describe('withdrawing', () => {
  it('frees the window and the slot and tells the coordinator', () => {
    const place = yes(decideWithdrawShift(signedUp(), commandAt(mondayNine - 1), limits))
    expect(place.state).toBe('withdrawn')
    expect(effects(place)).toEqual(['freeDiary', 'freeSlot', 'notice'])
    expect(place.wakesAt).toBeNull()
  })
  it('is refused once it has begun', () => {
    expect(no(decideWithdrawShift(signedUp(), commandAt(mondayNine), limits))).toBe('shift_begun')
  })
  it('is refused during a service', () => {
    expect(
      no(decideWithdrawShift(servingSince(mondayNine - minuteMs), commandAt(mondayNine - 1), limits)),
    ).toBe('conflict')
  })
})

describe('checking in', () => {
  it.each([
    ['a minute too early', mondayNine - 31 * minuteMs, 'too_early'],
    ['when it opens', mondayNine - 30 * minuteMs, undefined],
    ['a day late', eleven + dayMs, undefined],
    ['after the time for late reports', eleven + 72 * hourMs, 'too_late'],
  ])('%s', (_, at, refusal) => {
    const decision = decideShiftCheckIn(signedUp(), commandAt(at), reportAt(at), limits)
    expect(decision.refusal).toBe(refusal)
  })
  it('reported later keeps its own time and is flagged', () => {
    const place = yes(
      decideShiftCheckIn(
        signedUp(),
        commandAt(eleven),
        reportAt(mondayNine, { now: eleven, how: 'scan' }),
        limits,
      ),
    )
    expect(place.checkedIn).toEqual({ at: mondayNine, reportedAt: eleven, how: 'scan', late: true })
  })
  it('is refused with a wrong code, which is counted at the session', () => {
    const wrong = { proof: undefined, typed: true }
    expect(no(decideShiftCheckIn(signedUp(), commandAt(mondayNine), wrong, limits))).toBe('code_wrong')
  })
  it('stops at the limit of wrong codes, and a scan still counts', () => {
    const at = mondayNine + minuteMs
    const misses = { count: limits.codeTries, since: mondayNine }
    const typed = { ...reportAt(at), misses }
    expect(no(decideShiftCheckIn(signedUp(), commandAt(at), typed, limits))).toBe('code_locked')
    const scanned = { ...reportAt(at, { how: 'scan' }), misses }
    expect(yes(decideShiftCheckIn(signedUp(), commandAt(at), scanned, limits)).state).toBe('in_service')
  })
})

describe('checking out', () => {
  it.each([
    [0, 0],
    [5 * minuteMs - 1, 0],
    [5 * minuteMs, 5],
    [6 * minuteMs - 1, 5],
    [2 * hourMs, 120],
    [20 * hourMs, 720],
  ])('after %d ms counts %d minutes', (served, minutes) => {
    expect(servedUntil(mondayNine + served).minutes).toBe(minutes)
  })
  it('is not proven by a code from before the check-in', () => {
    const place = servingSince(mondayNine + hourMs)
    const old = reportAt(mondayNine, { now: eleven, how: 'scan' })
    expect(no(decideShiftCheckOut(place, commandAt(eleven), old, limits))).toBe('code_wrong')
    expect(
      no(decideShiftCheckOut(place, commandAt(eleven), reportOf('LL1.1.AAAAAAAAAAAAAAAA', eleven), limits)),
    ).toBe('code_wrong')
  })
})

describe('a confirmation', () => {
  it('credits the minutes to the team, once', () => {
    const place = yes(decideConfirmShift(servedUntil(), commandAt(eleven + hourMs), limits))
    expect(place.state).toBe('credited')
    expect(place.pending.filter(({ effect }) => effect === 'credit')).toMatchObject([
      {
        effect: 'credit',
        memberId: 'm_zhao',
        source: 'shift:sh_1:m_zhao',
        minutes: 120,
        teamId: 'womens_home',
        title: '元宵节猜灯谜·签到引导',
        servedFrom: mondayNine,
        servedTo: eleven,
        shownOn: { collection: 'shiftPlaces', id: place._id },
        told: { kind: 'shift_credited', to: 'm_zhao', minutes: 120 },
      },
    ])
    expect(decideConfirmShift(place, commandAt(eleven + 2 * hourMs), limits)).toEqual({ next: place })
  })
  it('credits nothing for less than a minute', () => {
    const place = yes(decideConfirmShift(servedUntil(mondayNine + 30_000), commandAt(eleven), limits))
    expect(effects(place)).toEqual(['freeDiary', 'notice'])
  })
  it.each([
    ['nobody came', signedUp],
    ['nobody has left', servingSince],
  ])('is refused while %s', (_, place) => {
    expect(no(decideConfirmShift(place(), commandAt(eleven), limits))).toBe('conflict')
  })
})

describe('time alone', () => {
  it('does nothing too early', () => {
    expect(decideShiftPassing(signedUp(), commandAt(eleven + 72 * hourMs - 1), limits)).toBeUndefined()
    expect(decideShiftPassing(servedUntil(), commandAt(eleven + 3 * dayMs - 1), limits)).toBeUndefined()
  })
  it('marks a volunteer who never came as absent, and tells them', () => {
    const place = yes(decideShiftPassing(signedUp(), commandAt(eleven + 72 * hourMs), limits))
    expect(place).toMatchObject({ state: 'absent', minutes: null, wakesAt: null })
    expect(effects(place)).toEqual(['freeDiary', 'notice'])
  })
  it('closes a forgotten check-out at the planned end, and never credits it by silence', () => {
    const place = yes(decideShiftPassing(servingSince(), commandAt(eleven + 72 * hourMs), limits))
    expect(place).toMatchObject({ state: 'done', minutes: 120, wakesAt: null })
    expect(decideShiftPassing(place, commandAt(eleven + 400 * dayMs), limits)).toBeUndefined()
    expect(yes(decideConfirmShift(place, commandAt(eleven + 400 * dayMs), limits)).state).toBe('credited')
  })
  it('credits after three silent days', () => {
    const place = yes(decideShiftPassing(servedUntil(), commandAt(eleven + 3 * dayMs), limits))
    expect(place.events.at(-1)?.event).toBe('confirmed_by_silence')
    expect(effects(place)).toContain('credit')
  })
})

describe('a shift that silence does not credit', () => {
  const out = (at: number, readsCode = false) =>
    yes(decideShiftCheckOut(servingSince(), commandAt(at), { ...reportAt(at), readsCode }, limits))
  const long = eleven + limits.overrunMinutes * 60_000
  it.each([
    ['ended by the limit after the shift', () => out(long), undefined],
    ['ended later', () => out(long + 1000), 'overrun'],
    ['was proven by a code that the volunteer could read', () => out(eleven, true), 'own'],
  ] as const)('%s', (_, place, wait) => {
    expect(shiftWaitOf(place())).toBe(wait)
    expect(place().wakesAt === null).toBe(wait !== undefined)
    const silent = decideShiftPassing(place(), commandAt(eleven + 30 * dayMs), limits)
    expect(silent?.next?.state).toBe(wait === undefined ? 'credited' : undefined)
    expect(yes(decideConfirmShift(place(), commandAt(eleven + dayMs), limits)).state).toBe('credited')
  })
  it('tells the coordinator and the leaders; the leaders alone where the coordinator served', () => {
    const told = (place: ShiftPlace) =>
      place.pending.map((effect) => [effect.effect, 'to' in effect && effect.to])
    expect(told(out(long + 1000))).toEqual([
      ['notice', 'm_sun'],
      ['tellLeaders', false],
    ])
    const own = { ...servingSince(), coordinatorId: 'm_zhao' }
    const report = { ...reportAt(eleven), readsCode: true }
    expect(told(yes(decideShiftCheckOut(own, commandAt(eleven), report, limits)))).toEqual([
      ['tellLeaders', false],
    ])
  })
  it('remembers that the code could be read at the check-in alone', () => {
    const report = { ...reportAt(mondayNine), readsCode: true }
    const came = yes(decideShiftCheckIn(signedUp(), commandAt(mondayNine), report, limits))
    const left = yes(decideShiftCheckOut(came, commandAt(eleven), reportAt(eleven), limits))
    expect(shiftWaitOf(left)).toBe('own')
  })
})

describe('an edited shift', () => {
  it('takes its volunteers along; the activity tells them of the new time', () => {
    const later = aShift({ from: mondayNine + hourMs, to: eleven + hourMs })
    const place = yes(decideShiftAlign(signedUp(), later, commandAt(mondayNine - hourMs), limits))
    expect(place).toMatchObject({ from: later.from, to: later.to, wakesAt: later.to + 72 * hourMs })
    expect(effects(place)).toEqual(['moveDiary'])
    expect(decideShiftAlign(place, later, commandAt(mondayNine), limits)).toEqual({ next: place })
  })
  it('tells them nothing of a new name alone', () => {
    const place = yes(decideShiftAlign(signedUp(), aShift({ name: '搬桌椅' }), commandAt(mondayNine), limits))
    expect(place.shiftName).toBe('搬桌椅')
    expect(place.pending).toEqual([])
  })
  it('that is cancelled frees those who were coming and leaves those who serve', () => {
    const cancelled = aShift({ state: 'cancelled' })
    const place = yes(decideShiftAlign(signedUp(), cancelled, commandAt(mondayNine - hourMs), limits))
    expect(place).toMatchObject({ state: 'cancelled', wakesAt: null })
    expect(effects(place)).toEqual(['freeDiary', 'freeSlot', 'notice'])
    const serving = servingSince()
    expect(decideShiftAlign(serving, cancelled, commandAt(eleven), limits)).toEqual({ next: serving })
    expect(no(decideShiftCheckIn(place, commandAt(mondayNine), reportAt(mondayNine), limits))).toBe(
      'shift_cancelled',
    )
  })
})
