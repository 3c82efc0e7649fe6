import type { PictureType } from '#contract/file'

/** In pixels. It is enough to see a crack in a wall, and little to send. */
export const longestSide = 1280
/** WeChat's picture check looks at pictures below 1 MB. */
export const wantedBytes = 900 * 1024

/** The type of a file by its first twelve bytes. */
export function pictureTypeOf(head: Uint8Array): PictureType | undefined {
  const starts = (at: number, ...bytes: number[]) => bytes.every((byte, i) => head[at + i] === byte)
  if (starts(0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0, 0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  // RIFF….WEBP
  if (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)) return 'image/webp'
  return undefined
}
