import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import {
  fromBase32,
  nextStepAt,
  scanCode,
  stepAt,
  toBase32,
  typedCode,
} from '#contract/shared/attendanceCode'

const secrets = fc.uint8Array({ minLength: 1, maxLength: 80 })
const steps = fc.nat({ max: 999_999_999_999 })

/** The MAC as Node's own HMAC computes it. */
const macBy = (secret: Uint8Array, message: string) => createHmac('sha256', secret).update(message).digest()
function typedBy(secret: Uint8Array, step: number): string {
  const mac = macBy(secret, `type:${step}`)
  const offset = mac.readUInt8(mac.length - 1) % 16
  return String((mac.readUInt32BE(offset) % 2 ** 31) % 1_000_000).padStart(6, '0')
}

describe('base32', () => {
  // RFC 4648, section 10, without the padding
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('writes %j as %j and reads it back', (plain, text) => {
    expect(toBase32(Buffer.from(plain))).toBe(text)
    expect(Buffer.from(fromBase32(text)).toString()).toBe(plain)
  })
  it('reads back any bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => expect(fromBase32(toBase32(bytes))).toEqual(bytes)))
  })
  it.each(['mzxw6', 'MZXW0', 'MZXW1', 'MY======', 'M Y'])('does not read %j', (text) => {
    expect(() => fromBase32(text)).toThrow('not base32')
  })
})

describe('the attendance code', () => {
  it('is the one that the platform computes, for any secret and step', () => {
    fc.assert(
      fc.property(secrets, steps, (secret, step) => {
        expect(typedCode(secret, step)).toBe(typedBy(secret, step))
        const mac = macBy(secret, `scan:${step}`).subarray(0, 10)
        expect(scanCode(secret, step)).toBe(`LL1.${step}.${toBase32(mac)}`)
      }),
    )
  })
  it('has six digits to type and sixteen letters to scan', () => {
    fc.assert(
      fc.property(secrets, steps, (secret, step) => {
        expect(typedCode(secret, step)).toMatch(/^\d{6}$/)
        expect(scanCode(secret, step)).toMatch(/^LL1\.\d{1,12}\.[A-Z2-7]{16}$/)
      }),
    )
  })
  it('keeps leading zeros', () => {
    const secret = Buffer.from('a secret of one claim')
    const zero = Array.from({ length: 100 }, (_, step) => step).find((step) =>
      typedBy(secret, step).startsWith('0'),
    )
    expect(typedCode(secret, zero as number)).toBe(typedBy(secret, zero as number))
  })
})

describe('a step', () => {
  it.each([
    [0, 60, 0, 60_000],
    [59_999, 60, 0, 60_000],
    [60_000, 60, 1, 120_000],
    [60_001, 60, 1, 120_000],
    [1_763_946_000_000, 30, 58_798_200, 1_763_946_030_000],
    [14_999, 15, 0, 15_000],
  ])('at %d ms with %d seconds each is step %d and ends at %d', (at, stepSeconds, step, end) => {
    expect(stepAt(at, stepSeconds)).toBe(step)
    expect(nextStepAt(at, stepSeconds)).toBe(end)
  })
  it('is half-open: its end belongs to the next', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 15, max: 600 }), (at, stepSeconds) => {
        const end = nextStepAt(at, stepSeconds)
        expect(end).toBeGreaterThan(at)
        expect(stepAt(end - 1, stepSeconds)).toBe(stepAt(at, stepSeconds))
        expect(stepAt(end, stepSeconds)).toBe(stepAt(at, stepSeconds) + 1)
      }),
    )
  })
})
