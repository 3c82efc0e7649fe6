import type { RawInputOf } from '#contract/operations'
import { instantOf, wallClock } from '#contract/shared/wallClock'
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
let lin: Person
let people = 0

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  lin = await house.person('wx_lin', [{ role: 'coordinator' }], '林姐')
})
afterAll(() => house.close())

const someone = (name?: string) => house.person(`wx_${++people}`, [], name)
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

describe('publishing', () => {
  it('shows a draft to everybody, with its sessions and shifts', async () => {
    const resident = await someone()
    const draft = await zhao.ask('activity.saveDraft', written())
    expect(await upcoming(resident)).not.toContain(draft.activityId)
    expect(await resident.send('activity.get', draft)).toMatchObject({ ok: false, code: 'not_found' })
    const drafts = await lin.ask('activity.list', { when: 'drafts' })
    expect(drafts.items.map(({ activityId }) => activityId)).toContain(draft.activityId)
    expect(await resident.ask('activity.list', { when: 'drafts' })).toEqual({ items: [] })
    expect(await lin.ask('activity.get', draft)).toMatchObject({
      state: 'draft',
      mayRun: true,
      sessions: [{ shifts: [{ name: '教包粽子', capacity: 2 }] }],
    })

    expect(await zhao.ask('activity.publish', { activityId: draft.activityId })).toEqual(draft)
    expect(await upcoming(resident)).toContain(draft.activityId)
    const [sessionId] = draft.sessionIds
    expect(await resident.ask('activity.get', draft)).toMatchObject({
      state: 'published',
      title: '端午节包粽子',
      capacity: 30,
      free: 30,
      waiting: 0,
      sessions: [
        {
          sessionId,
          state: 'open',
          capacity: 30,
          free: 30,
          shifts: [{ shiftId: draft.shiftIds[0], name: '教包粽子', teamId: 'women', capacity: 2, free: 2 }],
        },
      ],
      changes: [],
    })
    expect((await resident.ask('activity.get', draft)).sessions[0]?.cannotJoin).toBeUndefined()
  })

  it('takes the whole content at once, and twice is once', async () => {
    const content = written({ title: '中秋节品月饼' })
    const first = await zhao.ask('activity.publish', content, { commandId: 'moon' })
    expect(await zhao.ask('activity.publish', content, { commandId: 'moon' })).toEqual(first)
    const shown = (await zhao.ask('activity.list', { when: 'upcoming', limit: 50 })).items
    expect(shown.filter(({ title }) => title === '中秋节品月饼')).toHaveLength(1)
    expect(await zhao.ask('activity.publish', { activityId: first.activityId })).toEqual(first)
  })

  it.each([
    ['a session that is over', { sessions: [{ from: 1, to: 2, capacity: 3 }] }, 'session_past', undefined],
    [
      'a shift of a team that is not there',
      {
        sessions: [
          { from: 1, to: 2, capacity: 3, shifts: [{ name: '帮厨', capacity: 1, teamId: 'nobody' }] },
        ],
      },
      'invalid_input',
      'sessions.0.shifts.0.teamId',
    ],
    ['words that WeChat finds risky', { summary: '这是违规样例' }, 'text_risky', undefined],
  ])('refuses %s, and nothing is there', async (_, more, code, path) => {
    const answer = await zhao.send('activity.publish', written({ title: '不该出现', ...more }))
    expect(answer).toMatchObject({ ok: false, code, ...(path === undefined ? {} : { issues: [{ path }] }) })
    const { items } = await zhao.ask('activity.list', { when: 'upcoming', limit: 50 })
    expect(items.filter(({ title }) => title === '不该出现')).toEqual([])
  })

  it('shows nothing by half and completes when sent again, wherever it breaks off', async () => {
    for (let broken = 1; broken < 40; broken++) {
      const content = { ...twoSessions(), title: `断电 ${broken}` }
      let calls = 0
      house.cloud.hooks.before = (action) => {
        if (action.startsWith('database.') && ++calls >= broken) return 'drop'
        return undefined
      }
      await zhao.send('activity.publish', content, { commandId: `broken-${broken}` })
      delete house.cloud.hooks.before
      const seen = (await zhao.ask('activity.list', { when: 'upcoming', limit: 50 })).items.filter(
        ({ title }) => title === content.title,
      )
      for (const card of seen) expect(card).toMatchObject({ sessionCount: 2, capacity: 60, free: 60 })
      const published = await zhao.ask('activity.publish', content, { commandId: `broken-${broken}` })
      const shown = await zhao.ask('activity.get', published)
      expect(shown.sessions.map(({ sessionId }) => sessionId)).toEqual(published.sessionIds)
      expect(shown).toMatchObject({ capacity: 60, free: 60, state: 'published' })
      await zhao.ask('activity.cancel', { activityId: published.activityId, reason: '试一试' })
      if (calls < broken) return
    }
    throw new Error('publishing never came to its end')
  })

  it('refuses dates that cannot be meant, and names them', async () => {
    const from = house.cloud.now() + 7 * dayMs
    const session = { from, to: from + hourMs, capacity: 3 }
    const { signup } = written()
    const why = async (more: Partial<Written>) => {
      const whole = await zhao.send('activity.publish', written(more))
      const draft = await zhao.ask('activity.saveDraft', written(more))
      const kept = await zhao.send('activity.publish', { activityId: draft.activityId })
      expect(kept).toEqual(whole)
      return whole
    }
    const when = wallClock(from).format('M月D日 H:mm')
    expect(await why({ sessions: [session, session] })).toMatchObject({
      code: 'sessions_same',
      message: `${when} 有两场的时间一样。请改一场的时间，或者去掉一场。`,
    })
    const closes = wallClock(from + minuteMs).format('M月D日 H:mm')
    expect(
      await why({ sessions: [session], signup: { ...signup, closesAt: from + minuteMs } }),
    ).toMatchObject({
      code: 'closes_late',
      message: `报名截止（${closes}）在活动开始以后。请把截止时间改到活动开始以前。`,
    })
    const began = house.cloud.now() - hourMs
    expect(
      await why({
        sessions: [{ from: began, to: began + 3 * hourMs, capacity: 3 }],
        signup: { ...signup, opensAt: began - dayMs, closesAt: began },
      }),
    ).toMatchObject({ code: 'session_running' })
  })

  it('takes a session that begins just now', async () => {
    const from = house.cloud.now() - minuteMs
    const sessions = [{ from, to: from + hourMs, capacity: 3 }]
    const signup = { ...written().signup, opensAt: from - hourMs, closesAt: from }
    expect(await zhao.ask('activity.publish', written({ sessions, signup }))).toMatchObject({})
  })
})

