import type { RawInputOf } from '#contract/operations'
import { dayMs, hourMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let zheng: Person
let tan: Person
let people = 0

beforeAll(async () => {
  house = await openTestHouse()
  zheng = await house.person('wx_zheng', [{ role: 'coordinator' }], '郑大姐')
  tan = await house.person('wx_tan', [{ role: 'coordinator' }], '谭姐')
})
afterAll(() => house.close())

const someone = (name?: string) => house.person(`wx_${++people}`, [], name)
const now = () => house.cloud.now()
const written = (more: Partial<RawInputOf<'vacancy.publish'>> = {}): RawInputOf<'vacancy.publish'> => ({
  ...{ title: '保洁员', firm: '清清家政', place: '土崩坎 12 号' },
  ...{ payText: '每月 3500 元', hoursText: '每天 8 小时，周日休息', validTo: now() + 60 * dayMs },
  ...more,
})
const publish = async (more: Partial<RawInputOf<'vacancy.publish'>> = {}, by = zheng) =>
  (await by.ask('vacancy.publish', written(more))).vacancyId
/** A vacancy, somebody who wants to go and lets the firm have their number, and their way. */
async function wanted(vacancyId: string, name: string) {
  const person = await someone(name)
  await person.ask('member.changePhone', { phone: `139${String(10_000_000 + people)}` })
  const { placementId } = await person.ask('placement.interest', { vacancyId, consent: true })
  return { person, placementId }
}
const told = async (person: Person) =>
  (await person.ask('inbox.list', {})).items.map(({ title, text }) => `${title} ${text}`)
const listed = async (vacancyId: string) => (await zheng.ask('placement.list', { vacancyId })).items

describe('a vacancy', () => {
  it('is read by everybody, the soonest to end first, and says what must go of its words', async () => {
    const late = await publish({ validTo: now() + 80 * dayMs })
    const soon = await publish({ validTo: now() + 3 * dayMs })
    const { items } = await house.stranger('wx_stranger').send('vacancy.list', {}).then(ok)
    const ids = items.map(({ vacancyId }) => vacancyId)
    expect(ids.indexOf(soon)).toBeLessThan(ids.indexOf(late))
    const refused = await zheng.send('vacancy.publish', written({ words: '入职先交押金二百元' }))
    expect(refused).toMatchObject({ ok: false, code: 'vacancy_fee' })
    expect(refused.ok ? '' : refused.message).toMatch(/「先交」/)
    expect(await zheng.send('vacancy.publish', written({ validTo: now() + 91 * dayMs }))).toMatchObject({
      code: 'vacancy_ends',
    })
    const { payText: _, ...payless } = written()
    expect(await zheng.send('vacancy.publish', payless as never)).toMatchObject({ code: 'invalid_input' })
    const { hoursText: _hours, ...hourless } = written()
    expect(await zheng.send('vacancy.edit', { vacancyId: late, firm: '押金公司' })).toMatchObject({
      code: 'vacancy_fee',
    })
    expect(await zheng.send('vacancy.publish', hourless as never)).toMatchObject({ code: 'invalid_input' })
    expect(await zheng.send('vacancy.publish', written({ activityId: 'act_none' }))).toMatchObject({
      code: 'invalid_input',
    })
  })
  it('sent twice is one, and ends by time alone: who is interested hears of it', async () => {
    const more = { commandId: 'publish-once' }
    const input = written({ validTo: now() + dayMs })
    const { vacancyId } = await zheng.ask('vacancy.publish', input, more)
    expect((await zheng.ask('vacancy.publish', input, more)).vacancyId).toBe(vacancyId)
    const { person, placementId } = await wanted(vacancyId, '王姐')
    const { person: guest, placementId: invitedId } = await wanted(vacancyId, '李姐')
    await zheng.ask('placement.invite', { placementId: invitedId, words: '周三上午来' })
    await house.cloud.advance(dayMs)
    expect(await person.send('placement.interest', { vacancyId, consent: true })).toMatchObject({
      code: 'vacancy_over',
    })
    await house.cloud.tick()
    expect((await person.ask('vacancy.get', { vacancyId })).mine).toMatchObject({ state: 'declined' })
    expect(await told(person)).toContainEqual(expect.stringContaining('您想去的招工结束了'))
    expect(await told(guest)).toContainEqual(expect.stringContaining('您想去的招工结束了'))
    expect((await listed(vacancyId)).map(({ state }) => state).sort()).toEqual(['declined', 'invited'])
    expect(await zheng.send('placement.pass', { placementId })).toMatchObject({ ok: false })
    expect((await zheng.ask('vacancy.list', { when: 'over' })).items[0]).toMatchObject({ vacancyId })
  })
  it('tells those who are interested what an edit has changed', async () => {
    const vacancyId = await publish()
    const { person, placementId } = await wanted(vacancyId, '赵姐')
    await tan.ask('vacancy.edit', { vacancyId, firm: '亮亮家政', payText: '每月 3800 元' })
    expect(await told(person)).toContainEqual(expect.stringMatching(/有变动.*用工单位、工资/))
    expect(await zheng.send('placement.pass', { placementId })).toMatchObject({
      code: 'placement_no_consent',
    })
    await person.ask('placement.interest', { vacancyId, consent: true })
    expect(await zheng.ask('placement.pass', { placementId })).toMatchObject({ firm: '亮亮家政' })
  })
})

describe('name and number', () => {
  it('are passed once on a consent that stands, and the person sees to which firm', async () => {
    const vacancyId = await publish()
    const { person, placementId } = await wanted(vacancyId, '周姐')
    const passed = await zheng.ask('placement.pass', { placementId })
    expect(passed).toMatchObject({ name: '周姐', phone: expect.stringMatching(/^\+86139/) })
    await zheng.ask('placement.pass', { placementId })
    const { items } = await person.ask('member.accessLog', {})
    expect(items).toMatchObject([{ viewerName: '郑大姐', fields: ['name', 'phone'] }])
    expect(items[0]?.reason).toContain('清清家政')
    expect(items[0]).not.toHaveProperty('bookingId')
    expect(await tan.send('placement.pass', { placementId })).toMatchObject({
      code: 'placement_consent_used',
    })
  })
  it('are not without a consent, after its term, or once it was withdrawn, also for a repeat', async () => {
    const vacancyId = await publish()
    const { person, placementId } = await wanted(vacancyId, '吴姐')
    const more = { commandId: 'pass-once' }
    await zheng.ask('placement.pass', { placementId }, more)
    await person.ask('placement.withdraw', { placementId })
    expect(await zheng.send('placement.pass', { placementId }, more)).toMatchObject({
      code: 'placement_no_consent',
    })
    expect(await listed(vacancyId)).toEqual([])
    expect(await told(zheng)).toContainEqual(expect.stringContaining('吴姐不去'))
    const shy = await someone('郭姐')
    const { placementId: shyId } = await shy.ask('placement.interest', { vacancyId, consent: false })
    expect(await zheng.send('placement.pass', { placementId: shyId })).toMatchObject({
      code: 'placement_no_consent',
    })
    await shy.ask('placement.interest', { vacancyId, consent: true })
    house.cloud.advance(30 * dayMs)
    expect(await zheng.send('placement.pass', { placementId: shyId })).toMatchObject({
      code: 'placement_no_consent',
    })
    await house.cloud.tick()
    expect((await listed(vacancyId))[0]).not.toHaveProperty('consentUntil')
  })
  it('are nobody’s to see but a coordinator’s', async () => {
    const vacancyId = await publish()
    const { person, placementId } = await wanted(vacancyId, '孙姐')
    const other = await someone('钱姐')
    expect(JSON.stringify(await other.ask('vacancy.get', { vacancyId }))).not.toMatch(/孙姐|mine/)
    expect(await other.send('placement.list', { vacancyId })).toMatchObject({ code: 'forbidden' })
    expect(await other.send('placement.pass', { placementId })).toMatchObject({ code: 'forbidden' })
    expect(await other.send('placement.withdraw', { placementId })).toMatchObject({ code: 'not_found' })
    expect((await person.ask('placement.mine', {})).items).toMatchObject([
      { placementId, vacancy: { vacancyId, title: '保洁员' } },
    ])
  })
})

describe('the way to work', () => {
  it('ends in follow-ups that stand until they are answered, and in shares that are a recount', async () => {
    const course = await zheng.ask('activity.publish', {
      ...{ kind: 'training', title: '家政培训', summary: '一周学会。', place: '妇女之家' },
      sessions: [{ from: now() + 7 * dayMs, to: now() + 7 * dayMs + hourMs, capacity: 30 }],
      signup: { opensAt: now(), closesAt: now() + 6 * dayMs, rule: 'first_come', partyMax: 1 },
    })
    const before = await zheng.ask('placement.figures', {})
    const vacancyId = await publish({ activityId: course.activityId })
    const [one, two] = [await wanted(vacancyId, '一姐'), await wanted(vacancyId, '二姐')]
    for (const { placementId } of [one, two]) {
      await zheng.ask('placement.invite', { placementId })
      await zheng.ask('placement.place', { placementId })
      await tan.ask('placement.place', { placementId })
    }
    const counts = async () => (await zheng.ask('home.get', {})).counts
    expect((await counts())?.followUps).toBeUndefined()
    house.cloud.advance(30 * dayMs)
    await house.cloud.tick()
    expect((await counts())?.followUps).toBe(2)
    const { items } = await zheng.ask('placement.due', {})
    expect(items.map(({ name, days }) => [name, days])).toEqual([
      ['一姐', 30],
      ['二姐', 30],
    ])
    await zheng.ask('placement.followUp', { placementId: one.placementId, stillInWork: true })
    expect(
      await tan.send('placement.followUp', { placementId: one.placementId, stillInWork: false }),
    ).toMatchObject({ code: 'follow_up_none' })
    await tan.ask('placement.followUp', { placementId: two.placementId, stillInWork: false })
    expect(await told(two.person)).toContainEqual(expect.stringContaining('不在那里做了'))
    house.cloud.advance(60 * dayMs)
    await house.cloud.tick()
    await zheng.ask('placement.leave', { placementId: one.placementId, reason: '搬家了' })
    const figures = await zheng.ask('placement.figures', {})
    expect(figures.placed - before.placed).toBe(2)
    expect(figures.courses).toMatchObject([
      {
        ...{ title: '家政培训', interested: 2, invited: 2, placed: 2 },
        after: [
          { days: 30, known: 2, still: 1, unknown: 0 },
          { days: 90, known: 1, still: 0, unknown: 1 },
        ],
      },
    ])
  })
  it('is decided by somebody else, and closing the account ends it', async () => {
    const own = await publish({}, tan)
    expect(await tan.send('placement.interest', { vacancyId: own, consent: true })).toMatchObject({
      code: 'own_vacancy',
    })
    const { placementId } = await tan.ask('placement.interest', { vacancyId: await publish(), consent: true })
    expect(await tan.send('placement.invite', { placementId })).toMatchObject({ code: 'own_placement' })
    const { person, placementId: gone } = await wanted(own, '何姐')
    await tan.ask('placement.invite', { placementId: gone, words: '带上身份证' })
    expect(JSON.stringify(await person.ask('member.export', {}))).toContain('带上身份证')
    await person.ask('member.close', {})
    house.cloud.advance(16 * dayMs)
    for (let round = 0; round < 4; round++) {
      await house.cloud.tick()
      house.cloud.advance(2 * 60_000)
    }
    expect(JSON.stringify(await tan.ask('placement.list', { vacancyId: own }))).not.toMatch(/何姐|带上身份证/)
  })
})

function ok<Data>(answer: { ok: true; data: Data } | { ok: false; code: string }): Data {
  if (!answer.ok) throw new Error(answer.code)
  return answer.data
}
