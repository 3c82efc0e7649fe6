import type { PictureType } from '#contract/file'

/**
 * Removes what a picture tells about its maker: place, time, phone, hidden thumbnails, and anything appended.
 * The pixels do not change. Undefined where the bytes are not a complete picture of that type.
 */
export function plainPicture(bytes: Uint8Array, type: PictureType): Uint8Array | undefined {
  if (type === 'image/jpeg') return plainJpeg(bytes)
  return type === 'image/png' ? plainPng(bytes) : plainWebp(bytes)
}

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0))
const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 65_536 + u16(bytes, at + 2)
const u32le = (bytes: Uint8Array, at: number): number => u16le(bytes, at) + u16le(bytes, at + 2) * 65_536
const u16le = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const soi = 0xd8
const eoi = 0xd9
const sos = 0xda
const app1 = 0xe1

/**
 * Whether a segment is needed to show the picture: everything except APPn and comments; of APPn only JFIF,
 * the colour profile and Adobe's transform.
 */
function belongsToJpeg(marker: number, bytes: Uint8Array, body: number): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  if (marker === 0xe0) return startsWith(bytes, body, 'JFIF\0')
  if (marker === 0xe2) return startsWith(bytes, body, 'ICC_PROFILE\0')
  return marker === 0xee && startsWith(bytes, body, 'Adobe')
}

function plainJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== soi) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let orientation = 1
  let scans = 0
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === eoi) {
      if (scans === 0) return undefined
      const turned = orientation === 1 ? [] : [orientationSegment(orientation)]
      const [start, ...rest] = kept
      return start && joined([start, ...turned, ...rest, bytes.subarray(at, at + 2)])
    }
    const length = u16(bytes, at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return undefined
    if (marker === app1 && orientation === 1) orientation = orientationIn(bytes.subarray(at + 4, end))
    if (belongsToJpeg(marker, bytes, at + 4)) kept.push(bytes.subarray(at, end))
    at = end
    if (marker !== sos) continue
    scans += 1
    const scan = at
    // inside a scan 0xff is followed by 0 or by a restart marker; anything else ends it
    while (at < bytes.length && !(bytes[at] === 0xff && !isInScan(bytes[at + 1] ?? 0))) at += 1
    kept.push(bytes.subarray(scan, at))
  }
  return undefined
}

const isInScan = (next: number): boolean => next === 0 || (next >= 0xd0 && next <= 0xd7)

/** How the phone was held, as EXIF counts it from 1 to 8; 1 where the block does not say. */
function orientationIn(exif: Uint8Array): number {
  if (!startsWith(exif, 0, 'Exif\0\0')) return 1
  const tiff = exif.subarray(6)
  const little = startsWith(tiff, 0, 'II')
  const short = little ? u16le : u16
  const long = little ? u32le : u32
  const directory = long(tiff, 4)
  const entries = directory + 2 <= tiff.length ? short(tiff, directory) : 0
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12
    if (entry + 12 > tiff.length) return 1
    if (short(tiff, entry) !== 0x0112) continue
    const value = short(tiff, entry + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/**
 * An EXIF block that holds the orientation and nothing else; without it the picture could lie on its side.
 */
function orientationSegment(orientation: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  const body = [...'Exif\0\0'].map((letter) => letter.charCodeAt(0)).concat(tiff)
  return Uint8Array.from([0xff, app1, 0, body.length + 2, ...body])
}

/** Chunks that change what is seen. */
const pngChunks = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'],
])

function plainPng(bytes: Uint8Array): Uint8Array | undefined {
  if (!startsWith(bytes, 0, '\x89PNG\r\n\x1a\n') || !startsWith(bytes, 12, 'IHDR')) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let pixels = false
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + u32(bytes, at)
    if (end > bytes.length) return undefined
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (pngChunks.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IDAT') pixels = true
    if (name === 'IEND') return pixels ? joined(kept) : undefined
    at = end
  }
  return undefined
}

/** Bits of VP8X that announce the blocks that are left out. */
const webpExif = 0x08
const webpXmp = 0x04
const webpChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF'])

function plainWebp(bytes: Uint8Array): Uint8Array | undefined {
  if (!startsWith(bytes, 0, 'RIFF') || !startsWith(bytes, 8, 'WEBP')) return undefined
  const whole = 8 + u32le(bytes, 4)
  if (whole > bytes.length) return undefined
  const kept: Uint8Array[] = []
  let pixels = false
  let at = 12
  while (at + 8 <= whole) {
    const length = u32le(bytes, at + 4)
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > whole) return undefined
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    if (webpChunks.has(name)) {
      const chunk = Uint8Array.from(bytes.subarray(at, Math.min(end, whole)))
      if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~(webpExif | webpXmp)
      kept.push(chunk)
    }
    if (name === 'VP8 ' || name === 'VP8L' || name === 'ANMF') pixels = true
    at = end
  }
  if (!pixels) return undefined
  const body = joined(kept)
  // a copy: a Buffer's slice would share its memory
  const head = Uint8Array.from(bytes.subarray(0, 12))
  new DataView(head.buffer).setUint32(4, body.length + 4, true)
  return joined([head, body])
}
