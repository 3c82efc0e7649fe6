import { fromBase32, scanCode, stepAt } from '#contract/shared/attendanceCode'
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

const now = () => house.cloud.now()

async function booked(change: Parameters<typeof bookingFrom>[1] = {}): Promise<string> {
  return (await resident.ask('booking.request', bookingFrom(now(), change))).bookingId
}

async function claimed(change: Parameters<typeof bookingFrom>[1] = {}): Promise<string> {
  const bookingId = await booked(change)
  await volunteer.ask('booking.claim', { bookingId })
  return bookingId
}

describe('the way from a booking to the statement', () => {
  it('credits the minutes between check-in and check-out once the requester confirms', async () => {
    const before = (await volunteer.ask('hours.statement', {})).totalMinutes
    const bookingId = await booked()
    expect(
      (await volunteer.ask('booking.list', { scope: 'open' })).items.map((card) => card.bookingId),
    ).toContain(bookingId)
    const unclaimed = await volunteer.ask('booking.get', { bookingId })
    expect(unclaimed).toMatchObject({ part: 'team', steps: ['claim'], description: '厨房水龙头漏水' })
    expect(unclaimed.contact).toBeUndefined()
    expect(unclaimed.requesterName).toBeUndefined()

    expect(await volunteer.ask('booking.claim', { bookingId })).toEqual({ state: 'claimed' })
    const mine = await volunteer.ask('booking.get', { bookingId })
    expect(mine.contact?.phone).toMatch(/^\+861391\d{7}$/)
    expect(mine.contact?.door).toMatch(/^火柴新村 \d栋 \d-\d+$/)
    expect(mine.steps).toEqual(['checkIn', 'release'])

    house.cloud.advance(hourMs)
    expect(
      await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) }),
    ).toEqual({
      state: 'in_service',
    })
    house.cloud.advance(45 * minuteMs + 30_000)
    expect(
      await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) }),
    ).toEqual({
      state: 'done',
      minutes: 45,
    })
    expect((await volunteer.ask('hours.statement', {})).totalMinutes).toBe(before)
    expect(await resident.ask('booking.confirm', { bookingId, stars: 5, comment: '谢谢' })).toEqual({
      state: 'confirmed',
      minutes: 45,
    })
    const statement = await volunteer.ask('hours.statement', {})
    expect(statement.totalMinutes).toBe(before + 45)
    expect(statement.items[0]).toMatchObject({
      minutes: 45,
      kind: 'recorded',
      teamId: 'repair',
      title: '水管漏水',
    })
    const after = await volunteer.ask('booking.get', { bookingId })
    expect(after.contact).toBeUndefined()
  })

  it('books for a dependent and says their name to the claimer only', async () => {
    const { dependentId } = await resident.ask('member.addDependent', {
      name: '老李',
      relation: '老伴',
      consentNote: '本人同意',
    })
    const bookingId = await booked({
      forDependentId: dependentId,
      window: { from: now() + 5 * hourMs, to: now() + 6 * hourMs },
    })
    expect((await volunteer.ask('booking.get', { bookingId })).forName).toBeUndefined()
    await volunteer.ask('booking.claim', { bookingId })
    expect((await volunteer.ask('booking.get', { bookingId })).forName).toBe('老李')
    await resident.ask('booking.cancel', { bookingId, reason: '好了' })
  })

  it('accepts a scan that was kept without a network, and counts its own time', async () => {
    const bookingId = await claimed({ window: { from: now() + hourMs, to: now() + 2 * hourMs } })
    const { secret, stepSeconds } = await resident.ask('booking.code', { bookingId })
    house.cloud.advance(hourMs)
    const came = now()
    const scannedIn = scanCode(fromBase32(secret), stepAt(came, stepSeconds))
    house.cloud.advance(50 * minuteMs)
    const left = now()
    const scannedOut = scanCode(fromBase32(secret), stepAt(left, stepSeconds))
    house.cloud.advance(20 * hourMs)
    await volunteer.ask('booking.checkIn', { bookingId, code: scannedIn, at: came })
    expect(await volunteer.ask('booking.checkOut', { bookingId, code: scannedOut, at: left })).toEqual({
      state: 'done',
      minutes: 50,
    })
    await resident.ask('booking.confirm', { bookingId, stars: 4 })
  })
})

