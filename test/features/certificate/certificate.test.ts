import type { Certificate, ServiceDone } from '#contract/certificate'
import { daysOf } from '#features/certificate/certificateSpan'
import { paperWordsOf, servicesOnPaper } from '#features/certificate/paperWords'
import { bareCode, certificateNoOf, scanned, verifyCodeOf } from '#features/certificate/verifyQuery'
import { honourMinutesOf, honourReasonOf } from '#features/hours/honourDraft'
import { hoursOver, monthColumnsOf } from '#features/hours/monthColumns'
import { mondayNine } from '#support/time'

const paper = { certificateNo: 'TBK-261124-307146', verifyCode: 'ABCDEFGH27' }

describe('Number and code of a paper', () => {
  it.each([
    [
      'the page’s address',
      `https://x.cn/a/#/packages/certificate/verify?no=${paper.certificateNo}&code=${paper.verifyCode}`,
    ],
    ['the bare code', bareCode(paper)],
  ])('are read out of %s', (_, text) => expect(scanned(text)).toEqual(paper))
  it.each(['', 'https://x.cn', 'TBK-261124-307146', 'TBK-261124-307146.short', 'ABCDEFGH27'])(
    'are not read out of %j',
    (text) => expect(scanned(text)).toBeUndefined(),
  )
  it.each([
    [' tbk-261124-307146 ', 'TBK-261124-307146'],
    ['TBK—261124–307146', 'TBK-261124-307146'],
    ['TBK261124307146', 'TBK-261124-307146'],
    ['', undefined],
  ])('%j is the number %j', (text, no) => expect(certificateNoOf(text)).toBe(no))
  it.each([
    ['abcd efgh 27', 'ABCDEFGH27'],
    ['ABCDEFGH01', undefined],
    ['', undefined],
  ])('%j is the code %j', (text, code) => expect(verifyCodeOf(text)).toBe(code))
})

describe('The days a certificate is asked for', () => {
  const none = { from: '', to: '' } as const
  it.each([
    ['all', none, {}],
    ['year', none, { from: '2026-01-01', to: '2026-12-31' }],
    ['lastYear', none, { from: '2025-01-01', to: '2025-12-31' }],
    ['own', none, undefined],
    ['own', { from: '2026-03-02', to: '2026-03-01' }, undefined],
    ['own', { from: '2026-03-01', to: '2026-03-01' }, { from: '2026-03-01', to: '2026-03-01' }],
  ] as const)('of %s, %j, are %j', (span, own, days) => expect(daysOf(span, own, mondayNine)).toEqual(days))
})

const service = (index: number, more: Partial<ServiceDone> = {}): ServiceDone => ({
  teamId: 'repair',
  teamName: '维修服务队',
  title: `第${index}种`,
  times: 1,
  minutes: 60,
  firstDay: `2026-03-${String(index + 1).padStart(2, '0')}`,
  lastDay: '2026-11-20',
  ...more,
})
const certificate = (services: ServiceDone[], more: Partial<Certificate> = {}): Certificate => ({
  ...paper,
  kind: 'hours',
  state: 'valid',
  minutes: 60 * services.length,
  issuedAt: mondayNine,
  verifyPath: '/',
  name: '李师傅',
  honourMinutes: 0,
  services,
  issuer: { name: '土崩坎社区居民委员会' },
  seq: 9,
  hash: 'f'.repeat(64),
  ...more,
})

