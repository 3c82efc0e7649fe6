import { crc32Of } from '#local/wechat/crc32'

const text = (words: string) => Buffer.from(words, 'latin1')

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** What a phone notes of a picture: how it was held, where it was, which phone it is. Little-endian, as most are. */
function tiffBlock(orientation: number, words: string): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 12 + 4)
  tiff.write('II', 'latin1')
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  return Buffer.concat([tiff, Buffer.from(words)])
}

export const exifBlock = (orientation: number, words: string): Buffer =>
  segment(0xe1, Buffer.concat([text('Exif\0\0'), tiffBlock(orientation, words)]))

export interface Photo {
  /** A text in the place where a phone writes its position. */
  secret?: string
  /** How the phone was held, 1 to 8. */
  orientation?: number
  /** A text in the stream of the pixels. */
  mark?: string
  /** The length of the file; its scan is filled up to it. */
  bytes?: number
  /** In pixels. */
  width?: number
  height?: number
}

const both = (side: number): [number, number] => [side >> 8, side & 0xff]

/** A file with the structure of a JPEG; its pixels are noise. */
export function jpeg({
  secret = '',
  orientation = 1,
  mark = '',
  bytes = 0,
  width = 8,
  height = 8,
}: Photo = {}): Buffer {
  const head = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, text('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    exifBlock(orientation, secret),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
    segment(0xe2, Buffer.from(`MPF\0${secret}`)),
    segment(0xe2, text('ICC_PROFILE\0\x01\x01profile')),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${secret}`)),
    segment(0xfe, Buffer.from(secret)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.from([8, ...both(height), ...both(width), 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from(mark),
  ])
  const tail = Buffer.concat([Buffer.from([0xff, 0xd9]), Buffer.from(secret)])
  return Buffer.concat([head, Buffer.alloc(Math.max(0, bytes - head.length - tail.length), 7), tail])
}

function chunk(name: string, body: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  const named = Buffer.concat([text(name), body])
  sum.writeUInt32BE(crc32Of(named))
  return Buffer.concat([length, named, sum])
}

/** A file with the structure of a PNG. Without `pixels` it has no picture in it. */
export function png({
  secret = '',
  orientation = 1,
  width = 8,
  height = 8,
  pixels = true,
}: Omit<Photo, 'mark' | 'bytes'> & { pixels?: boolean } = {}): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('eXIf', tiffBlock(orientation, secret)),
    chunk('iTXt', Buffer.from(secret)),
    ...(pixels ? [chunk('IDAT', Buffer.alloc(20, 2))] : []),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(secret),
  ])
}

function riff(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return Buffer.concat([text(name), length, body, Buffer.alloc(body.length % 2)])
}

const le = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => (value >> (8 * index)) & 0xff)

/** A file with the structure of a WebP, lossy, or lossless, or moving. */
export function webp({
  secret = '',
  orientation = 1,
  width = 8,
  height = 8,
  kind = 'lossy',
}: Omit<Photo, 'mark' | 'bytes'> & { kind?: 'lossy' | 'lossless' | 'moving' | 'empty' } = {}): Buffer {
  const canvas = [...le(width - 1, 3), ...le(height - 1, 3)]
  const lossy = riff(
    'VP8 ',
    Buffer.from([0, 0, 0, 0x9d, 1, 0x2a, ...le(width, 2), ...le(height, 2), ...Array(11).fill(3)]),
  )
  const lossless = riff('VP8L', Buffer.from([0x2f, ...le((width - 1) | ((height - 1) << 14), 4), 3, 3]))
  const frames = {
    lossy: [lossy],
    lossless: [lossless],
    moving: [
      riff('ANIM', Buffer.alloc(6)),
      riff('ANMF', Buffer.concat([Buffer.alloc(6), Buffer.from(canvas), Buffer.alloc(4), lossy])),
    ],
    empty: [],
  }
  const body = Buffer.concat([
    text('WEBP'),
    riff('VP8X', Buffer.from([0x0c | (kind === 'moving' ? 2 : 0), 0, 0, 0, ...canvas])),
    ...frames[kind],
    riff('EXIF', tiffBlock(orientation, secret)),
    riff('XMP ', Buffer.from(secret)),
  ])
  return Buffer.concat([riff('RIFF', body), Buffer.from(secret)])
}

/** The smallest picture a browser can draw. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
