import type { RawInputOf } from '#contract/operations'
import { dayOf } from '#contract/shared/wallClock'
import { bookingFrom, dayMs, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let resident: Person
let leader: Person
let mother: Person

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident', [], '王奶奶')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }], '陈队长')
  mother = await house.person('wx_mother', [], '郑大姐')
})
afterAll(() => house.close())

/** The birthday of a person who turned this age some days ago. With negative days they will turn it. */
function born(age: number, daysAgo = 100): string {
  const day = dayOf(house.cloud.now() - daysAgo * dayMs)
  return `${Number(day.slice(0, 4)) - age}${day.slice(4)}`
}
const apply = (person: Person, age: number | undefined, more: Partial<RawInputOf<'team.apply'>> = {}) =>
  person.send('team.apply', {
    teamId: 'repair',
    skills: [],
    ...(age === undefined ? {} : { birthDay: born(age) }),
    ...more,
  })
const accept = (person: Person) =>
  leader.send('team.decide', { memberId: person.memberId, teamId: 'repair', accept: true })
const say = (given: boolean, minor: Person, guardian = mother) =>
  guardian.send('guardian.answer', { memberId: minor.memberId, given, version: '2026-11' })
const askMother = (minor: Person) =>
  minor.send('guardian.ask', { memberId: mother.memberId, relation: '母亲' })
const newest = async (person: Person) => (await person.ask('inbox.list', {})).items[0]?.title
const rosterRow = async (person: Person) =>
  (await leader.ask('team.roster', { teamId: 'repair' })).items.find(
    ({ memberId }) => memberId === person.memberId,
  )

/** A volunteer of sixteen whom the leader has accepted, with the mother's agreement. */
async function youngVolunteer(openid: string, age = 16): Promise<Person> {
  const minor = await house.person(openid, [], '郑小雨')
  await apply(minor, age)
  await askMother(minor)
  await say(true, minor)
  expect(await accept(minor)).toMatchObject({ ok: true })
  return minor
}
async function booked(more: Partial<RawInputOf<'booking.request'>> = {}): Promise<string> {
  return (await resident.ask('booking.request', bookingFrom(house.cloud.now(), more))).bookingId
}

describe('registering', () => {
  const registration = (openid: string, birthDay: string) =>
    house.stranger(openid).send('member.register', {
      name: '小明',
      gridId: 'grid1',
      estateId: 'huochai',
      building: '1栋',
      unit: '1-1',
      birthDay,
      consents: [
        { kind: 'service', version: '2026-11' },
        { kind: 'sensitive', version: '2026-11' },
      ],
    })
  it('is refused under fourteen, with a sentence that says what to do', async () => {
    expect(await registration('wx_child', born(13))).toMatchObject({
      code: 'too_young_to_register',
      message: expect.stringContaining('我照护的家人'),
    })
    expect(await house.stranger('wx_child').send('member.me', {})).toEqual({
      ok: true,
      data: { roles: [], consents: [] },
    })
  })
  it('is possible from the fourteenth birthday on', async () => {
    expect(await registration('wx_fourteen_tomorrow', born(14, -1))).toMatchObject({
      code: 'too_young_to_register',
    })
    expect(await registration('wx_fourteen', born(14, 0))).toMatchObject({ ok: true })
  })
  it.each(['2026-02-30', '2999-01-01', '1890-01-01', '2030-05-05'])('knows no birthday %s', async (day) => {
    expect(await registration('wx_wrong_day', day)).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'birthDay' }],
    })
  })
})