describe('refusals of a claim', () => {
  it('says who was faster, who is not in the team, whose own it is, and what clashes', async () => {
    const other = await house.person('wx_other', [volunteerIn('repair')])
    const outsider = await house.person('wx_outsider', [volunteerIn('disability_aid')])
    const both = await house.person('wx_both', [volunteerIn('repair')])
    const from = now() + 100 * hourMs
    const bookingId = await booked({ window: { from, to: from + hourMs } })
    expect(await outsider.send('booking.claim', { bookingId })).toMatchObject({ code: 'not_in_team' })
    expect(await outsider.send('booking.get', { bookingId })).toMatchObject({ code: 'not_found' })
    await volunteer.ask('booking.claim', { bookingId })
    expect(await other.send('booking.claim', { bookingId })).toMatchObject({ code: 'already_claimed' })
    expect(await volunteer.send('booking.claim', { bookingId })).toEqual({
      ok: true,
      data: { state: 'claimed' },
    })

    const overlapping = await booked({ window: { from: from + 30 * minuteMs, to: from + 90 * minuteMs } })
    expect(await volunteer.send('booking.claim', { bookingId: overlapping })).toMatchObject({ code: 'clash' })
    const touching = await booked({ window: { from: from + hourMs, to: from + 2 * hourMs } })
    expect(await volunteer.ask('booking.claim', { bookingId: touching })).toEqual({ state: 'claimed' })

    const own = (await both.ask('booking.request', bookingFrom(from))).bookingId
    expect(await both.send('booking.claim', { bookingId: own })).toMatchObject({ code: 'own_booking' })
    expect(await resident.send('booking.claim', { bookingId: own })).toMatchObject({ code: 'forbidden' })
  })

  it('asks for a valid licence where the kind needs one', async () => {
    const from = now() + 200 * hourMs
    const bookingId = await booked({ kind: 'mains', window: { from, to: from + hourMs } })
    expect(await volunteer.send('booking.claim', { bookingId })).toMatchObject({ code: 'licence_required' })
    const electrician = await house.person('wx_electrician')
    await electrician.ask('team.apply', {
      teamId: 'repair',
      skills: ['电工'],
      licences: [{ licence: '电工证', validUntil: '2099-01-01' }],
    })
    expect(await electrician.send('booking.claim', { bookingId })).toMatchObject({ code: 'forbidden' })
    await house.admin.ask('team.decide', { memberId: electrician.memberId, teamId: 'repair', accept: true })
    expect(await electrician.ask('booking.claim', { bookingId })).toEqual({ state: 'claimed' })
  })

  it('says that the booking was cancelled, or has expired', async () => {
    const from = now() + 300 * hourMs
    const cancelled = await booked({ window: { from, to: from + hourMs } })
    await resident.ask('booking.cancel', { bookingId: cancelled, reason: '自己修好了' })
    expect(await volunteer.send('booking.claim', { bookingId: cancelled })).toMatchObject({
      code: 'cancelled',
    })
    const gone = await booked({ window: { from: now() + minuteMs, to: now() + 2 * minuteMs } })
    house.cloud.advance(3 * minuteMs)
    expect(await volunteer.send('booking.claim', { bookingId: gone })).toMatchObject({ code: 'expired' })
  })
})

describe('giving back and calling off', () => {
  it('returns to the hall, tells the requester, and frees the volunteer’s diary', async () => {
    const from = now() + 400 * hourMs
    const bookingId = await claimed({ window: { from, to: from + hourMs } })
    expect(await volunteer.ask('booking.release', { bookingId, reason: '临时有事' })).toEqual({
      state: 'open',
    })
    expect((await resident.ask('inbox.list', {})).items[0]?.text).toContain('临时有事')
    const other = await booked({ window: { from, to: from + hourMs } })
    expect(await volunteer.ask('booking.claim', { bookingId: other })).toEqual({ state: 'claimed' })
    expect(await volunteer.send('booking.get', { bookingId })).toMatchObject({
      ok: true,
      data: { part: 'team' },
    })
  })

  it('tells the claimer that it was cancelled, and is the requester’s word alone', async () => {
    const from = now() + 500 * hourMs
    const bookingId = await claimed({ window: { from, to: from + hourMs } })
    expect(await volunteer.send('booking.cancel', { bookingId, reason: '不想去' })).toMatchObject({
      code: 'forbidden',
    })
    expect(await resident.ask('booking.cancel', { bookingId, reason: '改天' })).toEqual({
      state: 'cancelled',
    })
    expect((await volunteer.ask('inbox.list', {})).items[0]).toMatchObject({
      title: '居民取消了预约',
      bookingId,
    })
  })
})

