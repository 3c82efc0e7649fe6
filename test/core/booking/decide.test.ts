import type { BookingState } from '#contract/booking'
import type { RefusalCode } from '#contract/shared/refusal'
import type { Proof } from '#core/attendance/attendance'
import { missesKept } from '#core/attendance/wrongCodes'
import type { Booking } from '#core/booking/booking'
import { decideConfirm } from '#core/booking/confirm'
import {
  decideBookingPassing,
  decideCancel,
  decideCheckIn,
  decideCheckOut,
  decideClaim,
  decideRelease,
  type Volunteer,
} from '#core/booking/decide'
import { decideNoShow } from '#core/booking/noShow'
import { effectGraceMs, repeatOf, withEffectsDone } from '#core/change/aggregate'
import {
  claimedBooking,
  doneBooking,
  inService,
  li,
  limits,
  mistyped,
  openBooking,
  shown,
  today,
  volunteer,
  zhao,
} from '#support/bookings'
import { commandAt, no, yes } from '#support/commands'
import { dayMs, hourMs, minuteMs, mondayNine } from '#support/time'

const ten = mondayNine + hourMs
const eight = mondayNine - hourMs
const claim = (booking: Booking, at: number, who: Volunteer = li) =>
  decideClaim(booking, commandAt(at, 'claim', who.name), who, today, limits)
const release = (booking: Booking, at: number, memberId = li.memberId) =>
  decideRelease(booking, commandAt(at, 'release'), memberId, '孩子病了', limits)
const cancel = (booking: Booking, at: number) =>
  decideCancel(booking, commandAt(at, 'cancel'), '修好了', limits)
const checkIn = (booking: Booking, at: number, report = shown(at), memberId = li.memberId) =>
  decideCheckIn(booking, commandAt(at, 'check in'), memberId, report, limits)
const checkOut = (booking: Booking, at: number, report = shown(at), memberId = li.memberId) =>
  decideCheckOut(booking, commandAt(at, 'check out'), memberId, report, limits)
const confirm = (booking: Booking, at: number) =>
  decideConfirm(booking, commandAt(at, 'confirm'), { stars: 5, comment: null }, limits)
const pass = (booking: Booking, at: number) => decideBookingPassing(booking, commandAt(at, 'pass'), limits)
const proved = (at: number): { proof: Proof; typed: boolean } => ({
  proof: { at, how: 'typed' },
  typed: true,
})

const expiredBooking = () => yes(pass(openBooking(), ten))
const cancelledBooking = () => yes(cancel(claimedBooking(), eight))
const confirmedBooking = () => yes(confirm(doneBooking(), ten + hourMs))
const inState: Record<BookingState, () => Booking> = {
  open: openBooking,
  claimed: claimedBooking,
  in_service: inService,
  done: doneBooking,
  confirmed: confirmedBooking,
  cancelled: cancelledBooking,
  expired: expiredBooking,
}

describe('a claim', () => {
  it('takes an open booking and tells the requester who comes', () => {
    const booking = yes(claim(openBooking(), eight))
    expect(booking).toMatchObject({
      state: 'claimed',
      claimerId: 'm_li',
      claimerName: '李师傅',
      claims: 1,
      rev: 2,
    })
    expect(booking.pending).toMatchObject([
      { effect: 'relate' },
      { kind: 'booking_claimed', to: 'm_wang', who: '李师傅' },
    ])
  })
  it('again by the same volunteer is success and changes nothing', () => {
    const booking = claimedBooking()
    expect(yes(claim(booking, eight))).toBe(booking)
  })
  it.each<[BookingState, RefusalCode]>([
    ['claimed', 'already_claimed'],
    ['in_service', 'already_claimed'],
    ['done', 'already_claimed'],
    ['confirmed', 'already_claimed'],
    ['cancelled', 'cancelled'],
    ['expired', 'expired'],
  ])('by a second volunteer when it is %s is refused: %s', (state, code) => {
    expect(no(claim(inState[state](), eight, zhao))).toBe(code)
  })
  it('is possible until the window ends, not at its end', () => {
    expect(yes(claim(openBooking(), ten - 1)).state).toBe('claimed')
    expect(no(claim(openBooking(), ten))).toBe('expired')
  })
  it('is only for members of the team, and not for the requester', () => {
    expect(no(claim(openBooking(), eight, { ...li, teamIds: ['elder_care'] }))).toBe('not_in_team')
    expect(no(claim(openBooking(), eight, { ...li, teamIds: [] }))).toBe('not_in_team')
    expect(no(claim(openBooking(), eight, volunteer('m_wang', '王奶奶')))).toBe('own_booking')
  })
  it.each([
    ['none', [], false],
    ['another licence', [{ licence: '焊工证', validUntil: '2030-01-01' }], false],
    ['one that ended yesterday', [{ licence: '电工证', validUntil: '2026-11-22' }], false],
    ['one that ends today', [{ licence: '电工证', validUntil: '2026-11-23' }], true],
    [
      'an old one and its renewal',
      [
        { licence: '电工证', validUntil: '2020-01-01' },
        { licence: '电工证', validUntil: '2030-01-01' },
      ],
      true,
    ],
  ])('of licensed work with %s: %p', (_, licences, taken) => {
    const decision = claim(openBooking({ needsLicence: '电工证' }), eight, { ...li, licences })
    expect(decision.refusal).toBe(taken ? undefined : 'licence_required')
  })
  it('gives each claim its own attendance codes', () => {
    const again = yes(claim(yes(release(claimedBooking(), eight)), eight + 1, zhao))
    expect(again).toMatchObject({ claims: 2, claimerId: 'm_zhao' })
  })
})