describe('an applicant', () => {
  it('whose age nobody knows is accepted on the leader’s word, which is on record', async () => {
    const person = await house.person('wx_unknown')
    expect(await apply(person, undefined)).toEqual({ ok: true, data: { state: 'applied' } })
    expect(await rosterRow(person)).toMatchObject({ age: 'unknown' })
    expect(await accept(person)).toMatchObject({ ok: true })
    const { data } = (await sdkFor(house.cloud)
      .database()
      .collection('memberships')
      .where({ memberId: person.memberId })
      .get()) as unknown as { data: { events: { event: string; note?: string; who?: string }[] }[] }
    expect(data[0]?.events).toContainEqual(
      expect.objectContaining({ event: 'accepted', note: 'adult_seen', who: '陈队长' }),
    )
    const bookingId = await booked()
    expect(await person.send('booking.claim', { bookingId })).toMatchObject({ ok: true })
  })
  it('of age gives a birthday once; nobody sees it, and another one is refused', async () => {
    const person = await house.person('wx_adult')
    expect(await apply(person, 18)).toEqual({ ok: true, data: { state: 'applied' } })
    expect(await rosterRow(person)).not.toHaveProperty('age')
    expect(await apply(person, 18)).toMatchObject({ ok: true })
    expect(await apply(person, 30)).toMatchObject({ code: 'birth_differs' })
    expect((await person.ask('member.export', {})).member.birth).toEqual({
      day: born(18),
      calendar: 'solar',
    })
    expect(await accept(person)).toMatchObject({ ok: true })
  })
  it('under fourteen is refused, and nothing is kept', async () => {
    const child = await house.person('wx_thirteen')
    expect(await apply(child, 13)).toMatchObject({ code: 'too_young_to_volunteer' })
    expect((await child.ask('member.export', {})).member.birth).toBeUndefined()
  })
  it('under eighteen applies, and nobody accepts them without a guardian', async () => {
    const minor = await house.person('wx_seventeen')
    expect(await apply(minor, 17)).toEqual({ ok: true, data: { state: 'applied', guardianNeeded: true } })
    expect((await minor.ask('member.me', {})).member?.minor).toBe(true)
    expect(await rosterRow(minor)).toMatchObject({ age: 'minor' })
    expect(await accept(minor)).toMatchObject({ code: 'guardian_needed' })
    const grant = { memberId: minor.memberId, ...volunteerIn('repair') }
    expect(await house.admin.send('member.grant', grant)).toMatchObject({ code: 'guardian_needed' })
    expect(await house.admin.send('member.grant', { ...grant, role: 'coordinator' })).toMatchObject({
      ok: true,
    })
  })
  it('with a lunar birthday is as old as the solar day says', async () => {
    const person = await house.person('wx_lunar')
    expect(await apply(person, undefined, { birthDay: '1990-02-30', birthCalendar: 'lunar' })).toMatchObject({
      ok: true,
    })
    const wrong = await house.person('wx_lunar_wrong')
    expect(await apply(wrong, undefined, { birthDay: '1990-02-31', birthCalendar: 'lunar' })).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'birthDay' }],
    })
  })
})

