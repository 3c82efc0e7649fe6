import type { BookingState } from '#contract/booking'
import type { RefusalCode } from '#contract/shared/refusal'
import type { Booking } from '#core/booking/booking'
import { decideConfirm } from '#core/booking/confirm'
import { decideBookingPassing, decideCancel } from '#core/booking/decide'
import {
  decideAppeal,
  decideNoShow,
  decideNoShowSaid,
  decideNoShowWord,
  decideProof,
  type NoShow,
  newNoShow,
  noShowCounts,
  noShowViewOf,
  takesOneByOne,
} from '#core/booking/noShow'
import { bookingStepsFor } from '#core/booking/view'
import { withEffectsDone } from '#core/change/aggregate'
import type { NoShowSaidEffect } from '#core/change/effect'
import { claimedBooking, doneBooking, inService, li, limits, openBooking } from '#support/bookings'
import { commandAt, no, yes } from '#support/commands'
import { dayMs, hourMs, minuteMs, mondayNine } from '#support/time'

const ten = mondayNine + hourMs
const late = mondayNine + 20 * minuteMs
const wang = { memberId: 'm_wang', name: '王奶奶' }
const volunteer = { memberId: li.memberId, name: li.name }
const say = (booking: Booking, at: number, by = wang) =>
  decideNoShow(booking, commandAt(at, 'no show'), by, '等了很久没有来', limits)
const saidEffect = (booking: Booking) =>
  booking.pending.find(
    (effect): effect is NoShowSaidEffect => effect.effect === 'noShowSaid',
  ) as NoShowSaidEffect

/** A no-show on record: 王奶奶 said at twenty past nine that 李师傅 did not come. */
function onRecord(by = wang, at = late): NoShow {
  const effect = saidEffect(yes(say(claimedBooking(), at, by)))
  return yes(decideNoShowSaid(newNoShow(effect, 'tubengkan'), commandAt(at, effect.cause), effect))
}
const appeal = (noShow: NoShow, at: number, memberId = li.memberId) =>
  decideAppeal(noShow, commandAt(at, 'appeal'), memberId, '我敲了门', limits)
const decide = (noShow: NoShow, stands: boolean, at = ten, by = 'm_leader') =>
  decideNoShowWord(noShow, commandAt(at, 'word'), by, { stands, reason: '两边问过' })

const inState: Record<BookingState, () => Booking> = {
  open: openBooking,
  claimed: claimedBooking,
  in_service: inService,
  done: doneBooking,
  confirmed: () => yes(decideConfirm(doneBooking(), commandAt(ten), { stars: 5, comment: null }, limits)),
  cancelled: () => yes(decideCancel(claimedBooking(), commandAt(mondayNine), '修好了', limits)),
  expired: () => yes(decideBookingPassing(openBooking(), commandAt(ten), limits)),
}

