import fc from 'fast-check'
import { hasRoom, vouchingMs } from '#core/register/match'
import { mondayNine as now } from '#support/time'

const more = { to: 'me', now, most: 4 }
const held = (to: string, at: number) => ({ nameKeys: [], vouching: { a: { to, at } } })

describe('the register', () => {
  it('vouches once for a name, however it is written', () => {
    expect(hasRoom({ nameKeys: ['a', 'b'] }, '王 奶奶', ['老李'], more)).toBe(true)
    expect(hasRoom({ nameKeys: ['a', 'b'] }, '王 奶奶', ['王奶奶'], more)).toBe(false)
  })
  it('counts whom it is vouching for now, and nobody whose hold was left behind', () => {
    const three = ['甲', '乙', '丙']
    expect(hasRoom(held('other', now), '丁', three, more)).toBe(false)
    expect(hasRoom(held('me', now), '丁', three, more)).toBe(true)
    expect(hasRoom(held('other', now - vouchingMs), '丁', three, more)).toBe(true)
  })
  it('has room for as many accounts as were allowed, whoever comes in whatever order', () => {
    const comers = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '甲 '), { maxLength: 20 })
    fc.assert(
      fc.property(comers, fc.integer({ min: 1, max: 5 }), (names, most) => {
        const living: string[] = []
        for (const name of names)
          if (hasRoom({ nameKeys: [] }, name, living, { ...more, most })) living.push(name)
        expect(living.length).toBe(Math.min(most, new Set(names.map((name) => name.trim())).size))
      }),
    )
  })
})
