import { chipsOf } from '#ui/choice/chips'

describe('The chips of a choice', () => {
  const titled = (...titles: string[]) => titles.map((title) => ({ title }))
  it.each([
    ['three beside each other for building numbers', titled('1栋', '12栋'), 'chips-three'],
    ['two for words of a few characters', titled('换灯泡', '今天越快越好'), 'chips-two'],
    ['one below the other for a sentence', titled('马桶漏水', '水龙头一直滴水'), ''],
    ['two with a second line', [{ title: '电路检修', detail: '由有电工证的志愿者来做' }], 'chips-two'],
    ['one with a long second line', [{ title: '我家', detail: '火柴新村 10栋 二单元 12-3号附近' }], ''],
  ])('stand %s', (_, options, columns) => {
    expect(chipsOf(options)).toBe(columns)
    expect(chipsOf(options, true)).toBe('')
  })
})
