import fc from 'fast-check'
import type { SealedSpot } from '#store/sealing/sealedFields'
import { sealing } from '#store/sealing/sealing'

const key = (byte: number) => Buffer.alloc(32, byte)
const spot: SealedSpot = { collection: 'members', id: 'm_li', field: 'phone' }
const ours = sealing(new Map([['k1', key(1)]]), key(9))

/** The parts of a sealed text, with one of them changed. */
function withPart(sealed: string, index: number, change: (part: Buffer) => Buffer): string {
  const parts = sealed.split('.')
  parts[index] = change(Buffer.from(parts[index] as string, 'base64url')).toString('base64url')
  return parts.join('.')
}
const flipped = (bit: number) => (part: Buffer) => {
  const copy = Buffer.from(part)
  const at = (bit >> 3) % copy.length
  copy[at] = (copy[at] as number) ^ (1 << (bit & 7))
  return copy
}

describe('a sealed text', () => {
  it('opens in its spot, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(ours.open(ours.seal(text, spot), spot)).toBe(text)
      }),
    )
  })
  it('never looks the same twice and shows nothing of the text', () => {
    const text = '+8613812345678'
    expect(ours.seal(text, spot)).not.toBe(ours.seal(text, spot))
    expect(ours.seal(text, spot)).toMatch(/^s1\.k1\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/)
  })
  it.each<[string, object]>([
    ['collection', { collection: 'dependents' }],
    ['document', { id: 'm_zhao' }],
    ['field', { field: 'birth' }],
  ])('moved to another %s does not open', (_, other) => {
    expect(() => ours.open(ours.seal('text', spot), { ...spot, ...other } as SealedSpot)).toThrow()
  })
  it.each(['', ',', '/', ':'])('does not open where the same words are split by %j elsewhere', (mark) => {
    const at = (collection: string, id: string) => ({ collection, id, field: 'd' }) as never
    const sealed = ours.seal('text', at(`a${mark}b`, 'c'))
    expect(() => ours.open(sealed, at('a', `b${mark}c`))).toThrow()
  })
  it('with any bit of its nonce, tag or words changed does not open', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom(2, 3, 4), fc.nat(), (text, index, bit) => {
        const sealed = withPart(ours.seal(text, spot), index, flipped(bit))
        expect(() => ours.open(sealed, spot)).toThrow()
      }),
    )
  })
  it.each([2, 3, 4])('with part %d cut short or left out does not open', (index) => {
    const sealed = ours.seal('a longer text', spot)
    for (const length of [0, 1, 4, 8, 11])
      expect(() =>
        ours.open(
          withPart(sealed, index, (part) => part.subarray(0, length)),
          spot,
        ),
      ).toThrow()
    expect(() =>
      ours.open(
        sealed
          .split('.')
          .filter((_, at) => at !== index)
          .join('.'),
        spot,
      ),
    ).toThrow()
  })
  it.each(['', 's1', 's1.k1', 's1.k1..', 's2.k1.a.b.c', 'plain text'])('is not %j', (text) => {
    expect(() => ours.open(text, spot)).toThrow('not a sealed text')
  })
})

describe('the keys', () => {
  it('of another deployment do not open, whether or not they share a name', () => {
    const sealed = ours.seal('text', spot)
    expect(() => sealing(new Map([['k1', key(2)]]), key(9)).open(sealed, spot)).toThrow()
    expect(() => sealing(new Map([['k2', key(1)]]), key(9)).open(sealed, spot)).toThrow('k1')
  })
  it('may be followed by a new first one: it seals from now on, the old one still opens', () => {
    const before = ours.seal('text', spot)
    const now = sealing(
      new Map([
        ['k2', key(2)],
        ['k1', key(1)],
      ]),
      key(9),
    )
    expect(now.open(before, spot)).toBe('text')
    expect(now.seal('text', spot)).toMatch(/^s1\.k2\./)
    expect(() => ours.open(now.seal('text', spot), spot)).toThrow('k2')
  })
  it('must not be missing', () => expect(() => sealing(new Map(), key(9))).toThrow())
})

describe('an index key', () => {
  it('is the same for the same words and says nothing about them', () => {
    expect(ours.indexKey('+8613812345678')).toBe(ours.indexKey('+8613812345678'))
    expect(ours.indexKey('+8613812345678')).toMatch(/^[0-9a-f]{24}$/)
    expect(ours.indexKey('+8613812345678')).not.toBe(ours.indexKey('+8613812345679'))
  })
  it('depends on the deployment, not on the key that seals', () => {
    expect(sealing(new Map([['k2', key(2)]]), key(9)).indexKey('a')).toBe(ours.indexKey('a'))
    expect(sealing(new Map([['k1', key(1)]]), key(8)).indexKey('a')).not.toBe(ours.indexKey('a'))
  })
  it('is never an attendance secret', () => {
    expect(ours.derive('a')).toHaveLength(20)
    expect(ours.derive('a').toString('hex').startsWith(ours.indexKey('a'))).toBe(false)
    expect(ours.derive('attendance:b_1:1')).not.toEqual(ours.derive('attendance:b_1:2'))
  })
})
