import type { WholeCommunity } from '#contract/community'
import { openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { serve } from '#support/serve'
import { dayMs, hourMs } from '#support/time'

let house: TestHouse
let resident: Person
let coordinator: Person
let whole: WholeCommunity

// With one worker, an edit of the community counts from the next call on.
beforeAll(async () => {
  house = await openTestHouse({ workers: 1 })
  resident = await house.person('wx_resident')
  coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')
  whole = await house.admin.ask('community.whole', {})
})
afterAll(() => house.close())

/** An edit that removes the team, whose services go to another. */
const remove = (id: string) =>
  house.admin.send('community.edit', {
    teams: whole.teams.filter(({ teamId }) => teamId !== id),
    services: whole.services.map((each) => (each.teamId === id ? { ...each, teamId: 'women' } : each)),
  })
const refused = (id: string) => ({
  ok: false,
  code: 'team_in_use',
  issues: [{ path: 'team', message: id }],
})

describe('a team that nobody belongs to', () => {
  it('is not removed once it has hours, and its lines and certificates name it, also under its old name', async () => {
    const li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
    await serve(house, resident, li, 45)
    await li.ask('team.leave', { teamId: 'repair' })
    expect(await remove('repair')).toMatchObject(refused('repair'))
    const teams = whole.teams.map((each) => (each.teamId === 'repair' ? { ...each, name: '老队新名' } : each))
    await house.admin.ask('community.edit', { teams })
    const called = whole.teams.find(({ teamId }) => teamId === 'repair')?.name
    const { items } = await li.ask('hours.statement', {})
    expect(items).toMatchObject([{ teamId: 'repair', teamName: called }])
    const { certificateNo } = await li.ask('hours.certificate', {})
    const { services } = await li.ask('certificate.get', { certificateNo })
    expect(services).toMatchObject([{ teamName: called }])
    await house.admin.ask('community.edit', { teams: whole.teams })
  })

  it('is not removed while a shift of it is ahead', async () => {
    const from = house.cloud.now() + dayMs
    const shifts = [{ name: '拉琴', capacity: 2, teamId: 'arts' }]
    await coordinator.ask('activity.publish', {
      kind: 'festival',
      title: '中秋晚会',
      summary: '大家一起看月亮',
      place: '社区活动室',
      sessions: [{ from, to: from + hourMs, capacity: 30, shifts }],
      signup: {
        opensAt: house.cloud.now() - hourMs,
        closesAt: from - hourMs,
        rule: 'first_come',
        partyMax: 2,
      },
    })
    expect(await remove('arts')).toMatchObject(refused('arts'))
    house.cloud.advance(2 * dayMs)
    await house.cloud.tick()
    expect(await remove('arts')).toMatchObject({ ok: true })
    await house.admin.ask('community.edit', { teams: whole.teams, services: whole.services })
  })
})

describe('a grid that nobody lives in', () => {
  it('is not removed while a request in it is unfinished', async () => {
    const gridId = 'grid_empty'
    await house.admin.ask('community.edit', { grids: [...whole.grids, { gridId, name: '空网格' }] })
    const removed = () => house.admin.send('community.edit', { grids: whole.grids })
    await resident.ask('request.file', { category: 'other', description: '路灯不亮', gridId })
    expect(await removed()).toMatchObject({
      code: 'grid_in_use',
      issues: [{ path: 'grid', message: gridId }],
    })
    // nobody works there: it goes up by itself
    house.cloud.advance(30 * dayMs)
    await house.cloud.tick()
    expect(await removed()).toMatchObject({ ok: true })
  })
})
