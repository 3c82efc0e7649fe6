import { Turnstile } from '#core/pace/turnstile'

const noon = Date.UTC(2026, 10, 24, 4)

describe('the turnstile', () => {
  it('counts each asker apart, from their first call for a minute', () => {
    const turnstile = new Turnstile()
    expect([0, 1, 59_999].map((ms) => turnstile.pass('m_wang', noon + ms))).toEqual([1, 2, 3])
    expect(turnstile.pass('m_li', noon + 59_999)).toBe(1)
    expect(turnstile.pass('m_wang', noon + 60_000)).toBe(1)
  })
  it('begins anew when the clock was set back: nobody waits longer than a minute', () => {
    const turnstile = new Turnstile()
    turnstile.pass('m_wang', noon)
    expect(turnstile.pass('m_wang', noon - 3_600_000)).toBe(1)
  })
  it('does not grow with those whose minute is over, and never beyond its limit', () => {
    const turnstile = new Turnstile(100)
    for (let i = 0; i < 100; i++) turnstile.pass(`early_${i}`, noon)
    turnstile.pass('m_wang', noon + 30_000)
    for (let i = 0; i < 50; i++) turnstile.pass(`late_${i}`, noon + 61_000)
    expect(turnstile.askers).toBeLessThanOrEqual(100)
    expect(turnstile.pass('m_wang', noon + 62_000)).toBe(2)
    for (let i = 0; i < 500; i++) turnstile.pass(`flood_${i}`, noon + 63_000)
    expect(turnstile.askers).toBeLessThanOrEqual(100)
  })
})
