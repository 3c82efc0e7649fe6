import { bookingFrom, hourMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { serve } from '#support/serve'

let house: TestHouse
let wang: Person
let leader: Person
const teamId = 'repair'
const calls: string[] = []

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang', [], '王奶奶')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId } }], '陈队长')
})
afterAll(() => house.close())

/** Somebody who has been accepted and is on probation. */
async function newcomer(name: string): Promise<Person> {
  const person = await house.person(`wx_${name}`, [], name)
  await person.ask('team.apply', { teamId, skills: ['水电'] })
  await leader.ask('team.decide', { memberId: person.memberId, teamId, accept: true })
  return person
}

/** A claim that they did not come to; a leader upholds it. */
async function missed(volunteer: Person): Promise<void> {
  const { bookingId } = await wang.ask('booking.request', bookingFrom(house.cloud.now()))
  await volunteer.ask('booking.claim', { bookingId })
  house.cloud.advance(hourMs + 20 * minuteMs)
  await wang.ask('booking.noShow', { bookingId, note: '等了很久没有来' })
  await leader.ask('booking.decideNoShow', { bookingId, claim: 1, stands: true, reason: '核对过' })
  await wang.send('booking.cancel', { bookingId, reason: '不用了' })
  house.cloud.advance(3 * hourMs)
}

async function rosterRead() {
  calls.length = 0
  house.cloud.hooks.before = (action) => {
    if (action.startsWith('database.')) calls.push(action)
  }
  const { items } = await leader.ask('team.roster', { teamId, limit: 50 })
  house.cloud.hooks.before = undefined
  return new Map(
    items.map(({ name, missed, probation }) => [name, { missed, left: probation?.servicesLeft }]),
  )
}

it('says of each how often they missed and what is left of their probation, with as many calls for ten as for one', async () => {
  const [first, second] = [await newcomer('高叔'), await newcomer('周师傅')]
  await missed(first)
  await serve(house, wang, second, 30)
  const few = await rosterRead()
  const callsOfFew = calls.length
  for (let index = 0; index < 8; index++) {
    const more = await newcomer(`新人${index}`)
    if (index < 2) await missed(more)
    if (index < 4) await serve(house, wang, more, 30)
  }
  await missed(first)
  await serve(house, wang, second, 30)
  const many = await rosterRead()

  expect(few.get('高叔')).toEqual({ missed: 1, left: 3 })
  expect(few.get('周师傅')).toEqual({ left: 2 })
  expect(many.get('高叔')).toEqual({ missed: 2, left: 3 })
  expect(many.get('周师傅')).toEqual({ left: 1 })
  expect(many.get('新人0')).toEqual({ missed: 1, left: 2 })
  expect(many.get('新人3')).toEqual({ left: 2 })
  expect(many.get('新人7')).toEqual({ left: 3 })
  // the caller, the page with who they are and what they missed, what was credited; and the community when it is not fresh
  expect(callsOfFew).toBeLessThanOrEqual(4)
  expect(calls.length).toBeLessThanOrEqual(4)
})