describe('a release', () => {
  it('puts it back into the hall, frees the diary and tells the requester why', () => {
    const booking = yes(release(withEffectsDone(claimedBooking()), eight))
    expect(booking).toMatchObject({ state: 'open', claimerId: null, claimerName: null })
    // Half of its lead time is over, so the leaders are told at once.
    expect(booking.wakesAt).toBe(mondayNine - 6 * hourMs)
    expect(booking.pending).toMatchObject([
      { effect: 'freeDiary', memberId: 'm_li', heldFor: 'b_1', at: eight },
      { kind: 'booking_released', to: 'm_wang', who: '李师傅', note: '孩子病了' },
      { effect: 'offer', bookingId: 'b_1' },
    ])
  })
  it('is the claimer’s alone', () => expect(no(release(claimedBooking(), eight, 'm_zhao'))).toBe('forbidden'))
  it('after the window has passed is refused: nobody else could come', () =>
    expect(no(release(claimedBooking(), ten))).toBe('expired'))
  it.each<BookingState>(['open', 'in_service', 'done', 'confirmed', 'cancelled', 'expired'])(
    'of a booking that is %s is refused',
    (state) => expect(no(release(inState[state](), ten))).toBe('conflict'),
  )
})

describe('a cancellation', () => {
  it('of an open booking tells nobody; of a claimed one it tells the claimer and frees their diary', () => {
    expect(yes(cancel(openBooking(), eight)).pending).toEqual([])
    expect(yes(cancel(withEffectsDone(claimedBooking()), eight)).pending).toMatchObject([
      { effect: 'freeDiary', memberId: 'm_li', at: eight },
      { kind: 'booking_cancelled', to: 'm_li', note: '修好了' },
    ])
  })
  it.each<[BookingState, RefusalCode]>([
    ['in_service', 'conflict'],
    ['done', 'conflict'],
    ['confirmed', 'conflict'],
    ['cancelled', 'cancelled'],
    ['expired', 'expired'],
  ])('of a booking that is %s is refused: %s', (state, code) => {
    expect(no(cancel(inState[state](), ten))).toBe(code)
  })
  it('is left to the timer, which removes the door and number after their term', () => {
    const cancelled = withEffectsDone(cancelledBooking())
    const term = (cancelled.events.at(-1)?.at ?? 0) + limits.contactKeptDays * dayMs
    expect(cancelled).toMatchObject({ wakesAt: term, dueAt: term })
    expect(pass(cancelled, term - 1)).toBeUndefined()
    const forgotten = yes(pass(cancelled, term))
    const wordsTerm = (cancelled.events.at(-1)?.at ?? 0) + limits.wordsKeptDays * dayMs
    expect(forgotten).toMatchObject({ state: 'cancelled', contact: null, wakesAt: wordsTerm })
    expect(forgotten.events).toEqual(cancelled.events)
    expect(pass(forgotten, wordsTerm - 1)).toBeUndefined()
  })
  it('loses its words after their term; what was done and when stays', () => {
    const cancelled = withEffectsDone(cancelledBooking())
    const term = (cancelled.events.at(-1)?.at ?? 0) + limits.wordsKeptDays * dayMs
    // A late timer removes both at once.
    const wordless = yes(pass(cancelled, term))
    expect(wordless).toMatchObject({
      ...{ state: 'cancelled', contact: null, description: '', risks: '', comment: null },
      ...{ kind: cancelled.kind, windowFrom: cancelled.windowFrom, wakesAt: null, dueAt: null },
    })
    expect(wordless.events.map(({ event }) => event)).toEqual(cancelled.events.map(({ event }) => event))
    expect(wordless.events.some(({ note }) => note !== undefined)).toBe(false)
    expect(pass(wordless, term + 365 * dayMs)).toBeUndefined()
  })
})

