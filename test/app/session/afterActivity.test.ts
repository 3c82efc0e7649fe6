import { RISKY_MARK } from '#local/wechat/openApis'
import { dayMs, hourMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { jpeg, webp } from '#support/pictures'
import { sendPicture } from '#support/sendPicture'
import { self } from '#support/sessionHouse'

let house: TestHouse
let coordinator: Person
let wang: Person
let chen: Person
let zhou: Person

beforeAll(async () => {
  house = await openTestHouse()
  coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')
  wang = await house.person('wx_wang', [], '王奶奶')
  chen = await house.person('wx_chen', [], '陈大爷')
  zhou = await house.person('wx_zhou', [], '周嬢嬢')
})
afterAll(() => house.close())

/** An activity that begins in an hour and lasts one, open to all. */
async function held(parties: readonly Person[]): Promise<{ activityId: string; sessionId: string }> {
  const now = house.cloud.now()
  const { activityId, sessionIds } = await coordinator.ask('activity.publish', {
    kind: 'festival',
    title: '元宵节做汤圆',
    summary: '一起搓汤圆。',
    place: '妇女之家',
    sessions: [{ from: now + hourMs, to: now + 2 * hourMs, capacity: 10 }],
    signup: { opensAt: now, closesAt: now + hourMs, rule: 'first_come', partyMax: 2 },
  })
  const [sessionId = ''] = sessionIds
  for (const person of parties) await person.ask('session.signUp', { sessionId, party: [self] })
  return { activityId, sessionId }
}
const mark = (sessionId: string, present: readonly Person[]) =>
  coordinator.ask('session.mark', {
    sessionId,
    marks: present.map(({ memberId }) => ({ memberId, present: true })),
  })
const mineAt = async (person: Person, activityId: string) =>
  (await person.ask('activity.get', { activityId })).sessions[0]?.mine
const told = async (person: Person) => (await person.ask('inbox.list', {})).items.map(({ title }) => title)

describe('feedback', () => {
  it('is asked of who was there, given in one message, and read by the coordinator without names', async () => {
    const { activityId, sessionId } = await held([wang, chen])
    house.cloud.advance(hourMs)
    await mark(sessionId, [wang])
    const early = await wang.send('session.feedback', { sessionId, stars: 5 })
    expect(early).toMatchObject({ code: 'feedback_early' })

    house.cloud.advance(hourMs)
    await house.cloud.tick()
    expect(await told(wang)).toContain('活动怎么样？')
    expect(await told(chen)).not.toContain('活动怎么样？')
    expect(await mineAt(wang, activityId)).toMatchObject({ present: true, mayRate: true })
    expect(await mineAt(chen, activityId)).not.toHaveProperty('mayRate')
    expect(await chen.send('session.feedback', { sessionId, stars: 5 })).toMatchObject({
      code: 'feedback_absent',
    })

    const words = { sessionId, stars: 4, comment: '汤圆很甜' }
    const answers = await Promise.all([
      wang.send('session.feedback', words, { commandId: 'word' }),
      wang.send('session.feedback', words, { commandId: 'word' }),
    ])
    for (const answer of answers) expect(answer).toEqual({ ok: true, data: { stars: 4 } })
    const other = { sessionId, stars: 1 }
    expect(await wang.send('session.feedback', other, { commandId: 'word' })).toMatchObject({
      code: 'conflict',
    })
    expect(await wang.send('session.feedback', other)).toMatchObject({ code: 'feedback_said' })
    const own = await mineAt(wang, activityId)
    expect(own).toMatchObject({ stars: 4 })
    expect(own).not.toHaveProperty('mayRate')
    const past = await wang.ask('session.mine', { when: 'past' })
    expect(past.items.find((item) => item.sessionId === sessionId)?.mine).toMatchObject({ stars: 4 })

    const read = await coordinator.ask('session.feedbacks', { sessionId })
    expect(read).toMatchObject({ count: 1, byStars: [0, 0, 0, 1, 0], comments: [{ comment: '汤圆很甜' }] })
    expect(JSON.stringify(read)).not.toMatch(/王奶奶|m_/)
  })

  it('is found among what is past, however long ago the place was won', async () => {
    const { sessionId } = await held([wang])
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    const listed = async (when: 'upcoming' | 'past') =>
      (await wang.ask('session.mine', { when })).items.map((item) => item.sessionId)
    expect(await listed('upcoming')).toContain(sessionId)
    house.cloud.advance(2 * hourMs)
    await house.cloud.tick()
    expect(await listed('past')).toContain(sessionId)
    expect(await listed('upcoming')).not.toContain(sessionId)
  })

  it('must pass the text check, and is taken for some days only', async () => {
    const { sessionId } = await held([wang])
    house.cloud.advance(hourMs)
    await mark(sessionId, [wang])
    house.cloud.advance(hourMs)
    const risky = await wang.send('session.feedback', { sessionId, stars: 1, comment: RISKY_MARK })
    expect(risky).toMatchObject({ code: 'text_risky' })
    house.cloud.advance(15 * dayMs)
    expect(await wang.send('session.feedback', { sessionId, stars: 3 })).toMatchObject({
      code: 'feedback_late',
    })
  })

  it('loses its words when the person leaves; its stars stay counted', async () => {
    const leaver = await house.person('wx_leaver')
    const { sessionId } = await held([leaver])
    house.cloud.advance(hourMs)
    await mark(sessionId, [leaver])
    house.cloud.advance(hourMs)
    await leaver.ask('session.feedback', { sessionId, stars: 2, comment: '我住三单元' })
    await leaver.ask('member.close', {})
    house.cloud.advance(16 * dayMs)
    await house.cloud.tick()
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    expect(await coordinator.ask('session.feedbacks', { sessionId })).toEqual({
      count: 1,
      byStars: [0, 1, 0, 0, 0],
      comments: [],
    })
  })
})

describe('who is said to have missed a session', () => {
  it('finds that beside the sign-up, with what they said to it', async () => {
    const { activityId, sessionId } = await held([wang, chen])
    house.cloud.advance(hourMs)
    await mark(sessionId, [wang])
    house.cloud.advance(26 * hourMs)
    await house.cloud.tick()
    expect(await mineAt(chen, activityId)).toMatchObject({ missed: true })
    await chen.ask('session.appeal', { sessionId, note: '我坐在后排' })
    expect(await mineAt(chen, activityId)).toMatchObject({ missed: true, appeal: '我坐在后排' })
    await mark(sessionId, [chen])
    const own = await mineAt(chen, activityId)
    expect(own).toMatchObject({ present: true })
    expect(own).not.toHaveProperty('missed')
  })
})

describe('pictures of an activity', () => {
  const sent = async (bytes = jpeg(), type: 'image/jpeg' | 'image/webp' = 'image/jpeg') =>
    (await sendPicture(coordinator, 'activity_photo', bytes, type)).fileId
  const sees = async (person: Pick<Person, 'send'>, fileId: string) =>
    (await person.send('file.url', { fileId })).ok

  it('are shown to residents once they are on the page, and to nobody before or afterwards', async () => {
    const { activityId } = await held([])
    const fileId = await sent()
    expect(await sees(zhou, fileId)).toBe(false)
    const add = { activityId, fileIds: [fileId], caption: '搓汤圆' }
    for (let time = 0; time < 2; time++)
      expect(await coordinator.ask('activity.addPhotos', add, { commandId: 'add' })).toEqual({ photos: 1 })
    expect((await zhou.ask('activity.get', { activityId })).photos).toEqual([{ fileId, caption: '搓汤圆' }])
    expect(await sees(zhou, fileId)).toBe(true)
    expect(await sees(house.stranger('wx_passer_by') as Person, fileId)).toBe(false)
    const { items } = await zhou.ask('activity.list', { when: 'upcoming' })
    expect(items.find((item) => item.activityId === activityId)?.photoFileId).toBe(fileId)

    await coordinator.ask('activity.removePhoto', { activityId, fileId })
    expect(await coordinator.ask('activity.removePhoto', { activityId, fileId })).toEqual({ photos: 0 })
    expect((await zhou.ask('activity.get', { activityId })).photos).toEqual([])
    expect(await sees(zhou, fileId)).toBe(false)
    expect(await coordinator.send('activity.addPhotos', add)).toMatchObject({ code: 'picture_gone' })
  })

  it('and their words pass WeChat’s check, or are not shown', async () => {
    const { activityId } = await held([])
    const { fileId: bad, last } = await sendPicture(coordinator, 'activity_photo', jpeg({ mark: RISKY_MARK }))
    expect(last).toMatchObject({ code: 'picture_risky' })
    const add = (fileId: string, caption = '合影') =>
      coordinator.send('activity.addPhotos', { activityId, fileIds: [fileId], caption })
    expect(await add(bad)).toMatchObject({ code: 'picture_gone' })
    expect(await add(await sent(), RISKY_MARK)).toMatchObject({ code: 'text_risky' })
    expect(await add(await sent(webp(), 'image/webp'))).toMatchObject({ code: 'picture_unchecked' })
    const theirs = (await sendPicture(wang, 'activity_photo', jpeg())).fileId
    expect(await add(theirs)).toMatchObject({ code: 'picture_gone' })
    expect((await zhou.ask('activity.get', { activityId })).photos).toEqual([])
  })

  it('of a draft are seen by coordinators alone', async () => {
    const now = house.cloud.now()
    const { activityId } = await coordinator.ask('activity.saveDraft', {
      kind: 'lecture',
      title: '讲座',
      summary: '讲一讲。',
      place: '妇女之家',
      sessions: [{ from: now + dayMs, to: now + dayMs + hourMs, capacity: 10 }],
      signup: { opensAt: now, closesAt: now + hourMs, rule: 'first_come', partyMax: 1 },
    })
    const fileId = await sent()
    await coordinator.ask('activity.addPhotos', { activityId, fileIds: [fileId] })
    const other = await house.person('wx_other', [{ role: 'coordinator' }])
    expect(await sees(other, fileId)).toBe(true)
    expect(await sees(zhou, fileId)).toBe(false)
    await coordinator.ask('activity.publish', { activityId })
    expect(await sees(zhou, fileId)).toBe(true)
  })

  it('are twelve at most', async () => {
    const { activityId } = await held([])
    const six = async () => {
      const fileIds: string[] = []
      for (let count = 0; count < 6; count++) fileIds.push(await sent())
      return fileIds
    }
    const sets = [await six(), await six(), await six()]
    const answers = await Promise.all(
      sets.map((fileIds) => coordinator.send('activity.addPhotos', { activityId, fileIds })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ code: 'photos_full' }])
    expect((await zhou.ask('activity.get', { activityId })).photos).toHaveLength(12)
  })
})
