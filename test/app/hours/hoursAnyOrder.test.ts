import fc from 'fast-check'
import { codeOn, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { ledgerHands } from '#support/ledgerHands'
import { dayMs, hourMs, minuteMs } from '#support/time'

let house: TestHouse
let resident: Person
let leader: Person
let people = 0

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
})
afterAll(() => house.close())

/** One command. `crash` loses the connection after that many answers of the store. */
const move = fc.record({
  what: fc.constantFrom('checkIn', 'checkOut', 'confirm', 'reverse', 'again', 'wait', 'timer'),
  which: fc.nat({ max: 1 }),
  crash: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
})
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never

interface Sent {
  openid: string
  op: string
  input: object
  commandId: string
}

/** Two services of one volunteer, one after the other. Their steps come in any order, so some are refused. */
async function live(volunteer: Person, moves: readonly Move[]): Promise<void> {
  const bookings: string[] = []
  for (const hour of [0, 2]) {
    const from = house.cloud.now() + 10 * minuteMs + hour * hourMs
    const { bookingId } = await resident.ask('booking.request', {
      service: 'repair',
      kind: 'plumbing',
      description: '水龙头漏水',
      risks: '无',
      place: 'home',
      window: { from, to: from + hourMs },
    })
    await volunteer.ask('booking.claim', { bookingId })
    bookings.push(bookingId)
  }
  let last: Sent | undefined
  const run = ++people
  for (const [index, { what, which, crash }] of moves.entries()) {
    const bookingId = bookings[which] ?? ''
    const send = async (openid: string, op: string, input: object) => {
      last = { openid, op, input, commandId: `${run}-${index}` }
      await sendThrough(last, crash)
    }
    if (what === 'wait') house.cloud.advance(37 * minuteMs)
    if (what === 'timer') await house.cloud.tick()
    if (what === 'again' && last) await sendThrough(last, crash)
    if (what === 'confirm') await send(resident.openid, 'booking.confirm', { bookingId, stars: 5 })
    if (what === 'checkIn' || what === 'checkOut')
      await send(volunteer.openid, `booking.${what}`, {
        bookingId,
        code: await codeOn(house, resident, bookingId).catch(() => '000000'),
      })
    if (what === 'reverse') {
      const entryId = `${volunteer.memberId}:${which + 1}`
      await send(leader.openid, 'hours.reverse', { entryId, reason: '记错了' })
    }
  }
}

async function sendThrough({ openid, ...body }: Sent, crash: number | undefined): Promise<void> {
  let answers = 0
  if (crash !== undefined)
    house.cloud.hooks.after = (action) =>
      action.startsWith('database.') && ++answers >= crash ? 'drop' : undefined
  await house.cloud.call(openid, 'api', body).catch(() => undefined)
  delete house.cloud.hooks.after
}

test('after any order of check-in, check-out, confirmation, reversal, repeats and crashes, entries, statement, months, certificate and team agree', async () => {
  const { ledger } = ledgerHands(house)
  let credited = 0
  let taken = 0
  const day = () => new Date(house.cloud.now() + 8 * hourMs).toISOString().slice(0, 10)
  const everybody: string[] = []
  // Each run begins with a credited service, so that few runs are enough to reach reversals and their repeats.
  const way = ['checkIn', 'wait', 'checkOut', 'confirm'] as const
  const courses = fc.tuple(fc.boolean(), fc.array(move, { minLength: 6, maxLength: 14 }))
  await fc.assert(
    fc.asyncProperty(courses, async ([served, moves]) => {
      const volunteer = await house.person(`wx_any_${people}`, [volunteerIn('repair')])
      everybody.push(volunteer.memberId)
      const begun = served ? way.map((what): Move => ({ what, which: 0, crash: undefined })) : []
      await live(volunteer, [...begun, ...moves])
      // The timer finishes what a crash has left.
      house.cloud.advance(10 * dayMs)
      await house.cloud.tick()
      await house.cloud.tick()
      const lines = await ledger(volunteer.memberId)
      const sum = lines.reduce((total, { minutes }) => total + minutes, 0)
      credited += lines.filter(({ kind }) => kind === 'recorded').length
      taken += lines.filter(({ kind }) => kind === 'reversal').length
      expect(new Set(lines.map(({ source }) => source)).size).toBe(lines.length)
      const statement = await volunteer.ask('hours.statement', { limit: 50 })
      expect([statement.recordedMinutes, statement.honourMinutes]).toEqual([sum, 0])
      const months = await Promise.all(
        [2026, 2027, 2028].map(async (year) => (await volunteer.ask('hours.months', { year })).months),
      )
      expect(months.flat().reduce((total, { recordedMinutes }) => total + recordedMinutes, 0)).toBe(sum)
      const issued = await volunteer.send('hours.certificate', {})
      if (!issued.ok) expect([issued.code, sum]).toEqual(['no_hours', 0])
      else {
        const { certificateNo, verifyCode } = issued.data
        expect(await resident.ask('certificate.verify', { certificateNo, verifyCode })).toMatchObject({
          valid: true,
          minutes: sum,
        })
      }
    }),
    { numRuns: 5, seed: 20_261_127, endOnFailure: true },
  )
  const all = (await Promise.all(everybody.map(ledger))).flat()
  const { hours } = await leader.ask('report.overview', { from: '2026-11-01', to: day() })
  const total = all.reduce((sum, { minutes }) => sum + minutes, 0)
  expect(hours.recordedMinutes).toBe(total)
  expect(hours.byTeam.find(({ teamId }) => teamId === 'repair')?.recordedMinutes ?? 0).toBe(total)
  // The runs have reached credits and reversals.
  expect(credited).toBeGreaterThan(2)
  expect(taken).toBeGreaterThan(0)
})