describe('a check-in', () => {
  it('begins the service at the time that the code proves', () => {
    const booking = yes(checkIn(claimedBooking(), mondayNine))
    expect(booking).toMatchObject({
      state: 'in_service',
      checkedIn: { at: mondayNine, reportedAt: mondayNine, how: 'scan', late: false },
    })
  })
  it.each([
    [30 * minuteMs, undefined],
    [30 * minuteMs + 1, 'too_early'],
    [-5 * hourMs, undefined],
  ])('%d ms before the window: %s', (before, code) => {
    expect(checkIn(claimedBooking(), mondayNine - before).refusal).toBe(code)
  })
  it('that claims to have been earlier than check-in opens is too early, whenever it is reported', () => {
    expect(no(checkIn(claimedBooking(), ten, proved(mondayNine - 31 * minuteMs)))).toBe('too_early')
  })
  it.each([
    [71 * hourMs, true],
    [72 * hourMs, true],
    [72 * hourMs + 1, false],
  ])('reported %d ms late counts: %p', (late, counts) => {
    const decision = checkIn(claimedBooking(), mondayNine + late, proved(mondayNine))
    expect(decision.refusal).toBe(counts ? undefined : 'too_late')
    expect(decision.next?.checkedIn?.at).toBe(counts ? mondayNine : undefined)
  })
  it('is flagged to the leader when it is reported more than fifteen minutes late', () => {
    const late = (ms: number) =>
      yes(checkIn(claimedBooking(), mondayNine + ms, proved(mondayNine))).checkedIn?.late
    expect(late(15 * minuteMs)).toBe(false)
    expect(late(15 * minuteMs + 1)).toBe(true)
  })
  it('is the claimer’s alone', () => {
    expect(no(checkIn(claimedBooking(), mondayNine, shown(mondayNine), 'm_zhao'))).toBe('forbidden')
    expect(no(checkIn(openBooking(), mondayNine))).toBe('forbidden')
  })
  it.each<BookingState>(['in_service', 'done', 'confirmed', 'cancelled'])(
    'of a booking that is %s is refused',
    (state) => expect(no(checkIn(inState[state](), ten))).toBe('conflict'),
  )
})

describe('a check-out', () => {
  it('ends the service with whole minutes and asks the requester', () => {
    const booking = yes(checkOut(withEffectsDone(inService()), mondayNine + 45 * minuteMs + 59_999))
    expect(booking).toMatchObject({ state: 'done', minutes: 45 })
    expect(booking.pending).toMatchObject([
      { effect: 'relate' },
      { kind: 'booking_done', to: 'm_wang', minutes: 45 },
    ])
    expect(booking.wakesAt).toBe(mondayNine + 45 * minuteMs + 59_999 + 3 * dayMs)
  })
  it('counts no more than one check-in may', () => {
    expect(yes(checkOut(inService(), mondayNine + 13 * hourMs)).minutes).toBe(720)
  })
  it('with a code kept from before the check-in proves nothing and leaves the service running', () => {
    expect(no(checkOut(inService(), ten, proved(eight)))).toBe('code_wrong')
  })
  it('is the claimer’s alone', () =>
    expect(no(checkOut(inService(), ten, shown(ten), 'm_zhao'))).toBe('forbidden'))
  it.each<BookingState>(['claimed', 'done', 'confirmed', 'cancelled'])(
    'of a booking that is %s is refused',
    (state) => expect(no(checkOut(inState[state](), ten))).toBe('conflict'),
  )
  it('that is reported too late is refused and leaves the service running', () => {
    expect(no(checkOut(inService(), ten + 72 * hourMs + 1, proved(ten)))).toBe('too_late')
  })
})

