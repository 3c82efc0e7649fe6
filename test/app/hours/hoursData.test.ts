import { openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { serve } from '#support/serve'

let house: TestHouse
let resident: Person
let li: Person
let leader: Person

// With one worker, an edit of the community counts from the next call on.
beforeAll(async () => {
  house = await openTestHouse({ workers: 1 })
  resident = await house.person('wx_resident')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }], '陈队长')
})
afterAll(() => house.close())

const lines = async (who: Person) => (await who.ask('hours.statement', { limit: 50 })).items

describe('a presence that was too short', () => {
  it('is confirmed like any other and makes no line; how short is what the community says', async () => {
    const before = await lines(li)
    await serve(house, resident, li, 4)
    expect(await lines(li)).toEqual(before)
    const { limits } = await resident.ask('community.get', {})
    await house.admin.ask('community.edit', { limits: { ...limits, leastServiceMinutes: 30 } })
    await serve(house, resident, li, 29)
    expect(await lines(li)).toEqual(before)
    await house.admin.ask('community.edit', { limits })
    await serve(house, resident, li, 5)
    expect((await lines(li))[0]).toMatchObject({ kind: 'recorded', minutes: 5 })
  })
})

describe('the project', () => {
  it('of minutes is their team’s, unless the service names another; what takes a line back stays with it', async () => {
    const { services, teams } = await house.admin.ask('community.whole', {})
    const edited = services.map((each) =>
      each.service === 'repair' ? { ...each, projectId: 'sisters' } : each,
    )
    await house.admin.ask('community.edit', { services: edited })
    await serve(house, resident, li, 40)
    await house.admin.ask('community.edit', {
      services,
      teams: teams.map((each) => (each.teamId === 'repair' ? { ...each, projectId: 'rest_stop' } : each)),
    })
    const [named, earlier] = await lines(li)
    expect([named?.projectId, earlier?.projectId]).toEqual(['sisters', 'relief'])
    await leader.ask('hours.reverse', { entryId: earlier?.entryId ?? '', reason: '记错了' })
    const statement = await li.ask('hours.statement', { limit: 50 })
    expect(statement.items[0]).toMatchObject({ kind: 'reversal', projectId: 'relief' })
    for (const { projectId, minutes } of statement.byProject) {
      const counted = statement.items.filter((line) => line.projectId === projectId)
      expect(minutes).toBe(counted.reduce((sum, line) => sum + line.minutes, 0))
    }
    expect(statement.byProject).toContainEqual({ projectId: 'sisters', minutes: 40 })
  })
})
