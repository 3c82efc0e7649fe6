import { joined, lettersOf, startsWith, u32 } from './bytes'
import { orientationBlock, orientationIn } from './exif'
import type { Plain } from './plain'

/** Chunks that change what is seen. Those of an animation are left out, so that its first picture remains. */
const pngChunks = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'],
])
const head = 8
/** The first chunk: its length, name, thirteen bytes and sum. */
const headerEnd = head + 12 + 13

/** Undefined where it is cut short, has no pixels, or its header is not what was written. */
export function plainPng(bytes: Uint8Array): Plain | undefined {
  if (!startsWith(bytes, 0, '\x89PNG\r\n\x1a\n') || !startsWith(bytes, 12, 'IHDR')) return undefined
  if (bytes.length < headerEnd || u32(bytes, head) !== 13 || !isSound(bytes, head, headerEnd))
    return undefined
  const sides = { width: u32(bytes, 16), height: u32(bytes, 20) }
  const kept: Uint8Array[] = []
  let orientation = 1
  let pixels = 0
  let at = headerEnd
  while (at + 12 <= bytes.length) {
    const end = at + 12 + u32(bytes, at)
    if (end > bytes.length) return undefined
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (name === 'IHDR') return undefined
    if (pngChunks.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'eXIf') orientation = orientationIn(bytes.subarray(at + 8, end - 4))
    if (name === 'IDAT') pixels += end - at - 12
    if (name === 'IEND') {
      if (pixels === 0) return undefined
      const turned = orientation === 1 ? [] : [orientationChunk(orientation)]
      return { bytes: joined([bytes.subarray(0, headerEnd), ...turned, ...kept]), ...sides }
    }
    at = end
  }
  return undefined
}

function orientationChunk(orientation: number): Uint8Array {
  const body = orientationBlock(orientation)
  const named = Uint8Array.from([...lettersOf('eXIf'), ...body])
  const sum = crc32(named)
  const sumBytes = [sum >>> 24, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff]
  return Uint8Array.from([0, 0, 0, body.length, ...named, ...sumBytes])
}

const isSound = (bytes: Uint8Array, from: number, end: number): boolean =>
  crc32(bytes.subarray(from + 4, end - 4)) === u32(bytes, end - 4)

/** The sum that stands at the end of each chunk (PNG, annex D). */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
