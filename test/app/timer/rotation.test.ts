import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addSealKey, dropOldKeys } from '#local/rotateKeys'
import { bookingFrom, minuteMs, openTestHouse, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'
import { sessionsOf } from '#support/sessionHouse'

const phone = '13900007788'
let house: TestHouse
let sessionId: string

beforeAll(async () => {
  house = await openTestHouse()
  const { data } = (await house.stranger('wx_resident').send('member.register', {
    name: '王奶奶',
    phone,
    gridId: 'grid1',
    estateId: 'huochai',
    building: '8栋',
    unit: '27-1904',
    birthDay: '1944-02-29',
    consents: [
      { kind: 'service', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ],
  })) as { data: { memberId: string } }
  await house.admin.ask('member.verify', { memberId: data.memberId, accept: true })
  const resident = await house.person('wx_resident')
  await resident.ask('member.addDependent', {
    name: '老李',
    relation: '老伴',
    birthDay: '1940-01-01',
    needs: '要人扶',
    consentNote: '同意',
  })
  for (let i = 0; i < 3; i++) await resident.ask('booking.request', bookingFrom(house.cloud.now()))
  await house.person(house.admin.openid)
  sessionId = await sessionsOf(house).open({ capacity: 5 })
  await resident.ask('session.signUp', { sessionId, party: [{ self: true }, { name: '张三' }] })
})
afterAll(() => house.close())

/** Stops the cloud, does something to its folder as an operator would, and starts it again. */
async function between<Result>(act: () => Result | Promise<Result>): Promise<Result> {
  await house.cloud.close()
  try {
    return await act()
  } finally {
    await house.restart()
  }
}
const rounds = async (count: number) => {
  for (let i = 0; i < count; i++) {
    house.cloud.advance(minuteMs)
    await house.cloud.tick()
  }
}
const logged = (words: string) =>
  readFileSync(join(house.dataDir, 'functions.log'), 'utf8').split(words).length - 1
const onDisk = (words: string) =>
  readdirSync(house.dataDir).filter(
    (name) => name.startsWith('cloud.db') && readFileSync(join(house.dataDir, name)).includes(words),
  )
async function everythingOpens(): Promise<void> {
  const resident = await house.person('wx_resident')
  const held = await resident.ask('member.export', {})
  expect(held.member).toMatchObject({ phone: `+86${phone}`, birth: { day: '1944-02-29' } })
  expect(held.dependents[0]).toMatchObject({ needs: '要人扶', birth: { day: '1940-01-01' } })
  const volunteer = await house.person('wx_volunteer', [volunteerIn('repair')])
  const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now()))
  await volunteer.ask('booking.claim', { bookingId })
  const seen = await volunteer.ask('booking.get', { bookingId })
  expect(seen.contact).toEqual({ phone: `+86${phone}`, door: '火柴新村 8栋 27-1904' })
  await resident.ask('booking.cancel', { bookingId, reason: '改天' })
  expect(await house.admin.ask('member.search', { q: phone })).toMatchObject({ items: [{ name: '王奶奶' }] })
}

it('changes the key that seals: everything still opens, what is old is sealed anew, and the old key goes', async () => {
  await everythingOpens()
  expect(onDisk('s1.k1.')).not.toEqual([])
  expect(await between(() => addSealKey(house.dataDir))).toBe('k2')
  await everythingOpens()

  await expect(between(() => dropOldKeys(house.dataDir))).rejects.toThrow(/members \(\d+\)/)
  await everythingOpens()

  // The function dies in the middle of sealing anew.
  let writes = 0
  house.cloud.hooks.before = (action, { data }) => {
    if (action === 'database.modifyDocument' && String(data).includes('s1.k2.') && ++writes > 2)
      throw new Error('dies')
  }
  await rounds(1)
  delete house.cloud.hooks.before
  await everythingOpens()

  // Two timers run at once, for one round more than needed.
  house.cloud.advance(minuteMs)
  await Promise.all([house.cloud.tick(), house.cloud.tick()])
  await rounds(4)
  expect(logged('keys.resealed')).toBeGreaterThanOrEqual(1)
  const once = logged('keys.resealed')
  await rounds(2)
  expect(logged('keys.resealed')).toBe(once)
  await everythingOpens()

  expect(await between(() => dropOldKeys(house.dataDir))).toEqual(['k1'])
  await everythingOpens()
  await house.restart()
  expect(onDisk('s1.k1.')).toEqual([])
  expect(onDisk('s1.k2.')).not.toEqual([])
  expect(await sdkFor(house.cloud).database().collection('communities').doc('tubengkan').get()).toMatchObject(
    {
      data: { canary: { sealed: expect.stringMatching(/^s1\.k2\./) } },
    },
  )
  const session = await sessionsOf(house).read(sessionId)
  expect(session.seed.sealed).toMatch(/^s1\.k2\./)
  const signedUp = await sessionsOf(house).lists(sessionId)
  expect(signedUp.map(({ names }) => names)).toEqual([expect.stringMatching(/^s1\.k2\./)])
})

it('keeps what somebody writes meanwhile', async () => {
  expect(await between(() => addSealKey(house.dataDir))).toBe('k3')
  const resident = await house.person('wx_resident')
  let removed = false
  house.cloud.hooks.before = async (action, { data, collectionName }) => {
    if (removed || action !== 'database.modifyDocument' || collectionName !== 'dependents') return
    if (!String(data).includes('s1.k3.')) return
    removed = true
    const { member } = await resident.ask('member.me', {})
    await resident.ask('member.removeDependent', { dependentId: member?.dependents?.[0]?.dependentId ?? '' })
  }
  await rounds(4)
  delete house.cloud.hooks.before
  expect(removed).toBe(true)
  expect((await resident.ask('member.me', {})).member?.dependents).toEqual([])
  expect(await between(() => dropOldKeys(house.dataDir))).toEqual(['k2'])
  expect(onDisk('王奶奶').length).toBeGreaterThan(0)
})

it('begins a round again that an earlier edition had under way', async () => {
  expect(await between(() => addSealKey(house.dataDir))).toBe('k4')
  await sdkFor(house.cloud)
    .database()
    .collection('rotations')
    .doc('k4')
    .set({ data: { communityId: 'c', row: 5, after: 'zz', found: 0, resealed: 7, lastAt: 0, doneAt: null } })
  await rounds(4)
  expect(await between(() => dropOldKeys(house.dataDir))).toEqual(['k3'])
})
