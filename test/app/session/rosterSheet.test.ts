import { strFromU8, unzipSync } from 'fflate'
import { dayMs, hourMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let zhao: Person
let wang: Person
let sessionId: string

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  wang = await house.person('wx_wang', [], '王奶奶')
  const now = house.cloud.now()
  const from = now + 2 * dayMs
  const published = await zhao.ask('activity.publish', {
    kind: 'festival',
    title: '元宵节: 猜灯谜/包汤圆',
    summary: '一起来。',
    place: '妇女之家',
    sessions: [{ from, to: from + 2 * hourMs, capacity: 3 }],
    signup: { opensAt: now - hourMs, closesAt: from - hourMs, rule: 'first_come', partyMax: 3 },
  })
  sessionId = published.sessionIds[0] ?? ''
  await wang.ask('session.signUp', {
    sessionId,
    party: [{ self: true }, { name: '李四' }, { name: '王五' }],
  })
  const late = await house.person('wx_late', [], '晚来的')
  await late.ask('session.signUp', { sessionId, party: [{ self: true }] })
  const gone = await house.person('wx_gone', [], '退出的')
  await gone.ask('session.signUp', { sessionId, party: [{ self: true }] })
  await gone.ask('session.withdraw', { sessionId })
  house.cloud.advance(2 * dayMs)
  await zhao.ask('session.mark', { sessionId, marks: [{ memberId: wang.memberId, present: true }] })
  await zhao.ask('session.walkIn', { sessionId, name: '路过的', size: 2 })
})
afterAll(() => house.close())

/** The cells of the first sheet, each with its Excel type. */
function cellsOf(base64: string): { type: string; words: string }[][] {
  const files = unzipSync(new Uint8Array(Buffer.from(base64, 'base64')))
  const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const plain = (text: string) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
  const shared = [
    ...xml('xl/sharedStrings.xml').matchAll(/<si>[\s\S]*?<t[^>]*>([\s\S]*?)<\/t>[\s\S]*?<\/si>/g),
  ].map(([, text = '']) => plain(text))
  const sheet = xml('xl/worksheets/sheet1.xml')
  expect(sheet).not.toContain('<f>')
  return [...sheet.matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, attributes = '', inner = '']) => {
      const type = /t="(\w+)"/.exec(attributes)?.[1] ?? 'n'
      const value = /<(?:v|t)[^>]*>([\s\S]*?)<\/(?:v|t)>/.exec(inner)?.[1] ?? ''
      return { type, words: type === 's' ? (shared[Number(value)] ?? '') : plain(value) }
    }),
  )
}
const wordsOf = (base64: string) => cellsOf(base64).map((row) => row.map(({ words }) => words))

describe('A roster as a workbook', () => {
  it('holds who has or awaits a place and who walked in, with the names of a party', async () => {
    const { base64, fileName, parties, phones } = await zhao.ask('session.export', { sessionId })
    expect(phones).toBeUndefined()
    expect(fileName).toMatch(/^元宵节 {2}猜灯谜 包汤圆 \d+月\d+日 \d{4} 名单\.xlsx$/)
    expect(parties).toBe(3)
    expect(wordsOf(base64)).toEqual([
      ['序号', '姓名', '人数', '同行', '状态', '签到'],
      ['1', '王奶奶', '3', '李四、王五', '报上了', expect.stringMatching(/^到了 \d+:\d\d$/)],
      ['2', '晚来的', '1', '', '候补第 1 位', ''],
      ['3', '路过的', '2', '', '现场来的', expect.stringMatching(/^到了/)],
    ])
    expect((await wang.ask('member.accessLog', {})).items).toEqual([])
  })

  it('holds telephone numbers only with a reason, as plain text, which each person reads', async () => {
    expect(await zhao.send('session.export', { sessionId, withPhone: true })).toMatchObject({
      ok: false,
      code: 'invalid_input',
      issues: [{ path: 'reason' }],
    })
    expect((await wang.ask('member.accessLog', {})).items).toEqual([])
    const input = { sessionId, withPhone: true, reason: '通知改了集合地点' }
    const { base64, phones } = await zhao.ask('session.export', input, { commandId: 'with-phones' })
    expect(phones?.find(({ memberId }) => memberId === wang.memberId)?.phone).toMatch(/^\+86\d{11}$/)
    await zhao.ask('session.export', input, { commandId: 'with-phones' })
    const [heads, first] = wordsOf(base64)
    expect(heads?.at(-1)).toBe('电话')
    expect(first?.at(-1)).toMatch(/^\+86\d{11}$/)
    const signed = cellsOf(base64)
      .flat()
      .filter(({ words }) => /^[=+@-]/.test(words))
    expect(signed).toHaveLength(2)
    for (const { type } of signed) expect(['s', 'inlineStr', 'str']).toContain(type)
    const { items } = await wang.ask('member.accessLog', {})
    const expected = { viewerName: '赵姐', fields: ['phone'], reason: '通知改了集合地点' }
    expect(items).toMatchObject([expected])
  })
})