describe('a guardian’s word', () => {
  it('is asked for by the minor and given by the guardian; then the leader accepts, and all are told', async () => {
    const minor = await house.person('wx_young', [], '郑小雨')
    await apply(minor, 16)
    expect(await askMother(minor)).toEqual({ ok: true, data: { state: 'asked' } })
    expect(await newest(mother)).toBe('请您同意孩子当志愿者')
    expect((await mother.ask('guardian.list', {})).wards).toContainEqual(
      expect.objectContaining({ memberId: minor.memberId, name: '郑小雨', relation: '母亲', state: 'asked' }),
    )
    expect(await say(true, minor)).toEqual({ ok: true, data: { state: 'given' } })
    expect(await newest(minor)).toBe('监护人同意了')
    expect(await newest(mother)).toBe('您同意了孩子当志愿者')
    expect(await minor.ask('guardian.list', {})).toMatchObject({
      needed: true,
      own: { name: '郑大姐', relation: '母亲', state: 'given' },
    })
    expect(await rosterRow(minor)).toMatchObject({
      age: 'minor',
      guardian: { name: '郑大姐', relation: '母亲' },
    })
    expect(await accept(minor)).toMatchObject({ ok: true })
    expect((await minor.ask('member.export', {})).guardians.own).toMatchObject({ name: '郑大姐' })
    expect(await minor.send('booking.claim', { bookingId: await booked() })).toMatchObject({ ok: true })
  })

  it('is refused from the minor and from anybody else, and a stranger cannot be asked for it', async () => {
    const minor = await house.person('wx_alone', [], '郑小雨')
    const other = await house.person('wx_other_minor')
    expect(await askMother(minor)).toMatchObject({ code: 'birthday_needed' })
    await apply(minor, 15)
    await apply(other, 15)
    expect(await minor.send('guardian.ask', { memberId: minor.memberId, relation: '母亲' })).toMatchObject({
      code: 'guardian_self',
    })
    expect(await minor.send('guardian.ask', { memberId: other.memberId, relation: '姐姐' })).toMatchObject({
      code: 'not_found',
    })
    expect(await say(true, minor)).toMatchObject({ code: 'not_found' })
    await askMother(minor)
    expect(await say(true, minor, resident)).toMatchObject({ code: 'not_found' })
    expect(await say(true, minor, minor)).toMatchObject({ code: 'not_found' })
    expect(
      await resident.send('guardian.ask', { memberId: mother.memberId, relation: '母亲' }),
    ).toMatchObject({ code: 'birthday_needed' })
    expect(
      await minor.send(
        'guardian.answer',
        { memberId: minor.memberId, given: true, version: '1' },
        {
          actingFor: mother.memberId,
        },
      ),
    ).toMatchObject({ code: 'forbidden' })
    expect(await accept(minor)).toMatchObject({ code: 'guardian_needed' })
  })

  it('that is taken back ends the volunteering: claims return, the requester and both hear, until it is given anew', async () => {
    const minor = await youngVolunteer('wx_paused')
    const bookingId = await booked()
    await minor.ask('booking.claim', { bookingId })
    expect(await say(false, minor)).toEqual({ ok: true, data: { state: 'withdrawn' } })
    expect((await resident.ask('booking.get', { bookingId })).state).toBe('open')
    expect((await resident.ask('inbox.list', {})).items[0]).toMatchObject({
      title: '志愿者来不了',
      text: expect.stringContaining('暂时不能参加服务'),
    })
    expect(await newest(minor)).toBe('监护人撤回了同意')
    expect(await newest(mother)).toBe('您撤回了同意')
    expect(await minor.send('booking.claim', { bookingId })).toMatchObject({ code: 'guardian_needed' })
    await say(true, minor)
    expect(await minor.send('booking.claim', { bookingId })).toMatchObject({ ok: true })
  })

  it('that is taken back during a claim leaves no claim behind', async () => {
    const minor = await youngVolunteer('wx_race')
    const bookingId = await booked({
      window: { from: house.cloud.now() + 5 * dayMs, to: house.cloud.now() + 5 * dayMs + 3_600_000 },
    })
    let withdrawing: Promise<unknown> | undefined
    house.cloud.hooks.before = async (action, request) => {
      if (withdrawing || action !== 'database.modifyDocument' || request.collectionName !== 'bookings') return
      withdrawing = say(false, minor)
      await withdrawing
    }
    const claimed = await minor.send('booking.claim', { bookingId })
    delete house.cloud.hooks.before
    expect(withdrawing).toBeDefined()
    expect(claimed).toMatchObject({ code: 'guardian_needed' })
    expect((await resident.ask('booking.get', { bookingId })).state).toBe('open')
  })

  it('is needed no more from the eighteenth birthday on', async () => {
    const minor = await house.person('wx_almost', [], '郑小雨')
    await apply(minor, undefined, { birthDay: born(18, -2) })
    await askMother(minor)
    await say(true, minor)
    await accept(minor)
    const bookingId = await booked({
      window: { from: house.cloud.now() + 3 * dayMs, to: house.cloud.now() + 3 * dayMs + 3_600_000 },
    })
    await minor.ask('booking.claim', { bookingId })
    house.cloud.advance(2 * dayMs)
    expect(await say(false, minor)).toMatchObject({ code: 'guardian_not_needed' })
    expect((await resident.ask('booking.get', { bookingId })).state).toBe('claimed')
    expect(await minor.ask('guardian.list', {})).toMatchObject({ needed: false })
  })
})

