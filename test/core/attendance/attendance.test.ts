import fc from 'fast-check'
import { scanCode, typedCode } from '#contract/shared/attendanceCode'
import { proveAttendance, serviceMinutes } from '#core/attendance/attendance'
import { screenAt } from '#support/bookings'
import { hourMs, minuteMs, mondayNine } from '#support/time'

const secret = Buffer.from('secret of one claim')
const stepSeconds = 60
const now = mondayNine + 20_000
const prove = (code: string, at?: number, when = now) =>
  proveAttendance(code, { secret, stepSeconds, now: when, at })

describe('a typed code', () => {
  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('%d steps away counts: %p', (steps, counts) => {
    const { typed } = screenAt(now + steps * minuteMs, secret)
    expect(prove(typed)).toEqual(counts ? { at: now, how: 'typed' } : undefined)
  })
  it('counts for the time that the phone says, as long as the code was on the screen then', () => {
    const then = now - 71 * hourMs
    expect(prove(screenAt(then, secret).typed, then)).toEqual({ at: then, how: 'typed' })
    expect(prove(screenAt(then, secret).typed)).toBeUndefined()
    expect(prove(screenAt(then, secret).typed, then - 2 * minuteMs)).toBeUndefined()
  })
  it('never counts for the future: the time of a phone that is ahead is taken as now', () => {
    const ahead = now + 10 * minuteMs
    expect(prove(screenAt(ahead, secret).typed, ahead)).toBeUndefined()
    expect(prove(screenAt(now, secret).typed, ahead)).toEqual({ at: now, how: 'typed' })
  })
  it('of another claim is wrong', () => {
    expect(prove(screenAt(now, Buffer.from('secret of another')).typed)).toBeUndefined()
  })
})

describe('a scanned code', () => {
  it('proves its own step, also when it was kept for 71 hours without a network', () => {
    const then = now - 71 * hourMs
    const { scan, step } = screenAt(then, secret)
    expect(prove(scan)).toEqual({ at: step * minuteMs, how: 'scan' })
    expect(prove(scan, then)).toEqual({ at: then, how: 'scan' })
  })
  it.each([
    ['says another time', now - 30 * minuteMs],
    ['is ahead', now + 5 * hourMs],
  ])('counts from the beginning of its step when the phone %s', (_, at) => {
    const { scan, step } = screenAt(now - 10 * minuteMs, secret)
    expect(prove(scan, at)).toEqual({ at: step * minuteMs, how: 'scan' })
  })
  it.each([
    [0, true],
    [1, true],
    [2, false],
    [600, false],
  ])('%d steps ahead counts: %p', (steps, counts) => {
    const { scan } = screenAt(now + steps * minuteMs, secret)
    expect(prove(scan)).toEqual(counts ? { at: now, how: 'scan' } : undefined)
  })
  it('is wrong with another step, another secret or a changed letter', () => {
    const { scan, step } = screenAt(now, secret)
    const [prefix, , mac] = scan.split('.')
    expect(prove(`${prefix}.${step - 60}.${mac}`)).toBeUndefined()
    expect(prove(`${prefix}.0${step}.${mac}`)).toBeUndefined()
    expect(prove(scanCode(Buffer.from('secret of another'), step))).toBeUndefined()
    expect(prove(scan.slice(0, -1) + (scan.endsWith('A') ? 'B' : 'A'))).toBeUndefined()
    expect(prove(`${scan}A`)).toBeUndefined()
    expect(prove('LL1')).toBeUndefined()
  })
  it('is not the typed code of the same step', () => {
    const { scan, typed, step } = screenAt(now, secret)
    expect(prove(`LL1.${step}.${typed}`)).toBeUndefined()
    expect(prove(scan.slice(-6))).toBeUndefined()
  })
})

it('a proof is never later than now, and at most one step away from the screen that showed it', () => {
  const minutes = fc.integer({ min: -200, max: 200 }).map((count) => count * 20_000)
  fc.assert(
    fc.property(minutes, fc.option(minutes, { nil: undefined }), fc.boolean(), (shownIn, saidIn, scans) => {
      const { step, scan } = screenAt(now + shownIn, secret)
      const proof = prove(
        scans ? scan : typedCode(secret, step),
        saidIn === undefined ? undefined : now + saidIn,
      )
      if (!proof) return
      expect(proof.at).toBeLessThanOrEqual(now)
      expect(proof.at).toBeGreaterThanOrEqual((step - 1) * minuteMs)
      expect(proof.at).toBeLessThan((step + 2) * minuteMs)
    }),
  )
})

describe('service minutes', () => {
  const counted = (ms: number, leastServiceMinutes: number) =>
    serviceMinutes(mondayNine, mondayNine + ms, { leastServiceMinutes, maxServiceMinutes: 720 })
  it.each([
    [0, 0],
    [59_999, 0],
    [60_000, 1],
    [119_999, 1],
    [45 * minuteMs + 30_000, 45],
    [-1, 0],
    [-5 * hourMs, 0],
    [12 * hourMs, 720],
    [12 * hourMs + minuteMs, 720],
  ])('for %d ms are %d', (ms, minutes) => expect(counted(ms, 0)).toBe(minutes))
  it.each([
    [5 * minuteMs - 1, 5, 0],
    [5 * minuteMs, 5, 5],
    [29 * minuteMs, 30, 0],
    [30 * minuteMs, 30, 30],
    [13 * hourMs, 120, 720],
  ])('of a presence of %d ms, where at least %d minutes count, are %d', (ms, least, minutes) =>
    expect(counted(ms, least)).toBe(minutes),
  )
})
