import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CertificateIssued } from '#contract/certificate'
import {
  appoint,
  bookingFrom,
  codeOn,
  dayMs,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type SignedIn,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let people = 0

beforeAll(async () => {
  house = await openTestHouse()
  await house.person(house.admin.openid)
})
afterEach(() => {
  delete house.cloud.hooks.before
})
afterAll(() => house.close())

const someone = (name: string, ...teams: string[]) =>
  house.person(`wx_closing_${++people}`, teams.map(volunteerIn), name)
const inboxOf = async (person: Person) => (await person.ask('inbox.list', {})).items
const titlesOf = async (person: Person) => (await inboxOf(person)).map(({ title }) => title)
const stateOf = async (person: Person, bookingId: string) =>
  (await person.ask('booking.get', { bookingId })).state

/** Moves the clock past the term, so that the account closes and everything is forgotten. */
async function closeNow(person: Person): Promise<void> {
  await person.ask('member.close', {})
  await passTheTerm()
}
async function passTheTerm(): Promise<void> {
  house.cloud.advance(15 * dayMs)
  await house.cloud.tick()
  house.cloud.advance(2 * minuteMs)
  await house.cloud.tick()
}

describe('asking to close an account', () => {
  it('names the day, tells the person and counts from the first time', async () => {
    const leaver = await someone('何阿姨')
    const before = house.cloud.now()
    const { closesAt } = await leaver.ask('member.close', {}, { commandId: 'close-once' })
    expect(closesAt - before).toBeGreaterThanOrEqual(15 * dayMs)
    expect(closesAt - before).toBeLessThan(15 * dayMs + minuteMs)
    house.cloud.advance(hourMs)
    expect(await leaver.ask('member.close', {}, { commandId: 'close-once' })).toEqual({ closesAt })
    expect(await leaver.ask('member.close', {})).toEqual({ closesAt })
    expect((await leaver.ask('member.me', {})).member?.closesAt).toBe(closesAt)
    expect((await titlesOf(leaver)).filter((title) => title === '账号正在注销')).toHaveLength(1)
  })

  it('ends what is under way with others at once, and they hear of it', async () => {
    const leaver = await someone('何阿姨', 'repair')
    const resident = await someone('王奶奶')
    const volunteer = await someone('李师傅', 'repair')
    const now = house.cloud.now()
    const own = await leaver.ask('booking.request', bookingFrom(now))
    const open = await leaver.ask('booking.request', bookingFrom(now))
    await volunteer.ask('booking.claim', own)
    const theirs = await resident.ask('booking.request', bookingFrom(now))
    await leaver.ask('booking.claim', theirs)
    await appoint(leaver, volunteer)
    await appoint(resident, leaver)
    expect(await leaver.ask('member.unfinished', {})).toMatchObject({
      booked: 2,
      claimed: 1,
      proxies: 1,
      actsFor: 1,
      underWay: false,
      firstAdmin: false,
      leaderless: [],
      closeDays: 15,
    })

    await leaver.ask('member.close', {})

    expect(await stateOf(leaver, own.bookingId)).toBe('cancelled')
    expect(await stateOf(leaver, open.bookingId)).toBe('cancelled')
    expect(await stateOf(resident, theirs.bookingId)).toBe('open')
    expect(await titlesOf(volunteer)).toEqual(expect.arrayContaining(['居民取消了预约', '代办结束了']))
    expect(await titlesOf(resident)).toEqual(expect.arrayContaining(['志愿者来不了', '代办人不能再代办了']))
    expect(
      await leaver.send('booking.list', { scope: 'mine' }, { actingFor: resident.memberId }),
    ).toMatchObject({ code: 'forbidden' })
    // The volunteer's diary is free again.
    const another = await resident.ask('booking.request', bookingFrom(now))
    expect(await volunteer.ask('booking.claim', another)).toEqual({ state: 'claimed' })
  })

  it('leaves reading, confirming and keeping the account; everything that begins something new is refused', async () => {
    const leaver = await someone('何阿姨', 'repair')
    const resident = await someone('王奶奶')
    await leaver.ask('member.close', {})
    const input = bookingFrom(house.cloud.now())
    expect(await leaver.send('booking.request', input)).toMatchObject({ code: 'closing' })
    const { bookingId } = await resident.ask('booking.request', input)
    expect(await leaver.send('booking.claim', { bookingId })).toMatchObject({ code: 'closing' })
    expect(await resident.send('member.appointProxy', { memberId: leaver.memberId })).toMatchObject({
      code: 'not_found',
    })
    expect((await leaver.ask('member.export', {})).member.name).toBe('何阿姨')

    expect(await leaver.ask('member.keep', {})).toEqual({ kept: true })
    expect((await leaver.ask('member.me', {})).member?.closesAt).toBeUndefined()
    expect(await leaver.ask('booking.claim', { bookingId })).toEqual({ state: 'claimed' })
    await passTheTerm()
    expect((await leaver.ask('member.me', {})).member?.name).toBe('何阿姨')
  })

  it('keeps its day through changes of the member', async () => {
    const leaver = await someone('何阿姨')
    await leaver.ask('member.close', {})
    await house.admin.ask('member.grant', { memberId: leaver.memberId, ...volunteerIn('repair') })
    await passTheTerm()
    expect(await leaver.ask('member.me', {})).toEqual({ roles: [], consents: [] })
  })

  it('refuses workers the sealed fields at once, and records no opening', async () => {
    const leaver = await someone('薛阿姨')
    const admin = house.admin
    const found = async () => (await admin.ask('member.search', { q: '薛阿姨' })).items
    const reveal = { memberId: leaver.memberId, fields: ['phone' as const], reason: '上门走访' }
    expect((await found())[0]).not.toHaveProperty('closing')
    await leaver.ask('member.close', {})
    expect(await found()).toMatchObject([{ memberId: leaver.memberId, closing: true }])
    expect(await admin.send('member.reveal', reveal)).toMatchObject({ code: 'subject_closing' })
    expect((await leaver.ask('member.accessLog', {})).items).toEqual([])
    await leaver.ask('member.keep', {})
    expect(await admin.send('member.reveal', reveal)).toMatchObject({ ok: true })
  })

  it('takes a worker’s own access away, too', async () => {
    const resident = await someone('王奶奶')
    const gridId = (await resident.ask('member.me', {})).member?.gridId as string
    const worker = await house.person(`wx_closing_${++people}`, [{ role: 'grid_worker', scope: { gridId } }])
    expect(await worker.send('member.search', { q: '王奶奶' })).toMatchObject({ ok: true })
    await worker.ask('member.close', {})
    const reveal = { memberId: resident.memberId, fields: ['phone' as const], reason: '上门走访' }
    expect(await worker.send('member.search', { q: '王奶奶' })).toMatchObject({ code: 'closing' })
    expect(await worker.send('member.reveal', reveal)).toMatchObject({ code: 'closing' })
  })

  it('is refused to the first admin, whose place nobody could take', async () => {
    expect(await house.admin.send('member.close', {})).toMatchObject({ code: 'close_first_admin' })
    expect(
      await house.admin.send('member.consent', { kind: 'service', version: '2026-11', given: false }),
    ).toMatchObject({ code: 'close_first_admin' })
  })

  it('waits for the end of a service under way, on either side', async () => {
    const resident = await someone('王奶奶')
    const volunteer = await someone('李师傅', 'repair')
    const now = house.cloud.now()
    const window = { from: now + 10 * minuteMs, to: now + hourMs }
    const { bookingId } = await resident.ask('booking.request', bookingFrom(now, { window }))
    await volunteer.ask('booking.claim', { bookingId })
    await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
    for (const person of [resident, volunteer])
      expect(await person.send('member.close', {})).toMatchObject({ code: 'close_under_way' })
    house.cloud.advance(20 * minuteMs)
    await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) })
    expect(await resident.ask('member.unfinished', {})).toMatchObject({ toConfirm: 1 })
    await resident.ask('member.close', {})
    expect(await resident.ask('booking.confirm', { bookingId, stars: 5 })).toMatchObject({
      state: 'confirmed',
    })
  })

  it('says which teams would have no leader left', async () => {
    const leader = await house.person(`wx_closing_${++people}`, [
      { role: 'team_leader', scope: { teamId: 'arts' } },
    ])
    expect((await leader.ask('member.unfinished', {})).leaderless).toEqual([expect.stringContaining('文艺')])
  })

  it('cannot be taken back once the day has come, though the timer is late', async () => {
    const leaver = await someone('何阿姨')
    await leaver.ask('member.close', {})
    house.cloud.advance(15 * dayMs)
    expect(await leaver.send('member.keep', {})).toMatchObject({ code: 'close_over' })
  })
})

