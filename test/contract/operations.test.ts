import * as v from 'valibot'
import { envelope, type Operation, operations, type RawInputOf } from '#contract/operations'
import { hourMs, mondayNine } from '#support/time'

const parse = <Op extends Operation>(op: Op, input: unknown) => v.safeParse(operations[op].input, input)
const request: RawInputOf<'booking.request'> = {
  service: 'repair',
  kind: 'plumbing',
  description: '厨房水龙头漏水',
  window: { from: mondayNine, to: mondayNine + hourMs },
  place: 'home',
  risks: '无',
}

describe('an envelope', () => {
  it.each([
    ['1', true],
    ['a'.repeat(128), true],
    ['0_-9aZ__', true],
    ['7c9e6679-7425-40de-944b-e07fc1f90ae7', true],
    ['claim:42 again.', true],
    ['', false],
    ['a'.repeat(129), false],
    [12345678, false],
    [null, false],
  ])('with the commandId %j: %p', (commandId, good) => {
    expect(v.safeParse(envelope, { op: 'member.me', commandId }).success).toBe(good)
  })
  it('may leave out its input, its commandId and whom it acts for', () => {
    expect(v.parse(envelope, { op: 'member.me' })).toEqual({ op: 'member.me' })
  })
  it('carries nothing else: an identity in it is dropped', () => {
    expect(v.parse(envelope, { op: 'member.me', openid: 'wx_other', OPENID: 'wx_other' })).toEqual({
      op: 'member.me',
    })
  })
  it.each(['1abc', '$ne', 'a.b', '', '__proto__'])('does not act for %j', (actingFor) => {
    expect(v.safeParse(envelope, { op: 'member.me', actingFor }).success).toBe(false)
  })
})

describe('booking.request', () => {
  it.each<[string, Partial<Record<keyof typeof request, unknown>>, boolean]>([
    ['as it is', {}, true],
    ['a window of one millisecond', { window: { from: mondayNine, to: mondayNine + 1 } }, true],
    ['an empty window', { window: { from: mondayNine, to: mondayNine } }, false],
    ['a window that ends first', { window: { from: mondayNine, to: mondayNine - 1 } }, false],
    ['twelve hours', { window: { from: mondayNine, to: mondayNine + 12 * hourMs } }, true],
    [
      'a little more than twelve hours',
      { window: { from: mondayNine, to: mondayNine + 12 * hourMs + 1 } },
      false,
    ],
    ['a window in seconds and fractions', { window: { from: 0.5, to: 1.5 } }, false],
    ['no window', { window: undefined }, false],
    ['no risks', { risks: undefined }, false],
    ['risks of spaces', { risks: '   ' }, false],
    ['a description of 300 characters', { description: '字'.repeat(300) }, true],
    ['a description of 301 characters', { description: '字'.repeat(301) }, false],
    ['an address', { address: '火柴新村 3栋 2-1' }, true],
    ['an address of two lines', { address: '火柴新村\n3栋' }, false],
    ['another place', { place: 'street' }, false],
    ['a kind that is an operator', { kind: { $ne: '' } }, false],
    ['a dependent by a path', { forDependentId: 'd.1' }, false],
  ])('with %s', (_, change, good) => {
    expect(parse('booking.request', { ...request, ...change }).success).toBe(good)
  })
  it('takes no requester from the input', () => {
    expect(parse('booking.request', { ...request, requesterId: 'm_other' }).output).not.toHaveProperty(
      'requesterId',
    )
  })
})

describe('an attendance report', () => {
  it.each([
    ['123456', true],
    [' 123456 ', true],
    ['LL1.29400000.ABCDEFGHIJKLMNOP', true],
    ['LL1.0.AAAAAAAAAAAAAAAA', true],
    ['12345', false],
    ['1234567', false],
    ['１２３４５６', true],
    ['123 456', true],
    ['12345a', false],
    ['LL1.-1.ABCDEFGHIJKLMNOP', false],
    ['LL1.1e5.ABCDEFGHIJKLMNOP', false],
    ['LL1.1234567890123.ABCDEFGHIJKLMNOP', false],
    ['LL1.1.abcdefghijklmnop', false],
    ['LL1.1.ABCDEFGHIJKLMNO', false],
    ['LL1.1.ABCDEFGHIJKLMNO1', false],
    ['LL2.1.ABCDEFGHIJKLMNOP', false],
    ['LL1.1.ABCDEFGHIJKLMNOP\nLL1', false],
  ])('with the code %j: %p', (code, good) => {
    for (const op of ['booking.checkIn', 'booking.checkOut'] as const)
      expect(parse(op, { bookingId: 'b_1', code }).success).toBe(good)
  })
})

describe('booking.confirm', () => {
  it.each([
    [1, true],
    [5, true],
    [0, false],
    [6, false],
    [4.5, false],
    ['5', false],
  ])('with %p stars: %p', (stars, good) => {
    expect(parse('booking.confirm', { bookingId: 'b_1', stars }).success).toBe(good)
  })
})

describe('every operation', () => {
  it.each(Object.keys(operations) as Operation[])('%s refuses what is not an object', (op) => {
    for (const input of [null, undefined, 7, 'text', []]) {
      const parsed = parse(op, input)
      if (parsed.success) expect(Object.keys(parsed.output)).toEqual([])
    }
  })
  it.each(Object.keys(operations) as Operation[])('%s drops what it does not know', (op) => {
    const parsed = parse(op, { ...request, unknown: 'word', openid: 'wx_other' })
    if (parsed.success) {
      expect(parsed.output).not.toHaveProperty('unknown')
      expect(parsed.output).not.toHaveProperty('openid')
    }
  })
})