describe('a wrong code', () => {
  const mistype = (booking: Booking, at: number) => {
    const decision = checkIn(booking, at, mistyped, booking.claimerId ?? '')
    if (!decision.next) throw new Error('not counted')
    expect(decision.refusal).toBe('code_wrong')
    const { wrongCodes, pending, dueAt } = decision.next
    const told = pending.length > booking.pending.length ? { pending, dueAt } : {}
    expect(decision.next).toEqual({ ...booking, rev: booking.rev + 1, wrongCodes, ...told })
    return decision.next
  }
  const missed = (...times: number[]) => times.reduce(mistype, claimedBooking())
  const countOf = ({ wrongCodes }: Booking, { memberId } = li) => wrongCodes?.[memberId]?.count
  const seconds = (from: number, many: number = limits.codeTries) =>
    Array.from({ length: many }, (_, second) => from + second)
  const told = ({ pending }: Booking) => pending.filter(({ effect }) => effect === 'tellLeaders')

  it('that was typed is counted and changes nothing else', () => {
    expect(countOf(missed(mondayNine, mondayNine + 1_000))).toBe(2)
  })
  it('that was scanned is only refused', () => {
    expect(no(checkIn(claimedBooking(), mondayNine, { proof: undefined, typed: false }))).toBe('code_wrong')
  })
  it('typed five times causes a pause, in which even right digits are refused and a scan counts', () => {
    const five = missed(...[0, 1, 2, 3, 4].map((second) => mondayNine + second))
    const soon = mondayNine + minuteMs
    expect(no(checkIn(five, soon, mistyped))).toBe('code_locked')
    expect(no(checkIn(five, soon, proved(soon)))).toBe('code_locked')
    expect(yes(checkIn(five, soon)).state).toBe('in_service')
  })
  it('is forgotten after the pause, and by a right code', () => {
    const five = missed(...[0, 1, 2, 3, 4].map((second) => mondayNine + second))
    const after = mondayNine + 4 + 10 * minuteMs
    expect(no(checkIn(five, after - 1, proved(after)))).toBe('code_locked')
    expect(countOf(mistype(five, after))).toBe(1)
    expect(countOf(yes(checkIn(five, after, proved(after))))).toBeUndefined()
  })
  it('causes the full pause, however slowly the five were typed', () => {
    const five = missed(...[0, 2, 4, 6, 8].map((minute) => mondayNine + minute * minuteMs))
    const last = mondayNine + 8 * minuteMs
    expect(no(checkIn(five, last + 10 * minuteMs - 1, mistyped))).toBe('code_locked')
    expect(countOf(mistype(five, last + 10 * minuteMs))).toBe(1)
  })
  it('with which a pause begins is told to those who lead the team, once for each person', () => {
    const four = missed(...seconds(mondayNine, limits.codeTries - 1))
    expect(told(four)).toEqual([])
    const five = mistype(four, mondayNine + 5)
    expect(told(five)).toMatchObject([
      {
        kind: 'codes_guessed',
        teamId: 'repair',
        who: '李师傅',
        whoId: 'm_li',
        noticeId: 'n_b_1_guessed_m_li',
      },
    ])
    expect(five.dueAt).toBeLessThanOrEqual(mondayNine + 5 + minuteMs)
    const later = seconds(mondayNine + 20 * minuteMs).reduce(mistype, five)
    expect(new Set(told(later).map((effect) => 'noticeId' in effect && effect.noticeId)).size).toBe(1)
  })
  it.each([
    ['gives the booking back', (booking: Booking, at: number) => yes(release(booking, at))],
    [
      'is said not to have come',
      (booking: Booking, at: number) =>
        yes(
          decideNoShow(
            booking,
            commandAt(at, 'no show'),
            { memberId: 'm_wang', name: '王奶奶' },
            '没有来',
            limits,
          ),
        ),
    ],
  ])('counts on where its person %s and claims it anew', (_, end) => {
    const at = mondayNine + 20 * minuteMs
    const five = missed(...seconds(at))
    const anew = yes(claim(end(five, at + 10), at + 11))
    expect(anew.claims).toBe(2)
    expect(no(checkIn(anew, at + 12, mistyped))).toBe('code_locked')
    expect(no(checkIn(anew, at + 12, proved(at + 12)))).toBe('code_locked')
  })
  it('is counted for each person: nobody is locked by another', () => {
    const five = missed(...seconds(mondayNine))
    const anothers = yes(claim(yes(release(five, mondayNine + 10)), mondayNine + 11, zhao))
    expect(countOf(mistype(anothers, mondayNine + 12), zhao)).toBe(1)
    expect(yes(checkIn(anothers, mondayNine + 12, proved(mondayNine + 12), 'm_zhao')).state).toBe(
      'in_service',
    )
  })
  it('of several persons in turn is told as one person’s', () => {
    const four = missed(...seconds(mondayNine, limits.codeTries - 1))
    const anothers = yes(claim(yes(release(four, mondayNine + 10)), mondayNine + 11, zhao))
    expect(told(anothers)).toEqual([])
    expect(told(mistype(anothers, mondayNine + 12))).toMatchObject([{ kind: 'codes_guessed', who: '赵师傅' }])
  })
  it('of any number of persons leaves a record of a few, and of all whose pause lasts', () => {
    const many = Array.from({ length: missesKept + 5 }, (_, index) => volunteer(`m_${index}`, `${index}号`))
    const inTurn = (minutes: number) =>
      many.reduce(
        (booking, who, index) => {
          const at = mondayNine + index * minutes * minuteMs
          const claimed = yes(claim(booking, at, who))
          return yes(release(mistype(claimed, at + 1), at + 2, who.memberId))
        },
        openBooking({ windowTo: mondayNine + 12 * hourMs }),
      )
    expect(Object.keys(inTurn(limits.codePauseMinutes).wrongCodes ?? {})).toHaveLength(missesKept)
    expect(Object.keys(inTurn(0).wrongCodes ?? {})).toHaveLength(many.length)
  })
  it('is counted at the check-out too', () => {
    const decision = checkOut(inService(), ten, mistyped)
    expect(decision).toMatchObject({
      refusal: 'code_wrong',
      next: { state: 'in_service', wrongCodes: { m_li: { count: 1 } } },
    })
  })
})

