import fc from 'fast-check'
import { a4, layPoster, leastTitle, type PosterWords, phonePage } from '#features/poster/posterLayout'
import { posterTimes } from '#text/poster/poster'
import { widthOf } from '#ui/drawing/typeset'

const hourMs = 3_600_000
const firstFrom = Date.parse('2026-12-05T09:00:00+08:00')
const sessions = (count: number, differing: boolean) =>
  Array.from({ length: count }, (_, nth) => {
    const from = firstFrom + nth * 7 * 24 * hourMs + (differing ? nth * 5 * 60_000 : 0)
    return { from, to: from + 2 * hourMs + (differing ? nth * 60_000 : 0) }
  })
const wordsOf = (title: string, place: string, count: number, differing: boolean): PosterWords => ({
  issuer: '土崩坎社区',
  kind: '活动通知',
  title,
  what: '糯米、粽叶都备好了，不会包的有姐妹手把手教。',
  facts: [
    { name: '时间', ways: posterTimes(sessions(count, differing)) },
    { name: '地点', ways: [[place]] },
    { name: '请谁来', ways: [['火柴新村、杨树新村、巨柳新村、两江名品的居民，60 岁以上']] },
  ],
  call: '想来，打这个电话',
  phone: '023-72888888',
  foot: '不收钱。不会用手机的，打电话就行',
})
const han = (most: number) =>
  fc.string({ unit: fc.constantFrom(...'邻里守望姐妹相助'), minLength: 1, maxLength: most })

/** What would be printed over something else, or beyond the page. */
function faults(words: PosterWords, page: typeof a4, codes: object) {
  const { width, height, lines, rules, codes: laid } = layPoster(words, codes, page)
  const boxes = lines.map(({ text, x, y, size, middle }) => {
    const wide = widthOf(text) * size
    const left = middle ? x - wide / 2 : x
    return { what: text, left, right: left + wide, top: y - size * 0.88, bottom: y + size * 0.12 }
  })
  const squares = laid.map(({ name, x, y, side }) => ({
    what: name,
    left: x,
    right: x + side,
    top: y,
    bottom: y + side,
  }))
  const all = [...boxes, ...squares]
  const apart = (one: (typeof all)[number], other: (typeof all)[number]) =>
    one.right <= other.left + 1 ||
    other.right <= one.left + 1 ||
    one.bottom <= other.top + 1 ||
    other.bottom <= one.top + 1
  const over = all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other) => (apart(one, other) ? [] : [`${one.what} over ${other.what}`])),
  )
  const outside = all.filter(
    ({ left, right, top, bottom }) => left < 20 || right > width - 20 || top < 20 || bottom > height - 20,
  )
  expect(rules.length).toBe(2)
  return [...over, ...outside.map(({ what }) => `${what} is cut off`)]
}

const codeSets = [{}, { scan: 'data:' }, { scan: 'data:', browser: 'https://example.org' }]

describe('A poster', () => {
  it('has room for the longest title and place with twenty sessions, and cuts nothing off', () => {
    fc.assert(
      fc.property(
        han(40),
        han(60),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        fc.constantFrom(...codeSets),
        fc.constantFrom(a4, phonePage),
        (title, place, count, differing, codes, page) => {
          expect(faults(wordsOf(title, place, count, differing), page, codes)).toEqual([])
        },
      ),
      {
        numRuns: 40,
        examples: [
          ['守'.repeat(40), '望'.repeat(60), 20, true, codeSets[2] ?? {}, a4],
          ['守'.repeat(40), '望'.repeat(60), 6, true, codeSets[2] ?? {}, a4],
          ['守', '望', 1, false, codeSets[2] ?? {}, phonePage],
        ],
      },
    )
  })

  it('of a team has room for what stands before each line', () => {
    const words = wordsOf('维修服务队 招人', '活动室', 1, false)
    const facts = [{ name: '怎么加入', ways: [['扫码登记，或者到社区窗口，队长看过就通知您']] }]
    expect(faults({ ...words, facts }, a4, codeSets[2] ?? {})).toEqual([])
    const { lines } = layPoster(words, {}, a4)
    expect(lines.map(({ text }) => text)).toEqual(expect.arrayContaining(['维修服务队', '招人']))
  })

  it('is read from a wall: no title is smaller than 60 points, and a short one is much larger', () => {
    const sizeOf = (title: string) => {
      const { lines } = layPoster(wordsOf(title, '活动室', 6, false), codeSets[2] ?? {}, a4)
      return lines[1]?.size ?? 0
    }
    expect(sizeOf('守'.repeat(40))).toBe(leastTitle)
    expect(sizeOf('包粽子')).toBeGreaterThan(90)
  })

  it('says every session, in the words that have room', () => {
    const said = (count: number, differing: boolean) =>
      layPoster(wordsOf('守'.repeat(40), '活动室', count, differing), codeSets[2] ?? {}, a4)
        .lines.map(({ text }) => text)
        .join(' ')
    expect(said(1, false)).toContain('12月5日 星期六 上午9点到11点')
    expect(said(20, false).replace(/\s/g, '')).toMatch(/12月5、12、19、26日.*9:00–11:00/)
    for (let nth = 0; nth < 20; nth++)
      expect(said(20, true)).toContain(
        `${new Date((sessions(20, true)[nth]?.from ?? 0) + 8 * hourMs).getUTCDate()}日`,
      )
  })
})
