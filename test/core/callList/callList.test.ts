import type { Grant } from '#contract/member'
import {
  type AboutNotice,
  type Callable,
  callersOf,
  callStandingOf,
  mayTakeBack,
  stakeOf,
  wasTold,
  whyUnreached,
} from '#core/callList/callList'
import { calledAfter, deliveries, graceMs } from '#core/notice/delivery'
import { worths } from '#core/notice/worth'
import { dayMs, hourMs, minuteMs, mondayNine } from '#support/time'

const now = mondayNine
const places = {
  teams: [{ teamId: 'repair' }, { teamId: 'women' }],
  grids: [{ gridId: 'grid1' }, { gridId: 'grid2' }],
}
const callers = (...grants: Grant[]) =>
  callersOf({ roles: grants.map(({ role }) => role), grants, womensTeamId: 'women' }, places).sort()

const member = { state: 'verified', gridId: 'grid1', closesAt: null } as const
const notice = (more: Partial<Callable> = {}): Callable => ({
  kind: 'activity_changed',
  activityId: 'a_1',
  windowFrom: now + dayMs,
  at: now,
  read: false,
  delivery: 'not_allowed',
  ...more,
})
const known = (more: Partial<AboutNotice> = {}): AboutNotice => ({
  member,
  activity: { state: 'published', teamId: null },
  ...more,
})
const callersIn = (more: Partial<Callable>, about: Partial<AboutNotice> = {}) =>
  callStandingOf(notice(more), known(about), now).callers

describe('whose call it is', () => {
  it.each<[string, Grant[], string[]]>([
    ['a coordinator', [{ role: 'coordinator' }], ['activities', 'activity:repair', 'activity:women']],
    ['a leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }], ['activity:repair', 'team:repair']],
    ['a grid worker', [{ role: 'grid_worker', scope: { gridId: 'grid2' } }], ['grid:grid2']],
    ['an officer', [{ role: 'officer', scope: { tier: 'community' } }], []],
    ['a resident', [{ role: 'resident' }], []],
    [
      'an admin',
      [{ role: 'admin' }],
      [
        ...['activities', 'activity:repair', 'activity:women'],
        ...['grid:grid1', 'grid:grid2', 'team:repair', 'team:women'],
      ],
    ],
  ])('%s answers for', (_, grants, expected) => {
    expect(callers(...grants)).toEqual(expected)
  })

  it('follows what the notice is about', () => {
    expect(callersIn({})).toBe('activities')
    expect(callersIn({}, { activity: { state: 'published', teamId: 'repair' } })).toBe('activity:repair')
    const { activityId: _, ...released } = notice({ kind: 'booking_released', bookingId: 'b_1' })
    const booked = { member, booking: { state: 'open', teamId: 'repair' } } as const
    expect(callStandingOf(released, booked, now).callers).toBe('team:repair')
    const { activityId: _a, ...plain } = notice({ kind: 'member_verified' })
    expect(callStandingOf(plain, { member }, now).callers).toBe('grid:grid1')
    const { activityId: _b, ...asked } = notice({ kind: 'request_asked', requestId: 'r_1' })
    const request = { member, request: { state: 'in_work', gridId: 'grid2' } } as const
    expect(callStandingOf(asked, request, now).callers).toBe('grid:grid2')
  })
})

describe('a notice that has reached nobody', () => {
  it('stands in the list until it is too late, and is looked at again each hour', () => {
    expect(callStandingOf(notice(), known(), now)).toEqual({
      callers: 'activities',
      stake: stakeOf('moved', now + dayMs),
      dueAt: now + hourMs,
    })
    expect(callStandingOf(notice({ windowFrom: now + minuteMs }), known(), now).dueAt).toBe(now + minuteMs)
  })

  it.each<[string, Partial<Callable>, Partial<AboutNotice>]>([
    ['was read', { read: true }, {}],
    ['is too late', { windowFrom: now }, {}],
    ['was sent', { delivery: 'sent' }, {}],
    ['is still to be sent', { delivery: 'waiting' }, {}],
    ['is worth no message', { kind: 'activity_over' }, {}],
    ['is a colleague’s work', { kind: 'session_appealed' }, {}],
    ['goes to somebody who has left', {}, { member: { ...member, state: 'closed' } }],
    ['goes to somebody who leaves', {}, { member: { ...member, closesAt: now + dayMs } }],
    ['goes to a stranger', {}, { member: undefined }],
    ['is about an activity that is called off', {}, { activity: { state: 'cancelled', teamId: null } }],
    [
      'was told by telephone',
      { calls: [{ at: now, who: '赵姐', whoId: 'm_zhao', outcome: 'told', command: 'c' }] },
      {},
    ],
  ])('that %s is nobody’s call', (_, more, about) => {
    expect(callStandingOf(notice(more), known(about), now)).toEqual({
      callers: null,
      stake: null,
      dueAt: null,
    })
  })

  it('of a cancellation is told also when all is over', () => {
    const cancelled = { activity: { state: 'cancelled', teamId: null } } as const
    expect(callersIn({ kind: 'activity_cancelled' }, cancelled)).toBe('activities')
  })

  it('comes before what is worth less, and before what is too late later', () => {
    const order = worths.flatMap((worth) => [stakeOf(worth, now), stakeOf(worth, now + 400 * dayMs)])
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(Math.max(...order)).toBeLessThan(Number.MAX_SAFE_INTEGER)
  })

  it('is looked at once whoever opens the mini-program could have read it', () => {
    const looked = deliveries.filter((delivery) => calledAfter(delivery, now) === now + graceMs)
    expect(looked).toEqual(['not_allowed', 'refused', 'failed', 'unknown'])
    expect(deliveries.filter((delivery) => calledAfter(delivery, now) === null)).toHaveLength(5)
  })
})

describe('a call', () => {
  const call = (outcome: 'told' | 'no_answer' | 'taken_back', at = now) => ({
    ...{ at, who: '赵姐', whoId: 'm_zhao', outcome, command: `c_${at}` },
  })
  it.each([
    [[], false],
    [[call('no_answer')], false],
    [[call('no_answer'), call('told')], true],
    [[call('told'), call('taken_back')], false],
    [[call('told'), call('taken_back'), call('told')], true],
  ])('that came of %j told the person: %s', (calls, told) => {
    expect(wasTold({ calls })).toBe(told)
  })
  it('is taken back by whoever made it, for some minutes', () => {
    const calls = [call('told')]
    expect(mayTakeBack({ calls }, 'm_zhao', now + 9 * minuteMs)).toBe(true)
    expect(mayTakeBack({ calls }, 'm_zhao', now + 10 * minuteMs)).toBe(false)
    expect(mayTakeBack({ calls }, 'm_lin', now)).toBe(false)
    expect(mayTakeBack({ calls: [call('no_answer')] }, 'm_zhao', now)).toBe(false)
  })
  it.each([
    ['not_allowed', true, 'not_allowed'],
    ['late', true, 'not_allowed'],
    ['refused', true, 'refused'],
    ['failed', true, 'failed'],
    ['unknown', true, 'unknown'],
    ['not_allowed', false, 'no_wechat'],
  ] as const)('after %s (WeChat: %s) is made because of %s', (delivery, hasWeChat, why) => {
    expect(whyUnreached({ delivery }, hasWeChat)).toBe(why)
  })
})
