import { dayMs, hourMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let zhao: Person
let lin: Person
let worker: Person
let otherWorker: Person
let people = 0

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  lin = await house.person('wx_lin', [{ role: 'coordinator' }], '林姐')
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }], '周专干')
  otherWorker = await house.person(
    'wx_other',
    [{ role: 'grid_worker', scope: { gridId: 'grid2' } }],
    '吴专干',
  )
})
afterAll(() => house.close())

const lawn = { category: 'green_space', description: '花坛里的草很高', gridId: 'grid1' }
const someone = (name?: string) => house.person(`wx_${++people}`, [], name)

/** An activity whose place has changed, and two people who have signed up; nobody has allowed a message. */
async function moved() {
  const now = house.cloud.now()
  const from = now + 7 * dayMs
  const { activityId, sessionIds } = await zhao.ask('activity.publish', {
    kind: 'other',
    title: '缝纫班',
    summary: '学锁边。',
    place: '妇女之家',
    sessions: [{ from, to: from + 2 * hourMs, capacity: 20 }],
    signup: { opensAt: now - hourMs, closesAt: from - dayMs, rule: 'first_come', partyMax: 2 },
  })
  const [wang, he] = [await someone('王奶奶'), await someone('何叔')]
  for (const person of [wang, he])
    await person.ask('session.signUp', { sessionId: sessionIds[0] ?? '', party: [{ self: true }] })
  await zhao.ask('activity.edit', { activityId, place: '社区广场' })
  await afterGrace()
  return { activityId, wang, he, from }
}

/** The timer ends what cannot be sent; who has not read it by some minutes later is called. */
async function afterGrace() {
  await house.cloud.tick()
  house.cloud.advance(11 * minuteMs)
  await house.cloud.tick()
}

const listOf = async (person: Person, activityId: string) =>
  (await person.ask('notice.unreached', { activityId, limit: 50 })).items
const changed = (items: Awaited<ReturnType<typeof listOf>>, person: Person) =>
  items.find(({ memberId, title }) => memberId === person.memberId && title === '活动有变动')

