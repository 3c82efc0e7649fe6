import fc from 'fast-check'
import * as v from 'valibot'
import { bookingCheckIn } from '#contract/booking'
import { certificateNo, issuer, verifyCode } from '#contract/certificate'
import { deskApprove } from '#contract/desk'
import { requestFile } from '#contract/request'
import { sessionWalkIn } from '#contract/session'
import { doorCode } from '#contract/shared/attendanceCode'
import {
  cursor,
  day,
  id,
  instant,
  limit,
  line,
  paragraph,
  personName,
  phone,
  properName,
} from '#contract/shared/scalars'
import { clipped, hasHidden, isName, isPersonName, wellFormed, withoutHidden } from '#contract/shared/text'

const accepts = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success

describe('an id', () => {
  it.each(['a', 'b_0123456789abcdef01234567', 'grid-1', 'A'.repeat(64)])('may be %j', (text) => {
    expect(accepts(id, text)).toBe(true)
  })
  it.each([
    ['empty', ''],
    ['too long', 'a'.repeat(65)],
    ['a digit first', '1a'],
    ['the prototype', '__proto__'],
    ['an operator', '$gt'],
    ['a field path', 'roster.m_1'],
    ['a folder above', '../members'],
    ['a folder', 'a/b'],
    ['a ledger entry', 'm_1:2'],
    ['a space', 'a b'],
    ['a line break at its end', 'abc\n'],
    ['Han characters', '维修'],
    ['a number', 7],
    ['an operator object', { $ne: '' }],
    ['a list', ['a']],
  ])('is refused: %s', (_, value) => {
    expect(accepts(id, value)).toBe(false)
  })
  it.each(Object.getOwnPropertyNames(Object.prototype))('is never the name of a prototype: %s', (name) => {
    expect(accepts(id, name)).toBe(false)
  })
  it('never reads a property that an object has inherited', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (accepts(id, text)) expect(({} as Record<string, unknown>)[text]).toBeUndefined()
      }),
    )
  })
})

describe('an instant', () => {
  it.each([
    [0, true],
    [4_102_444_800_000, true],
    [4_102_444_800_001, false],
    [-1, false],
    [0.5, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
    ['0', false],
  ])('%p: %p', (value, good) => expect(accepts(instant, value)).toBe(good))
})

describe('a day', () => {
  it.each([
    ['2026-11-23', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-00-10', false],
    ['2026-13-01', false],
    ['2026-01-00', false],
    ['2026-1-1', false],
    ['2026-11-23T00:00', false],
    ['23-11-2026', false],
    ['2026-11-23\n', false],
    ['', false],
  ])('%j: %p', (text, good) => expect(accepts(day, text)).toBe(good))
  it('is every day that the calendar has', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), (date) =>
        expect(accepts(day, date.toISOString().slice(0, 10))).toBe(true),
      ),
    )
  })
})

describe('a line', () => {
  const name = line(1, 20)
  it('is trimmed before its length is checked', () => {
    expect(v.parse(name, '  王奶奶　')).toBe('王奶奶')
    expect(v.parse(name, `${' '.repeat(30)}王`)).toBe('王')
    expect(accepts(name, '   ')).toBe(false)
    expect(accepts(name, '王'.repeat(20))).toBe(true)
    expect(accepts(name, '王'.repeat(21))).toBe(false)
  })
  it.each([0x00, 0x09, 0x0a, 0x0d, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0x2028, 0x2029])(
    'holds no control character and no line break: U+%p',
    (code) => expect(accepts(name, `王${String.fromCharCode(code)}奶奶`)).toBe(false),
  )
  it.each(['王·奶奶', '3-201', '火柴新村 3栋', '阿依古丽·买买提', '👵'])('may be %j', (text) => {
    expect(v.parse(name, text)).toBe(text)
  })
})

const unseen: [what: string, character: string][] = [
  ['a zero-width space', '\u200b'],
  ['a zero-width joiner', '\u200d'],
  ['a mark from right to left', '\u200f'],
  ['an embedding', '\u202b'],
  ['an override', '\u202e'],
  ['an isolate', '\u2066'],
  ['a word joiner', '\u2060'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a Hangul filler', '\u3164'],
  ['a tag', '\u{e0041}'],
]

describe('an invisible character', () => {
  it.each(unseen)('is refused in a name, a line and a paragraph: %s', (_, character) => {
    const text = `王${character}奶奶`
    for (const schema of [personName, line(1, 20), paragraph(1, 20)])
      expect(accepts(schema, text)).toBe(false)
  })
  it.each(unseen)('is taken out on the way to the cloud: %s', (_, character) => {
    expect(withoutHidden(`王${character}奶奶`)).toBe('王奶奶')
  })
  it('may join several characters to one emoji', () => {
    expect(v.parse(line(1, 20), '谢谢👨‍👩‍👧❤️‍🔥')).toBe('谢谢👨‍👩‍👧❤️‍🔥')
  })
  it('is all that is taken out, and the rest is accepted', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'王👵❤\ufe0f\u200d\u200b\u202e') }),
        ),
        (text) => {
          const left = withoutHidden(text)
          expect(hasHidden(left)).toBe(false)
          if (!hasHidden(text)) expect(left).toBe(text)
        },
      ),
    )
  })
})