describe('What stands on the paper', () => {
  const wordOf = (words: ReturnType<typeof paperWordsOf>, name: string) =>
    words.facts.find((fact) => fact.name === name)?.value
  it('leaves lines for what is written by hand, and never holds an identity number', () => {
    const words = paperWordsOf(certificate([service(0)]))
    expect([wordOf(words, '证件类型'), wordOf(words, '证件号码')]).toEqual(['', ''])
    expect(words.issuer.filter(({ value }) => value === '').map(({ name }) => name)).toEqual([
      '负责人',
      '经办人',
      '联系方式',
    ])
  })
  it('says the span that was asked for, otherwise from the first service to the last', () => {
    const asked = { from: '2026-01-01', to: '2026-12-31' }
    expect(wordOf(paperWordsOf(certificate([service(0)], asked)), '服务时间')).toBe(
      '2026年1月1日至2026年12月31日',
    )
    expect(wordOf(paperWordsOf(certificate([service(4), service(2)])), '服务时间')).toBe(
      '2026年3月3日至2026年11月20日',
    )
  })
  it('keeps recorded and honour minutes apart, and marks the honour lines', () => {
    const words = paperWordsOf(certificate([service(0), service(0, { honour: true })], { honourMinutes: 60 }))
    expect(wordOf(words, '荣誉时长')).toBe('1 小时')
    expect(words.lines.map(({ what }) => what)).toEqual(['第0种（维修服务队）', '荣誉：第0种（维修服务队）'])
  })
  it('holds as many kinds as fit; the rest stands in one line that adds up', () => {
    const many = Array.from({ length: 12 }, (_, index) => service(index))
    const { lines } = paperWordsOf(certificate(many))
    expect(lines).toHaveLength(servicesOnPaper)
    expect(lines.at(-1)).toEqual({
      what: '其他 7 项服务',
      when: '2026-03-06 至 2026-11-20',
      times: '7 次',
      long: '7 小时',
    })
    expect(paperWordsOf(certificate(many.slice(0, servicesOnPaper))).lines).toHaveLength(servicesOnPaper)
  })
  it('says of a course, in one sentence, who was at how many lessons, and no service', () => {
    const course = { activityId: 'a_1', title: '家政培训', attended: 4, of: 5 }
    const of = { kind: 'completion' as const, course, from: '2026-11-16', to: '2026-11-20', minutes: 480 }
    const { title, lead, lines, facts, file } = paperWordsOf(certificate([], of))
    expect([title, lead, lines]).toEqual([
      '结业证书',
      '兹证明李师傅参加「家政培训」培训，共 5 课，上了 4 课，准予结业。',
      [],
    ])
    expect(facts.map(({ value }) => value)).toContain('4 课（共 5 课）')
    expect(facts.map(({ name }) => name)).not.toContain('证件号码')
    expect(file).toMatch(/^结业证书-/)
  })
  it('cuts words that are longer than two lines, and says so', () => {
    const { lines } = paperWordsOf(certificate([service(0, { title: '很'.repeat(60) })]))
    expect([...(lines[0]?.what ?? '')]).toHaveLength(28)
    expect(lines[0]?.what).toMatch(/很…$/)
  })
})

describe('A year as columns', () => {
  it('has twelve months, each beside the highest', () => {
    const { columns, most } = monthColumnsOf([
      { month: '2026-03', recordedMinutes: 90, honourMinutes: 30 },
      { month: '2026-11', recordedMinutes: 60, honourMinutes: 0 },
    ])
    expect(columns).toHaveLength(12)
    expect(most).toBe(120)
    expect(columns[2]).toMatchObject({ month: 3, recordedShare: 0.75, honourShare: 0.25 })
    expect(columns[10]).toMatchObject({ recordedShare: 0.5, honourShare: 0 })
    expect(columns.map(hoursOver).filter(Boolean)).toEqual(['2', '1'])
  })
  it('is empty for a year without a line', () => {
    const { columns, most } = monthColumnsOf([])
    expect(most).toBe(0)
    expect(columns.every((column) => column.recordedShare === 0 && hoursOver(column) === '')).toBe(true)
  })
})

describe('Typed honour minutes', () => {
  it.each([
    ['2', '30', 150],
    ['', '45', 45],
    ['168', '', 10_080],
    ['168', '1', undefined],
    ['0', '0', undefined],
    ['', '', undefined],
    ['1', '60', undefined],
    ['1.5', '', undefined],
    ['-1', '', undefined],
  ])('%j hours and %j minutes are %j', (hours, minutes, sum) =>
    expect(honourMinutesOf(hours, minutes)).toBe(sum),
  )
  it('is one line of two to sixty characters', () => {
    expect(honourReasonOf(' 帮邻居\n搬家 ')).toBe('帮邻居 搬家')
    expect(honourReasonOf('帮')).toBeUndefined()
    expect(honourReasonOf('帮'.repeat(61))).toBeUndefined()
  })
})
