import type { RawInputOf } from '#contract/operations'
import {
  dayMs,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'

let house: TestHouse
let zhao: Person
let _lin: Person
let people = 0

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  _lin = await house.person('wx_lin', [{ role: 'coordinator' }], '林姐')
})
afterAll(() => house.close())

const someone = (name?: string) => house.person(`wx_${++people}`, [], name)
const texts = async (person: Person, title: string) =>
  (await person.ask('inbox.list', {})).items
    .filter((notice) => notice.title === title)
    .map(({ text }) => text)

type Written = Extract<RawInputOf<'activity.publish'>, { title: string }>

/** An activity in a week for thirty people, with sign-up until the day before. */
function written(more: Partial<Written> = {}): Written {
  const now = house.cloud.now()
  const from = now + 7 * dayMs
  return {
    kind: 'festival',
    title: '端午节包粽子',
    summary: '糯米、粽叶都备好了。',
    place: '妇女之家',
    sessions: [{ from, to: from + 2 * hourMs, capacity: 30, shifts: [{ name: '教包粽子', capacity: 2 }] }],
    signup: { opensAt: now - hourMs, closesAt: from - dayMs, rule: 'first_come', partyMax: 4 },
    festival: 'dragon_boat',
    ...more,
  }
}

const twoSessions = (): Written => {
  const { sessions, ...rest } = written()
  const first = sessions[0]
  if (!first) throw new Error('there is one')
  return { ...rest, sessions: [first, { ...first, from: first.from + dayMs, to: first.to + dayMs }] }
}

const upcoming = async (person: Person, limit = 50) =>
  (await person.ask('activity.list', { when: 'upcoming', limit })).items.map(({ activityId }) => activityId)