describe('a party that says the other did not come', () => {
  it('gives a volunteer’s booking back to the hall while its window lasts', () => {
    const booking = yes(say(claimedBooking(), late))
    expect(booking).toMatchObject({
      state: 'open',
      claimerId: null,
      claimerName: null,
      givenBackIds: ['m_li'],
    })
    expect(booking.events.at(-1)).toMatchObject({ event: 'no_show_claimer', note: '等了很久没有来' })
    expect(booking.pending).toContainEqual(
      expect.objectContaining({ effect: 'freeDiary', memberId: li.memberId }),
    )
    expect(booking.pending).toContainEqual(
      expect.objectContaining({ effect: 'notice', kind: 'no_show_claimer', to: li.memberId }),
    )
    expect(booking.pending).toContainEqual(
      expect.objectContaining({ effect: 'tellLeaders', kind: 'no_show_said', teamId: 'repair' }),
    )
  })
  it('ends it where the window is over', () => {
    expect(yes(say(claimedBooking(), ten)).state).toBe('expired')
  })
  it('ends it at once where the resident was not there', () => {
    const booking = yes(say(claimedBooking(), late, volunteer))
    expect(booking).toMatchObject({ state: 'cancelled', claimerId: li.memberId })
    expect(saidEffect(booking)).toMatchObject({ side: 'requester', accusedId: 'm_wang', saidById: 'm_li' })
    expect(booking.pending).toContainEqual(
      expect.objectContaining({ effect: 'notice', kind: 'no_show_requester', to: 'm_wang' }),
    )
  })
  it('waits a while first, since people are late', () => {
    const from = mondayNine + limits.noShowWaitMinutes * minuteMs
    expect(no(say(claimedBooking(), from - 1))).toBe('no_show_early')
    expect(yes(say(claimedBooking(), from)).state).toBe('open')
    const requester = { memberId: 'm_wang', teamIds: [], staff: false }
    expect(bookingStepsFor(claimedBooking(), 'requester', requester, from - 1, limits)).toEqual([
      'showCode',
      'change',
      'cancel',
    ])
    expect(bookingStepsFor(claimedBooking(), 'requester', requester, from, limits)).toEqual([
      'showCode',
      'noShow',
      'change',
      'cancel',
    ])
    expect(
      bookingStepsFor(claimedBooking(), 'claimer', { ...requester, memberId: 'm_li' }, from, limits),
    ).toEqual(['checkIn', 'noShow', 'release'])
  })
  it('is the requester or the claimer: nobody else may report it', () => {
    expect(no(say(claimedBooking(), late, { memberId: 'm_zhao', name: '赵师傅' }))).toBe('forbidden')
  })
  it.each<[BookingState, RefusalCode]>([
    ['open', 'conflict'],
    ['in_service', 'conflict'],
    ['done', 'conflict'],
    ['confirmed', 'conflict'],
    ['cancelled', 'cancelled'],
    ['expired', 'expired'],
  ])('cannot when it is %s: %s', (state, code) => {
    expect(no(say(inState[state](), ten))).toBe(code)
  })
  it('is refused after the booking expired by time alone', () => {
    expect(no(say(claimedBooking(), ten + limits.lateReportHours * hourMs))).toBe('expired')
  })
})

describe('what is on record', () => {
  it('says who said it and how, once, however late it is repeated', () => {
    const noShow = onRecord()
    expect(noShow).toMatchObject({ _id: 'b_1_1', state: 'said', accusedName: '李师傅', saidByName: '王奶奶' })
    expect(noShow.events).toMatchObject([{ event: 'said', who: '王奶奶', whoId: 'm_wang', at: late }])
    const again = saidEffect(yes(say(claimedBooking(), late)))
    expect(yes(decideNoShowSaid(noShow, commandAt(ten, 'later'), again))).toBe(noShow)
  })
  it('may be answered by the accused, once, and the leaders are told', () => {
    const appealed = yes(appeal(onRecord(), ten))
    expect(appealed.state).toBe('appealed')
    expect(appealed.pending).toMatchObject([{ kind: 'no_show_appealed', teamId: 'repair', note: '我敲了门' }])
    expect(no(appeal(appealed, ten + 1))).toBe('already_appealed')
    expect(no(appeal(onRecord(), ten, 'm_wang'))).toBe('not_accused')
    expect(no(appeal(yes(decide(onRecord(), true)), ten + 1))).toBe('already_decided')
  })
  it('may be answered within some days', () => {
    const end = late + limits.appealDays * dayMs
    expect(yes(appeal(onRecord(), end - 1)).state).toBe('appealed')
    expect(no(appeal(onRecord(), end))).toBe('appeal_over')
  })
  it.each([
    [true, 'upheld', 'no_show_upheld'],
    [false, 'lifted', 'no_show_lifted'],
  ] as const)('is decided by the leader, and both are told: stands %p', (stands, state, kind) => {
    const decided = yes(decide(yes(appeal(onRecord(), ten)), stands, ten + 1))
    expect(decided.state).toBe(state)
    expect(decided.pending.filter(({ effect }) => effect === 'notice')).toMatchObject([
      { kind, to: 'm_li', note: '两边问过' },
      { kind, to: 'm_wang', note: '两边问过' },
    ])
    expect(no(decide(decided, !stands, ten + 2))).toBe('already_decided')
  })
  it('is not decided by a leader whom it concerns', () => {
    expect(no(decide(onRecord(), true, ten, 'm_li'))).toBe('own_no_show')
    expect(no(decide(onRecord(), false, ten, 'm_wang'))).toBe('own_no_show')
  })
  it('is not decided by who said it for one of the two, nor by who appealed for the other', () => {
    const forWang = { ...commandAt(late, 'no show', 'chen'), onBehalf: true as const }
    const effect = saidEffect(yes(decideNoShow(claimedBooking(), forWang, wang, '没有来', limits)))
    const said = yes(decideNoShowSaid(newNoShow(effect, 'tubengkan'), commandAt(late), effect))
    expect(no(decide(said, true, ten, 'm_chen'))).toBe('own_no_show')
    const forLi = { ...commandAt(ten, 'appeal', 'zhao'), onBehalf: true as const }
    const appealed = yes(decideAppeal(said, forLi, li.memberId, '我敲了门', limits))
    expect(no(decide(appealed, false, ten, 'm_zhao'))).toBe('own_no_show')
    expect(yes(decide(appealed, true)).state).toBe('upheld')
  })
})

