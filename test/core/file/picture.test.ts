import fc from 'fast-check'
import { type PictureType, pictureTypes } from '#contract/file'
import { plainPicture } from '#core/file/picture'
import { jpeg, png, webp } from '#support/pictures'

const secret = '29.7036N 107.3895E 某某手机'
const made: Record<PictureType, (words?: string) => Buffer> = {
  'image/jpeg': (words) => jpeg(words === undefined ? {} : { secret: words }),
  'image/png': png,
  'image/webp': webp,
}
const plain = (bytes: Buffer, type: PictureType) => {
  const kept = plainPicture(bytes, type)
  return kept && Buffer.from(kept)
}

describe.each(pictureTypes)('a picture of type %s', (type) => {
  const photo = made[type](secret)

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
        expect(kept === undefined || kept.length <= bytes.length + 36).toBe(true)
      }),
    )
  })
})

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
