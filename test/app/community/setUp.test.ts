import { openTestHouse, type TestHouse } from '#support/house'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ nothingStands: true })
})
afterAll(() => house.close())

const controller = { name: '长江社区居民委员会' }
const estates = [{ estateId: 'one', name: '一村', buildings: ['1栋'] }]

describe('Where nothing stands', () => {
  it('a visitor reads that the community is being set up, in words without a technical one', async () => {
    const visitor = house.stranger('visitor')
    for (const op of ['home.get', 'community.get', 'hours.leaderboard'] as const)
      expect(await visitor.send(op, {})).toMatchObject({
        code: 'setting_up',
        message: expect.stringMatching(/^这里还没有开通/),
      })
    // what the operator needs to make them the first administrator, and nobody else reads
    expect(await visitor.send('member.me', {})).toMatchObject({ data: { roles: [], setUpId: 'visitor' } })
    expect(await house.admin.ask('member.me', {})).not.toHaveProperty('setUpId')
    expect(await visitor.send('community.edit', { name: '我的社区' })).toMatchObject({ ok: false })
    expect(await visitor.send('community.whole', {})).toMatchObject({ ok: false })
  })

  it('the first admin writes it a step at a time, and nobody is let in before the last', async () => {
    const { admin } = house
    expect((await admin.ask('member.me', {})).roles).toEqual([{ role: 'admin' }])
    const { rev } = await admin.ask('community.whole', {})
    expect(rev).toBe(0)
    const named = await admin.ask('community.edit', { rev, name: '长江社区', phone: '023-1' })
    // the same step from another device, which had not seen the first
    expect(await admin.send('community.edit', { rev, name: '黄河社区', phone: '023-2' })).toMatchObject({
      code: 'conflict',
    })
    await admin.ask('community.edit', {
      rev: named.rev,
      estates,
      grids: [{ gridId: 'g1', name: '第一网格' }],
    })
    await admin.ask('community.edit', {
      requestCategories: [{ category: 'other', title: '其他', fields: [] }],
    })
    expect(await admin.ask('community.whole', {})).toMatchObject({ name: '长江社区', settingUp: true })
    expect(await house.stranger('visitor').send('home.get', {})).toMatchObject({ code: 'setting_up' })
    expect(await house.stranger('visitor').send('member.me', {})).not.toHaveProperty('data.setUpId')

    await admin.ask('community.edit', { controller })
    expect(await house.stranger('visitor').send('home.get', {})).toMatchObject({
      data: { community: { name: '长江社区' } },
    })
    expect(await admin.ask('community.get', {})).not.toHaveProperty('settingUp')
  })

  it('stays open whatever an administrator takes away later', async () => {
    await house.admin.ask('community.edit', { requestCategories: [] })
    expect(await house.stranger('visitor').send('home.get', {})).toMatchObject({ ok: true })
  })

  it('says what is still missing, until somebody is granted it', async () => {
    const { admin } = house
    expect(await admin.ask('community.lacking', {})).toMatchObject({
      ownRegistration: true,
      gridsWithoutWorker: ['g1'],
    })
    const { memberId, state } = await admin.ask('member.register', {
      name: '马主任',
      estateId: 'one',
      building: '1栋',
      unit: '1-1',
      gridId: 'g1',
      consents: [
        { kind: 'service', version: '2026-11' },
        { kind: 'sensitive', version: '2026-11' },
      ],
    })
    expect(state).toBe('verified')
    await admin.ask('member.grant', { memberId, role: 'grid_worker', scope: { gridId: 'g1' } })
    expect(await admin.ask('community.lacking', {})).toMatchObject({
      ownRegistration: false,
      gridsWithoutWorker: [],
    })
  })
})