describe('the attendance code', () => {
  it('is refused before check-in opens, and after five wrong tries for ten minutes', async () => {
    const bookingId = await claimed({ window: { from: now() + 2 * hourMs, to: now() + 3 * hourMs } })
    expect(
      await volunteer.send('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) }),
    ).toMatchObject({
      code: 'too_early',
    })
    house.cloud.advance(2 * hourMs)
    const right = await codeOn(house, resident, bookingId)
    const wrong = right === '000000' ? '000001' : '000000'
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await volunteer.send('booking.checkIn', { bookingId, code: wrong })).toMatchObject({
        code: 'code_wrong',
      })
    expect(await volunteer.send('booking.checkIn', { bookingId, code: right })).toMatchObject({
      code: 'code_locked',
    })
    house.cloud.advance(10 * minuteMs)
    expect(
      await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) }),
    ).toEqual({
      state: 'in_service',
    })
    await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) })
    await resident.ask('booking.confirm', { bookingId, stars: 3 })
  })

  it('typed wrong into a pause is told to the leader, and claiming anew does not end the pause', async () => {
    const leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
    const bookingId = await claimed({ window: { from: now() + 10 * minuteMs, to: now() + hourMs } })
    const right = await codeOn(house, resident, bookingId)
    const wrong = right === '000000' ? '000001' : '000000'
    const answers: string[] = []
    for (let attempt = 0; attempt < 8; attempt++) {
      const answer = await volunteer.send('booking.checkIn', { bookingId, code: wrong })
      answers.push(answer.ok ? 'ok' : answer.code)
      await volunteer.ask('booking.release', { bookingId, reason: '来不了' })
      await volunteer.ask('booking.claim', { bookingId })
    }
    expect(answers).toEqual([...Array(5).fill('code_wrong'), ...Array(3).fill('code_locked')])
    house.cloud.advance(minuteMs)
    await house.cloud.tick()
    await house.cloud.tick()
    const told = (await leader.ask('inbox.list', {})).items.filter(({ title }) => title === '签到码多次输错')
    expect(told).toEqual([expect.objectContaining({ bookingId })])
    await resident.ask('booking.cancel', { bookingId, reason: '改天' })
  })

  it('belongs to one claim: the next volunteer’s code is another', async () => {
    const bookingId = await claimed({ window: { from: now() + 10 * minuteMs, to: now() + hourMs } })
    const first = await resident.ask('booking.code', { bookingId })
    await volunteer.ask('booking.release', { bookingId, reason: '来不了' })
    expect(await resident.send('booking.code', { bookingId })).toMatchObject({ code: 'conflict' })
    await volunteer.ask('booking.claim', { bookingId })
    expect((await resident.ask('booking.code', { bookingId })).secret).not.toBe(first.secret)
    expect(await volunteer.send('booking.code', { bookingId })).toMatchObject({ code: 'forbidden' })
  })
})

