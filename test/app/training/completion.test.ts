import { strFromU8, unzipSync } from 'fflate'
import type { CertificateIssued, CertificateVerified } from '#contract/certificate'
import type { Answer } from '#contract/shared/refusal'
import { callsOf } from '#support/callCount'
import { dayMs, hourMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let zhao: Person
let worker: Person
let wang: Person
let li: Person
let zheng: Person
let walker: Person
let activityId: string
let sessionId: string
let lessonIds: string[]
let actingFor: string
const phone = '13900004444'
const self = { self: true as const }
const code = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.code)
const seenBy = async ({
  certificateNo,
  verifyCode,
}: Pick<CertificateIssued, 'certificateNo' | 'verifyCode'>) =>
  (await house.cloud.api(undefined, {
    op: 'certificate.verify',
    input: { certificateNo, verifyCode },
  })) as Answer<CertificateVerified>
const board = () => zhao.ask('training.board', { activityId })
const papersOf = async (who: Person) => (await who.ask('hours.certificates', {})).items
const toldOf = async (who: Person) =>
  (await who.ask('inbox.list', { limit: 50 })).items.map(({ title }) => title)
const correct = (memberId: string, lesson: number, present: boolean, commandId?: string) =>
  zhao.ask(
    'session.mark',
    { sessionId, lessonId: lessonIds[lesson] ?? '', marks: [{ memberId, present }] },
    commandId === undefined ? {} : { commandId },
  )

/** A course of five lessons on five days, two hours each; four of them complete it. */
beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }], '小刘')
  wang = await house.person('wx_wang', [], '王奶奶')
  li = await house.person('wx_li', [], '李嫂')
  zheng = await house.person('wx_zheng', [], '郑大姐')
  walker = await house.person('wx_walker', [], '何师傅')
  await walker.ask('member.changePhone', { phone })
  const enrolled = await worker.ask('member.enrol', {
    ...{ name: '罗婆婆', gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: '2-1' },
    consentNote: '本人签字，放在社区档案柜',
  })
  actingFor = enrolled.memberId
  const { dependentId } = await zheng.ask('member.addDependent', {
    ...{ name: '郑小妹', relation: '女儿', consentNote: '她在旁边，说可以' },
  })
  const now = house.cloud.now()
  const lessons = [1, 2, 3, 4, 5].map((day) => ({
    from: now + day * dayMs,
    to: now + day * dayMs + 2 * hourMs,
  }))
  const [first] = lessons
  const made = await zhao.ask('activity.publish', {
    ...{ kind: 'training', title: '家政培训', summary: '一周学会。', place: '妇女之家', lessons },
    sessions: [{ from: now + dayMs, to: now + 5 * dayMs + 2 * hourMs, capacity: 5 }],
    signup: { opensAt: now - hourMs, closesAt: (first?.from ?? 0) - hourMs, rule: 'first_come', partyMax: 1 },
  })
  activityId = made.activityId
  sessionId = made.sessionIds[0] ?? ''
  lessonIds = made.lessonIds ?? []
  for (const who of [wang, li]) await who.ask('session.signUp', { sessionId, party: [self] })
  await zheng.ask('session.signUp', { sessionId, party: [{ dependentId }] })
  await worker.ask('session.signUp', { sessionId, party: [self] }, { actingFor })
})
afterAll(() => house.close())

