import { bookingFrom, codeOn, hourMs, openTestHouse, volunteerIn } from '#support/house'

/** Counts the database calls of every step from a booking to the statement. The counts hold on every machine. */
export async function run(): Promise<void> {
  const house = await openTestHouse({ workers: 1 })
  try {
    const resident = await house.person('wx_resident')
    const volunteer = await house.person('wx_volunteer', [volunteerIn('repair')])
    const counts = new Map<string, number>()
    // Reading the community is shared by the calls of a few seconds; one call beforehand leaves it out of the counts.
    await resident.ask('member.me', {})
    const counted = async <Reply>(step: string, call: () => Promise<Reply>): Promise<Reply> => {
      let calls = 0
      house.cloud.hooks.before = (action) => {
        if (action.startsWith('database.')) calls += 1
      }
      const reply = await call()
      delete house.cloud.hooks.before
      counts.set(step, calls)
      return reply
    }
    const input = bookingFrom(house.cloud.now())
    const { bookingId } = await counted('booking.request', () => resident.ask('booking.request', input))
    await counted('booking.list open', () => volunteer.ask('booking.list', { scope: 'open' }))
    const leads = [{ role: 'team_leader' as const, scope: { teamId: 'repair' } }]
    const leader = await house.person('wx_leader', leads)
    for (let index = 0; index < 12; index++) await house.person(`wx_more_${index}`, [volunteerIn('repair')])
    await counted('booking.atRisk', () => leader.ask('booking.atRisk', {}))
    await counted('booking.candidates, 13 volunteers', () => leader.ask('booking.candidates', { bookingId }))
    await counted('booking.get before the claim', () => volunteer.ask('booking.get', { bookingId }))
    await counted('booking.claim', () => volunteer.ask('booking.claim', { bookingId }))
    await counted('booking.get by the claimer', () => volunteer.ask('booking.get', { bookingId }))
    house.cloud.advance(hourMs)
    const arrived = await codeOn(house, resident, bookingId)
    await counted('booking.checkIn', () => volunteer.ask('booking.checkIn', { bookingId, code: arrived }))
    house.cloud.advance(hourMs)
    const left = await codeOn(house, resident, bookingId)
    await counted('booking.checkOut', () => volunteer.ask('booking.checkOut', { bookingId, code: left }))
    await counted('booking.confirm', () => resident.ask('booking.confirm', { bookingId, stars: 5 }))
    await counted('hours.statement', () => volunteer.ask('hours.statement', {}))
    console.log('\nDatabase calls of one step, the caller’s own record included:')
    for (const [step, calls] of counts) console.log(`  ${step.padEnd(32)} ${calls}`)
  } finally {
    await house.close()
  }
}
