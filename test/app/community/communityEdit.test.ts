import type { WholeCommunity } from '#contract/community'
import { bookingFrom, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let wang: Person
let whole: WholeCommunity

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang', [], '王奶奶')
  await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid10' } }])
  await wang.ask('booking.request', bookingFrom(house.cloud.now()))
})
afterAll(() => house.close())

beforeEach(async () => {
  whole = await house.admin.ask('community.whole', {})
})
const without = <Each>(list: readonly Each[], gone: (each: Each) => boolean) =>
  list.filter((each) => !gone(each))

describe('editing the community', () => {
  it('replaces the part that is given and leaves the others', async () => {
    const grids = whole.grids.map((grid, index) => (index === 4 ? { ...grid, name: '第五网格（新）' } : grid))
    const { rev } = await house.admin.ask('community.edit', { rev: whole.rev, grids })
    expect(await house.admin.ask('community.whole', {})).toEqual({ ...whole, rev, grids })
  })

  it('is refused when somebody else has edited meanwhile, and changes nothing', async () => {
    await house.admin.ask('community.edit', { phone: '023-1111 1111' })
    expect(
      await house.admin.send('community.edit', { rev: whole.rev, phone: '023-2222 2222' }),
    ).toMatchObject({
      code: 'conflict',
    })
    expect(await house.admin.ask('community.whole', {})).toMatchObject({
      rev: whole.rev + 1,
      phone: '023-1111 1111',
    })
  })

  it('sent twice is done once, also with the edition it was written for', async () => {
    const input = { rev: whole.rev, name: '土崩坎' }
    const first = await house.admin.ask('community.edit', input, { commandId: 'rename' })
    expect(await house.admin.ask('community.edit', input, { commandId: 'rename' })).toEqual(first)
  })

  it('has one winner when two save the same edition', async () => {
    const saves = await Promise.all(
      ['甲', '乙', '丙'].map((name) => house.admin.send('community.edit', { rev: whole.rev, name })),
    )
    expect(saves.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await house.admin.ask('community.whole', {})).rev).toBe(whole.rev + 1)
  })

  it('is given up with a conflict where somebody else is faster twelve times, and changes nothing', async () => {
    const documents = sdkFor(house.cloud).database().collection('communities')
    const { data } = (await documents.get()) as { data: { _id: string }[] }
    const stored = documents.doc(data[0]?._id ?? '')
    let faster = 0
    let editing = true // false while the faster one writes, who passes here too
    house.cloud.hooks.before = async (action, { collectionName }) => {
      if (!editing || action !== 'database.modifyDocument' || collectionName !== 'communities') return
      editing = false
      await stored.update({ data: { rev: whole.rev + ++faster } })
      editing = faster < 40
    }
    try {
      expect(await house.admin.send('community.edit', { name: '晚了一步' })).toMatchObject({
        code: 'conflict',
      })
    } finally {
      delete house.cloud.hooks.before
    }
    expect(faster).toBe(12)
    expect(await house.admin.ask('community.whole', {})).toEqual({ ...whole, rev: whole.rev + faster })
  })

  it.each<[string, string, (now: WholeCommunity, gridId: string) => object]>([
    [
      'an estate where somebody lives',
      'estate_in_use',
      ({ estates }) => ({ estates: without(estates, ({ estateId }) => estateId === 'huochai') }),
    ],
    [
      'a grid with residents',
      'grid_in_use',
      ({ grids }, home) => ({ grids: without(grids, ({ gridId }) => gridId === home) }),
    ],
    [
      'a grid with a worker',
      'grid_in_use',
      ({ grids }) => ({ grids: without(grids, ({ gridId }) => gridId === 'grid10') }),
    ],
    [
      'a team with members',
      'team_in_use',
      ({ teams, services }) => ({
        teams: without(teams, ({ teamId }) => teamId === 'repair'),
        services: services.map((each) => (each.teamId === 'repair' ? { ...each, teamId: 'arts' } : each)),
      }),
    ],
    [
      'a service with an open booking',
      'service_in_use',
      ({ services }) => ({ services: without(services, ({ service }) => service === 'repair') }),
    ],
    [
      'a kind with an open booking',
      'kind_in_use',
      ({ services }) => ({
        services: services.map((each) => ({
          ...each,
          kinds: without(each.kinds, ({ kind }) => kind === 'plumbing'),
        })),
      }),
    ],
  ])('does not remove %s', async (_, code, change) => {
    const { member } = await wang.ask('member.me', {})
    const answer = await house.admin.send('community.edit', change(whole, member?.gridId ?? ''))
    expect(answer).toMatchObject({ ok: false, code })
    expect(await house.admin.ask('community.whole', {})).toEqual(whole)
  })

  it('does not remove a building with a dwelling, and does remove an empty one', async () => {
    const { household } = await wang.ask('member.me', {})
    const building = (change: (buildings: string[]) => string[]) => ({
      estates: whole.estates.map((estate) =>
        estate.estateId === 'huochai' ? { ...estate, buildings: change(estate.buildings) } : estate,
      ),
    })
    const home = household?.building
    expect(
      await house.admin.send(
        'community.edit',
        building((all) => without(all, (each) => each === home)),
      ),
    ).toMatchObject({ code: 'building_in_use', issues: [{ path: 'building', message: home }] })
    await house.admin.ask(
      'community.edit',
      building((all) => [...all, '99栋']),
    )
    await house.admin.ask(
      'community.edit',
      building((all) => all),
    )
    expect((await house.admin.ask('community.get', {})).estates[0]?.buildings).not.toContain('99栋')
  })

  it('removes what nobody uses', async () => {
    await house.admin.ask('community.edit', {
      teams: without(whole.teams, ({ teamId }) => teamId === 'employment'),
      groups: whole.groups.slice(0, 3),
      projects: [],
    })
    const after = await house.admin.ask('community.whole', {})
    expect(after.teams).toHaveLength(whole.teams.length - 1)
    expect(after.groups).toHaveLength(3)
  })

  it.each([
    [
      'a service of a team that is not there',
      { services: [{ service: 's', title: '新', teamId: 'gone', kinds: [] }] },
    ],
    [
      'the same grid twice',
      {
        grids: [
          { gridId: 'grid1', name: '甲' },
          { gridId: 'grid1', name: '乙' },
        ],
      },
    ],
  ])('does not write %s', async (_, change) => {
    expect(await house.admin.send('community.edit', change)).toMatchObject({ code: 'invalid_input' })
    expect(await house.admin.ask('community.whole', {})).toEqual(whole)
  })
})
