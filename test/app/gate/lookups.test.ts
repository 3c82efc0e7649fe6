import type { RefusalCode } from '#contract/shared/refusal'
import { bookingFrom, dayMs, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { slowStore } from '#support/slowStore'

let house: TestHouse
let resident: Person
let leader: Person
let worker: Person
let volunteer: Person
let gridId = ''

/** A day's looks at residents' data, as an administrator may set them. */
const looks = 5

beforeAll(async () => {
  // several instances, each of which counts its own minutes
  house = await openTestHouse({ workers: 6 })
  resident = await house.person('wx_resident', [], '王奶奶')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }], '陈队长')
  gridId = (await resident.ask('member.me', {})).member?.gridId ?? ''
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId } }], '赵专干')
  volunteer = await house.person('wx_volunteer', [volunteerIn('repair')], '李师傅')
  await house.person(house.admin.openid)
  await house.admin.ask('community.edit', {
    paces: { search: { perMinute: 600, perDay: 10 }, reveal: { perMinute: 600, perDay: looks } },
  })
  // each instance reads the community again after three seconds of real time
  await new Promise((resolve) => setTimeout(resolve, 3_100))
})
afterAll(() => house.close())
beforeEach(() => house.cloud.advance(dayMs))
afterEach(() => {
  delete house.cloud.hooks.before
})

const booked = async (): Promise<string> =>
  (await resident.ask('booking.request', bookingFrom(house.cloud.now()))).bookingId

const many = async (count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let made = 0; made < count; made++) ids.push(await booked())
  return ids
}

const openedLately = async (): Promise<number> =>
  (await resident.ask('member.accessLog', { limit: 50 })).items.filter(
    ({ at }) => at > house.cloud.now() - dayMs,
  ).length

describe('forty searches of one worker at once', () => {
  it('pass exactly as often as a day allows, whichever instances they reach', async () => {
    slowStore(house)
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => worker.send('member.search', { q: '王奶奶' })),
    )
    const codes = answers.map((answer): RefusalCode | 'ok' => (answer.ok ? 'ok' : answer.code))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(10)
    expect(codes.filter((code) => code === 'lookups_spent')).toHaveLength(30)
  })
})

describe('a leader who opens one booking after the other', () => {
  it('sees the doors of so many on a day; the others they read without, and no opening is written down', async () => {
    const ids = await many(looks + 3)
    const seen = []
    for (const bookingId of ids) seen.push(await leader.ask('booking.get', { bookingId }))
    expect(seen.map(({ contact }) => contact !== undefined)).toEqual([
      ...Array(looks).fill(true),
      ...Array(3).fill(false),
    ])
    expect(seen.at(-1)).toMatchObject({ lookupsSpent: true, part: 'staff' })
    expect(await openedLately()).toBe(looks)
    const admin = await house.person(house.admin.openid)
    const told = (await admin.ask('inbox.list', {})).items.filter(({ title }) => title === '查看居民信息太多')
    expect(told.filter(({ text }) => text.includes('陈队长'))).toHaveLength(1)
    house.cloud.advance(dayMs)
    expect(await leader.ask('booking.get', { bookingId: ids.at(-1) ?? '' })).toHaveProperty('contact')
  })

  it('sees no more when all are asked for at once', async () => {
    const ids = await many(20)
    slowStore(house)
    const seen = await Promise.all(ids.map((bookingId) => leader.ask('booking.get', { bookingId })))
    expect(seen.filter(({ contact }) => contact)).toHaveLength(looks)
    delete house.cloud.hooks.before
    expect(await openedLately()).toBe(looks)
  })

  it('may read one of them as often as the work takes: it counts once a day', async () => {
    const [first = '', ...others] = await many(looks)
    for (let again = 0; again < looks * 3; again++) {
      house.cloud.advance(1000)
      expect(await leader.ask('booking.get', { bookingId: first })).toHaveProperty('contact')
    }
    for (const bookingId of others)
      expect(await leader.ask('booking.get', { bookingId })).toHaveProperty('contact')
    expect(await leader.ask('booking.get', { bookingId: first })).toHaveProperty('contact')
    expect(await leader.ask('booking.get', { bookingId: await booked() })).toMatchObject({
      lookupsSpent: true,
    })
  })

  it('spends the same looks on doors in the members’ records', async () => {
    const reveal = () =>
      worker.send('member.reveal', { memberId: resident.memberId, fields: ['door'], reason: '上门' })
    for (const bookingId of await many(looks)) await worker.ask('booking.get', { bookingId })
    expect(await reveal()).toMatchObject({ code: 'lookups_spent' })
  })

  it('makes one call more for a look', async () => {
    const bookingId = await booked()
    await leader.ask('booking.get', { bookingId })
    const [other = ''] = await many(1)
    const calls: string[] = []
    house.cloud.hooks.before = (action, request) => {
      if (request.collectionName === 'lookups') calls.push(action)
    }
    await leader.ask('booking.get', { bookingId: other })
    expect(calls).toEqual(['database.modifyDocument'])
  })
})

it('who reads for whom a request was filed has looked as well', async () => {
  const filed = []
  for (let count = 0; count <= looks; count++) {
    const filing = await worker.ask('request.file', {
      category: 'safety',
      description: `楼道的灯坏了 ${count}`,
      gridId,
      forResident: { name: '周奶奶', phone: '13812345678' },
    })
    filed.push(filing.requestId)
  }
  const colleague = await house.person('wx_colleague', [{ role: 'grid_worker', scope: { gridId } }])
  const seen = []
  for (const requestId of filed) seen.push(await colleague.ask('request.get', { requestId }))
  expect(seen.filter(({ forResident }) => forResident)).toHaveLength(looks)
  expect(seen.at(-1)).toMatchObject({ lookupsSpent: true })
})

it('a claimer’s look at the door they go to counts to nobody’s looks', async () => {
  const bookingId = await booked()
  await volunteer.ask('booking.claim', { bookingId })
  for (let again = 0; again < looks * 2; again++)
    expect(await volunteer.ask('booking.get', { bookingId })).toHaveProperty('contact')
})