describe('a proof that arrives after it was said', () => {
  const tooLate = mondayNine + limits.lateReportHours * hourMs
  const came = mondayNine + 5 * minuteMs
  const prove = (noShow: NoShow, step: 'checkIn' | 'checkOut' = 'checkIn', at = came, now = ten) =>
    decideProof(noShow, commandAt(now, `proof ${step}`, '李师傅'), step, { at, how: 'scan' }, limits)

  it('counts as the appeal: it stands on the record, and the leaders are told', () => {
    const proved = yes(prove(onRecord()))
    expect(proved.state).toBe('appealed')
    expect(proved.proofs).toEqual([{ step: 'checkIn', at: came, how: 'scan', reportedAt: ten }])
    expect(proved.pending).toMatchObject([{ kind: 'no_show_proved', teamId: 'repair', who: '李师傅' }])
    expect(noShowCounts(proved, late + limits.appealDays * dayMs, limits)).toBe(false)
    const seen = noShowViewOf(proved, { memberId: 'm_leader', staff: true, leads: true }, ten, limits)
    expect(seen).toMatchObject({ proofs: proved.proofs, mayDecide: true })
  })
  it('leaves the accused their own words, and is added to them', () => {
    expect(yes(appeal(yes(prove(onRecord())), ten + 1))).toMatchObject({ state: 'appealed' })
    const both = yes(prove(yes(appeal(onRecord(), ten)), 'checkIn', came, ten + 1))
    expect(both).toMatchObject({ state: 'appealed', proofs: [{ at: came }] })
    expect(no(appeal(both, ten + 2))).toBe('already_appealed')
  })
  it('opens what was upheld for the leader once more, and no more than once', () => {
    const again = yes(prove(yes(decide(onRecord(), true)), 'checkIn', came, ten + 1))
    expect(again.state).toBe('appealed')
    const view = (one: NoShow) =>
      noShowViewOf(one, { memberId: 'm_leader', staff: true, leads: true }, ten, limits)
    expect(view(again)?.word).toBeUndefined()
    const upheld = yes(decide(again, true, ten + 2))
    expect(view(upheld)?.word).toMatchObject({ at: ten + 2 })
    expect(yes(prove(upheld, 'checkOut', ten, ten + 3))).toMatchObject({
      state: 'upheld',
      proofs: [{ step: 'checkIn' }, { step: 'checkOut' }],
    })
    const told = [...again.pending, ...upheld.pending].flatMap((one) => ('noticeId' in one ? [one] : []))
    const toLi = told.filter((one) => one.effect === 'notice' && one.to === 'm_li')
    expect(new Set(toLi.map(({ noticeId }) => noticeId)).size).toBe(2)
  })
  it('may be decided by the leader who decided before', () => {
    const by = (at: number) => ({ ...commandAt(at, 'word'), who: '陈队长', whoId: 'm_leader' })
    const word = (noShow: NoShow, at: number) =>
      decideNoShowWord(noShow, by(at), 'm_leader', { stands: true, reason: '两边问过' })
    const again = yes(prove(yes(word(onRecord(), ten)), 'checkIn', came, ten + 1))
    expect(yes(word(again, ten + 2)).state).toBe('upheld')
  })
  it('changes nothing about what was lifted', () => {
    const lifted = withEffectsDone(yes(decide(onRecord(), false)))
    expect(yes(prove(lifted, 'checkIn', came, ten + 1))).toMatchObject({ state: 'lifted', pending: [] })
  })
  it('is kept once for each step', () => {
    const once = yes(prove(onRecord()))
    expect(yes(prove(once, 'checkIn', came + 1, ten + 1))).toBe(once)
  })
  it.each<[string, Parameters<typeof prove>, RefusalCode]>([
    ['a check-in after it was said', [onRecord(), 'checkIn', late + 2 * minuteMs], 'conflict'],
    ['a check-out without a check-in', [onRecord(), 'checkOut', ten], 'conflict'],
    ['a check-in before it was possible', [onRecord(), 'checkIn', mondayNine - hourMs], 'too_early'],
    ['one that is reported too late', [onRecord(), 'checkIn', mondayNine, tooLate + 1], 'too_late'],
  ])('is not %s', (_, given, code) => {
    expect(no(prove(...given))).toBe(code)
  })
})

