import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type LocalCloud, startLocalCloud } from '#local/cloud'
import { openHouse, startHouse } from '#local/house'
import { type Keys, keysFile, openKeys, readKeys } from '#local/keys'
import { dropOldKeys } from '#local/rotateKeys'
import { firstAdminOpenid } from '#local/sample/people'
import { manifest } from '#store/manifest'
import { openTestHouse, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'
import { temporaryFolder } from './support/testCloud'

const functionsDir = resolve('dist/cloudfunctions')
const freshKeys = () => openKeys(temporaryFolder())
const firstOnly = ({ SEAL_KEYS }: Keys) => SEAL_KEYS.slice(SEAL_KEYS.indexOf(':') + 1)

let house: TestHouse
let right: Keys
/** What was stored before any timer passed. */
let firstStored: string

beforeAll(async () => {
  house = await openTestHouse()
  right = readKeys(house.dataDir)
  const registered = await house.stranger('wx_resident').send('member.register', {
    name: '王奶奶',
    gridId: 'grid1',
    estateId: 'huochai',
    building: '8栋',
    unit: '27-1904',
    consents: [
      { kind: 'service', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ],
  })
  expect(registered.ok).toBe(true)
  firstStored = await stored(house.cloud)
  await house.pause()
})
afterAll(() => house.close())

/** The functions as a deployment runs them, on the house's data under other keys; nobody has looked at the start. */
async function deployedWith(keys: Keys): Promise<{ cloud: LocalCloud; logged: () => string[] }> {
  const lines: string[] = []
  const functionEnv = { COMMUNITY_ID: 'tubengkan', FIRST_ADMIN_OPENID: firstAdminOpenid, ...keys }
  const onLog = ({ text }: { text: string }) => lines.push(text)
  const { dataDir } = house
  const cloud = await startLocalCloud({ dataDir, functionsDir, port: 0, manifest, functionEnv, onLog })
  return { cloud, logged: () => lines.filter((text) => text.includes('keys.wrong')) }
}

const start = (keys?: Keys) =>
  startHouse({ dataDir: house.dataDir, functionsDir, port: 0, timers: false, ...(keys && { keys }) })

/** Everything stored, as text. */
async function stored(cloud: LocalCloud): Promise<string> {
  const db = sdkFor(cloud).database()
  return JSON.stringify(
    await Promise.all(Object.keys(manifest).map((name) => db.collection(name).limit(1000).get())),
  )
}

/** Makes it a community of an earlier edition, which has no canary. */
async function withoutCanary(): Promise<void> {
  const { cloud } = await deployedWith(right)
  const db = sdkFor(cloud).database()
  const canary = db.command.remove()
  await db.collection('communities').doc('tubengkan').update({ data: { canary } })
  await cloud.close()
}
async function withCanary(): Promise<void> {
  const { cloud } = await deployedWith(right)
  await cloud.tick()
  await cloud.close()
}

describe('data without its keys', () => {
  it('does not start, says what to do, and gets no new keys', async () => {
    const file = keysFile(house.dataDir)
    copyFileSync(file, `${file}.away`)
    rmSync(file)
    await expect(start()).rejects.toThrow(/keys\.json is missing, .* put it back from the backup/)
    await expect(dropOldKeys(house.dataDir)).rejects.toThrow(/keys\.json is missing/)
    expect(existsSync(file)).toBe(false)
    copyFileSync(`${file}.away`, file)
    await (await start()).close()
  })

  it('is not taken for an empty folder where the database is gone instead', async () => {
    const dataDir = temporaryFolder()
    const keys = openKeys(dataDir)
    await expect(openHouse({ dataDir, functionsDir, port: 0 })).rejects.toThrow(
      /cloud\.db is missing, though the keys of its data are there; put it back from the backup/,
    )
    expect(readKeys(dataDir)).toEqual(keys)
  })
})

describe.each([
  ['SEAL_KEYS', () => ({ ...right, SEAL_KEYS: freshKeys().SEAL_KEYS })],
  ['SEAL_KEYS', () => ({ ...right, SEAL_KEYS: `k9:${firstOnly(freshKeys())}` })],
  ['INDEX_KEY', () => ({ ...right, INDEX_KEY: freshKeys().INDEX_KEY })],
])('another %s than that of the data', (setting, keysOf) => {
  it('is noticed at the start, in one sentence', async () => {
    await expect(start(keysOf())).rejects.toThrow(
      /^The keys in .*keys\.json are not those of the data in .*\.$/,
    )
  })

  it.each([
    ['', withCanary],
    [', also in a community of an earlier edition', withoutCanary],
  ])('is noticed by the functions, which then neither read nor write%s', async (_, prepare) => {
    await prepare()
    const { cloud, logged } = await deployedWith(keysOf())
    const before = await stored(cloud)
    const ask = (op: string, input: object) => cloud.call(firstAdminOpenid, 'api', { op, input })
    expect(await ask('community.edit', { phone: '023-1' })).toMatchObject({ ok: false, code: 'wrong_keys' })
    expect(await ask('member.search', { q: '王' })).toMatchObject({ ok: false, code: 'wrong_keys' })
    expect(await cloud.tick()).toMatchObject({ ok: false, code: 'wrong_keys' })
    expect(await stored(cloud)).toBe(before)
    expect(logged().map((line) => JSON.parse(line).setting)).toEqual([setting, setting, setting])
    await cloud.close()
  })
})

describe('the canary', () => {
  it('is written with the community', () => expect(firstStored).toMatch(/"canary":\{"sealed":"s1\.k1\./))

  it('is left by the timer in a community of an earlier edition, and nobody is shown it', async () => {
    await withoutCanary()
    const { cloud } = await deployedWith(right)
    expect(await cloud.tick()).toMatchObject({ ok: true })
    expect(await sdkFor(cloud).database().collection('communities').doc('tubengkan').get()).toMatchObject({
      data: { canary: { sealed: expect.stringMatching(/^s1\.k1\./) } },
    })
    for (const op of ['community.get', 'community.whole'])
      expect(JSON.stringify(await cloud.call(firstAdminOpenid, 'api', { op, input: {} }))).not.toContain(
        's1.k1.',
      )
    await cloud.close()
    await expect(start({ ...right, INDEX_KEY: freshKeys().INDEX_KEY })).rejects.toThrow(
      /not those of the data/,
    )
  })

  it('keeps an old key from going while the new one does not open it', async () => {
    const file = keysFile(house.dataDir)
    const both = { ...right, SEAL_KEYS: `${freshKeys().SEAL_KEYS},${right.SEAL_KEYS.replace('k1:', 'k0:')}` }
    writeFileSync(file, JSON.stringify(both))
    await expect(dropOldKeys(house.dataDir)).rejects.toThrow(
      /^The key k1 alone does not open the data, so no key/,
    )
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(both)
    writeFileSync(file, JSON.stringify(right))
  })
})

describe('a key id that stands twice', () => {
  const twice = () => ({ ...right, SEAL_KEYS: `${right.SEAL_KEYS},${freshKeys().SEAL_KEYS}` })

  it('is refused at the start', async () => {
    const file = keysFile(house.dataDir)
    writeFileSync(file, JSON.stringify(twice()))
    await expect(start()).rejects.toThrow(/^SEAL_KEYS in .*keys\.json has two keys under the id k1/)
    writeFileSync(file, JSON.stringify(right))
    await expect(start(twice())).rejects.toThrow(/SEAL_KEYS has two keys under the id k1/)
  })

  it('is refused by the functions', async () => {
    const { cloud } = await deployedWith(twice())
    await expect(cloud.call('o', 'api', { op: 'member.me', input: {} })).rejects.toThrow(
      'SEAL_KEYS has two keys under the id k1',
    )
    await expect(cloud.tick()).rejects.toThrow('SEAL_KEYS has two keys under the id k1')
    await cloud.close()
  })
})
