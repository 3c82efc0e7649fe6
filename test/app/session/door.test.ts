import { fromBase32, scanCode, stepAt, typedCode } from '#contract/shared/attendanceCode'
import type { Party, Session } from '#core/session/session'
import { dayMs, hourMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'
import { aSession } from '#support/sessions'

const crowd = 100

let house: TestHouse
let coordinator: Person
let other: Person
let wang: Person
let chen: Person
let made = 0

beforeAll(async () => {
  house = await openTestHouse({ workers: 6 })
  coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')
  other = await house.person('wx_other', [{ role: 'coordinator' }], '吴老师')
  wang = await house.person('wx_wang', [], '王奶奶')
  chen = await house.person('wx_chen', [], '陈大爷')
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

const store = (collection: string) => sdkFor(house.cloud).database().collection(collection)

/** Makes a session that began ten minutes ago and lasts two hours. */
async function sessionOf(
  parties: Record<string, Partial<Party>>,
  more: Partial<Session> = {},
): Promise<string> {
  const sessionId = `s_${++made}`
  const from = house.cloud.now() - 10 * minuteMs
  const unnamed = Object.fromEntries(
    Object.entries(parties).map(([id, party]) => [id, { names: '', ...party }]),
  )
  const session = aSession(unnamed, { sessionId, capacity: 500, from, to: from + 2 * hourMs })
  await store('sessions').add({ data: { ...session, ...more } })
  return sessionId
}

async function codeAt(sessionId: string, at = house.cloud.now(), how: 'typed' | 'scan' = 'typed') {
  const { secret, stepSeconds } = await coordinator.ask('session.code', { sessionId })
  return (how === 'typed' ? typedCode : scanCode)(fromBase32(secret), stepAt(at, stepSeconds))
}
const rosterOf = (sessionId: string) => coordinator.ask('session.roster', { sessionId })
const presentIn = async (sessionId: string, memberId: string) =>
  (await rosterOf(sessionId)).parties.find((party) => party.memberId === memberId)?.present
const noShowsOf = async ({ memberId }: Person): Promise<unknown[]> => {
  const { data } = (await store('members').doc(memberId).get({})) as unknown as {
    data: { noShows?: unknown[] }
  }
  return data.noShows ?? []
}

describe('checking in to a session', () => {
  it('counts the whole party present, by the code on the coordinator’s screen, and once', async () => {
    const sessionId = await sessionOf({ [wang.memberId]: { size: 3 }, [chen.memberId]: {} })
    const input = { sessionId, code: await codeAt(sessionId) }
    expect(await wang.ask('session.checkIn', input)).toEqual({ state: 'present' })
    expect(await wang.ask('session.checkIn', input)).toEqual({ state: 'present' })
    const { session, parties, tally } = await rosterOf(sessionId)
    const { from, to } = session
    expect(session).toEqual({ activityId: 'a_1', title: '端午节包粽子', place: '社区活动室', from, to })
    expect(to - from).toBe(2 * hourMs)
    expect(parties.find(({ memberId }) => memberId === wang.memberId)).toMatchObject({
      size: 3,
      present: true,
    })
    expect(tally).toEqual({ expected: 4, came: 3, walkedIn: 0, missed: 0 })
  })

  it('is for who has a place, at its time, with the right code', async () => {
    const sessionId = await sessionOf({ [wang.memberId]: { state: 'waitlisted' } })
    const code = await codeAt(sessionId)
    expect(await wang.send('session.checkIn', { sessionId, code })).toMatchObject({ code: 'no_place' })
    expect(await chen.send('session.checkIn', { sessionId, code })).toMatchObject({ code: 'not_signed_up' })
    const now = house.cloud.now()
    const early = await sessionOf({ [wang.memberId]: {} }, { from: now + 2 * hourMs, to: now + 3 * hourMs })
    expect(await wang.send('session.checkIn', { sessionId: early, code: await codeAt(early) })).toMatchObject(
      { code: 'too_early' },
    )
    const off = await sessionOf({ [wang.memberId]: {} }, { state: 'cancelled' })
    expect(await wang.send('session.checkIn', { sessionId: off, code: await codeAt(off) })).toMatchObject({
      code: 'session_cancelled',
    })
  })

  it('locks typed codes after five wrong ones, and a scan still counts', async () => {
    const sessionId = await sessionOf({ [wang.memberId]: {} })
    const right = await codeAt(sessionId)
    const wrong = right === '000000' ? '111111' : '000000'
    for (let count = 0; count < 5; count++)
      expect(await wang.send('session.checkIn', { sessionId, code: wrong })).toMatchObject({
        code: 'code_wrong',
      })
    expect(await wang.send('session.checkIn', { sessionId, code: right })).toMatchObject({
      code: 'code_locked',
    })
    const code = await codeAt(sessionId, house.cloud.now(), 'scan')
    expect(await wang.ask('session.checkIn', { sessionId, code })).toEqual({ state: 'present' })
  })
})

describe('the calls to the database', () => {
  const count = async (act: () => Promise<unknown>) => {
    let calls = 0
    house.cloud.hooks.before = (action, { collectionName }) => {
      // the community is read every few seconds, by whichever call comes then
      if (action.startsWith('database.') && collectionName !== 'communities') calls += 1
    }
    await act()
    delete house.cloud.hooks.before
    return calls
  }

  it('are three to check in and three for a list of marks: the member, the parties, the write', async () => {
    const sessionId = await sessionOf({ [wang.memberId]: {}, [chen.memberId]: {} })
    const input = { sessionId, code: await codeAt(sessionId) }
    await chen.ask('session.checkIn', input)
    const once = { commandId: 'counted' }
    expect(await count(() => wang.ask('session.checkIn', input, once))).toBe(3)
    house.cloud.advance(minuteMs)
    const marks = [wang, chen].map(({ memberId }) => ({ memberId, present: true }))
    expect(await count(() => coordinator.ask('session.mark', { sessionId, marks }, once))).toBe(3)
  })
})

describe('a word that states no time', () => {
  const words = [
    [
      'of a party',
      (sessionId: string, code: string) =>
        wang.send('session.checkIn', { sessionId, code }, { commandId: `came ${sessionId}` }),
    ],
    [
      'of the coordinator',
      (sessionId: string, _code: string) =>
        coordinator.send(
          'session.mark',
          { sessionId, marks: [{ memberId: wang.memberId, present: true }] },
          { commandId: `came ${sessionId}` },
        ),
    ],
  ] as const

  it.each(words)('%s does not count as a later one when it comes again', async (_, say) => {
    const sessionId = await sessionOf({ [wang.memberId]: {} })
    const code = await codeAt(sessionId, house.cloud.now(), 'scan')
    expect(await say(sessionId, code)).toMatchObject({ ok: true })
    house.cloud.advance(1000)
    await other.ask('session.mark', { sessionId, marks: [{ memberId: wang.memberId, present: false }] })
    house.cloud.advance(1000)
    await say(sessionId, code)
    expect(await presentIn(sessionId, wang.memberId)).toBe(false)
  })

  it('is a conflict where its command said something else', async () => {
    const sessionId = await sessionOf({ [wang.memberId]: {}, [chen.memberId]: {} })
    const marked = (memberId: string) =>
      coordinator.send(
        'session.mark',
        { sessionId, marks: [{ memberId, present: true }] },
        { commandId: 'one' },
      )
    expect(await marked(wang.memberId)).toMatchObject({ ok: true })
    expect(await marked(chen.memberId)).toMatchObject({ code: 'conflict' })
    expect(await presentIn(sessionId, chen.memberId)).toBeUndefined()
  })
})

describe('whoever was found present', () => {
  const soon = () => ({ from: house.cloud.now() + 20 * minuteMs, to: house.cloud.now() + 2 * hourMs })

  it('does not withdraw: their places stay theirs, and the first in line is not given them', async () => {
    const sessionId = await sessionOf(
      { [wang.memberId]: { size: 2 }, [chen.memberId]: { state: 'waitlisted' } },
      { ...soon(), capacity: 2, free: 0, waiting: 1, line: [chen.memberId] },
    )
    await wang.ask('session.checkIn', { sessionId, code: await codeAt(sessionId) })
    expect(await wang.send('session.withdraw', { sessionId })).toMatchObject({ code: 'session_present' })
    const states = (await rosterOf(sessionId)).parties.map(({ state }) => state)
    expect(states).toEqual(['confirmed', 'waitlisted'])
  })

  it('by the coordinator’s list neither, until the mark is taken back', async () => {
    const sessionId = await sessionOf({ [wang.memberId]: {} }, soon())
    const marks = (present: boolean) => ({ sessionId, marks: [{ memberId: wang.memberId, present }] })
    await coordinator.ask('session.mark', marks(true))
    expect(await wang.send('session.withdraw', { sessionId })).toMatchObject({ code: 'session_present' })
    house.cloud.advance(minuteMs)
    await coordinator.ask('session.mark', marks(false))
    expect(await wang.ask('session.withdraw', { sessionId })).toEqual({ state: 'withdrawn' })
  })

  it('while a place is offered has taken the offer: it is neither declined nor lapses', async () => {
    const { from, to } = soon()
    const offerUntil = from - 5 * minuteMs
    const sessionId = await sessionOf(
      { [wang.memberId]: { state: 'offered', offerUntil } },
      { from, to, wakesAt: offerUntil, dueAt: offerUntil },
    )
    await coordinator.ask('session.mark', {
      sessionId,
      marks: [{ memberId: wang.memberId, present: true }],
    })
    expect(await wang.send('session.declineOffer', { sessionId })).toMatchObject({ code: 'no_offer' })
    house.cloud.advance(16 * minuteMs)
    await house.cloud.tick()
    expect((await rosterOf(sessionId)).parties).toMatchObject([{ state: 'confirmed', present: true }])
  })

  it('keeps the places also where they ask to close their account', async () => {
    const leaving = await house.person('wx_leaving', [], '周阿姨')
    const sessionId = await sessionOf({ [leaving.memberId]: {} }, soon())
    await store('signups').add({
      data: {
        ...{ _id: `sup_${sessionId}_${leaving.memberId}`, communityId: 'tubengkan', sessionId, size: 1 },
        ...{ memberId: leaving.memberId, state: 'confirmed', at: house.cloud.now(), over: false },
        command: `c_${sessionId}`,
      },
    })
    await leaving.ask('session.checkIn', { sessionId, code: await codeAt(sessionId) })
    await leaving.ask('member.close', {})
    expect((await rosterOf(sessionId)).parties).toMatchObject([{ state: 'confirmed', present: true }])
  })
})

describe('the coordinator’s list', () => {
  it('takes marks in any order, from two phones, at once; of each party the latest word stands', async () => {
    const sessionId = await sessionOf({ [wang.memberId]: {}, [chen.memberId]: {} })
    const now = house.cloud.now()
    const of = (memberId: string, present: boolean, ago: number) => ({ memberId, present, at: now - ago })
    const words = [
      [coordinator, of(wang.memberId, false, 1000)],
      [other, of(wang.memberId, true, 3000)],
      [other, of(chen.memberId, true, 500)],
      [coordinator, of(chen.memberId, false, 4000)],
    ] as const
    await Promise.all(words.map(([who, mark]) => who.ask('session.mark', { sessionId, marks: [mark] })))
    for (const [who, mark] of words) await who.ask('session.mark', { sessionId, marks: [mark] })
    expect(await presentIn(sessionId, wang.memberId)).toBe(false)
    expect(await presentIn(sessionId, chen.memberId)).toBe(true)
  })

  it('is not undone by a repeat that comes late', async () => {
    const sessionId = await sessionOf({ [wang.memberId]: {} })
    const input = { sessionId, marks: [{ memberId: wang.memberId, present: false }] }
    await coordinator.ask('session.mark', input, { commandId: 'slip' })
    house.cloud.advance(minuteMs)
    await other.ask('session.mark', { sessionId, marks: [{ memberId: wang.memberId, present: true }] })
    house.cloud.advance(minuteMs)
    await coordinator.ask('session.mark', input, { commandId: 'slip' })
    expect(await presentIn(sessionId, wang.memberId)).toBe(true)
  })

  it('says whom it does not know, and marks the others', async () => {
    const sessionId = await sessionOf({ [wang.memberId]: {} })
    const marks = [wang.memberId, 'm_nobody'].map((memberId) => ({ memberId, present: true }))
    expect(await coordinator.ask('session.mark', { sessionId, marks })).toEqual({
      marked: 1,
      unknown: ['m_nobody'],
    })
  })

  it('takes a walk-in once, seals the name, and takes a mistaken mark back', async () => {
    const sessionId = await sessionOf({})
    const input = { sessionId, name: '刘婆婆', size: 2 }
    const { walkInId } = await coordinator.ask('session.walkIn', input, { commandId: 'walk-in' })
    expect(await coordinator.ask('session.walkIn', input, { commandId: 'walk-in' })).toEqual({ walkInId })
    const { parties, tally } = await rosterOf(sessionId)
    expect(parties).toEqual([expect.objectContaining({ memberId: walkInId, name: '刘婆婆', walkIn: true })])
    expect(tally).toMatchObject({ came: 0, walkedIn: 2 })
    expect(JSON.stringify(await store('doors').doc(sessionId).get({}))).not.toContain('刘婆婆')
    await coordinator.ask('session.undoWalkIn', { sessionId, walkInId })
    await coordinator.ask('session.walkIn', input, { commandId: 'walk-in' })
    expect((await rosterOf(sessionId)).tally).toMatchObject({ walkedIn: 0 })
  })
})

describe('a code that was kept without a network', () => {
  it('is kept beside the coordinator’s later word, who is told once and may correct it', async () => {
    const activityId = 'a_of_sun'
    await store('activities').add({ data: { _id: activityId, coordinatorId: coordinator.memberId } })
    const sessionId = await sessionOf({ [wang.memberId]: {}, [chen.memberId]: {} }, { activityId })
    const came = house.cloud.now()
    const report = { sessionId, code: await codeAt(sessionId, came, 'scan'), at: came }
    house.cloud.advance(30 * minuteMs)
    await coordinator.ask('session.mark', { sessionId, marks: [{ memberId: wang.memberId, present: false }] })
    house.cloud.advance(minuteMs)
    for (let send = 0; send < 2; send++)
      expect(await wang.ask('session.checkIn', report)).toEqual({ state: 'absent', noted: true })
    const row = async () =>
      (await rosterOf(sessionId)).parties.find(({ memberId }) => memberId === wang.memberId)
    expect(await row()).toMatchObject({ present: false, provedAt: came })
    const { items } = await coordinator.ask('inbox.list', {})
    expect(items.filter(({ title }) => title === '有人没有网络时签过到')).toHaveLength(1)
    await coordinator.ask('session.mark', { sessionId, marks: [{ memberId: wang.memberId, present: true }] })
    expect(await row()).toMatchObject({ present: true })
    expect((await row())?.provedAt).toBeUndefined()
  })
})

describe('who had a place and did not come', () => {
  it('is noted as a no-show a day later, may appeal, and is corrected', async () => {
    const came = await house.person('wx_came')
    const missed = await house.person('wx_missed')
    const sessionId = await sessionOf({ [came.memberId]: {}, [missed.memberId]: {} })
    await coordinator.ask('session.mark', { sessionId, marks: [{ memberId: came.memberId, present: true }] })
    house.cloud.advance(25 * hourMs)
    await house.cloud.tick()
    expect(await noShowsOf(missed)).toEqual([])
    house.cloud.advance(hourMs)
    await Promise.all([house.cloud.tick(), house.cloud.tick()])
    expect(await noShowsOf(missed)).toMatchObject([{ about: sessionId }])
    expect(await noShowsOf(came)).toEqual([])
    const told = (await missed.ask('inbox.list', {})).items.filter(({ title }) => title === '活动没有签到')
    expect(told).toHaveLength(1)

    expect(await missed.ask('session.appeal', { sessionId, note: '我坐在后排' })).toEqual({
      state: 'appealed',
    })
    expect(await came.send('session.appeal', { sessionId, note: '我在' })).toMatchObject({
      code: 'not_missed',
    })
    const { parties, tally } = await rosterOf(sessionId)
    expect(parties.find(({ memberId }) => memberId === missed.memberId)).toMatchObject({
      missed: true,
      appeal: '我坐在后排',
    })
    expect(tally).toMatchObject({ came: 1, missed: 1 })

    await coordinator.ask('session.mark', {
      sessionId,
      marks: [{ memberId: missed.memberId, present: true }],
    })
    expect(await noShowsOf(missed)).toEqual([])
    expect((await rosterOf(sessionId)).tally).toMatchObject({ came: 2, missed: 0 })
    house.cloud.advance(dayMs)
    await house.cloud.tick()
    expect(await noShowsOf(missed)).toEqual([])
  })
})

describe('a hundred check-ins at once, while two coordinators mark', () => {
  it('lose none of the marks', async () => {
    const people: Person[] = []
    for (let count = 0; count < crowd; count++) people.push(await house.person(`wx_crowd_${count}`))
    const ids = people.map(({ memberId }) => memberId)
    const marked = Array.from({ length: 40 }, (_, index) => `m_marked_${index}`)
    const sessionId = await sessionOf(Object.fromEntries([...ids, ...marked].map((id) => [id, {}])))
    const code = await codeAt(sessionId)
    house.cloud.hooks.before = async () => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10))
    }
    const listed = (from: number, to: number) =>
      marked.slice(from, to).map((memberId) => ({ memberId, present: true }))
    const [answers] = await Promise.all([
      Promise.all(people.map((person) => person.send('session.checkIn', { sessionId, code }))),
      coordinator.ask('session.mark', { sessionId, marks: listed(0, 25) }),
      other.ask('session.mark', { sessionId, marks: listed(15, 40) }),
    ])
    delete house.cloud.hooks.before
    expect(answers.filter((answer) => !answer.ok)).toEqual([])
    const { parties, tally } = await rosterOf(sessionId)
    expect(parties.filter(({ present }) => present)).toHaveLength(140)
    expect(tally).toMatchObject({ expected: 140, came: 140 })
  })
})