describe('a guardian who leaves', () => {
  const leaving = async (openid: string, name: string) => house.person(openid, [], name)
  const claimedBy = async (minor: Person, inDays: number) => {
    const from = house.cloud.now() + inDays * dayMs
    const bookingId = await booked({ window: { from, to: from + 3_600_000 } })
    await minor.ask('booking.claim', { bookingId })
    return bookingId
  }
  const wardOf = async (guardian: Person, openid: string, birthDay: string) => {
    const ward = await house.person(openid, [], '郑小雨')
    await apply(ward, undefined, { birthDay })
    await ward.ask('guardian.ask', { memberId: guardian.memberId, relation: '母亲' })
    await say(true, ward, guardian)
    await accept(ward)
    return ward
  }
  it('takes nothing from a ward who has come of age, and ends the volunteering of one who has not', async () => {
    const guardian = await leaving('wx_leaving_guardian', '孙大姐')
    const grown = await wardOf(guardian, 'wx_grown', born(18, -2))
    const young = await wardOf(guardian, 'wx_still_young', born(16))
    const kept = await claimedBy(grown, 30)
    const returned = await claimedBy(young, 40)
    house.cloud.advance(3 * dayMs)
    await guardian.ask('member.close', {})
    expect((await resident.ask('booking.get', { bookingId: kept })).state).toBe('claimed')
    expect((await resident.ask('booking.get', { bookingId: returned })).state).toBe('open')
    house.cloud.advance(16 * dayMs)
    await house.cloud.tick()
    expect((await resident.ask('booking.get', { bookingId: kept })).state).toBe('claimed')
  })
  it('does the same where they take the consent to the service back', async () => {
    const guardian = await leaving('wx_withdrawing_guardian', '孙大哥')
    const grown = await wardOf(guardian, 'wx_grown_too', born(18, -2))
    const kept = await claimedBy(grown, 50)
    house.cloud.advance(3 * dayMs)
    await guardian.ask('member.consent', { kind: 'service', version: '2026-11', given: false })
    expect((await resident.ask('booking.get', { bookingId: kept })).state).toBe('claimed')
  })
})