describe('a confirmation', () => {
  it('credits the minutes of the service to the claimer, once', () => {
    const booking = yes(confirm(withEffectsDone(doneBooking()), ten + hourMs))
    expect(booking).toMatchObject({
      state: 'confirmed',
      stars: 5,
      wakesAt: ten + hourMs + limits.contactKeptDays * dayMs,
    })
    expect(booking.pending).toMatchObject([
      { effect: 'freeDiary', memberId: 'm_li' },
      {
        effect: 'credit',
        memberId: 'm_li',
        source: 'booking:b_1',
        minutes: 60,
        teamId: 'repair',
        servedFrom: mondayNine,
        servedTo: ten,
        shownOn: { collection: 'bookings', id: 'b_1' },
        told: { kind: 'booking_confirmed', to: 'm_li', minutes: 60 },
      },
    ])
    expect(no(confirm(booking, ten + 2 * hourMs))).toBe('conflict')
  })
  it('of no minutes credits nothing', () => {
    const booking = yes(confirm(withEffectsDone(doneBooking(mondayNine + 59_999)), ten))
    expect(booking.pending.map(({ effect }) => effect)).toEqual(['freeDiary', 'notice'])
  })
  it.each<BookingState>(['open', 'claimed', 'in_service', 'cancelled', 'expired'])(
    'of a booking that is %s is refused',
    (state) => expect(no(confirm(inState[state](), ten))).toBe('conflict'),
  )
})

