import { bookingFrom, openTestHouse, type SignedIn, type TestHouse } from '#support/house'

let house: TestHouse
let resident: SignedIn

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.signedIn('wx_resident', [], '王奶奶')
})
afterAll(() => house.close())

const post = (body: string, headers: Record<string, string> = {}, method = 'POST') =>
  fetch(`${house.cloud.url}/api`, { method, headers, ...(method === 'GET' ? {} : { body }) })

describe('who a call comes from', () => {
  it('is the openid the platform gives, whatever the event looks like', async () => {
    const disguised = {
      op: 'member.me',
      httpMethod: 'POST',
      headers: { authorization: `Bearer ${resident.token}` },
      body: JSON.stringify({ op: 'desk.list' }),
      openid: 'wx_resident',
      OPENID: 'wx_resident',
    }
    const answer = await house.cloud.call('wx_nobody', 'api', disguised)
    expect(answer).toEqual({ ok: true, data: { roles: [], consents: [] } })
  })

  it('is the bearer of a desk’s token in a browser, and nobody without one', async () => {
    expect(await resident.browse('member.me', {})).toMatchObject({
      ok: true,
      data: { member: { name: '王奶奶' } },
    })
    expect(await house.cloud.api(undefined, { op: 'booking.list', input: { scope: 'mine' } })).toMatchObject({
      ok: false,
      code: 'unauthenticated',
    })
    expect(await house.cloud.api('made-up', { op: 'booking.list', input: { scope: 'mine' } })).toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('may not be claimed for somebody who has not agreed', async () => {
    const other = await house.signedIn('wx_other')
    expect(await other.send('member.me', {}, { actingFor: resident.memberId })).toMatchObject({
      code: 'forbidden',
    })
  })

  it('is never the timer for a caller of jobs', async () => {
    expect(
      await house.cloud.call('wx_resident', 'jobs', { Type: 'Timer', TriggerName: 'everyMinute' }),
    ).toMatchObject({
      ok: false,
      code: 'forbidden',
    })
  })
})

describe('pairing a browser', () => {
  const begin = async () => {
    const answer = (await house.cloud.api(undefined, { op: 'desk.begin' })) as {
      data: { pairId: string; pollSecret: string; scene: string; digits: string; picture?: string }
    }
    return answer.data
  }
  const poll = (pairId: string, pollSecret: string) =>
    house.cloud.api(undefined, { op: 'desk.poll', input: { pairId, pollSecret } })

  it('lets the browser in only after the person has compared the digits', async () => {
    const { pairId, pollSecret, scene, digits, picture } = await begin()
    expect(scene.length).toBeLessThanOrEqual(32)
    expect(picture).toMatch(/^data:image\//)
    expect(await poll(pairId, pollSecret)).toEqual({ ok: true, data: { state: 'waiting' } })
    const wrong = digits === '0000' ? '0001' : '0000'
    expect(await resident.send('desk.approve', { pairId, digits: wrong })).toMatchObject({
      code: 'digits_differ',
    })
    expect(await resident.browse('desk.approve', { pairId, digits })).toMatchObject({
      code: 'mini_program_only',
    })
    expect(await resident.ask('desk.approve', { pairId, digits })).toEqual({ state: 'approved' })
    expect(await poll(pairId, 'another-secret')).toMatchObject({ code: 'not_found' })
    const first = await poll(pairId, pollSecret)
    expect(first).toMatchObject({ ok: true, data: { state: 'approved', token: expect.any(String) } })
    expect(await poll(pairId, pollSecret)).toEqual(first)
  })

  it('is dead after three wrong digits, and after five minutes', async () => {
    const { pairId, digits } = await begin()
    const wrong = digits === '0000' ? '0001' : '0000'
    for (let attempt = 0; attempt < 3; attempt++)
      await resident.send('desk.approve', { pairId, digits: wrong })
    expect(await resident.send('desk.approve', { pairId, digits })).toMatchObject({ code: 'pair_expired' })
    const late = await begin()
    house.cloud.advance(5 * 60_000)
    expect(await resident.send('desk.approve', { pairId: late.pairId, digits: late.digits })).toMatchObject({
      code: 'pair_expired',
    })
    expect(await poll(late.pairId, late.pollSecret)).toEqual({ ok: true, data: { state: 'expired' } })
  })

  it('ends with signing out, here or from afar', async () => {
    const person = await house.signedIn('wx_two_desks')
    const again = await house.signedIn('wx_two_desks')
    const desks = await person.ask('desk.list', {})
    expect(desks.items).toHaveLength(2)
    expect(await again.browse('desk.logout', {})).toEqual({ ok: true, data: {} })
    expect(await again.browse('desk.list', {})).toMatchObject({ code: 'unauthenticated' })
    const [left] = (await person.ask('desk.list', {})).items
    await person.ask('desk.logout', { deskId: left?.deskId ?? '' })
    expect(await person.browse('desk.list', {})).toMatchObject({ code: 'unauthenticated' })
  })
})

describe('the sign-in of the local cloud', () => {
  it('puts a worker into their own grid and an officer into the community, where nobody says where', async () => {
    const rolesOf = async (openid: string, role: 'grid_worker' | 'officer') => {
      const { member, roles } = await (await house.signedIn(openid, [{ role }])).ask('member.me', {})
      return { gridId: member?.gridId, roles }
    }
    const { gridId, roles } = await rolesOf('wx_worker', 'grid_worker')
    expect(roles).toContainEqual({ role: 'grid_worker', scope: { gridId } })
    expect((await rolesOf('wx_officer', 'officer')).roles).toContainEqual({
      role: 'officer',
      scope: { tier: 'community' },
    })
  })
})

describe('the transport', () => {
  it.each([
    ['what is not JSON', '{', 400],
    ['a body over 256 KB', JSON.stringify({ op: 'member.me', input: 'x'.repeat(260 * 1024) }), 413],
  ])('refuses %s', async (_, body, status) => {
    expect((await post(body)).status).toBe(status)
  })

  it('refuses another method', async () => {
    expect((await post('', {}, 'GET')).status).toBe(405)
  })

  it.each([
    ['null'],
    ['[]'],
    ['"member.me"'],
    ['{}'],
    ['{"op":"__proto__"}'],
    ['{"op":"constructor"}'],
    ['{"op":{"a":1}}'],
    ['{"op":"booking.fly"}'],
  ])('answers %s with unknown_operation', async (body) => {
    const response = await post(body)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ ok: false, code: 'unknown_operation' })
  })

  it.each([
    ['a service nobody offers', { service: 'flying' }, 'service'],
    [
      'a window that ends before it begins',
      { window: { from: 2_000_000_000_000, to: 1_900_000_000_000 } },
      'window',
    ],
    ['an empty description', { description: '   ' }, 'description'],
    ['an operator for an id', { forDependentId: { $ne: null } as never }, 'forDependentId'],
  ])('names the field for %s', async (_, change, path) => {
    const answer = await resident.send('booking.request', { ...bookingFrom(house.cloud.now()), ...change })
    expect(answer).toMatchObject({ ok: false, code: 'invalid_input' })
    expect(!answer.ok && answer.issues?.[0]?.path).toBe(path)
  })

  it('refuses a cursor that no list made', async () => {
    for (const cursor of ['x', 'W10', Buffer.from('[{"$gt":0},"a"]').toString('base64url')])
      expect(await resident.send('booking.list', { scope: 'mine', cursor })).toMatchObject({
        code: 'invalid_input',
      })
  })
})
