import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RISKY_MARK } from '#local/wechat/openApis'
import {
  appoint,
  bookingFrom,
  dayMs,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { jpeg, png, webp } from '#support/pictures'
import { sendPicture } from '#support/sendPicture'

const secret = '29.7036N 107.3895E'

let house: TestHouse
let resident: Person
let volunteer: Person
let stranger: Person
let admin: Person

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident', [], '王奶奶')
  volunteer = await house.person('wx_volunteer', [volunteerIn('repair')], '李师傅')
  stranger = await house.person('wx_stranger')
  admin = await house.person(house.admin.openid)
})
afterAll(() => house.close())

const kept = async (
  bytes = jpeg({ secret }),
  purpose: 'booking_photo' | 'request_photo' = 'booking_photo',
) => {
  const { fileId, last } = await sendPicture(resident, purpose, bytes)
  expect(last).toEqual({ ok: true, data: { state: 'ready' } })
  return fileId
}
const booked = async (fileIds: string[], more = {}) => {
  const { bookingId } = await resident.ask('booking.request', {
    ...bookingFrom(house.cloud.now()),
    ...more,
    fileIds,
  })
  return bookingId
}
const stored = () => {
  const folder = join(house.dataDir, 'files')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))
    : []
}
const seen = async (person: Person, fileId: string) => (await person.send('file.url', { fileId })).ok
const fetched = async (person: Person, fileId: string) => {
  const { url } = await person.ask('file.url', { fileId })
  const response = await fetch(url)
  expect(response.status).toBe(200)
  return { url, type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('a picture that is sent', () => {
  it.each([
    ['image/jpeg', jpeg({ secret })],
    ['image/png', png({ secret })],
    ['image/webp', webp({ secret })],
    ['image/jpeg', jpeg({ secret, bytes: 2 * 1024 * 1024 })],
  ] as const)('of type %s comes back without where it was taken', async (type, bytes) => {
    const { fileId, last } = await sendPicture(resident, 'booking_photo', bytes, type)
    expect(last).toEqual({ ok: true, data: { state: 'ready' } })
    const back = await fetched(resident, fileId)
    expect(back.type).toBe(type)
    expect(back.bytes.length).toBeGreaterThan(40)
    expect(back.bytes.includes(Buffer.from(secret))).toBe(false)
  })

  it('leaves no trace of its place on the disk either', () => {
    for (const name of readdirSync(house.dataDir, { recursive: true, encoding: 'utf8' })) {
      const file = join(house.dataDir, name)
      if (name.startsWith('files') && !/\.\w+$/.test(name)) continue
      expect(`${name}: ${readFileSync(file).includes(Buffer.from(secret))}`).toBe(`${name}: false`)
    }
  })

  it('may arrive in any order, each part twice, and is kept once', async () => {
    const bytes = jpeg({ bytes: 400 * 1024 })
    const begun = { purpose: 'booking_photo', size: bytes.length, type: 'image/jpeg' } as const
    const [first, again] = await Promise.all([
      resident.ask('file.begin', begun, { commandId: 'begin' }),
      resident.ask('file.begin', begun, { commandId: 'begin' }),
    ])
    expect(again).toEqual(first)
    const { fileId, upload } = first
    expect(upload.parts).toBe(3)
    const before = stored().length
    const send = (index: number) =>
      resident.send('file.part', {
        fileId,
        index,
        base64: bytes.subarray(index * upload.partBytes, (index + 1) * upload.partBytes).toString('base64'),
      })
    const answers = await Promise.all([2, 0, 2, 1, 1, 0].map(send))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await send(1)).toEqual({ ok: true, data: { state: 'ready' } })
    expect(stored()).toHaveLength(before + 1)
    expect((await fetched(resident, fileId)).bytes.length).toBeGreaterThan(390 * 1024)
  })

  it('is kept once even if the answer of the storage is lost or the function dies there', async () => {
    const before = stored().length
    let lost = 0
    house.cloud.hooks.after = (action) => {
      if (action === 'storage.put' && lost++ === 0) return 'drop'
    }
    const fileId = await kept()
    delete house.cloud.hooks.after
    expect(lost).toBe(2)
    expect(stored()).toHaveLength(before + 1)
    expect(await seen(resident, fileId)).toBe(true)
  })

  it.each([
    ['too large', { purpose: 'booking_photo', size: 2 * 1024 * 1024 + 1, type: 'image/jpeg' }, 'size'],
    ['empty', { purpose: 'booking_photo', size: 0, type: 'image/jpeg' }, 'size'],
    ['a page', { purpose: 'booking_photo', size: 10, type: 'text/html' }, 'type'],
    ['a drawing with scripts', { purpose: 'booking_photo', size: 10, type: 'image/svg+xml' }, 'type'],
    ['for nothing we know', { purpose: 'avatar', size: 10, type: 'image/png' }, 'purpose'],
  ])('is refused before it is sent when it is %s', async (_, input, path) => {
    const answer = await resident.send('file.begin', input as never)
    expect(answer).toMatchObject({ code: 'invalid_input', issues: [{ path }] })
  })

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['another type than it says', png()],
    ['cut short', jpeg().subarray(0, 100)],
  ])('is not kept when its bytes are %s', async (_, bytes) => {
    const before = stored().length
    const { fileId, last } = await sendPicture(resident, 'booking_photo', bytes)
    expect(last).toMatchObject({ code: 'picture_wrong' })
    expect(stored()).toHaveLength(before)
    expect(await seen(resident, fileId)).toBe(false)
  })

  it('is not kept when it would be too much to show, however few bytes it has', async () => {
    const before = stored().length
    for (const bomb of [png({ width: 30_000, height: 30_000 }), jpeg({ width: 60_000, height: 1 })]) {
      const type = bomb[0] === 0x89 ? 'image/png' : 'image/jpeg'
      const { fileId, last } = await sendPicture(resident, 'booking_photo', bomb, type)
      expect(last).toMatchObject({ code: 'picture_large' })
      expect(await seen(resident, fileId)).toBe(false)
    }
    expect(stored()).toHaveLength(before)
  })

  it('is not kept when WeChat finds it risky', async () => {
    const { fileId, last } = await sendPicture(resident, 'booking_photo', jpeg({ mark: RISKY_MARK }))
    expect(last).toMatchObject({ code: 'picture_risky' })
    expect(await seen(resident, fileId)).toBe(false)
  })

  it('takes parts from its owner only, and of the length it announced', async () => {
    const { fileId } = await resident.ask('file.begin', {
      purpose: 'booking_photo',
      size: 100,
      type: 'image/png',
    })
    const part = (length: number, index = 0) => ({
      fileId,
      index,
      base64: Buffer.alloc(length, 1).toString('base64'),
    })
    expect(await stranger.send('file.part', part(100))).toMatchObject({ code: 'not_found' })
    for (const wrong of [part(99), part(101), part(100, 1)])
      expect(await resident.send('file.part', wrong)).toMatchObject({ code: 'invalid_input' })
  })
})

