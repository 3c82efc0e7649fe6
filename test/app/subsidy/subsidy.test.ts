import { strFromU8, unzipSync } from 'fflate'
import { atLesson, markAt, publishCourse, type RunCourse } from '#support/courseHouse'
import { dayMs, hourMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let zhao: Person
let sun: Person
let worker: Person
let wang: Person
let chen: Person
let li: Person
let stranger: Person
let course: RunCourse

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  sun = await house.person('wx_sun', [{ role: 'coordinator' }], '孙主任')
  wang = await house.person('wx_wang', [], '王奶奶')
  chen = await house.person('wx_chen', [], '陈大爷')
  const gridId = (await chen.ask('member.me', {})).member?.gridId ?? ''
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId } }], '网格员')
  li = await house.person('wx_li', [], '李师傅')
  stranger = await house.person('wx_stranger', [], '路人')
  const paid = { subsidyFen: 1000, subsidyPer: 'lesson' as const, leastPercent: 60 }
  course = await publishCourse(house, zhao, { capacity: 20, lessons: 3, ...paid })
  for (const person of [wang, chen, li, sun])
    await person.ask('session.signUp', { sessionId: course.sessionId, party: [{ self: true }] })
})
afterAll(() => house.close())

const about = () => ({ activityId: course.activityId })
const today = () => new Date(house.cloud.now() + 8 * hourMs).toISOString().slice(0, 10)
const mark = (by: Person, person: Person, present = true) =>
  markAt(by, course, 0, present ? [person] : [], present ? [] : [person])
const linesOf = async (person: Person) =>
  (await zhao.ask('subsidy.lines', about())).lines.filter(({ memberId }) => memberId === person.memberId)
const stored = async (person: Person): Promise<Record<string, unknown>> => {
  const id = `sub_${course.sessionId}_${person.memberId}`
  const answer: unknown = await sdkFor(house.cloud).database().collection('subsidies').doc(id).get({})
  return (answer as { data: Record<string, unknown> }).data
}

it('a trainee states the ground for this course alone, under a consent of its own, and it is sealed', async () => {
  expect((await wang.ask('subsidy.mine', about())).items).toMatchObject([
    { rateFen: 1000, per: 'lesson', mayClaim: true, lines: [] },
  ])
  for (const person of [wang, chen, sun])
    await person.ask('subsidy.claim', { ...about(), ground: 'returned', consent: true })
  await li.ask('subsidy.claim', { ...about(), ground: 'other', words: '家在山上', consent: true })
  expect(await stranger.send('subsidy.claim', { ...about(), ground: 'far', consent: true })).toMatchObject({
    code: 'subsidy_no_place',
  })
  expect((await li.ask('subsidy.mine', about())).items[0]?.claim).toMatchObject({
    ground: 'other',
    words: '家在山上',
  })
  expect(JSON.stringify(await stored(li))).not.toContain('山上')
  const { member } = await li.ask('member.export', {})
  expect(JSON.stringify(member)).not.toContain('山上')
})

it('is computed from the lessons that somebody was at, and drawn once', async () => {
  atLesson(house, course, 0)
  await markAt(zhao, course, 0, [wang, chen, li, sun])
  expect(await zhao.ask('subsidy.lines', about())).toMatchObject({ differs: true, lines: [], owedFen: 0 })
  const { lines } = await zhao.ask('subsidy.draw', about())
  expect(lines.map(({ name, fen, state }) => [name, fen, state]).sort()).toEqual(
    ['孙主任', '李师傅', '王奶奶', '陈大爷'].sort().map((name) => [name, 1000, 'owed']),
  )
  expect(JSON.stringify((await stored(wang)).lines)).not.toContain('1000')
  expect((await zhao.ask('subsidy.draw', about())).lines).toEqual(lines)
  expect(await zhao.ask('subsidy.lines', about())).toMatchObject({
    differs: false,
    owedFen: 4000,
    paidFen: 0,
  })
  const [opening] = (await wang.ask('member.accessLog', {})).items
  expect(opening).toMatchObject({ viewerName: '赵姐', fields: ['subsidy', 'subsidyGround'] })
})

it('the second word is another coordinator’s, and nobody’s for themselves', async () => {
  const { lines } = await zhao.ask('subsidy.lines', about())
  const lineIds = lines.map(({ lineId }) => lineId)
  const own = lines.filter(({ memberId }) => memberId === sun.memberId).map(({ lineId }) => lineId)
  expect(lines.every(({ bar }) => bar === 'drew')).toBe(true)
  expect(await zhao.send('subsidy.approve', { lineIds })).toMatchObject({ code: 'second_word' })
  expect(await sun.send('subsidy.approve', { lineIds })).toMatchObject({ code: 'second_word' })
  const others = lineIds.filter((lineId) => !own.includes(lineId))
  expect(await sun.send('subsidy.pay', { lineIds: others, day: today() })).toMatchObject({
    code: 'subsidy_unapproved',
  })
  const approved = await sun.ask('subsidy.approve', { lineIds: others }, { commandId: 'approve' })
  expect(new Set(approved.lines.map(({ state }) => state))).toEqual(new Set(['approved']))
  expect(await sun.ask('subsidy.approve', { lineIds: others }, { commandId: 'approve' })).toEqual(approved)
  expect((await house.admin.send('subsidy.approve', { lineIds: own })).ok).toBe(false)
  const admin = await house.person('wx_admin2', [{ role: 'admin' }], '管理员')
  expect((await admin.ask('subsidy.approve', { lineIds: own })).lines).toMatchObject([{ state: 'approved' }])
})

