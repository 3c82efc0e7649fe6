import {
  bookingFrom,
  codeOn,
  dayMs,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let resident: Person
let volunteer: Person

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident', [], '王奶奶')
  volunteer = await house.person('wx_volunteer', [volunteerIn('repair')], '李师傅')
})
afterAll(() => house.close())

/** Makes a booking that waits for the requester's confirmation. */
async function done(): Promise<string> {
  const now = house.cloud.now()
  const window = { from: now + 10 * minuteMs, to: now + hourMs }
  const { bookingId } = await resident.ask('booking.request', bookingFrom(now, { window }))
  await volunteer.ask('booking.claim', { bookingId })
  await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
  house.cloud.advance(30 * minuteMs)
  await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) })
  return bookingId
}

describe('effects that could not be done at once', () => {
  it('are done by the timer: the minutes arrive after the store has failed, and once', async () => {
    const bookingId = await done()
    house.cloud.hooks.before = (action, request) => {
      if (action === 'database.insertDocument' && request.collectionName === 'entries')
        throw new Error('the disk is full')
    }
    expect(await resident.ask('booking.confirm', { bookingId, stars: 5 })).toEqual({
      state: 'confirmed',
      minutes: 30,
    })
    expect((await volunteer.ask('hours.statement', {})).totalMinutes).toBe(0)
    delete house.cloud.hooks.before
    await house.cloud.tick()
    expect((await volunteer.ask('hours.statement', {})).totalMinutes).toBe(0)
    house.cloud.advance(2 * minuteMs)
    await Promise.all([house.cloud.tick(), house.cloud.tick()])
    expect((await volunteer.ask('hours.statement', {})).totalMinutes).toBe(30)
  })

  it('survive a restart of the cloud', async () => {
    const bookingId = await done()
    const before = (await volunteer.ask('hours.statement', {})).totalMinutes
    house.cloud.hooks.before = (action, request) => {
      if (action === 'database.insertDocument' && request.collectionName === 'entries')
        throw new Error('gone')
    }
    await resident.ask('booking.confirm', { bookingId, stars: 5 })
    await house.restart()
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    expect((await volunteer.ask('hours.statement', {})).totalMinutes).toBe(before + 30)
  })
})

describe('one document that is not done', () => {
  /** Everybody is owed the notice of their verification, since the store was away. */
  async function owedTo(count: number, prefix: string): Promise<string[]> {
    const away = (action: string, request: { collectionName?: unknown }) => {
      if (action === 'database.insertDocument' && request.collectionName === 'notices')
        throw new Error('the store is away')
    }
    const owed: string[] = []
    for (let index = 0; index < count; index++) {
      const { send } = house.stranger(`${prefix}_${index}`)
      const registered = await send('member.register', {
        ...{ name: '居民', gridId: 'grid1', estateId: 'huochai', building: '1栋', unit: `1-${index}` },
        consents: [{ kind: 'service', version: '1' }],
      })
      if (!registered.ok) throw new Error(registered.code)
      const { memberId } = registered.data
      house.cloud.hooks.before = away
      await house.admin.ask('member.verify', { memberId, accept: true })
      delete house.cloud.hooks.before
      owed.push(memberId)
    }
    return owed
  }
  const toldTo = (request: { collectionName?: unknown; data?: unknown }, memberId: string) =>
    request.collectionName === 'notices' && JSON.stringify(request.data).includes(memberId)
  const newsOf = async (prefix: string, index: number) => {
    const answer = await house.stranger(`${prefix}_${index}`).send('inbox.list', {})
    return answer.ok ? answer.data.items.length : -1
  }

  it('keeps none of fifty others from being done, is tried later and later, and is not lost', async () => {
    const [poisoned = ''] = await owedTo(51, 'wx_poison')
    const triedAt: number[] = []
    house.cloud.hooks.before = (action, request) => {
      if (action !== 'database.insertDocument' || !toldTo(request, poisoned)) return
      triedAt.push(house.cloud.now())
      throw new Error('never')
    }
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    for (let index = 1; index < 51; index++) expect(await newsOf('wx_poison', index)).toBe(1)
    expect(await newsOf('wx_poison', 0)).toBe(0)
    for (let minute = 0; minute < 20; minute++) {
      house.cloud.advance(minuteMs)
      await house.cloud.tick()
    }
    const waits = triedAt.slice(1).map((at, index) => Math.round((at - (triedAt[index] ?? 0)) / minuteMs))
    // in the first run it is tried together with the others, and then by itself
    expect(waits).toEqual([0, 1, 2, 4, 8])
    delete house.cloud.hooks.before
    house.cloud.advance(hourMs)
    await house.cloud.tick()
    await house.cloud.tick()
    expect(await newsOf('wx_poison', 0)).toBe(1)
  })

  it('does not stop the others by taking long', async () => {
    const [slow = '', ...others] = await owedTo(4, 'wx_slow')
    let done = 0
    let free: () => void = () => undefined
    const othersAreDone = new Promise<void>((resolve) => {
      free = resolve
    })
    house.cloud.hooks.before = (action, request) =>
      action === 'database.insertDocument' && toldTo(request, slow) ? othersAreDone : undefined
    house.cloud.hooks.after = (action, request) => {
      if (action !== 'database.insertDocument') return
      done += others.filter((memberId) => toldTo(request, memberId)).length
      if (done === others.length) free()
    }
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    delete house.cloud.hooks.before
    delete house.cloud.hooks.after
    expect(done).toBe(others.length)
    house.cloud.advance(hourMs)
    await house.cloud.tick()
    for (let index = 0; index < 4; index++) expect(await newsOf('wx_slow', index)).toBe(1)
  })
})

