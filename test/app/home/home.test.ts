import type { HomeShown } from '#contract/home'
import type { Grant } from '#contract/member'
import { bookingFrom, codeOn, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { self, sessionsOf } from '#support/sessionHouse'
import { dayMs, hourMs } from '#support/time'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse({ workers: 1 })
})
afterEach(() => house.close())

const home = (who: Pick<Person, 'ask'>) => who.ask('home.get', {})
const kinds = ({ waiting }: HomeShown) => waiting.map(({ kind }) => kind)

/** The answer, and what it cost; the community is read beforehand, since the calls of a few seconds share it. */
async function counted(
  who: Pick<Person, 'send'>,
  send = () => who.send('home.get', {}),
): Promise<{ reply: HomeShown; calls: string[] }> {
  const calls: string[] = []
  await house.admin.ask('member.me', {})
  house.cloud.hooks.before = (action, { collectionName }) => {
    if (action.startsWith('database.')) calls.push(`${action.slice('database.'.length)} ${collectionName}`)
  }
  const reply = await send()
  delete house.cloud.hooks.before
  if (!reply.ok) throw new Error(`home.get was refused: ${reply.code}`)
  return { reply: reply.data, calls }
}

/** Who asks is one call, and all that the page shows is one. */
const gate = 'getDocument members'
const everything = 'aggregateDocuments communities'

const request = { category: 'parking_shed', description: '车棚顶漏雨', gridId: 'grid1', estateId: 'huochai' }
const fileBy = (who: Person) =>
  who.ask('request.file', {
    ...request,
    building: '3栋',
    answers: { which: '一号车棚', bicycles: '30' },
  })