describe('whoever comes to the first lesson without a sign-up', () => {
  const walkIn = async (name: string, size = 1) =>
    (await zhao.ask('session.walkIn', { sessionId, lessonId: lessonIds[0], name, size })).walkInId
  const admit = (walkInId: string, more = {}) =>
    zhao.send('training.admit', { sessionId, lessonId: lessonIds[0], walkInId, phone, ...more })

  it('becomes a trainee by their own number and name, once, and was there from when they came', async () => {
    house.cloud.advance(dayMs)
    const walkInId = await walkIn('何师傅')
    house.cloud.advance(hourMs)
    expect((await board()).lessons[0]?.walkIns).toEqual([
      { walkInId, name: '何师傅', size: 1, mayJoin: true },
    ])
    const answers = await Promise.all([admit(walkInId), admit(walkInId)])
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    expect(await admit(walkInId)).toMatchObject({ ok: true, data: { memberId: walker.memberId } })
    const { rows, lessons, totals } = await board()
    expect(rows.find(({ memberId }) => memberId === walker.memberId)).toMatchObject({
      ...{ name: '何师傅', state: 'confirmed', count: 1 },
    })
    expect(lessons[0]).toMatchObject({ came: 1, walkIns: [] })
    expect(totals).toMatchObject({ signedUp: 5, waiting: 0 })
    expect((await walker.ask('session.mine', { when: 'upcoming' })).items).toMatchObject([{ sessionId }])
    house.cloud.advance(60_000)
    await house.cloud.tick()
    expect(await toldOf(walker)).toContain('报名成功')
  })

  it.each([
    ['whose name is another', '何大姐', {}, 1, 'walk_in_unknown'],
    ['whose number nobody has', '何师傅', { phone: '13900009999' }, 1, 'walk_in_unknown'],
    ['who gives no number', '何师傅', { phone: undefined }, 1, 'phone_needed'],
    ['who is several', '何师傅', {}, 2, 'walk_in_many'],
    ['where no place is free', '何二哥', { phone: '13900007777' }, 1, 'course_full'],
  ] as const)('and gets none %s', async (_, name, more, size, refusal) => {
    if (refusal === 'course_full') {
      const second = await house.person('wx_second', [], name)
      await second.ask('member.changePhone', { phone: '13900007777' })
    }
    const walkInId = await walkIn(name, size)
    expect(code(await admit(walkInId, more))).toBe(refusal)
    await zhao.ask('session.undoWalkIn', { sessionId, lessonId: lessonIds[0], walkInId })
  })
})