const secrets = {
  name: '程桂芳',
  phone: '13912345678',
  unit: '31-4407',
  birthDay: '1951-03-07',
  openid: 'wx_the_one_who_leaves',
  needs: '耳朵听不清',
  relative: '程小满',
  words: '我家卧室的吊灯坏了',
  reason: '临时要去接孙女',
} as const

/** A person whose name stands wherever this product writes a name. */
async function livedHere(): Promise<{ leaver: SignedIn; others: Person[]; bookingId: string }> {
  const registered = await house.stranger(secrets.openid).send('member.register', {
    name: secrets.name,
    phone: secrets.phone,
    gridId: 'grid1',
    estateId: 'huochai',
    building: '8栋',
    unit: secrets.unit,
    birthDay: secrets.birthDay,
    consents: [
      { kind: 'service', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ],
  })
  if (!registered.ok) throw new Error(registered.code)
  const { memberId } = registered.data
  const resident = await someone('王奶奶')
  const gridId = (await resident.ask('member.me', {})).member?.gridId as string
  await house.admin.ask('member.verify', { memberId, accept: true })
  for (const grant of [
    volunteerIn('repair'),
    { role: 'team_leader', scope: { teamId: 'repair' } },
    { role: 'grid_worker', scope: { gridId } },
  ] as const)
    await house.admin.ask('member.grant', { memberId, ...grant })
  const leaver = await house.signedIn(secrets.openid)
  const volunteer = await someone('李师傅', 'repair')
  const now = house.cloud.now()
  // They have acted as a worker and a leader, so their name stands beside others' names.
  await leaver.ask('member.reveal', { memberId: resident.memberId, fields: ['phone'], reason: '核对登记' })
  const applicant = await someone('吴大哥')
  await applicant.ask('team.apply', { teamId: 'repair', skills: [] })
  await leaver.ask('team.decide', { memberId: applicant.memberId, teamId: 'repair', accept: true })
  await leaver.ask('booking.request', bookingFrom(now), { actingFor: resident.memberId })
  const { dependentId } = await leaver.ask('member.addDependent', {
    name: secrets.relative,
    relation: '子女',
    birthDay: '2015-06-01',
    needs: secrets.needs,
    consentNote: '当面说好',
  })
  // A service for them that was credited.
  const window = { from: now + 10 * minuteMs, to: now + 70 * minuteMs }
  const words = { description: secrets.words, forDependentId: dependentId, window }
  const { bookingId } = await leaver.ask('booking.request', bookingFrom(now, words))
  await volunteer.ask('booking.claim', { bookingId })
  await volunteer.ask('booking.get', { bookingId })
  await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, leaver, bookingId) })
  house.cloud.advance(20 * minuteMs)
  await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, leaver, bookingId) })
  await leaver.ask('booking.confirm', { bookingId, stars: 5, comment: `${secrets.words}，修好了` })
  // A service by them, and a claim that they released.
  const later = house.cloud.now()
  const next = { window: { from: later + 10 * minuteMs, to: later + 70 * minuteMs } }
  const served = await resident.ask('booking.request', bookingFrom(later, next))
  await leaver.ask('booking.claim', served)
  await leaver.ask('booking.checkIn', {
    ...served,
    code: await codeOn(house, resident, served.bookingId),
  })
  house.cloud.advance(20 * minuteMs)
  await leaver.ask('booking.checkOut', {
    ...served,
    code: await codeOn(house, resident, served.bookingId),
  })
  await resident.ask('booking.confirm', { ...served, stars: 5 })
  await appoint(leaver, volunteer)
  await appoint(resident, leaver)
  // A session they have missed.
  await sdkFor(house.cloud)
    .database()
    .collection('members')
    .doc(memberId)
    .update({ data: { noShows: [{ about: 's_missed', at: now }] } })
  const given = await resident.ask('booking.request', bookingFrom(house.cloud.now()))
  await leaver.ask('booking.claim', given)
  await leaver.ask('booking.release', { ...given, reason: secrets.reason })
  const cancelled = await leaver.ask('booking.request', bookingFrom(house.cloud.now()))
  await volunteer.ask('booking.claim', cancelled)
  await leaver.ask('booking.cancel', { ...cancelled, reason: secrets.reason })
  await leaver.ask('booking.request', bookingFrom(house.cloud.now() + 20 * dayMs))
  return { leaver, others: [resident, volunteer, applicant], bookingId }
}

