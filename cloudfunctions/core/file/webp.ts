import { joined, lettersOf, startsWith, u16le, u24le, u32le } from './bytes'
import { orientationBlock, orientationIn, withoutExifHead } from './exif'
import type { Plain, Sides } from './plain'

/** Bits of VP8X that announce the blocks that are left out, and an animation. */
const exifBit = 0x08
const xmpBit = 0x04
const animationBit = 0x02
const webpChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'])

/** Undefined where it is cut short, moves, has no frame or several, or says two sizes. */
export function plainWebp(bytes: Uint8Array): Plain | undefined {
  if (!startsWith(bytes, 0, 'RIFF') || !startsWith(bytes, 8, 'WEBP')) return undefined
  const whole = 8 + u32le(bytes, 4)
  if (whole > bytes.length) return undefined
  const kept: Uint8Array[] = []
  let canvas: Sides | undefined
  let flags: Uint8Array | undefined
  let sides: Sides | undefined
  let orientation = 1
  let at = 12
  while (at + 8 <= whole) {
    const length = u32le(bytes, at + 4)
    const end = at + 8 + length
    if (end > whole) return undefined
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    const body = bytes.subarray(at + 8, end)
    if (name === 'ANIM' || name === 'ANMF') return undefined
    if (name === 'EXIF') orientation = orientationIn(withoutExifHead(body))
    if (webpChunks.has(name)) {
      // a copy with its padding: a Buffer's slice would share its memory
      const chunk = Uint8Array.from(bytes.subarray(at, Math.min(end + (length % 2), whole)))
      kept.push(chunk)
      if (name === 'VP8X') {
        if (canvas || length < 10 || (body[0] ?? 0) & animationBit) return undefined
        canvas = { width: u24le(body, 4) + 1, height: u24le(body, 7) + 1 }
        flags = chunk.subarray(8, 9)
      } else if (name === 'VP8 ' || name === 'VP8L') {
        if (sides) return undefined
        sides = name === 'VP8 ' ? lossySides(body) : losslessSides(body)
        if (!sides) return undefined
      }
    }
    at = end + (length % 2)
  }
  if (!sides || (canvas && (canvas.width !== sides.width || canvas.height !== sides.height))) return undefined
  // only the long form of the file can say how it was held
  const turned = flags !== undefined && orientation !== 1
  if (flags) flags[0] = ((flags[0] ?? 0) & ~(exifBit | xmpBit)) | (turned ? exifBit : 0)
  const body = joined(turned ? [...kept, orientationChunk(orientation)] : kept)
  const head = Uint8Array.from(bytes.subarray(0, 12))
  new DataView(head.buffer).setUint32(4, body.length + 4, true)
  return { bytes: joined([head, body]), ...sides }
}

/** The sides in a key frame's header (RFC 6386, 9.1); undefined where it is none. */
function lossySides(body: Uint8Array): Sides | undefined {
  const isKeyFrame = body.length >= 10 && ((body[0] ?? 1) & 1) === 0 && startsWith(body, 3, '\x9d\x01\x2a')
  return isKeyFrame ? { width: u16le(body, 6) & 0x3fff, height: u16le(body, 8) & 0x3fff } : undefined
}

/** The sides in the header of a lossless frame: 14 bits each, less one; undefined where it is none. */
function losslessSides(body: Uint8Array): Sides | undefined {
  if (body.length < 5 || body[0] !== 0x2f) return undefined
  const bits = u32le(body, 1)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

function orientationChunk(orientation: number): Uint8Array {
  const body = orientationBlock(orientation)
  return Uint8Array.from([...lettersOf('EXIF'), body.length, 0, 0, 0, ...body])
}