describe('a person’s name', () => {
  it.each([
    '王奶奶',
    '阿依古丽·买买提',
    '居民12',
    '居民a1f3',
    'Test 1',
    'Anne-Marie O’Neill',
    '欧阳娜娜（小）',
    '㐂',
    '𠮷野',
    '𬱖',
    'あゆみ',
    'Đặng Thị',
    '王',
    '买买提•艾力',
    '迪丽热巴・迪力木拉提',
    'José María',
    'Jose\u0301',
    "D'Angelo",
    'Владимир',
    'محمد',
    '\u{30edd}',
    '\u{31350}',
    '鿋',
  ])('may be %j', (name) => expect(v.parse(personName, name)).toBe(name))
  it.each([
    '',
    '   ',
    '王'.repeat(21),
    '·',
    '12',
    '- -',
    '王奶奶👵',
    '❤王',
    '王❤️',
    '1️⃣王',
    '<b>王</b>',
    '王{{name}}',
    '$王',
    '王\n奶奶',
    '王\u0007',
    '=1+1',
    '=王',
    '+王',
    '-王',
    '@王',
    '1+1',
    '?',
    '王?',
    '王\ufffd',
    '王\u0378',
    '王\ue000',
    '王\ufffe',
    '王\u{10ffff}',
    '王\u{e0080}',
    '王\u0600',
    '王\u2028奶',
    '王\u2800',
    '\u3164',
    '\u115f',
    '、、',
    '123',
  ])('is not %j', (name) => expect(accepts(personName, name)).toBe(false))
})

it('a selector of how a picture is drawn hides behind no letter, and stays behind a picture', () => {
  for (const selector of ['\ufe0e', '\ufe0f'])
    for (const name of [`王${selector}奶奶`, `1${selector}号楼`]) expect(isName(name)).toBe(false)
  for (const text of ['爱心\u2764\ufe0f队', '1\ufe0f\u20e3号', '\u2764\ufe0f\u200d\u{1f525}'])
    expect(withoutHidden(text)).toBe(text)
})

/** Every character of a class, by its code point. */
function codesOf(category: string): number[] {
  const pattern = new RegExp(`^\\p{${category}}$`, 'u')
  const codes: number[] = []
  for (let code = 0; code <= 0x10ffff; code++) if (pattern.test(String.fromCodePoint(code))) codes.push(code)
  return codes
}

it.each(['Cc', 'Cf', 'Cn', 'Co', 'Cs', 'Zl', 'Zp', 'Bidi_Control', 'Default_Ignorable_Code_Point'])(
  'no name holds a character of the class %s, whichever it is',
  (category) => {
    const codes = codesOf(category)
    fc.assert(
      fc.property(fc.nat(codes.length - 1), (index) => {
        const character = String.fromCodePoint(codes[index] as number)
        for (const is of [isPersonName, isName]) expect(is(`王${character}奶奶`)).toBe(false)
      }),
      { numRuns: 50 },
    )
  },
)

it.each([
  ['a resident on paper', requestFile.entries.forResident, { name: '王奶奶' }, { name: '=1+1' }],
  [
    'an issuer',
    issuer,
    { name: '土崩坎社区居民委员会', handler: '小马' },
    { name: '居委会', handler: '=A1' },
  ],
  ['an issuer’s head', issuer, { name: '居委会', head: '李 红' }, { name: '居委会', head: '12' }],
  ['an issuer’s name', issuer, { name: '居委会' }, { name: '居\ue000委会' }],
  ['a walk-in', sessionWalkIn.entries.name, '买买提・艾力', '张\u0378三'],
])('%s has a name of letters', (_, schema, good, bad) => {
  expect([accepts(schema, good), accepts(schema, bad)]).toEqual([true, false])
})

describe('the name of a thing', () => {
  it.each(['维修服务队', '邻里守望·姐妹相助', 'A座', '爱心❤️队', '第1网格（东）', '3号楼+车库'])(
    'may be %j',
    (name) => expect(v.parse(properName(20), name)).toBe(name),
  )
  it.each(['=1+1', '123', '……', '❤️', '队\ue000', '队\u2028伍'])('is not %j', (name) =>
    expect(accepts(properName(20), name)).toBe(false),
  )
})

