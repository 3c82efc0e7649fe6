import { defaultLimits } from '#contract/shared/defaultLimits'
import type { Answer } from '#contract/shared/refusal'
import {
  bookingFrom,
  dayMs,
  hourMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { slowStore } from '#support/slowStore'

let house: TestHouse
let resident: Person
let leader: Person
let people = 0

const { openBookings, householdOpenBookings, claimsPerDay } = { ...defaultLimits, claimsPerDay: 4 }

beforeAll(async () => {
  house = await openTestHouse({ workers: 6 })
  await house.admin.ask('community.edit', { limits: { ...defaultLimits, claimsPerDay } })
  // each instance reads the community again after three seconds of real time
  await new Promise((resolve) => setTimeout(resolve, 3_100))
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }], '陈队长')
})
beforeEach(async () => {
  house.cloud.advance(dayMs)
  people += 1
  resident = await house.person(`wx_resident_${people}`, [], `居民${people}`)
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
  delete house.cloud.hooks.after
})

/** A window of its own, so that a volunteer may claim several. */
let hours = 0
const wanted = () => {
  hours += 1
  const from = house.cloud.now() + hours * hourMs
  return bookingFrom(house.cloud.now(), { window: { from, to: from + hourMs / 2 } })
}
const book = (person: Person, more: { actingFor?: string } = {}) =>
  person.send('booking.request', wanted(), more)
const codesOf = (answers: Answer<unknown>[]) => answers.map((answer) => (answer.ok ? 'ok' : answer.code))
async function inTurn<Data>(count: number, call: () => Promise<Answer<Data>>): Promise<Answer<Data>[]> {
  const answers: Answer<Data>[] = []
  for (let made = 0; made < count; made++) answers.push(await call())
  return answers
}
const openIn = async (person: Person): Promise<string[]> =>
  (await person.ask('booking.list', { scope: 'mine', limit: 50 })).items
    .filter(({ state }) => state === 'open')
    .map(({ bookingId }) => bookingId)

describe('one resident’s bookings', () => {
  it('are open so many at a time; the refusal says how many, and what to do', async () => {
    const answers = await inTurn(openBookings + 1, () => book(resident))
    expect(codesOf(answers)).toEqual([...Array(openBookings).fill('ok'), 'bookings_full'])
    expect(answers.at(-1)).toMatchObject({
      message: `现在有 ${openBookings} 个预约还没办完，先不能再约。请先取消不要的，或者等办完一个再约。`,
    })
  })

  it('are exactly so many when fifty are sent at once to several instances', async () => {
    slowStore(house)
    const answers = await Promise.all(Array.from({ length: 50 }, () => book(resident)))
    delete house.cloud.hooks.before
    expect(codesOf(answers).filter((code) => code === 'ok')).toHaveLength(openBookings)
    expect(await openIn(resident)).toHaveLength(openBookings)
  })

  it('have room again when one is cancelled, or its window is over', async () => {
    await inTurn(openBookings, () => book(resident))
    const [first = ''] = await openIn(resident)
    await resident.ask('booking.cancel', { bookingId: first, reason: '不用了' })
    expect(codesOf(await inTurn(2, () => book(resident)))).toEqual(['ok', 'bookings_full'])
    house.cloud.advance((hours + 1) * hourMs)
    expect(codesOf(await inTurn(openBookings, () => book(resident)))).toEqual(Array(openBookings).fill('ok'))
  })

  it('are so many on a day, also where each is cancelled at once', async () => {
    const codes: string[] = []
    for (let count = 0; count <= openBookings * 3; count++) {
      const answer = await book(resident)
      codes.push(answer.ok ? 'ok' : answer.code)
      if (answer.ok)
        await resident.ask('booking.cancel', { bookingId: answer.data.bookingId, reason: '不用了' })
    }
    expect(codes).toEqual([...Array(openBookings * 3).fill('ok'), 'bookings_spent'])
    house.cloud.advance(dayMs)
    expect(await book(resident)).toMatchObject({ ok: true })
  })

  it('count a command once, however often its answer is lost', async () => {
    const input = wanted()
    let dropped = 0
    house.cloud.hooks.after = (action, request) => {
      if (action === 'database.modifyDocument' && request.collectionName === 'bookingRooms' && dropped < 2) {
        dropped += 1
        return 'drop'
      }
      return undefined
    }
    await resident.ask('booking.request', input, { commandId: 'once' })
    delete house.cloud.hooks.after
    await resident.ask('booking.request', input, { commandId: 'once' })
    expect(codesOf(await inTurn(openBookings, () => book(resident)))).toEqual([
      ...Array(openBookings - 1).fill('ok'),
      'bookings_full',
    ])
  })

  it('are twice as many where a worker books for them, and no more where a proxy does', async () => {
    const { gridId } = (await resident.ask('member.me', {})).member ?? {}
    const worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: gridId ?? '' } }])
    await inTurn(openBookings, () => book(resident))
    const actingFor = resident.memberId
    const more = await inTurn(openBookings + 1, () => book(worker, { actingFor }))
    // the household has a limit of its own, which a worker may double as well
    expect(codesOf(more)).toEqual([...Array(openBookings).fill('ok'), 'bookings_full'])
    expect(await book(resident)).toMatchObject({ code: 'bookings_full' })
  })
})

