import { joined, lettersOf, startsWith, u16 } from './bytes'
import { exifHead, orientationBlock, orientationIn, withoutExifHead } from './exif'
import type { Plain, Sides } from './plain'

const soi = 0xd8
const eoi = 0xd9
const sos = 0xda
const app1 = 0xe1
/** A photo has about ten scans. Each of thousands would be drawn over the whole picture. */
const manyScans = 100

/** A frame's header, of any kind of coding; 0xc4, 0xc8 and 0xcc are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

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

/** Undefined where it is cut short, has no frame or several, or a scan before its frame. */
export function plainJpeg(bytes: Uint8Array): Plain | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== soi) return undefined
  const kept: Uint8Array[] = []
  let orientation = 1
  let sides: Sides | undefined
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
      if (scans === 0 || !sides) return undefined
      const turned = orientation === 1 ? [] : [orientationSegment(orientation)]
      const picture = joined([bytes.subarray(0, 2), ...turned, ...kept, bytes.subarray(at, at + 2)])
      return { bytes: picture, ...sides }
    }
    const length = u16(bytes, at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return undefined
    if (isFrame(marker)) {
      if (sides || length < 8) return undefined
      sides = { height: u16(bytes, at + 5), width: u16(bytes, at + 7) }
    }
    if (marker === app1 && orientation === 1) orientation = heldIn(bytes.subarray(at + 4, end))
    if (belongsToJpeg(marker, bytes, at + 4)) kept.push(bytes.subarray(at, end))
    at = end
    if (marker !== sos) continue
    scans += 1
    if (!sides || scans > manyScans) return undefined
    const scan = at
    at = endOfScan(bytes, at)
    kept.push(bytes.subarray(scan, at))
  }
  return undefined
}

/** Inside a scan 0xff is followed by 0 or by a restart marker; anything else ends it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && !(bytes[at] === 0xff && !isInScan(bytes[at + 1] ?? 0))) at += 1
  return at
}
const isInScan = (next: number): boolean => next === 0 || (next >= 0xd0 && next <= 0xd7)

const heldIn = (body: Uint8Array): number =>
  startsWith(body, 0, exifHead) ? orientationIn(withoutExifHead(body)) : 1

function orientationSegment(orientation: number): Uint8Array {
  const body = [...lettersOf(exifHead), ...orientationBlock(orientation)]
  return Uint8Array.from([0xff, app1, 0, body.length + 2, ...body])
}