describe('an edit', () => {
  it('of the close alone is noted as that alone, though the page was sent back whole', async () => {
    const from = house.cloud.now() + 7 * dayMs
    const shifts = Array.from({ length: 8 }, (_, index) => ({ name: `岗位 ${index}`, capacity: 2 }))
    const sessions = [from, from + dayMs].map((each) => ({
      from: each,
      to: each + hourMs,
      capacity: 9,
      shifts,
    }))
    const published = await zhao.ask('activity.publish', written({ sessions }))
    const { activityId } = published
    const read = await zhao.ask('activity.get', { activityId })
    const asRead = read.sessions.map((session) => session.shifts.map(({ name }) => name))
    expect(asRead).toEqual(sessions.map((session) => session.shifts.map(({ name }) => name)))
    expect(read.sessions.flatMap((session) => session.shifts.map(({ shiftId }) => shiftId))).toEqual(
      published.shiftIds,
    )
    const closesAt = from - 2 * dayMs
    await zhao.ask('activity.edit', {
      activityId,
      sessions: read.sessions.map(({ sessionId, shifts: held, ...session }) => ({
        ...{ sessionId, from: session.from, to: session.to, capacity: session.capacity },
        shifts: held.map(({ shiftId, name, capacity }) => ({ shiftId, name, capacity })),
      })),
      signup: { ...read.signup, closesAt, partyMax: read.partyMax },
    })
    const { changes } = await zhao.ask('activity.get', { activityId })
    expect(changes.map(({ what }) => what)).toEqual([[expect.stringMatching(/报名/)]])
  })

  it('of two coordinators at once: the second learns that the first was faster', async () => {
    const published = await zhao.ask('activity.publish', written())
    const { activityId } = published
    const { rev = -1 } = await zhao.ask('activity.get', published)
    await lin.ask('activity.edit', { activityId, place: '社区广场', rev })
    expect(await zhao.send('activity.edit', { activityId, place: '老年活动室', rev })).toMatchObject({
      ok: false,
      code: 'conflict',
    })
    expect((await zhao.ask('activity.get', published)).place).toBe('社区广场')
  })
})