/** Which of these texts are in the files of the data folder. */
function foundOnDisk(texts: readonly string[]): string[] {
  const files = readdirSync(house.dataDir)
  const holds = (name: string, text: string) =>
    readFileSync(join(house.dataDir, name)).includes(Buffer.from(text))
  return files.flatMap((name) => texts.filter((text) => holds(name, text)).map((text) => `${name}: ${text}`))
}

describe('a closed account', () => {
  let lived: Awaited<ReturnType<typeof livedHere>>
  let volunteerNo: string | undefined
  let minutes: number
  let paper: CertificateIssued

  beforeAll(async () => {
    lived = await livedHere()
    paper = await lived.leaver.ask('hours.certificate', {})
    const statement = await lived.leaver.ask('hours.statement', {})
    ;({ volunteerNo } = statement)
    minutes = statement.totalMinutes
    await house.restart()
    expect(foundOnDisk([secrets.name, secrets.openid, secrets.words, secrets.reason]).length).toBeGreaterThan(
      3,
    )
    await closeNow(lived.leaver)
  })

  it('leaves nothing of the person in the raw files of the database', async () => {
    await house.restart()
    expect(foundOnDisk(Object.values(secrets))).toEqual([])
  })

  it('has every browser signed out, and its person is unknown', async () => {
    expect(await house.cloud.api(lived.leaver.token, { op: 'desk.list', input: {} })).toMatchObject({
      code: 'unauthenticated',
    })
    expect(await lived.leaver.send('inbox.list', {})).toMatchObject({ code: 'not_registered' })
    for (const q of [secrets.name, secrets.phone, '已注销的居民'])
      expect((await house.admin.ask('member.search', { q })).items).toEqual([])
    const reveal = { memberId: lived.leaver.memberId, fields: ['phone' as const], reason: '上门走访' }
    expect(await house.admin.send('member.reveal', reveal)).toMatchObject({ code: 'not_found' })
  })

  it('makes a browser’s stolen token useless, for reading and for staying', async () => {
    for (const op of ['desk.list', 'member.me', 'member.keep', 'member.export', 'inbox.list']) {
      const response = await fetch(`${house.cloud.url}/api`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${lived.leaver.token}` },
        body: JSON.stringify({ op, input: {}, commandId: `stolen-${op}` }),
      })
      const answer = JSON.stringify(await response.json())
      for (const secret of Object.values(secrets)) expect(answer).not.toContain(secret)
      expect(answer).toMatch(op === 'member.me' ? /unauthenticated|"roles":\[\]/ : /unauthenticated/)
    }
  })

  it('leaves others their documents: what was done stays, without the name', async () => {
    const [resident, volunteer] = lived.others as [Person, Person]
    const done = await volunteer.ask('booking.get', { bookingId: lived.bookingId })
    expect(done).toMatchObject({
      state: 'confirmed',
      minutes: 20,
      requesterName: '已注销的居民',
      forName: '已注销的居民',
      description: '（已随账号注销删除）',
      claimer: { name: '李师傅' },
    })
    expect((await volunteer.ask('hours.statement', {})).totalMinutes).toBe(20)
    const log = (await resident.ask('member.accessLog', {})).items
    expect(log.map(({ viewerName }) => viewerName)).toContain('已注销的居民')
    expect((await inboxOf(resident)).map(({ text }) => text).join()).toContain('已注销的居民')
  })

  it('keeps its ledger under the volunteer number, without a name', async () => {
    expect(volunteerNo).toMatch(/^[A-Z]+-\d{4}-\d{4}$/)
    const { items } = await house.admin.ask('member.search', { q: volunteerNo ?? '' })
    expect(items).toMatchObject([{ memberId: lived.leaver.memberId, name: '已注销的居民', state: 'closed' }])
    const statement = await house.admin.ask('hours.statement', { memberId: lived.leaver.memberId })
    expect(statement).toMatchObject({ totalMinutes: minutes, volunteerNo, name: '已注销的居民' })
    expect(minutes).toBe(20)
  })

  it('keeps of what the account had counted only how its ledger ends, so that a line lost later is found', async () => {
    const { memberId } = lived.leaver
    const { data } = (await sdkFor(house.cloud)
      .database()
      .collection('members')
      .doc(memberId)
      .get({})) as unknown as { data: object }
    expect(data).toMatchObject({ state: 'closed', hoursLines: 1, hoursHash: expect.any(String) })
    for (const field of ['appointedOn', 'appointments', 'noShows', 'setbacks'])
      expect(data).not.toHaveProperty(field)
    expect(await house.admin.ask('hours.verify', {})).toMatchObject({ breaks: [] })
  })

  it('leaves a certificate that holds, and says of its holder only that the account is closed', async () => {
    const { certificateNo, verifyCode } = paper
    const input = { certificateNo, verifyCode }
    const seen = await house.cloud.api(undefined, { op: 'certificate.verify', input })
    expect(seen).toMatchObject({
      ok: true,
      data: { valid: true, holder: 'closed', nameMasked: '', volunteerNo, minutes },
    })
    expect(JSON.stringify(seen)).not.toContain('注销')
  })

  it('is not restored for a person who comes back: another id, no hours, no past', async () => {
    const back = await house.stranger(secrets.openid).send('member.register', {
      name: '程新',
      gridId: 'grid1',
      estateId: 'huochai',
      building: '1栋',
      unit: '1-1',
      consents: [
        { kind: 'service', version: '2026-11' },
        { kind: 'sensitive', version: '2026-11' },
      ],
    })
    if (!back.ok) throw new Error(back.code)
    expect(back.data.memberId).not.toBe(lived.leaver.memberId)
    expect((await lived.leaver.ask('member.me', {})).member).toMatchObject({ name: '程新', state: 'pending' })
    expect((await lived.leaver.ask('hours.statement', {})).totalMinutes).toBe(0)
    await closeNow(lived.leaver)
    expect((await lived.leaver.ask('member.me', {})).member).toBeUndefined()
  })
})

describe('closing that breaks off', () => {
  let resident: Person
  let lived: TestHouse
  // in a house of its own, where the timer has nothing else to write
  beforeAll(async () => {
    lived = house
    house = await openTestHouse()
    await house.person(house.admin.openid)
    resident = await someone('王奶奶')
  })
  afterAll(async () => {
    await house.close()
    house = lived
  })

  /** Closes an account while the given write of the timer fails, when it ends or when it is forgotten. Answers all writes. */
  async function closedWithout(lost: number): Promise<string[]> {
    const leaver = await house.signedIn(`wx_closing_${++people}`, [volunteerIn('repair')], `半路人${lost}`)
    const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now() + 16 * dayMs))
    await leaver.ask('booking.claim', { bookingId })
    await leaver.ask('member.close', {})
    house.cloud.advance(15 * dayMs)
    const writes: string[] = []
    house.cloud.hooks.before = (action, { collectionName }) => {
      if (action === 'database.getDocument' || !action.startsWith('database.')) return
      if (writes.push(`${action} ${collectionName}`) - 1 === lost) throw new Error('the machine stopped')
    }
    await house.cloud.tick().catch(() => {})
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick().catch(() => {})
    delete house.cloud.hooks.before
    for (let tick = 0; tick < 4 && (tick < 1 || (await closingsLeft()).length > 0); tick++) {
      house.cloud.advance(2 * minuteMs)
      await house.cloud.tick()
    }
    const { data } = (await sdkFor(house.cloud)
      .database()
      .collection('members')
      .where({ name: `半路人${lost}` })
      .get()) as unknown as { data: unknown[] }
    expect(data).toEqual([])
    expect(JSON.stringify(await resident.ask('booking.get', { bookingId }))).not.toContain('半路人')
    expect(JSON.stringify(await inboxOf(resident))).not.toContain('半路人')
    expect((await closingsLeft()).length).toBe(0)
    return writes
  }

  it('is completed, whichever write to the store fails', async () => {
    const { length } = await closedWithout(-1)
    expect(length).toBeGreaterThan(15)
    for (let lost = 0; lost < length; lost++) await closedWithout(lost)
  })

  it('forgets once, though two timers run at the same time', async () => {
    const leaver = await someone('双时钟', 'repair')
    await leaver.ask('member.close', {})
    house.cloud.advance(15 * dayMs)
    await Promise.all([house.cloud.tick(), house.cloud.tick()])
    house.cloud.advance(2 * minuteMs)
    await Promise.all([house.cloud.tick(), house.cloud.tick()])
    expect(await closingsLeft()).toEqual([])
    await house.restart()
    expect(foundOnDisk(['双时钟'])).toEqual([])
  })
})

async function closingsLeft(): Promise<unknown[]> {
  const { data } = (await sdkFor(house.cloud)
    .database()
    .collection('closings')
    .where({})
    .get()) as unknown as {
    data: unknown[]
  }
  return data
}

describe('withdrawing a consent', () => {
  it('to the service is asking to close; staying gives it again', async () => {
    const leaver = await someone('何阿姨')
    const { consents } = await leaver.ask('member.consent', {
      kind: 'service',
      version: '2026-11',
      given: false,
    })
    expect(consents.at(-1)).toMatchObject({ kind: 'service', given: false })
    expect((await leaver.ask('member.me', {})).member?.closesAt).toEqual(expect.any(Number))
    await leaver.ask('member.keep', {})
    const me = await leaver.ask('member.me', {})
    expect(me.member?.closesAt).toBeUndefined()
    expect(me.consents.at(-1)).toMatchObject({ kind: 'service', version: '2026-11', given: true })
  })

  it('to what is sensitive erases relatives’ needs, calls bookings off and locks the door', async () => {
    const resident = await someone('王奶奶')
    const volunteer = await someone('李师傅', 'repair')
    const gridId = (await resident.ask('member.me', {})).member?.gridId as string
    const worker = await house.person(`wx_closing_${++people}`, [{ role: 'grid_worker', scope: { gridId } }])
    const say = (given: boolean) =>
      resident.ask('member.consent', { kind: 'sensitive', version: '2026-11', given })
    await resident.ask('member.addDependent', {
      name: '老李',
      relation: '老伴',
      needs: '上下楼要扶',
      birthDay: '1940-01-01',
      consentNote: '同意',
    })
    const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now()))
    await volunteer.ask('booking.claim', { bookingId })
    await say(true)
    await say(false)

    expect(await stateOf(resident, bookingId)).toBe('cancelled')
    expect(await titlesOf(volunteer)).toContain('居民取消了预约')
    const held = await resident.ask('member.export', {})
    expect(held.dependents).toEqual([{ name: '老李', relation: '老伴', consentNote: '同意' }])
    expect(held.bookings[0]).not.toHaveProperty('contact')
    expect(await resident.send('booking.request', bookingFrom(house.cloud.now()))).toMatchObject({
      code: 'consent_needed',
    })
    expect(
      await resident.send('member.addDependent', {
        name: '二姑',
        relation: '其他亲属',
        needs: '听不清',
        consentNote: '同意',
      }),
    ).toMatchObject({ code: 'consent_needed' })
    const reveal = { memberId: resident.memberId, fields: ['door', 'phone'] as const, reason: '上门走访' }
    const shown = await worker.ask('member.reveal', { ...reveal, fields: [...reveal.fields] })
    expect(shown).not.toHaveProperty('door')
    expect((await resident.ask('member.accessLog', {})).items[0]?.fields).toEqual(['phone'])

    await say(true)
    expect(await resident.ask('booking.request', bookingFrom(house.cloud.now()))).toMatchObject({
      state: 'open',
    })
    expect(await worker.ask('member.reveal', { ...reveal, fields: [...reveal.fields] })).toHaveProperty(
      'door',
    )
  })
})
