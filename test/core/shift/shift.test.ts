import fc from 'fast-check'
import { closedFor, newShift, reshapeShift, type Shift } from '#core/shift/shift'
import { hourMs, mondayNine } from '#support/time'

const shift = (more: Partial<Shift> = {}): Shift => ({
  ...newShift({
    shiftId: 'sh_1',
    communityId: 'tubengkan',
    activityId: 'a_1',
    sessionId: 's_1',
    coordinatorId: 'm_sun',
    teamId: 'womens_home',
    title: '元宵节猜灯谜',
    name: '签到引导',
    from: mondayNine,
    to: mondayNine + hourMs,
    capacity: 3,
  }),
  ...more,
})
const held = shift({ free: 1, holders: { m_li: { at: 1 }, m_zhao: { at: 2 } } })

describe('a shift', () => {
  it('begins with every slot free', () => {
    expect(shift()).toMatchObject({ _id: 'sh_1', capacity: 3, free: 3, holders: {}, state: 'open', rev: 0 })
  })
  it.each([
    ['while it runs', shift(), mondayNine + hourMs - 1, undefined],
    ['when it is over', shift(), mondayNine + hourMs, 'shift_over'],
    ['when it is cancelled', shift({ state: 'cancelled' }), 0, 'shift_cancelled'],
  ])('%s', (_, state, now, refusal) => {
    expect(closedFor(state, now)).toBe(refusal)
  })
  it('is never made smaller than what is held', () => {
    expect(reshapeShift(held, { capacity: 1 }, 5)).toEqual({ refusal: 'shift_held' })
    expect(reshapeShift(held, { capacity: 2 }, 5)).toMatchObject({ next: { free: 0 } })
  })
  it('is compared with its places after every edit', () => {
    expect(reshapeShift(held, { from: mondayNine - hourMs }, 5)).toEqual({
      next: { ...held, rev: 1, from: mondayNine - hourMs, dueAt: 5 },
    })
  })
  it('counts its free slots rightly after any change of capacity', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 })), (capacities) => {
        let state = held
        for (const capacity of capacities) {
          const shaped = reshapeShift(state, { capacity }, 5)
          if ('next' in shaped) state = shaped.next
          expect(state.free).toBe(state.capacity - 2)
          expect(state.free).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
