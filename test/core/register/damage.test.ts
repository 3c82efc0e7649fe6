import fc from 'fast-check'
import { rowFaultWords } from '#app/register/registerText'
import { readRegister } from '#core/register/rows'

const places = {
  estates: [{ estateId: 'huochai', name: '火柴新村', buildings: ['1栋', '3栋', 'A座'] }],
  grids: [{ gridId: 'grid1', name: '第一网格' }],
  groups: [{ groupId: 'group1', name: '居民一组' }],
}
const heading = ['小区', '楼栋', '房号', '网格', '居民组', '姓名']
const good = ['火柴新村', '3栋', '2-1', '第一网格', '居民一组', '张三、李四']
type Title = '小区' | '楼栋' | '房号' | '网格' | '居民组' | '姓名'
const withCell = (title: Title, cell: string) =>
  good.map((before, index) => (heading[index] === title ? cell : before))
const read = (title: Title, cell: string) => readRegister([heading, withCell(title, cell)], places)
/** What the person reads about one row with this cell; empty where it is understood. */
const said = (title: Title, cell: string) =>
  read(title, cell)
    .faults.map(({ faults }) => rowFaultWords(faults))
    .join()

describe('a door that Excel has taken for a day', () => {
  it('is named with the door it was, and how to keep it', () => {
    expect(said('房号', '2月1日')).toBe(
      '房号「2月1日」像是日期，Excel 把 2-1 当成日期了；请把这一列设成「文本」格式后重填。',
    )
  })
  it.each([
    ['1-Feb', '2-1'],
    ['2-Jan', '1-2'],
    ['1月2日', '1-2'],
    ['１月２日', '1-2'],
    ['2026/2/1', '2-1'],
    ['2026-02-01', '2-1'],
    ['2026/2/1 0:00:00', '2-1'],
    ['2026年2月1日', '2-1'],
    ['12-Sept', '9-12'],
    ['Feb 1, 2026', '2-1'],
    ['46054', '2-1'],
    ['46054.0', '2-1'],
  ])('%s was %s', (cell, was) => {
    for (const title of ['房号', '楼栋'] as const)
      expect(said(title, cell)).toContain(`Excel 把 ${was} 当成日期了`)
  })
  it.each(['2月', 'Feb-32', '2/1/2026', '二月一日', '二〇二六年二月'])('%s was something else', (cell) =>
    expect(said('房号', cell)).toContain('像是日期'),
  )
  it.each([
    '2-1',
    '2/1',
    '2.1',
    '2单元1',
    '1203',
    '21203',
    '50101',
    '41203',
    '2-20-2003',
    '1-101',
    'B1-3',
    '2E-1',
  ])('%s is still a door', (cell) => expect(read('房号', cell).rows).toMatchObject([{ unit: cell }]))
})

describe('a cell that a spreadsheet has spoilt', () => {
  it.each([
    ['#REF!', '出错提示'],
    ['#N/A', '出错提示'],
    ['#VALUE!', '出错提示'],
    ['#NAME?', '出错提示'],
    ['#DIV/0!', '出错提示'],
    ['########', '太窄'],
    ['1.38E+10', '科学记数'],
    ['=A1&B1', '公式'],
    ['+2-1', '公式'],
    ['-2-1', '公式'],
    ['@A1', '公式'],
    ['＝A1', '公式'],
    ['?', '认不出的字'],
    ['��', '认不出的字'],
    ['锟斤拷', '认不出的字'],
    ['2-1\ue000', '认不出的字'],
  ])('is named in every column: %s', (cell, words) => {
    for (const title of ['小区', '楼栋', '房号', '网格', '居民组', '姓名'] as const) {
      expect(said(title, cell)).toContain(words)
      expect(said(title, cell)).toContain(title)
    }
  })
})

