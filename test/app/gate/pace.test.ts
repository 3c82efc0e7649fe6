import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { paceNames } from '#contract/shared/pace'
import {
  bookingFrom,
  dayMs,
  minuteMs,
  openTestHouse,
  type Person,
  type SignedIn,
  type TestHouse,
} from '#support/house'

let house: TestHouse
let resident: SignedIn
let neighbour: Person
let worker: Person

/** The tests lower the paces, as an admin can, so that they need not ask hundreds of times. */
const few = Object.fromEntries(paceNames.map((name) => [name, { perMinute: 5 }]))

beforeAll(async () => {
  // With one instance, every call of a person is counted together.
  house = await openTestHouse({ workers: 1 })
  resident = await house.signedIn('wx_resident', [], '王奶奶')
  neighbour = await house.person('wx_neighbour')
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }], '赵专干')
  await house.admin.ask('community.edit', {
    paces: { ...few, search: { perMinute: 50, perDay: 4 }, reveal: { perMinute: 50, perDay: 3 } },
  })
  // Each instance reads the community again after three seconds of real time.
  await new Promise((resolve) => setTimeout(resolve, 3_100))
})
afterAll(() => house.close())
beforeEach(() => house.cloud.advance(minuteMs))

const times = async <Reply>(count: number, call: () => Promise<Reply>): Promise<Reply[]> => {
  const replies: Reply[] = []
  for (let i = 0; i < count; i++) replies.push(await call())
  return replies
}
const codes = (replies: { ok: boolean; code?: string }[]) =>
  replies.map((reply) => (reply.ok ? 'ok' : reply.code))
const limited = { ok: false, code: 'rate_limited', message: '操作太频繁了。请歇一会儿再试。' }

describe('who asks too often', () => {
  it('is told so in a sentence, by either way, and may go on a minute later', async () => {
    const replies = await times(6, () => resident.browse('member.me', {}))
    expect(codes(replies)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'rate_limited'])
    expect(replies[5]).toEqual(limited)
    expect(await resident.send('member.me', {})).toEqual(limited)
    house.cloud.advance(minuteMs)
    expect(await resident.send('member.me', {})).toMatchObject({ ok: true })
  })

  it('stops nobody else, and no other operation', async () => {
    await times(6, () => resident.send('member.me', {}))
    expect(await resident.send('booking.list', { scope: 'mine' })).toMatchObject({ ok: true })
    expect(await neighbour.send('member.me', {})).toMatchObject({ ok: true })
    expect(await resident.send('member.me', {})).toEqual(limited)
  })

  it('is stopped before their command has any effect, and a repeat of what was done is answered', async () => {
    const input = bookingFrom(house.cloud.now())
    const first = await resident.ask('booking.request', input, { commandId: 'first' })
    await times(4, () => resident.send('booking.request', input))
    expect(await resident.send('booking.request', input, { commandId: 'sixth' })).toEqual(limited)
    expect(await resident.ask('booking.request', input, { commandId: 'first' })).toEqual(first)
    const other = { ...input, description: '换一件事' }
    expect(await resident.send('booking.request', other, { commandId: 'first' })).toEqual(limited)
    expect((await resident.ask('booking.list', { scope: 'mine' })).items).toHaveLength(5)
    house.cloud.advance(minuteMs)
    await resident.ask('booking.request', input, { commandId: 'sixth' })
    expect((await resident.ask('booking.list', { scope: 'mine' })).items).toHaveLength(6)
  })

  it('cannot go on by repeating one command for ever', async () => {
    const input = bookingFrom(house.cloud.now())
    const replies = await times(11, () => neighbour.send('booking.request', input, { commandId: 'again' }))
    expect(codes(replies)).toEqual([...Array(10).fill('ok'), 'rate_limited'])
  })

  it('is counted over all their browsers, without a call to the database', async () => {
    const again = await house.signedIn('wx_resident')
    await times(3, () => resident.browse('booking.list', { scope: 'mine' }))
    await times(2, () => again.browse('booking.list', { scope: 'mine' }))
    let calls = 0
    house.cloud.hooks.before = (action) => {
      if (action.startsWith('database.')) calls += 1
    }
    expect(await again.browse('booking.list', { scope: 'mine' })).toEqual(limited)
    delete house.cloud.hooks.before
    expect(calls).toBeLessThanOrEqual(3) // desk, member, community
  })
})

