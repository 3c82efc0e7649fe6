import { startsWith, u16, u16le, u32, u32le } from './bytes'

/** How the phone was held, as EXIF counts it from 1 to 8; 1 is upright. */
export type Orientation = number

/** The orientation in a TIFF block; 1 where the block does not say. */
export function orientationIn(tiff: Uint8Array): Orientation {
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

/** The words that stand before the TIFF block in a JPEG, and sometimes in a WebP. */
export const exifHead = 'Exif\0\0'
export const withoutExifHead = (block: Uint8Array): Uint8Array =>
  startsWith(block, 0, exifHead) ? block.subarray(exifHead.length) : block

/** A TIFF block that holds the orientation and nothing else; without it a picture could lie on its side. */
export const orientationBlock = (orientation: Orientation): number[] => [
  ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
  ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
  ...[0, 0, 0, 0],
]