describe('what stands beside or instead of one door', () => {
  it.each([
    ['2-1（租户）', '说明'],
    ['搬走', '说明'],
    ['无', '说明'],
    ['2-1、2-2', '不止一户'],
    ['2-1，2-2', '不止一户'],
    ['2-1和2-2', '不止一户'],
    ['2-1\n2-2', '不止一户'],
    ['1,203', '不止一户'],
    ['13800138000', '电话'],
    ['2"1', '看不明白'],
    ['2-1👵', '看不明白'],
  ])('is named: %s', (cell, words) => expect(said('房号', cell)).toContain(words))
})

describe('the people of a dwelling', () => {
  it.each([
    ['张三、李四', ['张三', '李四']],
    ['张三，李四', ['张三', '李四']],
    ['张三,李四;王五；赵六', ['张三', '李四', '王五', '赵六']],
    ['张三/李四', ['张三', '李四']],
    ['张三\n李四', ['张三', '李四']],
    ['张三\r\n李四\n', ['张三', '李四']],
    ['张三&李四|王五', ['张三', '李四', '王五']],
    ['张 三', ['张 三']],
    ['欧阳 修', ['欧阳 修']],
    ['王 小 明', ['王 小 明']],
    ['阿依古丽 · 买买提、张三', ['阿依古丽 · 买买提', '张三']],
    ['John Smith', ['John Smith']],
    ['张和平、李三八', ['张和平', '李三八']],
    ['𠮷野家', ['𠮷野家']],
    ["'张三", ['张三']],
    ['张\u200b三\ufeff', ['张三']],
    ['', []],
  ])('%j are understood', (cell, names) => expect(read('姓名', cell).rows).toMatchObject([{ names }]))
  it.each([
    ['张三 李四', '看不出是几个人'],
    ['张三　李四', '看不出是几个人'],
    ['张 三 李 四', '看不出是几个人'],
    ['张三和李四', '看不出是几个人'],
    ['张三\\李四', '看不出是几个人'],
    ['张三"', '看不出是几个人'],
    ['张三（租户）', '说明'],
    ['张三(户主)、李四', '说明'],
    ['搬走', '说明'],
    ['无', '说明'],
    ['-', '说明'],
    ['/', '说明'],
    ['N/A', '说明'],
    ['张三13800138000', '数字'],
    ['3', '数字'],
    ['2人', '数字'],
    ['张三、李?', '认不出的字'],
    ['张三、�', '认不出的字'],
    ['2月1日', '日期'],
    ['❤', '不像姓名'],
    ['、', '说明'],
  ])('%j are named', (cell, words) => expect(said('姓名', cell)).toContain(words))
})

it('a heading that cannot be read says how to save the file', () => {
  const faults = readRegister([['С��', '¥��'], good], places).faults
  expect(faults.map(({ row, faults }) => [row, rowFaultWords(faults)])).toEqual([
    [1, expect.stringContaining('乱码，请另存为「CSV UTF-8」')],
  ])
})

it('of a damaged table each row is read as it stands, or named by its number', () => {
  const broken = fc.constantFrom(
    ...[
      '2月1日',
      '1-Feb',
      '46054',
      '#REF!',
      '####',
      '1.38E+10',
      '=A1',
      '-2',
      '��',
      '?',
      '搬走',
      '张三（租户）',
    ],
    ...['张三 李四', 'a"b', '"', '2-1\n2-2', '\ud800', '\u0000', '\u200b', '＝', '2-1，'],
  )
  const cell = fc.oneof(fc.constantFrom(...good), broken, fc.string({ unit: 'binary', maxLength: 8 }))
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.tuple(...good.map((each) => fc.oneof(fc.constant(each), cell))), fc.array(cell)), {
        maxLength: 10,
      }),
      (body) => {
        const { count, rows, faults } = readRegister([heading, ...body], places)
        expect(rows.length + faults.length).toBe(Math.max(count, 1))
        for (const { row, unit, names } of rows) {
          expect(body[row - 2]).toBeDefined()
          expect([unit, ...names].join('、')).not.toMatch(/[#=?\ufffd"（()\n]|月|搬走|E\+|46054/)
        }
        for (const { faults: each } of faults) expect(rowFaultWords(each)).toMatch(/^[^\n]{4,}。$/)
      },
    ),
    { numRuns: 500 },
  )
})