describe('a browser nobody knows', () => {
  it('is counted with all browsers at its address, and stopped with them', async () => {
    const begin = () => house.cloud.api(undefined, { op: 'desk.begin', input: {} })
    const replies = (await times(26, begin)) as { ok: boolean; code?: string }[]
    expect(codes(replies.slice(0, 25))).toEqual(Array(25).fill('ok'))
    expect(replies[25]).toEqual(limited)
    // An invented token belongs to nobody.
    const madeUp = await house.cloud.api('made-up', { op: 'desk.begin', input: {} })
    expect(madeUp).toEqual(limited)
    expect(await resident.send('member.me', {})).toMatchObject({ ok: true })
  })

  it('gets no further by naming another address', async () => {
    const begin = async (forwarded: string) => {
      const response = await fetch(`${house.cloud.url}/api`, {
        method: 'POST',
        headers: { 'x-forwarded-for': forwarded, 'x-real-ip': forwarded },
        body: JSON.stringify({ op: 'desk.begin', input: {} }),
      })
      return (await response.json()) as { ok: boolean; code?: string }
    }
    for (let i = 0; i < 25; i++) await begin(`10.0.0.${i}`)
    expect(await begin('10.0.1.1')).toEqual(limited)
  })
})

describe('a worker who looks up one resident after another', () => {
  const spent = { ok: false, code: 'lookups_spent' }
  const reveal = () =>
    house.admin.send('member.reveal', {
      memberId: resident.memberId,
      fields: ['phone'],
      reason: '核对电话',
    })

  it('is stopped for the day, on every instance, and the first administrator is told once', async () => {
    const search = () => worker.send('member.search', { q: '王奶奶' })
    expect(codes(await times(6, search))).toEqual(['ok', 'ok', 'ok', 'ok', 'lookups_spent', 'lookups_spent'])
    await house.restart()
    expect(await search()).toMatchObject(spent)
    const admin = await house.person(house.admin.openid)
    const told = (await admin.ask('inbox.list', {})).items.filter(({ title }) => title === '查看居民信息太多')
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('赵专干')
    house.cloud.advance(dayMs)
    expect(await search()).toMatchObject({ ok: true })
  })

  it('opens nothing more, and leaves no record of an opening that was refused', async () => {
    await house.person(house.admin.openid)
    const before = (await resident.ask('member.accessLog', {})).items.length
    expect(codes(await times(5, reveal))).toEqual(['ok', 'ok', 'ok', 'lookups_spent', 'lookups_spent'])
    expect((await resident.ask('member.accessLog', {})).items).toHaveLength(before + 3)
  })
})

it('the local cloud signs people in even if others were stopped', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, (_, i) => house.person(`wx_many_${i}`)))
  expect(new Set(people.map(({ memberId }) => memberId)).size).toBe(12)
  const call = async () => {
    const response = await fetch(`${house.cloud.url}/local/call`, {
      method: 'POST',
      body: JSON.stringify({ openid: 'wx_neighbour', name: 'api', data: { op: 'member.me' } }),
    })
    return (await response.json()) as { ok: boolean; code?: string }
  }
  expect(codes(await times(8, call))).toEqual(Array(8).fill('ok'))
})

it('the log says who was stopped at which operation, by id', () => {
  const log = readFileSync(join(house.dataDir, 'functions.log'), 'utf8')
  expect(log).toContain('pace.stopped')
  expect(log).toContain('pace.day_spent')
  expect(log).not.toContain('赵专干')
})
