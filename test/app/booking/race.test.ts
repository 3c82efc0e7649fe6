import { carelessClaims } from '#support/carelessClaim'
import { bookingFrom, hourMs, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { readersMeet, slowStore } from '#support/slowStore'

/** Enough volunteers to fill every worker several times over. */
const crowd = 50

let house: TestHouse
let resident: Person
let volunteers: Person[]

beforeAll(async () => {
  house = await openTestHouse({ workers: 6 })
  resident = await house.person('wx_resident')
  volunteers = []
  for (let count = 0; count < crowd; count++)
    volunteers.push(await house.person(`wx_volunteer_${count}`, [volunteerIn('repair')]))
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

async function open(hours = 24): Promise<string> {
  const from = house.cloud.now() + hours * hourMs
  const input = bookingFrom(house.cloud.now(), { window: { from, to: from + hourMs } })
  return (await resident.ask('booking.request', input)).bookingId
}

describe('fifty volunteers claim one booking at once', () => {
  it('has one winner and forty-nine who are told that it is taken', async () => {
    const bookingId = await open()
    slowStore(house)
    const answers = await Promise.all(
      volunteers.map((volunteer) => volunteer.send('booking.claim', { bookingId })),
    )
    const outcomes = answers.map((answer) => (answer.ok ? answer.data.state : answer.code))
    expect(outcomes.filter((outcome) => outcome === 'claimed')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'already_claimed')).toHaveLength(crowd - 1)
    const winner = volunteers[outcomes.indexOf('claimed')]
    const seen = await resident.ask('booking.get', { bookingId })
    expect(seen.claimer?.memberId).toBe(winner?.memberId)
    expect(
      (await resident.ask('inbox.list', {})).items.filter((notice) => notice.bookingId === bookingId),
    ).toHaveLength(1)
  })

  it('leaves no trace of the losers: each may claim another booking at the same time', async () => {
    const first = await open(48)
    slowStore(house)
    await Promise.all(
      volunteers.slice(0, 6).map((volunteer) => volunteer.send('booking.claim', { bookingId: first })),
    )
    delete house.cloud.hooks.before
    const seen = await resident.ask('booking.get', { bookingId: first })
    const losers = volunteers.slice(0, 6).filter(({ memberId }) => memberId !== seen.claimer?.memberId)
    for (const loser of losers) {
      const other = await open(48)
      expect(await loser.ask('booking.claim', { bookingId: other })).toEqual({ state: 'claimed' })
    }
  })

  it('would have several winners if the booking were checked first and written afterwards', async () => {
    const few = volunteers.slice(0, 8).map(({ memberId }) => memberId)
    readersMeet(house, few.length)
    const winners = await carelessClaims(house, few)
    expect(winners).toBeGreaterThan(1)
  })
})

describe('one volunteer claims overlapping bookings at once', () => {
  it('gets exactly one of them', async () => {
    const [volunteer] = volunteers.slice(-1) as [Person]
    const bookings = await Promise.all([open(72), open(72), open(72), open(72)])
    slowStore(house)
    const answers = await Promise.all(
      bookings.map((bookingId) => volunteer.send('booking.claim', { bookingId })),
    )
    const outcomes = answers.map((answer) => (answer.ok ? answer.data.state : answer.code))
    expect(outcomes.filter((outcome) => outcome === 'claimed')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'clash')).toHaveLength(3)
  })
})

describe('a slow second tap on a claim', () => {
  it('does not give the window back that the first tap has won', async () => {
    const volunteer = volunteers[crowd - 2] as Person
    const bookingId = await open(0.25)
    const overlapping = await open(0.5)
    const waiting: (() => void)[] = []
    house.cloud.hooks.before = (action, request) =>
      action === 'database.modifyDocument' && request.collectionName === 'bookings' && waiting.length < 2
        ? new Promise<void>((goOn) => waiting.push(goOn))
        : undefined
    const reached = async (count: number) => {
      while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const quick = volunteer.ask('booking.claim', { bookingId })
    await reached(1)
    const slow = volunteer.send('booking.claim', { bookingId })
    await reached(2)
    waiting[0]?.()
    await quick
    const { code } = await resident.ask('booking.code', { bookingId })
    await volunteer.ask('booking.checkIn', { bookingId, code })
    waiting[1]?.()
    expect(await slow).toMatchObject({ code: 'already_claimed' })
    expect(await volunteer.send('booking.claim', { bookingId: overlapping })).toMatchObject({ code: 'clash' })
  })
})

describe('a lost answer', () => {
  it('is no lost claim: the write was done, and the volunteer is told so', async () => {
    const bookingId = await open(96)
    let dropped = 0
    house.cloud.hooks.after = (action) => {
      if (action === 'database.modifyDocument' && dropped < 2) {
        dropped += 1
        return 'drop'
      }
      return undefined
    }
    const [volunteer] = volunteers as [Person]
    const answer = await volunteer.send('booking.claim', { bookingId })
    delete house.cloud.hooks.after
    expect(dropped).toBeGreaterThan(0)
    expect(answer).toEqual({ ok: true, data: { state: 'claimed' } })
    expect(
      (await resident.ask('booking.get', { bookingId })).timeline.filter(({ event }) => event === 'claimed'),
    ).toHaveLength(1)
  })
})
