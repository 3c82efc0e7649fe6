import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'

/** What the square code says in a picture as the local cloud draws it: a greyscale PNG without filters. */
export function readCode(png: Buffer): string | undefined {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const side = png.readUInt32BE(16)
  const rows = inflateSync(Buffer.concat(parts))
  const dots = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      dots.fill(rows[y * (side + 1) + x + 1] ?? 255, (y * side + x) * 4, (y * side + x) * 4 + 3)
  return jsQR(dots, side, side)?.data
}

/** The bytes of a picture that came as a data URL. */
export const bytesOf = (dataUrl: string): Buffer => Buffer.from(dataUrl.replace(/^.*,/, ''), 'base64')
