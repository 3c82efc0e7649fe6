import type { ConsentKind } from '#contract/member'
import { changesADay } from '#core/change/aggregate'
import { appoint, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let people = 0

beforeAll(async () => {
  house = await openTestHouse({ workers: 4 })
})
afterAll(() => house.close())

const version = '2026-11'
const there = { gridId: 'grid3', estateId: 'yangshu', building: '3栋', unit: '8-8' }
const worker = { role: 'grid_worker', scope: { gridId: 'grid2' } } as const
const me = async (person: Person) => (await person.ask('member.me', {})).member

async function changedOften(member: Person): Promise<void> {
  for (let count = 0; count < changesADay; count++)
    await member.send('member.changePhone', { phone: `139000${10_000 + count}` })
  const another = { phone: '13900019999' }
  expect(await member.send('member.changePhone', another)).toMatchObject({ code: 'changed_often' })
}

/** Every state an account may be in while somebody may act for it, and how it comes about. */
const states: [string, (member: Person, proxy: Person) => Promise<void>][] = [
  ['as usual', async () => {}],
  [
    'the proxy has stated another home',
    async (member, proxy) => {
      await proxy.ask('member.move', there, { actingFor: member.memberId })
      expect((await me(member))?.asked).toBeDefined()
    },
  ],
  [
    'somebody else has stated another name',
    async (member) => {
      const gridId = (await me(member))?.gridId as string
      const other = await house.person(`wx_other_${people}`, [{ ...worker, scope: { gridId } }])
      await other.ask('member.rename', { name: '王秀英' }, { actingFor: member.memberId })
      expect((await me(member))?.asked).toBeDefined()
    },
  ],
  [
    'a worker has to check another home',
    async (member) => expect(await member.ask('member.move', there)).toEqual({ state: 'pending' }),
  ],
  [
    'a worker has to check another name, and an office rests',
    async (member) => {
      await house.admin.ask('member.grant', { memberId: member.memberId, ...worker })
      expect(await member.ask('member.rename', { name: '王秀英' })).toEqual({ state: 'pending' })
    },
  ],
  ['the account closes', async (member) => void (await member.ask('member.close', {}))],
  ['it has been changed as often as a day allows', changedOften],
  [
    'it has been changed so often, and the proxy has stated another home',
    async (member, proxy) => {
      await proxy.ask('member.move', there, { actingFor: member.memberId })
      await changedOften(member)
    },
  ],
]

async function inState(prepare: (member: Person, proxy: Person) => Promise<void>) {
  people += 1
  const member = await house.person(`wx_member_${people}`)
  const proxy = await house.person(`wx_proxy_${people}`)
  await appoint(member, proxy)
  await member.ask('member.consent', { kind: 'leaderboard', version, given: true })
  await prepare(member, proxy)
  return { member, proxy }
}

describe('whatever state an account is in', () => {
  it.each(states)('a proxy is dismissed at once: %s', async (_, prepare) => {
    const { member, proxy } = await inState(prepare)
    const dismissal = { memberId: proxy.memberId }
    expect(await member.ask('member.dismissProxy', dismissal)).toEqual({ proxies: [] })
    const acting = { actingFor: member.memberId }
    expect(await proxy.send('booking.list', { scope: 'mine' }, acting)).toMatchObject({ code: 'forbidden' })
    // what the proxy has stated waits no longer; what somebody else has stated does
    const asked = (await me(member))?.asked
    expect(asked === undefined || asked.name !== undefined).toBe(true)
    expect(await member.ask('member.dismissProxy', dismissal)).toEqual({ proxies: [] })
  })

  it.each(states)('every consent is withdrawn, and that to the service closes: %s', async (_, prepare) => {
    const { member } = await inState(prepare)
    for (const kind of ['leaderboard', 'sensitive', 'service'] as const satisfies ConsentKind[]) {
      const { consents } = await member.ask('member.consent', { kind, version, given: false })
      expect(consents.filter((said) => said.kind === kind).at(-1)).toMatchObject({ given: false })
    }
    expect((await me(member))?.closesAt).toBeGreaterThan(house.cloud.now())
  })

  const asked = states.filter(([state]) => state.includes('has stated'))
  it.each(asked)('what somebody else has stated is declined: %s', async (_, prepare) => {
    const { member } = await inState(prepare)
    expect((await me(member))?.asked).toBeDefined()
    expect(await member.send('member.settleAsked', { accept: false })).toMatchObject({ ok: true })
    expect((await me(member))?.asked).toBeUndefined()
  })
})

describe('who waits for a worker’s word, or has had a no', () => {
  it.each([false, true])('withdraws every consent all the same (after a no: %s)', async (declined) => {
    people += 1
    const person = house.stranger(`wx_waits_${people}`)
    const registered = await person.send('member.register', {
      ...{ name: '赵新来', ...there },
      consents: [
        { kind: 'service', version },
        { kind: 'sensitive', version },
      ],
    })
    if (!registered.ok) throw new Error(registered.code)
    const { memberId } = registered.data
    if (declined) await house.admin.ask('member.verify', { memberId, accept: false, reason: '门牌不对' })
    for (const kind of ['sensitive', 'service'] as const)
      expect(await person.send('member.consent', { kind, version, given: false })).toMatchObject({ ok: true })
  })
})