describe('an edit', () => {
  it('tells those whom it concerns what changed, once each', async () => {
    const published = await zhao.ask('activity.publish', twoSessions())
    const [first = '', second = ''] = published.sessionIds
    const wang = await someone('王奶奶')
    const he = await someone('何叔')
    const away = await someone('小吴')
    await wang.ask('session.signUp', { sessionId: first, party: [{ self: true }] })
    await he.ask('session.signUp', { sessionId: second, party: [{ self: true }] })
    await away.ask('session.signUp', { sessionId: first, party: [{ self: true }] })
    await away.ask('session.withdraw', { sessionId: first })
    const { sessions } = await zhao.ask('activity.get', published)
    const moved = sessions.map(({ sessionId, from, to, capacity, shifts }) => ({
      sessionId,
      from: sessionId === first ? from + hourMs : from,
      to: sessionId === first ? to + hourMs : to,
      capacity,
      shifts: shifts.map(({ shiftId, name, capacity, teamId }) => ({ shiftId, name, capacity, teamId })),
    }))
    const edit = { activityId: published.activityId, sessions: moved }
    expect(await zhao.ask('activity.edit', edit, { commandId: 'later' })).toEqual(published)
    expect(await zhao.ask('activity.edit', edit, { commandId: 'later' })).toEqual(published)
    const words = await texts(wang, '活动有变动')
    expect(words).toHaveLength(1)
    expect(words[0]).toMatch(/时间由 .+ 改为 .+/)
    expect(await texts(he, '活动有变动')).toEqual([])
    expect(await texts(away, '活动有变动')).toEqual([])
    await zhao.ask('activity.edit', { activityId: published.activityId, place: '社区广场' })
    expect((await texts(he, '活动有变动'))[0]).toContain('地点由「妇女之家」改为「社区广场」')
    expect(await texts(wang, '活动有变动')).toHaveLength(2)
    const seen = await wang.ask('activity.get', published)
    expect(seen.changes.map(({ what }) => what.length)).toEqual([1, 1])
    expect(seen.sessions[0]).toMatchObject({ from: moved[0]?.from, mine: { state: 'confirmed', size: 1 } })
    expect(seen.sessions[0]?.shifts[0]?.from).toBe(moved[0]?.from)
    expect((await wang.ask('session.mine', { when: 'upcoming' })).items[0]).toMatchObject({
      place: '社区广场',
      from: moved[0]?.from,
    })
  })

  it('of a session’s time and the place comes in one notice to who is in both sessions', async () => {
    const published = await zhao.ask('activity.publish', twoSessions())
    const wang = await someone()
    for (const sessionId of published.sessionIds)
      await wang.ask('session.signUp', { sessionId, party: [{ self: true }] })
    const { sessions } = await zhao.ask('activity.get', published)
    await zhao.ask('activity.edit', {
      activityId: published.activityId,
      place: '社区广场',
      sessions: sessions.map(({ sessionId, from, to, capacity }) => ({
        sessionId,
        from: from + hourMs,
        to: to + hourMs,
        capacity,
      })),
    })
    const words = await texts(wang, '活动有变动')
    expect(words).toHaveLength(1)
    expect(words[0]?.match(/时间由/g)).toHaveLength(2)
    expect(words[0]?.match(/地点由/g)).toHaveLength(1)
  })

  it('tells those in line of what they wait for, and volunteers of what is theirs, in one notice each', async () => {
    const content = written()
    const [{ from = 0, to = 0 } = {}] = content.sessions
    const published = await zhao.ask('activity.publish', {
      ...content,
      sessions: [{ from, to, capacity: 1, shifts: [{ name: '签到', capacity: 2 }] }],
    })
    const { activityId, sessionIds, shiftIds } = published
    const [sessionId = '', shiftId = ''] = [...sessionIds, ...shiftIds]
    const [wang, he] = [await someone(), await someone()]
    const volunteer = await house.person('wx_helper', [volunteerIn('repair')], '小曾')
    for (const person of [wang, he])
      await person.ask('session.signUp', { sessionId, party: [{ self: true }] })
    await volunteer.ask('shift.signUp', { shiftId })
    const closesAt = content.signup.closesAt - hourMs
    await zhao.ask('activity.edit', { activityId, signup: { ...content.signup, closesAt, partyMax: 2 } })
    expect(await texts(wang, '活动有变动')).toEqual([])
    expect(await texts(volunteer, '您帮忙的活动有变动')).toEqual([])
    expect(await texts(he, '活动有变动')).toEqual([
      expect.stringMatching(/变动：报名截止时间由 .+ 改为 [^；]+。来不了/),
    ])
    await zhao.ask('activity.edit', {
      activityId,
      place: '社区广场',
      summary: '请自己带碗。',
      sessions: [
        {
          sessionId,
          from: from + hourMs,
          to: to + hourMs,
          capacity: 1,
          shifts: [{ shiftId, name: '引导', capacity: 2 }],
        },
      ],
    })
    await house.cloud.tick()
    const moved = await texts(volunteer, '岗位时间有变')
    expect(moved).toEqual([
      expect.stringMatching(/地点由.+时间由.+介绍里的.+改为「请自己带碗。」；志愿岗位「签到」改为「引导」/),
    ])
    expect(await texts(volunteer, '您帮忙的活动有变动')).toEqual([])
    for (const [person, count] of [
      [wang, 1],
      [he, 2],
    ] as const)
      expect(await texts(person, '活动有变动')).toHaveLength(count)
    expect((await texts(wang, '活动有变动'))[0]).not.toContain('引导')
  })

  it('that leaves a session out cancels it and frees its shifts', async () => {
    const published = await zhao.ask('activity.publish', twoSessions())
    const [first = '', second = ''] = published.sessionIds
    const wang = await someone()
    await wang.ask('session.signUp', { sessionId: first, party: [{ self: true }] })
    const { sessions } = await zhao.ask('activity.get', published)
    const { sessionId, from, to, capacity } = sessions[1] ?? { sessionId: '', from: 0, to: 0, capacity: 0 }
    const edited = await zhao.ask('activity.edit', {
      activityId: published.activityId,
      sessions: [{ sessionId, from, to, capacity }],
    })
    expect(edited.sessionIds).toEqual([second])
    expect((await texts(wang, '活动有变动'))[0]).toContain('的场次取消了')
    const seen = await wang.ask('activity.get', published)
    expect(seen.sessions[0]).toMatchObject({ state: 'cancelled', cannotJoin: 'cancelled', shifts: [] })
    expect(seen).toMatchObject({ sessionCount: 1, capacity: 30 })
    expect(await wang.send('session.signUp', { sessionId: first, party: [{ self: true }] })).toMatchObject({
      code: 'session_cancelled',
    })
  })

  it('adds a session that people can sign up for', async () => {
    const content = written()
    const published = await zhao.ask('activity.publish', content)
    const [{ from = 0, to = 0 } = {}] = content.sessions
    const edited = await zhao.ask('activity.edit', {
      activityId: published.activityId,
      sessions: [
        { sessionId: published.sessionIds[0] ?? '', from, to, capacity: 30 },
        { from: from + dayMs, to: to + dayMs, capacity: 5 },
      ],
    })
    expect(edited.sessionIds).toHaveLength(2)
    const wang = await someone()
    const added = edited.sessionIds[1] ?? ''
    expect(await wang.ask('session.signUp', { sessionId: added, party: [{ self: true }] })).toMatchObject({
      state: 'confirmed',
    })
    expect((await wang.ask('activity.get', published)).changes[0]?.what[0]).toContain('新增')
  })

  it('cannot take places away that are taken, and says so', async () => {
    const published = await zhao.ask('activity.publish', written())
    const [sessionId = ''] = published.sessionIds
    const wang = await someone()
    await wang.ask('session.signUp', { sessionId, party: [{ self: true }, { name: '老李' }] })
    const { sessions } = await zhao.ask('activity.get', published)
    const [{ from = 0, to = 0 } = {}] = sessions
    const fewer = (capacity: number) => ({
      activityId: published.activityId,
      sessions: [{ sessionId, from, to, capacity }],
    })
    expect(await zhao.send('activity.edit', fewer(1))).toMatchObject({ ok: false, code: 'capacity_taken' })
    expect((await wang.ask('activity.get', published)).capacity).toBe(30)
    await zhao.ask('activity.edit', fewer(2))
    expect(await wang.ask('activity.get', published)).toMatchObject({ capacity: 2, free: 0 })
  })

  it('reaches everybody even if the function dies after its decision', async () => {
    const published = await zhao.ask('activity.publish', written())
    const [sessionId = ''] = published.sessionIds
    const wang = await someone()
    await wang.ask('session.signUp', { sessionId, party: [{ self: true }] })
    let decided = false
    house.cloud.hooks.before = (action) => (decided && action.startsWith('database.') ? 'drop' : undefined)
    house.cloud.hooks.after = (action) => {
      if (action === 'database.modifyDocument') decided = true
      return undefined
    }
    await zhao.send('activity.edit', { activityId: published.activityId, place: '社区广场' })
    delete house.cloud.hooks.before
    delete house.cloud.hooks.after
    expect(decided).toBe(true)
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    expect((await texts(wang, '活动有变动'))[0]).toContain('社区广场')
    expect((await wang.ask('session.mine', { when: 'upcoming' })).items[0]?.place).toBe('社区广场')
  })
})

