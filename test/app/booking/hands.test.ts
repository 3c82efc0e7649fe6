import {
  bookingFrom,
  codeOn,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { slowStore } from '#support/slowStore'

let house: TestHouse
let resident: Person
let leader: Person
let [wang, li, zhao]: Person[] = []

beforeAll(async () => {
  house = await openTestHouse({ workers: 6 })
  resident = await house.person('wx_resident', [], '王奶奶')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }], '周队长')
  wang = await house.person('wx_wang', [volunteerIn('repair')], '王师傅')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  zhao = await house.person('wx_zhao', [volunteerIn('repair')], '赵师傅')
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

const some = (person: Person | undefined): Person => {
  if (!person) throw new Error('nobody')
  return person
}
let day = 1
/** A booking that wants two volunteers, on a day of its own. */
async function forTwo(change: Parameters<typeof bookingFrom>[1] = {}): Promise<string> {
  const from = house.cloud.now() + day++ * 24 * hourMs
  const window = { from, to: from + 2 * hourMs }
  const asked = bookingFrom(house.cloud.now(), { hands: 2, window, ...change })
  return (await resident.ask('booking.request', asked)).bookingId
}
const ofIt = async (bookingId: string) => {
  const { hands, otherHand, state } = await resident.ask('booking.get', { bookingId })
  return { state, other: otherHand?.state, claimed: hands?.claimed }
}

