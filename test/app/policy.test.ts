import type { Grant } from '#contract/member'
import { inputs, type Operation } from '#contract/operations'
import { bookingFrom, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'

const kinds = [
  'nobody',
  'stranger',
  'pending',
  'resident',
  'volunteer',
  'team_leader',
  'coordinator',
  'grid_worker',
  'officer',
  'admin',
] as const
type Kind = (typeof kinds)[number]

/** What each kind of caller is told at the door: `-` goes on to the operation itself. */
type Row = Record<Kind, 'unauthenticated' | 'not_registered' | 'not_verified' | 'forbidden' | '-'>

const open: Row = row('-', '-', '-', kinds)
const known: Row = row('unauthenticated', '-', '-', kinds)
const member: Row = row('unauthenticated', 'not_registered', '-', kinds)
const only = (...allowed: Kind[]): Row => row('unauthenticated', 'not_registered', 'not_verified', allowed)
/** Every verified member is a resident. */
const resident = only(
  'resident',
  'volunteer',
  'team_leader',
  'coordinator',
  'grid_worker',
  'officer',
  'admin',
)

function row(
  nobody: Row['nobody'],
  stranger: Row['nobody'],
  pending: Row['nobody'],
  allowed: readonly Kind[],
): Row {
  const others = kinds.slice(3).map((kind) => [kind, allowed.includes(kind) ? '-' : 'forbidden'])
  return { nobody, stranger, pending, ...Object.fromEntries(others) } as Row
}

/** A new operation without a row does not compile. */
const doors: Record<Operation, Row> = {
  'community.get': open,
  'community.whole': only('admin'),
  'community.edit': only('admin'),
  'desk.begin': open,
  'desk.poll': open,
  'desk.approve': member,
  'desk.list': member,
  'desk.logout': member,
  'member.me': open,
  'member.register': known,
  'member.verify': only('admin', 'grid_worker'),
  'member.grant': only('admin'),
  'member.revoke': only('admin'),
  'member.roles': only('admin'),
  'member.addDependent': resident,
  'member.removeDependent': resident,
  'member.appointProxy': resident,
  'member.dismissProxy': resident,
  'member.consent': member,
  'member.pending': only('admin', 'grid_worker'),
  'member.search': only('admin', 'grid_worker'),
  'member.reveal': only('admin', 'grid_worker'),
  'member.accessLog': member,
  'member.export': member,
  'team.list': open,
  'team.apply': resident,
  'team.decide': only('team_leader', 'admin'),
  'team.leave': member,
  'team.roster': only('team_leader', 'admin'),
  'booking.request': resident,
  'booking.list': member,
  'booking.get': member,
  'booking.claim': only('volunteer'),
  'booking.release': only('volunteer'),
  'booking.cancel': resident,
  'booking.code': resident,
  'booking.slip': resident,
  'booking.checkIn': only('volunteer'),
  'booking.checkOut': only('volunteer'),
  'booking.confirm': resident,
  'hours.statement': member,
  'inbox.list': member,
  'inbox.read': member,
  'notice.allow': member,
}

/** An input no schema accepts: whoever passes the door is told so, unless the operation takes anything. */
const wrong = {
  scope: 1,
  teamId: 1,
  memberId: 1,
  bookingId: 1,
  dependentId: 1,
  pairId: 1,
  deskId: 1,
  cursor: 1,
  noticeIds: 1,
  templateId: 1,
  name: 1,
}

let house: TestHouse
const send: Partial<Record<Kind, (op: Operation) => Promise<{ ok: boolean; code?: string }>>> = {}

beforeAll(async () => {
  house = await openTestHouse()
  send.nobody = (op) => house.cloud.api(undefined, { op, input: wrong }) as never
  const through = (openid: string) => (op: Operation) =>
    house.cloud.call(openid, 'api', { op, input: wrong }) as never
  send.stranger = through('wx_stranger')
  await house.stranger('wx_pending').send('member.register', {
    name: '小唐',
    gridId: 'grid1',
    estateId: 'huochai',
    building: '1栋',
    unit: '1-1',
    consents: [{ kind: 'service', version: '2026-11' }],
  })
  send.pending = through('wx_pending')
  const grants: Partial<Record<Kind, Grant[]>> = {
    resident: [],
    volunteer: [volunteerIn('repair')],
    team_leader: [{ role: 'team_leader', scope: { teamId: 'repair' } }],
    coordinator: [{ role: 'coordinator' }],
    grid_worker: [{ role: 'grid_worker', scope: { gridId: 'grid1' } }],
    officer: [{ role: 'officer', scope: { tier: 'community' } }],
    admin: [{ role: 'admin' }],
  }
  for (const [kind, roles] of Object.entries(grants)) {
    await house.person(`wx_${kind}`, roles)
    send[kind as Kind] = through(`wx_${kind}`)
  }
}, 60_000)
afterAll(() => house.close())

describe.each(Object.keys(inputs) as Operation[])('%s', (op) => {
  it.each(kinds)('answers a %s at the door', async (kind) => {
    const answer = await send[kind]?.(op)
    const expected = doors[op][kind]
    const code = answer?.ok ? 'ok' : answer?.code
    if (expected !== '-') expect(code).toBe(expected)
    else expect(['ok', 'invalid_input']).toContain(code)
  })
})

describe('one’s own only', () => {
  let owner: Person
  let other: Person
  let bookingId: string

  beforeAll(async () => {
    owner = await house.person('wx_owner')
    other = await house.person('wx_other')
    bookingId = (await owner.ask('booking.request', bookingFrom(house.cloud.now()))).bookingId
  })

  it.each([
    ['booking.get', () => ({ bookingId })],
    ['booking.cancel', () => ({ bookingId, reason: '不要了' })],
    ['booking.code', () => ({ bookingId })],
    ['booking.confirm', () => ({ bookingId, stars: 5 })],
  ] as const)('%s of somebody else’s booking is not found', async (op, input) => {
    expect(await house.cloud.call(other.openid, 'api', { op, input: input() })).toMatchObject({
      code: 'not_found',
    })
  })

  it('a statement, a dependent or a notice of somebody else is not found', async () => {
    const { dependentId } = await owner.ask('member.addDependent', {
      name: '老李',
      relation: '老伴',
      consentNote: '同意',
    })
    expect(await other.send('hours.statement', { memberId: owner.memberId })).toMatchObject({
      code: 'not_found',
    })
    expect(await other.send('member.removeDependent', { dependentId })).toMatchObject({ code: 'not_found' })
    expect(
      await other.send('booking.request', { ...bookingFrom(house.cloud.now()), forDependentId: dependentId }),
    ).toMatchObject({ code: 'not_found' })
  })

  it('a leader sees and decides their own team only', async () => {
    const leader = await house.person('wx_team_leader')
    expect(await leader.send('team.roster', { teamId: 'arts' })).toMatchObject({ code: 'forbidden' })
    expect((await leader.ask('team.roster', { teamId: 'repair' })).items.length).toBeGreaterThan(0)
    expect(
      await leader.send('team.decide', { memberId: other.memberId, teamId: 'arts', accept: true }),
    ).toMatchObject({ code: 'forbidden' })
  })

  it('a grid worker verifies people of their grid only', async () => {
    const worker = await house.person('wx_grid_worker')
    const register = (openid: string, gridId: string) =>
      house.stranger(openid).send('member.register', {
        name: '新邻居',
        gridId,
        estateId: 'huochai',
        building: '1栋',
        unit: '1-2',
        consents: [{ kind: 'service', version: '2026-11' }],
      })
    const here = await register('wx_new_here', 'grid1')
    const there = await register('wx_new_there', 'grid2')
    if (!here.ok || !there.ok) throw new Error('registration was refused')
    expect(await worker.send('member.verify', { memberId: there.data.memberId, accept: true })).toMatchObject(
      { code: 'not_found' },
    )
    expect(await worker.ask('member.verify', { memberId: here.data.memberId, accept: true })).toEqual({
      state: 'verified',
    })
  })
})