describe('a course that is over', () => {
  it('is completed when its last lesson is over and attendance was taken at each', async () => {
    const complete = (more = {}) => zhao.send('training.complete', { activityId, ...more })
    expect(code(await complete())).toBe('lesson_ahead')
    const ids = [wang.memberId, li.memberId, zheng.memberId, actingFor]
    for (const lesson of [0, 1, 2, 3, 4]) {
      if (lesson > 0) house.cloud.advance(dayMs)
      if (lesson === 4) break
      const there = ids.filter((id) => !(id === li.memberId && lesson < 2))
      const marks = ids.map((memberId) => ({ memberId, present: there.includes(memberId) }))
      await zhao.ask('session.mark', { sessionId, lessonId: lessonIds[lesson] ?? '', marks })
    }
    house.cloud.advance(2 * hourMs)
    expect(code(await complete())).toBe('lesson_untaken')
    expect((await board()).cannotComplete).toBe('lesson_untaken')
    expect(code(await li.send('training.complete', { activityId }))).toBe('forbidden')
    await zhao.ask('session.mark', {
      ...{ sessionId, lessonId: lessonIds[4] ?? '' },
      marks: [{ memberId: wang.memberId, present: true }],
    })
    expect(await papersOf(wang)).toEqual([])
    const sent = await Promise.all([complete(), complete()])
    for (const answer of sent)
      expect(answer).toMatchObject({ ok: true, data: { completed: 3, trainees: 5, least: 4, of: 5 } })
    expect(await zhao.ask('training.complete', { activityId })).toMatchObject({ completed: 3 })
  })

  it('gives a paper to whoever was at enough lessons: a member, a relative, a person on paper', async () => {
    const { rows, totals, lessons } = await board()
    expect(totals).toEqual({ signedUp: 5, waiting: 0, enough: 3, completed: 3 })
    expect(lessons.every(({ closed, taken, over }) => closed && taken && over)).toBe(true)
    expect(rows.map(({ name, count, certificateNo }) => [name, count, certificateNo !== undefined])).toEqual([
      ['王奶奶', 5, true],
      ['李嫂', 2, false],
      ['郑小妹', 4, true],
      ['罗婆婆', 4, true],
      ['何师傅', 1, false],
    ])
    const paper = await wang.ask('training.certificate', { activityId })
    expect(await seenBy(paper)).toMatchObject({
      ok: true,
      data: {
        ...{
          valid: true,
          kind: 'completion',
          nameMasked: '王**',
          minutes: 600,
          honourMinutes: 0,
          services: [],
        },
        course: { activityId, title: '家政培训', attended: 5, of: 5 },
      },
    })
    expect(JSON.stringify(await seenBy(paper))).not.toContain('王奶奶')
    const { certificateNo } = await zheng.ask('training.certificate', { activityId })
    expect(await zheng.ask('certificate.get', { certificateNo })).toMatchObject({
      ...{ name: '郑小妹', kind: 'completion', course: { attended: 4, of: 5 }, minutes: 480 },
    })
    expect(code(await wang.send('certificate.get', { certificateNo }))).toBe('not_found')
    const onPaper = await worker.ask('training.certificate', { activityId }, { actingFor })
    expect(await worker.ask('certificate.get', onPaper, { actingFor })).toMatchObject({ name: '罗婆婆' })
    expect(code(await li.send('training.certificate', { activityId }))).toBe('not_completed')
    expect(await toldOf(wang)).toContain('结业证开好了')
  })

  it('is one workbook of people by lessons', async () => {
    const { base64, fileName, parties } = await zhao.ask('session.export', { sessionId })
    expect([fileName, parties]).toEqual(['家政培训 签到表.xlsx', 5])
    const files = unzipSync(new Uint8Array(Buffer.from(base64, 'base64')))
    const words = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())
    for (const word of ['第 1 课', '第 5 课', '郑小妹', '✓', '—', '结业']) expect(words).toContain(word)
    const one = await zhao.ask('session.export', { sessionId, lessonId: lessonIds[1] ?? '' })
    expect([one.fileName.endsWith('名单.xlsx'), one.parties]).toEqual([true, 5])
  })

  it('is nothing to the leader of a team that does not run it', async () => {
    const leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
    expect(code(await leader.send('training.board', { activityId }))).toBe('not_found')
    const admitting = { sessionId, lessonId: lessonIds[0], walkInId: 'w_none', phone }
    expect(code(await leader.send('training.admit', admitting))).toBe('not_found')
    expect(code(await leader.send('training.complete', { activityId }))).toBe('forbidden')
  })

  it('is shown by few calls to the database', async () => {
    const { before } = await callsOf(house.cloud, board, 0)
    expect(before).toBeLessThanOrEqual(4)
  })
})