describe('a cancellation', () => {
  it('tells everybody with a place or waiting, with the reason, and leaves nobody signed up', async () => {
    const content = written()
    const [session] = content.sessions
    const published = await zhao.ask('activity.publish', {
      ...content,
      sessions: [{ from: session?.from ?? 0, to: session?.to ?? 0, capacity: 1 }],
    })
    const [sessionId = ''] = published.sessionIds
    const [wang, he] = [await someone(), await someone()]
    await wang.ask('session.signUp', { sessionId, party: [{ self: true }] })
    expect(await he.ask('session.signUp', { sessionId, party: [{ self: true }] })).toMatchObject({
      state: 'waitlisted',
    })
    const { activityId } = published
    await zhao.ask('activity.cancel', { activityId, reason: '下大雨' }, { commandId: 'rain' })
    await zhao.ask('activity.cancel', { activityId, reason: '下大雨' }, { commandId: 'rain' })
    for (const person of [wang, he]) {
      const words = await texts(person, '活动取消了')
      expect(words).toHaveLength(1)
      expect(words[0]).toContain('下大雨')
      const seen = await person.ask('activity.get', published)
      expect(seen).toMatchObject({ state: 'cancelled', cancelReason: '下大雨' })
      expect(seen.sessions[0]).toMatchObject({ state: 'cancelled', mine: { state: 'cancelled' } })
    }
    expect(await upcoming(wang)).toContain(activityId)
    expect(await zhao.send('activity.edit', { activityId, place: '别处' })).toMatchObject({
      code: 'activity_cancelled',
    })
  })
})

describe('the page of an activity', () => {
  const _bar = async (caller: { send: Person['send'] }, activityId: string) => {
    const answer = await caller.send('activity.get', { activityId })
    return answer.ok ? answer.data.sessions[0]?.cannotJoin : answer.code
  }

  it('warns of what else lies at that time', async () => {
    const [first, second] = [
      await zhao.ask('activity.publish', written()),
      await zhao.ask('activity.publish', written({ title: '邻里讲座' })),
    ]
    const wang = await someone()
    await wang.ask('session.signUp', { sessionId: first.sessionIds[0] ?? '', party: [{ self: true }] })
    expect((await wang.ask('activity.get', second)).sessions[0]?.clashes).toMatchObject([
      { what: 'session', title: '端午节包粽子' },
    ])
    expect((await wang.ask('activity.get', first)).sessions[0]?.clashes).toBeUndefined()
  })
})