describe('what time alone does', () => {
  it('takes a window that has just begun, since a request is under way for a moment', async () => {
    expect(await booked({ window: { from: now() - 1, to: now() + hourMs } })).toMatch(/^b_/)
    const past = bookingFrom(now(), { window: { from: now() - minuteMs, to: now() + hourMs } })
    expect(await resident.send('booking.request', past)).toMatchObject({ code: 'window_past' })
    const over = bookingFrom(now(), { window: { from: now() - 2, to: now() - 1 } })
    expect(await resident.send('booking.request', over)).toMatchObject({ code: 'window_past' })
  })

  it('ends an unattended claim after 72 hours, also where the timer has not come yet', async () => {
    const from = now() + hourMs
    const bookingId = await claimed({ window: { from, to: from + hourMs } })
    house.cloud.advance(74 * hourMs + minuteMs)
    const code = await codeOn(house, resident, bookingId)
    expect(await volunteer.send('booking.checkIn', { bookingId, code })).toMatchObject({ code: 'too_late' })
    await house.cloud.tick()
    expect((await resident.ask('booking.get', { bookingId })).state).toBe('expired')
  })

  it('expires an unclaimed booking and tells the requester', async () => {
    const bookingId = await booked({ window: { from: now() + minuteMs, to: now() + hourMs } })
    house.cloud.advance(hourMs + minuteMs)
    await house.cloud.tick()
    expect(await resident.ask('booking.get', { bookingId })).toMatchObject({ state: 'expired' })
    expect((await resident.ask('inbox.list', {})).items[0]).toMatchObject({ title: '预约过期了', bookingId })
  })

  it('confirms after three silent days, once, however often the timer runs', async () => {
    const bookingId = await claimed({ window: { from: now() + 10 * minuteMs, to: now() + hourMs } })
    await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
    house.cloud.advance(20 * minuteMs)
    await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) })
    const before = (await volunteer.ask('hours.statement', {})).totalMinutes
    house.cloud.advance(3 * dayMs - minuteMs)
    await house.cloud.tick()
    expect((await resident.ask('booking.get', { bookingId })).state).toBe('done')
    house.cloud.advance(2 * minuteMs)
    await Promise.all([house.cloud.tick(), house.cloud.tick(), house.cloud.tick()])
    expect(await resident.ask('booking.get', { bookingId })).toMatchObject({
      state: 'confirmed',
      minutes: 20,
    })
    expect((await volunteer.ask('hours.statement', {})).totalMinutes).toBe(before + 20)
  })

  it('closes a forgotten check-out at the planned end and waits for the leader', async () => {
    const bookingId = await claimed({ window: { from: now() + 10 * minuteMs, to: now() + 70 * minuteMs } })
    house.cloud.advance(10 * minuteMs)
    await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
    house.cloud.advance(80 * hourMs)
    await house.cloud.tick()
    const closed = await resident.ask('booking.get', { bookingId })
    expect(closed).toMatchObject({ state: 'done', minutes: 59 })
    expect(closed.confirmsItselfAt).toBeUndefined()
    house.cloud.advance(10 * dayMs)
    await house.cloud.tick()
    const waiting = await resident.ask('booking.get', { bookingId })
    expect(waiting.state).toBe('done')
    const stored = sdkFor(house.cloud).database().collection('bookings').where({ _id: bookingId })
    const door = async () =>
      ((await stored.get()) as unknown as { data: { contact: string | null }[] }).data[0]?.contact
    expect(await door()).toEqual(expect.any(String))
    // The door and number are removed after their term even if nobody settles it.
    house.cloud.advance(31 * dayMs)
    await house.cloud.tick()
    await house.cloud.tick()
    const doorless = await resident.ask('booking.get', { bookingId })
    expect(doorless).toMatchObject({ state: 'done', minutes: 59 })
    expect(await door()).toBeNull()
    expect(await resident.ask('booking.confirm', { bookingId, stars: 5 })).toMatchObject({ state: 'done' })
  })
})

describe('a command sent again', () => {
  it('books once for five identical sends, and refuses the same id for another booking', async () => {
    const input = bookingFrom(now(), { window: { from: now() + 50 * hourMs, to: now() + 51 * hourMs } })
    const sends = await Promise.all(
      Array.from({ length: 5 }, () => resident.ask('booking.request', input, { commandId: 'command-five' })),
    )
    expect(new Set(sends.map(({ bookingId }) => bookingId)).size).toBe(1)
    const mine = (await resident.ask('booking.list', { scope: 'mine' })).items
    expect(mine.filter(({ window }) => window.from === input.window.from)).toHaveLength(1)
    expect(
      await resident.send(
        'booking.request',
        { ...input, description: '别的' },
        { commandId: 'command-five' },
      ),
    ).toMatchObject({ code: 'conflict' })
    const other = await house.person('wx_resident_two')
    const theirs = await other.ask('booking.request', input, { commandId: 'command-five' })
    expect(theirs.bookingId).not.toBe(sends[0]?.bookingId)
  })

  it('does not claim again after a release', async () => {
    const from = now() + 600 * hourMs
    const bookingId = await booked({ window: { from, to: from + hourMs } })
    const claim = () => volunteer.ask('booking.claim', { bookingId }, { commandId: 'claim-once-only' })
    expect(await claim()).toEqual({ state: 'claimed' })
    await volunteer.ask('booking.release', { bookingId, reason: '来不了' })
    expect(await claim()).toEqual({ state: 'open' })
  })

  it('confirms once for repeated sends: the statement counts it once', async () => {
    const bookingId = await claimed({ window: { from: now() + 10 * minuteMs, to: now() + hourMs } })
    await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
    house.cloud.advance(15 * minuteMs)
    await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) })
    const before = (await volunteer.ask('hours.statement', {})).totalMinutes
    const sends = await Promise.all(
      Array.from({ length: 5 }, () =>
        resident.ask('booking.confirm', { bookingId, stars: 5 }, { commandId: 'confirm-five' }),
      ),
    )
    expect(sends).toEqual(Array(5).fill({ state: 'confirmed', minutes: 15 }))
    expect((await volunteer.ask('hours.statement', {})).totalMinutes).toBe(before + 15)
    expect(
      await resident.send('booking.confirm', { bookingId, stars: 1 }, { commandId: 'confirm-five' }),
    ).toMatchObject({
      code: 'conflict',
    })
  })
})