describe('the people to telephone', () => {
  it('are those whom no message has reached, what is most at stake first, and reading ends it', async () => {
    const { activityId, wang, he, from } = await moved()
    const items = await listOf(zhao, activityId)
    expect(changed(items, wang)).toMatchObject({
      name: '王奶奶',
      why: 'not_allowed',
      until: from,
      about: '缝纫班',
      text: expect.stringContaining('社区广场'),
      hasPhone: true,
      tried: [],
    })
    // what has moved is worth more than that one has a place
    const worths = items.map(({ worth }) => worth)
    expect(worths).toEqual([...worths].sort((a, b) => b - a))
    const home = async () =>
      (await zhao.ask('home.get', {})).waiting.find(({ kind }) => kind === 'calls')?.people ?? 0
    const before = await home()
    expect(before).toBeGreaterThanOrEqual(2)
    await he.ask('inbox.read', { about: { activityId } })
    expect((await listOf(zhao, activityId)).map(({ memberId }) => memberId)).not.toContain(he.memberId)
    expect(await home()).toBe(before - 1)
  })

  it('are shown to whoever answers for the matter, and to nobody else', async () => {
    const { activityId, wang } = await moved()
    expect(changed(await listOf(lin, activityId), wang)).toBeDefined()
    for (const other of [worker, otherWorker]) {
      expect(await other.send('notice.unreached', { activityId })).toMatchObject({ code: 'not_found' })
      const { items } = await other.ask('notice.unreached', {})
      expect(items.filter((item) => item.activityId === activityId)).toEqual([])
    }
    const officer = await house.person('wx_officer', [{ role: 'officer', scope: { tier: 'community' } }])
    for (const other of [wang, officer])
      expect(await other.send('notice.unreached', {})).toMatchObject({ code: 'forbidden' })
    const noticeId = changed(await listOf(zhao, activityId), wang)?.noticeId ?? ''
    for (const other of [worker, otherWorker])
      expect(await other.send('notice.toldByPhone', { noticeId })).toMatchObject({ code: 'not_found' })
    expect(changed((await house.admin.ask('notice.unreached', { limit: 50 })).items, wang)).toBeDefined()
  })

  it('of a request are its grid’s worker’s, and not another’s', async () => {
    const chen = await house.person('wx_chen', [], '陈大爷')
    const { requestId } = await chen.ask('request.file', lawn)
    await worker.ask('request.accept', { requestId })
    await worker.ask('request.resolve', { requestId, resolution: '割好了' })
    await afterGrace()
    const { items } = await worker.ask('notice.unreached', { requestId })
    expect(items).toMatchObject([{ memberId: chen.memberId, requestId, name: '陈大爷' }])
    expect(await otherWorker.send('notice.unreached', { requestId })).toMatchObject({ code: 'not_found' })
    expect(await zhao.send('notice.unreached', { requestId })).toMatchObject({ code: 'not_found' })
  })

  it('are told by whoever is first, and a call that nobody takes stays, with who tried', async () => {
    const { activityId, wang } = await moved()
    const noticeId = changed(await listOf(zhao, activityId), wang)?.noticeId ?? ''
    const again = { commandId: 'no answer' }
    for (let tap = 0; tap < 2; tap++)
      expect(await lin.ask('notice.toldByPhone', { noticeId, outcome: 'no_answer' }, again)).toEqual({
        state: 'open',
      })
    expect(changed(await listOf(zhao, activityId), wang)?.tried).toMatchObject([{ who: '林姐' }])
    const both = await Promise.all([zhao, lin].map((each) => each.send('notice.toldByPhone', { noticeId })))
    expect(both).toMatchObject([{ data: { state: 'told' } }, { data: { state: 'told' } }])
    expect(changed(await listOf(zhao, activityId), wang)).toBeUndefined()
    // one of them was first, and may take it back; the other may not
    const back = await Promise.all(
      [zhao, lin].map((each) => each.send('notice.toldByPhone', { noticeId, outcome: 'taken_back' })),
    )
    expect(back.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1)
    expect(changed(await listOf(lin, activityId), wang)).toBeDefined()
    await zhao.ask('notice.toldByPhone', { noticeId })
    house.cloud.advance(11 * minuteMs)
    expect(await zhao.send('notice.toldByPhone', { noticeId, outcome: 'taken_back' })).toMatchObject({
      code: 'call_settled',
    })
    // the timer brings nobody back who was told
    house.cloud.advance(2 * hourMs)
    await house.cloud.tick()
    expect(changed(await listOf(zhao, activityId), wang)).toBeUndefined()
  })

  it('have their number opened for a reason that they read, only while they stand in the caller’s list', async () => {
    const { activityId, wang } = await moved()
    await wang.ask('member.changePhone', { phone: '13900001234' })
    const row = changed(await listOf(zhao, activityId), wang)
    expect(row).toMatchObject({ hasPhone: true })
    const open = { memberId: wang.memberId, fields: ['phone' as const], reason: '告诉换了地点' }
    expect(await zhao.send('member.reveal', open)).toMatchObject({ code: 'not_found' })
    const named = { ...open, noticeId: row?.noticeId ?? '' }
    expect(await otherWorker.send('member.reveal', named)).toMatchObject({ code: 'not_found' })
    expect(await zhao.send('member.reveal', { ...named, fields: ['door'] })).toMatchObject({
      code: 'not_found',
    })
    expect((await zhao.ask('member.reveal', named)).phone).toContain('13900001234')
    expect((await wang.ask('member.accessLog', {})).items[0]).toMatchObject({
      viewerName: '赵姐',
      fields: ['phone'],
      reason: '告诉换了地点',
    })
    await zhao.ask('notice.toldByPhone', { noticeId: named.noticeId })
    expect(await zhao.send('member.reveal', named)).toMatchObject({ code: 'not_found' })
  })

  it('on paper are called at their number, or through the proxy whose number is opened for it', async () => {
    const home = { gridId: 'grid1', estateId: 'huochai', building: '3栋' }
    const enrol = async (name: string, unit: string, phone?: string) =>
      (
        await worker.ask('member.enrol', {
          ...{ name, ...home, unit, consentNote: '本人签字' },
          ...(phone && { phone }),
        })
      ).memberId
    const luo = await enrol('罗婆婆', '2-1', '13900002222')
    const tan = await enrol('谭婆婆', '2-2')
    const son = await someone('谭强')
    await son.ask('member.changePhone', { phone: '13900005678' })
    await worker.ask(
      'member.appointProxy',
      { memberId: son.memberId, word: '母亲签了委托书' },
      { actingFor: tan },
    )
    await son.ask('member.acceptProxy', { memberId: tan })
    const { requestId } = await worker.ask('request.file', lawn, { actingFor: tan })
    const { requestId: other } = await worker.ask('request.file', lawn, { actingFor: luo })
    for (const each of [requestId, other]) {
      await worker.ask('request.accept', { requestId: each })
      await worker.ask('request.resolve', { requestId: each, resolution: '割好了' })
    }
    await afterGrace()
    const [row] = (await worker.ask('notice.unreached', { requestId })).items
    expect(row).toMatchObject({
      ...{ memberId: tan, why: 'no_wechat', hasPhone: false },
      callInstead: { memberId: son.memberId, name: '谭强' },
    })
    expect((await worker.ask('notice.unreached', { requestId: other })).items).toMatchObject([
      { memberId: luo, why: 'no_wechat', hasPhone: true },
    ])
    const open = {
      ...{ memberId: son.memberId, fields: ['phone' as const], reason: '请他转告母亲' },
      noticeId: row?.noticeId ?? '',
    }
    expect((await worker.ask('member.reveal', open)).phone).toContain('13900005678')
    // whoever is no proxy of theirs is not opened by it
    expect(await otherWorker.send('member.reveal', open)).toMatchObject({ code: 'not_found' })
    await worker.ask('notice.toldByPhone', { noticeId: open.noticeId })
    expect((await worker.ask('notice.unreached', { requestId })).items).toEqual([])
  })

  it('leave the list when the matter is over', async () => {
    const { activityId, wang, from } = await moved()
    house.cloud.advance(from - house.cloud.now())
    await house.cloud.tick()
    expect(changed(await listOf(zhao, activityId), wang)).toBeUndefined()
  })
})