describe('the page of an activity', () => {
  it('shows their own shift to who has left the last team in the middle of it', async () => {
    const from = house.cloud.now() + 20 * minuteMs
    const shifts = [{ name: '教包粽子', capacity: 2 }]
    const published = await zhao.ask(
      'activity.publish',
      written({
        sessions: [{ from, to: from + hourMs, capacity: 30, shifts }],
        signup: { opensAt: from - hourMs, closesAt: from, rule: 'first_come', partyMax: 4 },
      }),
    )
    const [sessionId = ''] = published.sessionIds
    const [shiftId = ''] = published.shiftIds
    const volunteer = await house.person('wx_leaves', [volunteerIn('repair')])
    await volunteer.ask('shift.signUp', { shiftId })
    const { code } = await zhao.ask('session.code', { sessionId })
    await volunteer.ask('shift.checkIn', { shiftId, code })
    await volunteer.ask('team.leave', { teamId: 'repair' })
    const { sessions } = await volunteer.ask('activity.get', { activityId: published.activityId })
    expect(sessions[0]?.shifts).toMatchObject([{ shiftId, mine: { state: 'in_service' } }])
  })

  const bar = async (caller: { send: Person['send'] }, activityId: string) => {
    const answer = await caller.send('activity.get', { activityId })
    return answer.ok ? answer.data.sessions[0]?.cannotJoin : answer.code
  }

  it('says why somebody cannot join', async () => {
    const resident = await someone()
    const open = (await zhao.ask('activity.publish', written())).activityId
    expect(await bar(house.stranger('wx_unknown'), open)).toBe('not_registered')
    const visitor = (await house.cloud.api(undefined, {
      op: 'activity.get',
      input: { activityId: open },
    })) as {
      data: { sessions: { cannotJoin?: string }[] }
    }
    expect(visitor.data.sessions[0]?.cannotJoin).toBe('not_signed_in')
    expect(await bar(resident, open)).toBeUndefined()
    const { signup } = written()
    const asked = async (change: Partial<Written['signup']>) =>
      bar(
        resident,
        (await zhao.ask('activity.publish', written({ signup: { ...signup, ...change } }))).activityId,
      )
    expect(await asked({ opensAt: house.cloud.now() + hourMs })).toBe('not_open_yet')
    expect(await asked({ closesAt: house.cloud.now() - minuteMs })).toBe('closed')
    expect(await asked({ audience: { estateIds: ['juliu'] } })).toBe('other_estate')
    expect(await asked({ audience: { minAge: 60 } })).toBe('age_unknown')
    expect(await asked({ audience: { withChild: true } })).toBeUndefined()
  })

  it('lets a daughter sign up for a mother who is invited', async () => {
    const daughter = await someone()
    const { signup } = written()
    const elders = { ...signup, audience: { minAge: 60 } }
    const { activityId } = await zhao.ask('activity.publish', written({ signup: elders }))
    expect(await bar(daughter, activityId)).toBe('age_unknown')
    await daughter.ask('member.addDependent', {
      name: '郑老太',
      relation: '母亲',
      birthDay: '1944-03-05',
      consentNote: '本人同意',
    })
    expect(await bar(daughter, activityId)).toBeUndefined()
  })

  it('costs few calls to the database, however many activities and sessions there are', async () => {
    const wang = await someone()
    const published = await zhao.ask('activity.publish', twoSessions())
    await upcoming(wang)
    const once = async (act: () => Promise<unknown>) => {
      let calls = 0
      house.cloud.hooks.before = (action) => {
        if (action.startsWith('database.')) calls += 1
        return undefined
      }
      await act()
      delete house.cloud.hooks.before
      return calls
    }
    // Some calls read the community again, so the least of several counts is that of the page itself.
    const counted = async (act: () => Promise<unknown>) =>
      Math.min(await once(act), await once(act), await once(act))
    expect(await counted(() => upcoming(wang, 20))).toBeLessThanOrEqual(3)
    expect(await counted(() => wang.ask('activity.get', published))).toBeLessThanOrEqual(5)
  })
})

