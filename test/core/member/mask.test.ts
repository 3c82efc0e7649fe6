import fc from 'fast-check'
import { maskName, maskPhone, maskUnit } from '#core/member/mask'

describe('a masked phone', () => {
  it('shows the first three and the last four digits', () => {
    expect(maskPhone('+8613812345678')).toBe('138****5678')
  })
  it('never shows the four in the middle', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (number) => {
        expect(maskPhone(`+86${number}`)).toMatch(/^1\d\d\*{4}\d{4}$/)
        expect(maskPhone(`+86${number}`)).toBe(`${number.slice(0, 3)}****${number.slice(7)}`)
      }),
    )
  })
})

describe('a masked name', () => {
  it.each([
    ['王奶奶', '王**'],
    ['𠮷野', '𠮷*'],
    ['Jose\u0301', 'J***'],
    ['e\u0301a', 'e\u0301*'],
    ['葛\u{e0100}三', '葛\u{e0100}*'],
    ['王', '王'],
  ])('of %j is %j: no character is cut in two', (name, masked) => expect(maskName(name)).toBe(masked))
})

describe('a masked unit', () => {
  it.each([
    ['3-201', '3****'],
    ['12', '1*'],
    ['𠮷宅', '𠮷*'],
    ['👨‍👩‍👧1', '👨‍👩‍👧*'],
    ['5', '*'],
    ['', '*'],
  ])('of %j is %j', (unit, masked) => expect(maskUnit(unit)).toBe(masked))
})