describe('who sees a picture', () => {
  it('is its owner alone until it belongs to something', async () => {
    const fileId = await kept()
    for (const other of [stranger, volunteer, admin]) expect(await seen(other, fileId)).toBe(false)
    expect(await seen(resident, fileId)).toBe(true)
    expect(await resident.send('file.url', { fileId: 'f_nothing' })).toMatchObject({ code: 'not_found' })
  })

  it('are those who see its booking', async () => {
    const fileId = await kept()
    const bookingId = await booked([fileId])
    expect((await volunteer.ask('booking.get', { bookingId })).photoIds).toEqual([fileId])
    expect(await Promise.all([resident, volunteer, admin].map((one) => seen(one, fileId)))).toEqual([
      true,
      true,
      true,
    ])
    expect(await seen(stranger, fileId)).toBe(false)
  })

  it('are not the volunteers of the team while WeChat has not passed it', async () => {
    const fileId = await kept(jpeg({ bytes: 1_100_000 }))
    const bookingId = await booked([fileId])
    expect(await seen(volunteer, fileId)).toBe(false)
    expect(await seen(admin, fileId)).toBe(true)
    await volunteer.ask('booking.claim', { bookingId })
    expect(await seen(volunteer, fileId)).toBe(true)
    await volunteer.ask('booking.release', { bookingId, reason: '来不了' })
  })

  it('are not people who change its address, and nobody after ten minutes', async () => {
    const fileId = await kept()
    const { url, validUntil } = await resident.ask('file.url', { fileId })
    expect(validUntil - house.cloud.now()).toBeLessThanOrEqual(10 * minuteMs)
    const status = async (address: string) => (await fetch(address)).status
    expect(await status(url)).toBe(200)
    const other = await kept()
    for (const wrong of [
      url.replace(/sign=.{4}/, 'sign=AAAA'),
      url.replace(/t=\d+/, 't=9999999999999'),
      url.replace(/\?.*/, ''),
      url.replace(fileId, other),
      url.replace('/storage/', '/storage/..%2f..%2f'),
    ])
      expect(await status(wrong)).toBe(403)
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(405)
    house.cloud.advance(10 * minuteMs)
    expect(await status(url)).toBe(403)
  })
})