describe('the passing of time', () => {
  it('expires an open booking when its window ends', () => {
    expect(pass(openBooking(), ten - 1)).toBeUndefined()
    const booking = yes(pass(openBooking(), ten))
    expect(booking).toMatchObject({ state: 'expired', wakesAt: ten + limits.contactKeptDays * dayMs })
    expect(booking.pending).toMatchObject([{ kind: 'booking_expired', to: 'm_wang' }])
  })
  it('expires a claimed booking that nobody attended once a late report is no longer possible', () => {
    expect(pass(claimedBooking(), ten + 72 * hourMs - 1)).toBeUndefined()
    const booking = yes(pass(withEffectsDone(claimedBooking()), ten + 72 * hourMs))
    expect(booking.state).toBe('expired')
    expect(booking.pending).toMatchObject([
      { to: 'm_wang' },
      { effect: 'freeDiary', memberId: 'm_li' },
      { to: 'm_li' },
    ])
  })
  it('closes a forgotten check-out at the planned end, and never credits it by silence', () => {
    const booking = yes(pass(inService(), ten + 72 * hourMs))
    expect(booking).toMatchObject({
      state: 'done',
      minutes: 60,
      checkedOut: { at: ten, how: 'planned_end', late: true },
    })
    const closedAt = booking.events.at(-1)?.at ?? 0
    const doorTerm = closedAt + limits.contactKeptDays * dayMs
    expect(pass(booking, doorTerm - 1)).toBeUndefined()
    // Nobody has confirmed it. Still the door and number are removed, and later the words.
    const doorless = yes(pass(booking, doorTerm))
    expect(doorless).toMatchObject({ state: 'done', minutes: 60, contact: null })
    const wordless = yes(pass(doorless, closedAt + limits.wordsKeptDays * dayMs))
    expect(wordless).toMatchObject({ state: 'done', minutes: 60, description: '', wakesAt: null })
    // The requester's late comment is kept, credits nothing, and has a term of its own.
    const late = closedAt + 2 * limits.wordsKeptDays * dayMs
    const said = yes(confirm(withEffectsDone(wordless), late))
    expect(said).toMatchObject({ state: 'done', stars: 5, minutes: 60, pending: [] })
    expect(said.events.at(-1)).toMatchObject({ event: 'confirmed' })
    expect(said.wakesAt).toBe(late + limits.wordsKeptDays * dayMs)
    expect(yes(pass(said, said.wakesAt ?? 0))).toMatchObject({ comment: null, stars: 5, wakesAt: null })
  })
  it('leaves the full time to report a check-out after a check-in that was later than the window', () => {
    const came = ten + 71 * hourMs
    const booking = inService(came)
    expect(pass(booking, ten + 72 * hourMs)).toBeUndefined()
    expect(yes(checkOut(booking, came + 2 * hourMs)).minutes).toBe(120)
    expect(yes(pass(booking, came + 72 * hourMs))).toMatchObject({ state: 'done', minutes: 0 })
  })
  it('confirms by silence three days after the check-out was reported', () => {
    const done = yes(checkOut(inService(), ten + hourMs, proved(ten)))
    const due = ten + hourMs + 3 * dayMs
    expect(pass(done, due - 1)).toBeUndefined()
    const booking = yes(pass(withEffectsDone(done), due))
    expect(booking).toMatchObject({ state: 'confirmed', stars: null, minutes: 60 })
    expect(booking.events.at(-1)).toMatchObject({ event: 'confirmed_by_silence' })
    expect(booking.events.at(-1)).not.toHaveProperty('who')
  })
})

describe('what a booking owes', () => {
  it('makes it due after the grace, or when time moves it if that is earlier', () => {
    const claimed = claimedBooking()
    expect(claimed.dueAt).toBe(mondayNine - 2 * hourMs + effectGraceMs)
    expect(withEffectsDone(claimed)).toMatchObject({
      pending: [],
      dueAt: ten + 72 * hourMs,
      rev: claimed.rev,
    })
    const soonOver = yes(claim({ ...openBooking(), atRisk: 'grid' }, ten - 1_000))
    expect(soonOver.dueAt).toBe(ten - 1_000 + effectGraceMs)
    const givenBack = yes(release(claimedBooking(), ten - 1_000))
    expect(givenBack.dueAt).toBe(givenBack.wakesAt)
  })
  it('is carried on by the next write, in order', () => {
    const claimed = claimedBooking()
    const released = yes(release(claimed, eight))
    expect(released.pending.slice(0, claimed.pending.length)).toEqual(claimed.pending)
  })
})

describe('a repeat', () => {
  it('is known by its key, and is a conflict when it says something else', () => {
    const command = commandAt(eight, 'claim', li.name)
    const booking = yes(decideClaim(openBooking(), command, li, today, limits))
    expect(repeatOf(booking, command)).toBe('repeat')
    expect(repeatOf(booking, { ...command, at: ten })).toBe('repeat')
    expect(repeatOf(booking, { ...command, fingerprint: 'other' })).toBe('conflict')
    expect(repeatOf(booking, { ...command, key: 'other' })).toBeUndefined()
  })
})
