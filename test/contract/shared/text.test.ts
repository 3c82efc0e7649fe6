import fc from 'fast-check'
import { charactersOf, clipped, startOf, wholeStart } from '#contract/shared/text'

/** Characters as people see them; each is one. */
const whole = [
  '王',
  '𠮷',
  '\u{30edd}',
  'é',
  'e\u0301',
  '👵',
  '👍🏿',
  '👨‍👩‍👧',
  '❤️‍🔥',
  '🇨🇳',
  '1️⃣',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '葛\u{e0100}',
  'กำ',
  'नि',
  '\u1100\u1161\u11a8',
]
/** The code points they consist of, in any order, and halves of pairs. */
const pieces = [...new Set([...whole.join('')]), 'a', ' ', '\r', '\n', 'é', '한', '\ud83d', '\udc75']
const text = fc.array(fc.constantFrom(...whole, 'a', ' '), { maxLength: 30 })

describe('a character as people see it', () => {
  it.each(whole)('is one: %s', (character) => expect(charactersOf(character)).toEqual([character]))

  it('is found again in any text', () => {
    fc.assert(
      fc.property(text, (characters) => expect(charactersOf(characters.join(''))).toEqual(characters)),
    )
  })

  it('ends only where the platform sees an end as well', () => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...pieces), maxLength: 40 }), (typed) => {
        const ends = new Set([...segmenter.segment(typed)].map(({ index }) => index))
        const found = charactersOf(typed)
        expect(found.join('')).toBe(typed)
        let at = 0
        for (const character of found) {
          expect(ends).toContain(at)
          at += character.length
        }
      }),
      // a joiner before a syllable in parts
      { numRuns: 1000, examples: [['王\u200d\u1100한']] },
    )
  })
})

describe('a text that is too long', () => {
  it('is cut between characters and never longer than it may be', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (characters, most) => {
        const typed = characters.join('')
        const short = clipped(typed, most)
        expect(short.length).toBeLessThanOrEqual(most)
        if (typed.length <= most) return expect(short).toBe(typed)
        const kept = charactersOf(short.slice(0, -1))
        expect(short.endsWith('…')).toBe(true)
        expect(kept).toEqual(characters.slice(0, kept.length))
        const next = characters[kept.length] ?? ''
        expect(short.length + next.length).toBeGreaterThan(most)
      }),
    )
  })

  it('that was cut anywhere keeps no half of a character', () => {
    fc.assert(
      fc.property(text, fc.nat(60), (characters, at) => {
        const left = wholeStart(characters.join('').slice(0, at))
        expect(left).not.toMatch(/[\ud800-\udfff]|\u200d$/u)
      }),
    )
    expect(wholeStart('谢谢👨‍👩‍👧')).toBe('谢谢👨‍👩‍👧')
    expect(wholeStart('谢谢🇨🇳')).toBe('谢谢🇨🇳')
    expect(wholeStart('谢谢🇨🇳'.slice(0, 4))).toBe('谢谢')
    expect(wholeStart('谢谢👨‍👩'.slice(0, 6))).toBe('谢谢')
  })

  it('has a beginning of whole characters', () => {
    expect(startOf('谢谢👨‍👩‍👧', 5)).toBe('谢谢')
    expect(startOf('谢谢👨‍👩‍👧', 10)).toBe('谢谢👨‍👩‍👧')
    expect(startOf('👨‍👩‍👧谢谢', 5)).toBe('')
  })
})