describe('a correction of a closed list', () => {
  it('replaces a paper whose words changed; its holder is told once', async () => {
    const paper = await wang.ask('training.certificate', { activityId })
    await correct(wang.memberId, 4, false)
    expect(await seenBy(paper)).toMatchObject({ data: { valid: false, reason: 'revoked', replaced: true } })
    const anew = await wang.ask('training.certificate', { activityId })
    expect(await seenBy(anew)).toMatchObject({ data: { valid: true, course: { attended: 4, of: 5 } } })
    expect((await papersOf(wang)).map(({ state }) => state).sort()).toEqual(['revoked', 'valid'])
    expect((await toldOf(wang)).filter((title) => title === '结业证换了新的')).toHaveLength(1)
    expect(await toldOf(wang)).not.toContain('一张结业证作废了')
    expect(await wang.ask('certificate.get', paper)).toMatchObject({ state: 'revoked', replaced: true })
  })

  it('ends a paper for which too few lessons are left, and gives another once they are enough', async () => {
    const paper = await wang.ask('training.certificate', { activityId })
    await correct(wang.memberId, 0, false)
    expect(code(await wang.send('training.certificate', { activityId }))).toBe('not_completed')
    expect(await seenBy(paper)).toMatchObject({ data: { valid: false, reason: 'revoked' } })
    expect((await board()).rows[0]).toMatchObject({ certificateNo: paper.certificateNo, revoked: true })
    expect((await toldOf(wang)).filter((title) => title === '一张结业证作废了')).toHaveLength(1)
    await correct(wang.memberId, 0, true)
    expect(await seenBy(await wang.ask('training.certificate', { activityId }))).toMatchObject({
      data: { valid: true, course: { attended: 4 } },
    })
  })

  it('gives a first paper to who has enough by it', async () => {
    await correct(li.memberId, 0, true)
    await correct(li.memberId, 1, true)
    expect(await seenBy(await li.ask('training.certificate', { activityId }))).toMatchObject({
      data: { valid: true, course: { attended: 4 } },
    })
    expect(await toldOf(li)).toContain('结业证开好了')
  })

  it('leaves one standing paper where two come at once, whatever is slow', async () => {
    house.cloud.hooks.before = async (action, { collectionName }) => {
      if (action.startsWith('database.') && (collectionName === 'certificates' || collectionName === 'doors'))
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
    }
    for (let round = 0; round < 6; round++)
      await Promise.all([
        correct(li.memberId, 0, round % 2 === 0, `a-${round}`),
        correct(li.memberId, 1, round % 3 === 0, `b-${round}`),
        correct(li.memberId, 4, round % 2 === 1, `c-${round}`),
      ])
    house.cloud.hooks.before = undefined
    await house.cloud.settled()
    await house.cloud.tick()
    const { rows, least } = await board()
    const row = rows.find(({ memberId }) => memberId === li.memberId)
    const standing = (await papersOf(li)).filter(({ state }) => state === 'valid')
    expect(standing.length).toBe((row?.count ?? 0) >= least ? 1 : 0)
    for (const { course } of standing) expect(course?.attended).toBe(row?.count)
  })

  it('finds its trainee also after their account has adopted a paper member', async () => {
    await correct(li.memberId, 0, true)
    const paper = await li.ask('training.certificate', { activityId })
    const { memberId } = await worker.ask('member.enrol', {
      ...{ name: '李嫂', gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: '6-1' },
      consentNote: '口头同意',
    })
    const { code: typed } = await worker.ask('member.adoptCode', { memberId })
    await li.ask('member.adopt', { code: typed })
    house.cloud.advance(2 * 60_000)
    await house.cloud.tick()
    expect(await seenBy(paper)).toMatchObject({ data: { valid: true } })
    expect(await li.ask('training.certificate', { activityId })).toEqual(paper)
    expect((await board()).rows.find((row) => row.memberId === memberId)).toMatchObject({
      certificateNo: paper.certificateNo,
    })
    await correct(memberId, 4, false)
    expect(await seenBy(paper)).toMatchObject({ data: { valid: false } })
    expect(code(await li.send('training.certificate', { activityId }))).toBe('not_completed')
    await correct(memberId, 4, true)
    expect(await seenBy(await li.ask('training.certificate', { activityId }))).toMatchObject({
      data: { valid: true, course: { attended: 4 } },
    })
  })

  it('does not bring back what an administrator has revoked', async () => {
    const { certificateNo } = await zheng.ask('training.certificate', { activityId })
    await house.admin.ask('certificate.revoke', { certificateNo, reason: '名字写错了' })
    await correct(zheng.memberId, 4, true)
    expect(code(await zheng.send('training.certificate', { activityId }))).toBe('not_completed')
    expect(await toldOf(zheng)).toContain('一张结业证作废了')
  })
})

test('the deployment checks certificates of completion with those of hours, and the export has them', async () => {
  const { token } = await house.signedIn(house.admin.openid)
  expect(token).toBeDefined()
  let cursor: string | undefined
  const breaks: unknown[] = []
  let checked = 0
  do {
    const page = await house.admin.ask('hours.verify', cursor === undefined ? {} : { cursor })
    breaks.push(...page.breaks)
    checked += page.certificates ?? 0
    cursor = page.nextCursor
  } while (cursor !== undefined)
  expect(breaks).toEqual([])
  expect(checked).toBeGreaterThanOrEqual(5)
  const own = await wang.ask('member.export', {})
  expect(own.certificates[0]).toMatchObject({ title: '家政培训', attended: 4, of: 5 })
})
