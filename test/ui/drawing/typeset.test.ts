import fc from 'fast-check'
import { broken, evenly, widthOf } from '#ui/drawing/typeset'

const words = fc.string({
  unit: fc.constantFrom(...'活动室在一楼，请带水杯。AB9:00–11:00 '),
  minLength: 1,
  maxLength: 80,
})
const solid = (text: string) => text.replace(/\s/g, '')

describe('A text in lines', () => {
  it('loses nothing, and no line is wider than there is room, but for the sign that would begin the next', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 3, max: 30 }), (text, width) => {
        const lines = broken(text, width)
        expect(solid(lines.join(''))).toBe(solid(text))
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width + 1)
      }),
    )
  })

  it('breaks no time in two, and begins no line with a sign', () => {
    expect(broken('12月5日周六9:00–11:00开始', 8)).toEqual(['12月5日周六', '9:00–11:00开', '始'])
    expect(broken('请带水杯，自己来', 4)).toEqual(['请带水', '杯，自己', '来'])
  })

  it('is broken at a pause, where that makes no more lines', () => {
    expect(evenly('冬季健康讲座：怎么保暖', 8)).toEqual(['冬季健康讲座：', '怎么保暖'])
  })

  it('is as even as its lines allow', () => {
    expect(evenly('社区妇女之家包粽子', 8)).toEqual(['社区妇女之', '家包粽子'])
  })
})
