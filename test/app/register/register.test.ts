import fc from 'fast-check'
import iconv from 'iconv-lite'
import type { RawInputOf } from '#contract/operations'
import { openTestHouse, type Person, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'

const heading = '小区,楼栋,房号,网格,居民组,姓名'
/** The text of a register's file with these rows. */
const csvOf = (...rows: string[]) => [heading, ...rows].join('\r\n')
const register = csvOf(
  '火柴新村,3栋,2-1,第一网格,居民一组,王奶奶、老李',
  '火柴新村,5栋,4-2,第一网格,居民一组,',
  '杨树新村,1栋,2单元5-3,第三网格,居民四组,',
)

let house: TestHouse
let worker: Person

beforeEach(async () => {
  // With one instance, an edit of the community counts at once.
  house = await openTestHouse({ workers: 1 })
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }], '小刘')
})
afterEach(() => house.close())

const bring = (csv: string, more: Partial<RawInputOf<'member.import'>> = {}) =>
  house.admin.ask('member.import', { csv, dryRun: false, ...more })

async function move(openid: string, change: Partial<RawInputOf<'member.register'>> = {}) {
  const answer = await house.stranger(openid).send('member.register', {
    name: '王奶奶',
    gridId: 'grid1',
    estateId: 'huochai',
    building: '3栋',
    unit: '2-1',
    consents: [
      { kind: 'service', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ],
    ...change,
  })
  if (!answer.ok) throw new Error(answer.code)
  return answer.data
}
const hints = async () =>
  (await house.admin.ask('member.pending', {})).items.map(({ name, register: hint }) => [name, hint])
const titlesOf = async (openid: string) => {
  const inbox = await house.stranger(openid).send('inbox.list', {})
  return inbox.ok ? inbox.data.items.map(({ title }) => title) : inbox.code
}

/** Every document of every collection, as the database holds it. */
async function everything(): Promise<string> {
  const database = sdkFor(house.cloud).database()
  const all: unknown[] = []
  for (const name of ['dwellings', 'members', 'households', 'intents', 'notices', 'communities'])
    all.push(await database.collection(name).where({}).limit(1000).get())
  return JSON.stringify(all.map((each) => (each as { data: unknown }).data))
}

describe('a dry run', () => {
  it('names each bad row as the spreadsheet numbers it, and writes nothing', async () => {
    const before = await everything()
    const checked = await bring(
      csvOf(
        '火柴新村,3栋,2-1,第一网格,居民一组,',
        '',
        '火柴新村,99栋,2-1,第一网格,居民一组,',
        '向阳新村,1栋,2-1,第二十网格,居民一组,',
        '火柴新村,3栋,,第一网格,居民一组,',
        '火柴新村,3栋,2-2,第一网格',
        '火柴新村,３号楼,２－１室,第一网格,居民一组,',
        '火柴新村,3幢,2-1,第二网格,居民一组,',
      ),
      { dryRun: true },
    )
    expect(checked.rows).toBe(7)
    expect(checked.errors).toEqual([
      { row: 4, message: '火柴新村没有「99栋」。请检查楼栋，新楼要先加进社区的楼栋名单。' },
      {
        row: 5,
        message:
          '小区「向阳新村」不在本社区的名单里。请改成社区里登记的名称；网格「第二十网格」不在本社区的名单里。请改成社区里登记的名称。',
      },
      { row: 6, message: '「房号」没有填。' },
      { row: 7, message: '这一行有 4 格，表头有 6 格。请检查是不是多了或者少了逗号。' },
      { row: 8, message: expect.stringContaining('和第 2 行是同一户') },
      { row: 9, message: expect.stringContaining('和第 2 行是同一户，网格却不一样') },
    ])
    expect(await everything()).toBe(before)
  })

  it('writes nothing where all is well either, and says so', async () => {
    const before = await everything()
    expect(await bring(register, { dryRun: true })).toMatchObject({ rows: 3, errors: [] })
    expect(await everything()).toBe(before)
  })

  it('shows the first rows as it has read them, with the residents counted and not named', async () => {
    const { read } = await bring(
      csvOf(
        '火柴新村,３号楼,２单元１,第一网格,居民一组,王奶奶、老李',
        '火柴新村,5栋,4-2,第一网格,居民一组,',
        '火柴新村,6栋,2-3,第二网格,居民二组,周师傅',
        '火柴新村,6栋,2-4,第二网格,居民二组,吴师傅',
      ),
      { dryRun: true },
    )
    expect(read).toEqual([
      { row: 2, door: '火柴新村 3栋 ２单元１', grid: '第一网格', group: '居民一组', residents: 2 },
      { row: 3, door: '火柴新村 5栋 4-2', grid: '第一网格', group: '居民一组', residents: 0 },
      { row: 4, door: '火柴新村 6栋 2-3', grid: '第二网格', group: '居民二组', residents: 1 },
    ])
  })

  it('keeps the numbers of the whole file in a later part, and shows which dwellings two parts share', async () => {
    const first = await bring(register, { dryRun: true })
    const later = await bring(
      csvOf('火柴新村,3号楼,２-１室,第一网格,居民一组,', '火柴新村,77栋,1-1,第一网格,居民一组,'),
      { dryRun: true, firstRow: 5 },
    )
    expect(later.errors).toMatchObject([{ row: 6 }])
    expect(later.keys).toEqual([first.keys?.[0], ''])
  })

  it.each([
    ['', /第一行是空的/, 1],
    ['小区,楼栋,房号\n火柴新村,3栋,2-1', /表头里没有「网格」「居民组」/, 1],
    [heading, /一户也没有/, 2],
    [csvOf('火柴新村,"3栋,2-1,第一网格,居民一组,'), /引号没有成对/, 2],
    [csvOf('火柴新村,3栋,2-1,第一网格,居民一组,张三"'), /姓名「张三"」看不出是几个人/, 2],
    [csvOf('火柴新村,3"栋,2-1,第一网格,居民一组,'), /火柴新村没有「3"栋」/, 2],
    [csvOf('火柴新村,3栋,2月1日,第一网格,居民一组,'), /房号「2月1日」像是日期，Excel 把 2-1 当成日期了/, 2],
  ])('says what is wrong with %j', async (csv, words, row) => {
    expect((await bring(csv, { dryRun: true })).errors).toEqual([
      { row, message: expect.stringMatching(words) },
    ])
  })
})

describe('the file', () => {
  it.each([
    ['UTF-8', Buffer.from(register)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${register}`)],
    ['GB18030', iconv.encode(register, 'gb18030')],
  ])('may be %s', async (_, bytes) => {
    const csvBase64 = bytes.toString('base64')
    const given = await house.admin.ask('member.import', { csvBase64, dryRun: false })
    expect(given).toEqual({ rows: 3, errors: [], changed: 3, verified: 0 })
    expect(await move('wx_wang')).toMatchObject({ state: 'verified' })
  })

  it('is refused where it is no text, and where it comes twice or not at all', async () => {
    const workbook = Buffer.from([0x50, 0x4b, 3, 4, 0, 0]).toString('base64')
    const send = (input: object) => house.admin.send('member.import', input as never)
    expect(await send({ csvBase64: workbook, dryRun: true })).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'csvBase64', message: expect.stringContaining('另存为 CSV') }],
    })
    expect(await send({ dryRun: true })).toMatchObject({ code: 'invalid_input' })
    expect(await send({ csv: register, csvBase64: 'AAAA', dryRun: true })).toMatchObject({
      code: 'invalid_input',
    })
  })
})

describe('a damaged table', () => {
  it('is named row by row: it is never a fault of ours, and nothing is written', async () => {
    const before = await everything()
    const broken = fc.constantFrom(
      ...['2月1日', '#REF!', '=A1', '��', 'a"b', '"张三', '"张三" ', '""', '46054', '搬走', '张三 李四'],
      ...['\u0000', '\u2028', '\t', '"一\n二"', '\r', '𠮷', '', '1.38E+10', '########'],
    )
    const cell = fc.oneof(broken, fc.constantFrom('火柴新村', '3栋', '2-1'), fc.string({ maxLength: 5 }))
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.boolean(),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (rows, dryRun, end) => {
          const bad = '火柴新村,99栋,2-1,第一网格,居民一组,'
          const csv = [heading, bad, ...rows.map((cells) => cells.join())].join(end)
          const { errors } = await bring(csv, { dryRun })
          expect(errors.length).toBeGreaterThan(0)
          for (const { row, message } of errors)
            expect([row >= 2, message]).toEqual([true, expect.stringMatching(/。$/)])
        },
      ),
      { numRuns: 8 },
    )
    expect(await everything()).toBe(before)
  })

  it('is read to the end of each row, however its lines end', async () => {
    const lines = [heading, '火柴新村,3栋,2-1,第一网格,居民一组,', '火柴新村,3栋,1-Feb,第一网格,居民一组,']
    const mixed = await bring(`${lines[0]}\r\n${lines[1]}\n${lines[2]}\r`, { dryRun: true })
    expect(mixed).toMatchObject({ rows: 2, errors: [{ row: 3 }] })
  })
})

describe('an import', () => {
  it('writes nothing as long as one row is bad', async () => {
    const before = await everything()
    const given = await bring(`${register}\r\n火柴新村,99栋,1-1,第一网格,居民一组,`)
    expect(given.errors).toMatchObject([{ row: 5 }])
    expect(await everything()).toBe(before)
  })

  it('changes nothing the second time; a corrected file corrects', async () => {
    expect(await bring(register)).toEqual({ rows: 3, errors: [], changed: 3, verified: 0 })
    const before = await everything()
    expect(await bring(register.replace('2单元5-3', '2-5-3室'))).toEqual({
      rows: 3,
      errors: [],
      changed: 0,
      verified: 0,
    })
    expect(await everything()).toBe(before)
    expect(await bring(register.replace('第三网格', '第四网格'))).toMatchObject({ changed: 1 })
    const neighbour = { name: '郑大姐', estateId: 'yangshu', building: '1栋', unit: '2单元5-3' }
    expect(await move('wx_zheng', { ...neighbour, gridId: 'grid4' })).toMatchObject({ state: 'verified' })
  })

  it('that broke off in the middle is completed by sending it again', async () => {
    let calls = 0
    house.cloud.hooks.before = (action) => {
      if (action === 'database.insertDocument' && ++calls > 30) throw new Error('the database has gone')
    }
    const rows = Array.from({ length: 45 }, (_, index) => `火柴新村,4栋,${index + 1}-1,第一网格,居民一组,`)
    const broken = await house.admin.send('member.import', { csv: csvOf(...rows), dryRun: false })
    expect(broken).toMatchObject({ ok: false, code: 'internal' })
    delete house.cloud.hooks.before
    const again = await bring(csvOf(...rows))
    expect(again).toMatchObject({ rows: 45, errors: [] })
    expect(again.changed).toBeGreaterThan(0)
    expect(again.changed).toBeLessThan(45)
    expect(await bring(csvOf(...rows))).toMatchObject({ rows: 45, changed: 0 })
  })

  it('verifies those who were waiting and whom it confirms, once, and leaves the others', async () => {
    await move('wx_wang')
    await move('wx_other', { name: '不在册', gridId: 'grid1' })
    expect(await bring(register)).toMatchObject({ changed: 3, verified: 1 })
    expect(await bring(register)).toMatchObject({ changed: 0, verified: 0 })
    expect(await titlesOf('wx_wang')).toEqual(['登记通过了'])
    expect(await hints()).toEqual([['不在册', { match: 'other_name' }]])
  })
})

describe('somebody who registers', () => {
  beforeEach(() => bring(register))

  it('is verified at once by name and dwelling, however the door is written, and it is on record', async () => {
    expect(await move('wx_wang', { building: '３号楼', unit: ' 2－1室 ' })).toMatchObject({
      state: 'verified',
    })
    expect(await titlesOf('wx_wang')).toEqual(['登记通过了'])
    const exported = await house.stranger('wx_wang').send('member.export', {})
    if (!exported.ok) throw new Error(exported.code)
    expect(exported.data.member.history).toMatchObject([
      { event: 'registered' },
      { event: 'verified', note: 'register' },
    ])
    expect(exported.data.member.roles).toEqual([{ role: 'resident' }])
  })

  it('needs no name where the register names nobody', async () => {
    expect(await move('wx_li', { name: '李师傅', building: '5栋', unit: '4-2' })).toMatchObject({
      state: 'verified',
    })
  })

  it('waits where the register says something else, and the worker reads what', async () => {
    expect(await move('wx_1', { name: '别人' })).toMatchObject({ state: 'pending' })
    expect(await move('wx_2', { unit: '9-9', name: '新邻居' })).toMatchObject({ state: 'pending' })
    expect(
      await move('wx_3', { name: '郑大姐', estateId: 'yangshu', building: '1栋', unit: '2-5-3' }),
    ).toMatchObject({ state: 'pending' })
    expect((await worker.ask('member.pending', {})).items.map((each) => each.register)).toEqual([
      { match: 'other_name' },
      { match: 'no_dwelling' },
      { match: 'other_grid', gridId: 'grid3' },
    ])
  })

  it('waits for a worker all the same where the community wants it so', async () => {
    const community = await house.admin.ask('community.get', {})
    await house.admin.ask('community.edit', { limits: { ...community.limits, registerVerifies: false } })
    expect(await move('wx_wang')).toMatchObject({ state: 'pending' })
    expect(await hints()).toEqual([['王奶奶', { match: 'same' }]])
  })

  it('keeps one registration, however often it is sent', async () => {
    const [first, again] = await Promise.all([move('wx_wang'), move('wx_wang')])
    expect(again).toEqual(first)
    expect(await move('wx_wang')).toEqual(first)
    await expect(move('wx_wang', { unit: '3-3' })).rejects.toThrow('conflict')
  })
})

it('without a register the worker reads no hint', async () => {
  await move('wx_wang')
  expect(await hints()).toEqual([['王奶奶', undefined]])
})

describe('a second account', () => {
  beforeEach(() => bring(register))

  it('for the same name in the same dwelling waits for a worker, who reads why', async () => {
    expect(await move('wx_first')).toMatchObject({ state: 'verified' })
    expect(await move('wx_second', { name: ' 王奶奶' })).toMatchObject({ state: 'pending' })
    expect(await hints()).toEqual([['王奶奶', { match: 'taken' }]])
    expect(await move('wx_li', { name: '老李' })).toMatchObject({ state: 'verified' })
    expect(await bring(csvOf('火柴新村,3栋,2-1,第一网格,居民一组,王奶奶、老李、小王'))).toMatchObject({
      verified: 0,
    })
  })

  it('is not vouched for beside the first where both are sent at the same instant', async () => {
    const states = await Promise.all(
      ['wx_a', 'wx_b', 'wx_c', 'wx_d'].map(async (openid) => (await move(openid)).state),
    )
    expect(states.sort()).toEqual(['pending', 'pending', 'pending', 'verified'])
  })

  it('is one of four at most where the register names nobody, and each has another name', async () => {
    const there = { building: '5栋', unit: '4-2' }
    const states: string[] = []
    for (const name of ['甲一', '甲二', '甲一', '甲三', '甲四', '甲五'])
      states.push((await move(`wx_${states.length}`, { ...there, name })).state)
    expect(states).toEqual(['verified', 'verified', 'pending', 'verified', 'verified', 'pending'])
    expect(await hints()).toEqual([
      ['甲一', { match: 'taken' }],
      ['甲五', { match: 'taken' }],
    ])
  })

  it('has room where the first is closed, or lives elsewhere now; not while that is being checked', async () => {
    const { memberId } = await move('wx_mover')
    const mover = await house.person('wx_mover')
    await mover.ask('member.move', { gridId: 'grid3', estateId: 'yangshu', building: '3栋', unit: '8-8' })
    const second = await move('wx_second')
    expect(second.state).toBe('pending')
    await house.admin.ask('member.verify', { memberId, accept: true })
    expect(await bring(register)).toMatchObject({ verified: 1 })
    const closing = await house.person('wx_second')
    await closing.ask('member.close', {})
    await house.cloud.advance(16 * 24 * 3_600_000)
    await house.cloud.tick()
    expect(await move('wx_third')).toMatchObject({ state: 'verified' })
  })

  it('by moving in is not vouched for either', async () => {
    await move('wx_first')
    await move('wx_guest', { name: '王奶奶', building: '5栋', unit: '4-2' })
    const guest = await house.person('wx_guest')
    const home = { gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: '2-1' }
    expect(await guest.ask('member.move', home)).toEqual({ state: 'pending' })
  })
})

describe('somebody who was rejected', () => {
  const reason = '登记的住址和网格对不上。'
  const me = async (openid: string) => {
    const answer = await house.stranger(openid).send('member.me', {})
    return answer.ok ? answer.data.member : undefined
  }

  it('reads why and registers again; the past stays on record', async () => {
    const { memberId } = await move('wx_wang', { unit: '1-2' })
    await worker.ask('member.verify', { memberId, accept: false, reason })
    expect(await me('wx_wang')).toMatchObject({ state: 'rejected', rejectedFor: reason })
    expect(await move('wx_wang', { unit: '2-1', phone: '13900005555' })).toEqual({
      memberId,
      state: 'pending',
    })
    expect(await me('wx_wang')).toMatchObject({ state: 'pending', phoneMasked: '139****5555' })
    expect((await me('wx_wang'))?.rejectedFor).toBeUndefined()
    expect(await move('wx_wang', { unit: '2-1', phone: '13900005555' })).toEqual({
      memberId,
      state: 'pending',
    })
    await worker.ask('member.verify', { memberId, accept: true })
    const exported = await house.stranger('wx_wang').send('member.export', {})
    if (!exported.ok) throw new Error(exported.code)
    expect(exported.data.member.history.map(({ event, note }) => [event, note])).toEqual([
      ['registered', undefined],
      ['rejected', reason],
      ['registered', undefined],
      ['verified', undefined],
    ])
    expect(exported.data.member.roles).toEqual([{ role: 'resident' }])
  })

  it('is verified by the register where the corrected words agree with it', async () => {
    await bring(register)
    const { memberId } = await move('wx_wang', { unit: '1-2' })
    await worker.ask('member.verify', { memberId, accept: false, reason })
    expect(await move('wx_wang')).toEqual({ memberId, state: 'verified' })
  })

  it('is not registered again by a late repeat of the first registration', async () => {
    const first = { commandId: 'first-registration' }
    const input = {
      name: '王奶奶',
      gridId: 'grid1',
      estateId: 'huochai',
      building: '3栋',
      unit: '1-2',
      consents: [{ kind: 'service' as const, version: '2026-11' }],
    }
    const stranger = house.stranger('wx_wang')
    const registered = await stranger.send('member.register', input, first)
    if (!registered.ok) throw new Error(registered.code)
    const { memberId } = registered.data
    await worker.ask('member.verify', { memberId, accept: false, reason })
    expect(await stranger.send('member.register', input, first)).toMatchObject({
      data: { state: 'rejected' },
    })
  })
})

describe('a dwelling that is taken out of the register', () => {
  const door = { estateId: 'huochai', building: '3栋', unit: '2-1', reason: '这一户已经拆了' }
  const remove = (more: object = {}, commandId?: string) =>
    house.admin.send('member.removeDwelling', { ...door, ...more }, commandId ? { commandId } : {})
  beforeEach(() => bring(register))

  it('confirms nobody any more, takes nothing from those who live there, and is on record', async () => {
    const { memberId } = await move('wx_wang')
    expect(await remove({ building: '三幢', unit: '02-1室' })).toMatchObject({ ok: true })
    expect(await move('wx_lao', { name: '老李' })).toMatchObject({ state: 'pending' })
    const removed = { at: expect.any(Number), reason: '这一户已经拆了' }
    expect(await hints()).toEqual([['老李', { match: 'no_dwelling', removed }]])
    const me = await house.stranger('wx_wang').send('member.me', {})
    expect(me).toMatchObject({
      data: { member: { memberId, state: 'verified' }, roles: [{ role: 'resident' }] },
    })
    const stored = await everything()
    expect(stored).toMatch(/"removedAt":\d+/)
    expect(stored).not.toContain('拆了')
    expect(stored).toMatch(/"removedFor":"[^"]{20,}"/)
  })

  it('is read by who decides on it with who took it out, when and why; in another grid only that it is not there', async () => {
    const admin = await house.person('wx_admin', [{ role: 'admin' }], '孙主任')
    const before = house.cloud.now()
    await admin.ask('member.removeDwelling', door)
    await move('wx_lao', { name: '老李' })
    await move('wx_other_grid', { name: '老周', gridId: 'grid2' })
    const [[, hint] = [], [, elsewhere] = []] = await hints()
    expect(hint).toEqual({
      match: 'no_dwelling',
      removed: { at: expect.any(Number), by: '孙主任', reason: '这一户已经拆了' },
    })
    expect(JSON.parse(JSON.stringify(hint)).removed.at).toBeGreaterThanOrEqual(before)
    expect(elsewhere).toEqual({ match: 'no_dwelling' })
    const queue = (await worker.ask('member.pending', {})).items
    expect(queue).toMatchObject([{ name: '老李', register: hint }])
    await bring(register)
    expect((await hints())[0]?.[1]).not.toHaveProperty('removed')
  })

  it('is taken out once, however often it is sent, and a later file puts it back for good', async () => {
    const first = await remove({}, 'take-out-once')
    house.cloud.advance(60_000)
    expect(await remove({}, 'take-out-once')).toEqual(first)
    expect(await remove({}, 'another-command')).toEqual(first)
    expect(await bring(register)).toMatchObject({ changed: 1 })
    expect(await remove({}, 'take-out-once')).toMatchObject({ ok: true })
    expect(await move('wx_wang')).toMatchObject({ state: 'verified' })
  })

  it('is not brought back by a late repeat of the file from before', async () => {
    const again = { csv: register, dryRun: false }
    await house.admin.send('member.import', again, { commandId: 'the-file-again' })
    house.cloud.advance(60_000)
    await remove()
    expect(await house.admin.send('member.import', again, { commandId: 'the-file-again' })).toMatchObject({
      data: { changed: 0, verified: 0 },
    })
    expect(await move('wx_wang')).toMatchObject({ state: 'pending' })
    expect(await bring(register)).toMatchObject({ changed: 1, verified: 1 })
  })

  it('must be in it; nobody but an administrator takes one out', async () => {
    expect(await remove({ unit: '9-9' })).toMatchObject({ code: 'dwelling_unknown' })
    expect(await remove({ building: '99栋' })).toMatchObject({ code: 'invalid_input' })
    expect(await remove({ reason: ' ' })).toMatchObject({ code: 'invalid_input' })
    expect(await worker.send('member.removeDwelling', door)).toMatchObject({ code: 'forbidden' })
    expect(await move('wx_wang')).toMatchObject({ state: 'verified' })
  })
})