it('what is paid is confirmed by the person, or from the sheet by somebody who neither approved nor paid', async () => {
  const lineIds = (await zhao.ask('subsidy.lines', about())).lines.map(({ lineId }) => lineId)
  await zhao.ask('subsidy.pay', { lineIds, day: today() })
  expect((await wang.ask('inbox.list', {})).items[0]).toMatchObject({ title: '交通补贴发了' })
  const [first] = await linesOf(wang)
  const [second] = await linesOf(chen)
  const lineId = first?.lineId ?? ''
  expect(await stranger.send('subsidy.receive', { lineId })).toMatchObject({ code: 'not_found' })
  expect((await wang.ask('subsidy.receive', { lineId })).lines).toMatchObject([{ state: 'received' }])
  const paper = { lineId: second?.lineId ?? '', word: '签名表在档案柜' }
  expect(await sun.send('subsidy.receive', paper)).toMatchObject({ code: 'subsidy_witness' })
  expect(await zhao.send('subsidy.receive', paper)).toMatchObject({ code: 'subsidy_witness' })
  await worker.ask('subsidy.receive', paper)
  expect(await linesOf(chen)).toMatchObject([
    { state: 'received', receivedBy: '网格员', word: '签名表在档案柜' },
  ])
})

it('a correction of the attendance is drawn on demand, and what was paid too much says so', async () => {
  await mark(sun, li, false)
  expect(await zhao.ask('subsidy.lines', about())).toMatchObject({ differs: true, owedFen: 4000 })
  await zhao.ask('subsidy.draw', about())
  expect(await linesOf(li)).toMatchObject([
    { fen: 1000, state: 'paid' },
    { fen: -1000, state: 'owed' },
  ])
  expect((await li.ask('inbox.list', {})).items[0]).toMatchObject({ title: '交通补贴要更正' })
  const [line] = await linesOf(wang)
  await sun.ask('subsidy.reverse', { lineId: line?.lineId ?? '', reason: '记重了' })
  expect(await linesOf(wang)).toMatchObject([{ state: 'reversed', reason: '记重了', reversedBy: '孙主任' }])
})

it('the bookkeeper’s sheet equals a recount of the lines', async () => {
  await zhao.ask('subsidy.draw', about())
  const book = await zhao.ask('subsidy.lines', about())
  const paper = await zhao.ask('subsidy.sheet', about())
  const sum = (fens: { fen: number }[]) => fens.reduce((all, { fen }) => all + fen, 0)
  const standing = book.lines.filter(({ state }) => state !== 'reversed')
  expect(sum(paper.rows)).toBe(sum(standing))
  expect(paper).toMatchObject({ owedFen: sum(standing), paidFen: book.paidFen })
  expect(paper.fileName).toMatch(/^家政培训 \d+月\d+日 交通补贴\.xlsx$/)
  const cells = strFromU8(
    unzipSync(Buffer.from(paper.base64, 'base64'))['xl/sharedStrings.xml'] ?? new Uint8Array(),
  )
  expect(cells).toContain('应发合计')
  expect(cells).not.toContain('山上')
  // who is looked at in a list reads so
  const seen = (await chen.ask('member.accessLog', {})).items
  expect(seen.map(({ reason }) => reason)).toContain('subsidy_sheet')
})

it('whoever takes the consent back is owed nothing more, and the ground is gone at once', async () => {
  await mark(zhao, li)
  await li.ask('subsidy.withdrawClaim', about())
  expect(await stored(li)).toMatchObject({ ground: null })
  expect((await li.ask('subsidy.mine', about())).items[0]).toMatchObject({ claim: { withdrawn: true } })
})

it('the ground is removed when its term is over; the amounts stay for theirs', async () => {
  house.cloud.advance(95 * dayMs)
  await house.cloud.tick()
  expect(await stored(wang)).toMatchObject({ ground: null, claim: { version: '2026-12' } })
  expect((await wang.ask('subsidy.mine', about())).items[0]?.claim).not.toHaveProperty('ground')
  expect((await zhao.ask('subsidy.lines', about())).lines.length).toBeGreaterThan(4)
  expect(await chen.send('subsidy.claim', { ...about(), ground: 'far', consent: true })).toMatchObject({
    code: 'subsidy_closed',
  })
})

it('of whoever closes the account the amounts stay, without a name', async () => {
  await chen.ask('member.close', {})
  house.cloud.advance(16 * dayMs)
  for (let round = 0; round < 3; round++) {
    await house.cloud.tick()
    house.cloud.advance(2 * 60_000)
  }
  const left = await stored(chen)
  expect(left).toMatchObject({ claim: null, ground: null })
  expect(Object.keys(left.lines as object)).not.toHaveLength(0)
  expect((await zhao.ask('subsidy.sheet', about())).rows.map(({ name }) => name)).toContain('已注销的居民')
})