describe('what a no-show means', () => {
  const after = late + limits.appealDays * dayMs
  it.each<[string, () => NoShow, number, boolean]>([
    ['while an appeal is possible', onRecord, after - 1, false],
    ['when nobody has appealed', onRecord, after, true],
    ['while an appeal waits', () => yes(appeal(onRecord(), ten)), after, false],
    ['when a leader upheld it', () => yes(decide(onRecord(), true)), ten, true],
    ['when a leader lifted it', () => yes(decide(onRecord(), false)), after, false],
    ['half a year later', () => yes(decide(onRecord(), true)), late + limits.noShowDays * dayMs, false],
  ])('%s', (_, noShow, at, yesOrNo) => {
    expect(noShowCounts(noShow(), at, limits)).toBe(yesOrNo)
  })
  it('after several a volunteer takes one booking after the other; nothing follows for a resident', () => {
    const upheld = yes(decide(onRecord(), true))
    const two = Array.from({ length: limits.noShowsBeforeOneByOne - 1 }, () => upheld)
    expect(takesOneByOne(two, ten, limits)).toBe(false)
    expect(takesOneByOne([...two, upheld], ten, limits)).toBe(true)
    const ofResident = yes(decide(onRecord(volunteer), true))
    expect(takesOneByOne([...two, ofResident, ofResident], ten, limits)).toBe(false)
  })
  it('is seen by its two parties and the leaders alone', () => {
    const see = (memberId: string, staff = false, leads = false) =>
      noShowViewOf(onRecord(), { memberId, staff, leads }, ten, limits)
    expect(see('m_zhao')).toBeUndefined()
    expect(see('m_li')).toMatchObject({ own: 'accused', appealUntil: after })
    expect(see('m_wang')).toMatchObject({ own: 'said' })
    expect(see('m_wang')?.appealUntil).toBeUndefined()
    expect(see('m_leader', true, true)).toMatchObject({ mayDecide: true })
    expect(see('m_worker', true)?.mayDecide).toBeUndefined()
    // A leader who is a party of the booking may not decide.
    expect(see('m_li', true, true)?.mayDecide).toBeUndefined()
  })
})