describe('the text check', () => {
  it('refuses a risky description and says so', async () => {
    const risky = bookingFrom(house.cloud.now(), { description: '这是违规样例' })
    expect(await resident.send('booking.request', risky)).toMatchObject({ code: 'text_risky' })
  })

  it('refuses a risky reason: it would be read by the other side', async () => {
    const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now() + 50 * hourMs))
    await volunteer.ask('booking.claim', { bookingId })
    const risky = { bookingId, reason: '这是违规样例' }
    expect(await volunteer.send('booking.release', risky)).toMatchObject({ code: 'text_risky' })
    expect(await resident.send('booking.cancel', risky)).toMatchObject({ code: 'text_risky' })
    expect((await resident.ask('booking.get', { bookingId })).state).toBe('claimed')
  })

  it('keeps an unchecked description from the hall, and gives it to the claimer', async () => {
    const away = await house.person('stale_resident')
    const { bookingId } = await away.ask('booking.request', bookingFrom(house.cloud.now() + 100 * hourMs))
    expect((await volunteer.ask('booking.get', { bookingId })).description).toBeUndefined()
    await volunteer.ask('booking.claim', { bookingId })
    expect((await volunteer.ask('booking.get', { bookingId })).description).toBe('厨房水龙头漏水')
  })
})

describe('what has come to the end of its term', () => {
  it('is gone: the door and number of a booking that is over, and old notices', async () => {
    const leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
    const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now()))
    await resident.ask('booking.cancel', { bookingId, reason: '修好了' })
    expect((await leader.ask('booking.get', { bookingId })).contact?.door).toMatch(/^火柴新村/)
    house.cloud.advance(31 * dayMs)
    await house.cloud.tick()
    const kept = await leader.ask('booking.get', { bookingId })
    expect(kept).toMatchObject({
      state: 'cancelled',
      timeline: [{ event: 'requested' }, { event: 'cancelled' }],
    })
    expect(kept.contact).toBeUndefined()
    expect((await resident.ask('inbox.list', {})).items.length).toBeGreaterThan(0)
    house.cloud.advance(180 * dayMs)
    await house.cloud.tick()
    expect((await resident.ask('inbox.list', {})).items).toEqual([])
    expect((await volunteer.ask('hours.statement', {})).totalMinutes).toBeGreaterThan(0)
  })

  it('is gone: a rejected registration that nobody corrected', async () => {
    const stranger = house.stranger('wx_rejected')
    const input = {
      ...{ name: '写错门牌', phone: '13900009999', gridId: 'grid1', estateId: 'huochai' },
      ...{ building: '3栋', unit: '9-9', consents: [{ kind: 'service' as const, version: '2026-11' }] },
    }
    const registered = await stranger.send('member.register', input)
    if (!registered.ok) throw new Error(registered.code)
    const { memberId } = registered.data
    await house.admin.ask('member.verify', { memberId, accept: false, reason: '门牌不对' })
    const found = async () => (await house.admin.ask('member.search', { q: '13900009999' })).items.length
    house.cloud.advance(89 * dayMs)
    await house.cloud.tick()
    expect(await found()).toBe(1)
    house.cloud.advance(2 * dayMs)
    await house.cloud.tick()
    expect(await found()).toBe(0)
    const me = await stranger.send('member.me', {})
    expect(me).toMatchObject({ ok: true, data: { roles: [], consents: [] } })
    expect(await stranger.send('member.register', input)).toMatchObject({ data: { state: 'pending' } })
  })

  it('is gone: what was written about a booking, and who looked long ago', async () => {
    const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now()))
    await resident.ask('booking.cancel', { bookingId, reason: '修好了' })
    const admin = await house.person('wx_admin', [{ role: 'admin' }])
    await admin.ask('member.reveal', {
      ...{ memberId: resident.memberId, fields: ['phone'], reason: '核对登记' },
    })
    house.cloud.advance(731 * dayMs)
    await house.cloud.tick()
    const kept = await resident.ask('booking.get', { bookingId })
    expect(kept).toMatchObject({ state: 'cancelled', kindTitle: '水管漏水', description: '' })
    expect(JSON.stringify(kept)).not.toContain('修好了')
    expect((await resident.ask('member.accessLog', {})).items.length).toBeGreaterThan(0)
    house.cloud.advance(365 * dayMs)
    await house.cloud.tick()
    expect((await resident.ask('member.accessLog', {})).items).toEqual([])
  })
})

describe('a word that comes after the words of before have gone', () => {
  it('has a term of its own, and is forgotten when that is over', async () => {
    const now = house.cloud.now()
    const window = { from: now + 10 * minuteMs, to: now + hourMs }
    const { bookingId } = await resident.ask('booking.request', bookingFrom(now, { window }))
    await volunteer.ask('booking.claim', { bookingId })
    await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
    const stored = async () => {
      const booking = sdkFor(house.cloud).database().collection('bookings').doc(bookingId)
      return ((await booking.get({})) as unknown as { data: object }).data
    }
    const pass = async (days: number) => {
      house.cloud.advance(days * dayMs)
      await house.cloud.tick()
    }
    // nobody checks out; the door goes after its term, and then the words
    for (const days of [4, 31, 731]) await pass(days)
    expect(await stored()).toMatchObject({ state: 'done', description: '', wordsGone: true })
    await resident.ask('booking.confirm', { bookingId, stars: 5, comment: '现在才想起来' })
    expect(await stored()).toMatchObject({ state: 'done', comment: '现在才想起来' })
    expect(await stored()).not.toHaveProperty('wordsGone')
    await pass(729)
    expect(await stored()).toMatchObject({ comment: '现在才想起来' })
    await pass(2)
    expect(await stored()).toMatchObject({ comment: null, stars: 5, wordsGone: true })
  })
})