describe('one volunteer’s claims', () => {
  let volunteer: Person
  beforeEach(async () => {
    volunteer = await house.person(`wx_volunteer_${people}`, [volunteerIn('repair')], `师傅${people}`)
  })
  const put = async (count: number): Promise<string[]> => {
    const ids: string[] = []
    for (let made = 0; made < count; made++) {
      const asker = await house.person(`wx_asker_${people}_${made}`)
      const answer = await book(asker)
      if (answer.ok) ids.push(answer.data.bookingId)
    }
    return ids
  }
  const claim = (bookingId: string) => volunteer.send('booking.claim', { bookingId })

  it('are so many on a day, with those that were given back; a leader may send them all the same', async () => {
    const ids = await put(claimsPerDay + 1)
    for (const bookingId of ids.slice(0, claimsPerDay)) {
      expect(await claim(bookingId)).toMatchObject({ ok: true })
      await volunteer.ask('booking.release', { bookingId, reason: '有事' })
    }
    const last = ids.at(-1) ?? ''
    expect(await claim(last)).toMatchObject({ code: 'claims_spent' })
    expect(await volunteer.ask('booking.get', { bookingId: last })).not.toHaveProperty('contact')
    await leader.ask('booking.dispatch', { bookingId: last, memberId: volunteer.memberId })
    house.cloud.advance(dayMs)
    const [fresh = ''] = await put(1)
    expect(await claim(fresh)).toMatchObject({ ok: true })
  })

  it('are exactly so many when all are sent at once', async () => {
    const ids = await put(claimsPerDay * 3)
    slowStore(house, 10)
    const answers = await Promise.all(ids.map(claim))
    delete house.cloud.hooks.before
    expect(codesOf(answers).filter((code) => code === 'ok')).toHaveLength(claimsPerDay)
    expect(codesOf(answers).filter((code) => code === 'claims_spent')).toHaveLength(claimsPerDay * 2)
  })

  it('that somebody else was faster with do not count', async () => {
    const rival = await house.person('wx_rival', [volunteerIn('repair')])
    const ids = await put(claimsPerDay)
    slowStore(house, 10)
    const [mine] = await Promise.all([
      Promise.all(ids.map(claim)),
      Promise.all(ids.map((bookingId) => rival.send('booking.claim', { bookingId }))),
    ])
    delete house.cloud.hooks.before
    const won = mine.filter(({ ok }) => ok).length
    const more = await put(claimsPerDay - won + 1)
    const codes: string[] = []
    for (const bookingId of more) codes.push(...codesOf([await claim(bookingId)]))
    expect(codes).toEqual([...Array(claimsPerDay - won).fill('ok'), 'claims_spent'])
  })

  it('of one booking, given back and claimed again, are told to its resident once, and come up again', async () => {
    const [bookingId = ''] = await put(1)
    const asker = await house.person(`wx_asker_${people}_0`)
    for (let again = 0; again < 3; again++) {
      await claim(bookingId)
      house.cloud.advance(1000)
      await volunteer.ask('booking.release', { bookingId, reason: `第 ${again} 次有事` })
      house.cloud.advance(1000)
    }
    const about = async () =>
      (await asker.ask('inbox.list', { limit: 50 })).items.filter((notice) => notice.bookingId === bookingId)
    expect(await about()).toHaveLength(2)
    expect((await about())[0]?.text).toContain('第 2 次有事')
    await asker.ask('inbox.read', { noticeIds: (await about()).map(({ noticeId }) => noticeId) })
    await claim(bookingId)
    const after = await about()
    expect(after).toHaveLength(2)
    expect(after[0]).toMatchObject({ read: false })
    expect(after[0]?.text).toContain(`师傅${people}`)
    expect(after[1]).toMatchObject({ read: true })
  })

  it('given back three times on a day are told to the team’s leaders, once', async () => {
    const ids = await put(claimsPerDay)
    for (const bookingId of ids) {
      expect(await claim(bookingId)).toMatchObject({ ok: true })
      await volunteer.ask('booking.release', { bookingId, reason: '有事' })
    }
    const told = (await leader.ask('inbox.list', { limit: 50 })).items.filter(
      ({ title, text }) => title === '有人多次放弃认领' && text.includes(`师傅${people}`),
    )
    expect(told).toHaveLength(1)
  })
})

describe('one household’s bookings', () => {
  it('are open so many together, also when all its people book at once', async () => {
    const family: Person[] = []
    for (const openid of ['wx_son', 'wx_mother']) {
      const registered = await house.stranger(openid).send('member.register', {
        ...{ name: `家人${openid}`, gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: '9-1' },
        consents: (['service', 'sensitive'] as const).map((kind) => ({ kind, version: '2026-11' })),
      })
      if (!registered.ok) throw new Error(registered.code)
      await house.admin.ask('member.verify', { memberId: registered.data.memberId, accept: true })
      family.push(await house.person(openid))
    }
    slowStore(house)
    const answers = await Promise.all(
      family.flatMap((person) => Array.from({ length: openBookings }, () => book(person))),
    )
    delete house.cloud.hooks.before
    expect(codesOf(answers).filter((code) => code === 'ok')).toHaveLength(householdOpenBookings)
    // what the household had no room for takes none of the person's own
    const [first = ''] = await openIn(family[0] as Person)
    await family[0]?.ask('booking.cancel', { bookingId: first, reason: '不用了' })
    expect(codesOf([await book(family[1] as Person), await book(family[0] as Person)]).sort()).toEqual([
      'bookings_full',
      'ok',
    ])
  })
})