describe('a booking that wants two volunteers', () => {
  it('has exactly two winners of three who claim it at once', async () => {
    const bookingId = await forTwo()
    slowStore(house)
    const crowd = [some(wang), some(li), some(zhao)]
    const answers = await Promise.all(crowd.map((person) => person.send('booking.claim', { bookingId })))
    const outcomes = answers.map((answer) => (answer.ok ? answer.data.state : answer.code))
    expect(outcomes.filter((outcome) => outcome === 'claimed')).toHaveLength(2)
    expect(outcomes.filter((outcome) => outcome === 'already_claimed')).toHaveLength(1)
    expect(await ofIt(bookingId)).toEqual({ state: 'claimed', other: 'claimed', claimed: 2 })
  })

  it('never gives both places to one person, also when they tap twice at once', async () => {
    const bookingId = await forTwo()
    slowStore(house)
    const second = `${bookingId}-b`
    await Promise.all([bookingId, second].map((id) => some(wang).send('booking.claim', { bookingId: id })))
    delete house.cloud.hooks.before
    expect((await ofIt(bookingId)).claimed).toBe(1)
    const { otherHand, state } = await resident.ask('booking.get', { bookingId })
    const open = state === 'open' ? bookingId : (otherHand?.bookingId ?? '')
    expect(await some(wang).send('booking.claim', { bookingId: open })).toMatchObject({
      code: 'other_hand_yours',
    })
  })

  it('is one in the hall and in the resident’s list, and says who is still wanted', async () => {
    const bookingId = await forTwo()
    const inHall = async (person: Person) =>
      (await person.ask('booking.list', { scope: 'open' })).items.filter((card) =>
        card.bookingId.startsWith(bookingId),
      )
    expect(await inHall(some(li))).toMatchObject([{ bookingId, hands: { number: 1, claimed: 0 } }])
    await some(wang).ask('booking.claim', { bookingId })
    expect(await inHall(some(li))).toMatchObject([{ hands: { claimed: 1 } }])
    const own = (await resident.ask('booking.list', { scope: 'mine' })).items
    expect(own.filter((card) => card.bookingId.startsWith(bookingId))).toMatchObject([
      { state: 'open', hands: { claimed: 1 } },
    ])
    const home = await resident.ask('home.get', {})
    expect(home.bookings?.filter((card) => card.bookingId.startsWith(bookingId))).toHaveLength(1)
    await some(wang).ask('booking.release', { bookingId, reason: '临时有事' })
    expect(await ofIt(bookingId)).toMatchObject({ state: 'open', claimed: 0 })
  })

  it('is called off and moved for both, and both are told', async () => {
    const bookingId = await forTwo()
    await some(wang).ask('booking.claim', { bookingId })
    const { bookingId: theirs = '' } = await some(li).ask('booking.claim', { bookingId })
    const from = house.cloud.now() + 90 * 24 * hourMs
    await resident.ask('booking.change', { bookingId, window: { from, to: from + hourMs } })
    expect(await ofIt(bookingId)).toEqual({ state: 'open', other: 'open', claimed: 0 })
    expect((await resident.ask('booking.get', { bookingId: theirs })).window.from).toBe(from)
    await some(li).ask('booking.claim', { bookingId: theirs })
    await resident.ask('booking.cancel', { bookingId, reason: '不用了' })
    expect(await ofIt(bookingId)).toMatchObject({ state: 'cancelled', other: 'cancelled' })
    const told = (await some(li).ask('inbox.list', {})).items.filter((notice) => notice.bookingId === theirs)
    expect(told.map(({ title }) => title)).toEqual(expect.arrayContaining(['居民改了时间', '居民取消了预约']))
  })

  it('takes one code and one word for both, and credits each their own minutes', async () => {
    const from = house.cloud.now() + hourMs
    const bookingId = await forTwo({ window: { from, to: from + 2 * hourMs } })
    const before = await Promise.all([wang, li].map((one) => some(one).ask('hours.statement', {})))
    await some(wang).ask('booking.claim', { bookingId })
    const { bookingId: theirs = '' } = await some(li).ask('booking.claim', { bookingId })
    expect((await some(li).ask('booking.get', { bookingId: theirs })).otherHand).toMatchObject({
      name: '王师傅',
    })
    house.cloud.advance(hourMs)
    const code = await codeOn(house, resident, bookingId)
    await some(wang).ask('booking.checkIn', { bookingId, code })
    await some(li).ask('booking.checkIn', { bookingId: theirs, code })
    house.cloud.advance(40 * minuteMs)
    const out = await codeOn(house, resident, bookingId)
    await some(wang).ask('booking.checkOut', { bookingId, code: out })
    house.cloud.advance(20 * minuteMs)
    // the first has gone: the page of the first still shows the code for the second
    expect((await resident.ask('booking.get', { bookingId })).steps).toContain('showCode')
    const last = await codeOn(house, resident, bookingId)
    await some(li).ask('booking.checkOut', { bookingId: theirs, code: last })
    await resident.ask('booking.confirm', { bookingId, stars: 5 })
    expect(await ofIt(bookingId)).toMatchObject({ state: 'confirmed', other: 'confirmed' })
    const after = await Promise.all([wang, li].map((one) => some(one).ask('hours.statement', {})))
    expect(after.map(({ totalMinutes }, index) => totalMinutes - (before[index]?.totalMinutes ?? 0))).toEqual(
      [40, 60],
    )
  })

  it('counts once in the figures, and as one of the bookings that may be open', async () => {
    const today = new Date(house.cloud.now() + 8 * hourMs).toISOString().slice(0, 10)
    const requested = async () =>
      (await house.admin.ask('report.overview', { from: today, to: today })).bookings.requested
    const before = await requested()
    await forTwo()
    expect((await requested()) - before).toBe(1)
  })

  it('stands on one slip with codes for each', async () => {
    const bookingId = await forTwo()
    await some(wang).ask('booking.claim', { bookingId })
    const { bookingId: theirs = '' } = await some(li).ask('booking.claim', { bookingId })
    const slip = await leader.ask('booking.slip', { bookingId })
    expect([slip.claimer?.name, slip.second?.claimer?.name]).toEqual(['王师傅', '李师傅'])
    house.cloud.advance(slip.window.from - house.cloud.now())
    const code = slip.codes?.checkIn ?? ''
    // a printed code counts for the one it names
    expect(await some(li).send('booking.checkIn', { bookingId: theirs, code })).toMatchObject({
      code: 'code_wrong',
    })
    await some(li).ask('booking.checkIn', { bookingId: theirs, code: slip.second?.codes?.checkIn ?? '' })
    await some(wang).ask('booking.checkIn', { bookingId, code })
  })

  it('does not let whoever came confirm both for the requester they act for', async () => {
    await resident.ask('member.appointProxy', { memberId: some(zhao).memberId })
    await some(zhao).ask('member.acceptProxy', { memberId: resident.memberId })
    const bookingId = await forTwo()
    await some(wang).ask('booking.claim', { bookingId })
    await some(zhao).ask('booking.claim', { bookingId })
    const actingFor = resident.memberId
    for (const answer of [
      await some(zhao).send('booking.code', { bookingId }, { actingFor }),
      await some(zhao).send('booking.slip', { bookingId }, { actingFor }),
    ])
      expect(answer).toMatchObject({ code: 'own_claim' })
  })
})

describe('licensed work for two', () => {
  it('takes one with the licence, and anybody of the team beside', async () => {
    const bookingId = await forTwo({ kind: 'mains' })
    expect((await resident.ask('booking.get', { bookingId })).needsLicence).toBeDefined()
    // no licence for the first place: the helper's place is theirs
    const taken = await some(wang).ask('booking.claim', { bookingId })
    expect(taken.bookingId).toBe(`${bookingId}-b`)
    expect(await some(li).send('booking.claim', { bookingId })).toMatchObject({ code: 'licence_required' })
  })
})
