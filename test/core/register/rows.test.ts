import fc from 'fast-check'
import { nameSpelling } from '#contract/shared/nameSpelling'
import { readRegister } from '#core/register/rows'
import { areaSpelling, buildingSpelling, unitSpelling } from '#core/register/spelling'

const places = {
  estates: [
    { estateId: 'huochai', name: '火柴新村', buildings: ['1栋', '3栋', 'A座'] },
    { estateId: 'liangjiang', name: '两江名品', buildings: ['1栋', '1号楼'] },
  ],
  grids: [
    { gridId: 'grid1', name: '第一网格' },
    { gridId: 'grid10', name: '第十网格' },
  ],
  groups: [{ groupId: 'group12', name: '居民十二组' }],
}
const heading = ['小区', '楼栋', '房号', '网格', '居民组', '姓名']
const good = ['火柴新村', '3栋', '2-1', '第一网格', '居民十二组', '']
const read = (...rows: string[][]) => readRegister([heading, ...rows], places)

describe('one door has one spelling', () => {
  it.each([
    ['2-1', '２－１', '2 - 1', '2—1', '2-1室', '02-01', '2单元1号', '二单元一号', '2－1户'],
    ['2-5-3', '2单元5-3', '２单元５楼３号', '2单元5层3室', '二单元5-3'],
    ['503', '0503', '503室', '503号', ' 503 '],
    ['A-12', 'a-12', 'Ａ-１２'],
  ])('%s', (first, ...others) => {
    for (const other of others) expect(unitSpelling(other)).toBe(unitSpelling(first))
  })

  it.each([
    ['2-1', '1-2'],
    ['2-11', '21-1'],
    ['2-1', '21'],
    ['1-101', '1-11'],
    ['10-1', '1-1'],
  ])('%s is not %s', (one, other) => {
    expect(unitSpelling(one)).not.toBe(unitSpelling(other))
  })

  it('stays what it is when it is spelled again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (typed) => {
        expect(unitSpelling(unitSpelling(typed))).toBe(unitSpelling(typed))
      }),
    )
  })
})

describe('a building, a place, a name', () => {
  it.each([
    ['3栋', '3幢', '３ 号楼', '三栋', '第3栋', '3'],
    ['12栋', '十二栋', '12号楼'],
    ['20栋', '二十栋'],
    ['A座', 'a栋', 'Ａ'],
  ])('building %s', (first, ...others) => {
    for (const other of others) expect(buildingSpelling(other)).toBe(buildingSpelling(first))
  })

  it('numbers in words are read as numbers; names that only look like numbers stay names', () => {
    expect(areaSpelling('第十网格')).toBe(areaSpelling('第１０网格'))
    expect(areaSpelling('三八村')).not.toBe(areaSpelling('38村'))
    expect(areaSpelling('十十路')).toBe('十十路')
  })

  it('a name has one kind of dot and no spaces', () => {
    expect(nameSpelling('阿依 • 古丽')).toBe(nameSpelling('阿依·古丽'))
    expect(nameSpelling('王\u200b小明')).toBe(nameSpelling('王　小明'))
  })

  it('that could mean two is refused, unless it is written exactly', () => {
    const row = (building: string) => ['两江名品', building, '2-1', '第一网格', '居民十二组', '']
    expect(read(row('1号楼')).rows).toMatchObject([{ building: '1号楼' }])
    expect(read(row('1幢')).faults).toEqual([
      { row: 2, faults: [{ fault: 'building', estate: '两江名品', said: '1幢' }] },
    ])
  })
})

describe('a register', () => {
  it('is read by its headings, in any order, places by name or id', () => {
    const lines = [
      ['姓名', '备注', ' 网格 ', '居民组', '房号', '楼栋', '小区'],
      ['王奶奶、老李', '独居', 'grid1', '居民12组', '2单元1', '三栋', 'huochai'],
    ]
    expect(readRegister(lines, places)).toEqual({
      count: 1,
      faults: [],
      rows: [
        {
          row: 2,
          estateId: 'huochai',
          building: '3栋',
          unit: '2单元1',
          gridId: 'grid1',
          groupId: 'group12',
          names: ['王奶奶', '老李'],
        },
      ],
    })
  })

  it('does not need the names’ column, nor a group where the community has none', () => {
    const lines = [heading.slice(0, 5), ['火柴新村', '3栋', '2-1', '第一网格', '']]
    expect(readRegister(lines, { ...places, groups: [] }).rows).toMatchObject([{ groupId: null, names: [] }])
    expect(readRegister(lines, places).faults).toEqual([
      { row: 2, faults: [{ fault: 'missing', heading: '居民组' }] },
    ])
  })

  it('passes over blank lines and the empty cells a spreadsheet leaves behind, and keeps its numbers', () => {
    const read = readRegister([heading, [''], [...good, '', ''], ['', '', '', '', '', ''], ['x']], places)
    expect(read.count).toBe(2)
    expect(read.rows).toMatchObject([{ row: 3 }])
    expect(read.faults).toEqual([{ row: 5, faults: [{ fault: 'columns', expected: 6, found: 1 }] }])
  })

  it('names every fault of a row, once', () => {
    const long = '长'.repeat(21)
    expect(read(['火柴新村', '9栋', '。', '第九网格', '', long]).faults).toEqual([
      {
        row: 2,
        faults: [
          { fault: 'missing', heading: '居民组' },
          { fault: 'unknown', heading: '网格', said: '第九网格' },
          { fault: 'building', estate: '火柴新村', said: '9栋' },
          { fault: 'unit', said: '。' },
          { fault: 'name', said: long },
        ],
      },
    ])
  })

  it('tells a line that stands twice from a dwelling in two grids', () => {
    const elsewhere = good.map((cell, index) => (index === 3 ? 'grid10' : cell))
    expect(read(good, [...good], elsewhere).faults).toEqual([
      { row: 3, faults: [{ fault: 'duplicate', firstRow: 2 }] },
      { row: 4, faults: [{ fault: 'two_grids', firstRow: 2 }] },
    ])
  })

  it.each([
    [[], 'empty_file'],
    [[['', '']], 'empty_file'],
    [[['小区', '楼栋', '房号', '网格']], 'heading_missing'],
    [[[...heading, '网格']], 'heading_twice'],
    [[heading, ['']], 'no_rows'],
  ])('that is %j is no register', (lines, fault) => {
    expect(readRegister(lines, places).faults).toMatchObject([{ faults: [{ fault }] }])
  })

  it('takes every line of any file either as a row or as a fault', () => {
    const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom(...good, '', '99栋', '第九网格'))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (body) => {
        const { count, rows, faults } = readRegister([heading, ...body], places)
        const numbers = [...rows, ...faults].map(({ row }) => row)
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(rows.length + faults.length).toBe(Math.max(count, 1))
      }),
    )
  })
})
