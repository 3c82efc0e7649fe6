import { jpeg, png, webp } from '#support/pictures'
import { pictureTypeOf } from '#ui/picture/pictureShape'

test.each([
  ['a photograph', jpeg(), 'image/jpeg'],
  ['a screenshot', png(), 'image/png'],
  ['a picture out of a browser', webp(), 'image/webp'],
  ['what a phone calls HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), undefined],
  ['an empty file', Buffer.alloc(0), undefined],
  ['words', Buffer.from('RIFF and no picture'), undefined],
])('%s is known by its first bytes', (_, bytes, type) => {
  expect(pictureTypeOf(new Uint8Array(bytes.subarray(0, 12)))).toBe(type)
})