describe('the list', () => {
  it('keeps what is over under past, by the clock and before the timer', async () => {
    const wang = await someone()
    const soon = house.cloud.now() + hourMs
    const { activityId } = await zhao.ask(
      'activity.publish',
      written({
        kind: 'lecture',
        title: '一小时的讲座',
        sessions: [{ from: soon, to: soon + hourMs, capacity: 3 }],
        signup: { opensAt: 0, closesAt: soon, rule: 'first_come', partyMax: 1 },
      }),
    )
    const past = async () =>
      (await wang.ask('activity.list', { when: 'past', kind: 'lecture' })).items.map((card) => [
        card.activityId,
        card.state,
      ])
    expect(await past()).toEqual([])
    house.cloud.advance(2 * hourMs)
    expect(await past()).toEqual([[activityId, 'finished']])
    expect(await upcoming(wang)).not.toContain(activityId)
    await house.cloud.tick()
    expect(await past()).toEqual([[activityId, 'finished']])
  })
})

describe('a festival', () => {
  it('is named on its own day alone, and its coordinator reads when that is', async () => {
    const resident = await someone()
    const { items } = await zhao.ask('activity.templates', {})
    const solstice = items.find(({ template }) => template === 'winter_solstice')
    if (!solstice) throw new Error('it stands by default')
    expect(solstice).toMatchObject({ festive: true })
    expect(items.find(({ template }) => template === 'lecture')).not.toHaveProperty('festive')
    const held = async (shift: number) => {
      const from = (instantOf(solstice.day, solstice.begins) ?? 0) + shift
      const { activityId } = await zhao.ask(
        'activity.publish',
        written({
          festival: 'winter_solstice',
          sessions: [{ from, to: from + hourMs, capacity: 9 }],
          signup: { ...written().signup, closesAt: house.cloud.now() + hourMs },
        }),
      )
      return { activityId, festival: 'winter_solstice' }
    }
    const onDay = await held(0)
    const dayAfter = await held(dayMs)
    expect(await resident.ask('activity.get', onDay)).toMatchObject({
      festival: onDay.festival,
      lunar: expect.stringMatching(/月/) as string,
    })
    const moved = await zhao.ask('activity.get', dayAfter)
    expect(moved).toMatchObject({ festival: 'winter_solstice', festivalDay: solstice.day })
    expect(moved).not.toHaveProperty('lunar')
    expect(await resident.ask('activity.get', dayAfter)).not.toHaveProperty('festivalDay')
    const cards = (await resident.ask('activity.list', { when: 'upcoming', limit: 50 })).items
    const lunarOf = (id: string) => cards.find(({ activityId }) => activityId === id)?.lunar
    expect([lunarOf(onDay.activityId), lunarOf(dayAfter.activityId)]).toEqual([
      expect.stringMatching(/月/),
      undefined,
    ])
  })
})

