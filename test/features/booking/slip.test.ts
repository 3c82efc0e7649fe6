import type { Slip } from '#contract/booking'
import { paperWindow, slipWords } from '#text/booking/slip'

const at = (text: string) => Date.parse(`${text}+08:00`)

describe('A window on paper', () => {
  it.each([
    ['2026-11-25T09:00', '2026-11-25T11:00', '上午9点到11点'],
    ['2026-11-25T09:30', '2026-11-25T12:00', '上午9点半到中午12点'],
    ['2026-11-25T14:00', '2026-11-25T16:45', '下午2点到4点三刻'],
    ['2026-11-25T11:05', '2026-11-25T13:40', '上午11点零5分到下午1点40分'],
    ['2026-11-25T19:00', '2026-11-26T06:15', '晚上7点到次日上午6点一刻'],
  ])('from %s to %s reads %s', (from, to, words) => {
    expect(paperWindow({ from: at(from), to: at(to) })).toBe(words)
  })
})

describe('A slip', () => {
  const slip: Slip = {
    bookingId: 'b_1',
    forName: '王奶奶',
    serviceTitle: '上门维修',
    kindTitle: '水管漏水',
    window: { from: at('2026-11-25T09:00'), to: at('2026-11-25T11:00') },
    place: 'home',
    claimer: { name: '李师傅', team: '维修服务队', volunteerNo: 'TBK-0000-0001' },
    prepare: ['地面湿滑；家里有狗'],
    codes: { checkIn: '12345678', checkOut: '87654321' },
    community: { name: '土崩坎社区', phone: '023-0000 0000' },
    printedAt: at('2026-11-24T10:00'),
    printedBy: '小刘',
  }
  it('says what, when, who comes, what to mind, the two codes and whom to call', () => {
    const words = slipWords(slip)
    expect(words.heads).toEqual(['水管漏水（上门）', '11月25日 星期三', '上午9点到11点'])
    expect(words.lines).toEqual([
      '来的人：李师傅，维修服务队',
      '编号：TBK-0000-0001',
      '请留意：地面湿滑；家里有狗。',
      '服务不收钱，也不卖东西。',
    ])
    expect(words.codes.map(({ digits }) => digits)).toEqual(['12345678', '87654321'])
    expect(words.foot).toEqual(['有事打电话：023-0000 0000', '小刘 11月24日 星期二打印'])
  })
  it('names both of two volunteers, each with codes of their own, or says that one is still wanted', () => {
    const second = { claimer: { name: '赵师傅' }, codes: { checkIn: '11112222', checkOut: '33334444' } }
    const both = slipWords({ ...slip, second })
    expect(both.lines.slice(0, 3)).toEqual([
      '来的人：李师傅，维修服务队',
      '编号：TBK-0000-0001',
      '来的人：赵师傅',
    ])
    expect(both.codes.map(({ name, digits }) => `${name}${digits}`)).toEqual([
      '李师傅到了，给他看：12345678',
      '李师傅做完了要走，再给他看：87654321',
      '赵师傅到了，给他看：11112222',
      '赵师傅做完了要走，再给他看：33334444',
    ])
    expect(slipWords({ ...slip, second: {} }).lines).toContain('要两位，还差一位。有人认领了，我们会告诉您。')
  })
  it('says where an escort goes, and says 陪同出门 once', () => {
    const escort: Slip = { ...slip, kindTitle: '陪同出门', place: 'accompany', destination: '市中医院' }
    expect(slipWords(escort).heads[0]).toBe('陪同出门')
    expect(slipWords({ ...escort, kindTitle: '代办代购' }).heads[0]).toBe('代办代购（陪同出门）')
    expect(slipWords(escort).lines).toContain('去哪里：市中医院')
  })
  it.each([[[]], [['没有']], [['无']]])('asks to mind nothing where the booking says %j', (prepare) => {
    expect(slipWords({ ...slip, prepare }).lines.join()).not.toContain('请留意')
  })
  it('has no codes while nobody has claimed, and one once they have come', () => {
    const { claimer: _claimer, codes: _codes, ...open } = slip
    expect(slipWords(open).codes).toEqual([])
    expect(slipWords(open).lines[0]).toMatch(/还没有人认领/)
    expect(slipWords({ ...slip, codes: { checkOut: '87654321' } }).codes).toEqual([
      { name: '做完了要走，再给他看：', digits: '87654321' },
    ])
  })
})
