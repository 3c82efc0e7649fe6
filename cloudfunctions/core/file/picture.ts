import type { PictureType } from '#contract/file'
import { plainJpeg } from './jpeg'
import type { Plain } from './plain'
import { plainPng } from './png'
import { plainWebp } from './webp'

/** A phone's largest photo is below; showing more could stop an old phone, however few bytes it has. */
export const sideMax = 12_000
export const mostPixels = 40_000_000

/**
 * Removes what a picture tells about its maker: place, time, phone, hidden thumbnails, and anything appended.
 * How the phone was held stays, and the pixels do not change. `picture_wrong` where the bytes are not one
 * complete still picture of that type, `picture_large` where it would be too much to show.
 */
export function plainPicture(
  bytes: Uint8Array,
  type: PictureType,
): Plain | 'picture_wrong' | 'picture_large' {
  const plain = { 'image/jpeg': plainJpeg, 'image/png': plainPng, 'image/webp': plainWebp }[type](bytes)
  if (!plain || plain.width === 0 || plain.height === 0) return 'picture_wrong'
  const { width, height } = plain
  const large = Math.max(width, height) > sideMax || width * height > mostPixels
  return large ? 'picture_large' : plain
}
