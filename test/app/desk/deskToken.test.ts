import { dayMs, minuteMs, openTestHouse, type SignedIn, type TestHouse } from '#support/house'

let house: TestHouse
let owner: SignedIn
let admin: SignedIn

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.signedIn('wx_owner', [], '王奶奶')
  admin = await house.signedIn(house.admin.openid)
})
afterAll(() => house.close())

const post = async (token: string | undefined, op: string, input: unknown = {}) => {
  const response = await fetch(`${house.cloud.url}/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ op, input }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as { ok: boolean; code?: string; data?: never }
}
const opens = async (token: string) => (await post(token, 'desk.list')).ok
const begin = async () =>
  (await post(undefined, 'desk.begin')).data as unknown as {
    pairId: string
    pollSecret: string
    digits: string
  }

describe('a token of a browser', () => {
  it.each<[string, (token: string) => string]>([
    ['cut short', (token) => token.slice(0, -1)],
    ['made longer', (token) => `${token}A`],
    ['changed in one letter', (token) => (token.startsWith('A') ? 'B' : 'A') + token.slice(1)],
    [
      'in another case',
      (token) => (token === token.toLowerCase() ? token.toUpperCase() : token.toLowerCase()),
    ],
    ['its own hash, as the database holds it', () => 'f'.repeat(64)],
  ])('opens nothing when it is %s', async (_, change) => {
    expect(await opens(owner.token)).toBe(true)
    expect(await opens(change(owner.token))).toBe(false)
  })

  it('opens nothing when it is listed: what the list shows is no token', async () => {
    const [desk] = (await owner.ask('desk.list', {})).items
    expect(await opens(desk?.deskId ?? '')).toBe(false)
    expect(JSON.stringify(await owner.ask('desk.list', {}))).not.toContain(owner.token)
  })

  it('opens nothing in another community', async () => {
    const other = await openTestHouse()
    try {
      const there = await other.signedIn('wx_owner')
      expect(await opens(there.token)).toBe(false)
      expect(await other.cloud.api(owner.token, { op: 'desk.list', input: {} })).toMatchObject({
        code: 'unauthenticated',
      })
    } finally {
      await other.close()
    }
  })

  it('that was stolen is useless after its owner signed that browser out, from there or from afar', async () => {
    const stolen = (await house.signedIn('wx_victim')).token
    const kept = await house.signedIn('wx_victim')
    await post(stolen, 'desk.logout')
    expect(await opens(stolen)).toBe(false)
    const again = await house.signedIn('wx_victim')
    for (const { deskId, here } of (await kept.ask('desk.list', {})).items)
      if (!here) await kept.ask('desk.logout', { deskId })
    for (const { token } of [kept, again]) expect(await opens(token)).toBe(false)
  })

  it('signs nobody else out', async () => {
    const [desk] = (await owner.ask('desk.list', {})).items
    expect(await admin.send('desk.logout', { deskId: desk?.deskId ?? '' })).toMatchObject({
      code: 'not_found',
    })
    expect(await opens(owner.token)).toBe(true)
  })

  it('is useless once its owner has closed their account', async () => {
    const leaver = await house.signedIn('wx_leaver')
    await leaver.ask('member.close', {})
    house.cloud.advance(16 * dayMs)
    await house.cloud.tick()
    expect((await post(leaver.token, 'inbox.list')).ok).toBe(false)
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    expect(await opens(leaver.token)).toBe(false)
  })
})

it('a token is useless after its time', async () => {
  const later = await openTestHouse()
  try {
    const person = await later.signedIn('wx_owner')
    // The local cloud keeps browsers signed in for a hundred years.
    later.cloud.advance(36_499 * dayMs)
    expect(await later.cloud.api(person.token, { op: 'desk.list', input: {} })).toMatchObject({ ok: true })
    later.cloud.advance(dayMs)
    expect(await later.cloud.api(person.token, { op: 'desk.list', input: {} })).toMatchObject({
      code: 'unauthenticated',
    })
  } finally {
    await later.close()
  }
})

describe('a pair', () => {
  it('gives its token to its own secret only, also after it was approved', async () => {
    const [mine, theirs] = [await begin(), await begin()]
    await owner.ask('desk.approve', { pairId: mine.pairId, digits: mine.digits })
    for (const pollSecret of [theirs.pollSecret, 'x', `${mine.pollSecret} `, mine.pollSecret.slice(0, -1)])
      expect(await post(undefined, 'desk.poll', { pairId: mine.pairId, pollSecret })).toMatchObject({
        code: 'not_found',
      })
    const poll = { pairId: mine.pairId, pollSecret: mine.pollSecret }
    expect((await post(undefined, 'desk.poll', poll)).ok).toBe(true)
  })

  it('polled again after the browser was signed out does not bring it back', async () => {
    const { pairId, pollSecret, digits } = await begin()
    await owner.ask('desk.approve', { pairId, digits })
    const first = (await post(undefined, 'desk.poll', { pairId, pollSecret })).data as unknown as {
      token: string
    }
    expect(await opens(first.token)).toBe(true)
    await post(first.token, 'desk.logout')
    const replayed = (await post(undefined, 'desk.poll', { pairId, pollSecret })) as {
      data?: { token?: string }
    }
    expect(await opens(replayed.data?.token ?? first.token)).toBe(false)
    house.cloud.advance(5 * minuteMs)
    expect(await post(undefined, 'desk.poll', { pairId, pollSecret })).toMatchObject({
      data: { state: 'expired' },
    })
  })

  it('approved by one cannot be approved by another', async () => {
    const { pairId, digits } = await begin()
    await owner.ask('desk.approve', { pairId, digits })
    expect(await admin.send('desk.approve', { pairId, digits })).toMatchObject({ code: 'pair_expired' })
  })
})