describe('a paragraph', () => {
  const text = paragraph(1, 300)
  it('keeps its line breaks', () => {
    expect(v.parse(text, ' 水管漏水\n请带工具\r\n谢谢 ')).toBe('水管漏水\n请带工具\r\n谢谢')
  })
  it.each([0x00, 0x08, 0x0b, 0x0c, 0x1b, 0x1f, 0x7f, 0x80, 0x9f])(
    'holds no control character: U+%p',
    (code) => expect(accepts(text, `水${String.fromCharCode(code)}管`)).toBe(false),
  )
  it('has its lengths, trimmed', () => {
    expect(accepts(text, '\n')).toBe(false)
    expect(accepts(text, '字'.repeat(300))).toBe(true)
    expect(accepts(text, '字'.repeat(301))).toBe(false)
  })
})

describe('a phone', () => {
  it.each([
    ['13812345678', '+8613812345678'],
    ['8613812345678', '+8613812345678'],
    ['+8613812345678', '+8613812345678'],
    [' 19912345678 ', '+8619912345678'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['0086-138-0013-8000', '+8613800138000'],
    ['(86) 138 0013 8000', '+8613800138000'],
    ['＋８６　１３８－００１３－８０００', '+8613800138000'],
    ['138—0013—8000', '+8613800138000'],
    ['138.0013.8000', '+8613800138000'],
    ['\u202d138 0013 8000\u202c', '+8613800138000'],
  ])('%j is kept as %j', (said, kept) => expect(v.parse(phone, said)).toBe(kept))
  it.each([
    '12812345678',
    '1381234567',
    '138123456789',
    '+85261234567',
    '+13812345678',
    '',
    'abc',
    '023-00000000',
    '0013812345678',
    '138０ 0013 80',
  ])('%j is none', (said) => expect(accepts(phone, said)).toBe(false))
  it('stays the same when it is normalised again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (number) => {
        const kept = v.parse(phone, number)
        expect(v.parse(phone, kept)).toBe(kept)
      }),
    )
  })
})

describe('a code or a number, typed or pasted in another way,', () => {
  it.each([
    [doorCode, '１２３　４５６', '123456'],
    [doorCode, '1 2 3 4 5 6', '123456'],
    [doorCode, '123-456', '123456'],
    [doorCode, ' LL1.59.ABCDEFGH234567AB ', 'LL1.59.ABCDEFGH234567AB'],
    [bookingCheckIn.entries.code, '1234 5678', '12345678'],
    [bookingCheckIn.entries.code, '１２３４－５６７８', '12345678'],
    [certificateNo, ' tbk－202611 — 000042', 'TBK-202611-000042'],
    [verifyCode, 'abcde fgh23', 'ABCDEFGH23'],
    [deskApprove.entries.digits, '１２ ３４', '1234'],
  ])('is the same one (%#)', (schema, typed, meant) => expect(v.parse(schema, typed)).toBe(meant))
})

describe('a page', () => {
  it.each([
    [1, true],
    [50, true],
    [0, false],
    [51, false],
    [1.5, false],
  ])('of %d: %p', (value, good) => expect(accepts(limit, value)).toBe(good))
  it('has a cursor of at most 256 characters', () => {
    expect(accepts(cursor, '')).toBe(false)
    expect(accepts(cursor, 'a'.repeat(256))).toBe(true)
    expect(accepts(cursor, 'a'.repeat(257))).toBe(false)
  })
})

describe('half a character', () => {
  it('is left out, and nothing else is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.nat(),
        fc.constantFrom('\ud83d', '\ude00'),
        (text, at, half) => {
          expect(wellFormed(text)).toBe(text)
          const whole = [...text]
          const [before, after] = [
            whole.slice(0, at % (whole.length + 1)),
            whole.slice(at % (whole.length + 1)),
          ]
          expect(wellFormed(`${before.join('')}${half}|${after.join('')}`)).toBe(
            `${before.join('')}|${after.join('')}`,
          )
        },
      ),
    )
  })
  it('does not stay behind where a text is cut, in UTF-8 as in memory', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (text, most) => {
          const cut = clipped(text, most)
          expect(cut.length).toBeLessThanOrEqual(most)
          expect(Buffer.from(cut).toString()).toBe(cut)
          if (text.length <= most) expect(cut).toBe(text)
        },
      ),
    )
  })
  it('alone is no text, and no name', () => {
    expect(accepts(line(1, 10), '\ud83d')).toBe(false)
    expect(accepts(paragraph(1, 10), ' \ude00 ')).toBe(false)
    expect(v.parse(personName, '王奶奶\ud842')).toBe('王奶奶')
  })
})