describe('the card of an activity', () => {
  it('says how many volunteers are still missing, while it is ahead', async () => {
    const helper = await house.person('wx_card_helper', [volunteerIn('repair')])
    const shifts = [
      { name: '教包粽子', capacity: 2 },
      { name: '布置场地', capacity: 1 },
    ]
    const { sessions } = written()
    const held = written({ sessions: sessions.map((session) => ({ ...session, shifts })) })
    const { activityId, shiftIds } = await zhao.ask('activity.publish', held)
    const card = async () =>
      (await helper.ask('activity.list', { when: 'upcoming', limit: 50 })).items.find(
        (each) => each.activityId === activityId,
      )
    expect(await card()).toMatchObject({ freeSlots: 3 })
    expect(await zhao.ask('activity.get', { activityId })).toMatchObject({ freeSlots: 3 })
    for (const shiftId of shiftIds.slice(0, 1)) await helper.ask('shift.signUp', { shiftId })
    expect(await card()).toMatchObject({ freeSlots: 2 })
    await zhao.ask('activity.cancel', { activityId, reason: '下大雨' })
    expect(await card()).not.toHaveProperty('freeSlots')
  })
})

describe('an activity that is over', () => {
  it('says to its coordinator alone how many people came', async () => {
    const resident = await someone()
    const from = house.cloud.now() + hourMs
    const { activityId, sessionIds } = await zhao.ask(
      'activity.publish',
      written({
        sessions: [from, from + dayMs].map((each) => ({ from: each, to: each + hourMs, capacity: 9 })),
        signup: { ...written().signup, closesAt: from },
      }),
    )
    const [sessionId = ''] = sessionIds
    await resident.ask('session.signUp', { sessionId, party: [{ self: true }, { name: '张三' }] })
    const came = async (person: Person) =>
      (await person.ask('activity.get', { activityId })).sessions.map((session) => session.came)
    expect(await came(zhao)).toEqual([undefined, undefined])
    house.cloud.advance(hourMs)
    const { parties } = await zhao.ask('session.roster', { sessionId })
    const marks = parties.map(({ memberId }) => ({ memberId, present: true, at: house.cloud.now() }))
    await zhao.ask('session.mark', { sessionId, marks })
    await zhao.ask('session.walkIn', { sessionId, name: '路过的人', size: 3, at: house.cloud.now() })
    house.cloud.advance(hourMs)
    expect(await came(zhao)).toEqual([5, undefined])
    expect(await came(resident)).toEqual([undefined, undefined])
  })
})

describe('a copy', () => {
  it('is a draft of its own, on this year’s day of the festival', async () => {
    const published = await zhao.ask('activity.publish', written())
    const copy = await zhao.ask('activity.copy', { activityId: published.activityId })
    expect(copy.activityId).not.toBe(published.activityId)
    expect(copy.sessionIds).toHaveLength(1)
    expect(copy.sessionIds[0]).not.toBe(published.sessionIds[0])
    const seen = await zhao.ask('activity.get', copy)
    expect(seen).toMatchObject({ state: 'draft', title: '端午节包粽子' })
    const shifted = await zhao.ask('activity.copy', { activityId: published.activityId, shiftDays: 7 })
    const { from } = await zhao.ask('activity.get', published)
    expect((await zhao.ask('activity.get', shifted)).from).toBe(from + 7 * dayMs)
  })
})

describe('templates', () => {
  it('propose the next day of each festival', async () => {
    const { items } = await zhao.ask('activity.templates', { from: '2026-11-24' })
    expect(items.find(({ template }) => template === 'lantern')).toMatchObject({
      day: '2027-02-20',
      lunar: '正月十五',
      title: '元宵节做汤圆、猜灯谜',
    })
    expect(items.map(({ day }) => day)).toEqual([...items.map(({ day }) => day)].sort())
  })

  it('are what the admin has written, once there is such', async () => {
    const mine = {
      template: 'laba',
      kind: 'festival' as const,
      title: '腊八节送粥',
      summary: '熬一锅腊八粥。',
      place: '妇女之家',
      falls: { on: 'lunar' as const, month: 12, day: 8 },
      begins: '08:00',
      durationMinutes: 120,
      capacity: 80,
      shifts: [],
    }
    await house.admin.ask('community.edit', { templates: [mine] })
    const { items } = await zhao.ask('activity.templates', { from: '2026-11-24' })
    expect(items.map(({ template, day }) => [template, day])).toEqual([['laba', '2027-01-15']])
  })
})