describe('the list', () => {
  it('pages through what is coming by its first session, and shows each once with the numbers of its sessions', async () => {
    const wang = await someone()
    await wang.ask('session.signUp', {
      sessionId: (await zhao.ask('activity.publish', twoSessions())).sessionIds[0] ?? '',
      party: [{ self: true }, { name: '老李' }],
    })
    const seen: string[] = []
    let cursor: string | undefined
    let last = 0
    do {
      const page = await wang.ask('activity.list', {
        when: 'upcoming',
        limit: 3,
        ...(cursor === undefined ? {} : { cursor }),
      })
      for (const card of page.items) {
        const { sessions } = await wang.ask('activity.get', card)
        const live = sessions.filter(({ state }) => state !== 'cancelled')
        const sum = (field: 'capacity' | 'free' | 'waiting') =>
          live.reduce((total, session) => total + session[field], 0)
        expect([card.capacity, card.free, card.waiting]).toEqual([
          sum('capacity'),
          sum('free'),
          sum('waiting'),
        ])
        const from = Math.min(...sessions.map((session) => session.from))
        if (card.state !== 'cancelled') last = Math.max(last, card.from)
        expect(from).toBeGreaterThan(0)
        seen.push(card.activityId)
      }
      cursor = page.nextCursor
    } while (cursor !== undefined)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(await upcoming(wang))
  })
})

describe('reminders', () => {
  it('come the day before and shortly before, once each, to those with a place', async () => {
    const content = written()
    const published = await zhao.ask('activity.publish', content)
    const [sessionId = ''] = published.sessionIds
    const from = content.sessions[0]?.from ?? 0
    const [wang, left] = [await someone(), await someone()]
    for (const person of [wang, left])
      await person.ask('session.signUp', { sessionId, party: [{ self: true }] })
    await left.ask('session.withdraw', { sessionId })
    const pass = async (at: number) => {
      house.cloud.advance(at - house.cloud.now())
      await house.cloud.tick()
      await house.cloud.tick()
    }
    await pass(from - 25 * hourMs)
    expect(await texts(wang, '活动快到了')).toEqual([])
    await pass(from - 23 * hourMs)
    expect((await texts(wang, '活动快到了'))[0]).toContain('妇女之家')
    await pass(from - hourMs)
    expect(await texts(wang, '活动快到了')).toHaveLength(1)
    expect(await texts(wang, '活动就要开始了')).toHaveLength(1)
    expect(await texts(left, '活动快到了')).toEqual([])
  })
})

describe('the birthdays of a month', () => {
  it('are shown for a reason that the person reads, and whoever is on the list can be invited once', async () => {
    const daughter = await someone()
    const mother = { relation: '母亲', consentNote: '本人同意' }
    await daughter.ask('member.addDependent', { ...mother, name: '郑老太', birthDay: '1944-10-05' })
    await daughter.ask('member.addDependent', {
      ...mother,
      name: '重阳老人',
      birthDay: '1940-09-09',
      birthCalendar: 'lunar',
    })
    await daughter.ask('member.addDependent', { ...mother, name: '年轻人', birthDay: '1990-10-05' })
    const { items } = await zhao.ask('activity.birthdays', { month: '2027-10', reason: '筹备集体生日会' })
    const shown = items.filter(({ memberId }) => memberId === daughter.memberId)
    expect(shown).toMatchObject([
      { name: '郑老太', day: '2027-10-05', turns: 83 },
      { name: '重阳老人', day: '2027-10-08', turns: 87, lunar: '九月初九' },
    ])
    const log = (await daughter.ask('member.accessLog', {})).items
    expect(log).toHaveLength(2)
    expect(log[0]).toMatchObject({ viewerName: '赵姐', fields: ['dependentBirth'], reason: '筹备集体生日会' })
    const { activityId } = await zhao.ask(
      'activity.publish',
      written({ kind: 'birthday', title: '集体生日会' }),
    )
    const memberIds = shown.map(({ memberId }) => memberId)
    expect(await zhao.ask('activity.invite', { activityId, memberIds })).toEqual({ invited: 1 })
    await zhao.ask('activity.invite', { activityId, memberIds })
    expect(await texts(daughter, '请您来参加活动')).toHaveLength(1)
    expect(await zhao.send('activity.invite', { activityId, memberIds: ['m_nobody'] })).toMatchObject({
      code: 'invalid_input',
    })
  })
})
