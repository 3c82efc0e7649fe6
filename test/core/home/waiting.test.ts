import * as fc from 'fast-check'
import type { Waiting } from '#contract/home'
import type { MySignup, SignupCard } from '#contract/session'
import { requestCounts } from '#core/home/counts'
import { byHour, ofClaim, ofOwnBooking, ofRequest, ofSignup } from '#core/home/waiting'
import { claimedBooking, doneBooking, inService, openBooking } from '#support/bookings'
import { commandAt, yes } from '#support/commands'
import { decisions, filedAt, filedRequest, officerOf, wangId } from '#support/requests'
import { dayMs, hourMs, mondayNine } from '#support/time'

const kinds = (waiting: Waiting[]) => waiting.map(({ kind }) => kind)
const cardOf = (mine: Partial<MySignup>): SignupCard => ({
  sessionId: 'ses_1',
  activityId: 'act_1',
  title: '包粽子',
  place: '活动室',
  from: mondayNine,
  to: mondayNine + hourMs,
  session: 'open',
  mine: { state: 'confirmed', size: 1, party: ['王奶奶'], ...mine },
})

describe('what waits for somebody', () => {
  it.each([
    ['nobody has claimed it', openBooking(), [], []],
    ['somebody comes', claimedBooking(), ['visit'], ['claim']],
    ['it is under way', inService(), ['service'], ['service']],
    ['it is done', doneBooking(), ['confirm'], []],
    ['it has its stars', { ...doneBooking(), stars: 5 }, [], []],
    ['it is cancelled', openBooking({ state: 'cancelled' }), [], []],
  ] as const)('of a booking: %s', (_, booking, requester, claimer) => {
    expect(kinds(ofOwnBooking(booking, mondayNine - hourMs))).toEqual(requester)
    expect(kinds(ofClaim(booking))).toEqual(claimer)
  })

  it('a booking that nobody has claimed asks its requester from its hour on, not before', () => {
    expect(ofOwnBooking(openBooking(), mondayNine - 1)).toEqual([])
    expect(ofOwnBooking(openBooking(), mondayNine)).toMatchObject([
      { kind: 'unclaimed', title: '水管漏水', at: mondayNine, to: '/packages/booking/detail?id=b_1' },
    ])
  })

  it('a service that is done says until when silence does not decide, where silence decides at all', () => {
    const done = doneBooking()
    expect(ofOwnBooking(done, mondayNine)).toEqual([
      {
        kind: 'confirm',
        title: '水管漏水',
        at: mondayNine + hourMs,
        until: done.wakesAt,
        part: 'requester',
        who: '李师傅',
        to: '/packages/booking/detail?id=b_1',
      },
    ])
    expect(ofOwnBooking({ ...done, overrun: true }, mondayNine)[0]).not.toHaveProperty('until')
  })

  it('says who comes to whoever booked, and whose part it is, on either side', () => {
    expect(ofOwnBooking(claimedBooking(), mondayNine - hourMs)).toMatchObject([
      { part: 'requester', who: '李师傅', at: mondayNine, endsAt: mondayNine + hourMs },
    ])
    const [service] = ofClaim(inService())
    expect(service).toMatchObject({ part: 'claimer', endsAt: mondayNine + hourMs })
    expect(service).not.toHaveProperty('who')
  })

  it('of a sign-up: the offer with its end, else the session, until it is over', () => {
    expect(ofSignup(cardOf({}), mondayNine)).toMatchObject([{ kind: 'signup', at: mondayNine }])
    const offer = cardOf({ state: 'offered', offerUntil: mondayNine - hourMs })
    expect(ofSignup(offer, mondayNine - 2 * hourMs)).toMatchObject([
      { kind: 'offer', until: mondayNine - hourMs, to: '/packages/activity/detail?id=act_1' },
    ])
    expect(ofSignup(cardOf({}), mondayNine + hourMs)).toEqual([])
    expect(ofSignup(cardOf({ state: 'waitlisted' }), mondayNine)).toEqual([])
  })

  it('of a request: the question that stops its clock, then the word on what was done, unless one did it oneself', () => {
    const grid = officerOf('grid')
    const filed = filedRequest()
    expect(ofRequest(filed, wangId)).toEqual([])
    const asked = yes(decisions.ask(filed, commandAt(filedAt + hourMs, 'ask'), grid))
    expect(ofRequest(asked, wangId)).toMatchObject([
      { kind: 'question', title: '车棚顶漏雨', until: asked.waiting?.resumesAt },
    ])
    const resolved = yes(decisions.resolve(filed, commandAt(filedAt + hourMs, 'resolve', 'grid'), grid))
    expect(ofRequest(resolved, wangId)).toMatchObject([{ kind: 'rate', until: resolved.wakesAt }])
    expect(ofRequest(resolved, 'm_grid')).toEqual([])
  })

  it('stands in the order of its hour, whatever order it was read in', () => {
    const some = fc.record({
      kind: fc.constantFrom<Waiting['kind']>('visit', 'offer', 'question'),
      title: fc.constant('x'),
      at: fc.integer({ min: 0, max: 50 }),
      until: fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined }),
      to: fc.uuid(),
    })
    const shuffled = fc
      .uniqueArray(some, { selector: ({ to }) => to, maxLength: 8 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(
      fc.property(shuffled, ([all, again]) => {
        const plain = all.map(({ until, ...rest }) => ({ ...rest, ...(until !== undefined && { until }) }))
        const other = again.map(({ until, ...rest }) => ({ ...rest, ...(until !== undefined && { until }) }))
        const sorted = byHour(plain)
        expect(byHour(other)).toEqual(sorted)
        const hours = sorted.map(({ at, until }) => until ?? at ?? 0)
        expect(hours).toEqual([...hours].sort((a, b) => a - b))
      }),
    )
  })
})

describe('a queue is counted', () => {
  const midnight = filedAt + dayMs
  const one = filedRequest()
  it.each([
    ['due before midnight', { ...one, deadline: midnight - 1 }, { dueToday: 1, toAccept: 1 }],
    ['due at midnight', { ...one, deadline: midnight }, { dueToday: 0, toAccept: 1 }],
    ['while its clock stands', { ...one, deadline: null }, { dueToday: 0, toAccept: 1 }],
    ['once it is accepted', { ...one, state: 'accepted', deadline: midnight }, { dueToday: 0, toAccept: 0 }],
    ['reopened', { ...one, state: 'reopened', deadline: midnight }, { dueToday: 0, toAccept: 1 }],
  ] as const)('%s', (_, request, counts) => {
    expect(requestCounts([request], midnight)).toEqual(counts)
  })
})