describe('a guardian without an account', () => {
  const paper = { guardianName: '郑婆婆', relation: '外祖父母', note: '11月20日当面签字，存档案柜' }
  const gridOf = async (person: Person) => (await person.ask('member.me', {})).member?.gridId ?? ''
  const workerOf = (gridId: string, name = '小刘') =>
    house.person(`wx_worker_${gridId}`, [{ role: 'grid_worker', scope: { gridId } }], name)
  const seen = async (worker: Person, minor: Person) =>
    (await worker.ask('member.search', { q: minor.memberId })).items[0]?.minor

  it('has the agreement recorded by a worker of the grid, and those who may know read by whom', async () => {
    const minor = await house.person('wx_paper', [], '郑小纸')
    await apply(minor, 16)
    const gridId = await gridOf(minor)
    const worker = await workerOf(gridId)
    expect(await seen(worker, minor)).toEqual({})
    expect(await accept(minor)).toMatchObject({ code: 'guardian_needed' })
    const record = { memberId: minor.memberId, ...paper }
    const command = { commandId: 'paper' }
    expect(await worker.ask('guardian.record', record, command)).toEqual({ state: 'given' })
    expect(await worker.ask('guardian.record', record, command)).toEqual({ state: 'given' })
    expect(await worker.ask('guardian.record', record)).toEqual({ state: 'given' })
    const told = (await minor.ask('inbox.list', {})).items.filter(({ title }) => title.includes('同意书'))
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('您监护人（外祖父母）的纸质同意书')
    const recorded = { by: '小刘', note: paper.note }
    expect((await minor.ask('guardian.list', {})).own).toMatchObject({
      name: '郑婆婆',
      state: 'given',
      recorded,
    })
    expect(await seen(worker, minor)).toMatchObject({ guardian: { name: '郑婆婆', recorded } })
    expect((await minor.ask('member.export', {})).guardians.own).toMatchObject({ recorded })
    expect(await accept(minor)).toMatchObject({ ok: true })
    expect((await rosterRow(minor))?.guardian).toEqual({
      ...{ name: '郑婆婆', relation: '外祖父母', recordedBy: '小刘' },
    })
    const bookingId = await booked()
    expect(await minor.send('booking.claim', { bookingId })).toMatchObject({ ok: true })
    // The leader reads who recorded it, and not where the paper is.
    expect(JSON.stringify(await rosterRow(minor))).not.toContain('档案柜')

    const end = { memberId: minor.memberId, reason: '监护人打电话说的' }
    expect(await worker.ask('guardian.endRecord', end)).toEqual({ state: 'withdrawn' })
    expect((await resident.ask('booking.get', { bookingId })).state).toBe('open')
    expect(await newest(minor)).toBe('监护人撤回了同意')
    expect(await minor.send('booking.claim', { bookingId })).toMatchObject({ code: 'guardian_needed' })
    expect(await worker.ask('guardian.endRecord', end)).toEqual({ state: 'withdrawn' })
    // The agreement may be recorded again with another paper.
    expect(await worker.ask('guardian.record', { ...record, note: '11月26日重新签字' })).toEqual({
      state: 'given',
    })
  })

  it('is not for a worker of another grid, nor for who is of age, too young to be known, or unknown', async () => {
    const minor = await house.person('wx_paper_far', [], '远小雨')
    await apply(minor, 15)
    const gridId = await gridOf(minor)
    const stranger = await workerOf(gridId === 'grid9' ? 'grid8' : 'grid9', '小张')
    const record = { memberId: minor.memberId, ...paper }
    expect(await stranger.send('guardian.record', record)).toMatchObject({ code: 'not_found' })
    const end = { memberId: minor.memberId, reason: '听说的' }
    expect(await stranger.send('guardian.endRecord', end)).toMatchObject({ code: 'not_found' })
    const admin = await house.person('wx_paper_admin', [{ role: 'admin' }], '管理员')
    const adult = await house.person('wx_paper_adult', [], '成年人')
    expect(await admin.send('guardian.record', { ...record, memberId: adult.memberId })).toMatchObject({
      code: 'birthday_needed',
    })
    await apply(adult, 30)
    expect(await admin.send('guardian.record', { ...record, memberId: adult.memberId })).toMatchObject({
      code: 'guardian_not_needed',
    })
    expect(await seen(admin, adult)).toBeUndefined()
    expect(await admin.send('guardian.record', { ...record, note: '' })).toMatchObject({
      code: 'invalid_input',
    })
    expect((await minor.ask('guardian.list', {})).own).toBeUndefined()
    expect(await admin.send('guardian.endRecord', { ...end, memberId: minor.memberId })).toMatchObject({
      code: 'not_found',
    })
  })

  it('never replaces an agreement from a guardian’s own account, and a worker cannot end that either', async () => {
    const minor = await youngVolunteer('wx_own_word')
    const admin = await house.person('wx_paper_admin', [{ role: 'admin' }], '管理员')
    const { memberId } = minor
    expect(await admin.send('guardian.record', { memberId, ...paper })).toMatchObject({
      code: 'guardian_given',
    })
    expect(await admin.send('guardian.endRecord', { memberId, reason: '听说的' })).toMatchObject({
      code: 'guardian_not_recorded',
    })
    expect((await minor.ask('guardian.list', {})).own).toMatchObject({ name: '郑大姐', state: 'given' })
  })
})

describe('a kind of help', () => {
  it('that needs a licence is for adults, and one with an age for who is old enough', async () => {
    const minor = await youngVolunteer('wx_kinds')
    const licensed = await booked({ kind: 'mains' })
    expect((await minor.ask('booking.get', { bookingId: licensed })).minAge).toBe(18)
    expect(await minor.send('booking.claim', { bookingId: licensed })).toMatchObject({ code: 'age_required' })
    const { services } = await minor.ask('community.get', {})
    const aged = services.map((service) => ({
      ...service,
      kinds: service.kinds.map((kind) => (kind.kind === 'lamp' ? { ...kind, minAge: 17 } : kind)),
    }))
    await house.admin.ask('community.edit', { services: aged })
    await house.restart() // A function keeps the community for some seconds.
    const lamp = await booked({ kind: 'lamp' })
    expect(await minor.send('booking.claim', { bookingId: lamp })).toMatchObject({ code: 'age_required' })
    const adult = await house.person('wx_of_age', [volunteerIn('repair')])
    expect(await adult.send('booking.claim', { bookingId: lamp })).toMatchObject({ ok: true })
  })
})