describe('a booking', () => {
  it('takes only whole pictures of its requester that belong to nothing else', async () => {
    const used = await kept()
    await booked([used])
    const { fileId: half } = await resident.ask('file.begin', {
      purpose: 'booking_photo',
      size: 10,
      type: 'image/png',
    })
    const others = (await sendPicture(stranger, 'booking_photo', jpeg())).fileId
    const elsewhere = await kept(jpeg(), 'request_photo')
    for (const wrong of [used, half, others, elsewhere, 'f_nothing']) {
      const asked = { ...bookingFrom(house.cloud.now()), fileIds: [wrong] }
      expect(await resident.send('booking.request', asked)).toMatchObject({ code: 'picture_gone' })
    }
    const seven = { ...bookingFrom(house.cloud.now()), fileIds: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }
    expect(await resident.send('booking.request', seven)).toMatchObject({ code: 'invalid_input' })
  })

  it('that is sent twice has its pictures once', async () => {
    const fileIds = [await kept(), await kept()]
    const input = { ...bookingFrom(house.cloud.now()), fileIds }
    const first = await resident.ask('booking.request', input, { commandId: 'with pictures' })
    expect(await resident.ask('booking.request', input, { commandId: 'with pictures' })).toEqual(first)
  })

  it('for somebody else takes the pictures their proxy sent for it', async () => {
    await appoint(resident, stranger)
    const acting = { actingFor: resident.memberId }
    const { fileId } = await sendPicture(stranger, 'booking_photo', jpeg(), 'image/jpeg', acting)
    const input = { ...bookingFrom(house.cloud.now()), fileIds: [fileId] }
    await stranger.ask('booking.request', input, acting)
    expect(await seen(resident, fileId)).toBe(true)
    const told = (await resident.ask('inbox.list', {})).items.filter(
      ({ title }) => title === '有人替您办了事',
    )
    expect(told).toHaveLength(1)
    await resident.ask('member.dismissProxy', { memberId: stranger.memberId })
    expect(await seen(stranger, fileId)).toBe(false)
  })
})

describe('what nobody needs any more', () => {
  it('is swept: a picture never attached, one half sent, and one of a document that was never written', async () => {
    const loose = await kept()
    await resident.ask('file.begin', { purpose: 'booking_photo', size: 10, type: 'image/png' })
    const used = await kept()
    const bookingId = await booked([used], {
      window: { from: house.cloud.now() + 5 * dayMs, to: house.cloud.now() + 5 * dayMs + hourMs },
    })
    const lost = await kept()
    // The function dies after the picture is attached and before the booking is written.
    house.cloud.hooks.before = (action, { collectionName }) => {
      if (action === 'database.insertDocument' && collectionName === 'bookings') throw new Error('dies')
    }
    const input = { ...bookingFrom(house.cloud.now()), fileIds: [lost] }
    expect(await resident.send('booking.request', input)).toMatchObject({ code: 'internal' })
    delete house.cloud.hooks.before

    await house.cloud.tick()
    expect(await seen(resident, loose)).toBe(true)
    house.cloud.advance(dayMs + 1)
    await Promise.all([house.cloud.tick(), house.cloud.tick()])
    await house.cloud.tick()
    for (const gone of [loose, lost]) {
      expect(await seen(resident, gone)).toBe(false)
      expect(stored().some((name) => name.includes(gone))).toBe(false)
    }
    expect(await seen(resident, used)).toBe(true)
    expect((await resident.ask('booking.get', { bookingId })).photoIds).toEqual([used])
  })

  it('is swept even if the function died before it reached the storage', async () => {
    const before = stored().length
    const bytes = jpeg()
    house.cloud.hooks.before = (action, { collectionName, data }) => {
      if (
        action === 'database.modifyDocument' &&
        collectionName === 'files' &&
        String(data).includes('ready')
      )
        throw new Error('dies')
    }
    const { fileId, last } = await sendPicture(resident, 'booking_photo', bytes)
    expect(last).toMatchObject({ code: 'internal' })
    delete house.cloud.hooks.before
    expect(stored()).toHaveLength(before + 1)
    house.cloud.advance(dayMs + 1)
    await house.cloud.tick()
    expect(stored().some((name) => name.includes(fileId))).toBe(false)
  })

  it('goes with its owner who closes their account', async () => {
    const leaver = await house.person('wx_leaver')
    const { fileId } = await sendPicture(leaver, 'booking_photo', jpeg())
    const input = { ...bookingFrom(house.cloud.now()), fileIds: [fileId] }
    await leaver.ask('booking.request', input)
    await leaver.ask('member.close', {})
    house.cloud.advance(15 * dayMs)
    await house.cloud.tick()
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    await house.cloud.tick()
    expect(stored().some((name) => name.includes(fileId))).toBe(false)
  })

  it('goes with the door when the term of a booking that is over has come', async () => {
    const fileId = await kept()
    const bookingId = await booked([fileId])
    await resident.ask('booking.cancel', { bookingId, reason: '修好了' })
    house.cloud.advance(29 * dayMs)
    await house.cloud.tick()
    expect(await seen(resident, fileId)).toBe(true)
    house.cloud.advance(2 * dayMs)
    await house.cloud.tick()
    await house.cloud.tick()
    expect(await seen(resident, fileId)).toBe(false)
    expect(stored().some((name) => name.includes(fileId))).toBe(false)
    expect((await resident.ask('booking.get', { bookingId })).photoIds ?? []).toEqual([])
  })
})
