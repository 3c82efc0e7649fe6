import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { callsOf } from '#support/callCount'
import { atLesson, markAt, publishCourse, type RunCourse } from '#support/courseHouse'
import { dayMs, hourMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'
import { self, signUpAll } from '#support/sessionHouse'

let house: TestHouse
let coordinator: Person
let wang: Person
let chen: Person
let li: Person
let zhou: Person

beforeAll(async () => {
  house = await openTestHouse({ workers: 4 })
  coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')
  wang = await house.person('wx_wang', [], '王奶奶')
  chen = await house.person('wx_chen', [], '陈大爷')
  li = await house.person('wx_li', [], '李大姐')
  zhou = await house.person('wx_zhou', [], '周大哥')
})
afterAll(() => house.close())

const pageOf = async ({ activityId }: RunCourse, person: Person) => {
  const page = await person.ask('activity.get', { activityId })
  const [session, ...others] = page.sessions
  if (!session || others.length > 0) throw new Error('a course has one session')
  return { page, session }
}
const inboxOf = async (person: Person) => (await person.ask('inbox.list', {})).items
const noShowsOf = async ({ memberId }: Person): Promise<unknown[]> => {
  const found: unknown = await sdkFor(house.cloud).database().collection('members').doc(memberId).get({})
  return (found as { data: { noShows?: unknown[] } }).data.noShows ?? []
}
const signUp = (person: Person, { sessionId }: RunCourse) =>
  person.ask('session.signUp', { sessionId, party: [self] })

describe('a course', () => {
  it('has one place for all its lessons, and spans them', async () => {
    const course = await publishCourse(house, coordinator)
    const { page, session } = await pageOf(course, wang)
    expect(session.lessons?.map(({ lessonId }) => lessonId)).toEqual(course.lessonIds)
    expect([session.from, session.to]).toEqual([course.lessons[0]?.from, course.lessons[4]?.to])
    expect([page.lessonCount, page.gain, page.leastPercent]).toEqual([5, '能上门做家政', 80])
    expect(await signUp(wang, course)).toEqual({ state: 'confirmed' })
    expect((await pageOf(course, wang)).session.progress).toEqual({ attended: 0, of: 5, least: 4 })
  })

  it('asks the database no more for a place than a session does: three times before its answer', async () => {
    const { sessionId } = await publishCourse(house, coordinator)
    const sent = { op: 'session.signUp', input: { sessionId, party: [self] }, commandId: 'course_place' }
    const asked = await callsOf(house.cloud, () => house.cloud.call(wang.openid, 'api', sent))
    expect(asked).toMatchObject({ reply: { ok: true, data: { state: 'confirmed' } }, before: 3 })
  })

  it('gives a place to one person whose name is known, and not to a guest or to two', async () => {
    const { sessionId } = await publishCourse(house, coordinator)
    const guest = await wang.send('session.signUp', { sessionId, party: [{ name: '小李' }] })
    expect(guest).toMatchObject({ ok: false, code: 'trainee_guest' })
    const { dependentId } = await wang.ask('member.addDependent', {
      name: '王建国',
      relation: 'spouse',
      birthDay: '1950-03-02',
      consentNote: '本人同意',
    })
    const both = await wang.send('session.signUp', { sessionId, party: [self, { dependentId }] })
    expect(both).toMatchObject({ ok: false, code: 'party_too_large' })
    expect(await wang.ask('session.signUp', { sessionId, party: [{ dependentId }] })).toEqual({
      state: 'confirmed',
    })
    const { parties } = await coordinator.ask('session.roster', { sessionId })
    expect(parties.map(({ name }) => name)).toEqual(['王建国'])
  })

  it('refuses shifts, two sessions, lessons at one time and lessons of what is no training', async () => {
    const from = house.cloud.now() + dayMs
    const lesson = { from, to: from + hourMs }
    const course = {
      kind: 'training' as const,
      title: '插花',
      summary: '插花',
      place: '妇女之家',
      sessions: [{ ...lesson, capacity: 3 }],
      lessons: [lesson],
      signup: { opensAt: from - dayMs, closesAt: from, rule: 'first_come' as const, partyMax: 1 },
    }
    const codeOf = async (more: object) => {
      const answer = await coordinator.send('activity.publish', { ...course, ...more })
      return answer.ok ? 'ok' : answer.code
    }
    expect(await codeOf({ lessons: [lesson, lesson] })).toBe('lessons_overlap')
    expect(await codeOf({ kind: 'festival' })).toBe('invalid_input')
    expect(await codeOf({ sessions: [course.sessions[0], { ...course.sessions[0], to: from + 2 }] })).toBe(
      'invalid_input',
    )
    const helped = { ...course.sessions[0], shifts: [{ name: '签到', capacity: 1 }] }
    expect(await codeOf({ sessions: [helped] })).toBe('invalid_input')
    expect(await codeOf({ signup: { ...course.signup, closesAt: from + 2 * hourMs } })).toBe('closes_late')
    expect(await codeOf({ signup: { ...course.signup, closesAt: from + hourMs } })).toBe('ok')
  })

  it('checks in at the door of the lesson that is on, with that lesson’s code', async () => {
    const course = await publishCourse(house, coordinator)
    const { sessionId, lessonIds } = course
    await signUp(wang, course)
    atLesson(house, course, 0)
    const codeOf = async (lessonId: string) => {
      const { secret, stepSeconds } = await coordinator.ask('session.code', { sessionId, lessonId })
      return typedCode(fromBase32(secret), stepAt(house.cloud.now(), stepSeconds))
    }
    const [first, second] = lessonIds as [string, string]
    const elsewhere = await wang.send('session.checkIn', { sessionId, code: await codeOf(second) })
    expect(elsewhere).toMatchObject({ ok: false, code: 'code_wrong' })
    const early = await wang.send('session.checkIn', {
      sessionId,
      lessonId: second,
      code: await codeOf(second),
    })
    expect(early).toMatchObject({ ok: false, code: 'too_early' })
    expect(await wang.ask('session.checkIn', { sessionId, code: await codeOf(first) })).toEqual({
      state: 'present',
    })
    const { parties, session } = await coordinator.ask('session.roster', { sessionId })
    expect(session.lessonId).toBe(first)
    expect(parties[0]).toMatchObject({ present: true, attended: { [first]: true } })
    expect((await pageOf(course, wang)).session.progress?.attended).toBe(1)
  })

  it('lets a trainee drop out after it began, and offers the place while the course can be completed', async () => {
    const course = await publishCourse(house, coordinator, { capacity: 1 })
    const { sessionId } = course
    expect(await signUpAll([wang, chen, li], sessionId)).toEqual(['confirmed', 'waitlisted', 'waitlisted'])
    atLesson(house, course, 0)
    await markAt(coordinator, course, 0, [wang])
    expect(await wang.ask('session.withdraw', { sessionId })).toEqual({ state: 'withdrawn' })
    expect((await pageOf(course, chen)).session.mine?.state).toBe('offered')
    await chen.ask('session.acceptOffer', { sessionId })
    atLesson(house, course, 1)
    await chen.ask('session.withdraw', { sessionId })
    expect((await pageOf(course, li)).session.mine?.state).toBe('waitlisted')
    // who has left but was there stays in the table of attendance
    const { parties } = await coordinator.ask('session.roster', { sessionId })
    expect(parties.find(({ memberId }) => memberId === wang.memberId)).toMatchObject({
      state: 'withdrawn',
      attended: { [course.lessonIds[0] as string]: true },
    })
  })

  it('gives the place of who never came to the line after two lessons, and notes one no-show at its end', async () => {
    const hu = await house.person('wx_hu', [], '胡大爷')
    const course = await publishCourse(house, coordinator, { capacity: 2, leastPercent: 40 })
    expect(await signUpAll([wang, hu, li], course.sessionId)).toEqual([
      'confirmed',
      'confirmed',
      'waitlisted',
    ])
    for (const lesson of [0, 1]) {
      atLesson(house, course, lesson)
      await markAt(coordinator, course, lesson, [wang])
    }
    house.cloud.advance(26 * hourMs)
    await house.cloud.tick()
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    expect((await pageOf(course, hu)).session.mine?.state).toBe('lapsed')
    expect((await inboxOf(hu)).map(({ title }) => title)).toContain('名额让给别人了')
    expect((await pageOf(course, li)).session.mine?.state).toBe('offered')
    await li.ask('session.acceptOffer', { sessionId: course.sessionId })
    atLesson(house, course, 3)
    await markAt(coordinator, course, 3, [wang, li])
    atLesson(house, course, 4)
    house.cloud.advance(30 * hourMs)
    await house.cloud.tick()
    await house.cloud.tick()
    expect(await noShowsOf(hu)).toHaveLength(1)
    // who was at some lessons has missed none of it
    expect((await inboxOf(li)).map(({ title }) => title)).not.toContain('活动没有签到')
    expect((await inboxOf(hu)).filter(({ title }) => title === '活动没有签到')).toHaveLength(1)
    // found to have come after all: the no-show goes
    await markAt(coordinator, course, 1, [hu])
    expect(await noShowsOf(hu)).toEqual([])
  })

  it('is asked about once, at its end, by who was at any lesson', async () => {
    const course = await publishCourse(house, coordinator, { lessons: 2 })
    const { sessionId } = course
    await signUpAll([wang, zhou], sessionId)
    atLesson(house, course, 0)
    await markAt(coordinator, course, 0, [wang])
    const early = await wang.send('session.feedback', { sessionId, stars: 5 })
    expect(early).toMatchObject({ ok: false, code: 'feedback_early' })
    atLesson(house, course, 1, 130)
    await house.cloud.tick()
    const asked = async (person: Person) =>
      (await inboxOf(person)).filter(
        ({ title, activityId }) => title === '活动怎么样？' && activityId === course.activityId,
      ).length
    expect([await asked(wang), await asked(zhou)]).toEqual([1, 0])
    expect((await pageOf(course, wang)).session.mine?.mayRate).toBe(true)
    expect(await wang.ask('session.feedback', { sessionId, stars: 5 })).toEqual({ stars: 5 })
    const absent = await zhou.send('session.feedback', { sessionId, stars: 1 })
    expect(absent).toMatchObject({ ok: false, code: 'feedback_absent' })
  })

  it('lets a trainee say that they were at a lesson, and the coordinator finds it beside the name', async () => {
    const course = await publishCourse(house, coordinator, { lessons: 3 })
    const { sessionId, lessonIds } = course
    await signUpAll([wang, zhou], sessionId)
    atLesson(house, course, 0)
    await markAt(coordinator, course, 0, [wang])
    const lessonId = lessonIds[0] as string
    const early = await zhou.send('session.appeal', { sessionId, lessonId, note: '我来了，忘了签到。' })
    expect(early).toMatchObject({ ok: false, code: 'not_missed' })
    house.cloud.advance(27 * hourMs)
    await house.cloud.tick()
    expect((await pageOf(course, zhou)).session.lessons?.[0]).toMatchObject({
      attended: false,
      mayExplain: true,
    })
    await zhou.ask('session.appeal', { sessionId, lessonId, note: '我来了，忘了签到。' })
    const { parties } = await coordinator.ask('session.roster', { sessionId, lessonId })
    expect(parties.find(({ memberId }) => memberId === zhou.memberId)?.appeal).toBe('我来了，忘了签到。')
    await markAt(coordinator, course, 0, [zhou])
    expect((await pageOf(course, zhou)).session.progress?.attended).toBe(1)
  })

  it('reminds once on the evening before each lesson, and not of the course', async () => {
    const course = await publishCourse(house, coordinator, { lessons: 2 })
    await signUp(zhou, course)
    const titles = async () =>
      (await inboxOf(zhou)).flatMap(({ title, activityId }) =>
        activityId === course.activityId ? [title] : [],
      )
    for (const lesson of [0, 1]) {
      const begin = course.lessons[lesson]?.from as number
      house.cloud.advance(begin - 2 * hourMs - house.cloud.now())
      await house.cloud.tick()
      house.cloud.advance(hourMs)
      await house.cloud.tick()
    }
    expect((await titles()).filter((title) => title === '明天有课')).toHaveLength(2)
    expect(await titles()).not.toContain('活动就要开始了')
  })
})

describe('an edit of a course', () => {
  const moved = (course: RunCourse, lesson: number, by: number) =>
    course.lessons.map((one, index) => ({
      ...one,
      lessonId: course.lessonIds[index] as string,
      ...(index === lesson && { from: one.from + by, to: one.to + by }),
    }))

  it('moves a lesson, tells the trainees, and the session follows', async () => {
    const course = await publishCourse(house, coordinator)
    const { activityId } = course
    await signUp(li, course)
    await coordinator.ask('activity.edit', { activityId, lessons: moved(course, 4, 3 * dayMs) })
    const { session, page } = await pageOf(course, li)
    expect(session.to).toBe((course.lessons[4]?.to as number) + 3 * dayMs)
    expect(page.changes[0]?.what).toHaveLength(1)
    const told = (await inboxOf(li)).filter((one) => one.activityId === activityId)
    expect(told[0]).toMatchObject({ title: '活动有变动' })
    expect(told[0]?.text).toContain('的课改到')
  })

  it('calls a lesson off and makes up for it, and who comes to that was at the lesson', async () => {
    const course = await publishCourse(house, coordinator, { lessons: 3, leastPercent: 100 })
    const { activityId, lessonIds, lessons } = course
    await signUp(li, course)
    const left = moved(course, 0, 0).filter((_, index) => index !== 1)
    await coordinator.ask('activity.edit', { activityId, lessons: left })
    expect((await pageOf(course, li)).session.progress?.of).toBe(2)
    const last = lessons[2]?.to as number
    const made = { from: last + dayMs, to: last + dayMs + hourMs, makesUp: lessonIds[1] as string }
    const { lessonIds: now } = await coordinator.ask('activity.edit', {
      activityId,
      lessons: [...left, made],
    })
    expect(now).toHaveLength(3)
    expect((await pageOf(course, li)).session.progress?.of).toBe(3)
    house.cloud.advance(made.from + minuteMs - house.cloud.now())
    await coordinator.ask('session.mark', {
      sessionId: course.sessionId,
      marks: [{ memberId: li.memberId, present: true }],
    })
    const { session } = await pageOf(course, li)
    expect(session.lessons?.find(({ makesUp }) => makesUp)?.attended).toBe(true)
    expect(session.progress?.attended).toBe(1)
  })

  it('does not move a lesson that is over, nor bring back one that was called off', async () => {
    const course = await publishCourse(house, coordinator)
    const { activityId } = course
    const without = moved(course, 0, 0).filter((_, index) => index !== 4)
    await coordinator.ask('activity.edit', { activityId, lessons: without })
    const back = await coordinator.send('activity.edit', { activityId, lessons: moved(course, 0, 0) })
    expect(back).toMatchObject({ ok: false, code: 'lesson_cancelled' })
    atLesson(house, course, 1)
    const past = await coordinator.send('activity.edit', {
      activityId,
      lessons: moved(course, 0, 10 * dayMs).filter((_, index) => index !== 4),
    })
    expect(past).toMatchObject({ ok: false, code: 'lesson_past' })
    // what is over stays, whether an edit names it or not
    await coordinator.ask('activity.edit', {
      activityId,
      lessons: moved(course, 0, 0).filter((_, index) => index === 2),
    })
    const { session } = await pageOf(course, coordinator)
    expect(session.lessons?.filter(({ cancelled }) => !cancelled)).toHaveLength(2)
  })

  it('takes back what one gains, where it is said to be nothing', async () => {
    const course = await publishCourse(house, coordinator)
    const { activityId } = course
    await coordinator.ask('activity.edit', { activityId, gain: null })
    expect((await pageOf(course, li)).page).not.toHaveProperty('gain')
  })

  it('copies the lessons that count, with new ids', async () => {
    const course = await publishCourse(house, coordinator, { lessons: 2 })
    const copy = await coordinator.ask('activity.copy', { activityId: course.activityId, shiftDays: 28 })
    expect(copy.lessonIds).toHaveLength(2)
    expect(copy.lessonIds?.some((id) => course.lessonIds.includes(id))).toBe(false)
  })
})