describe('home', () => {
  it('answers everything that waits for a resident who volunteers, in the order of its hour, for two calls', async () => {
    const wang = await house.person('wx_wang', [volunteerIn('repair')])
    const li = await house.person('wx_li', [volunteerIn('repair')])
    const worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }])
    const now = house.cloud.now()
    const window = (hours: number) => ({
      window: { from: now + hours * hourMs, to: now + (hours + 1) * hourMs },
    })
    const { bookingId: visit } = await wang.ask('booking.request', bookingFrom(now, window(30)))
    await li.ask('booking.claim', { bookingId: visit })
    await wang.ask('booking.request', bookingFrom(now, window(60)))
    const { bookingId: claim } = await li.ask('booking.request', bookingFrom(now, window(20)))
    await wang.ask('booking.claim', { bookingId: claim })
    const sessionId = await sessionsOf(house).open()
    await wang.ask('session.signUp', { sessionId, party: [self] })
    const { requestId } = await fileBy(wang)
    await worker.ask('request.accept', { requestId })
    await worker.ask('request.ask', { requestId, question: '是哪一个车棚' })

    const { reply, calls } = await counted(wang)
    expect(reply.waiting).toMatchObject([
      { kind: 'claim', to: `/packages/booking/detail?id=${claim}` },
      { kind: 'visit', to: `/packages/booking/detail?id=${visit}` },
      { kind: 'signup', title: '端午节包粽子' },
      { kind: 'question', title: '车棚顶漏雨', to: `/packages/request/detail?id=${requestId}` },
    ])
    expect(reply).not.toHaveProperty('counts')
    expect(reply.bookings).toMatchObject([{ state: 'open', part: 'requester' }])
    expect(reply.unread).toBeGreaterThan(0)
    expect(calls).toEqual([gate, everything])
  })

  it('costs a resident two calls, also where a session is ahead', async () => {
    const wang = await house.person('wx_wang')
    expect((await counted(wang)).calls).toEqual([gate, everything])
    const sessionId = await sessionsOf(house).open()
    await wang.ask('session.signUp', { sessionId, party: [self] })
    expect((await counted(wang)).calls).toEqual([gate, everything])
  })

  const leader: Grant = { role: 'team_leader', scope: { teamId: 'repair' } }
  const worker: Grant = { role: 'grid_worker', scope: { gridId: 'grid1' } }
  const officer: Grant = { role: 'officer', scope: { tier: 'community' } }
  const inQueue = ['dueToday', 'toAccept']
  it.each<[string, Grant[], string[]]>([
    ['a volunteer', [volunteerIn('repair')], []],
    ['a team leader', [leader], ['applications', 'honours', 'unclaimed']],
    ['a grid worker', [worker], [...inQueue, 'unclaimed']],
    ['an officer', [officer], inQueue],
    ['a coordinator', [{ role: 'coordinator' }], ['honours']],
    ['an admin who is a resident too', [{ role: 'admin' }], ['applications', 'honours', 'unclaimed']],
    [
      'somebody with several offices',
      [{ role: 'admin' }, { role: 'coordinator' }, worker, officer, leader, volunteerIn('repair')],
      [...inQueue, 'applications', 'honours', 'unclaimed'],
    ],
  ])('costs %s two calls', async (_who, roles, counts) => {
    const { reply, calls } = await counted(await house.person('wx_li', roles))
    expect(calls).toEqual([gate, everything])
    expect(Object.keys(reply.counts ?? {}).sort()).toEqual([...counts].sort())
  })

  it('costs a visitor what stands written, and the first admin what their office costs', async () => {
    expect((await counted(house.stranger('wx_stranger'))).calls).toEqual([gate, everything])
    const { reply, calls } = await counted(house.admin)
    expect(calls).toEqual([gate, everything])
    expect(reply).toMatchObject({ counts: { applications: 0, unclaimed: 0 }, unread: 0, waiting: [] })
    expect(reply.me).not.toHaveProperty('member')
  })

  it('costs a browser the look at its token more, and one that has not signed in what stands written', async () => {
    const wang = await house.signedIn('wx_wang')
    const { calls } = await counted(wang, () => wang.browse('home.get', {}))
    expect(calls).toEqual(['getDocument desks', gate, everything])
    const body = { op: 'home.get', input: {} }
    const visit = () => house.cloud.api(undefined, body) as ReturnType<typeof wang.browse<'home.get'>>
    expect((await counted(wang, visit)).calls).toEqual([everything])
  })

  it('follows a service from the visit to the stars', async () => {
    const wang = await house.person('wx_wang')
    const li = await house.person('wx_li', [volunteerIn('repair')])
    const { bookingId } = await wang.ask('booking.request', bookingFrom(house.cloud.now()))
    expect(kinds(await home(wang))).toEqual([])
    await li.ask('booking.claim', { bookingId })
    expect([kinds(await home(wang)), kinds(await home(li))]).toEqual([['visit'], ['claim']])
    house.cloud.advance(hourMs)
    await li.ask('booking.checkIn', { bookingId, code: await codeOn(house, wang, bookingId) })
    expect([kinds(await home(wang)), kinds(await home(li))]).toEqual([['service'], ['service']])
    house.cloud.advance(hourMs)
    await li.ask('booking.checkOut', { bookingId, code: await codeOn(house, wang, bookingId) })
    expect([kinds(await home(wang)), kinds(await home(li))]).toEqual([['confirm'], []])
    await wang.ask('booking.confirm', { bookingId, stars: 5 })
    expect(await home(wang)).toMatchObject({ waiting: [], bookings: [] })
  })

  it('counts for staff what is theirs to do, and for nobody else', async () => {
    const wang = await house.person('wx_wang')
    const worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }])
    const other = await house.person('wx_other', [{ role: 'grid_worker', scope: { gridId: 'grid2' } }])
    const leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
    const { requestId } = await fileBy(wang)
    await wang.ask('team.apply', { teamId: 'repair', skills: [] })
    await wang.ask('booking.request', bookingFrom(house.cloud.now()))
    house.cloud.advance(hourMs / 2)
    await house.cloud.tick()

    expect((await home(worker)).counts).toMatchObject({ dueToday: 0, toAccept: 1 })
    expect((await home(other)).counts).toMatchObject({ dueToday: 0, toAccept: 0 })
    expect((await home(leader)).counts).toEqual({ applications: 1, honours: 0, unclaimed: 1 })
    expect((await home(house.admin as Person)).counts).toEqual({ applications: 1, honours: 0, unclaimed: 1 })
    expect((await home(wang)).counts).toBeUndefined()

    await worker.ask('request.accept', { requestId })
    house.cloud.advance(20 * dayMs)
    expect((await home(worker)).counts).toMatchObject({ dueToday: 1, toAccept: 0 })
  })

  it('shows a visitor, and somebody whose registration waits, the community and nothing of anybody', async () => {
    const stranger = house.stranger('wx_stranger')
    const seen = await stranger.send('home.get', {})
    expect(seen).toMatchObject({
      ok: true,
      data: { waiting: [], me: { roles: [] }, unread: 0, bookings: [] },
    })
    const shown = await house.admin.ask('community.get', {})
    expect(seen.ok && seen.data.community).toMatchObject({ name: shown.name, phone: shown.phone })
    expect(seen.ok && seen.data.community.services.map(({ service }) => service)).toEqual(
      shown.services.map(({ service }) => service),
    )
  })
})

describe('a matter that somebody has opened', () => {
  it('takes what was told of it from the unread notices, and nothing else, of nobody else', async () => {
    const wang = await house.person('wx_wang')
    const li = await house.person('wx_li', [volunteerIn('repair')])
    const now = house.cloud.now()
    const { bookingId } = await wang.ask('booking.request', bookingFrom(now))
    await li.ask('booking.claim', { bookingId })
    await wang.ask('booking.cancel', { bookingId, reason: '不用了' })
    const unreadOf = async (who: Person) => (await home(who)).unread
    const [before, theirs] = [await unreadOf(wang), await unreadOf(li)]
    const about = async (who: Person) =>
      (await who.ask('inbox.list', {})).items.filter(
        (notice) => notice.bookingId === bookingId && !notice.read,
      )
    const { length } = await about(wang)
    expect(length).toBeGreaterThan(0)

    expect(await wang.ask('inbox.read', { about: { bookingId } })).toEqual({ unread: before - length })
    expect(await about(wang)).toEqual([])
    expect(await unreadOf(li)).toBe(theirs)
    expect(await wang.ask('inbox.read', { about: { bookingId: 'b_other' } })).toEqual({
      unread: before - length,
    })
  })
})
