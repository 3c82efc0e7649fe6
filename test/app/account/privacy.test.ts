import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'valibot'
import { operations, type RawInputOf } from '#contract/operations'
import { canonicalJson } from '#core/change/canonicalJson'
import { bookingFrom, openTestHouse, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'

const phone = '13900007788'
const unit = '27-1904'
const building = '8栋'
const registerDoor = '31单元2703'
const registerName = '欧阳未登记'
const needs = '上下楼要人扶一把'
const registration: RawInputOf<'member.register'> = {
  name: '王奶奶',
  phone,
  gridId: 'grid1',
  estateId: 'huochai',
  building,
  unit,
  birthDay: '1944-02-29',
  consents: [
    { kind: 'service', version: '2026-11' },
    { kind: 'sensitive', version: '2026-11' },
  ],
}

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
  await house.admin.ask('member.import', {
    csv: `小区,楼栋,房号,网格,居民组,姓名\n火柴新村,${building},${registerDoor},第一网格,居民一组,${registerName}`,
    dryRun: false,
  })
  const stranger = house.stranger('wx_resident')
  const registered = await stranger.send('member.register', registration)
  if (!registered.ok) throw new Error(registered.code)
  await house.admin.ask('member.verify', { memberId: registered.data.memberId, accept: true })
  const resident = await house.signedIn('wx_resident')
  const volunteer = await house.person('wx_volunteer', [volunteerIn('repair')], '李师傅')
  await resident.ask('member.addDependent', { name: '老李', relation: '老伴', needs, consentNote: '同意' })
  const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now()))
  await volunteer.ask('booking.claim', { bookingId })
  const seen = await volunteer.ask('booking.get', { bookingId })
  expect(seen.contact).toEqual({ phone: `+86${phone}`, door: `火柴新村 ${building} ${unit}` })
})
afterAll(() => house.close())

describe('what lies on the disk', () => {
  it.each([
    ['the phone', phone],
    ['the door', unit],
    ['the needs', needs],
    ['the birthday', '1944-02-29'],
    ['a door of the register', registerDoor],
    ['that door in one spelling', '31-2703'],
    ['a name of the register', registerName],
  ])('does not hold %s in the clear', (_, text) => {
    for (const name of readdirSync(house.dataDir)) {
      const bytes = readFileSync(join(house.dataDir, name))
      expect(`${name}: ${bytes.includes(Buffer.from(text))}`).toBe(`${name}: false`)
    }
  })

  it('would be found there, had it been stored plainly', async () => {
    const marked = '138-in-the-clear'
    await sdkFor(house.cloud)
      .database()
      .collection('members')
      .add({ data: { _id: 'm_plain', phone: marked } })
    const found = readdirSync(house.dataDir).some((name) =>
      readFileSync(join(house.dataDir, name)).includes(Buffer.from(marked)),
    )
    expect(found).toBe(true)
  })

  it('holds no plain hash of what was said either: a phone number is soon guessed from one', async () => {
    const { data } = (await sdkFor(house.cloud)
      .database()
      .collection('members')
      .where({ name: '王奶奶' })
      .get()) as unknown as { data: { events: { fingerprint: string }[] }[] }
    const plain = createHash('sha256').update(
      canonicalJson(parse(operations['member.register'].input, registration)),
    )
    expect(data[0]?.events[0]?.fingerprint).toMatch(/^[0-9a-f]{24}$/)
    expect(plain.digest('hex')).not.toContain(data[0]?.events[0]?.fingerprint)
  })

  it('keeps names and openids out of the log', () => {
    const log = readFileSync(join(house.dataDir, 'functions.log'), 'utf8')
    expect(log).toContain('booking.claim')
    for (const text of ['王奶奶', '李师傅', 'wx_resident', 'wx_volunteer', registerName, registerDoor])
      expect(log).not.toContain(text)
  })
})

describe('what others see', () => {
  it('records each opening of the door and phone, with who and what for', async () => {
    const { data } = (await sdkFor(house.cloud)
      .database()
      .collection('openings')
      .where({})
      .get()) as unknown as {
      data: { viewerName: string; fields: string[]; reason: string }[]
    }
    expect(data).toEqual([
      expect.objectContaining({ viewerName: '李师傅', fields: ['phone', 'door'], reason: 'booking_claimed' }),
    ])
  })

  it('masks one’s own phone and door', async () => {
    const resident = await house.person('wx_resident')
    const me = await resident.ask('member.me', {})
    expect(me.member?.phoneMasked).toBe('139****7788')
    expect(me.household?.unitMasked).toBe('2******')
  })
})
