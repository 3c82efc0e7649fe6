import fc from 'fast-check'
import { type PictureType, pictureTypes } from '#contract/file'
import { mostPixels, plainPicture, sideMax } from '#core/file/picture'
import { jpeg, type Photo, pixel, png, webp } from '#support/pictures'

const secret = '29.7036N 107.3895E 某某手机'
type Made = Pick<Photo, 'secret' | 'orientation' | 'width' | 'height'>
const made: Record<PictureType, (photo?: Made) => Buffer> = {
  'image/jpeg': jpeg,
  'image/png': png,
  'image/webp': webp,
}
const judged = plainPicture
const plain = (bytes: Buffer, type: PictureType) => {
  const kept = plainPicture(bytes, type)
  return typeof kept === 'string' ? undefined : Buffer.from(kept.bytes)
}

describe.each(pictureTypes)('a picture of type %s', (type) => {
  const photo = made[type]({ secret })

  it('loses where and with what it was taken, thumbnails, and what was appended', () => {
    expect(photo.includes(Buffer.from(secret))).toBe(true)
    expect(plain(photo, type)?.includes(Buffer.from(secret))).toBe(false)
  })
  it('does not change when it is cleaned a second time', () => {
    const once = plain(photo, type) as Buffer
    expect(plain(once, type)).toEqual(once)
  })
  it('is refused when it is cut short or has another type', () => {
    const whole = plain(photo, type) as Buffer
    for (let length = 0; length < whole.length; length++)
      expect(plain(whole.subarray(0, length), type)).toBeUndefined()
    for (const other of pictureTypes) if (other !== type) expect(plain(photo, other)).toBeUndefined()
  })
  it('never becomes larger than what was sent, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(photo.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const bytes = Buffer.from(photo)
        for (const [at, byte] of changes) bytes[at] = byte
        const kept = plain(bytes, type)
        expect(kept === undefined || kept.length <= bytes.length + 38).toBe(true)
      }),
    )
  })

  it('says its size, and what passes is judged the same way again', () => {
    expect(judged(made[type]({ width: 1280, height: 960 }), type)).toMatchObject({ width: 1280, height: 960 })
    const changes = fc.array(fc.tuple(fc.nat(photo.length - 1), fc.nat(255)), { maxLength: 6 })
    fc.assert(
      fc.property(changes, fc.nat(photo.length), (all, cut) => {
        const bytes = Buffer.from(photo.subarray(0, photo.length - (cut % 3 === 0 ? cut : 0)))
        for (const [at, byte] of all) if (at < bytes.length) bytes[at] = byte
        const kept = judged(bytes, type)
        if (typeof kept === 'string') return
        const { width, height } = kept
        expect(width * height).toBeGreaterThan(0)
        expect(width * height).toBeLessThanOrEqual(mostPixels)
        expect(Math.max(width, height)).toBeLessThanOrEqual(sideMax)
        expect(judged(kept.bytes, type)).toMatchObject({ width, height })
      }),
      { numRuns: 500 },
    )
  })

  it('is refused where a side is missing, or where it would be too much to show', () => {
    if (type !== 'image/webp')
      for (const sides of [{ width: 0 }, { height: 0 }])
        expect(judged(made[type](sides), type)).toBe('picture_wrong')
    expect(judged(made[type]({ width: 8000, height: 5000 }), type)).toMatchObject({ width: 8000 })
    expect(judged(made[type]({ width: 8000, height: 5001 }), type)).toBe('picture_large')
    expect(judged(made[type]({ width: sideMax + 1, height: 8 }), type)).toBe('picture_large')
  })

  it.each([3, 6, 8])(
    'taken with the phone held as %d keeps that, and nothing else of its maker',
    (orientation) => {
      const kept = plain(made[type]({ secret, orientation }), type) as Buffer
      const held = kept.indexOf(Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3]))
      expect(held).toBeGreaterThan(0)
      expect(kept.subarray(held + 18, held + 20)).toEqual(Buffer.from([0, orientation]))
      expect(kept.includes(Buffer.from(secret))).toBe(false)
      expect(plain(kept, type)).toEqual(kept)
    },
  )
})

describe('what has no picture in it', () => {
  it.each<[string, Buffer, PictureType]>([
    ['a JPEG without a frame', without(jpeg(), 0xc0), 'image/jpeg'],
    ['a JPEG with two frames', twice(jpeg(), 0xc0), 'image/jpeg'],
    ['a PNG without pixels', png({ pixels: false }), 'image/png'],
    ['a WebP without a frame', webp({ kind: 'empty' }), 'image/webp'],
    ['a WebP that moves', webp({ kind: 'moving' }), 'image/webp'],
  ])('%s is refused', (_, bytes, type) => {
    expect(judged(bytes, type)).toBe('picture_wrong')
  })

  it('a PNG whose header was changed is refused, since its size is not what was written', () => {
    const changed = png()
    changed[19] = 200
    expect(judged(changed, 'image/png')).toBe('picture_wrong')
  })

  it('the smallest picture of a browser, and one without loss, are pictures', () => {
    expect(judged(pixel, 'image/png')).toMatchObject({ width: 1, height: 1 })
    expect(judged(webp({ kind: 'lossless', width: 640, height: 480 }), 'image/webp')).toMatchObject({
      width: 640,
      height: 480,
    })
  })
})

/** Where the segment with this marker begins, and where it ends. */
function segmentIn(photo: Buffer, marker: number): [number, number] {
  const at = photo.indexOf(Buffer.from([0xff, marker, 0]))
  return [at, at + 2 + photo.readUInt16BE(at + 2)]
}
function without(photo: Buffer, marker: number): Buffer {
  const [from, to] = segmentIn(photo, marker)
  return Buffer.concat([photo.subarray(0, from), photo.subarray(to)])
}
function twice(photo: Buffer, marker: number): Buffer {
  const [from, to] = segmentIn(photo, marker)
  return Buffer.concat([photo.subarray(0, to), photo.subarray(from)])
}

describe('a photo', () => {
  it('keeps its colours and its pixels', () => {
    const kept = plain(jpeg({ secret, mark: 'the pixels' }), 'image/jpeg')
    for (const part of ['JFIF', 'ICC_PROFILE', 'the pixels'])
      expect(kept?.includes(Buffer.from(part))).toBe(true)
  })
  it.each([1, 3, 6, 8])('taken with the phone held as %d still stands upright', (orientation) => {
    const kept = plain(jpeg({ secret, orientation }), 'image/jpeg') as Buffer
    const exif = kept.indexOf('Exif')
    if (orientation === 1) expect(exif).toBe(-1)
    else expect(kept.subarray(exif + 6 + 18, exif + 6 + 20)).toEqual(Buffer.from([0, orientation]))
    expect(plain(kept, 'image/jpeg')).toEqual(kept)
  })
  it.each([
    ['a page', '<html><script>alert(1)</script></html>'],
    ['a page that begins like a photo', '\xff\xd8\xff<html>'],
    ['nothing', ''],
  ])('is not %s', (_, words) => {
    for (const type of pictureTypes) expect(plain(Buffer.from(words, 'latin1'), type)).toBeUndefined()
  })
})
