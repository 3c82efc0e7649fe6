import fc from 'fast-check'
import iconv from 'iconv-lite'
import { base64Of, registerPartsOf } from '#features/register/registerParts'

const heading = '小区,楼栋'
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

describe('a file cut into parts', () => {
  it('keeps the heading and the number of every line', () => {
    const lines = ['甲,1', '', '乙,2', '丙,3', '丁,4']
    const parts = registerPartsOf(Buffer.from([heading, ...lines].join('\r\n')), 30)
    expect(parts.length).toBeGreaterThan(1)
    for (const { firstRow, bytes } of parts) {
      const [first, ...rest] = text(bytes).replace(/\r\n$/, '').split('\r\n')
      expect(first).toBe(heading)
      expect(rest).toEqual(lines.slice(firstRow - 2, firstRow - 2 + rest.length))
    }
  })

  it('is never cut within quotes or within a letter, in either encoding', () => {
    const word = fc.constantFrom('火柴', '"一\n二"', '3栋', '瓩', '𠮷', '')
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 20 }),
        fc.constantFrom('utf8', 'gb18030'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 80 }),
        (rows, encoding, lineEnd, most) => {
          const body = rows.map((cells) => `${cells.join()}${lineEnd}`).join('')
          const first = iconv.encode(`${heading}${lineEnd}`, encoding)
          const whole = Buffer.concat([first, iconv.encode(body, encoding)])
          const parts = registerPartsOf(whole, most)
          const rest = parts.map(({ bytes }) => Buffer.from(bytes).subarray(first.length))
          expect(iconv.decode(Buffer.concat(rest), encoding)).toBe(body)
          for (const part of rest) expect(iconv.decode(part, encoding).split('"').length % 2).toBe(1)
        },
      ),
    )
  })

  it('a quotation mark within a cell swallows no line', () => {
    const lines = ['甲,1"', '乙,"2', '二"', '丙,"3"三', '丁,4']
    const parts = registerPartsOf(Buffer.from([heading, ...lines].join('\n')), 24)
    const firsts = parts.map(({ firstRow, bytes }) => [
      firstRow,
      text(bytes).trim().split('\n').slice(1).join('\n'),
    ])
    expect(firsts).toEqual([
      [2, '甲,1"'],
      [3, '乙,"2\n二"'],
      [4, '丙,"3"三'],
      [5, '丁,4'],
    ])
  })

  it('with a heading only is one part', () => {
    expect(registerPartsOf(Buffer.from(heading))).toEqual([{ firstRow: 2, bytes: Buffer.from(heading) }])
    expect(registerPartsOf(new Uint8Array())).toHaveLength(1)
  })
})

it('base64 is the standard one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    }),
  )
})
